"""A theory with the record it is held beside and the regimes it is run under: what every question is asked of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as File
from typing import Any

from dualtrack.errors import RecordError, RegimeError, UnknownName, nearest, same_name
from dualtrack.evidence.history import alarm_history, dial_history
from dualtrack.evidence.merge import OwnRows
from dualtrack.evidence.record import Record
from dualtrack.lab.record.mapped import check_mapped
from dualtrack.lab.record.published_fits import check_published_findings
from dualtrack.lab.record.record_fits import check_dials, check_figures, check_sources
from dualtrack.lab.runs.cluster import Cluster, cluster_of
from dualtrack.lab.runs.regimes import files_at, layered, read_regimes
from dualtrack.lab.studies.study import Study
from dualtrack.language.checked import checked
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Path, Regime
from dualtrack.language.statements.panel import Panel
from dualtrack.language.theory import Theory, check_regimes
from dualtrack.language.tilt import Tilt


@dataclass(frozen=True, repr=False)
class Laboratory(Printed):
    """A `theory`, its `model`, the `record`, and `regimes` by name; `history` holds the paths that all follow until they part.

    `files` are what it was read from, `own` those of them that are the user's, which come last, `shipped` the regimes that come
    with the theory, `unused` the rows of a user's tables that change nothing, a line each, and `added` the user's rows that were
    merged into the record. `study` is what a user brought in one file, laid on all of it, and `programs` the files of Python of a
    theory that a user brought, the one that defines it first. Blocks of worlds are run by a `cluster` where there is one.
    """

    theory: Theory
    model: Model
    record: Record
    regimes: Mapping[str, Regime]
    history: Mapping[str, Path]
    files: tuple[File, ...] = ()
    own: tuple[File, ...] = ()
    shipped: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    added: OwnRows | None = None
    study: Study | None = None
    programs: tuple[File, ...] = ()
    cluster: Cluster | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        freeze_fields(self)

    @checked
    def regime(self, name: str) -> Regime:
        """The regime of this `name`, in capitals or not; raises `RegimeError` with the nearest."""
        known = same_name(name, self.regimes)
        if known is None:
            raise RegimeError(
                f"there is no regime `{name}`",
                near=nearest(name, self.regimes),
                fix="name a regime of the theory, or read the file that defines yours as well",
            )
        return self.regimes[known]

    @checked
    def tilt(self, name: str) -> Tilt:
        """The tilt of this `name`, in capitals or not; raises `RegimeError` with the nearest."""
        tilts = {tilt.name: tilt for tilt in self.theory.tilts}
        known = same_name(name, tilts)
        if known is None:
            raise RegimeError(f"there is no tilt `{name}`", near=nearest(name, tilts), fix="one of " + ", ".join(tilts))
        return tilts[known]

    def quantity(self, name: str, option: str) -> str:
        """The model's own spelling of a quantity's `name`; raises `UnknownName` with the nearest, and `option` as the place of
        the fault.
        """
        known = same_name(name, self.model.quantities)
        if known is None:
            raise UnknownName(
                f"the model has no quantity `{name}`",
                where=option,
                near=nearest(name, self.model.quantities),
                fix="name one of the model's quantities",
            )
        return known

    @property
    def recorded(self) -> dict[str, Any]:
        """Which record it is held beside: the fingerprint of the `shipped` one, and apart from it the user's `own` rows."""
        if self.added is None:
            return {"shipped": self.record.fingerprint, "own": None}
        own = self.added
        return {
            "shipped": own.shipped,
            "own": {"rows": own.counts, "files": dict(own.files), "fingerprint": own.fingerprint},
        }

    @property
    def past(self) -> Regime:
        """The regime that is held beside the record; raises `RegimeError` where the theory names none."""
        return self._role(self.theory.past, "past", "is held beside the record")

    @property
    def treated(self) -> Regime:
        """The regime that the theory is about; raises `RegimeError` where the theory names none."""
        return self._role(self.theory.treated, "treated", "the theory is about")

    @property
    def references(self) -> tuple[Regime, ...]:
        """The regimes that others are held against, the usual one first."""
        return tuple(self.regime(name) for name in self.theory.references)

    @property
    def reactions(self) -> Panel:
        """How markets answered dated news; raises `RecordError` where the theory declares none."""
        if self.theory.reactions is None:
            raise RecordError(
                f"theory `{self.theory.name}` declares no market reactions", fix="declare them: Theory(reactions=...)"
            )
        return self.theory.reactions

    def _role(self, name: str, field: str, words: str) -> Regime:
        if not name:
            raise RegimeError(
                f"theory `{self.theory.name}` does not say which regime {words}", fix=f"name it: Theory(..., {field}=NAME)"
            )
        return self.regime(name)

    def printed_title(self) -> str:
        return f"Laboratory of theory `{self.theory.name}`: {len(self.regimes)} regimes"


def at_cluster(laboratory: Laboratory, client: object) -> Laboratory:
    """The same laboratory whose blocks of worlds the workers of a Dask `client` run; itself where there is none.

    Raises `WrongArgument` for what is no running client.
    """
    found = cluster_of(client, "Workbench")
    return laboratory if found is None else replace(laboratory, cluster=found)


def assemble(
    theory: Theory, model: Model, record: Record, *, tables: Sequence[File] = (), regime_files: Sequence[File] = ()
) -> Laboratory:
    """The laboratory of a theory: its model given the record's history, its regimes and the user's own.

    `model` is the theory's, as `model_of` gives it, `tables` the files that the record was read from, `regime_files` the user's
    files or folders of regimes. Raises `RecordError` for a record that does not fit the theory, `RegimeError` for a regime that
    is wrong, and `UnknownName` where the theory speaks of a regime that is not there.
    """
    check_dials(model, record)
    check_figures(model, record, theory.facts, theory.targets, theory.reactions)
    check_mapped(theory, model, record)
    check_sources(record, theory.evidence)
    check_published_findings(model, record, theory.published)
    history, span = history_of(model, record), (theory.clock.start, theory.latest)
    own, shipped = files_at(regime_files) if regime_files else (), regimes_of_theory(theory, model, history)
    check_regimes(theory, shipped)
    return Laboratory(
        theory=theory,
        model=model,
        record=record,
        regimes={**shipped, **(read_regimes(own, model, history, span=span, known=shipped) if own else {})},
        history=history,
        files=(*regime_files_of(theory), *tables, *own),
        own=own,
        shipped=tuple(shipped),
    )


def history_of(model: Model, record: Record) -> dict[str, Path]:
    """The coded history as paths of the model's levers, and the record's alarms as that of its history, where it has one."""
    paths = {dial: Path(steps) for dial, steps in dial_history(record).items()}
    return paths | {name: Path(alarm_history(record)) for name in model.of_role(["history"])}


def regimes_of_theory(
    theory: Theory, model: Model, history: Mapping[str, Path], parts_at: Mapping[str, float] | None = None
) -> dict[str, Regime]:
    """The regimes that come with a theory, by name; `parts_at` gives other years in which some part from history."""
    if isinstance(theory.regimes, tuple):
        return layered(theory.regimes, model, history, parts_at)
    return read_regimes(theory.regimes, model, history, parts_at, span=(theory.clock.start, theory.latest))


def regime_files_of(theory: Theory) -> tuple[File, ...]:
    """The files of the theory's own regimes, by name; none where they are values."""
    return () if isinstance(theory.regimes, tuple) else files_at([theory.regimes])
