"""Where does a nudge move an outcome most? Every quantity read one per cent larger and one per cent smaller, in every world.

Quantities and links move by one per cent of themselves, levers by one per cent of their range, to one side where the other
leaves it. An effect is that of one per cent: on a wait in months, on a level in per cent of itself. Handles that reach the
outcome without passing a stock make up its own arithmetic, and are marked: they are where it is reckoned, not where it is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.loops.aim import Aim, AimReader, Read
from dualtrack.lab.loops.leverage_point import LeveragePoint, handles_of, moved, own_arithmetic
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.band import Band, band
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.nudge import IN_FORCE, nudgeable, size_name
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import LONG_AGO, Clock, Path, Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER

Batch = Sequence[LeveragePoint]
Sides = tuple[tuple[int, Paths], tuple[int, Paths]]

PART = 0.01
"""The nudge: small beside what bends an equation, and large beside rounding."""
TOGETHER = 1000
"""Worlds that are run at once: a run of few worlds costs little more than its start."""
FIRST = 10
"""How many handles count as the first ones of a world."""


@dataclass(frozen=True, slots=True, repr=False)
class Pull(Printed):
    """What a handle does to one aim, `effect[world]` of the sound worlds, in months or hundredths of a logarithm.

    It is no number where a nudged run fails or nothing can be measured. `direct` says that the handle is part of the outcome's
    own arithmetic; `among_first` is the share of worlds, 0 to 1, in which it is one of the ten strongest of the others, 0 for a
    direct one.
    """

    handle: LeveragePoint
    effect: Array
    direct: bool
    among_first: float

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def size(self) -> float:
        """The mean magnitude over worlds, by which handles are ranked; 0 where no world has a number."""
        held = self._held
        return float(np.abs(held).mean()) if len(held) else 0.0

    @property
    def band(self) -> Band | None:
        """The effect over worlds."""
        return band(self._held) if len(self._held) else None

    @property
    def upward(self) -> float | None:
        """Of the worlds in which it moves the aim, the share where more gives more: a later passing, a higher level."""
        felt = self._held[self._held != 0]
        return float((felt > 0).mean()) if len(felt) else None

    @property
    def _held(self) -> Array:
        return np.asarray(self.effect[np.isfinite(self.effect)])


@dataclass(frozen=True, slots=True, repr=False)
class Leverage(Printed):
    """Pulls per aim, the strongest first, of nudges that act from year `start` to `stop`; `sound[world]` marks the worlds run."""

    regime: str
    start: float
    stop: float
    pulls: Mapping[Aim, tuple[Pull, ...]]
    sound: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    def pull(self, aim: Aim, handle: LeveragePoint) -> Pull:
        """What one handle does to one aim; raises `UnknownName`."""
        known = {each.handle: each for each in self.pulls[aim]}
        if handle not in known:
            near = nearest(handle.key, [each.key for each in known])
            raise UnknownName(f"`{handle.key}` was not nudged", near=near, fix="name it among the handles")
        return known[handle]

    def printed_title(self) -> str:
        return f"Leverage under `{self.regime}` from {self.start:g} to {self.stop:g}"


@dataclass(frozen=True)
class LeverageBench:
    """A model whose handles can be nudged under one regime, compiled once; `rule` says what counts as a wait."""

    model: Model
    regime: Regime
    clock: Clock
    aims: tuple[Aim, ...]
    edges: Mapping[LeveragePoint, tuple[Edge, ...]]
    engine: Engine
    rule: LagRule

    @classmethod
    def of(cls, model: Model, regime: Regime, clock: Clock, aims: Sequence[Aim], rule: LagRule | None = None) -> LeverageBench:
        """Compile for every handle that leads to an aim; raises like `check_aims`."""
        check_aims(model, aims)
        edges = handles_of(model, [aim.outcome for aim in aims])
        nudged = nudgeable(model, {handle.key: own for handle, own in edges.items() if own})
        return cls(
            model, regime, clock, tuple(aims), edges, engine(nudged), rule or LagRule.between([regime], clock.start, clock.stop)
        )

    @property
    def points(self) -> tuple[LeveragePoint, ...]:
        """Quantities and levers."""
        return tuple(handle for handle in self.edges if not handle.reader)

    @property
    def links(self) -> tuple[LeveragePoint, ...]:
        """The links of quantities that several read: the one link of any other is the quantity itself."""
        readers = Counter(handle.name for handle in self.edges if handle.reader)
        return tuple(handle for handle in self.edges if handle.reader and readers[handle.name] > 1)

    def measure(
        self,
        worlds: Worlds,
        handles: Iterable[LeveragePoint],
        *,
        span: tuple[float, float] | None = None,
        progress: Progress | None = None,
    ) -> Leverage:
        """Nudge handles, from the start of the wait on or over a span of years.

        Raises `UnknownName` for what is no handle, and `RunError` where no world finishes.
        """
        start, stop = span or (self.rule.start, self.clock.stop)
        asked = list(handles)
        self._check(asked)
        whole = self._run(self.regime, dict(worlds.values))
        if whole.failed.all():
            raise RunError("no world finishes, so nothing can be moved in one", fix="`run_ensemble` names what fails, and where")
        given = {name: values[~whole.failed] for name, values in worlds.values.items()}
        still = self._run(self.regime, given)
        seen = AimReader.of(self.aims, np.asarray(self.clock.saved), self.rule, still)
        effects: dict[LeveragePoint, Read] = {}
        for batch in _batches(asked, len(still.failed)):
            for handle, sides in self._sides(batch, given, (start, stop), still).items():
                effects[handle] = _between(seen, sides)
            if progress is not None:
                progress(len(effects), len(asked))
        pulls = {aim: self._ranked(aim, {handle: effects[handle][aim] for handle in asked}) for aim in self.aims}
        return Leverage(self.regime.name, start, stop, pulls, ~whole.failed)

    def _sides(
        self, batch: Batch, given: Mapping[str, Array], span: tuple[float, float], still: Paths
    ) -> dict[LeveragePoint, Sides]:
        """Per handle two runs, each with how far it is nudged; without a nudge where a lever would leave its range."""
        if batch[0].is_lever:
            return {handle: self._lever_sides(handle, given, span, still) for handle in batch}
        count, steps = len(still.failed), (1, -1)
        tiled = {name: np.tile(values, len(steps) * len(batch)) for name, values in given.items()}
        for place, handle in enumerate(batch):
            size = np.zeros((len(batch), len(steps), count))
            size[place] = PART * np.array(steps)[:, None]
            tiled[size_name(handle.key)] = size.ravel()
        in_force = Path(((LONG_AGO, 0.0), (span[0], 1.0))).then(span[1], Path(((span[1], 0.0),)))
        run = self._run(replace(self.regime, paths={**self.regime.paths, IN_FORCE: in_force}), tiled)
        parts = iter(_parts(run, count))
        return {handle: ((steps[0], next(parts)), (steps[1], next(parts))) for handle in batch}

    def _lever_sides(self, handle: LeveragePoint, given: Mapping[str, Array], span: tuple[float, float], still: Paths) -> Sides:
        regimes = [(step, moved(self.model, self.regime, handle.name, step * PART, *span)) for step in (1, -1)]
        up, down = [(step, self._run(regime, given)) if regime is not None else (0, still) for step, regime in regimes]
        return up, down

    def _run(self, regime: Regime, given: Mapping[str, Array]) -> Paths:
        saved = list(dict.fromkeys(aim.outcome for aim in self.aims))
        return self.engine.runner.run(regime, self.clock, given, saved, scheme=EULER)

    def _check(self, handles: Sequence[LeveragePoint]) -> None:
        for handle in handles:
            if handle not in self.edges:
                near = nearest(handle.key, [each.key for each in self.edges])
                raise UnknownName(f"`{handle.key}` is no handle of these outcomes", near=near, fix="name one of `edges`")

    def _ranked(self, aim: Aim, effects: Mapping[LeveragePoint, Array]) -> tuple[Pull, ...]:
        own = own_arithmetic(self.model, aim.outcome)
        direct = {handle: any(effect in own for _, effect in self.edges[handle]) for handle in effects}
        others = [handle for handle in effects if not direct[handle]]
        first = dict(zip(others, _among_first([effects[handle] for handle in others]), strict=True))
        pulls = [Pull(handle, effect, direct[handle], first.get(handle, 0.0)) for handle, effect in effects.items()]
        return tuple(sorted(pulls, key=lambda pull: -pull.size))


def _batches(handles: Sequence[LeveragePoint], count: int) -> Iterator[Batch]:
    """Handles whose nudged worlds are run together: a lever, which takes a regime of its own, by itself."""
    yield from ([handle] for handle in handles if handle.is_lever)
    others = [handle for handle in handles if not handle.is_lever]
    together = max(TOGETHER // (2 * count), 1)
    yield from (others[start : start + together] for start in range(0, len(others), together))


def _parts(run: Paths, count: int) -> Iterator[Paths]:
    """A run of many blocks of worlds, block by block."""
    for start in range(0, len(run.failed), count):
        part = slice(start, start + count)
        yield replace(
            run,
            values={name: rows[part] for name, rows in run.values.items()},
            failed=run.failed[part],
            failed_step=run.failed_step[part],
        )


def _between(seen: AimReader, sides: Sides) -> Read:
    """The difference between two runs, per step of the nudge between them; no number where there is none."""
    (one, first), (other, second) = sides
    a, b = seen.read(first), seen.read(second)
    return {aim: (a[aim] - b[aim]) / (one - other) if one != other else np.full(len(a[aim]), np.nan) for aim in a}


def check_aims(model: Model, aims: Iterable[Aim]) -> None:
    """Raise `UnknownName` for an outcome that is not there, or `RunError` for one that nothing in the model moves."""
    for aim in aims:
        if model[aim.outcome].tree is None:
            raise RunError(f"`{aim.outcome}` is given from outside, so no nudge moves it", fix="name what an equation gives")


def _among_first(effects: Sequence[Array]) -> list[float]:
    """Per handle the share of worlds in which its magnitude is one of the ten largest, ties and zeros aside."""
    if not effects:
        return []
    sizes = np.nan_to_num(np.abs(np.array(effects)))
    bar = np.sort(sizes, axis=0)[-min(FIRST, len(sizes))]
    return [float(each) for each in ((sizes >= bar) & (sizes > 0)).mean(axis=1)]
