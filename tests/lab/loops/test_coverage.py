"""What counts as carried: declared paths, loops made of their links, and loops that a cut takes away, in toys."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.lab.loops.coverage import Coverage, cover
from dualtrack.lab.loops.loop_score import Circuit
from dualtrack.lab.loops.strongest_paths import ring_links
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.scenario import Regime
from tests.loop_toys import CLOCKS, toy

AS_IS = Regime("as is")
ONE = Worlds({}, None, 0, 1)


def circuit(name: str, *path: str, cut: Edge | None = None) -> Circuit:
    return Circuit(name, tuple((each,) for each in path), () if cut is None else (cut,))


def covered(model: str, *circuits: Circuit) -> Coverage:
    return cover(toy(model), AS_IS, ONE, CLOCKS[model], circuits)


DAY = ("hares", "raised", "lynxes", "eaten_by_day")


def test_a_family_holds_every_loop_through_the_cut() -> None:
    """Half of the hares are eaten by day and half by night: two equal loops, one of them named, both through one link."""
    found = covered("predation", circuit("day", *DAY, cut=("hares", "raised")))
    (night,) = [each for each in found.others if each.families == ("day",)]
    assert "eaten_by_night" in night.names
    assert night.share == pytest.approx(found.named)
    assert found.families.shares["day"] == pytest.approx(2 * found.named)
    assert found.families.carried == pytest.approx(2 * found.named)
    assert found.families.alone == pytest.approx(2 * found.named)
    assert found.families.passed == pytest.approx(1.0)


def test_a_cut_further_on_takes_the_named_loop_only() -> None:
    found = covered("predation", circuit("day", *DAY, cut=("lynxes", "eaten_by_day")))
    assert found.families.shares["day"] == pytest.approx(found.named)
    assert any("eaten_by_night" in each.names and "lynxes" in each.names for each in found.families.left)


def test_a_loop_that_passes_two_cuts_counts_to_each_and_once_in_all() -> None:
    found = covered(
        "predation", circuit("prey", *DAY, cut=("hares", "raised")), circuit("hunter", *DAY, cut=("lynxes", "eaten_by_day"))
    )
    assert found.families.shares["prey"] == pytest.approx(2 * found.families.shares["hunter"])
    assert found.families.carried == pytest.approx(found.families.shares["prey"])
    assert found.families.alone == pytest.approx(found.families.shares["prey"] - found.families.shares["hunter"])
    assert found.families.passed == pytest.approx(1.5)


def test_a_loop_made_of_links_of_named_loops_is_spelled() -> None:
    """The loop by day has all the links of the loop by night but two, and hares eaten by night alone have one of them."""
    found = covered("predation", circuit("day", *DAY))
    assert found.spelled == pytest.approx(found.named)
    (night,) = [each for each in found.others if {"eaten_by_night", "lynxes"} <= set(each.names)]
    assert set(night.strange) == {("lynxes", "eaten_by_night"), ("eaten_by_night", "hares")}
    assert night.strongest in night.strange
    whole = covered("predation", circuit("day", *DAY), circuit("alone", "hares", "eaten_by_night"))
    assert whole.spelled == pytest.approx(whole.named)
    (night,) = [each for each in whole.others if {"eaten_by_night", "lynxes"} <= set(each.names)]
    assert night.strange == (("lynxes", "eaten_by_night"),)


def test_named_loops_that_cross_spell_the_loops_between_them() -> None:
    named = (("hares", "raised", "lynxes", "eaten_by_day"), ("hares", "eaten_by_night"), ("hares", "eaten_by_day"))
    links = {edge for path in named for edge in ring_links(path)}
    found = covered("predation", *(circuit("-".join(path), *path) for path in named))
    spelled = [each for each in found.others if set(ring_links(each.names)) <= links]
    assert found.spelled == pytest.approx(found.named + sum(each.share for each in spelled))


def test_loops_of_opposite_sign_cancel() -> None:
    """A population grows by births of 0.9 of it a year and shrinks by crowding: at rest the two pull alike."""
    births, deaths = (circuit(flow, "population", flow) for flow in ("births", "deaths"))
    found = covered("logistic", births, deaths)
    assert 0 < found.cancelled < 1
    one_way = covered("workforce", circuit("stores", "inventory", "wanted_production", "hiring", "workforce", "production"))
    assert one_way.cancelled == pytest.approx(0.0)


def test_shares_by_year_have_the_share_as_their_mean() -> None:
    found = covered("predation", circuit("day", *DAY))
    assert len(found.by_year) == len(found.years) == len(CLOCKS["predation"].saved) - 1
    assert found.by_year.mean() == pytest.approx(found.named)
    assert np.ptp(found.by_year) > 0


PATHS = [
    DAY,
    (*DAY[:3], "eaten_by_night"),
    ("hares", "born"),
    ("hares", "eaten_by_day"),
    ("lynxes", "dying"),
    ("lynxes", "raised"),
]


@given(st.sets(st.sampled_from(PATHS), min_size=1))
@settings(max_examples=15, deadline=None)
def test_each_measure_is_wider_than_the_one_before(paths: set[tuple[str, ...]]) -> None:
    found = covered("predation", *(circuit("-".join(each), *each, cut=(each[-1], each[0])) for each in sorted(paths)))
    assert found.named <= found.spelled + 1e-12 <= 1 + 1e-9
    assert found.families.alone <= found.families.carried + 1e-12
    assert found.named <= found.families.carried + 1e-12
    assert found.families.carried + sum(each.share for each in found.families.left) == pytest.approx(1.0)
    assert found.families.carried <= sum(found.families.shares.values()) + 1e-12
