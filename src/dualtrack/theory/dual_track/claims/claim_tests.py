"""One test for every claim and every rival, and the groups of mechanisms to which effects are credited."""

from dualtrack.language.statements.claim_test import MechanismGroup
from dualtrack.theory.dual_track.claims.claim_tests_aims import DESIGN_TEST, FLOOR_TEST
from dualtrack.theory.dual_track.claims.claim_tests_attribution import ATTRIBUTION_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_breakout import BREAKOUT_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_coupling import COUPLING_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_cut_off import CUT_OFF_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_lower import DISPERSAL_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_policy import POLICY_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_rivals import RIVAL_TESTS
from dualtrack.theory.dual_track.claims.claim_tests_title import TITLE_TEST
from dualtrack.theory.dual_track.claims.claim_tests_upper import UPPER_TESTS

CLAIM_TESTS = (
    *POLICY_TESTS,
    FLOOR_TEST,
    TITLE_TEST,
    *UPPER_TESTS,
    CUT_OFF_TESTS[0],
    *DISPERSAL_TESTS,
    CUT_OFF_TESTS[1],
    *COUPLING_TESTS,
    DESIGN_TEST,
    *BREAKOUT_TESTS,
    *ATTRIBUTION_TESTS,
    *RIVAL_TESTS,
)

CENTRAL = ("L5", "T1")
"""Claims that the question is about: a delay of the roots, and a story that is held up."""

ATTRIBUTED = ("L5", "L6")
"""Claims whose effect is credited to mechanisms, since rivals agree with the sign and name another cause."""

MECHANISM_GROUPS = (
    MechanismGroup(
        "diversion", ("Diversion by dependence", "依赖致分散"), ("diversion_strength", "capture_strength", "withering_strength")
    ),
    MechanismGroup("galvanising", ("Restriction galvanises", "限制激发自主"), ("urgency_strength", "hook_strength")),
    MechanismGroup("home_market", ("Home market and workloads", "本土市场与负载"), ("protection_strength", "workload_strength")),
    MechanismGroup("access", ("Access: learning and inputs", "供给放开：学习与投入"), ("diffusion_strength", "denial_strength")),
    MechanismGroup(
        "reactions",
        ("Leaks, refusal and rules that react", "泄漏、拒购与规则反应"),
        ("leakage_strength", "refusal_strength", "retaliation_strength", "lobbying", "remote_stop_strength"),
    ),
    MechanismGroup(
        "american_story",
        ("The American story", "美国叙事"),
        (
            "validation_strength",
            "demand_proof_strength",
            "efficiency_strength",
            "belief_strength",
            "china_cash_weight",
            "absorption_strength",
            "margin_strength",
        ),
    ),
)
