"""What each government is supposed to want, as prices between outcomes; nothing reacts to it, and regimes are held against it."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import POSITIVE, SHARE, outcome, uncertainty
from dualtrack.language.distribution import LogUniform
from dualtrack.language.expressions.ops import log, maximum, power

_WASHINGTON = "choices between stated options in hearings, by party and committee"

tolerated_capability = uncertainty(
    0.3,
    "1",
    low=0.19,
    high=0.43,
    source=Assumed(
        "one to two product generations of two years behind a frontier that gains 52 % a year",
        "a text of strategy that names the gap to be kept",
    ),
    label=("Rival capability that is tolerated", "可容忍的竞争能力"),
    doc="Independent Chinese capability up to which a floor under the gap would hold.",
)
price_of_capability = uncertainty(
    1.0,
    "1",
    low=0.25,
    high=4.0,
    source=Assumed("nobody states a price, so every ratio within sixteen-fold is as likely", _WASHINGTON),
    label=("Price of rival capability", "竞争能力的代价"),
    doc="Log points of the leading vendor's market value that Washington would give for a whole unit of Chinese capability "
    "above the floor.",
    prior=LogUniform(0.25, 4.0),
)
price_of_backlash = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.3,
    source=Assumed("counter-measures were bought off in 2025, at a price that nobody states", _WASHINGTON),
    label=("Price of backlash", "反弹的代价"),
    doc="Log points of the leading vendor's market value that Washington would give to be spared full counter-measures.",
)
weight_of_independence = uncertainty(
    0.5,
    "1",
    low=0.1,
    high=0.9,
    source=Assumed("plans ask for both AI in use and independence; neither is ranked first", "budgets by stated purpose"),
    label=("Weight of independence", "自主的权重"),
    doc="Weight of independent capability, against what applications earn, in what Beijing is supposed to want.",
)


@outcome("1", direction="neutral", label=("Rival capability beyond the floor", "超出底线的竞争能力"), bounds=SHARE)
def capability_beyond_floor(independent_capability, tolerated_capability):
    """Independent Chinese capability above what a floor under the gap tolerates."""
    return maximum(0, independent_capability - tolerated_capability)


@outcome("1", direction="neutral", label=("Supposed aim of Washington", "假定的美方目标"))
def washington_aim(
    us_ai_valuation,
    revenue_multiple,
    initial_counted_revenue,
    capability_beyond_floor,
    price_of_capability,
    backlash,
    price_of_backlash,
):
    """What the essay supposes that Washington wants, in log points of valuation: story, a floor under the gap, no backlash."""
    story = log(us_ai_valuation / (revenue_multiple * initial_counted_revenue))
    return story - price_of_capability * capability_beyond_floor - price_of_backlash * backlash


@outcome("1", direction="neutral", label=("Supposed aim of Beijing", "假定的中方目标"), bounds=POSITIVE)
def beijing_aim(application_earnings, initial_us_revenue, independent_capability, weight_of_independence):
    """What Beijing is supposed to want: applications that earn and a chain of its own, by their weighted geometric mean."""
    earned = power(application_earnings / initial_us_revenue, 1 - weight_of_independence)
    return earned * power(independent_capability, weight_of_independence)
