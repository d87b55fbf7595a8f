"""Link scores by the method Loops That Matter: how much of a change in one quantity came through each of its causes.

The score of a link x -> z is |z with x alone moved, less z before| / |z now, less z before|, positive where x moves z its own way
(Schoenberg, Davidsen and Eberlein 2020). For a stock, z is its net change per year: the form of Schoenberg, Hayward and Eberlein
(2023), by which it does not matter how a net change is split into flows. The score is 0 where x or z does not move, as in
equilibrium; what rounding alone could move has not moved. Where z is no number with x alone moved, the score is NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dualtrack.language.cut import Edge, check_edge
from dualtrack.language.expressions.expr import Expr, Ref
from dualtrack.language.expressions.fold import substitute
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Many, worked_out
from dualtrack.targets.numeric.program import Program

Values = Mapping[str, Any]
MOVED = "moved "
"""In front of a name: its value now, where the plain name is its value before."""
RESOLUTION = 1e-12
"""Changes below this part of a value, or of the parts that make up the change, are rounding: a score stays below 1e12."""


@dataclass(frozen=True, slots=True)
class ScoredMoment:
    """All values at one moment, and the net changes of stocks, by name; arrays of any one shape, or numbers."""

    values: Values
    rates: Values


@dataclass(frozen=True, slots=True)
class Scorer:
    """Compiled links of a model; `score` compares two neighbouring moments of as many worlds and years as their arrays hold."""

    model: Model
    program: Program
    links: tuple[Edge, ...]
    partials: tuple[Callable[[Values], Array], ...]

    @classmethod
    def of(cls, model: Model, links: Sequence[Edge]) -> Scorer:
        """Compile the links; raises `RegimeError` or `UnknownName` for one that no equation has."""
        for link in links:
            check_edge(model, link)
        partials = [worked_out(model, substitute(_tree(model, z), {x: Ref(MOVED + x)})) for x, z in links]
        return cls(model, Many.of(model).program, tuple(links), tuple(partials))

    def moment(self, stocks: Values, given: Values, driven: Values, year: Any) -> ScoredMoment:
        """Everything that follows at one moment from stocks, numbers and paths."""
        program = self.program
        levels, numbers = [stocks[name] for name in program.stocks], [given[name] for name in program.given]
        with np.errstate(all="ignore"):
            slopes, computed = program.observe(levels, numbers, [driven[name] for name in program.driven], year)
        values = {**stocks, **given, **driven, **dict(zip(program.computed, computed, strict=True)), TIME: year}
        return ScoredMoment(values, dict(zip(program.stocks, slopes, strict=True)))

    def score(self, before: ScoredMoment, now: ScoredMoment) -> dict[Edge, Array]:
        """The score of every link between two neighbouring moments (Schoenberg, Davidsen and Eberlein, 2020).

        It has the same axes as the moments' values, [world, year] as a rule; NaN where a link has none.
        """
        values = {**before.values, **{MOVED + x: now.values[x] for x, _ in self.links}}
        found = {}
        with np.errstate(all="ignore"):
            for (x, z), partial in zip(self.links, self.partials, strict=True):
                last, level = _level(before, z), _level(now, z)
                part, change, cause = partial(values) - last, level - last, now.values[x] - before.values[x]
                scale = np.maximum(np.maximum(np.abs(last), np.abs(level)), np.abs(part))
                still = (np.abs(change) <= RESOLUTION * scale) | (cause == 0)
                found[x, z] = np.where(still, 0.0, np.abs(np.divide(part, change)) * np.sign(part) * np.sign(cause))
        return found


def _level(moment: ScoredMoment, name: str) -> Any:
    return moment.rates[name] if name in moment.rates else moment.values[name]


def _tree(model: Model, name: str) -> Expr:
    tree = model[name].tree
    assert tree is not None
    return tree


def moving_links(model: Model) -> tuple[Edge, ...]:
    """Every link between quantities that move by themselves, a stock's hold on its own net change included."""
    moving = {name for name, quantity in model.quantities.items() if quantity.tree is not None}
    return tuple((cause, name) for name in model.quantities if name in moving for cause in model.causes(name) if cause in moving)
