"""Where the program names a theory: the shipped one, its model kept on disk, and its laboratory with the shipped record."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path as File

from dualtrack.app.recorded import recorded
from dualtrack.errors import LabWarning, RecordError
from dualtrack.evidence.merge import OwnRows, merge_record
from dualtrack.evidence.record import EMPTY, Record, load_record
from dualtrack.lab.laboratory import Laboratory, assemble
from dualtrack.lab.record.unused import Uses, unused
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.theory import Theory, model_of
from dualtrack.theory.dual_track import THEORY as THEORY

OUTCOMES, YEARS, REFERENCES = THEORY.outcomes, THEORY.years, THEORY.references
PAST, TREATED, CLOCK, LATEST = THEORY.past, THEORY.treated, THEORY.clock, THEORY.latest
FACTS_CLOCK = THEORY.facts_clock
"""Long enough for every fact; a fact beyond it is refused by name."""
TOLD = 10
"""Rows without effect that the warning names."""
TABLES = File(__file__).parents[1] / "evidence" / "tables"


@checked
def bind(regime_files: Sequence[File] = (), tables: File | None = None, record: File | None = None) -> Laboratory:
    """The laboratory with the shipped regimes, the user's own, and the record of a folder or of the package.

    `regime_files` are TOML files of the user's regimes, or folders of them; `tables` is a folder with all nine tables, `record`
    one with rows of the user's that are added to these, or to the shipped ones. Raises `RecordError` for a table that is wrong or
    does not fit the theory, `RegimeError` for a regime that does not, and warns with `LabWarning` of rows that change nothing;
    `Laboratory.unused` keeps them.
    """
    seen, own = _record(tables, record)
    files = sorted((tables or TABLES).glob("*.csv"))
    found = replace(assemble(THEORY, dual_track_model(), seen, tables=files, regime_files=regime_files), added=own)
    return found if tables is None and record is None else replace(found, unused=_unused(found))


def bind_theory(
    theory: Theory, regime_files: Sequence[File] = (), tables: File | None = None, record: File | None = None
) -> Laboratory:
    """The laboratory of another theory, held beside a folder of tables or beside nothing; raises `RecordError` for rows alone."""
    if record is not None:
        raise RecordError(
            f"rows are added to the shipped record, and theory `{theory.name}` is held beside one of its own",
            where=str(record),
            fix="write the rows into its tables, and give these: laboratory(theory, tables=...)",
        )
    seen, files = (EMPTY, []) if tables is None else (load_record(tables), sorted(tables.glob("*.csv")))
    return assemble(theory, model_of(theory), seen, tables=files, regime_files=regime_files)


def _record(tables: File | None, record: File | None) -> tuple[Record, OwnRows | None]:
    if record is not None:
        return merge_record(record, tables)
    return (shipped_record() if tables is None else load_record(tables)), None


def _unused(laboratory: Laboratory) -> tuple[str, ...]:
    theory = laboratory.theory
    checks = tuple(check.yardstick for fact in theory.facts for check in fact.tests)
    asked = (*checks, *(target.yardstick for target in theory.targets))
    drawn = frozenset(each.series for each in theory.counterparts)
    findings = frozenset(theory.published.findings)
    uses = Uses(laboratory.model, asked, theory.reactions, drawn, findings)
    repeating = () if laboratory.added is None else tuple(laboratory.added.lines())
    found = repeating + unused(laboratory.record, shipped_record(), uses)
    if found:
        lines = "\n".join(f"  {line}" for line in found[:TOLD])
        rest = f"\n  and {len(found) - TOLD} more: Laboratory.unused" if len(found) > TOLD else ""
        warnings.warn(f"rows of the tables without effect: {len(found)}\n{lines}{rest}", LabWarning, stacklevel=4)
    return found


@cache
def shipped_record() -> Record:
    """The tables of the package; read once, since nothing in a record can be changed."""
    return load_record()


@cache
def dual_track_model() -> Model:
    """The theory as a model that its facts and claims fit; recorded once, since it never changes."""
    return recorded(_fitting_model)


def _fitting_model() -> Model:
    return model_of(THEORY)
