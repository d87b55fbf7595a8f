"""Which way each cause moves its effect along a run: + where more gives more, - where it gives less, by nudging it.

A pair of declared names has one sign where all of their elements, in all years, agree; a stock's cause moves its net change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.expressions.expr import Expr, Ref
from dualtrack.language.expressions.fold import substitute
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.numeric.many import worked_out
from dualtrack.targets.numeric.python import Run

Sign = Literal["+", "-", "±", "0"]
Link = tuple[str, str]
"""A cause and its effect, by declared name."""
NUDGE = 1e-4
"""Part of a cause's largest value by which it is moved: far above rounding, and far below what bends an equation."""
FELT = 1e-6
"""Part of an effect's largest value below which a change of it is rounding."""
_NUDGED = "nudged "


def polarity(model: Model, run: Run) -> dict[Link, Sign]:
    """The sign of every link along a run; `±` where it changes, `0` where nothing passes in this run."""
    values: dict[str, Any] = {name: np.array(row) for name, row in run.values.items()} | {TIME: np.array(run.years)}
    found: dict[Link, set[int]] = {}
    for (cause, effect), tree in _links(model):
        signs = _signs(model, tree, cause, values)
        found.setdefault((model[cause].base, model[effect].base), set()).update(signs)
    return {link: _sign(signs - {0}) for link, signs in found.items()}


def _links(model: Model) -> Iterator[tuple[Link, Expr]]:
    """Every cause of every equation, each with the equation; a quantity's hold on itself is no link."""
    for name, quantity in model.quantities.items():
        for cause in model.causes(name) if quantity.tree is not None else ():
            if model[cause].base != quantity.base and quantity.tree is not None:
                yield (cause, name), quantity.tree


def _signs(model: Model, tree: Expr, cause: str, values: Mapping[str, Any]) -> set[int]:
    step = NUDGE * (float(np.abs(values[cause]).max()) or 1.0)
    nudged = {**values, _NUDGED + cause: values[cause] + step}
    with np.errstate(all="ignore"):
        before = _row(worked_out(model, tree)(values), len(values[TIME]))
        after = _row(worked_out(model, substitute(tree, {cause: Ref(_NUDGED + cause)}))(nudged), len(values[TIME]))
    change = after - before
    moved = np.where(np.abs(change) > FELT * NUDGE * np.abs(before).max(), np.sign(change), 0.0)
    return set(moved[np.isfinite(moved)].astype(int).tolist())


def _row(value: Any, length: int) -> NDArray[np.float64]:
    return np.broadcast_to(np.asarray(value, dtype=np.float64), (length,))


def _sign(signs: set[int]) -> Sign:
    match sorted(signs):
        case [1]:
            return "+"
        case [-1]:
            return "-"
        case []:
            return "0"
        case _:
            return "±"
