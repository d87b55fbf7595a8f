"""What would count as true of the rivals: cutting a mechanism changes what it is said to move, by a size that counts."""

from dataclasses import dataclass

from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import Arm, Measure
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Every, Is, Some, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    ACCESS,
    AS_IS,
    BROAD,
    EMBARGO,
    FREE,
    INDEPENDENT,
    LIMITED,
    MONTHS,
    ONE_RUN,
    PER_CENT,
    RULED,
    VALUATION,
    beyond,
    change,
    later,
    log_change,
    off,
    share_of,
    without,
)
from dualtrack.theory.dual_track.claims.claim_tests_rivals_upper import H3_TEST, H7_TEST

_ACCESS = ("for capability with access", "就含准入能力而言")
A_QUARTER, A_TENTH, HALVED, SOME_RANK, SEEN = 0.25, 0.1, 0.5, 0.05, 0.05
"""Sizes that count: of an effect, of rank, of sales, of rank that is forced, and of log computing before anything is blunted."""
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

    def test(self, condition: Condition, headline: Measure, *also: Variant) -> ClaimTest:
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


_TIGHT, _LEAKED, _OPEN = without(EMBARGO, "leakage_strength"), EMBARGO, FREE


def _blunted(quantity: str) -> Every:
    """Leaks give back at least a quarter of what near-embargo without leaks takes from free trade."""
    taken, given_back = (log_change(each, _TIGHT, quantity, RULED) for each in (_OPEN, _LEAKED))
    return Every((Is(taken, "at_least", SEEN), Is(beyond(given_back, A_QUARTER, taken), "at_least", 0.0)))


def _halved(regime: Arm) -> Is:
    """With the gate as drawn at most half of the licensed sales that there would be without it."""
    return Is(share_of(regime, without(regime, "refusal_strength"), "licensed_sales", RULED), "at_most", -HALVED)


_REFUSED = share_of(LIMITED, without(LIMITED, "refusal_strength"), "licensed_sales", RULED)
_LOBBIED = change(AS_IS, without(AS_IS, "lobbying"), "licensed_chip_rank", RULED)
_FORCED = change(AS_IS, without(AS_IS, "retaliation_strength"), "licensed_chip_rank", RULED)
_COSTLY = share_of(without(EMBARGO, "retaliation_strength"), EMBARGO, VALUATION)
_LEFT = log_change(_LEAKED, _TIGHT, "usable_compute", RULED)
_SAME_WITHOUT = (
    "Nothing leaks, so near-embargo gives nothing back: the measure is zero by construction.",
    "没有泄漏，近乎禁运便无所归还：度量由构造为零。",
)

RIVAL_TESTS = (
    _speeds(
        _Cut(
            "H1",
            (
                "Under near-embargo, without urgency independent capability comes at least three months later.",
                "近乎禁运下，若无紧迫感，自主能力至少晚三个月。",
            ),
            "urgency_strength",
            EMBARGO,
            partners=("protection_strength", "workload_strength"),
            sizes=(*_URGENT, "risk_from_denial", "alarm_gain", "input_saving_rate", "talent_time"),
        )
    ),
    _speeds(
        _Cut(
            "H1b",
            (
                "Under near-embargo, without protected demand independent capability comes at least three months later.",
                "近乎禁运下，若无受保护需求，自主能力至少晚三个月。",
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
                "Under broad opening, without learning from access independent capability comes at least three months later.",
                "宽泛放开下，若无从开放中的学习，自主能力至少晚三个月。",
            ),
            "diffusion_strength",
            BROAD,
            sizes=("catch_up_rate", "absorption_half", "secrecy_of_control", "recycling_share", "funding_elasticity"),
        )
    ),
    H3_TEST,
    ClaimTest(
        "H4",
        (
            "In 2030 leaks give back at least a quarter of the usable computing that near-embargo without leaks takes, against "
            "free trade.",
            "2030年，泄漏至少归还近乎禁运（无泄漏时）相对自由贸易所夺可用算力的四分之一。",
        ),
        _blunted("usable_compute"),
        headline=_LEFT,
        rests_on=("leakage_strength",),
        variants=(Variant(("of computing fit for training", "就可训练算力而言"), _blunted("training_compute")),),
        null=off(_SAME_WITHOUT, "leakage_strength"),
        sizes=("smuggling_share", "rental_ratio", "rental_time"),
    ),
    _Cut(
        "H5",
        (
            "Lobbying raises the rank of chips that today's rules allow in 2030 by at least a tenth of the frontier.",
            "游说使现行规则2030年所许芯片等级至少提高前沿的十分之一。",
        ),
        "lobbying",
        AS_IS,
        sizes=("lobbying_gain", "policy_time"),
    ).test(Is(_LOBBIED, "at_least", A_TENTH), _LOBBIED),
    _Cut(
        "H6",
        (
            "Under limited opening Beijing's gate leaves at most half of the licensed sales that 2030 would see without it.",
            "有限放开下，2030年许可销售因中方闸门至多剩下无闸门时的一半。",
        ),
        "refusal_strength",
        LIMITED,
        partners=("hook_strength",),
        sizes=(
            "refusal_threshold",
            "refusal_slope",
            "refusal_time",
            "risk_from_denial",
            "risk_from_remote_control",
            "alarm_gain",
        ),
    ).test(
        _halved(LIMITED),
        _REFUSED,
        Variant(("under broad opening", "宽泛放开下"), _halved(BROAD)),
        Variant(("under today's rules", "现行规则下"), _halved(AS_IS)),
    ),
    H7_TEST,
    _Cut(
        "H8",
        (
            "Retaliation opens today's rules by at least .05 of rank in 2030, or costs the leading vendor at least 1 % of value "
            "under near-embargo in 2032.",
            "反制使现行规则2030年至少放开0.05的等级，或使近乎禁运下2032年领先厂商市值至少低1%。",
        ),
        "retaliation_strength",
        EMBARGO,
        sizes=("retaliation_opening_gain", "retaliation_cost", "policy_time"),
    ).test(
        Some((Is(_FORCED, "at_least", SOME_RANK), Is(_COSTLY, "at_least", PER_CENT))),
        _FORCED,
        Variant(("it opens today's rules", "使现行规则放开"), Is(_FORCED, "at_least", SOME_RANK)),
        Variant(("it costs value", "使估值下降"), Is(_COSTLY, "at_least", PER_CENT)),
    ),
    _slows(
        _Cut(
            "H9",
            (
                "Under near-embargo, without denied inputs independent capability comes at least three months earlier.",
                "近乎禁运下，若投入不受阻，自主能力至少早三个月。",
            ),
            "denial_strength",
            EMBARGO,
            sizes=(
                *(f"denial_bite.{channel}" for channel in ("tools", "foundry", "memory", "design", "chips")),
                "input_saving_rate",
                "multipatterning",
            ),
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
