"""What would count as true of breaking out: today's rules, and another use of the same Chinese money and people."""

from dualtrack.language.statements.claim_measure import Arm, Set
from dualtrack.language.statements.claim_test import ClaimTest, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import AS_IS, MONTHS, at_least, later
from dualtrack.theory.dual_track.sectors.layers import LAYER

HALF_CAPABILITY = (0.5,)
_PEOPLE = ("talent_time", "talent_elasticity", "transfer.software_like", "transfer.process_like")
_REFOCUS = ("root_refocus", *(f"layer_focus.{layer}" for layer in LAYER.elements))
_FOCUSED, _RECOGNISED = Arm("as_is", towards="breakout", dials=_REFOCUS), Arm("as_is", levers=(Set("root_recognition", 1.0),))
_BREAKOUT = Arm("breakout")
_UNMOVED = Arm("as_is", levers=tuple(Set(each, 0.0) for each in _REFOCUS))
_UNRECOGNISED = Arm("as_is", levers=(Set("root_recognition", 0.0),))
_NO_BREAKOUT = Arm("breakout", levers=tuple(Set(each, 0.0) for each in ("root_recognition", *_REFOCUS)))

BREAKOUT_TESTS = (
    ClaimTest(
        "E1",
        (
            "Recognition by technology root from 2026.9 on shortens the lag by at least three months at equal budget.",
            "自2026.9起以技术根论成功，在预算相同下使滞后缩短至少三个月。",
        ),
        at_least(MONTHS, AS_IS, _RECOGNISED),
        headline=later(_RECOGNISED, AS_IS),
        null=Null(
            (
                "The same policy without recognition is today's rules themselves: the measure is zero by construction.",
                "同一政策去掉以技术根论成功，便是现行规则本身：度量由构造为零。",
            ),
            condition=at_least(MONTHS, AS_IS, _UNRECOGNISED),
        ),
        sizes=("recognition_on_talent", *_PEOPLE),
    ),
    ClaimTest(
        "E2",
        (
            "Money and posts moved to the roots, with the layers that the breakout names first, shorten the lag by at least "
            "three months at equal budget.",
            "资金与岗位转向技术根、并优先突围所列各层，在预算相同下使滞后缩短至少三个月。",
        ),
        at_least(MONTHS, AS_IS, _FOCUSED),
        headline=later(_FOCUSED, AS_IS),
        variants=(
            Variant(("shortens it at all", "有所缩短"), Is(later(_FOCUSED, AS_IS), "below", 0.0)),
            *(
                Variant(
                    (f"{english}: doubled weight alone shortens the lag", f"仅{chinese}加倍权重即缩短滞后"),
                    Is(later(Arm("as_is", levers=(Set(f"layer_focus.{layer}", 1.0),)), AS_IS), "below", 0.0),
                )
                for layer, (english, chinese) in zip(LAYER.elements, LAYER.labels, strict=True)
            ),
        ),
        null=Null(
            (
                "The same policy without money and posts moved, and with no layer first, is today's rules themselves: the "
                "measure is zero by construction.",
                "同一政策不转移资金与岗位、也不优先任何一层，便是现行规则本身：度量由构造为零。",
            ),
            condition=at_least(MONTHS, AS_IS, _UNMOVED),
        ),
        sizes=("refocus_on_talent", "guided_share", "funding_elasticity", "complementarity", *_PEOPLE),
    ),
    ClaimTest(
        "E3",
        (
            "Capability with every dial at zero and the controlled base lost reaches 0.5 at least three months earlier under "
            "breakout, at equal budget.",
            "在突围情景中，全部对外供给被切断、受控存量丧失时，中国独自具备的能力至少早三个月达到0.5，预算相同。",
        ),
        at_least(MONTHS, AS_IS, _BREAKOUT, "capability_under_cut_off", HALF_CAPABILITY),
        headline=later(_BREAKOUT, AS_IS, "capability_under_cut_off", HALF_CAPABILITY),
        null=Null(
            (
                "Breakout without recognition, without money and posts moved and with no layer first is today's rules "
                "themselves: the measure is zero by construction.",
                "突围政策若不以技术根论成功、不转移资金与岗位、不优先任何一层，便是现行规则本身：度量由构造为零。",
            ),
            condition=at_least(MONTHS, AS_IS, _NO_BREAKOUT, "capability_under_cut_off", HALF_CAPABILITY),
        ),
        partners=("remote_stop_strength",),
        sizes=(
            "recognition_on_talent",
            "refocus_on_talent",
            "guided_share",
            "funding_elasticity",
            "talent_elasticity",
            "talent_time",
            "complementarity",
            "cut_off_compute_weight",
        ),
    ),
)
