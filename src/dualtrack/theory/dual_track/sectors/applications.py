"""Chinese AI applications: value earned on computing, people and money, and how far behind their models are."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import ANY, auxiliary, flow, outcome, smooth, stock, uncertainty
from dualtrack.language.expressions.ops import log, maximum, power
from dualtrack.theory.dual_track.sectors.layers import SOFTWARE
from dualtrack.theory.dual_track.sectors.spending import initial_us_revenue

_VALUE = "audited AI product revenue of Chinese firms"

initial_application_success = uncertainty(
    1.2,
    "1",
    low=0.8,
    high=1.6,
    source=Assumed("Chinese applications of 2018 had somewhat more computing than their normal share", _VALUE),
    label=("Application success in 2018", "2018年应用成功度"),
    doc="Application value at the start against what American revenue would suggest.",
)
value_ratio = uncertainty(
    0.3,
    "1",
    low=0.15,
    high=0.6,
    source=Assumed("Chinese AI product revenue was about a fifth to a third of American in 2025", _VALUE),
    label=("Normal value against American", "正常价值比"),
    doc="Chinese application value relative to American AI revenue, with normal resources.",
)
scenario_richness = uncertainty(
    1.0,
    "1",
    low=0.7,
    high=1.5,
    source=Assumed("a complete industrial system offers more uses than most; the gain is not measured", _VALUE),
    label=("Richness of scenarios", "场景丰富度"),
    doc="Effect of the breadth of Chinese industry on application value; 1 is normal.",
)
engineering = uncertainty(
    1.0,
    "1",
    low=0.7,
    high=1.5,
    source=Assumed("fast engineering and commercialisation are often reported and not measured", _VALUE),
    label=("Engineering and commercialisation", "工程化与商业化能力"),
    doc="Effect of engineering and commercialisation on application value; 1 is normal.",
)
compute_elasticity = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.5,
    source=Assumed(
        "the model lag held while computing fell (epoch_model_lag_2026_01), so it is low",
        "product revenue before and after computing was lost",
    ),
    label=("Applications' response to computing", "应用对算力的弹性"),
    doc="Per cent of application value for one per cent of computing; the model lag held while computing fell.",
)
people_elasticity = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.5,
    source=Assumed("output of software firms grows less than their staff", _VALUE),
    label=("Applications' response to people", "应用对人才的弹性"),
    doc="Per cent of application value for one per cent of application engineers.",
)
money_elasticity = uncertainty(
    0.2,
    "1",
    low=0.05,
    high=0.4,
    source=Assumed("venture money follows as well as leads products", _VALUE),
    label=("Applications' response to money", "应用对资金的弹性"),
    doc="Per cent of application value for one per cent of application investment.",
)
application_time = uncertainty(
    2.0,
    "year",
    low=1.0,
    high=4.0,
    source=Assumed("between diffusion of software and of services (bass_slide)", "product revenue by cohort"),
    label=("Application adoption time", "应用形成时间"),
    doc="Time in which application value follows what resources allow.",
)
normal_compute_ratio = uncertainty(
    0.1,
    "1",
    low=0.05,
    high=0.2,
    source=Assumed("near the mean of 2018 to 2025", "computing and product revenue by country"),
    label=("Normal computing ratio", "正常算力比"),
    doc="Chinese usable computing relative to computing elsewhere, at which applications do normally.",
)
initial_model_lag = uncertainty(
    7.0,
    "month",
    low=4.0,
    high=14.0,
    source="epoch_model_lag_2026_01",
    label=("Model lag at the normal ratio", "正常算力比下的模型滞后"),
    doc="Months by which Chinese models trail at the normal computing ratio.",
)
lag_per_log_compute = uncertainty(
    1.0,
    "month",
    low=0.0,
    high=2.0,
    source="epoch_model_lag_2026_01",
    label=("Lag per log unit of computing", "每对数单位算力的滞后"),
    doc="Months of lag for computing lower by a factor of e; at most 2, since the lag held while the share fell.",
)
efficiency_rate = uncertainty(
    1.0,
    "month/year",
    low=0.0,
    high=2.5,
    source=Assumed(
        "the model of January 2025 surprised by a few months at low compute", "training compute at equal quality, by country"
    ),
    label=("Efficiency won under scarcity", "短缺催生的效率"),
    doc="Months of lag that engineers win back each year when chips are wholly denied.",
)
efficiency_time = uncertainty(
    2.0,
    "year",
    low=1.0,
    high=5.0,
    source=Assumed("open methods spread to all within a year or two", "adoption of published methods"),
    label=("Life of an efficiency edge", "效率优势寿命"),
    doc="Time in which an efficiency edge is copied by others.",
)
expectation_time = uncertainty(
    1.0,
    "year",
    low=0.3,
    high=2.0,
    source="ai_bubble_2025",
    label=("Expectation time", "预期调整时间"),
    doc="Time in which markets come to expect a level of quality; the fall of January 2025 was made good in half a year.",
)


@auxiliary("USD_bn/year", label=("Application potential", "应用潜力"))
def application_potential(
    us_revenue,
    value_ratio,
    scenario_richness,
    engineering,
    usable_compute,
    compute_elsewhere,
    normal_compute_ratio,
    compute_elasticity,
    application_people_share_ratio,
    people_elasticity,
    application_money_ratio,
    money_elasticity,
):
    """Value that applications could earn: the world's market for AI, scaled by computing, people and money against normal."""
    by_compute = power(usable_compute / compute_elsewhere / normal_compute_ratio, compute_elasticity)
    by_people = power(application_people_share_ratio, people_elasticity)
    by_money = power(application_money_ratio, money_elasticity)
    home = value_ratio * scenario_richness * engineering
    return us_revenue * home * by_compute * by_people * by_money


