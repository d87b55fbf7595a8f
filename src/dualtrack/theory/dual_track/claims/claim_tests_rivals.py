"""What would count as true of the rivals: cutting a mechanism changes what it is said to move, by a size that counts."""

from dataclasses import dataclass

from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import Arm, Measure, Size
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    ACCESS,
    AS_IS,
    EMBARGO,
    INDEPENDENT,
    LIMITED,
    MONTHS,
    ONE_RUN,
    PER_CENT,
    VALUATION,
    later,
    off,
    share_of,
    without,
)

_ACCESS = ("for capability with access", "就含准入能力而言")
_WORK_GOES = ("workload_strength", "protection_strength", "diversion_strength", "urgency_strength")
_URGENT = (
    "urgency_on_talent",
    "urgency_on_capital.local_government",
    "urgency_on_capital.venture",
    "urgency_on_state_money",
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A rival whose one mechanism is cut under a regime, with what it runs through and which numbers size it."""

    name: str
    asked: Label
    switch: str
    regime: Arm
    partners: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()

    @property
    def without(self) -> Arm:
        return without(self.regime, self.switch)

    def test(self, condition: Is, headline: Measure, *also: Variant) -> ClaimTest:
        return ClaimTest(
            self.name,
            self.asked,
            condition,
            headline,
            (self.switch,),
            also,
            null=off(ONE_RUN, self.switch),
            partners=self.partners,
            sizes=self.sizes,
        )


def _speeds(cut: _Cut) -> ClaimTest:
    """Without the mechanism, independent capability comes at least three months later."""
    measure, with_access = (later(cut.without, cut.regime, each) for each in (INDEPENDENT, ACCESS))
    return cut.test(Is(measure, "at_least", MONTHS), measure, Variant(_ACCESS, Is(with_access, "at_least", MONTHS)))


def _slows(cut: _Cut) -> ClaimTest:
    """Without it, at least three months earlier."""
    measure, with_access = (later(cut.regime, cut.without, each) for each in (INDEPENDENT, ACCESS))
    return cut.test(Is(measure, "at_least", MONTHS), measure, Variant(_ACCESS, Is(with_access, "at_least", MONTHS)))


def _moves(cut: _Cut) -> ClaimTest:
    """Without it, three months away in either direction: the rival names no sign."""
    measure, with_access = (later(cut.regime, cut.without, each) for each in (INDEPENDENT, ACCESS))
    return cut.test(Is(Size(measure), "at_least", MONTHS), measure, Variant(_ACCESS, Is(Size(with_access), "at_least", MONTHS)))


def _lowers_valuation(cut: _Cut) -> ClaimTest:
    """Without it, valuation is at least 1 % higher."""
    measure = share_of(cut.without, cut.regime, VALUATION)
    return cut.test(Is(measure, "at_least", PER_CENT), measure)


_CHINA_WEIGHS = share_of(LIMITED, without(LIMITED, "validation_strength", "china_cash_weight"), VALUATION)
_BELIEF_TOO = share_of(LIMITED, without(LIMITED, "validation_strength", "china_cash_weight", "belief_strength"), VALUATION)

RIVAL_TESTS = (
    _speeds(
        _Cut(
            "H1",
            (
                "Under near-embargo, without urgency independent capability comes at least three months later.",
                "近乎封锁下，若无紧迫感，自主能力至少晚三个月。",
            ),
            "urgency_strength",
            EMBARGO,
            partners=("protection_strength", "workload_strength"),
            sizes=(*_URGENT, "risk_from_denial", "alarm_gain", "alarm_memory_time", "talent_time"),
        )
    ),
    _speeds(
        _Cut(
            "H1b",
            (
                "Under near-embargo, without protected demand independent capability comes at least three months later.",
                "近乎封锁下，若无受保护需求，自主能力至少晚三个月。",
            ),
            "protection_strength",
            EMBARGO,
            sizes=("learning_by_doing", "reinvestment_share", "product_threshold", "service_time", "funding_elasticity"),
        )
    ),
    _speeds(
        _Cut(
            "H2",
            (
                "Under limited opening, without learning from access independent capability comes at least three months later.",
                "有限放开下，若无从开放中的学习，自主能力至少晚三个月。",
            ),
            "diffusion_strength",
            LIMITED,
            sizes=("catch_up_rate", "absorption_half", "secrecy_of_control", "recycling_share", "funding_elasticity"),
        )
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
        null=Null(
            (
                "Chinese proofs and Chinese cash count in full: what the rival denies.",
                "中国验证与中国现金流完全计入：即该反方主张所否认者。",
            ),
            held=(("validation_strength", 1.0), ("china_cash_weight", 1.0)),
        ),
        sizes=(
            "proof_weight",
            "neutral_rank",
            "salience_time",
            "proof_growth",
            "evidence_rate",
            "premium_of_confidence",
            "budget_ratio",
            "displacement",
        ),
        absence=True,
    ),
    _moves(
        _Cut(
            "H4",
            (
                "Under near-embargo, leakage moves independent capability by at least three months.",
                "近乎封锁下，泄漏使自主能力变动至少三个月。",
            ),
            "leakage_strength",
            EMBARGO,
            partners=_WORK_GOES,
            sizes=("smuggling_share", "rental_ratio", "rental_time"),
        )
    ),
    _moves(
        _Cut(
            "H5",
            (
                "With today's rules, lobbying moves independent capability by at least three months.",
                "现行规则下，游说使自主能力变动至少三个月。",
            ),
            "lobbying",
            AS_IS,
            partners=_WORK_GOES,
            sizes=("lobbying_gain", "policy_time"),
        )
    ),
    _moves(
        _Cut(
            "H6",
            (
                "Under limited opening, refusal moves independent capability by at least three months.",
                "有限放开下，拒购使自主能力变动至少三个月。",
            ),
            "refusal_strength",
            LIMITED,
            partners=(*_WORK_GOES, "hook_strength"),
            sizes=(
                "refusal_threshold",
                "refusal_slope",
                "refusal_time",
                "risk_from_denial",
                "risk_from_remote_control",
            ),
        )
    ),
    _lowers_valuation(
        _Cut(
            "H7",
            (
                "With today's rules and no surprises of efficiency the leading vendor's market value is at least 1 % higher in "
                "2032.",
                "现行规则下，若无低成本意外，2032年领先厂商市值至少高1%。",
            ),
            "efficiency_strength",
            AS_IS,
            sizes=(
                "efficiency_rate",
                "efficiency_time",
                "lag_per_log_compute",
                "expectation_time",
                "surprise_weight",
                "premium_of_confidence",
                "spending_valuation_elasticity",
            ),
        )
    ),
    _lowers_valuation(
        _Cut(
            "H8",
            (
                "Under near-embargo, without retaliation the leading vendor's market value is at least 1 % higher in 2032.",
                "近乎封锁下，若无反制，2032年领先厂商市值至少高1%。",
            ),
            "retaliation_strength",
            EMBARGO,
            sizes=("retaliation_cost", "policy_time"),
        )
    ),
    _slows(
        _Cut(
            "H9",
            (
                "Under near-embargo, without denied inputs independent capability comes at least three months earlier.",
                "近乎封锁下，若投入不受阻，自主能力至少早三个月。",
            ),
            "denial_strength",
            EMBARGO,
            sizes=("multipatterning",),
        )
    ),
    _speeds(
        _Cut(
            "H10",
            (
                "Under limited opening, without alarm over remote control independent capability comes at least three months "
                "later.",
                "有限放开下，若无对远程控制的警惕，自主能力至少晚三个月。",
            ),
            "hook_strength",
            LIMITED,
            partners=("urgency_strength", "protection_strength", "workload_strength"),
            sizes=(*_URGENT, "risk_from_remote_control", "risk_perception_time", "risk_sensitivity", "talent_time"),
        )
    ),
)
