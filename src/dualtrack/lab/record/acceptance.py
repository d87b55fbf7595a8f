"""What did history rule out, and by which target? The answer of `accept`, with the shares that a reader asks for."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.statistics.band import Band, band
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import measured_unit
from dualtrack.language.statements.target import Bound, Target
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import read_only, settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

FEW = 0.01
"""The share of worlds below which what is accepted says more of the draw than of history."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """What one target does: worlds beyond the cut-off there, those ruled out among them, and those it alone decides.

    `decides` counts worlds that would be accepted if the target were dropped; `median` is the median implausibility.
    """

    target: str
    beyond: float
    ruled_out: float
    decides: float
    median: float


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two targets that are beyond the cut-off in the same worlds, as a share of the worlds ruled out."""

    one: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class BoundRow:
    """A published bound beside the worlds that history leaves: the share inside, and where they lie."""

    bound: str
    hard: bool
    low: float
    high: float
    inside: float | None
    band: Band | None


@dataclass(frozen=True, repr=False)
class Acceptance(Tidy):
    """What was held beside history, and the rule by which worlds were kept.

    `implausibility[target, world]` is the miss in standard deviations, `bounded[bound, world]` what each bound reads, and
    `numbers[world]` those under which the worlds were drawn.
    """

    targets: tuple[Target, ...]
    bounds: tuple[Bound, ...]
    cutoff: float
    spared: int
    numbers: NDArray[np.int64]
    implausibility: Array
    bounded: Array
    model: Model

    def __post_init__(self) -> None:
        settle_fields(self)

    @cached_property
    def matched(self) -> Mask:
        """No more targets than are spared lie beyond the cut-off, [world]."""
        return read_only(np.asarray(self._misses.sum(axis=0) <= self.spared))

    @cached_property
    def accepted(self) -> Mask:
        """Matched, and inside every hard bound, [world]."""
        hard = [self.inside[place] for place, bound in enumerate(self.bounds) if bound.hard]
        return read_only(np.asarray(np.logical_and.reduce([self.matched, *hard])))

    @cached_property
    def inside(self) -> Mask:
        """Between low and high, [bound, world]; a world without a number is outside."""
        low, high = (np.array([getattr(bound, side) for bound in self.bounds])[:, None] for side in ("low", "high"))
        return read_only(np.asarray((self.bounded >= low) & (self.bounded <= high)))

    @property
    def share(self) -> float:
        """The share of worlds accepted."""
        return float(self.accepted.mean())

    @property
    def effective(self) -> int:
        """How many independent draws the accepted worlds are worth: all of them, since each counts alike."""
        return int(self.accepted.sum())

    @property
    def margin(self) -> float | None:
        """The largest sampling error, two standard errors, of a share of accepted worlds."""
        return 1 / float(np.sqrt(self.effective)) if self.effective else None

    @property
    def note(self) -> str:
        """A warning where too little is left; the empty string otherwise."""
        if self.share >= FEW:
            return ""
        return (
            f"{self.effective} of {len(self.numbers)} worlds are accepted, fewer than one in {1 / FEW:.0f}: draw more, or narrow "
            "the ranges to the accepted worlds in a second wave, and say so"
        )

    @property
    def hardest(self) -> str:
        """The target that most worlds miss."""
        return self.targets[int(np.argmax(self._misses.mean(axis=1)))].id

    @property
    def bounds_kept(self) -> float | None:
        """Of the matched worlds, the share inside every published bound."""
        return float(self.inside[:, self.matched].all(axis=0).mean()) if self.matched.any() and self.bounds else None

    def rows(self) -> tuple[TargetRow, ...]:
        """One row per target, in the order of declaration."""
        out, count = ~self.matched, self._misses.sum(axis=0)
        return tuple(
            TargetRow(
                target=each.id,
                beyond=float(missed.mean()),
                ruled_out=float((missed & out).mean()),
                decides=float((missed & (count == self.spared + 1)).mean()),
                median=float(np.median(row)),
            )
            for each, missed, row in zip(self.targets, self._misses, self.implausibility, strict=True)
        )

    def pairs(self, most: int = 5) -> tuple[PairRow, ...]:
        """The targets that rule worlds out together, most often first."""
        out = self._misses[:, ~self.matched].astype(np.float64)
        if not out.shape[1]:
            return ()
        together = out @ out.T / out.shape[1]
        places = sorted(((i, j) for i in range(len(out)) for j in range(i)), key=lambda at: -together[at])
        found = (PairRow(self.targets[j].id, self.targets[i].id, float(together[i, j])) for i, j in places[:most])
        return tuple(row for row in found if row.share > 0)

    def bound_rows(self) -> tuple[BoundRow, ...]:
        """One row per bound, over the worlds that history leaves, before any bound is applied."""
        return tuple(self._bound_row(place, bound) for place, bound in enumerate(self.bounds))

    def to_dict(self) -> Row:
        """How many worlds are left, what each target rules out, alone and in pairs, and where the rest lie beside the bounds."""
        units = {each.id: str(measured_unit(self.model, each.measure)) for each in self.bounds}
        return plain_row(
            {
                "worlds": len(self.numbers),
                "accepted": self.effective,
                "share": self.share,
                "cutoff": self.cutoff,
                "spared": self.spared,
                "targets": self.to_rows(),
                "pairs": [asdict(row) for row in self.pairs()],
                "bounds": [{"unit": units[row.bound]} | asdict(row) for row in self.bound_rows()],
                "bounds_kept": self.bounds_kept,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per target."""
        return [asdict(row) for row in self.rows()]

    @cached_property
    def _misses(self) -> Mask:
        return np.asarray(self.implausibility > self.cutoff)

    def _bound_row(self, place: int, bound: Bound) -> BoundRow:
        values = self.bounded[place][self.matched]
        numbers = values[np.isfinite(values)]
        share = float(self.inside[place][self.matched].mean()) if len(values) else None
        return BoundRow(bound.id, bound.hard, bound.low, bound.high, share, band(numbers) if len(numbers) else None)

    def printed_title(self) -> str:
        return f"Acceptance: {self.effective} of {len(self.numbers)} worlds"
