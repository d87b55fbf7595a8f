"""PRIM beside the EMA workbench: its quasi-p values, and a planted box that both find."""

import warnings

import numpy as np
import pandas
import pytest
from scipy.stats import binomtest

from dualtrack.lab.statistics.box import Box, Cases, held, upper_tail
from dualtrack.lab.statistics.peel import Peel
from dualtrack.lab.worlds.draw import uniforms

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from ema_workbench.analysis import prim

COUNT, NAMES = 1000, tuple(f"x{i}" for i in range(8))
PLANTED = Box.whole(8).with_bound(2, "low", 0.5).with_bound(5, "high", 0.55)


def cases(noise: float, first: int) -> Cases:
    """Worlds in which the planted box holds, some turned over by a coin."""
    values = {name: uniforms(4, name, COUNT, first) for name in NAMES}
    inside = PLANTED.inside(Cases.of(values, np.ones(COUNT, dtype=np.bool_)))
    return Cases.of(values, inside ^ (uniforms(4, "noise", COUNT, first) < noise))


def theirs(found: Cases) -> prim.PrimBox:
    """The workbench's box over the same worlds, with our slices and our least mass."""
    table = pandas.DataFrame(found.inputs.T, columns=list(found.names))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return prim.Prim(table, found.holds, threshold=0.5, peel_alpha=0.05, paste_alpha=0.05, mass_min=0.05).find_box()


def as_box(frame: pandas.DataFrame) -> Box:
    box = Box.whole(len(NAMES))
    for place, name in enumerate(NAMES):
        low, high = map(float, frame[name])
        box = box.with_bound(place, "low", low).with_bound(place, "high", high)
    return box


@pytest.mark.parametrize("noise", [0.0, 0.05])
def test_both_find_the_planted_box(noise: float) -> None:
    finding, choosing, fresh = (cases(noise, first * COUNT) for first in range(3))
    truth = Cases(fresh.names, fresh.inputs, PLANTED.inside(fresh))
    ours = Peel().fit(finding, choosing)
    found = theirs(finding)
    best = max((as_box(frame) for frame in found.box_lims), key=lambda box: held(box, choosing).overlap)
    assert held(ours, truth).overlap >= 0.9
    assert held(ours, truth).overlap >= held(best, truth).overlap - 0.02


def test_first_peels_are_the_workbenchs() -> None:
    """One criterion, one sample; a slice that is no whole number of worlds is rounded down here and up there."""
    finding = cases(0.05, 0)
    peels = [held(box, finding) for box in Peel().peels(finding, np.arange(len(NAMES)))]
    trajectory = theirs(finding).peeling_trajectory
    for place in range(1, 8):
        assert peels[place].mass == pytest.approx(trajectory["mass"][place], abs=place / COUNT)
        assert peels[place].density == pytest.approx(trajectory["density"][place], abs=0.01)


@pytest.mark.parametrize(("least", "trials", "chance"), [(30, 60, 0.4), (3, 500, 0.01), (200, 200, 0.97), (90, 300, 0.3)])
def test_quasi_p_values_are_one_sided_binomial_tests(least: int, trials: int, chance: float) -> None:
    """The workbench takes them from this test of SciPy."""
    assert upper_tail(least, trials, chance) == pytest.approx(binomtest(least, trials, chance, alternative="greater").pvalue)
