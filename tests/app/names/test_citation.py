"""What to cite for a name: every source that it rests on, in forms that other tools read."""

import json
import re
import tomllib

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.names.citation import PROGRAM, citations, program_work, work_of
from dualtrack.app.names.citation_forms import LATEX, Work, bibtex, csl, ris
from dualtrack.app.names.glossary import GRADES
from dualtrack.app.names.resolve import things
from tests.app.calling import Caller
from tests.house import ROOT

LABORATORY = bind()
EVERY = [work_of(LABORATORY, source.key) for source in LABORATORY.record.sources]
ENTRY = re.compile(r"@(online|software)\{([\w.:-]+),\n((?:  [a-z]+ = (?:\{.*\}|[a-z]{3}),\n)+)\}")
FIELD = re.compile(r"  ([a-z]+) = (?:\{(.*)\}|([a-z]{3})),\n")


def braces_match(text: str) -> bool:
    """Whether every brace that is no letter is closed, and none before it was opened."""
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def entries(text: str) -> dict[str, dict[str, str]]:
    """The entries of a BibTeX text by a grammar of its own: nothing may stand between them."""
    found = {key: {name: braced or word for name, braced, word in FIELD.findall(body)} for _, key, body in ENTRY.findall(text)}
    assert ENTRY.sub("", text).strip() == ""
    return found


def read_latex(text: str) -> str:
    for letter, written in sorted(LATEX.items(), key=lambda pair: -len(pair[1])):
        text = text.replace(written, letter)
    return text.removeprefix("{").removesuffix("}")


def test_every_source_is_an_entry_that_says_title_publisher_date_address_and_grade() -> None:
    found = entries(bibtex(EVERY))
    assert list(found) == [work.key for work in EVERY]
    for work in EVERY:
        fields = found[work.key]
        assert all(braces_match(value) for value in fields.values())
        assert read_latex(fields["title"]) == " ".join(work.title.split())
        assert read_latex(fields["author"]) == " ".join(work.author.split())
        assert fields.get("year", "") == work.dated[:4]
        assert fields["note"].startswith(f"grade {work.grade}")
        assert ("url" in fields) == bool(work.url)


def test_letters_that_mean_something_to_latex_are_letters() -> None:
    odd = Work("odd", "50 % of A_B & {C} \\ #1 ~ $2^3", "R&D_lab", "2024-05", "https://a.b/{x}%20y", "C")
    fields = entries(bibtex([odd]))["odd"]
    assert braces_match(fields["title"])
    assert read_latex(fields["title"]) == odd.title
    assert fields["url"] == "https://a.b/%7Bx%7D%20y"
    assert (fields["month"], fields.get("day")) == ("may", None)


def test_every_record_of_ris_opens_with_its_type_and_ends() -> None:
    records = ris(EVERY).split("ER  - ")
    assert len(records) == len(EVERY) + 1 and records[-1] == ""
    for work, record in zip(EVERY, records, strict=False):
        lines = record.strip().splitlines()
        assert lines[0] == "TY  - ELEC"
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - \S.*", line) for line in lines)
        assert f"ID  - {work.key}" in lines


def test_every_item_of_csl_is_dated_as_exactly_as_its_source() -> None:
    for work, item in zip(EVERY, json.loads(csl(EVERY)), strict=True):
        assert item["id"] == work.key and item["author"] == [{"literal": work.author}]
        dated = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
        assert dated == [int(part) for part in work.dated.split("-") if part]


def test_the_program_is_cited_as_its_citation_file_says() -> None:
    said = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    known = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    work = program_work(LABORATORY)
    for line in (
        f'title: "{work.title}"',
        f"version: {work.version}",
        f"license: {known['license']}",
        f'- name: "{work.author}"',
    ):
        assert line in said, line
    assert list(entries(bibtex([work]))) == [PROGRAM]
    (found,) = citations(LABORATORY, "DualTrack")
    assert found.works == (found.program,) == (work,)


@pytest.mark.parametrize("noun", sorted({thing.noun for thing in things(LABORATORY)}))
def test_anything_that_has_a_name_is_cited_and_what_has_no_source_says_so(noun: str) -> None:
    first = next(thing for thing in things(LABORATORY) if thing.noun == noun)
    for found in citations(LABORATORY, first.name):
        assert bool(found.cited) != bool(found.note)
        assert found.works


def test_a_claim_is_cited_by_all_its_evidence_and_each_source_tells_the_claim() -> None:
    (found,) = citations(LABORATORY, "L5")
    sides = LABORATORY.theory.evidence["L5"]
    assert {each.work.key for each in found.cited if each.role == "evidence for"} == {each.source for each in sides.supports}
    assert {each.work.key for each in found.cited if each.role == "evidence against"} == {each.source for each in sides.opposes}
    for each in found.cited:
        heading = {"evidence for": "speaks for", "evidence against": "speaks against"}.get(each.role)
        assert heading is None or "L5" in each.resting[heading]


def test_the_command_tells_address_grade_and_what_rests_on_a_source(call: Caller) -> None:
    said = call.fine("cite", "idc_2026_04").out
    assert "https://open-techstack.com/" in said and f"Grade B: {GRADES['B'][0]}" in said
    assert "facts held beside it: F1" in " ".join(said.split())
    found = call.fine("cite", "idc_2026_04", "--json").json
    assert found["kind"] == "source" and found["sources"][0]["accessed"] is None
    assert list(entries(call.fine("cite", "有限放开", "--bibtex").out)) == [PROGRAM]
    assert "--ris" in call.refused("cite", "L5", "--bibtex", "--ris", code=2)
