"""What to cite for a name: the sources behind it, in words or as a reference manager reads them."""

from __future__ import annotations

from dualtrack.app.names.citation import Citation, Cited, citations, every_work
from dualtrack.app.names.citation_forms import bibtex, csl, ris
from dualtrack.app.names.explain_name import some
from dualtrack.app.names.glossary import GRADES
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_one
from dualtrack.app.options.options import Flag, Json, Text
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import read
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.stream import spelled
from dualtrack.app.terminal.terminal import both, show_entry, show_prose, show_text

FORMS = {"--bibtex": bibtex, "--ris": ris, "--csl": csl}


@helpful
def cite(
    name: Text,
    /,
    *,
    bibtex: Flag = False,
    ris: Flag = False,
    csl: Flag = False,
    own: Brought = NOTHING,
    json: Json = False,
) -> None:
    """What is to be cited for a name? Every source behind it: who, when, address, grade, and what else rests on it.

    Example: dualtrack cite {claim} --bibtex

    Parameters
    ----------
    name
        Any name that `dualtrack list names` shows, such as a source, a series, a fact or {claim}; or dualtrack, this program.
    bibtex
        Print BibTeX entries.
    ris
        Print RIS records, which most reference managers import.
    csl
        Print CSL JSON, which Zotero and Pandoc read.
    """
    asked = {"--bibtex": bibtex, "--ris": ris, "--csl": csl}
    check_one({**asked, "--json": json})
    laboratory = read(own)
    found = citations(laboratory, name)
    form = next((FORMS[word] for word, is_asked in asked.items() if is_asked), None)
    if json:
        first, *others = [each.to_dict() for each in found]
        show_answer("cite", laboratory, {**first, "also": others})
    elif form is not None:
        show_text(form(every_work(found)))
    else:
        for each in found:
            _show(each)
        program = found[0].program
        show_entry("This program: ", f"{program.sentence()} {program.about}")


def _show(found: Citation) -> None:
    label = f": {both(found.label)}" if all(found.label) else ""
    show_prose(f"{found.name}, {found.kind}{label}")
    if found.note:
        show_entry("  ", found.note)
    many = len(found.works) > 1
    for place, each in enumerate(found.cited):
        if many and (not place or found.cited[place - 1].role != each.role):
            show_text(f"\n{each.role}")
        _show_source(each)
        if not many:
            _show_resting(each)
    grades = sorted({each.work.grade for each in found.cited})
    if grades:
        show_text("")
        show_prose(*(f"Grade {grade}: {GRADES[grade][0]}." for grade in grades), "No day of reading is on record.")
    show_text("")


def _show_source(each: Cited) -> None:
    work = each.work
    relay = f", relays {work.relay}" if work.relay else ""
    show_entry("  ", f"{work.sentence()} Grade {work.grade}{relay} [{work.key}]")
    if work.url:
        show_text(f"    {spelled(work.url)}")


def _show_resting(each: Cited) -> None:
    show_text("\nwhat rests on it")
    for heading, names in each.resting.items():
        show_entry(f"  {heading}: ", some(names)[0])
