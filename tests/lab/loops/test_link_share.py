"""Shares of links: the closed form for growth in a limited space, one for a lone cause, and ones that add up everywhere."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.loops.link_share import link_shares
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.python import Oracle
from tests.lab.toys import draining
from tests.loop_toys import CLOCKS, toy
from tests.refusals import refused
from tests.toys import two_sectors

AS_IS, ONE = Regime("as is"), Worlds({}, None, 0, 1)
YEARS = Clock(2018.0, 2024.0, 1 / 16, 1 / 2)


def test_growth_in_a_limited_space_has_the_shares_of_its_closed_form() -> None:
    clock = CLOCKS["logistic"]
    found = link_shares(toy("logistic"), [AS_IS], ONE, clock)
    population = np.array(Oracle.of(toy("logistic")).run(AS_IS, clock)["population"])
    crowded = (population[:-1] + population[1:]) / 20
    assert found["births", "population"] == pytest.approx((1 / (1 + crowded)).mean())
    assert found["deaths", "population"] == pytest.approx((crowded / (1 + crowded)).mean())
    assert found["population", "births"] == pytest.approx(1.0)


def test_shares_of_all_causes_of_what_moves_add_up_to_one_over_elements_and_worlds() -> None:
    found = link_shares(two_sectors(), [AS_IS], draw(two_sectors(), 5, 3), YEARS)
    into: dict[str, float] = {}
    for (_, effect), share in found.items():
        assert 0 <= share <= 1
        into[effect] = into.get(effect, 0.0) + share
    assert into.keys() >= {"adopters", "adoption", "weakest"}
    assert all(total == pytest.approx(1.0) for total in into.values())
    assert all(cause != effect for cause, effect in found)


def test_the_regime_in_which_a_link_carries_most_counts() -> None:
    pushed = Regime("pushed", {"subsidy": Path(((2018.0, 1.0),))})
    worlds = draw(two_sectors(), 5, 3)
    alone = [link_shares(two_sectors(), [each], worlds, YEARS) for each in (AS_IS, pushed)]
    both = link_shares(two_sectors(), [AS_IS, pushed], worlds, YEARS)
    assert both == {link: max(each[link] for each in alone) for link in both}


def test_nothing_to_weigh_is_refused() -> None:
    refused(RunError, lambda: link_shares(toy("logistic"), [], ONE, CLOCKS["logistic"]))
    dry, wide = Worlds({"drain": np.array([0.3])}, None, 0, 1), Regime("wide", {"opening": Path(((2020.0, 1.0),))})
    refused(RunError, lambda: link_shares(draining(), [wide], dry, Clock(2020.0, 2028.0, 1 / 16, 1 / 4)))