@flow("USD_bn/year*year", label=("Application growth", "应用增长"), bounds=(-1e6, 1e6))
def application_growth(application_potential, application_value, application_time):
    """Yearly change of application value, as products are adopted or dropped."""
    return (application_potential - application_value) / application_time


def _application_value_at_start(initial_application_success, initial_us_revenue, value_ratio):
    return initial_application_success * initial_us_revenue * value_ratio


@stock("USD_bn/year", initial=_application_value_at_start, label=("Application value", "应用价值"))
def application_value(application_growth):
    """What Chinese AI applications earn a year, on chips of either root."""
    return application_growth


@smooth(
    "USD_bn/year",
    time=application_time,
    initial=initial_us_revenue,
    label=("AI market as adopted", "已形成的AI市场"),
    bounds=(0.0, 1e9),
)
def adopted_market(us_revenue):
    """American AI revenue as it would stand after the time that applications take to form."""
    return us_revenue


@auxiliary("1", label=("Application success", "应用成功度"))
def application_success(application_value, adopted_market, value_ratio):
    """Application value against what the market, as adopted by now, would suggest; 1 is normal."""
    return application_value / adopted_market / value_ratio


@stock("month", initial=0, label=("Efficiency edge", "效率优势"))
def efficiency_edge(
    efficiency_strength, efficiency_rate, admitted_chip_rank, perceived_scarcity, efficiency_edge, efficiency_time
):
    """Months of model lag won back by methods found under scarcity, until others copy them."""
    denied = maximum(perceived_scarcity, 1 - admitted_chip_rank)
    return efficiency_rate * denied - efficiency_edge / efficiency_time


@auxiliary("H100e", label=("Training computing", "训练算力"))
def training_compute(working_us_compute, domestic_compute, readiness):
    """Computing fit to train frontier models: American-rooted in full, domestic as far as its software is ready.

    Inference runs on all usable computing; training on domestic chips failed in 2025 where software was not ready.
    """
    return working_us_compute + domestic_compute * readiness[SOFTWARE]


@auxiliary("month", label=("Model lag", "模型滞后"), source="epoch_model_lag_2026_01", bounds=ANY)
def model_lag(initial_model_lag, lag_per_log_compute, compute_elsewhere, training_compute, normal_compute_ratio, efficiency_edge):
    """Months by which Chinese models trail the frontier: more with less computing to train on, fewer with an efficiency edge."""
    return (
        initial_model_lag
        + lag_per_log_compute * log(compute_elsewhere * normal_compute_ratio / training_compute)
        - efficiency_edge
    )


def _model_lag_at_start(
    initial_model_lag,
    lag_per_log_compute,
    initial_compute_elsewhere,
    normal_compute_ratio,
    initial_us_rooted_compute,
    initial_domestic_compute,
    initial_readiness,
):
    training = initial_us_rooted_compute + initial_domestic_compute * initial_readiness[SOFTWARE]
    return initial_model_lag + lag_per_log_compute * log(initial_compute_elsewhere * normal_compute_ratio / training)


@smooth(
    "month",
    time=expectation_time,
    initial=_model_lag_at_start,
    label=("Expected model lag", "预期模型滞后"),
)
def expected_model_lag(model_lag):
    """Model lag as markets have come to expect it."""
    return model_lag


@auxiliary("month", label=("Efficiency surprise", "效率意外"), bounds=(0.0, 1e3))
def efficiency_surprise(expected_model_lag, model_lag):
    """Months by which Chinese models are better than expected."""
    return maximum(0, expected_model_lag - model_lag)


@outcome("USD_bn/year", direction="higher", label=("Chinese application value", "中国应用价值"))
def application_earnings(application_value):
    """What Chinese AI applications earn a year."""
    return application_value


@outcome("month", direction="lower", label=("Chinese model lag", "中国模型滞后"))
def model_lag_months(model_lag):
    """Months by which Chinese models trail the frontier."""
    return model_lag
