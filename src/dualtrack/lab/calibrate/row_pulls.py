"""Which row moved it? What each of a user's figures adds to the likelihood, and how far that pulls a quantity of drawn worlds.

From worlds drawn without the rows to worlds drawn with them, a mean changes at the pace of its covariance with what the rows add
to the logarithm of the likelihood (thermodynamic integration; Gelman and Meng, 1998). Both ends are drawn, so that the pull of a
row is half of both covariances; no world is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.evidence.rows import Observation
from dualtrack.lab.calibrate.likelihood import Likelihood, Weighing
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row

UNMAPPED = "no counterpart"
"""Why a figure weighs nothing whose series measures nothing of the theory."""
TOLD = 0.1
"""The share of the largest pull below which a row is not named."""
NAMED = 3
"""Rows that are named for one thing that moved."""
Both = tuple[Array, Array]
"""Of worlds drawn by the shipped record, and of worlds drawn by the merged one: [world] each."""


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A user's figure: its place, the row, what it `reads` of the model, why it weighs or not, and what weighs `without` it."""

    place: str
    row: Observation
    reads: str
    standing: str
    without: Weighing


@dataclass(frozen=True, slots=True, repr=False)
class RowPull(Printed):
    """What a user's row of this `place` adds to the logarithm of the likelihood, in each world drawn without rows and with them.

    These are `before[world]` and `after[world]`; `reads` is what the row measures, `standing` whether it weighs, or why not.
    """

    place: str
    row: Observation
    reads: str
    standing: str
    before: Array
    after: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def tells(self) -> float:
        """The standard deviation of what it adds over worlds that the merged record draws: 0 where it tells none from another."""
        told = self.after[np.isfinite(self.after)]
        return float(told.std()) if len(told) else 0.0

    def on(self, asked: Both) -> float:
        """How far it pulls the mean of what is asked of each world, in its unit; worlds without a number are left out."""
        return 0.5 * sum(_together(*pair) for pair in zip(asked, (self.before, self.after), strict=True))

    def to_row(self) -> Row:
        """The row, where it stands, whether it weighs, and how much it tells."""
        row = self.row
        return {
            "place": self.place,
            "series": row.series,
            "starts": str(row.start),
            "ends": str(row.end),
            "value": row.value,
            "source": row.source,
            "reads": self.reads,
            "standing": self.standing,
            "tells": self.tells,
        }


def row_pulls(weighing: Weighing, figures: Sequence[OwnFigure], worlds: Sequence[Worlds]) -> tuple[RowPull, ...]:
    """What each of a user's figures adds in worlds drawn without them and with them, beside the other figures of `weighing`."""
    if not figures:
        return ()
    whole, fewer = Likelihood.of(weighing), [Likelihood.of(each.without) for each in figures]
    save = tuple(dict.fromkeys(name for each in fewer for name in each.save))
    found: list[list[Array]] = [[] for _ in figures]
    for each in worlds:
        run = whole.run(each.values, save)
        likely = whole.weigh(run).parts.sum(axis=0)
        for place, without in enumerate(fewer):
            with np.errstate(invalid="ignore"):
                found[place].append(likely - without.weigh(run).parts.sum(axis=0))
    return tuple(
        RowPull(figure.place, figure.row, figure.reads, figure.standing, *adds)
        for figure, adds in zip(figures, found, strict=True)
    )


def leading_pulls(pulls: Iterable[RowPull], asked: Both, change: float) -> tuple[tuple[str, float], ...]:
    """The places of the rows that pull most, the one that pulls the way of the `change` first, with how far each does."""
    found = sorted(((each.place, each.on(asked)) for each in pulls), key=lambda each: (-each[1] * np.sign(change), each[0]))
    most = max((abs(pull) for _, pull in found), default=0.0)
    return tuple((place, pull) for place, pull in found if abs(pull) > TOLD * most)[:NAMED]


def _together(asked: Array, adds: Array) -> float:
    """The covariance over worlds in which both have a number."""
    told = np.isfinite(asked) & np.isfinite(adds)
    if not told.any():
        return 0.0
    return float(np.mean((asked[told] - asked[told].mean()) * (adds[told] - adds[told].mean())))
