"""A study as a user writes it: one TOML file, read entry by entry, with every mistake by its line.

    name = "smaller_fleet"
    title = "A smaller fleet, and slower learning"        # or { en = "...", zh = "..." }

    [regimes.small]                                        # the keys of a regime file, its name in the header
    label = "A smaller fleet"
    base = "open_sea"
    parts_at = 2026.9
    levers = { fleet = 0.1 }

    [priors.learning]                                      # a range, a distribution or a held value, and why
    low = 0.05
    high = 0.2
    why = "two audits of 2025"

    [claims.K2]                                            # what is asked of each world; see `claim_written`
    sentence = "A smaller fleet leaves more fish"

    [[observations]]                                       # the columns of the record's tables
    series = "farmed_fish_sold"

Every part may be left out. What stands in the file and changes nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as File
from typing import Any

from dualtrack.errors import RecordError, RegimeError, StudyError, nearest, shorten
from dualtrack.evidence.complaints import Complaints, Placed
from dualtrack.evidence.merge import TAKEN
from dualtrack.evidence.written_rows import written_rows
from dualtrack.files import durable
from dualtrack.files.toml_lines import key_lines, line_of
from dualtrack.files.user_file import read_bytes, read_toml
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regime_file import LONGEST_DOC, LONGEST_LABEL, RegimeTable, Written, check_name, regime_in
from dualtrack.lab.runs.regimes import HISTORY, resolved
from dualtrack.lab.studies.claim_ground import ClaimGround
from dualtrack.lab.studies.claim_written import claim_written
from dualtrack.lab.studies.entry import Entry
from dualtrack.lab.studies.mistakes import Mistakes
from dualtrack.lab.studies.own_claim import OwnClaim
from dualtrack.lab.studies.own_priors import prior_written, unchanged
from dualtrack.lab.studies.study import Study
from dualtrack.language.restated import Restated
from dualtrack.language.scenario import Regime

REGIMES, PRIORS, CLAIMS = "regimes", "priors", "claims"
KEYS = ("name", "title", "about", REGIMES, PRIORS, CLAIMS, *TAKEN)


def read_study(file: File, laboratory: Laboratory, today: date | None = None) -> Study:
    """The study of a `file`, read against the `laboratory` that it will be laid on; `today` is the latest date anywhere.

    Raises what is wrong with it by file and line: `RegimeError` for a regime, `RecordError` for rows, `StudyError` for the rest,
    and where several entries are wrong, all of them in one `StudyError`.
    """
    table, text = read_toml(file, "study", StudyError)
    seal = durable.digest(read_bytes(file, "study", StudyError))
    lines, mistakes = key_lines(text), Mistakes(str(file))
    whole = Entry(RegimeTable(table, str(file), lines))
    with mistakes:
        _check_parts(whole)
    regimes, priors, rows = dict[str, Written](), dict[str, Restated](), dict[str, tuple[Placed[Any], ...]]()
    name, title, about = file.stem, ("", ""), ("", "")
    with mistakes:
        name = check_name(whole.sheet, whole.sheet.text("name"), ("name",)) if "name" in whole else file.stem
        title = whole.sheet.words("title", LONGEST_LABEL) if "title" in whole else (name, name)
        about = whole.sheet.words("about", LONGEST_DOC) if "about" in whole else ("", "")
    for own, entry in _tables(whole, REGIMES, mistakes):
        with mistakes:
            regimes[own] = _regime(laboratory, own, entry)
    for number, entry in _tables(whole, PRIORS, mistakes):
        with mistakes:
            known = laboratory.quantity(number, entry.where())
            priors[known] = prior_written(laboratory, known, entry)
    with mistakes:
        rows = _rows(whole)
    made = None
    with mistakes:
        made = check_regimes_written(laboratory, regimes)
    claims = _claims(ClaimGround(laboratory, _plain(whole, REGIMES), made, today), whole, mistakes)
    mistakes.settle()
    as_shipped = dict(unchanged(laboratory.model, priors))
    idle = [f"{whole.where(PRIORS, each)}: {why}" for each, why in as_shipped.items()]
    priors = {each: new for each, new in priors.items() if each not in as_shipped}
    if not (regimes or priors or rows or claims):
        idle.append(f"{file}: the study says nothing of its own")
    return Study(name, title, about, file, seal, regimes, priors, rows, claims, tuple(idle))


def check_regimes_written(laboratory: Laboratory, regimes: Mapping[str, Written]) -> dict[str, Regime]:
    """The regimes as they run.

    Raises `RegimeError` for a name that is taken, a base that is not there, or a lever that does not fit the model.
    """
    for name, regime in regimes.items():
        if name in laboratory.regimes or name == HISTORY:
            raise RegimeError(
                f"there are two regimes `{name}`: also one that was there before", where=regime.where(), fix="rename one"
            )
    return resolved(regimes, laboratory.model, laboratory.history, laboratory.regimes)


def _check_parts(whole: Entry) -> None:
    for key in whole.table:
        if key not in KEYS:
            raise whole.refuse(
                f"`{shorten(key)}` is no part of a study", key, near=nearest(key, KEYS), fix="one of " + ", ".join(KEYS)
            )


def _tables(whole: Entry, part: str, mistakes: Mistakes) -> Iterator[tuple[str, Entry]]:
    """The named tables of a part; what is none is a mistake."""
    if part not in whole:
        return
    found = whole.table[part]
    with mistakes:
        if not isinstance(found, dict):
            raise whole.refuse(f"`{part}` must be tables with a name", part, fix=f"write [{part}.NAME] on a line")
    for name, table in found.items() if isinstance(found, dict) else ():
        if isinstance(table, dict):
            yield name, Entry(replace(whole.sheet, table=table, inside=(part, name)))
        else:
            with mistakes:
                raise whole.refuse(
                    f"`{part}.{shorten(name)}` is no table",
                    part,
                    name,
                    fix=f"write [{part}.{shorten(name)}] on a line, then its keys",
                )


def _regime(laboratory: Laboratory, name: str, entry: Entry) -> Written:
    theory, model = laboratory.theory, laboratory.model
    own = replace(entry.sheet, span=(theory.clock.start, theory.latest))
    dated = [each for each in model.of_role(["lever"]) if model[each].dated]
    return regime_in(own, check_name(own, name), dated)


def _claims(ground: ClaimGround, whole: Entry, mistakes: Mistakes) -> dict[str, OwnClaim]:
    """The claims, each under a name that no other has in capitals or not."""
    found = dict[str, OwnClaim]()
    for name, entry in _tables(whole, CLAIMS, mistakes):
        with mistakes:
            if taken := [each for each in found if each.casefold() == name.casefold()]:
                raise entry.refuse(f"there are two claims `{taken[0]}`, but for capitals", fix="rename one")
        claim = claim_written(ground, name, entry, mistakes)
        if claim is not None:
            found[name] = claim
    return found


def _plain(whole: Entry, part: str) -> dict[str, Mapping[str, Any]]:
    """The tables of a part as they are written."""
    found = whole.table.get(part, {})
    return {name: each for name, each in found.items() if isinstance(each, dict)} if isinstance(found, dict) else {}


def _rows(whole: Entry) -> dict[str, tuple[Placed[Any], ...]]:
    """Rows of each table of the record; every wrong cell of all of them in one error."""
    complaints, found = Complaints(), {}
    for name, form in TAKEN.items():
        entries = whole.table.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            raise RecordError(
                f"`{name}` must be rows", where=whole.where(name), fix=f"write [[{name}]] on a line, then its columns"
            )
        placed = [(line_of(whole.sheet.lines, (name, str(place))) or 1, entry) for place, entry in enumerate(entries)]
        if rows := written_rows(whole.sheet.file, form, placed, complaints):
            found[name] = tuple(rows)
    complaints.settle(whole.sheet.file)
    return found
