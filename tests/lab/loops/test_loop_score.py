"""Loop scores: closed forms for growth in a limited space, families of loops, shares that add up, cut loops that score zero."""

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.loops.coverage import members
from dualtrack.lab.loops.loop_score import Circuit, LinkScorer, LoopScores, score_loops
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.cut import cut, held_name
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import stations
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.score import moving_links
from tests.loop_toys import CLOCKS, toy
from tests.refusals import refused
from tests.strategies import model_of
from tests.toys import two_sectors

AS_IS = Regime("as is")
ONE = Worlds({}, None, 0, 1)
GROWTH, CROWDING = (Circuit(name, (("population",), (flow,))) for name, flow in (("growth", "births"), ("crowding", "deaths")))
LAYERED = (
    Circuit("spread", stations(two_sectors(), ("adopters", "weakest", "urge", "adoption"))),
    Circuit("leaving", stations(two_sectors(), ("adopters", "leaving"))),
    Circuit("saturation", stations(two_sectors(), ("adoption", "adopters"))),
)
YEARS = Clock(2018.0, 2024.0, 1 / 16, 1 / 2)


def logistic() -> LoopScores:
    return score_loops(toy("logistic"), AS_IS, ONE, CLOCKS["logistic"], [GROWTH, CROWDING])


def test_growth_in_a_limited_space_has_the_shares_of_its_closed_form() -> None:
    found = logistic()
    population = np.array(Oracle.of(toy("logistic")).run(AS_IS, CLOCKS["logistic"])["population"])
    crowded = (population[:-1] + population[1:]) / 20
    np.testing.assert_allclose(found.share("growth")[0], 1 / (1 + crowded), rtol=1e-9)
    np.testing.assert_allclose(found.signed_share("crowding")[0], -crowded / (1 + crowded), rtol=1e-9)


def test_dominance_shifts_at_half_of_the_space() -> None:
    population = np.array(Oracle.of(toy("logistic")).run(AS_IS, CLOCKS["logistic"])["population"])
    shift = int(np.argmax(logistic().reinforcing[0] < 0.5))
    assert population[shift] < 10.0 < population[shift + 2]


def test_a_lone_loop_explains_everything() -> None:
    model = model_of(
        """
rate = constant(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
@flow("1/year", **NAMED)
def rise(pond, rate):
    "What is added."
    return rate * pond
@stock("1", initial=1, **NAMED)
def pond(rise):
    "Water."
    return rise
"""
    )
    found = score_loops(model, AS_IS, ONE, CLOCKS["logistic"], [Circuit("growth", (("pond",), ("rise",)))])
    np.testing.assert_allclose(found.net["growth"], 1.0)
    np.testing.assert_allclose(found.reinforcing, 1.0)


def test_splitting_a_flow_changes_no_sum() -> None:
    model, clock = toy("predation"), CLOCKS["predation"]
    split = [Circuit(f"crowding {flow}", (("hares",), (flow,))) for flow in ("eaten_by_day", "eaten_by_night")]
    births = Circuit("births", (("hares",), ("born",)))
    apart = score_loops(model, AS_IS, ONE, clock, [births, *split])
    np.testing.assert_allclose(apart.net["crowding eaten_by_day"], apart.net["crowding eaten_by_night"], rtol=1e-9)
    shares = apart.share("births") + apart.share("crowding eaten_by_day") * 2
    np.testing.assert_allclose(shares, 1.0)


def test_a_family_adds_up_its_loops() -> None:
    model, worlds = two_sectors(), draw(two_sectors(), 5, 7)
    found = score_loops(model, AS_IS, worlds, YEARS, LAYERED)
    for circuit in LAYERED:
        singles = [Circuit(" > ".join(ring), tuple((name,) for name in ring)) for ring in members(model, circuit)]
        assert len(singles) == 2
        apart = score_loops(model, AS_IS, worlds, YEARS, singles)
        np.testing.assert_allclose(found.net[circuit.id], sum(apart.net.values()), rtol=1e-12)
        np.testing.assert_allclose(found.size[circuit.id], apart.total, rtol=1e-12)


def test_a_loop_score_is_the_product_of_its_links() -> None:
    model, worlds = two_sectors(), draw(two_sectors(), 3, 7)
    ring = ("adopters.upper", "leaving.upper")
    scores, _ = LinkScorer.of(model, AS_IS, YEARS, moving_links(model)).scores(worlds, {})
    found = score_loops(model, AS_IS, worlds, YEARS, [Circuit("one", tuple((name,) for name in ring))])
    np.testing.assert_array_equal(found.net["one"], scores[ring] * scores[ring[::-1]])


def test_shares_add_up_to_one_and_blocks_change_nothing() -> None:
    model = two_sectors()
    found = score_loops(model, AS_IS, draw(model, 130, 7), YEARS, LAYERED)
    assert found.sound.all()
    assert found.unscored == {circuit.id: 0 for circuit in LAYERED}
    np.testing.assert_allclose(sum(found.share(circuit.id) for circuit in LAYERED), 1.0, rtol=1e-12)
    few = score_loops(model, AS_IS, draw(model, 130, 7).part(100, 103), YEARS, LAYERED)
    np.testing.assert_allclose(few.net["spread"], found.net["spread"][100:103], rtol=1e-6)


def severed(model: Model) -> LoopScores:
    edges = [("urge", "adoption.lower"), ("urge", "adoption.upper")]
    held = {held_name(edge): np.full((4, YEARS.steps + 1), 0.1) for edge in edges}
    return score_loops(cut(model, edges), AS_IS, draw(model, 4, 7), YEARS, LAYERED, series=held)


def test_a_cut_loop_scores_zero_and_the_others_go_on() -> None:
    found = severed(two_sectors())
    assert not found.size["spread"].any()
    assert found.size["saturation"].all()


def test_what_cannot_be_told_apart_or_was_not_scored_is_refused() -> None:
    model = toy("logistic")
    refused(RunError, lambda: score_loops(model, AS_IS, ONE, CLOCKS["logistic"], []))
    refused(RunError, lambda: score_loops(model, AS_IS, ONE, CLOCKS["logistic"], [GROWTH, GROWTH]))
    assert "growth" in refused(UnknownName, lambda: logistic().share("grwth")).near


def test_a_failed_world_is_left_out() -> None:
    model = model_of(
        """
rate = uncertainty(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def pond(outflow):
    "Water."
    return 0 - outflow
@flow("1/year", **NAMED)
def outflow(pond, rate):
    "What leaves; it has no number once the pond is low."
    return rate * (2 - log(pond))
"""
    )
    worlds = Worlds({"rate": np.array([0.01, 1.0])}, None, 0, 2)
    found = score_loops(model, AS_IS, worlds, Clock(2020.0, 2022.0, 1 / 4, 1 / 4), [Circuit("d", (("pond",), ("outflow",)))])
    assert found.sound.tolist() == [True, False]
    np.testing.assert_allclose(found.net["d"], np.ones((1, 8)))


@pytest.mark.parametrize("name", ["bass", "workforce", "epidemic"])
def test_every_share_lies_between_nothing_and_all(name: str) -> None:
    model = toy(name)
    circuits = [Circuit(f"{a} {b}", ((a,), (b,))) for a, b in moving_links(model) if (b, a) in moving_links(model) and a < b]
    found = score_loops(model, AS_IS, ONE, CLOCKS[name], circuits)
    assert all(((share := found.share(circuit.id)) >= 0).all() and (share <= 1).all() for circuit in circuits)
