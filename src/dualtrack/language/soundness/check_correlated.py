"""Checks on what is drawn together: names that are drawn, each in one group, and a matrix that numbers can have."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.correlated import Correlated, Matrix, factor
from dualtrack.language.model import Model
from dualtrack.language.soundness.check_declarations import check_source, check_words

HALVINGS = 30
"""Steps of the search for how far a matrix must shrink; the result is good to a billionth."""


def check_correlated(model: Model) -> None:
    """Raise on the first group that cannot be drawn together.

    `UnknownName` for names that are not drawn, `DuplicateName` for those that meet twice, `BadNumber` for a matrix that no
    numbers can have.
    """
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
