"""What would count as true of a floor and of design: how near a policy comes to what a supposed aim would have chosen.

Washington moves first, knowing how Beijing will answer; each chooses among whole regimes, once, for the years to come.
"""

from dualtrack.language.statements.claim_measure import Arm, Chosen, Ratio, Set, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    AS_IS,
    BROAD,
    EMBARGO,
    FREE,
    INDEPENDENT,
    PER_CENT,
    SLIDING,
    VALUATION,
    change,
    log_change,
)
from dualtrack.theory.dual_track.sectors.layers import LAYER

A_TENTH = 0.1
A_BILLION = 1.0
_DEPENDENCE = (
    "good_enough_rank",
    "returns_on_talent",
    "returns_on_capital.local_government",
    "returns_on_capital.venture",
)
YEARS = (2028.0, 2032.0, 2036.0, 2040.0)
"""Years over which a policy is valued, each alike."""
_OWN_WORK = ("root_refocus", "root_recognition", *(f"layer_focus.{layer}" for layer in LAYER.elements))


def _refused(arm):
    return Arm(arm.regime, levers=(Set("import_refusal", 1.0),))


def _broken_out(arm):
    return Arm(arm.regime, towards="breakout", dials=_OWN_WORK)


CHOICES = (EMBARGO, AS_IS, BROAD, SLIDING, FREE)
"""What Washington can choose."""


def replies(arm):
    """What Beijing can answer: go on, decline licensed chips where there are any, or turn to the roots."""
    out = Arm("breakout") if arm == AS_IS else _broken_out(arm)
    return (arm, out) if arm == EMBARGO else (arm, _refused(arm), out)


def _mean(arm, quantity, between=change):
    """What a run has more than near-embargo, over all years alike."""
    return Sum(tuple((1 / len(YEARS), between(arm, EMBARGO, quantity, year)) for year in YEARS))


def answered(arm, measure):
    """What a choice of Washington's comes to, by a measure of a run, once Beijing has answered it."""
    return Chosen(tuple((_mean(each, "beijing_aim"), measure(each)) for each in replies(arm)))


def _paid(arm, quantity, between, is_answered):
    def measure(run):
        return _mean(run, quantity, between)

    return answered(arm, measure) if is_answered else measure(arm)


def regret(arm, quantity, least, *, sign=1.0, between=change, is_answered=True):
    """What a choice misses of what the best would have brought, as a share of the distance from the worst to the best.

    Where that distance is below `least` nothing is at stake, and there is no number.
    """
    pays = {each: Sum(((sign, _paid(each, quantity, between, is_answered)),)) for each in CHOICES}
    best = Chosen(tuple((pay, pay) for pay in pays.values()))
    worst = Chosen(tuple((Sum(((-1.0, pay),)), pay) for pay in pays.values()))
    return Ratio(Sum(((1.0, best), (-1.0, pays[arm]))), Sum(((1.0, best), (-1.0, worst))), least)


def _small(measure):
    return Is(measure, "at_most", A_TENTH)


def _floor(arm, **options):
    return regret(arm, "capability_beyond_floor", PER_CENT, sign=-1.0, **options)


def _design(arm, **options):
    return regret(arm, "washington_aim", PER_CENT, **options)


FLOOR_TEST = ClaimTest(
    "P5",
    (
        "Among five regimes, each with Beijing's best answer, today's rules leave Chinese capability above the floor within a "
        "tenth of the least possible (0 the least, 1 the most). Documents stand beside as evidence.",
        "在五种政策（各计入北京的最优应对）中，现行规则下中国能力超出底线的程度与最低者之差不超过全距的十分之一。文件作为证据并列。",
    ),
    _small(_floor(AS_IS)),
    headline=_floor(AS_IS),
    variants=(
        Variant(("broad opening instead of today's rules", "以宽泛放开代替现行规则"), _small(_floor(BROAD))),
        Variant(("near-embargo instead of today's rules", "以近乎禁运代替现行规则"), _small(_floor(EMBARGO))),
        Variant(("without an answer by Beijing", "不计北京的应对"), _small(_floor(AS_IS, is_answered=False))),
    ),
    null=Null(
        (
            "The same is asked of free trade, which nobody who wants this floor would choose.",
            "对自由贸易提出同一问题：想守住这一底线者不会选择它。",
        ),
        condition=_small(_floor(FREE)),
    ),
    partners=("denial_strength", "diversion_strength", "urgency_strength", "workload_strength"),
    sizes=("tolerated_capability", "weight_of_independence", *_DEPENDENCE),
)
DESIGN_TEST = ClaimTest(
    "C5",
    (
        "Among five regimes, each with Beijing's best answer, broad opening misses at most a tenth of what the supposed aim "
        "(story, floor, no backlash) could gain from the worst to the best. Documents stand beside as evidence.",
        "在五种政策（各计入北京的最优应对）中，宽泛放开与假定目标（叙事、底线、无反弹）之最优者的差距不超过最劣至最优全距的十分之一。文件作为证据并列。",
    ),
    _small(_design(BROAD)),
    headline=_design(BROAD),
    variants=(
        Variant(("today's rules instead of broad opening", "以现行规则代替宽泛放开"), _small(_design(AS_IS))),
        Variant(("without an answer by Beijing", "不计北京的应对"), _small(_design(BROAD, is_answered=False))),
        Variant(
            ("rival aim: valuation alone", "竞争性目标：仅估值"),
            _small(regret(BROAD, VALUATION, PER_CENT, between=log_change)),
        ),
        Variant(
            ("rival aim: vendors' revenue from China alone", "竞争性目标：仅厂商中国营收"),
            _small(regret(BROAD, "vendor_revenue_from_china", A_BILLION)),
        ),
        Variant(
            ("rival aim: the least Chinese capability, at any price", "竞争性目标：不计代价压低中国能力"),
            _small(regret(BROAD, INDEPENDENT, PER_CENT, sign=-1.0)),
        ),
    ),
    null=Null(
        (
            "The same is asked of free trade, which nobody who wants a floor under the gap would choose.",
            "对自由贸易提出同一问题：想守住差距底线者不会选择它。",
        ),
        condition=_small(_design(FREE)),
    ),
    partners=(
        "validation_strength",
        "belief_strength",
        "china_cash_weight",
        "diversion_strength",
        "urgency_strength",
        "workload_strength",
        "retaliation_strength",
    ),
    sizes=(
        "tolerated_capability",
        "price_of_capability",
        "price_of_backlash",
        "weight_of_independence",
        "proof_weight",
        "neutral_rank",
        "belief_on_valuation",
        "good_enough_rank",
    ),
)
