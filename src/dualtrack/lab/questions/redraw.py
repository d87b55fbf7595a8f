"""How much of a number's variance does a factor take part in, over worlds that a rule leaves? Pairs by a draw anew.

Where worlds are kept by a rule their inputs depend on each other, and a factor of another world cannot be put into this one
blindly. One factor is drawn anew from its prior until the world is kept with it: since factors are independent before the rule,
what is kept is the factor given all others. Half the mean squared change, over the variance, is the share that only this factor
can tell once all others are known (Kucherenko and others, 2012): what it takes part in, less what others give away of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.questions.pick_freeze import CARRIED, FEWEST, Drawn, Function, Inputs
from dualtrack.lab.statistics.effective_count import moved, worth
from dualtrack.lab.statistics.shared_variance import VarianceShare, shared
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.read_only import settle_fields

Rule = Callable[[Inputs], Mask]
"""Which worlds are kept, [world], of inputs [world] by name."""
FRESH = 1 << 40
"""Worlds from this number on are drawn anew; those below are the ones looked at."""


@dataclass(frozen=True, slots=True, repr=False)
class Redrawn(Printed):
    """Answers of kept worlds, `first[question, world]`, and with one factor drawn anew, `anew[question, factor, world]`.

    `matched[factor, world]` marks where a kept draw was found; `complete[question, factor, world]` where it has an answer too.
    """

    first: Array
    anew: Array
    matched: NDArray[np.bool_]
    complete: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def worlds(self) -> int:
        """Kept worlds looked at."""
        return int(self.first.shape[1])

    def with_more(self, more: Redrawn) -> Redrawn:
        """These worlds and later ones."""
        return Redrawn(
            np.concatenate([self.first, more.first], axis=1),
            np.concatenate([self.anew, more.anew], axis=2),
            np.concatenate([self.matched, more.matched], axis=1),
            np.concatenate([self.complete, more.complete], axis=2),
        )


@dataclass(frozen=True, slots=True, repr=False)
class LeftShares(Printed):
    """Of one question: mean and variance over kept worlds, each factor's `total`, and the share of worlds `unmatched` for it.

    In `moved` of the worlds the answer is not the commonest one, and as many as `carried` equal ones would vary as much.
    """

    mean: float
    variance: float
    total: tuple[VarianceShare, ...]
    unmatched: tuple[float, ...]
    worlds: int
    moved: int
    carried: float

    @property
    def is_told(self) -> bool:
        """Whether enough worlds carry the variance for its shares to be told at all."""
        return self.carried >= CARRIED


@dataclass(frozen=True, slots=True)
class Redraw:
    """A factor is drawn anew up to `tries` times in each kept world; one without a kept draw is left out and counted.

    Raises `RunError` for no try.
    """

    tries: int = 64

    def __post_init__(self) -> None:
        if self.tries < 1:
            raise RunError(f"nothing is drawn anew by {self}", fix="give at least one try")

    def sample(
        self, function: Function, kept: Rule, drawn: Drawn, worlds: Inputs, factors: Sequence[Sequence[str]], first: int
    ) -> Redrawn:
        """Answers of kept `worlds[name][world]`, the first of them at place `first` of all, as they are and with factors anew."""
        anew, open_ = self._anew(kept, drawn, worlds, factors, first)
        designs = [worlds, *({**worlds, **each} for each in anew)]
        answers = function({name: np.concatenate([design[name] for design in designs]) for name in worlds})
        shape = (len(answers.values), len(designs), open_.shape[1])
        values, missing = answers.values.reshape(shape), answers.missing.reshape(shape)
        complete = ~open_ & ~missing[:, 1:] & ~missing[:, :1]
        return Redrawn(values[:, 0], values[:, 1:], ~open_, np.asarray(complete))

    def _anew(
        self, kept: Rule, drawn: Drawn, worlds: Inputs, factors: Sequence[Sequence[str]], first: int
    ) -> tuple[list[dict[str, Array]], Mask]:
        """Each factor's numbers drawn anew, and where none was kept, [factor, world]; try by try, all factors at once."""
        count = len(next(iter(worlds.values())))
        found = [{name: worlds[name].copy() for name in members} for members in factors]
        left = np.ones((len(factors), count), dtype=np.bool_)
        for attempt in range(1, self.tries + 1):
            if not left.any():
                break
            fresh = drawn(attempt * FRESH + first, count)
            places = [np.flatnonzero(row) for row in left]
            tried = [
                {name: (fresh if name in members else worlds)[name][at] for name in worlds}
                for members, at in zip(map(set, factors), places, strict=True)
            ]
            fits = kept({name: np.concatenate([each[name] for each in tried]) for name in worlds})
            for factor, at in enumerate(places):
                good, fits = at[fits[: len(at)]], fits[len(at) :]
                for name in factors[factor]:
                    found[factor][name][good] = fresh[name][good]
                left[factor, good] = False
        return found, left

    def estimate(self, sample: Redrawn) -> tuple[LeftShares, ...]:
        """Shares of every question. Raises `RunError` where most worlds lack an answer or a kept draw for a factor."""
        return tuple(self._shares(sample, question) for question in range(len(sample.first)))

    def _shares(self, sample: Redrawn, question: int) -> LeftShares:
        present = np.isfinite(sample.first[question])
        if present.sum() < FEWEST:
            raise RunError(f"{int(present.sum())} worlds that history leaves have an answer", fix="draw more worlds")
        values = sample.first[question][present]
        centre, away = float(values.mean()), moved(values)
        scale = float(np.abs(values - centre).max()) if away else 1.0
        total = [
            _total(*((each[question][at] - centre) / scale for each in (sample.first, sample.anew[:, factor])))
            for factor, at in enumerate(sample.complete[question])
        ]
        return LeftShares(
            mean=centre,
            variance=float(values.var()),
            total=tuple(total),
            unmatched=tuple(float(share) for share in 1 - sample.matched.mean(axis=1)),
            worlds=int(present.sum()),
            moved=away,
            carried=worth(((values - centre) / scale) ** 2) if away else 0.0,
        )


def _total(first: Array, anew: Array) -> VarianceShare:
    """The share that a factor takes part in, from deviations as they are and with it drawn anew; unknown of too few worlds."""
    if len(first) < FEWEST:
        return VarianceShare(0.5, 0.0, 1.0)
    return shared(first, anew, np.zeros(len(first))).share.rest


def is_narrow(found: LeftShares, width: float, leading: int) -> bool:
    """Whether enough worlds carry the variance, and the intervals of the `leading` factors are `width` or less."""
    first = sorted(found.total, key=lambda each: -each.value)[:leading]
    return found.is_told and all(each.width <= width for each in first)
