"""Both tracks close through the equations: every link of each named loop is there, and carries a signal round.

A loop is opened at one quantity, which is driven from outside; what comes back to where the loop was opened is its return.
Holding any other link still at its reference path must change the return, or the loop does not run through that link.
"""

from itertools import pairwise

import numpy as np
import pytest

from dualtrack.targets.numeric.arrays import Array
from tests.behaviour.theory import (
    ROUGH,
    caused,
    elements,
    frozen,
    hold_still,
    plain_worlds,
    regimes,
    with_levers,
    with_switches,
)

R1 = (
    "application_growth",
    "proof",
    "proof_salience",
    "confidence",
    "vendor_valuation",
    "us_research",
    "effect_of_research_on_frontier",
    "erosion",
    "readiness",
    "domestic_chip_rank",
    "usable_compute",
    "application_growth",
)
R2 = (
    "running_us_share",
    "reassurance",
    "urgency",
    "root_share",
    "progress",
    "readiness",
    "domestic_preference",
    "domestic_sales",
    "running_us_share",
)
NAMED = {
    "R1 the story": R1,
    "R1 by spending": ("proof", "confidence", "us_spending", "revenue_elsewhere", "us_research", "erosion", "readiness", "proof"),
    "R2 dependence": R2,
    "R3 learning": ("domestic_sales", "running_us_share", "learning_from_use", "readiness", "domestic_supply", "domestic_sales"),
    "R4 the stack": ("domestic_preference", "domestic_sales", "running_us_share", "domestic_preference"),
    "R5 absorption": ("readiness", "domestic_sales", "root_funding", "diffusion", "readiness"),
    "R6 success to the successful": ("application_success", "private_root_share", "application_money", "application_success"),
    "R7 capital": ("us_spending", "revenue_elsewhere", "vendor_valuation", "us_spending"),
    "B1 urgency": ("denial", "perceived_risk", "urgency", "root_share", "readiness", "domestic_sales", "legal_demand", "denial"),
    "B2 fatigue": ("us_spending", "us_capital", "return_shortfall", "fatigue", "confidence", "us_spending"),
    "B3 leakage": ("scarcity", "perceived_scarcity", "smuggled_spending", "legal_demand", "scarcity"),
    "B4 lobbying": ("licensed_chip_rank", "china_revenue_forgone", "lobbied_opening", "licensed_chip_rank"),
    "B5 sliding scale": ("readiness", "sliding_chip_rank", "licensed_chip_rank", "readiness"),
    "B6 refusal": ("readiness", "closed_gate", "acceptance", "licensed_sales", "running_us_share", "readiness"),
    "B7 retaliation": ("licensed_chip_rank", "denial", "retaliation", "retaliation_opening", "licensed_chip_rank"),
    "B8 efficiency": ("efficiency_edge", "efficiency_surprise", "fatigue", "confidence", "us_spending", "accelerator_budget"),
}


def reaches(cause: str, effect: str, around: frozenset[str]) -> bool:
    """Whether a chain of equations leads from one quantity to another without passing through some others."""
    waiting, seen = [effect], {effect}
    while waiting:
        for name in caused()[waiting.pop()] - seen:
            if name == cause:
                return True
            seen.add(name)
            if name not in around:
                waiting.append(name)
    return False


@pytest.mark.parametrize("loop", NAMED)
def test_each_link_of_a_named_loop_is_written_in_the_equations(loop: str) -> None:
    links = NAMED[loop]
    for cause, effect in pairwise(links):
        assert reaches(cause, effect, frozenset(links)), f"no equation leads from {cause} to {effect}"


ALL_ON = 1.0
LIMITED = "limited opening, its ceiling binding"
SETTINGS = {LIMITED: ("limited_opening", {"chip_volume_ceiling": 0.01, "rule_free_sales": 0.0}), "refusal": ("refusal", {})}
LOOPS = {"R1": (R1, "proof_salience", 0.1, "proof"), "R2": (R2, "running_us_share", -0.1, "us_rooted_share")}
AT_RISK = {"R1": ("proof", "domestic_chip_rank"), "R2": ("reassurance", "domestic_preference", "domestic_sales")}
"""Links that a refusal could cut, since nothing American is sold any more; the others lie away from the market."""
START = 2028.0


def drive(setting: str, loop: str, held: str | None) -> Array:
    """What comes back, over worlds, when the loop is driven where it is opened; `held` keeps one link at its reference."""
    _, opened, push, back = LOOPS[loop]
    name, levers = SETTINGS[setting]
    regime = with_levers(regimes()[name], levers)
    among = with_switches(plain_worlds().part(0, 6), {}, others=ALL_ON)
    still = [opened, *([held] if held else [])]
    reference = hold_still(regime, among, ROUGH)
    series = {flat: reference[flat].copy() for base in still for flat in elements(base)}
    series[opened] += push * (np.asarray(ROUGH.years) >= START)
    driven = frozen(still).run(regime, ROUGH, among.values, [back], series=series)
    assert not driven.failed.any()
    gone: Array = (driven.values[back] - reference[back])[:, -1]
    return gone


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_returns_a_signal_through_each_of_its_links(loop: str, setting: str) -> None:
    links, opened, _, back = LOOPS[loop]
    whole = drive(setting, loop, None)
    assert (np.abs(whole) > 1e-9).all(), f"{loop} is open under {setting}: nothing comes back"
    for link in dict.fromkeys(links if setting == LIMITED else AT_RISK[loop]):
        if link not in (opened, back):
            cut = drive(setting, loop, link)
            assert np.median(np.abs(cut - whole) / np.abs(whole)) > 1e-4, f"{loop} does not run through {link} under {setting}"


def test_the_ceiling_of_the_limited_setting_binds() -> None:
    """Or the test of loops at a binding ceiling would say nothing."""
    name, levers = SETTINGS[LIMITED]
    among = with_switches(plain_worlds().part(0, 6), {"lobbying": 0.0, "retaliation_strength": 0.0}, others=ALL_ON)
    reference = hold_still(with_levers(regimes()[name], levers), among, ROUGH)
    late = np.asarray(ROUGH.years) >= START
    assert (reference["american_wanted"] > reference["licensed_supply"])[:, late].mean() > 0.5
