"""Standard normal errors that are spread evenly over the distribution, so that few studies stand for all that could be made."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

from dualtrack.targets.numeric.arrays import Array


def even_noise(count: int, seed: int) -> Array:
    """So many standard normal errors at equal steps of probability, [row], in an order drawn by a `seed`."""
    evenly = np.array([NormalDist().inv_cdf((place + 0.5) / count) for place in range(count)])
    return np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, count]))).permutation(evenly)
