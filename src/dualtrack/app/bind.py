"""Where the program names a theory: the shipped one, its model kept on disk, and its laboratory with the shipped record."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path as File

from dualtrack.app.recorded import recorded
from dualtrack.app.theory_file import programs_of, tables_beside, theory_at
from dualtrack.errors import LabWarning, RecordError
from dualtrack.evidence.merge import OwnRows, merge_record
from dualtrack.evidence.record import EMPTY, Record, load_record
from dualtrack.lab.laboratory import Laboratory, assemble
from dualtrack.lab.record.unused import Uses, unused
from dualtrack.lab.studies.lay_study import lay_study
from dualtrack.lab.studies.study import Study
from dualtrack.lab.studies.study_file import read_study
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.theory import Theory, model_of
from dualtrack.theory.dual_track import THEORY as THEORY

TOLD = 10
"""Rows without effect that the warning names."""
EARLIEST_ZONE = 14
"""Hours by which the clocks of the Line Islands are before universal time."""
TABLES = File(__file__).parents[1] / "evidence" / "tables"


@checked
def bind(
    regime_files: Sequence[File] = (), tables: File | None = None, record: File | None = None, study: File | None = None
) -> Laboratory:
    """The laboratory with the shipped regimes, the user's own, and the record of a folder or of the package.

    `regime_files` are TOML files of the user's regimes, or folders of them; `tables` is a folder with all nine tables, `record`
    one with rows of the user's that are added to these, or to the shipped ones. A `study` is a file with regimes, priors, rows
    and claims of the user's, which is laid on all of it. Raises `RecordError` for a table that is wrong or does not fit the
    theory, `RegimeError` for a regime that does not, `StudyError` for a study that says what cannot be, and warns with
    `LabWarning` of what changes nothing; `Laboratory.unused` keeps it.
    """
    return _laid(_Ground(THEORY, dual_track_model(), tables), regime_files, record, study)


def bind_theory(
    theory: Theory,
    regime_files: Sequence[File] = (),
    tables: File | None = None,
    record: File | None = None,
    study: File | None = None,
) -> Laboratory:
    """The laboratory of another theory, held beside a folder of tables or beside nothing; raises `RecordError` for rows alone."""
    return _laid(_Ground(theory, model_of(theory), tables, is_shipped=False), regime_files, record, study)


def brought_laboratory(
    regime_files: Sequence[File] = (), *, record: File | None = None, theory: File | None = None, study: File | None = None
) -> Laboratory:
    """The laboratory of what the command line names: the shipped theory, or the one at a place with the tables beside it."""
    if theory is None:
        return bind(regime_files, record=record, study=study)
    laboratory = bind_theory(theory_of(theory), regime_files, tables_beside(theory), record, study)
    return replace(laboratory, programs=programs_of(theory))


def studies_at(
    first: File, second: File, theory: File | None = None
) -> tuple[Study, Study, Callable[[Study | None], Laboratory]]:
    """Two studies as their files say, and what lays either of them, a mixture of both or none on the ground that they share.

    The ground is the shipped theory, or another one with the tables beside it. Raises what `bind` raises for a study.
    """
    if theory is None:
        return studies_on(THEORY, first, second)
    return studies_on(theory_of(theory), first, second, tables_beside(theory))


def studies_on(
    theory: Theory, first: File, second: File, tables: File | None = None
) -> tuple[Study, Study, Callable[[Study | None], Laboratory]]:
    """The same on a theory as a value, held beside a folder of tables or, where it is not the shipped one, beside nothing."""
    is_shipped = theory is THEORY
    ground = _Ground(theory, dual_track_model() if is_shipped else model_of(theory), tables, is_shipped=is_shipped)
    plain = ground.standing(())
    one, other = (read_study(file, plain, _latest_date()) for file in (first, second))
    return one, other, lambda study: _with_study(ground, plain, study=study)


def theory_of(place: File | None) -> Theory:
    """The theory at a `place`, or the shipped one."""
    return THEORY if place is None else theory_at(place)


def other_theory(laboratory: Laboratory) -> str:
    """The name of a theory that is not the shipped one, for its folder in a command that is told; empty of the shipped one."""
    is_other = bool(laboratory.programs) or laboratory.theory.name != THEORY.name
    return laboratory.theory.name if is_other else ""


@dataclass(frozen=True, slots=True)
class _Ground:
    """A theory with its model and the tables that it is held beside: a folder, those of the package, or none."""

    theory: Theory
    model: Model
    tables: File | None
    is_shipped: bool = True

    @property
    def has_record(self) -> bool:
        return self.is_shipped or self.tables is not None

    @property
    def files(self) -> list[File]:
        return sorted((self.tables or TABLES).glob("*.csv")) if self.has_record else []

    def standing(self, regime_files: Sequence[File], seen: Record | None = None, own: OwnRows | None = None) -> Laboratory:
        """The laboratory with a user's regimes, beside a record, its own without a user's rows unless given."""
        if self.is_shipped and self.tables is None and not regime_files and seen is None and own is None:
            return shipped_laboratory()
        record = self.record() if seen is None else seen
        found = assemble(self.theory, self.model, record, tables=self.files, regime_files=regime_files)
        return replace(found, added=own)

    def record(self) -> Record:
        """The record without a user's rows."""
        if not self.has_record:
            return EMPTY
        return shipped_record() if self.tables is None else load_record(self.tables, is_partial=not self.is_shipped)


