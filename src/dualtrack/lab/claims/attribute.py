"""To which mechanisms is an effect due? Its exact Shapley split over groups of switches, world by world.

Every coalition of groups is run with the switches of the others at zero. What a world's effect is with every mechanism, less what
it is with none, is shared out so that no order of adding mechanisms is preferred; the parts sum to the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset, delays, valued
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.statistics.share import NORMAL, standard_error
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_measure import Delay, Measure, readings
from dualtrack.language.statements.claim_test import MechanismGroup
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row


@dataclass(frozen=True, slots=True, repr=False)
class EffectPart(Printed):
    """What one group of mechanisms adds, `values[world]`, with the mean over worlds by `weights[world]` and its 95 % interval."""

    group: MechanismGroup
    values: Array
    weights: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def mean(self) -> float:
        """Over worlds."""
        return float(np.average(self.values, weights=self.weights))

    @property
    def interval(self) -> tuple[float, float]:
        """Of the mean."""
        return _interval(self.values, self.weights)

    def printed_title(self) -> str:
        return f"{self.group.name}: {self.mean:g}"


@dataclass(frozen=True, slots=True, repr=False)
class Attribution(Tidy):
    """A measure with every mechanism, `whole[world]`, with none, `nothing[world]`, and the part of each group in the difference.

    `used[world]` marks those of the worlds asked about that have a number in every coalition; the others were left out of the
    rest. `weights[world]` are by what the means are taken.
    """

    whole: Array
    nothing: Array
    parts: tuple[EffectPart, ...]
    used: Mask
    weights: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def mean(self) -> float:
        """Of the measure with every mechanism."""
        return float(np.average(self.whole, weights=self.weights))

    @property
    def without_any(self) -> float:
        """The mean with every mechanism off."""
        return float(np.average(self.nothing, weights=self.weights))

    @property
    def interval(self) -> tuple[float, float]:
        """Of the mean with every mechanism."""
        return _interval(self.whole, self.weights)

    @property
    def left_out(self) -> int:
        """Worlds without a number."""
        return int((~self.used).sum())

    def weighed(self, weights: Array | None) -> Attribution:
        """The same worlds as another prior weighs them: `weights[world]` of each world asked about; none weighs all alike."""
        kept = np.ones(len(self.whole)) if weights is None else weights[self.used]
        return replace(self, parts=tuple(replace(part, weights=kept) for part in self.parts), weights=kept)

    def printed_title(self) -> str:
        return f"Attribution: {self.mean:g} over {len(self.whole)} worlds"

    def to_dict(self) -> Row:
        """The effect and its parts."""
        return plain_row(
            {
                "mean": self.mean,
                "interval": self.interval,
                "without_any": self.without_any,
                "worlds": len(self.whole),
                "left_out": self.left_out,
                "parts": self.to_rows(),
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per group of mechanisms."""
        return [
            {"group": part.group.name, "en": part.group.label[0], "zh": part.group.label[1], "mean": part.mean}
            | {"interval": list(part.interval), "switches": list(part.group.switches)}
            for part in self.parts
        ]


def attribute(
    stage: Stage, measure: Measure, groups: Sequence[MechanismGroup], worlds: Worlds, progress: Progress | None = None
) -> Attribution:
    """Split a measure over groups of mechanisms by Shapley's shares (Shapley, 1953).

    Worlds that fail in any coalition, or have no number there, are left out and counted. Raises `RunError` where none is left.
    """
    coalitions = range(1 << len(groups))
    asked, subsets, everyone = readings(measure), [], np.arange(worlds.count)
    sound = np.ones(worlds.count, dtype=bool)
    for coalition in coalitions:
        off = {name: 0.0 for place, group in enumerate(groups) if not coalition & 1 << place for name in group.switches}
        seen = stage.see(asked, hold(stage.model, worlds, off))
        sound &= np.logical_and.reduce(list(seen.sound.values()))
        subsets.append(Subset(seen, everyone, stage.rule.thresholds))
        if progress is not None:
            progress(coalition + 1, len(coalitions))
    lags = delays([each for each in asked if isinstance(each, Delay)], subsets)
    rows = [valued(measure, subset, {each: lag[i] for each, lag in lags.items()}) for i, subset in enumerate(subsets)]
    used = sound & np.isfinite(rows).all(axis=0)
    if not used.any():
        raise RunError("no world has a number in every coalition of mechanisms", fix="draw more worlds")
    values = np.array(rows)[:, used]
    alike = np.ones(values.shape[1])
    parts = tuple(EffectPart(group, part, alike) for group, part in zip(groups, shares(values), strict=True))
    return Attribution(values[-1], values[0], parts, used, alike)


def _interval(values: Array, weights: Array) -> tuple[float, float]:
    mean, reach = float(np.average(values, weights=weights)), NORMAL * standard_error(values, weights)
    return mean - reach, mean + reach
