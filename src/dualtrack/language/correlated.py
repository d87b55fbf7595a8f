"""Numbers that are believed to move together: their ranks are correlated, their priors stay as declared.

    shared_costs = correlated(
        ("boat_cost", "fuel_cost"), ((1.0, 0.6), (0.6, 1.0)), source="...", label=("Shared costs", "共同成本"), doc="..."
    )

The matrix holds rank correlations (Spearman's) between continuous priors, joined by a Gaussian copula. A prior with ties, such as
a switch or a category, is joined by the ranks it had before it was cut into steps, and shows less.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dualtrack.language.declaration import Label, Source, remember_place

if TYPE_CHECKING:
    pass

Matrix = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Correlated:
    """A group of uncertainties or switches by flat `names`, and the rank correlation of each pair, -1 to 1, in `matrix`.

    `source` says whence it is, `label` and `doc` what it is.
    """

    names: tuple[str, ...]
    matrix: Matrix
    source: Source
    label: Label
    doc: str
    where: str = field(init=False, compare=False)
    sector: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        remember_place(self)

    @property
    def ordered(self) -> tuple[tuple[str, ...], Matrix]:
        """Names in alphabetical order and their matrix, so that the order of writing moves no draw."""
        places = sorted(range(len(self.names)), key=self.names.__getitem__)
        return tuple(self.names[i] for i in places), tuple(tuple(self.matrix[i][j] for j in places) for i in places)

    def partners(self, name: str) -> Mapping[str, float]:
        """Who moves with a name of the group, and how closely."""
        row = self.matrix[self.names.index(name)]
        return {other: value for other, value in zip(self.names, row, strict=True) if other != name and value != 0}


def correlated(names: Sequence[str], matrix: Sequence[Sequence[float]], *, source: Source, label: Label, doc: str) -> Correlated:
    """Declare a group of `names` whose ranks are correlated as `matrix` says, row by row, -1 to 1.

    `source` says whence it is, `label` what it is called in English and Chinese, `doc` what it means. The names, and whether the
    matrix can be, are checked when the model is built.
    """
    return Correlated(tuple(names), tuple(tuple(map(float, row)) for row in matrix), source, label, doc)


def normal_correlation(rank: float) -> float:
    """The correlation of two normal numbers whose ranks are correlated by `rank` (pearson_1907)."""
    return 2 * math.sin(math.pi * rank / 6)


def factor(matrix: Matrix) -> Matrix | None:
    """The lower triangle that turns independent normal numbers into ones of these rank correlations; None if there is none."""
    rows: list[tuple[float, ...]] = []
    for i, line in enumerate(matrix):
        row: list[float] = []
        for j in range(i):
            rest = normal_correlation(line[j]) - sum(a * b for a, b in zip(row, rows[j], strict=False))
            row.append(rest / rows[j][j])
        left = 1.0 - sum(a * a for a in row)
        if left <= 0:
            return None
        rows.append((*row, math.sqrt(left)))
    return tuple(rows)
