"""Claims of a study for tests: shipped ones written as files, and a small valid one to be changed."""

import json

from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS

SHIPPED = {test.id: test for test in CLAIM_TESTS if isinstance(test, ClaimTest)}
CLAIM = """
[claims.mine_1]
sentence = "Limited opening delays the roots"
why = "the debate on chips"
regime = "limited_opening"
against = "near_embargo"
measure = "lag"
of = "independent_capability"
thresholds = [0.3, 0.4, 0.5]
relation = "at least"
value = 3.0
mechanisms = ["diversion_strength"]
"""
MEDIATORS = '["root_share", "funder_root_share", "running_us_share", "domestic_preference"]'
QUESTIONS = {
    "L2": """
regime = "limited_opening"
against = "near_embargo"
measure = "difference"
of = "root_share.software_like"
year = 2034.0
relation = "at most"
value = -0.02
""",
    "L3": """
regime = "limited_opening"
against = "near_embargo"
every = [
    { measure = "difference", of = "funder_root_share.local_government", year = 2034, relation = "at most", value = -0.02 },
    { measure = "difference", of = "funder_root_share.venture", year = 2034, relation = "at most", value = -0.02 },
]
""",
    "L5": f"""
regime = "limited_opening"
against = {{ name = "limited_opening", cut = {MEDIATORS}, along = "near_embargo" }}
measure = "lag"
of = "independent_capability"
thresholds = [0.3, 0.4, 0.5]
relation = "at least"
value = 3
""",
    "U2": """
against = "limited_opening"
measure = "relative difference"
of = "us_ai_valuation"
year = 2032.0
relation = "at most"
value = -0.05
[claims.U2x.regime]
name = "limited_opening"
cut_links = [["proof_salience", "persuasion"]]
at = 0.0
since = 2026.9
""",
    "T1": """
measure = "later fall"
of = "us_ai_valuation"
by = 0.3
within = 2.0
since = 2026.9
relation = "at least"
value = 0.5
regime = { name = "limited_opening", step = 0.03125 }
against = { name = "near_embargo", step = 0.03125 }
[claims.T1x.given]
says = "value falls by 30 % before 2032 under near-embargo"
regime = { name = "near_embargo", step = 0.03125 }
measure = "fall"
of = "us_ai_valuation"
by = 0.3
within = 2.0
since = 2026.9
relation = "below"
value = 2032
""",
    "U1": """
regime = "limited_opening"
measure = "log change"
of = "confidence"
since = 2026.9
year = 2032
relation = "at most"
value = -0.1
[claims.U1x.null]
why = "nobody tires"
regime = { name = "limited_opening", cut = ["fatigue"], along = "limited_opening", at = 0, since = 2026.9 }
""",
}
"""What is asked by shipped claims of different shapes, as a user would write it."""


def as_file(name: str) -> str:
    """A shipped claim under the name with an x, everything that its test rests on included."""
    test = SHIPPED[name]
    head = [f"[claims.{name}x]", 'sentence = "as shipped"']
    lists = {"mechanisms": test.rests_on, "partners": test.partners, "partners_off": test.partners_off, "sizes": test.sizes}
    head += [f"{key} = {json.dumps(list(value))}" for key, value in lists.items()]
    if test.null is not None and test.null.held:
        held = ", ".join(f"{switch} = {value}" for switch, value in test.null.held)
        head.append(f'null = {{ why = "as shipped", held = {{ {held} }} }}')
    return "\n".join([*head, QUESTIONS[name]])
