"""What may the world be like? Draws from the priors, each fixed by seed, parameter and world number.

By the design `counter` by nothing else, so the first thousand worlds of a million are the same thousand, in any order, in any
pieces, beside any other parameters; the other designs say what they give up of this.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError
from dualtrack.lab.worlds import sobol
from dualtrack.lab.worlds.copula import joined
from dualtrack.lab.worlds.design import COUNTER, Counter, Design, LatinHypercube, Sobol
from dualtrack.lab.worlds.latin import shuffled
from dualtrack.language.checked import checked
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, quantile
from dualtrack.language.model import Model
from dualtrack.language.scenario import check_world
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

Numbers = NDArray[np.int64]

PER_COUNT = 4
"""Words of 64 bits that the generator gives for one value of its counter."""
SPARE_BITS = 12
"""Bits dropped from each word, so that the middle of every cell of the unit interval is an exact float."""
WITHIN = 1 << 20
"""Places inside a slice of a Latin hypercube: few enough for slice and place to fit a float, and never on an edge."""


@dataclass(frozen=True, slots=True, repr=False)
class Worlds(Tidy):
    """Drawn numbers, `values[name][world]`, of the worlds numbered from `first`; `seed` is None where no seed draws them.

    `chosen[world]` holds the numbers of worlds picked from those drawn, which then have gaps; `first` is the least of them.
    """

    values: Mapping[str, Array]
    seed: int | None
    first: int
    count: int
    chosen: Numbers | None = None

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def numbers(self) -> Numbers:
        """The number under which each world was drawn, [world]: with the seed it says which world this is."""
        return np.arange(self.first, self.first + self.count) if self.chosen is None else self.chosen

    def part(self, start: int, stop: int) -> Worlds:
        """The worlds from position `start` up to `stop`."""
        stop = min(stop, self.count)
        values = {n: v[start:stop] for n, v in self.values.items()}
        if self.chosen is None:
            return Worlds(values, self.seed, self.first + start, stop - start)
        return Worlds(values, self.seed, int(self.chosen[start]), stop - start, self.chosen[start:stop])

    def only(self, wanted: NDArray[np.bool_]) -> Worlds:
        """The worlds marked in `wanted[world]`, under their own numbers; raises `RegimeError` where none is."""
        if len(wanted) != self.count or not wanted.any():
            raise RegimeError(
                f"{int(wanted.sum())} of {len(wanted)} marked worlds are asked of {self.count}",
                fix="mark at least one, and say yes or no for every world",
            )
        numbers = self.numbers[wanted]
        return Worlds({n: v[wanted] for n, v in self.values.items()}, self.seed, int(numbers[0]), len(numbers), numbers)

    def world(self, position: int) -> dict[str, float]:
        """One world by name, as the oracle takes it."""
        return {name: float(value[position]) for name, value in self.values.items()}

    def printed_title(self) -> str:
        return f"Worlds: {self.count}, " + ("not drawn by number" if self.seed is None else f"drawn from seed {self.seed}")

    def to_dict(self) -> Row:
        """The numbers of the worlds, and what was drawn for each."""
        return plain_row({"seed": self.seed, "numbers": self.numbers, "values": self.values})

    def to_rows(self) -> list[Row]:
        """One row per world, with its number and what was drawn for it."""
        return [{"world": int(number), **self.world(place)} for place, number in enumerate(self.numbers)]


@checked
def draw(model: Model, worlds: int, seed: int, first: int = 0, design: Design = COUNTER) -> Worlds:
    """Draw every uncertainty and switch of the `model` from its prior, those correlated together, for as many `worlds`.

    A draw depends on the `seed`, the parameter's name and the world's number alone, which counts from `first`; `design` says how
    worlds are spread. Raises `RegimeError` for no world, or where nothing can be drawn.
    """
    drawn = ranks(model, worlds, seed, first, design)
    return Worlds({name: quantiles(prior_of(model, name), drawn[name]) for name in model.drawn}, seed, first, worlds)


def ranks(model: Model, worlds: int, seed: int, first: int = 0, design: Design = COUNTER) -> dict[str, Array]:
    """Per uncertainty and switch the share of its prior below each world's value, 0 to 1, whatever the prior: each [world].

    Raises `RegimeError` for no world, a model that declares nothing uncertain, or a design without room.
    """
    if worlds < 1 or first < 0 or not model.drawn:
        raise RegimeError(
            f"cannot draw {worlds} worlds from number {first} of a model with {len(model.drawn)} uncertain numbers",
            fix="ask for at least one world, from number 0 or later, of a model that declares an uncertainty",
        )
    found = dict(_spread(design, seed, model.drawn, worlds, first))
    for group in model.correlations:
        found |= joined(group, found)
    return found


@checked
def nominal(model: Model) -> Worlds:
    """The one world in which every number of the `model` has its declared value."""
    return Worlds({name: np.array([model[name].number]) for name in model.given}, None, 0, 1)


@checked
def hold(model: Model, worlds: Worlds, changed: Mapping[str, float]) -> Worlds:
    """The same `worlds` with some numbers fixed, such as a switch turned off; `changed` holds them by name.

    Raises `RegimeError` for what is no number of the `model`, or a value outside its range.
    """
    check_world(model, changed)
    fixed = {name: np.full(worlds.count, float(value)) for name, value in changed.items()}
    return replace(worlds, values={**worlds.values, **fixed})


def _spread(design: Design, seed: int, names: Sequence[str], count: int, first: int) -> Mapping[str, Array]:
    """For each name one number per world, inside the unit interval and never 0 or 1."""
    match design:
        case Counter():
            return {name: uniforms(seed, name, count, first) for name in names}
        case LatinHypercube(worlds):
            _check_room(first + count, worlds, f"a Latin hypercube of {worlds} worlds")
            return {name: _sliced(worlds, seed, name, count, first) for name in names}
        case Sobol():
            _check_room(first + count, sobol.MOST, "a Sobol' sequence of 32 bits")
            _check_room(len(names), sobol.dimensions(), "the table of Sobol' directions")
            ordered = enumerate(sorted(names))
            found = {name: sobol.points(place, _word(f"{seed}:{name}"), count, first) for place, name in ordered}
            return {name: found[name] for name in names}
        case _:
            assert_never(design)


def uniforms(seed: int, name: str, count: int, first: int) -> Array:
    """One number from 0 to 1 per world, [world], from a counter keyed by seed and name (Salmon and others, 2011)."""
    key = int.from_bytes(hashlib.sha256(f"{seed}:{name}".encode()).digest()[:16], "little")
    skipped = first % PER_COUNT
    words = np.random.Philox(key=key, counter=first // PER_COUNT).random_raw(skipped + count)[skipped:]
    cells = np.uint64(1 << (64 - SPARE_BITS))
    return (np.asarray(words >> np.uint64(SPARE_BITS), dtype=np.float64) + 0.5) / np.float64(cells)


def _sliced(worlds: int, seed: int, name: str, count: int, first: int) -> Array:
    numbers = np.arange(first, first + count, dtype=np.uint64)
    slices = shuffled(numbers, worlds, f"{seed}:{name}").astype(np.float64)
    within = (np.floor(uniforms(seed, name, count, first) * WITHIN) + 0.5) / WITHIN
    return np.asarray((slices + within) / worlds)


def _word(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


def _check_room(asked: int, room: int, where: str) -> None:
    if asked > room:
        raise RegimeError(f"{where} has room for {room}, not {asked}", fix="ask for less, or draw by the design `counter`")


def quantiles(prior: Prior, u: Array) -> Array:
    """The prior's quantile function over `u[world]`, shares from 0 to 1: [world].

    Bit for bit what `language.distribution.quantile` gives.
    """
    match prior:
        case Uniform(low, high):
            return low + u * (high - low)
        case LogUniform():
            return np.fromiter((quantile(prior, each) for each in u.tolist()), np.float64, len(u))
        case Triangular(low, mode, high):
            return _triangular(low, mode, high, u)
        case PointMass(at, mass, rest):
            beyond = np.maximum(u - mass, 0.0) / (1 - mass) if mass < 1 else np.zeros_like(u)
            return np.where(u < mass, at, quantiles(rest, beyond))
        case Category(values):
            return np.array(values)[np.searchsorted(prior.steps, u, side="right")]
        case _:
            assert_never(prior)


def _triangular(low: float, mode: float, high: float, u: Array) -> Array:
    width = high - low
    if width == 0:
        return np.full_like(u, low)
    rising = low + np.sqrt(u * width * (mode - low))
    falling = high - np.sqrt((1 - u) * width * (high - mode))
    return np.where(u * width <= mode - low, rising, falling)


def prior_of(model: Model, name: str) -> Prior:
    """The prior of an uncertainty or a switch."""
    prior = model[name].prior
    assert prior is not None
    return prior
