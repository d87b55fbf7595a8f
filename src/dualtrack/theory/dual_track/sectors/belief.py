"""The belief that American chips are the ceiling of AI, formed by the roots of the successes that people see."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, outcome, stock, uncertainty
from dualtrack.language.expressions.ops import maximum, tanh

_BELIEF = "surveys of developers and investors on the need for American chips"

belief_strength = existence(
    source=Assumed("the essay's endorsement; no series of the belief exists", _BELIEF),
    label=("Belief in the ceiling matters", "“美芯即上限”信念有效"),
    doc="The essay's endorsement (U5): belief in American chips as the ceiling of AI holds buyers and adds to valuations.",
)
initial_belief = uncertainty(
    0.9,
    "1",
    low=0.7,
    high=0.98,
    source=Assumed("nearly all frontier work ran on one vendor's chips in 2018", _BELIEF),
    label=("Belief in 2018", "2018年信念"),
    doc="Share of developers and investors who held American chips indispensable at the start.",
)
neutral_belief = uncertainty(
    0.5,
    "1",
    low=0.3,
    high=0.7,
    source=Assumed("a belief shared by half neither holds buyers nor sends them away", _BELIEF),
    label=("Neutral belief", "中性信念"),
    doc="Level of the belief at which it neither adds to nor takes from the choice of American chips.",
)
belief_rate = uncertainty(
    0.5,
    "1/year",
    low=0.1,
    high=1.5,
    source=Assumed("a plain success changes minds within a few years", _BELIEF),
    label=("Rate of belief", "信念更新速率"),
    doc="Yearly rate at which plain successes move the belief toward what they show.",
)
belief_on_choice = uncertainty(
    1.0,
    "1",
    low=0.2,
    high=2.5,
    source=Assumed("an order below running habit and price", _BELIEF),
    label=("Belief in choice", "信念对选择的作用"),
    doc="Log odds of choosing American chips added per unit of belief over its neutral level.",
)
belief_on_valuation = uncertainty(
    0.3,
    "1",
    low=0.05,
    high=0.8,
    source=Assumed("part of the multiple; no study separates it", _BELIEF),
    label=("Belief in valuation", "信念对估值的作用"),
    doc="Log valuation added per unit by which belief has risen since the start.",
)
other_ground = uncertainty(
    1.0,
    "1",
    low=0.3,
    high=2.0,
    source=Assumed("no reason to think another market's success more or less telling than China's", _BELIEF),
    label=("Telling force of other markets", "其他市场的说服力"),
    doc="How much a success in other markets says, relative to one in a China of normal scenarios and engineering.",
)
hidden_as_domestic = uncertainty(
    0.5,
    "1",
    low=0.0,
    high=1.0,
    source=Assumed("nobody shows smuggled chips; what success on them is taken for is unknown", _BELIEF),
    label=("Hidden chips taken for domestic ones", "隐匿芯片被视为国产的比例"),
    doc="How far a success on American chips that nobody shows counts as one on domestic roots; the rest says nothing.",
)


@auxiliary("1", label=("Visible success elsewhere", "其他市场的可见成功"), bounds=SHARE)
def visible_success_elsewhere(us_revenue_growth, proof_growth):
    """How plainly AI is seen to sell outside China."""
    return maximum(0, tanh(us_revenue_growth / proof_growth))


@stock("1", initial=initial_belief, label=("Belief in American chips", "对美芯的信念"), bounds=SHARE)
def belief(
    belief_rate,
    visible_success,
    scenario_richness,
    engineering,
    seen_us_share,
    seen_rank,
    us_root_share,
    hidden_as_domestic,
    good_enough_rank,
    other_ground,
    visible_success_elsewhere,
    belief,
):
    """Belief that the best AI needs American chips: each plain success, in China or elsewhere, moves it toward its roots.

    A success in China shows the roots and the rank that it is seen to run on, and is silent on what is hidden but for what is
    taken for domestic; elsewhere all of it runs on American chips.
    """
    shown = seen_us_share * seen_rank * (1 + good_enough_rank) / (seen_rank + good_enough_rank)
    told = 1 - (1 - hidden_as_domestic) * (us_root_share - seen_us_share)
    in_china = visible_success * scenario_richness * engineering * (shown - belief * told)
    return belief_rate * (in_china + other_ground * visible_success_elsewhere * (1 - belief))


@outcome("1", direction="neutral", label=("Belief in indispensability", "不可替代信念"), bounds=SHARE)
def indispensability(belief):
    """Share of developers and investors who hold American chips indispensable."""
    return belief
