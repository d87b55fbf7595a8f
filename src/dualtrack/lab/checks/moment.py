"""A moment of a run looked at again with something changed: every stock as it is, all that follows in the same instant anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.checks.trial import FixedByName, TrialRun
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out
from dualtrack.targets.numeric.read_only import read_only

MOMENTS = 12
"""Moments of a run that are looked at, from its start to its end."""


@dataclass(frozen=True)
class Instant:
    """A model's equations one by one, so that only those are worked out that lie between a change and what is asked."""

    model: Model
    equations: dict[str, Callable[[Mapping[str, Any]], Array]] = field(default_factory=dict, repr=False)
    paths: dict[tuple[frozenset[str], frozenset[str]], tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """What each equation of the moment reads."""
        trees = {name: self.model.quantities[name].tree for name in self.model.order}
        return {name: frozenset(names(tree)) for name, tree in trees.items() if tree is not None}

    def between(self, held: frozenset[str], wanted: frozenset[str]) -> tuple[str, ...]:
        """The equations, in order, through which what is held reaches what is wanted."""
        if (held, wanted) not in self.paths:
            reached, asked = set(held), set(wanted)
            for name in self.model.order:
                if self.reads[name] & reached:
                    reached.add(name)
            for name in reversed(self.model.order):
                if name in asked and name not in held:
                    asked |= self.reads[name]
            self.paths[held, wanted] = tuple(n for n in self.model.order if n in reached and n in asked and n not in held)
        return self.paths[held, wanted]

    def work_out(self, name: str, values: Mapping[str, Any]) -> Array:
        """The value of one equation, [world, row], or of one world or row where all are alike."""
        if name not in self.equations:
            tree = self.model.quantities[name].tree
            assert tree is not None
            self.equations[name] = worked_out(self.model, tree)
        return self.equations[name](values)


@dataclass(frozen=True)
class Moments:
    """Some rows, evenly spaced, of a run that saved everything and what drove it."""

    instant: Instant
    seen: TrialRun

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """The places of the rows looked at, [row]."""
        last = len(self.seen.years) - 1
        return read_only(np.unique(np.linspace(0, last, min(MOMENTS, last + 1)).round().astype(np.int64)))

    def look(self, held: FixedByName, wanted: frozenset[str]) -> TrialRun:
        """What is wanted at these moments, with some things held at other values."""
        todo = self.instant.between(frozenset(held), wanted)
        needed = wanted.union(*(self.instant.reads[name] for name in todo)) | {TIME}
        values = {name: self._at(name) for name in needed} | {name: np.array([[each.value]]) for name, each in held.items()}
        with np.errstate(all="ignore"):
            for name in todo:
                values[name] = self.instant.work_out(name, values)
        return TrialRun(values, self.seen.years[self.rows], self.seen.failed)

    def _at(self, name: str) -> Array:
        values = self.seen.values[name]
        return values if values.shape[1] == 1 else values[:, self.rows]
