"""Evidence bound to theory: the dual-track model with the past it declares, its regimes, its facts and its claims."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as File

from dualtrack.app.page.pack.history import shown
from dualtrack.app.recorded import recorded
from dualtrack.app.unused import Uses, unused
from dualtrack.errors import LabWarning, RegimeError, UnknownName, nearest, same_name
from dualtrack.evidence.history import alarm_history, dial_history
from dualtrack.evidence.record import Record, load_record
from dualtrack.lab.record_fits import check_dials, check_figures
from dualtrack.lab.regime_file import read_regime
from dualtrack.lab.regimes import files_at, read_regimes
from dualtrack.language.checked import checked
from dualtrack.language.checks import Check
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.ledger import Claim, Fact
from dualtrack.language.model import Model
from dualtrack.language.panel import Panel
from dualtrack.language.scenario import Path, Regime
from dualtrack.language.target import Bound, Target
from dualtrack.language.theory import Theory, check_regimes, model_of
from dualtrack.language.tilt import Tilt
from dualtrack.theory.dual_track import THEORY

OUTCOMES, YEARS, REFERENCES = THEORY.outcomes, THEORY.years, THEORY.references
PAST, TREATED, CLOCK = THEORY.past, THEORY.treated, THEORY.clock
LATEST = 2060.0
"""The last year that a run may reach; beyond it the theory's numbers say nothing."""
FACTS_CLOCK = THEORY.facts_clock
"""Long enough for every fact; a fact beyond it is refused by name."""
TOLD = 10
"""Rows without effect that the warning names."""
assert isinstance(THEORY.regimes, File), "the shipped theory keeps its regimes in files"
SHIPPED = THEORY.regimes
TABLES = File(__file__).parents[1] / "evidence" / "tables"


@dataclass(frozen=True)
class Laboratory:
    """Everything a command needs.

    `files` are what it was read from, `own` those of them that are the user's, which come last, `shipped` the regimes that come
    with the theory, and `unused` the rows of a user's tables that change nothing, a line each.
    """

    theory: Theory
    model: Model
    record: Record
    regimes: Mapping[str, Regime]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    mediators: tuple[str, ...]
    targets: tuple[Target, ...]
    bounds: tuple[Bound, ...]
    tilts: tuple[Tilt, ...]
    reactions: Panel
    files: tuple[File, ...]
    own: tuple[File, ...]
    shipped: tuple[str, ...]
    unused: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)

    @checked
    def regime(self, name: str) -> Regime:
        """The regime of this name, in capitals or not; raises `RegimeError` with the nearest."""
        known = same_name(name, self.regimes)
        if known is None:
            raise RegimeError(
                f"there is no regime `{name}`",
                near=nearest(name, self.regimes),
                fix="`dualtrack list regimes` shows every one; --from FILE.toml adds yours",
            )
        return self.regimes[known]

    @checked
    def tilt(self, name: str) -> Tilt:
        """The tilt of this name, in capitals or not; raises `RegimeError` with the nearest."""
        tilts = {tilt.name: tilt for tilt in self.tilts}
        known = same_name(name, tilts)
        if known is None:
            raise RegimeError(f"there is no tilt `{name}`", near=nearest(name, tilts), fix="one of " + ", ".join(tilts))
        return tilts[known]

    def quantity(self, name: str, option: str) -> str:
        """The model's own spelling of a quantity's name; raises `UnknownName` with the nearest."""
        known = same_name(name, self.model.quantities)
        if known is None:
            raise UnknownName(
                f"the model has no quantity `{name}`",
                where=option,
                near=nearest(name, self.model.quantities),
                fix="`dualtrack list quantities` shows every one",
            )
        return known


@checked
def bind(regime_files: Sequence[File] = (), tables: File | None = None) -> Laboratory:
    """The laboratory with the shipped regimes, the user's own, and the record of a folder or of the package.

    `tables` is a folder with all eight tables. Raises `RecordError` for a table that is wrong or does not fit the theory, and
    warns with `LabWarning` of rows that change nothing; `Laboratory.unused` keeps them.
    """
    model, record = dual_track_model(), shipped_record() if tables is None else load_record(tables)
    check_dials(model, record)
    check_figures(model, record, THEORY.facts, THEORY.targets, _reactions())
    idle = () if tables is None else _unused(model, record)
    own = files_at(regime_files) if regime_files else ()
    regimes = read_regimes([SHIPPED, *own], model, past(model, record), span=(CLOCK.start, LATEST))
    return Laboratory(
        theory=THEORY,
        model=model,
        record=record,
        regimes=regimes,
        facts=THEORY.facts,
        claims=THEORY.claims,
        checks=THEORY.checks,
        mediators=THEORY.mediating(model),
        targets=THEORY.targets,
        bounds=THEORY.bounds,
        tilts=THEORY.tilts,
        reactions=_reactions(),
        files=(*_inside(SHIPPED, "*.toml"), *_inside(tables or TABLES, "*.csv"), *own),
        own=own,
        shipped=tuple(regimes)[: len(_inside(SHIPPED, "*.toml"))],
        unused=idle,
    )


def _unused(model: Model, record: Record) -> tuple[str, ...]:
    checks = tuple(check.yardstick for fact in THEORY.facts for check in fact.tests)
    asked = (*checks, *(target.yardstick for target in THEORY.targets))
    drawn = frozenset(each.series for each in shown(THEORY.facts, THEORY.targets))
    found = unused(record, shipped_record(), Uses(model, asked, _reactions(), drawn))
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
    model = model_of(THEORY)
    check_regimes(THEORY, [read_regime(file).name for file in _inside(SHIPPED, "*.toml")])
    return model


def _reactions() -> Panel:
    assert THEORY.reactions is not None, "the shipped theory declares how markets answered"
    return THEORY.reactions


def past(model: Model, record: Record) -> dict[str, Path]:
    """The coded history as paths of the model's levers and histories."""
    paths = {dial: Path(steps) for dial, steps in dial_history(record).items()}
    (alarm,) = model.of_role(["history"])
    return {**paths, alarm: Path(alarm_history(record))}


def _inside(folder: File, pattern: str) -> tuple[File, ...]:
    return tuple(sorted(folder.glob(pattern)))
