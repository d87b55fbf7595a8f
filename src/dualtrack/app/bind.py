"""Where the program names a theory: the shipped one, its model kept on disk, and its laboratory with the shipped record."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path as File

from dualtrack.app.recorded import recorded
from dualtrack.errors import LabWarning
from dualtrack.evidence.record import Record, load_record
from dualtrack.lab.laboratory import Laboratory, assemble
from dualtrack.lab.record.unused import Uses, unused
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.theory import model_of
from dualtrack.theory.dual_track import THEORY as THEORY

OUTCOMES, YEARS, REFERENCES = THEORY.outcomes, THEORY.years, THEORY.references
PAST, TREATED, CLOCK, LATEST = THEORY.past, THEORY.treated, THEORY.clock, THEORY.latest
FACTS_CLOCK = THEORY.facts_clock
"""Long enough for every fact; a fact beyond it is refused by name."""
TOLD = 10
"""Rows without effect that the warning names."""
TABLES = File(__file__).parents[1] / "evidence" / "tables"


@checked
def bind(regime_files: Sequence[File] = (), tables: File | None = None) -> Laboratory:
    """The laboratory with the shipped regimes, the user's own, and the record of a folder or of the package.

    `regime_files` are TOML files of the user's regimes, or folders of them; `tables` is a folder with all nine tables. Raises
    `RecordError` for a table that is wrong or does not fit the theory, `RegimeError` for a regime that does not, and warns with
    `LabWarning` of rows that change nothing; `Laboratory.unused` keeps them.
    """
    record = shipped_record() if tables is None else load_record(tables)
    files = sorted((tables or TABLES).glob("*.csv"))
    found = assemble(THEORY, dual_track_model(), record, tables=files, regime_files=regime_files)
    return found if tables is None else replace(found, unused=_unused(found))


def _unused(laboratory: Laboratory) -> tuple[str, ...]:
    theory = laboratory.theory
    checks = tuple(check.yardstick for fact in theory.facts for check in fact.tests)
    asked = (*checks, *(target.yardstick for target in theory.targets))
    drawn = frozenset(each.series for each in theory.counterparts)
    findings = frozenset(theory.published.findings)
    found = unused(laboratory.record, shipped_record(), Uses(laboratory.model, asked, theory.reactions, drawn, findings))
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
