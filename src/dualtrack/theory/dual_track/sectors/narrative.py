"""The American AI story: confidence fed by growth and proofs, tired by missing returns, and the capital it moves."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, existence, flow, stock, switch, uncertainty
from dualtrack.language.expressions.ops import log, maximum, tanh

_STORY = "a text series of the AI story with investment flows, by month"

validation_strength = existence(
    source=Assumed("the essay's upper track; event studies of the valuation give small and fading answers", _STORY),
    label=("Chinese proofs feed the story", "中国验证支撑叙事"),
    doc="The essay's upper track: visible Chinese success on American chips raises confidence in the American AI story.",
)
demand_proof_strength = switch(
    source=Assumed("success on any root shows that AI sells; how far it counts abroad is unknown", _STORY),
    label=("Any success proves demand", "任何成功都证明需求"),
    doc="Against A2: visible Chinese success, of whatever root, shows demand for AI and so supports the story.",
)
efficiency_strength = existence(
    source="ai_bubble_2025",
    label=("Efficient rivals deflate the story", "低成本对手削弱叙事"),
    doc="Rival H7: surprising Chinese quality at low compute lowers confidence, as in January 2025.",
)
initial_confidence = uncertainty(
    0.3,
    "1",
    low=0.24,
    high=0.36,
    source=Assumed("few outside the trade held the story in 2018", _STORY),
    label=("Confidence in 2018", "2018年信心"),
    doc="Share of investors who held the AI story at the start.",
)
evidence_rate = uncertainty(
    0.9,
    "1/year",
    low=0.75,
    high=1.1,
    source=Assumed("confidence formed within two years of the breakthrough", _STORY),
    label=("Persuasion rate", "说服速率"),
    doc="Yearly rate at which sceptics come round when revenue grows fast.",
)
reference_growth = uncertainty(
    0.8,
    "1/year",
    low=0.65,
    high=0.95,
    source=Assumed("growth of the order of doubling counted as proof in 2023 to 2025", _STORY),
    label=("Growth that persuades", "有说服力的增速"),
    doc="Revenue growth at which evidence is strong.",
)
fatigue_rate = uncertainty(
    0.2,
    "1/year",
    low=0.13,
    high=0.27,
    source=Assumed(
        "most pilots without a return (mit_pilots_2025_08) did not end spending within two years",
        "surveys of investors by quarter",
    ),
    label=("Fatigue rate", "疲劳速率"),
    doc="Yearly rate at which believers tire when returns fall wholly short.",
)
forgetting_share = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.6,
    source=Assumed("a story without news fades; how fast is unknown", _STORY),
    label=("Forgetting", "遗忘比例"),
    doc="Part of fatigue that acts even when returns meet expectations.",
)
proof_weight = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.5,
    source=Assumed("no estimate exists; the range includes none at all", _STORY),
    label=("Weight of Chinese proofs", "中国验证权重"),
    doc="Persuasion by one unit of Chinese proof relative to strong revenue growth.",
)
flight_response = uncertainty(
    0.8,
    "1",
    low=0.0,
    high=2.0,
    source=Assumed("extrapolators sell into falls (barberis_2015); size assumed", "flows of funds against past returns"),
    label=("Flight from falls", "对下跌的出逃反应"),
    doc="Share of believers who leave per year, for a fall in value of one log unit a year.",
)
surprise_weight = uncertainty(
    0.15,
    "1/month*year",
    low=0.0,
    high=0.4,
    source="ai_bubble_2025",
    label=("Weight of efficiency surprises", "效率意外权重"),
    doc="Yearly rate at which believers leave per month of quality beyond expectation.",
)


@flow("1/year", label=("Persuasion", "说服"), bounds=(0.0, 20.0))
def persuasion(
    evidence_rate,
    us_revenue_growth,
    reference_growth,
    validation_strength,
    demand_proof_strength,
    proof_weight,
    proof_salience,
    visible_success,
    confidence,
):
    """Sceptics who come round: by revenue growth, and by Chinese success, for American chips or for AI at large."""
    growth = maximum(0, tanh(us_revenue_growth / reference_growth))
    proofs = proof_weight * (validation_strength * proof_salience + demand_proof_strength * visible_success)
    return evidence_rate * maximum(0, growth + proofs) * (1 - confidence)


@flow("1/year", label=("Fatigue", "疲劳"), bounds=(0.0, 20.0))
def fatigue(
    fatigue_rate, forgetting_share, return_shortfall, efficiency_strength, surprise_weight, efficiency_surprise, confidence
):
    """Believers who leave: by forgetting, over missing returns, and over surprising quality without the best chips."""
    tired = forgetting_share + (1 - forgetting_share) * return_shortfall
    return (fatigue_rate * tired + efficiency_strength * surprise_weight * efficiency_surprise) * confidence


@flow("1/year", label=("Flight", "出逃"), bounds=(0.0, 100.0), source="barberis_2015")
def flight(flight_response, vendor_valuation, warranted_valuation, valuation_time, confidence):
    """Believers who leave because value falls: they extrapolate the fall, as they did the rise."""
    falling = maximum(0, log(vendor_valuation / warranted_valuation)) / valuation_time
    return flight_response * falling * confidence


@stock("1", initial=initial_confidence, label=("Confidence in the AI story", "AI叙事信心"), bounds=SHARE)
def confidence(persuasion, fatigue, flight):
    """Share of investors who hold the American AI story; without new evidence it falls."""
    return persuasion - fatigue - flight
