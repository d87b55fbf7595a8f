"""What the first screen of a theory says: how far its policy stands ahead of the first reference, why, and what that hangs on.

Months stand world by world at every whole year after the two part. Those in the year that is read are shared out over pathways,
by a run of every coalition, and cut along the one number that explains most of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.band import SHARES
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.story.dial import DialTurn, Resampling, deciding, masks, places_of, turn_of
from dualtrack.lab.story.pathway_runs import pathway_runs
from dualtrack.lab.story.story_runs import StoryRuns, runs_for
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.printed import Printed
from dualtrack.language.statements.pathway import Pathway
from dualtrack.language.theory import Theory
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields


@dataclass(frozen=True, slots=True)
class StoryRule:
    """`bound` and `months` that count and that means are held within; `parts` of a number, and the share it must `explain`."""

    bound: float = 3.0
    most: float = 36.0
    parts: int = 8
    least: float = 0.05
    again: Resampling = field(default_factory=Resampling)


RULE = StoryRule()


@dataclass(frozen=True, slots=True, repr=False)
class StoryPart(Printed):
    """Some worlds: `quantiles[year, place]` of their months, in the order of a band, and the shares later and earlier.

    `mean` is of months within the bounds, `parts` the mean share of each pathway in it, and `direct` its mean with every pathway
    held, to which they sum.
    """

    worlds: int
    quantiles: Array
    later: float
    earlier: float
    mean: float
    parts: tuple[float, ...]
    direct: float

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"{self.worlds} worlds: {self.mean:g} months on average"


@dataclass(frozen=True, slots=True)
class DialPart:
    """Worlds in which the number lies from `low` to `high`, both found in one of them, and what is said of them."""

    low: float
    high: float
    told: StoryPart


@dataclass(frozen=True, slots=True, repr=False)
class StoryDial(Printed):
    """The `number` that explains most of the variance of held months, that share, its parts, and where along it they turn."""

    number: str
    explains: float
    parts: tuple[DialPart, ...]
    turn: DialTurn | None

    def printed_title(self) -> str:
        return f"Dial `{self.number}`: {self.explains:.2f} of the variance"


@dataclass(frozen=True, slots=True, repr=False)
class Story(Printed):
    """Months by which `treated` stands ahead of `reference` in an `outcome`, in all worlds and along the dial.

    They are told for `years` and read in the year `at`; `failed` worlds have no number. `pathways` name the parts of every mean,
    none where it was not shared out.
    """

    outcome: str
    treated: str
    reference: str
    at: int
    years: tuple[int, ...]
    rule: StoryRule
    failed: int
    whole: StoryPart
    dial: StoryDial | None
    pathways: tuple[str, ...]

    def printed_title(self) -> str:
        return f"Story of `{self.treated}` against `{self.reference}` in {self.whole.worlds} worlds"


@dataclass(frozen=True, slots=True)
class _Months:
    """Of every world with a number: `curves[world, year]` in months, and `held[world]` in the year read with its split.

    `split[pathway, world]` and `direct[world]` sum to `held[world]`.
    """

    curves: Array
    held: Array
    split: Array
    direct: Array
    at: int
    rule: StoryRule

    def told(self, worlds: Mask) -> StoryPart:
        """What is said of some worlds."""
        read = self.curves[worlds, self.at]
        return StoryPart(
            worlds=int(worlds.sum()),
            quantiles=np.quantile(self.curves[worlds], SHARES, axis=0).T,
            later=float((read <= -self.rule.bound).mean()),
            earlier=float((read >= self.rule.bound).mean()),
            mean=float(self.held[worlds].mean()),
            parts=tuple(self.split[:, worlds].mean(axis=1).tolist()),
            direct=float(self.direct[worlds].mean()),
        )


def find_story(laboratory: Laboratory, worlds: Worlds, *, split: bool, progress: Progress | None = None) -> Story | None:
    """The story of a laboratory in these `worlds`; with `split`, which runs every coalition, months are shared out as well.

    None where the theory names no policy and reference, or no whole year lies after they part. `progress` counts runs. Raises
    `RunError` where no world has a number.
    """
    theory = laboratory.theory
    if not theory.treated or not theory.references:
        return None
    pair = laboratory.treated, laboratory.references[0]
    since = LagRule.between(pair, theory.clock.start, theory.clock.stop).start
    years = years_told(since, theory.clock.stop)
    if not years:
        return None
    at = read_at(theory, since)
    pathways = theory.pathways if split else ()
    runs = runs_for(laboratory.model, pair, theory.clock, theory.outcomes[0], since)
    found, sound = _months(runs, worlds, years, at, pathways, progress)
    numbers = {name: worlds.values[name][sound] for name in laboratory.model.drawn}
    return Story(
        outcome=theory.outcomes[0],
        treated=pair[0].name,
        reference=pair[1].name,
        at=at,
        years=years,
        rule=RULE,
        failed=int((~sound).sum()),
        whole=found.told(np.ones(len(found.held), dtype=bool)),
        dial=_dial(found, numbers),
        pathways=tuple(each.name for each in pathways),
    )


def years_told(since: float, stop: float) -> tuple[int, ...]:
    """Every whole year after the parting."""
    return tuple(range(floor(since) + 1, floor(stop) + 1))


def read_at(theory: Theory, since: float) -> int:
    """The year that the theory declares, or the first whole one past half of the way from the parting to the end."""
    declared, stop = theory.display.read_at, theory.clock.stop
    if declared is not None:
        return declared
    return min(floor((since + stop) / 2) + 1, floor(stop))


def _months(
    runs: StoryRuns, worlds: Worlds, years: tuple[int, ...], at: int, pathways: tuple[Pathway, ...], progress: Progress | None
) -> tuple[_Months, Mask]:
    """Months of every world that has them under every coalition, and which worlds these are."""
    curves = runs.months(worlds, years)
    read = curves[:, years.index(at)]
    values = pathway_runs(runs, pathways).months(worlds, at, progress) if pathways else read[None]
    sound = np.logical_and(np.isfinite(curves).all(axis=1), np.isfinite(values).all(axis=0))
    if not sound.any():
        raise RunError("no world has months under both policies", fix="draw more worlds")
    held = np.clip(values[:, sound], -RULE.most, RULE.most)
    split = shares(held) if pathways else np.zeros((0, held.shape[1]))
    return _Months(curves[sound], held[-1], split, held[0], years.index(at), RULE), sound


def _dial(found: _Months, numbers: dict[str, Array]) -> StoryDial | None:
    """The number on which held months hang most, if it explains enough of them."""
    rule, most = found.rule, deciding(found.held, numbers, found.rule.parts)
    if most is None or most[1] < rule.least:
        return None
    name, share = most
    values = numbers[name]
    parts = tuple(
        DialPart(float(values[mask].min()), float(values[mask].max()), found.told(mask))
        for mask in masks(places_of(values, rule.parts))
    )
    return StoryDial(name, share, parts, turn_of(found.curves[:, found.at], values, rule.parts, rule.again))
