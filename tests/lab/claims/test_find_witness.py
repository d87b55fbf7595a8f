"""Worlds that make a claim true or false are found among those drawn, or at the ends of what decides it; or not at all."""

from collections.abc import Mapping

import numpy as np
import pytest

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset
from dualtrack.lab.claims.find_witness import favoured, margin, witnesses
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Some, StructureTest
from tests.lab.coins import CLOCK, REGIMES, coins, is_true_in, rise
from tests.lab.toys import WORDS

STAGE = Stage(coins(), REGIMES, CLOCK, LagRule(2022.0, 2030.0, (0.5, 0.6)))
WORLDS = draw(STAGE.model, 300, 3)


def source(held: Mapping[str, float]) -> Population:
    worlds = hold(STAGE.model, WORLDS, held)
    return Population("one", WORDS, worlds, worlds.values["idle"] > 0.5)


def test_a_drawn_world_on_each_side_is_named_and_history_leaves_it() -> None:
    (found,) = witnesses(STAGE, [is_true_in(0.3), StructureTest("P", WORDS, ("opening",))], source)
    assert found.is_whole
    assert found.share == pytest.approx(0.3, abs=0.08)
    for witness, wanted in ((found.true, True), (found.false, False)):
        assert witness is not None
        assert not witness.held
        assert WORLDS.values["idle"][witness.world] > 0.5
        assert (WORLDS.values["gain"][witness.world] > 0.7) == wanted


@pytest.mark.parametrize(("share", "wanted", "end"), [(1e-6, True, 1.0), (1 - 1e-6, False, 0.0)])
def test_what_no_drawn_world_shows_is_looked_for_where_it_is_likelier(share: float, wanted: bool, end: float) -> None:
    said: list[str] = []
    (found,) = witnesses(STAGE, [is_true_in(share)], source, said.append)
    witness = found.true if wanted else found.false
    assert witness is not None
    assert witness.held["gain"] == end
    assert len(said) == 1


def test_a_claim_that_no_world_can_make_true_has_no_witness() -> None:
    (found,) = witnesses(STAGE, [is_true_in(-0.5)], source)
    assert found.true is None
    assert found.false is not None
    assert not found.is_whole


def test_margins_add_up_as_their_conditions_do() -> None:
    test = ClaimTest("T", WORDS, Is(rise(), "above", 0.5), rise())
    seen = STAGE.see([rise().of, rise().against], WORLDS)
    subset, gain = Subset(seen, np.arange(300), (0.5,)), WORLDS.values["gain"]
    above, below = Is(rise(), "above", 0.5), Is(rise(), "at_most", 0.2)
    inside = margin(test.condition, subset)
    np.testing.assert_allclose(inside, (gain - 0.5) / gain.std(), rtol=1e-9, atol=1e-9)
    np.testing.assert_array_equal(margin(Every((above, below)), subset), np.minimum(inside, margin(below, subset)))
    np.testing.assert_array_equal(margin(Some((above, below)), subset), np.maximum(inside, margin(below, subset)))


def test_only_what_goes_with_the_margin_is_favoured_and_nothing_where_it_never_moves() -> None:
    gain = WORLDS.values["gain"]
    assert favoured(STAGE.model, WORLDS, gain, {})["gain"] == 1.0
    assert favoured(STAGE.model, WORLDS, -gain, {})["gain"] == 0.0
    assert "gain" not in favoured(STAGE.model, WORLDS, gain, {"gain": 1.0})
    assert favoured(STAGE.model, WORLDS, np.zeros(300), {}) == {}