def _laid(ground: _Ground, regime_files: Sequence[File], record: File | None, study: File | None) -> Laboratory:
    """The laboratory on its ground, with everything that a user brought; what of it changes nothing is told."""
    plain = ground.standing(regime_files)
    read = None if study is None else read_study(study, plain, _latest_date())
    laboratory = _with_study(ground, plain, regime_files, record, read)
    is_own = laboratory.added is not None or (ground.is_shipped and ground.tables is not None)
    before = shipped_record() if ground.is_shipped else ground.record()
    unused = (*(_unused(laboratory, before) if is_own else ()), *(read.idle if read else ()))
    _warn(unused)
    return replace(laboratory, unused=unused) if unused else laboratory


def _with_study(
    ground: _Ground,
    laboratory: Laboratory,
    regime_files: Sequence[File] = (),
    record: File | None = None,
    study: Study | None = None,
) -> Laboratory:
    """The `laboratory` that stands on a ground, with rows of the user's and a study as it was read."""
    rows = {} if study is None else study.rows
    if record is not None or rows:
        if not ground.has_record:
            raise RecordError(
                f"theory `{ground.theory.name}` is held beside no record to which rows could be added",
                where=str(record or (study and study.file)),
                fix="give it tables of its own: laboratory(theory, tables=...)",
            )
        laboratory = ground.standing(regime_files, *merge_record(record, ground.tables, rows))
    return laboratory if study is None else lay_study(laboratory, study)


def _latest_date() -> date:
    """The date where it is latest on Earth: no file can have been written on a later one."""
    return (datetime.now(UTC) + timedelta(hours=EARLIEST_ZONE)).date()


def _unused(laboratory: Laboratory, before: Record) -> tuple[str, ...]:
    """Rows that change nothing of what the theory reads, beside a record `before` them."""
    theory = laboratory.theory
    checks = tuple(check.yardstick for fact in theory.facts for check in fact.tests)
    asked = (*checks, *(target.yardstick for target in theory.targets))
    drawn = frozenset(each.series for each in theory.counterparts)
    findings = frozenset(theory.published.findings)
    uses = Uses(laboratory.model, asked, theory.reactions, drawn, findings)
    repeating = () if laboratory.added is None else tuple(laboratory.added.lines())
    return repeating + unused(laboratory.record, before, uses)


def _warn(found: Sequence[str]) -> None:
    """Name the first lines of what a user brought and that changes nothing."""
    if found:
        lines = "\n".join(f"  {line}" for line in found[:TOLD])
        rest = f"\n  and {len(found) - TOLD} more: Laboratory.unused" if len(found) > TOLD else ""
        warnings.warn(f"of what you brought, without effect: {len(found)}\n{lines}{rest}", LabWarning, stacklevel=5)


@cache
def shipped_record() -> Record:
    """The tables of the package; read once, since nothing in a record can be changed."""
    return load_record()


@cache
def shipped_laboratory() -> Laboratory:
    """The laboratory as it is shipped; assembled once, since nothing in it can be changed."""
    return assemble(THEORY, dual_track_model(), shipped_record(), tables=sorted(TABLES.glob("*.csv")), regime_files=())


@cache
def dual_track_model() -> Model:
    """The theory as a model that its facts and claims fit; recorded once, since it never changes."""
    return recorded(_fitting_model)


def _fitting_model() -> Model:
    return model_of(THEORY)
