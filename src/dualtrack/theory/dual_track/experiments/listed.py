"""Runs that correspond to firms cut off from American inputs, and to those that were not: nothing else differs."""

from dataclasses import replace

from dualtrack.language.statements.claim_measure import Arm, Gap, Point, Ratio, Set, Sum
from dualtrack.theory.dual_track.claims.claim_runs import AS_IS
from dualtrack.theory.dual_track.sectors.layers import LAYER

FROM = 2019.5
"""From when on the arm of listed firms is closed: the first large listing was in May 2019."""
BEGINS = 2018.0
CHIPS = ("chip_performance_ceiling", "chip_frontier_share_ceiling", "chip_volume_ceiling", "rule_free_sales")
TOOLS = ("tool_access",)
OPENED = {
    "chip_performance_ceiling": 0.0,
    "chip_frontier_share_ceiling": 1.0,
    "chip_volume_ceiling": 1.0,
    "rule_free_sales": 1.0,
    "memory_access": 1.0,
    "tool_access": 0.85,
    "eda_access": 1.0,
    "cloud_access": 1.0,
    "foundry_access": 1.0,
    "korean_fab_access": 1.0,
    "mainland_foundry_access": 1.0,
}
"""Washington's dials as they stood in 2018."""
CLOSED = {
    **dict.fromkeys(OPENED, 0.0),
    "tool_access": 0.1,
    "eda_access": 0.1,
    "cloud_access": 0.1,
    "korean_fab_access": 0.2,
    "mainland_foundry_access": 0.2,
}
"""The same as near-embargo has them."""

LEAST_GAIN = 0.05
"""Readiness gained, summed over layers, below which nothing is a part of it."""

OPEN_PAST = Arm(AS_IS.regime, levers=tuple(Set(dial, value, BEGINS) for dial, value in OPENED.items()))
"""History with every dial of Washington's as in 2018."""


def closed(*dials: str) -> Arm:
    """The open past in which some dials close when firms were listed."""
    return replace(OPEN_PAST, levers=(*OPEN_PAST.levers, *(Set(dial, CLOSED[dial], FROM) for dial in dials)))


LISTED = closed(*OPENED)
"""The open past in which every dial closes when firms were listed."""
CHIPS_CLOSED, TOOLS_CLOSED = closed(*CHIPS), closed(*TOOLS)


def listed_against_open(quantity: str, year: float, of: Arm = LISTED) -> Gap:
    """What a run of listed firms has more than the open past, between logarithms."""
    return Gap(Point(of, quantity, year), Point(OPEN_PAST, quantity, year), "log")


def over_layers(flow: str, year: float, of: Arm = LISTED) -> Sum:
    """The mean of that over all layers."""
    return Sum(tuple((1 / len(LAYER.elements), listed_against_open(f"{flow}.{layer}", year, of)) for layer in LAYER.elements))


def part_of_gain(flow: str, first: float, last: float) -> Ratio:
    """What listed firms lack of a yearly flow in the middle of some years, over what all layers gain in the open past in them."""
    middle, years = (first + last) / 2, last - first
    lost = tuple(
        (years, Gap(Point(LISTED, f"{flow}.{layer}", middle), Point(OPEN_PAST, f"{flow}.{layer}", middle)))
        for layer in LAYER.elements
    )
    gained = tuple(
        (1.0, Gap(Point(OPEN_PAST, f"readiness.{layer}", last), Point(OPEN_PAST, f"readiness.{layer}", first)))
        for layer in LAYER.elements
    )
    return Ratio(Sum(lost), Sum(gained), least=LEAST_GAIN)
