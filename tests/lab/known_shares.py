"""Functions whose shares of variance are known in closed form, and how often intervals from samples of them hold the truth."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.pick_freeze import Indices, Inputs, PickFreeze
from dualtrack.lab.worlds.draw import uniforms
from dualtrack.targets.numeric.arrays import Array

A, B = 7.0, 0.1
WEIGHTS = (0.0, 1.0, 4.5, 9.0, 99.0)
RARE = 1 / 500


@dataclass(frozen=True)
class Known:
    """A function of uniform numbers, its variance and, by input, the share that it carries alone and the one it takes part in."""

    answer: Callable[[Inputs], Array]
    variance: float
    first: Mapping[str, float]
    total: Mapping[str, float]

    def found(self, pairs: int, seed: int) -> Indices:
        """The indices of a sample."""
        method = PickFreeze(most=pairs, least=pairs)

        def drawn(first: int, count: int) -> Inputs:
            return {name: uniforms(seed, name, count, first) for name in self.first}

        def answers(inputs: Inputs) -> Answers:
            values = self.answer(inputs)
            return Answers(values[None], np.zeros((1, len(values)), dtype=np.bool_))

        (indices,) = method.estimate(method.sample(answers, drawn, [[name] for name in self.first], 0, pairs))
        return indices

    @property
    def truths(self) -> dict[str, float]:
        """Every share by name."""
        alone = {f"{name} alone": value for name, value in self.first.items()}
        return (
            alone | {f"{name} in all": value for name, value in self.total.items()} | {"interplay": 1 - sum(self.first.values())}
        )


def _ishigami() -> Known:
    """Ishigami and Homma (1990)."""
    part_x = (1 + B * math.pi**4 / 5) ** 2 / 2
    part_y, part_xz = A**2 / 8, B**2 * math.pi**8 * (1 / 18 - 1 / 50)
    variance = part_x + part_y + part_xz

    def answer(inputs: Inputs) -> Array:
        x, y, z = ((2 * inputs[name] - 1) * math.pi for name in "xyz")
        return np.asarray(np.sin(x) + A * np.sin(y) ** 2 + B * z**4 * np.sin(x))

    first = {"x": part_x / variance, "y": part_y / variance, "z": 0.0}
    total = {"x": (part_x + part_xz) / variance, "y": part_y / variance, "z": part_xz / variance}
    return Known(answer, variance, first, total)


def _sobol_g() -> Known:
    """Saltelli and Sobol' (1995)."""
    names = [f"x{place}" for place in range(len(WEIGHTS))]
    parts = np.array([1 / (3 * (1 + a) ** 2) for a in WEIGHTS])
    variance = float(np.prod(1 + parts) - 1)

    def answer(inputs: Inputs) -> Array:
        factors = [(np.abs(4 * inputs[name] - 2) + a) / (1 + a) for name, a in zip(names, WEIGHTS, strict=True)]
        return np.asarray(np.prod(factors, axis=0))

    totals = [float(part * np.prod(1 + np.delete(parts, place)) / variance) for place, part in enumerate(parts)]
    return Known(
        answer, variance, dict(zip(names, map(float, parts / variance), strict=True)), dict(zip(names, totals, strict=True))
    )


def rare_event(of_x: float, of_z: float) -> Known:
    """One where x and z are both in the upper end of their range, which each is with a known chance; w does nothing."""
    chance = of_x * of_z
    variance = chance * (1 - chance)

    def answer(inputs: Inputs) -> Array:
        return ((inputs["x"] >= 1 - of_x) & (inputs["z"] >= 1 - of_z)) * 1.0 + 0.0 * inputs["w"]

    first = {"x": of_z * (1 - of_x) / (1 - chance), "z": of_x * (1 - of_z) / (1 - chance), "w": 0.0}
    return Known(answer, variance, first, {"x": 1 - first["z"], "z": 1 - first["x"], "w": 0.0})


ISHIGAMI, SOBOL_G = _ishigami(), _sobol_g()
RARE_ALONE, RARE_TOGETHER, RARE_UNLIKE = rare_event(RARE, 1.0), rare_event(RARE**0.5, RARE**0.5), rare_event(1 / 50, 1 / 10)
KNOWN = {
    "Ishigami": ISHIGAMI,
    "G of Sobol'": SOBOL_G,
    "1 world in 500, by one input": RARE_ALONE,
    "1 world in 500, by two alike": RARE_TOGETHER,
    "1 world in 500, by two unlike": RARE_UNLIKE,
}


@dataclass(frozen=True)
class Held:
    """Of so many intervals how many held the truth, by share; `refused` samples told none."""

    held: Mapping[str, int]
    samples: int
    refused: int

    @property
    def rate(self) -> float:
        """Over all shares."""
        return sum(self.held.values()) / (self.samples * len(self.held))

    @property
    def worst(self) -> tuple[str, int]:
        """The share whose interval held least often."""
        return min(self.held.items(), key=lambda each: each[1])


def how_often_held(known: Known, pairs: int, seeds: Iterable[int]) -> Held:
    """Draw sample after sample and count the intervals that hold the closed form."""
    counts: Counter[str] = Counter(dict.fromkeys(known.truths, 0))
    samples = refused = 0
    for seed in seeds:
        indices = known.found(pairs, seed)
        if not indices.is_told:
            refused += 1
            continue
        samples += 1
        shares = dict(zip(known.truths, (*indices.first, *indices.total, indices.interplay), strict=True))
        counts.update(
            name for name, truth in known.truths.items() if shares[name].low - 1e-12 <= truth <= shares[name].high + 1e-12
        )
    return Held(counts, samples, refused)


def too_few(samples: int, rate: float = 0.95, chance: float = 1e-6) -> float:
    """A count of hits out of so many at a true rate that chance falls below once in a million."""
    return samples * rate + NormalDist().inv_cdf(chance) * math.sqrt(samples * rate * (1 - rate))
