"""What can be nudged: a quantity as everybody reads it, a link as its one reader does, or a lever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dualtrack.language.cut import Edge
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.language.quantity import COMPUTED, DRIVEN
from dualtrack.language.scenario import LONG_AGO, Path, Regime


@dataclass(frozen=True, slots=True)
class LeveragePoint:
    """A quantity by base name, for one reader alone where it is named, or a lever by its flat name."""

    name: str
    reader: str = ""
    is_lever: bool = False

    @property
    def key(self) -> str:
        """The name under which it is nudged."""
        return f"{self.name} > {self.reader}" if self.reader else self.name


def handles_of(model: Model, outcomes: Iterable[str]) -> dict[LeveragePoint, tuple[Edge, ...]]:
    """Every handle from which something leads to some outcome, with the edges that a nudge of it acts on; a lever has none.

    What follows from numbers alone is a number too, and no handle.
    """
    upstream = behind(model, outcomes, through_stocks=True)
    moving = {name for name in upstream if model[name].role in ("stock", *DRIVEN) or _moves(model, name)}
    edges: dict[LeveragePoint, list[Edge]] = {}
    for effect in sorted(upstream & set(model.reads), key=list(model.quantities).index):
        for cause in model.causes(effect):
            base, reader = model[cause].base, model[effect].base
            if base != reader and model[cause].role in (*COMPUTED, "stock") and cause in moving:
                for handle in (LeveragePoint(base), LeveragePoint(base, reader)):
                    edges.setdefault(handle, []).append((cause, effect))
    levers = [LeveragePoint(name, is_lever=True) for name in model.of_role(["lever"]) if name in upstream]
    return {**{handle: tuple(each) for handle, each in edges.items()}, **dict.fromkeys(levers, ())}


def behind(model: Model, names: Iterable[str], *, through_stocks: bool) -> set[str]:
    """Names, and everything that they follow from: at all times, or at the same moment, where a stock is the last in line."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if through_stocks or model[name].role != "stock":
                waiting += [cause for cause in model.causes(name) if cause in model.quantities]
    return found


def _moves(model: Model, name: str) -> bool:
    """Whether a computed quantity follows from a stock, from what is driven from outside, or from the time."""
    sources = behind(model, [name], through_stocks=False)
    return any(model[each].role in ("stock", *DRIVEN) or TIME in model.reads.get(each, ()) for each in sources)


def own_arithmetic(model: Model, outcome: str) -> set[str]:
    """The outcome, and what is computed for it at the same moment: a nudge of what these read is felt there and then."""
    return {name for name in behind(model, [outcome], through_stocks=False) if model[name].role != "stock"}


def moved(model: Model, regime: Regime, lever: str, part: float, start: float, stop: float) -> Regime | None:
    """The regime with a lever moved by a part of its range between two years; None where that leaves the range."""
    quantity = model[lever]
    path = regime.paths.get(lever, Path(((LONG_AGO, quantity.number),)))
    step = part * (quantity.high - quantity.low)
    during = [value for year, value in path.points if start <= year < stop] + [path.at(start)]
    if not all(quantity.low <= value + step <= quantity.high for value in during):
        return None
    raised = Path(tuple((year, value + step) for year, value in path.points), path.ramp)
    new = path.then(start, raised).then(stop, path)
    return replace(regime, paths={**regime.paths, lever: new})
