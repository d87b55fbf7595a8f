"""The dual-track theory: limited opening of chip exports as two coupled tracks, with its rivals as switches.

Upper track: Chinese success on American chips feeds the story that carries American AI valuations, capital spending and research.
Lower track: supply that is good enough draws Chinese talent, capital and workloads away from the roots of the stack.
Every mechanism, of the essay or of its critics, is multiplied by a switch that may be exactly zero.
"""

from pathlib import Path as File

from dualtrack.language.scenario import Clock
from dualtrack.language.theory import Theory
from dualtrack.theory.dual_track.bounds import BOUNDS
from dualtrack.theory.dual_track.checks import CHECKS
from dualtrack.theory.dual_track.claims.claim_runs import PARTING
from dualtrack.theory.dual_track.claims.claim_tests import ATTRIBUTED, CENTRAL, CLAIM_TESTS, MECHANISM_GROUPS
from dualtrack.theory.dual_track.claims.evidence.claim_evidence import CLAIM_EVIDENCE
from dualtrack.theory.dual_track.claims.statements import CLAIMS, MEDIATORS
from dualtrack.theory.dual_track.counterparts.counterpart_list import COUNTERPARTS
from dualtrack.theory.dual_track.displayed import DISPLAY
from dualtrack.theory.dual_track.experiments.measurable_list import MEASURABLES
from dualtrack.theory.dual_track.experiments.publications import PUBLISHED
from dualtrack.theory.dual_track.facts import FACTS
from dualtrack.theory.dual_track.forecasts.asked_ahead import FORETOLD
from dualtrack.theory.dual_track.loops.loop_list import LOOPS, LOWER_TRACK, UPPER_TRACK
from dualtrack.theory.dual_track.matched import MATCHED
from dualtrack.theory.dual_track.pathways import PATHWAYS
from dualtrack.theory.dual_track.reactions import REACTIONS
from dualtrack.theory.dual_track.sectors import (
    access,
    aims,
    allocation,
    applications,
    banks,
    belief,
    capability,
    china,
    choice,
    compute,
    denial,
    dependence,
    dividends,
    fabs,
    frontier,
    funding,
    layers,
    learning,
    lithography,
    market,
    narrative,
    openness,
    policy,
    prices,
    production,
    proof,
    reaction,
    readiness,
    spending,
    units,
    valuation,
)
from dualtrack.theory.dual_track.tilts import TILTS

EARLIER = 2023.9
"""When rules were rewritten after the first year of controls, and before downgraded chips were sold again."""

QUESTION = (
    "Would limited chip sales to China delay its independent technology base and carry American AI valuations, against "
    "near-embargo and free trade?",
    "与近乎禁运和自由贸易相比，对华有限放开芯片销售，会不会推迟中国自主技术体系的形成，又会不会支撑美国人工智能的市值？",
)

SECTORS = (
    units,
    layers,
    policy,
    china,
    reaction,
    access,
    denial,
    frontier,
    narrative,
    spending,
    valuation,
    prices,
    choice,
    market,
    fabs,
    production,
    banks,
    compute,
    applications,
    proof,
    dependence,
    allocation,
    funding,
    learning,
    lithography,
    readiness,
    capability,
    belief,
    openness,
    dividends,
    aims,
)

THEORY = Theory(
    name="dual_track",
    label=("Dual track", "双轨"),
    sectors=SECTORS,
    clock=Clock(2018.0, 2040.0, 1 / 16, 0.25),
    outcomes=("independent_capability", "capability_with_access", "us_ai_valuation", "dependence", "application_earnings"),
    regimes=File(__file__).parent / "regimes",
    years=(2030.0, 2040.0),
    past="as_is",
    treated="limited_opening",
    references=("near_embargo", "free_trade"),
    parts_at=PARTING,
    parts_before=EARLIER,
    runs_until=2060.0,
    lagged=("independent_capability", "capability_with_access"),
    valued=("us_ai_valuation", 2032.0),
    spans=((PARTING, 2030.0), (2030.0, 2034.0), (2034.0, 2040.0)),
    facts=FACTS,
    facts_until=2027.0,
    matched=MATCHED,
    counterparts=COUNTERPARTS,
    bounds=BOUNDS,
    published=PUBLISHED,
    foretold=FORETOLD,
    measurables=MEASURABLES,
    claims=CLAIMS,
    tests=CLAIM_TESTS,
    evidence=CLAIM_EVIDENCE,
    groups=MECHANISM_GROUPS,
    attributed=ATTRIBUTED,
    central=CENTRAL,
    pathways=PATHWAYS,
    loops=LOOPS,
    tracks={"upper track": UPPER_TRACK, "lower track": LOWER_TRACK},
    mediators=MEDIATORS,
    checks=CHECKS,
    tilts=TILTS,
    reactions=REACTIONS,
    display=DISPLAY,
    question=QUESTION,
)
