"""Ten conditions on the shipped theory: of a hundred thousand random worlds none fails nearer than the one that is found.

Worlds of the prior lie far out, since all numbers are off their middle at once; so as many are drawn nearer than the one found,
half of them around it, which is the harder question.
"""

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.breaking.break_regime import break_regime
from dualtrack.lab.breaking.limit_state import LimitState
from dualtrack.lab.breaking.nearest_failure import nearer_worlds
from dualtrack.lab.breaking.plateau import to_edges
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.targets.numeric.arrays import Array

COUNT, BLOCK = 100_000, 20_000
NEARLY = 0.98
"""A random world counts as nearer from two hundredths on: the search stops where it gains less than a thousandth at a step."""
CONDITIONS = (
    ("limited_opening", "", "independent_capability < 0.7"),
    ("limited_opening", "", "independent_capability < 0.85"),
    ("limited_opening", "", "independent_capability > 0.3"),
    ("limited_opening", "near_embargo", "lag(independent_capability) < 12"),
    ("limited_opening", "near_embargo", "difference(us_ai_valuation) @ 2035 > -100"),
    ("near_embargo", "", "independent_capability < 0.7 and dependence < 0.2"),
    ("free_trade", "", "dependence > 0.1"),
    ("free_trade", "", "independent_capability @ 2035 < 0.6"),
    ("breakout", "", "independent_capability @ 2035 < 0.65"),
    ("sliding_scale", "near_embargo", "difference(independent_capability) < 0.1"),
)


@pytest.mark.parametrize(("regime", "against", "text"), CONDITIONS)
def test_no_random_world_is_nearer_and_fails(regime: str, against: str, text: str) -> None:
    laboratory = bind()
    matched = matching(laboratory)
    second = laboratory.regime(against) if against else None
    setting = Setting(matched.model, laboratory.regime(regime), second, laboratory.theory.clock, laboratory.regimes)
    condition = read_condition(text, laboratory.model, laboratory.theory.clock.stop)
    found = break_regime(setting, condition, matched)
    assert found.nearest is not None and found.nearest.distance > 0
    limit = LimitState.of(setting, condition, matched)
    off = {each.name: each.deviations for each in found.nearest.off}
    point = np.array([off.get(name, 0.0) for name in limit.latent.names])
    assert limit.at(point[:, None]).broken.all(), "the answer itself was run, fails and is left by history"
    random = np.random.Generator(np.random.Philox(key=2026))
    for _ in range(COUNT // BLOCK):
        drawn = to_edges(limit.plateaus, random.standard_normal((len(point), BLOCK)))
        assert not _fails_nearer(limit, drawn, found.nearest.distance)
        assert not _fails_nearer(limit, nearer_worlds(limit, NEARLY * point, BLOCK, random), found.nearest.distance)


def _fails_nearer(limit: LimitState, state: Array, distance: float) -> bool:
    near = state[:, np.linalg.norm(state, axis=0) < distance]
    return bool(near.shape[1]) and bool(limit.at(near).broken.any())
