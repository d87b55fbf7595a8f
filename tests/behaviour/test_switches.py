"""Each mechanism has a switch: at zero nothing passes through it, at one it pushes the way that its words say.

All other switches stand at zero, so whatever moves, moves by the one mechanism. A cause is held at two levels; its effect must
differ in one direction at full strength, and not at all without the mechanism.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from dualtrack.lab.runs.regimes import with_lever_on
from tests.behaviour.theory import (
    REGIMES,
    ROUGH,
    at,
    beside,
    elements,
    frozen,
    model,
    plain_worlds,
    regimes,
    run,
    since,
    with_levers,
    with_switches,
    worlds,
)

CUT_OFF = "as is, cut off before the end"
ROUNDING = 1e-9
PUSH = 1e-6


@dataclass(frozen=True)
class Edge:
    """A cause held at a low and a high level, and what it should raise or lower through a switch by a year.

    `also` names mechanisms that must work for it to be felt; `held` keeps still what reaches the effects beside them.
    The story is asked early: a boom that runs ahead of returns may end in more fatigue years later, by other mechanisms.
    """

    switch: str
    cause: str
    low: float
    high: float
    raises: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    regime: str = "as_is"
    also: tuple[str, ...] = ()
    held: tuple[tuple[str, float], ...] = ()
    year: float = 2032.0

    def __str__(self) -> str:
        return f"{self.switch} from {self.cause} to {', '.join(self.raises + self.lowers)}"


ROOTS = ("root_talent_share", "root_capital_share")
STORY = ("confidence", "us_ai_valuation")
RUNS = ("running_us_share", 0.8)
EDGES = (
    Edge("validation_strength", "proof_salience", 0.0, 0.3, raises=STORY, year=2021.0),
    Edge("validation_strength", "proof_salience", -0.3, 0.0, raises=STORY, year=2021.0),
    Edge("efficiency_strength", "efficiency_surprise", 0.0, 3.0, lowers=STORY, year=2021.0),
    Edge("china_cash_weight", "china_vendor_revenue", 1.0, 50.0, raises=("us_ai_valuation", "us_research"), year=2020.0),
    Edge(
        "urgency_strength",
        "perceived_risk",
        0.2,
        0.7,
        raises=(*ROOTS, "state_money", "domestic_preference", "independent_capability"),
        held=(RUNS,),
    ),
    Edge("diversion_strength", "application_success", 0.5, 1.5, lowers=ROOTS),
    Edge(
        "diversion_strength",
        "running_us_share",
        0.3,
        0.8,
        lowers=("urgency", "root_talent_share"),
        also=("urgency_strength",),
        held=(("perceived_risk", 0.5), ("relative_return", 1.0)),
    ),
    Edge("capture_strength", RUNS[0], 0.3, 0.8, lowers=("root_pull", "talent.software_like"), held=(("relative_return", 1.0),)),
    Edge(
        # held: alarm moves workloads off American chips, and with them the risk of their control
        "hook_strength",
        "remote_control",
        0.0,
        1.0,
        raises=("perceived_risk", *ROOTS),
        also=("urgency_strength",),
        held=(("running_us_share", 0.7),),
    ),
    Edge("refusal_strength", "perceived_risk", 0.2, 0.7, lowers=("acceptance",)),
    Edge("retaliation_strength", "denial", 0.1, 0.9, raises=("pressed_opening",), lowers=("us_research", "revenue_elsewhere")),
    Edge("protection_strength", "open_tools", 0.1, 0.9, lowers=("readiness.equipment",)),
    Edge("workload_strength", RUNS[0], 0.3, 0.8, lowers=("readiness.software", "readiness.accelerators")),
    Edge("withering_strength", RUNS[0], 0.3, 0.8, lowers=("readiness.software", "readiness.accelerators")),
    Edge("diffusion_strength", "open_tools", 0.1, 0.9, raises=("readiness.equipment", "readiness.lithography")),
    Edge("diffusion_strength", "application_value", 1.0, 50.0, raises=("root_funding",)),
    Edge("denial_strength", "open_tools", 0.1, 0.9, raises=("readiness.fabrication", "readiness.memory", "advanced_wafers")),
    Edge("denial_strength", "open_design", 0.1, 0.9, raises=("readiness.accelerators", "readiness.core_ip")),
    Edge(
        "denial_strength", "materials_missing", 0.1, 0.9, lowers=("readiness.fabrication", "readiness.memory", "advanced_wafers")
    ),
    Edge("denial_strength", "core_ip_missing", 0.1, 0.9, lowers=("readiness.accelerators",)),
    Edge("leakage_strength", "perceived_scarcity", 0.0, 0.8, raises=("us_rooted_compute", "rented_compute"), regime="free_trade"),
    Edge("remote_stop_strength", "remote_control", 0.0, 1.0, lowers=("usable_compute",), regime=CUT_OFF),
    Edge(
        "belief_strength",
        "belief",
        0.2,
        0.9,
        raises=("us_ai_valuation",),
        lowers=("wished_domestic_share", "domestic_preference"),
        held=(RUNS,),
        year=2021.0,
    ),
    Edge("demand_proof_strength", "visible_success", 0.0, 0.8, raises=STORY, year=2021.0),
    Edge("absorption_strength", "open_work_in_use", 0.1, 0.9, raises=("us_gain_from_open_work",)),
    Edge("margin_strength", "open_work_in_use", 0.1, 0.9, lowers=("us_gain_from_open_work",)),
    Edge("lobbying", "china_revenue_forgone", 0.1, 0.9, raises=("licensed_chip_rank", "licensed_supply")),
)


def test_every_switch_is_tried() -> None:
    assert {edge.switch for edge in EDGES} == set(model().switches)


@pytest.mark.parametrize("edge", EDGES, ids=str)
def test_a_mechanism_pushes_as_it_says_and_not_at_all_without_its_switch(edge: Edge) -> None:
    fixed = dict(edge.held)
    target = frozen([name for name in (edge.cause, *fixed) if name not in model().driven])
    regime = regimes()["as_is"] if edge.regime == CUT_OFF else regimes()[edge.regime]
    regime = with_lever_on(model(), regime, "cut_off", 2031.5) if edge.regime == CUT_OFF else regime
    also = dict.fromkeys(edge.also, 1.0)
    four = [with_switches(plain_worlds(), also | {edge.switch: on}) for on in (0.0, 0.0, 1.0, 1.0)]
    levels = {edge.cause: np.repeat([edge.low, edge.high, edge.low, edge.high], four[0].count)}
    levels |= {name: np.full(4 * four[0].count, value) for name, value in fixed.items()}
    series = {name: np.repeat(level[:, None], ROUGH.steps + 1, axis=1) for name, level in levels.items()}
    paths = target.run(regime, ROUGH, beside(*four).values, [*edge.raises, *edge.lowers], series=series)
    assert not paths.failed.any()
    for effect, sign in [*((name, +1) for name in edge.raises), *((name, -1) for name in edge.lowers)]:
        off_low, off_high, on_low, on_high = np.split(at(paths, effect, edge.year), 4)
        np.testing.assert_allclose(off_high, off_low, rtol=ROUNDING, err_msg=f"{effect} feels it without the mechanism")
        push = sign * (on_high - on_low) / np.maximum(np.abs(on_low), PUSH)
        assert (push >= -ROUNDING).all(), f"{effect} is pushed the other way in some world"
        assert np.median(push) > PUSH, f"{effect} is not pushed in the middle world"


def test_without_any_mechanism_no_policy_of_washington_moves_any_layer() -> None:
    """What is left are accounts: chips are sold and installed, and people and money stay where they were going."""
    among = with_switches(plain_worlds(), {})
    names = [*elements("readiness"), "independent_capability", *ROOTS, "us_ai_valuation", "root_engineers"]
    reference = run(regimes()["as_is"], among, names, ROUGH)
    for other in (name for name in REGIMES if name not in ("as_is", "breakout")):
        paths = run(regimes()[other], among, names, ROUGH)
        for name in names:
            np.testing.assert_array_equal(paths.values[name], reference.values[name], err_msg=f"{other} {name}")


def test_with_every_mechanism_at_full_strength_the_numbers_hold() -> None:
    among = with_switches(worlds(), {}, others=1.0)
    for name in ("near_embargo", "free_trade"):
        paths = run(regimes()[name], among, model().outcomes)
        assert not paths.failed.any()
        assert (paths.values["independent_capability"] <= 1).all()


def test_rules_that_stand_by_decree_answer_no_lobby_and_no_retaliation() -> None:
    strong = with_switches(plain_worlds(), {"lobbying": 1.0, "retaliation_strength": 1.0}, others=None)
    opened = run(regimes()["near_embargo"], strong, ["pressed_opening"], ROUGH)
    assert not opened.values["pressed_opening"].any()


def test_beijings_refusal_cuts_imports_whatever_the_ceiling() -> None:
    """A refusal bites on what would be sold, not on what the world could supply: nine tenths leave at most one tenth."""
    for name in ("limited_opening", "free_trade"):
        shares = []
        for refused in (0.0, 0.5, 0.9):
            regime = with_levers(regimes()[name], {"import_refusal": refused})
            paths = run(regime, plain_worlds(), ["licensed_sales", "legal_demand"], ROUGH)
            shares.append(since(paths, "licensed_sales", 2027.0) / since(paths, "legal_demand", 2027.0))
            assert (shares[-1] <= (1 - refused) * (1 + ROUNDING)).all(), name
        assert np.median(shares[2]) < np.median(shares[0]), name


def test_open_dials_and_a_growing_market_send_no_capital_to_the_roots() -> None:
    """Where all is open and AI sells ever more, the pull of applications cannot push investors into the roots.

    The years between are left out: rules were closed until 2026.9, and applications take years to recover.
    """
    on, off = with_switches(plain_worlds(), {"diversion_strength": 1.0}), with_switches(plain_worlds(), {})
    paths = run(regimes()["free_trade"], beside(on, off), ["root_capital_share"], ROUGH)
    for year in (2022.0, 2034.0):
        drawn, left = np.split(at(paths, "root_capital_share", year), 2)
        assert np.median(drawn - left) <= 0, year
