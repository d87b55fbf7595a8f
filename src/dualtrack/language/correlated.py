"""Numbers that are believed to move together: their ranks are correlated, their priors stay as declared.

    shared_costs = correlated(
        ("fab_cost", "tool_cost"), ((1.0, 0.6), (0.6, 1.0)), source="...", label=("Shared costs", "共同成本"), doc="..."
    )

The matrix holds rank correlations (Spearman's) between continuous priors, joined by a Gaussian copula. A prior with ties, such as
a switch or a category, is joined by the ranks it had before it was cut into steps, and shows less.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.declare import Label, Source, remember_place
from dualtrack.language.sound import check_source, check_words

if TYPE_CHECKING:
    from dualtrack.language.model import Model

Matrix = tuple[tuple[float, ...], ...]
HALVINGS = 30
"""Steps of the search for how far a matrix must shrink; the result is good to a billionth."""


@dataclass(frozen=True, slots=True)
class Correlated:
    """A group of uncertainties or switches by flat name, and the rank correlation of each pair."""

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
    """Declare a group; its names, and whether the matrix can be, are checked when the model is built."""
    return Correlated(tuple(names), tuple(tuple(map(float, row)) for row in matrix), source, label, doc)


def correlations(sectors: Iterable[ModuleType]) -> tuple[Correlated, ...]:
    """Every group that some sectors declare, once."""
    found = {id(value): value for sector in sectors for value in vars(sector).values() if isinstance(value, Correlated)}
    return tuple(found.values())


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


def check_correlated(model: Model) -> None:
    """Raise on the first group whose names are not drawn, meet twice, or whose matrix no numbers can have."""
    seen: dict[str, Correlated] = {}
    for group in model.correlations:
        check_words(f"the correlation of {', '.join(group.names)}", group.where, group.label, group.doc)
        check_source(f"the correlation of {', '.join(group.names)}", group.where, group.source)
        for name in group.names:
            _check_name(model, group, name, seen)
            seen[name] = group
        _check_matrix(group)


def _check_name(model: Model, group: Correlated, name: str, seen: Mapping[str, Correlated]) -> None:
    if name not in model.drawn:
        raise UnknownName(
            f"a correlation names `{name}`, which is no uncertainty or switch",
            where=group.where,
            near=nearest(name, model.drawn),
            fix="correct it; an element of a dimension is written name.element",
        )
    if name in seen:
        raise DuplicateName(
            f"`{name}` is correlated twice, also in {seen[name].where}", where=group.where, fix="join both groups in one matrix"
        )


def _check_matrix(group: Correlated) -> None:
    matrix, size = group.matrix, len(group.names)
    pairs = [(i, j) for i in range(size) for j in range(i)]
    if size < 2 or len(matrix) != size or any(len(row) != size for row in matrix):
        fault, fix = "is no square with a line per name", f"give {size} lines of {size} numbers, for two names or more"
    elif not all(abs(value) <= 1 for row in matrix for value in row):
        fault, fix = "holds something that is no correlation", "stay between -1 and 1"
    elif any(matrix[i][i] != 1 for i in range(size)) or any(matrix[i][j] != matrix[j][i] for i, j in pairs):
        fault, fix = "is not symmetric with ones on its diagonal", "say each pair alike in both places"
    elif factor(matrix) is None:
        fault = "is not positive definite: some of its pairs contradict each other"
        fix = f"multiply what is off its diagonal by {_shrinking(matrix)}, or weaken the pairs you are least sure of"
    else:
        return
    raise BadNumber(f"the correlation matrix of {', '.join(group.names)} {fault}", where=group.where, fix=fix)


def _shrinking(matrix: Matrix) -> float:
    """The largest factor, to two places, that makes the matrix possible."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        shrunk = tuple(tuple(v if i == j else v * middle for j, v in enumerate(row)) for i, row in enumerate(matrix))
        low, high = (low, middle) if factor(shrunk) is None else (middle, high)
    return math.floor(low * 100) / 100
