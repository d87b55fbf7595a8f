"""Which levers moved an outcome from one regime to another, and how far each? Every mixture of the two is run, and shared out.

A mixture follows one regime's path for some of the levers that differ and the other's for the rest. Where more levers differ than
can be mixed, those of one dial move together, and then all of the fullest sectors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RegimeError, RunError, UnknownName, nearest
from dualtrack.lab.questions.asked import check_asked
from dualtrack.lab.runs.engine import engine
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.statistics.shapley import interactions, shares
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime, check_regime, check_world, course
from dualtrack.language.soundness.acting import check_acting
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

MOST = 16
"""Movers that are mixed one by one: 65,536 runs, some ten seconds."""
LANES = 1024
"""Mixtures run together: each carries the path of every mover."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class PolicyChange(Printed):
    """Two regimes of a `model` in one world: `before` as it is and `after` in its place, over the years of `clock`.

    `world` holds drawn numbers by name; one that is left out is the nominal one.
    """

    model: Model
    before: Regime
    after: Regime
    clock: Clock
    world: Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"From `{self.before.name}` to `{self.after.name}`"


@dataclass(frozen=True, slots=True, repr=False)
class Mover(Printed):
    """Levers that are moved together."""

    name: str
    levers: tuple[str, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class MoverShare:
    """What a mover adds to an outcome's change."""

    mover: Mover
    value: float


@dataclass(frozen=True, slots=True)
class Pair:
    """What two movers add together beyond what each adds by itself; already inside their parts, half in each."""

    movers: tuple[Mover, Mover]
    value: float


@dataclass(frozen=True, slots=True, repr=False)
class Split(Printed):
    """An outcome before and after, the parts that sum to its change and the interactions of pairs, both largest first."""

    outcome: str
    before: float
    after: float
    parts: tuple[MoverShare, ...]
    pairs: tuple[Pair, ...]

    def printed_title(self) -> str:
        return f"{self.outcome}: {self.before:g} to {self.after:g}"

    def printed_lines(self) -> Mapping[str, object]:
        return {each.mover.name: each.value for each in self.parts}


@dataclass(frozen=True, slots=True, repr=False)
class ChangeExplained(Tidy):
    """The splits of every outcome in a year; `unmoved` names the levers that both regimes set alike, whose part is nothing."""

    change: PolicyChange
    year: float
    movers: tuple[Mover, ...]
    unmoved: tuple[str, ...]
    splits: tuple[Split, ...]
    runs: int

    def part(self, outcome: str, lever: str) -> float:
        """What a mover, or an unmoved lever, adds to an outcome's change; raises `UnknownName`."""
        splits = {split.outcome: {part.mover.name: part.value for part in split.parts} for split in self.splits}
        if outcome not in splits:
            raise UnknownName(f"`{outcome}` was not explained", near=nearest(outcome, splits), fix="ask for it and explain again")
        known = {**dict.fromkeys(self.unmoved, 0.0), **splits[outcome]}
        if lever not in known:
            raise UnknownName(f"`{lever}` is no mover", near=nearest(lever, known), fix="levers of a group move by its name")
        return known[lever]

    def printed_title(self) -> str:
        return f"{self.change.printed_title()} in {self.year:g}, explained by {len(self.movers)} movers"

    def printed_lines(self) -> Mapping[str, object]:
        first = {f"{each.outcome}, first movers": [part.mover for part in each.parts if part.value] for each in self.splits}
        return {**first, "unmoved": self.unmoved, "runs": self.runs}

    def to_dict(self) -> Row:
        """Every outcome's parts and pairs."""
        return plain_row(
            {
                "before": self.change.before.name,
                "after": self.change.after.name,
                "year": self.year,
                "movers": [{"name": m.name, "levers": m.levers, "en": m.label[0], "zh": m.label[1]} for m in self.movers],
                "unmoved": self.unmoved,
                "outcomes": [
                    {
                        "outcome": each.outcome,
                        "unit": str(self.change.model[each.outcome].unit),
                        "before": each.before,
                        "after": each.after,
                        "parts": {part.mover.name: part.value for part in each.parts},
                        "pairs": [{"movers": [mover.name for mover in pair.movers], "value": pair.value} for pair in each.pairs],
                    }
                    for each in self.splits
                ],
                "runs": self.runs,
                "exact": True,
                "model": self.change.model.fingerprint,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per outcome and mover, largest parts first."""
        return [
            {"outcome": each.outcome, "unit": str(self.change.model[each.outcome].unit), "year": self.year}
            | {"mover": part.mover.name, "label": dict(zip(LANGUAGES, part.mover.label, strict=True)), "part": part.value}
            for each in self.splits
            for part in each.parts
        ]


@checked
def explain_change(change: PolicyChange, outcomes: Sequence[str], year: float) -> ChangeExplained:
    """Share out the `change` of each of the `outcomes` in `year` over the levers that differ (Shapley, 1953).

    It is exact, with no sampling, and in each outcome's own unit; the parts sum to the whole. Raises `RegimeError` where no lever
    differs, and `RunError` for no outcome, a year outside the run, or a mixture that leaves the numbers.
    """
    _check(change, outcomes, year)
    paths = {name: _both(change, name) for name in change.model.driven}
    moved = [name for name, (before, after) in paths.items() if not np.array_equal(before, after)]
    if not moved:
        raise RegimeError(
            f"`{change.before.name}` and `{change.after.name}` set every lever alike", fix="name two regimes that differ"
        )
    movers = _movers(change.model, moved)
    values = _mixtures(change, movers, paths, outcomes, year)
    return ChangeExplained(
        change=change,
        year=year,
        movers=movers,
        unmoved=tuple(name for name in paths if name not in moved),
        splits=tuple(_split(name, row, movers) for name, row in zip(outcomes, values, strict=True)),
        runs=1 << len(movers),
    )


def _check(change: PolicyChange, outcomes: Sequence[str], year: float) -> None:
    for regime in (change.before, change.after):
        check_regime(change.model, regime)
        check_acting(regime, change.clock)
    for name in outcomes:
        check_asked(change.model, name)
    check_world(change.model, change.world or {})
    if not outcomes or not change.clock.start <= year <= change.clock.stop:
        first, last = change.clock.start, change.clock.stop
        raise RunError(
            f"{len(outcomes)} outcomes were asked for in {year:g}, and the run covers {first:g} to {last:g}",
            fix="name at least one outcome, and a year inside the run",
        )


def _both(change: PolicyChange, name: str) -> tuple[Array, Array]:
    """A lever's value at every step under each regime."""
    before, after = (np.array(course(change.model, each, name, change.clock.years)) for each in (change.before, change.after))
    return before, after


def _movers(model: Model, moved: Sequence[str]) -> tuple[Mover, ...]:
    """Each lever by itself; where they are too many each dial with all its elements, and then the fullest sectors whole."""
    movers = tuple(Mover(name, (name,), label_of(model[name])) for name in moved)
    if len(movers) > MOST:
        dials = {model[name].base: model[name].label for name in moved}
        movers = tuple(Mover(base, tuple(n for n in moved if model[n].base == base), label) for base, label in dials.items())
    while len(movers) > MOST:
        sectors = [model[mover.levers[0]].sector for mover in movers]
        fullest = max(dict.fromkeys(sectors), key=sectors.count)
        levers = tuple(lever for mover in movers for lever in mover.levers if model[lever].sector == fullest)
        others = [mover for mover, sector in zip(movers, sectors, strict=True) if sector != fullest]
        movers = (Mover(fullest, levers, (fullest, fullest)), *others)
    return movers


def _mixtures(
    change: PolicyChange,
    movers: tuple[Mover, ...],
    paths: Mapping[str, tuple[Array, Array]],
    outcomes: Sequence[str],
    year: float,
) -> Array:
    """Outcomes as [outcome, mixture]: mixture 0 is the regime before, the last the one after."""
    compiled, rest = engine(change.model), change.before
    found = []
    for start in range(0, 1 << len(movers), LANES):
        numbers = np.arange(start, min(start + LANES, 1 << len(movers)))
        series = {
            name: np.where((numbers >> place & 1)[:, None] == 1, paths[name][1], paths[name][0])
            for place, mover in enumerate(movers)
            for name in mover.levers
        }
        world = {name: np.full(len(numbers), value) for name, value in (change.world or {}).items()}
        ran = compiled.runner.run(rest, change.clock, world, list(dict.fromkeys(outcomes)), scheme=EULER, series=series)
        if ran.failed.any():
            raise _failed(change, movers, int(numbers[ran.failed][0]))
        found.append([at_year(ran.values[name], ran.years, year) for name in outcomes])
    return np.concatenate(found, axis=1)


def _split(outcome: str, values: Array, movers: tuple[Mover, ...]) -> Split:
    parts = [MoverShare(mover, float(value)) for mover, value in zip(movers, shares(values), strict=True)]
    found = interactions(values) if len(movers) > 1 else np.zeros((1, 1))
    pairs = [Pair((movers[i], movers[j]), float(found[i, j])) for j in range(len(movers)) for i in range(j)]
    return Split(
        outcome,
        float(values[0]),
        float(values[-1]),
        tuple(sorted(parts, key=lambda part: -abs(part.value))),
        tuple(sorted(pairs, key=lambda pair: -abs(pair.value))),
    )


def _failed(change: PolicyChange, movers: tuple[Mover, ...], mixture: int) -> RunError:
    joined = [mover.name for place, mover in enumerate(movers) if mixture >> place & 1]
    return RunError(
        f"`{change.before.name}` with {', '.join(joined) or 'nothing'} of `{change.after.name}` leaves the numbers",
        fix="explain the change in another world, or between regimes whose mixtures all run",
    )
