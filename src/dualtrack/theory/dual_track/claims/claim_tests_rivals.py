"""What would count as true of the rivals: cutting a mechanism changes what it is said to move, by a size that counts."""

from dualtrack.language.statements.claim_measure import Size
from dualtrack.language.statements.claim_test import ClaimTest, Is, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    AS_IS,
    EFFECTIVE,
    EMBARGO,
    INDEPENDENT,
    LIMITED,
    MONTHS,
    PER_CENT,
    VALUATION,
    later,
    share_of,
    without,
)

_EFFECTIVE = ("for effective capability", "就有效能力而言")


def _speeds(name, asked, switch, regime):
    """Without the mechanism, independent capability comes at least three months later."""
    measure, effective = (later(without(regime, switch), regime, each) for each in (INDEPENDENT, EFFECTIVE))
    also = Variant(_EFFECTIVE, Is(effective, "at_least", MONTHS))
    return ClaimTest(name, asked, Is(measure, "at_least", MONTHS), measure, (switch,), (also,))


def _slows(name, asked, switch, regime):
    """Without it, at least three months earlier."""
    measure, effective = (later(regime, without(regime, switch), each) for each in (INDEPENDENT, EFFECTIVE))
    also = Variant(_EFFECTIVE, Is(effective, "at_least", MONTHS))
    return ClaimTest(name, asked, Is(measure, "at_least", MONTHS), measure, (switch,), (also,))


def _moves(name, asked, switch, regime):
    """Without it, three months away in either direction: the rival names no sign."""
    measure, effective = (later(regime, without(regime, switch), each) for each in (INDEPENDENT, EFFECTIVE))
    also = Variant(_EFFECTIVE, Is(Size(effective), "at_least", MONTHS))
    return ClaimTest(name, asked, Is(Size(measure), "at_least", MONTHS), measure, (switch,), (also,))


def _lowers_valuation(name, asked, switch, regime):
    """Without it, valuation is at least 1 % higher."""
    measure = share_of(without(regime, switch), regime, VALUATION)
    return ClaimTest(name, asked, Is(measure, "at_least", PER_CENT), measure, (switch,))


_CHINA_WEIGHS = share_of(LIMITED, without(LIMITED, "validation_strength", "china_cash_weight"), VALUATION)
_BELIEF_TOO = share_of(LIMITED, without(LIMITED, "validation_strength", "china_cash_weight", "belief_strength"), VALUATION)

RIVAL_TESTS = (
    _speeds(
        "H1",
        (
            "Under near-embargo, without urgency independent capability comes at least three months later.",
            "近乎封锁下，若无紧迫感，自主能力至少晚三个月。",
        ),
        "urgency_strength",
        EMBARGO,
    ),
    _speeds(
        "H1b",
        (
            "Under near-embargo, without protected demand independent capability comes at least three months later.",
            "近乎封锁下，若无受保护需求，自主能力至少晚三个月。",
        ),
        "protection_strength",
        EMBARGO,
    ),
    _speeds(
        "H2",
        (
            "Under limited opening, without learning from access independent capability comes at least three months later.",
            "有限放开下，若无从开放中的学习，自主能力至少晚三个月。",
        ),
        "diffusion_strength",
        LIMITED,
    ),
    ClaimTest(
        "H3",
        (
            "Chinese proofs and Chinese cash together move the leading vendor's market value by less than 1 % in 2032.",
            "中国验证与中国现金流合计对2032年领先厂商市值的影响小于1%。",
        ),
        Is(Size(_CHINA_WEIGHS), "below", PER_CENT),
        headline=_CHINA_WEIGHS,
        rests_on=("validation_strength", "china_cash_weight"),
        variants=(
            Variant(("belief in the ceiling counted too", "计入“美芯即上限”信念"), Is(Size(_BELIEF_TOO), "below", PER_CENT)),
        ),
    ),
    _moves(
        "H4",
        (
            "Under near-embargo, leakage moves independent capability by at least three months.",
            "近乎封锁下，泄漏使自主能力变动至少三个月。",
        ),
        "leakage_strength",
        EMBARGO,
    ),
    _moves(
        "H5",
        (
            "With today's rules, lobbying moves independent capability by at least three months.",
            "现行规则下，游说使自主能力变动至少三个月。",
        ),
        "lobbying",
        AS_IS,
    ),
    _moves(
        "H6",
        (
            "Under limited opening, refusal moves independent capability by at least three months.",
            "有限放开下，拒购使自主能力变动至少三个月。",
        ),
        "refusal_strength",
        LIMITED,
    ),
    _lowers_valuation(
        "H7",
        (
            "With today's rules and no surprises of efficiency the leading vendor's market value is at least 1 % higher in 2032.",
            "现行规则下，若无低成本意外，2032年领先厂商市值至少高1%。",
        ),
        "efficiency_strength",
        AS_IS,
    ),
    _lowers_valuation(
        "H8",
        (
            "Under near-embargo, without retaliation the leading vendor's market value is at least 1 % higher in 2032.",
            "近乎封锁下，若无反制，2032年领先厂商市值至少高1%。",
        ),
        "retaliation_strength",
        EMBARGO,
    ),
    _slows(
        "H9",
        (
            "Under near-embargo, without denied inputs independent capability comes at least three months earlier.",
            "近乎封锁下，若投入不受阻，自主能力至少早三个月。",
        ),
        "denial_strength",
        EMBARGO,
    ),
    _speeds(
        "H10",
        (
            "Under limited opening, without alarm over remote control independent capability comes at least three months later.",
            "有限放开下，若无对远程控制的警惕，自主能力至少晚三个月。",
        ),
        "hook_strength",
        LIMITED,
    ),
)
