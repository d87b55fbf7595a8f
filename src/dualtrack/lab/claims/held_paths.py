"""What is a run given from outside? Quantities or single links that follow the path they take in another run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from dualtrack.language.cut import cut, held_name
from dualtrack.language.model import Model, freeze
from dualtrack.language.statements.claim_measure import Arm, Frozen
from dualtrack.language.statements.named_loop import link_edges
from dualtrack.targets.numeric.arrays import Array


@dataclass(frozen=True, slots=True, order=True)
class HeldPath:
    """What a run is given from outside: a quantity for all who read it, or for the one reader named."""

    quantity: str
    reader: str = ""

    @property
    def series(self) -> str:
        """The name under which the run reads its path."""
        return held_name((self.quantity, self.reader)) if self.reader else self.quantity


Cut = tuple[HeldPath, ...]


def cut_of(model: Model, arm: Arm) -> Cut:
    """Everything that an arm's run is given."""
    return tuple(sorted({held for frozen in arm.frozen for held in held_by(model, frozen)}))


def held_by(model: Model, frozen: Frozen) -> Iterator[HeldPath]:
    """What one instruction freezes, element by element."""
    yield from (HeldPath(name) for name in _elements(model, frozen.names))
    for source, target in frozen.links:
        yield from (HeldPath(*edge) for edge in link_edges(model, source, target))


def whole(held: Cut) -> set[str]:
    """The quantities that are given to all who read them."""
    return {each.quantity for each in held if not each.reader}


def rewired(model: Model, held: Cut) -> Model:
    """The model that takes these from outside, links before whole quantities."""
    linked = cut(model, [(each.quantity, each.reader) for each in held if each.reader])
    return freeze(linked, [each.quantity for each in held if not each.reader])


def then_held(path: Array, years: Array, frozen: Frozen) -> Array:
    """The `path[world, step]` of another run in `years[step]`, and from a year on a value where one is given: [world, step]."""
    if frozen.since is None or frozen.value is None:
        return path
    return np.where(years >= frozen.since, frozen.value, path)


def _elements(model: Model, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name in model.quantities:
            yield name
        else:
            yield from (each for each, quantity in model.quantities.items() if quantity.base == name and quantity.element)
