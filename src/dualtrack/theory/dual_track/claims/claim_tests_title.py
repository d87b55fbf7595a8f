"""What would count as true of the essay's title: limited opening holds up an American AI bubble."""

from dataclasses import replace

from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import Arm, Fall, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Given, Is, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    BEFORE,
    BROAD,
    EMBARGO,
    FREE,
    GATE,
    LIMITED,
    PARTING,
    READ,
    TAKEN_UP,
    VALUATION,
    share_of,
    taken_up,
    without_essay,
)

FALLEN, WITHIN = 0.3, 2.0
"""A fall: by how much value falls, and within how many years; the record's fall of 2022 was larger and quicker."""
HALF_A_YEAR = 0.5
"""A delay that counts: twice the lag that counts at the roots."""
FINE = 1 / 32
"""Step of runs in which falls are read: their dates move with coarser ones."""
HIGHER = 0.05
_FALLS: Label = (
    "value falls by 30 % before 2032 under near-embargo",
    "近乎禁运下2032年之前市值下跌30%",
)
_LATER_FALLS: Label = (
    "value falls by 30 % before 2032 under limited opening",
    "有限放开下2032年之前市值下跌30%",
)


def _fine(arm: Arm) -> Arm:
    return replace(arm, step=FINE)


def _fall(arm: Arm) -> Fall:
    return Fall(_fine(arm), VALUATION, FALLEN, WITHIN, PARTING)


def _falls(arm: Arm) -> Is:
    """Value falls before the year of reading."""
    return Is(_fall(arm), "below", READ)


def _spared(by: Arm, than: Arm) -> Is:
    """The fall comes half a year later or more, or not at all."""
    return Is(Sum(((1.0, _fall(by)), (-1.0, _fall(than)))), "at_least", HALF_A_YEAR)


def _holds_up(regime: Arm) -> Given:
    return Given(_falls(EMBARGO), _spared(regime, EMBARGO), _FALLS)


def _asked(condition: Condition, label: Label) -> tuple[Variant, Variant]:
    """The same question as drawn, and if Beijing takes the offer up."""
    en, zh = label
    return Variant(label, condition), Variant((f"{en}, {TAKEN_UP[0]}", f"{zh}，{TAKEN_UP[1]}"), taken_up(condition))


_DEARER = Is(share_of(LIMITED, EMBARGO, VALUATION, BEFORE), "at_least", HIGHER)

TITLE_TEST = ClaimTest(
    "T1",
    (
        "In worlds whose leading vendor's market value falls, between 2026.9 and 2032 and under near-embargo, 30 % below its "
        "highest of the two years before, limited opening avoids that fall or delays it by half a year or more. Falls from "
        "inside alone: the theory has no interest rates.",
        "若近乎禁运下领先厂商市值自2026.9起、2032年之前较此前两年最高点下跌30%，则有限放开避免该下跌，或使其推迟至少半年。仅指内生下跌：本理论不含利率。",
    ),
    _holds_up(LIMITED),
    headline=share_of(LIMITED, EMBARGO, VALUATION, BEFORE),
    rests_on=("validation_strength", "belief_strength"),
    variants=(
        Variant(TAKEN_UP, taken_up(_holds_up(LIMITED))),
        *_asked(_holds_up(BROAD), ("broad opening", "宽泛放开")),
        Variant(("free trade", "自由贸易"), _holds_up(FREE)),
        *_asked(_falls(EMBARGO), ("falls under near-embargo, of all worlds", "近乎禁运下下跌（占全部世界）")),
        *_asked(_falls(LIMITED), ("falls under limited opening, of all worlds", "有限放开下下跌（占全部世界）")),
        Variant(
            ("brought forward by half a year, of falls under limited opening", "提前至少半年（占有限放开下的下跌）"),
            Given(_falls(LIMITED), _spared(EMBARGO, LIMITED), _LATER_FALLS),
        ),
        *_asked(_DEARER, ("value 5 % higher in 2029, of all worlds", "2029年市值高5%（占全部世界）")),
    ),
    null=without_essay(
        (
            "No mechanism of the essay exists: neither proofs, belief nor cash reach the story; what avoided surprises and "
            "retaliation do to it is as drawn.",
            "文章的机制均不存在：验证、信念与中国现金流均不及于叙事；少受的意外与反制之影响照抽样取值。",
        )
    ),
    partners=("china_cash_weight",),
    partners_off=GATE,
    sizes=(
        "belief_on_valuation",
        "belief_rate",
        "other_ground",
        "proof_weight",
        "neutral_rank",
        "salience_time",
        "proof_growth",
    ),
)
