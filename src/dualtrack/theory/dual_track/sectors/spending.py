"""American AI spending and what it earns: capital grows with confidence, and returns lag."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import POSITIVE, SHARE, auxiliary, constant, flow, outcome, stock, uncertainty
from dualtrack.language.expressions.ops import at_least, exp, maximum, power, where

start_year = constant(
    2018.0,
    "year",
    low=2018.0,
    high=2018.0,
    source=Assumed("the year before the first entity listing of Huawei", "nothing; a choice of scope"),
    label=("Start year", "起始年"),
    doc="First year of the model.",
)
breakthrough_year = uncertainty(
    2022.9,
    "year",
    low=2022.8,
    high=2023.0,
    source=Assumed("a chat product of November 2022 opened the mass market", "monthly users of AI products"),
    label=("Breakthrough", "突破年"),
    doc="When AI products began to sell widely.",
)
expected_return = uncertainty(
    0.25,
    "1/year",
    low=0.15,
    high=0.4,
    source=Assumed(
        "life of about five years and a normal margin call for a quarter of the capital a year",
        "hurdle rates of AI capital plans",
    ),
    label=("Return that is expected", "预期回报"),
    doc="Yearly AI revenue per dollar of AI capital that would justify the spending.",
)
revenue_yield = uncertainty(
    0.25,
    "1/year",
    low=0.2,
    high=0.31,
    source=Assumed("most pilots showed no return by 2025, yet revenue tripled a year", "audited AI revenue of customers"),
    label=("Revenue that capital can earn", "资本可得营收率"),
    doc="Yearly end revenue per dollar of AI capital once customers have adopted.",
)
revenue_time = uncertainty(
    2.0,
    "year",
    low=1.3,
    high=3.0,
    source=Assumed(
        "firms paid 35 and consumers 12 bn USD in 2025 (menlo_ventures_2026_03, project_flux_2026_01), on capital of 250 to 500",
        "customer spending by cohort",
    ),
    label=("Revenue adoption time", "营收形成时间"),
    doc="Time in which end revenue follows what the capital can earn.",
)
early_adoption = uncertainty(
    0.3,
    "1",
    low=0.2,
    high=0.45,
    source=Assumed("advertising earned from AI before the mass market opened", "AI revenue inside platforms before 2022"),
    label=("Adoption before the breakthrough", "突破前的采用"),
    doc="Speed of adoption before the breakthrough relative to after it.",
)
ai_market_share = uncertainty(
    0.05,
    "1",
    low=0.01,
    high=0.12,
    source=Assumed(
        "3 % of users paid 12 bn USD (menlo_ventures_2026_03), so all would pay 400; what firms would pay is open tenfold; "
        "the whole information sector is a twentieth of output",
        "spending by use, and what it replaces; share of users who pay, by year",
    ),
    label=("Size of the AI market", "AI市场规模"),
    doc="Share of output that firms and consumers would pay for AI at most, however much capital is built.",
)
other_cloud_capex = uncertainty(
    62.0,
    "USD_bn/year",
    low=50.0,
    high=85.0,
    source=Assumed(
        "five firms spent 65 to 73 bn USD a year in 2018 to 2020 (visual_capitalist_2025_02), less 5 to 13 of it for AI",
        "capital spending by purpose",
    ),
    label=("Cloud firms' other capital spending", "云厂商其他资本开支"),
    doc="Capital spending of the large American cloud firms that is not for AI, held level.",
)
initial_us_revenue = uncertainty(
    1.0,
    "USD_bn/year",
    low=0.7,
    high=1.4,
    source=Assumed("little was sold as AI before 2022", "vendor statements of 2018"),
    label=("US AI revenue in 2018", "2018年美国AI营收"),
    doc="End revenue from AI products at the start.",
)
initial_us_spending = uncertainty(
    5.0,
    "USD_bn/year",
    low=3.5,
    high=7.0,
    source=Assumed(
        "data-centre accelerators sold for about 3 bn USD in 2018, half of such spending", "capital spending by purpose"
    ),
    label=("US AI capital spending in 2018", "2018年美国AI资本开支"),
    doc="Capital spending on AI at the start.",
)
capital_growth = uncertainty(
    1.25,
    "1/year",
    low=1.12,
    high=1.38,
    source=Assumed(
        "what the AI part of four firms' capital spending of 2024 and 2025 asks for (platformonomics_2026_02)",
        "capital spending by purpose",
    ),
    label=("Growth of capital spending", "资本开支增速"),
    doc="Yearly growth of AI capital spending under full confidence, far from limits.",
)
spending_valuation_elasticity = uncertainty(
    0.4,
    "1",
    low=0.0,
    high=1.0,
    source=Assumed(
        "spending rose with valuations in 2023 to 2026; the share that is causal is unknown", "financing of AI spending by source"
    ),
    label=("Spending response to valuation", "开支对估值的弹性"),
    doc="Per cent of faster spending growth for one per cent of valuation over its anchor.",
)
disappointment = uncertainty(
    0.32,
    "1",
    low=0.2,
    high=0.5,
    source=Assumed(
        "guidance was not lowered after the fall of February 2026, while confidence was high",
        "spending guidance after missed returns",
    ),
    label=("Restraint by missing returns", "回报不足的抑制"),
    doc="How strongly a full shortfall of returns holds spending back where nobody believes in later ones.",
)
trust = uncertainty(
    0.5,
    "1",
    low=0.0,
    high=1.0,
    source=Assumed(
        "spending was not cut while confidence was high; whether that was the cause is unknown", "spending guidance after falls"
    ),
    label=("Trust in later returns", "对后续回报的信任"),
    doc="How far full confidence frees spending from missing returns.",
)
spending_limit = uncertainty(
    0.045,
    "1",
    low=0.025,
    high=0.07,
    source=Assumed(
        "railway and telecom booms peaked near 2 to 6 % of output; power and foundries bind too",
        "grid connections and foundry output by year",
    ),
    label=("Limit of AI capital spending", "AI资本开支上限"),
    doc="Share of US output that AI capital spending cannot pass.",
)
us_output_2018 = constant(
    20700.0,
    "USD_bn/year",
    low=20500.0,
    high=20900.0,
    source=Assumed("national accounts, rounded", "the national accounts"),
    label=("US output in 2018", "2018年美国产出"),
    doc="Gross domestic product of the United States at the start.",
)
us_output_growth = uncertainty(
    0.045,
    "1/year",
    low=0.035,
    high=0.055,
    source=Assumed("nominal growth of 2018 to 2025 was a little above 5 %, before that 4 %", "the national accounts"),
    label=("US output growth", "美国产出增速"),
    doc="Yearly logarithmic growth of nominal output.",
)
capital_life = uncertainty(
    5.0,
    "year",
    low=3.0,
    high=7.0,
    source=Assumed("vendors write servers off over four to six years", "resale values of accelerators"),
    label=("Life of AI capital", "AI资本寿命"),
    doc="Mean service life of AI capital and of installed accelerators.",
)


@auxiliary("1/year", label=("US AI revenue growth", "美国AI营收增速"))
def us_revenue_growth(us_revenue_change, us_revenue):
    """Growth of end revenue, the plainest evidence for the story."""
    return us_revenue_change / us_revenue


@flow("USD_bn/year*year", label=("Change of US AI revenue", "美国AI营收变化"), bounds=(-1e6, 1e6))
def us_revenue_change(
    revenue_yield,
    us_capital,
    absorbed_work,
    margin_lost,
    ai_market,
    us_revenue,
    revenue_time,
    time,
    breakthrough_year,
    early_adoption,
):
    """End revenue moves to what the capital can earn and the market would pay, slowly before the mass market was open.

    Half of the market is won where capital could earn all of it: more capital earns ever less more.
    """
    pace = where(at_least(time, breakthrough_year), 1, early_adoption)
    earned = revenue_yield * us_capital * exp(absorbed_work) * (1 - margin_lost)
    paid = earned * ai_market / (ai_market + earned)
    return pace * (paid - us_revenue) / revenue_time


@stock("USD_bn/year", initial=initial_us_revenue, label=("US AI end revenue", "美国AI终端营收"))
def us_revenue(us_revenue_change):
    """What customers pay for AI products a year; chips sold to cloud firms are a cost here, not revenue."""
    return us_revenue_change


@auxiliary("1", label=("Shortfall of returns", "回报缺口"), bounds=SHARE, source="mit_pilots_2025_08")
def return_shortfall(expected_return, us_revenue, us_capital):
    """Part of the expected return that revenue does not deliver."""
    return maximum(0, 1 - us_revenue / us_capital / expected_return)


@auxiliary("USD_bn/year", label=("AI market at most", "AI市场上限"))
def ai_market(ai_market_share, us_output_2018, us_output_growth, time, start_year):
    """What customers would pay for AI a year at most."""
    return ai_market_share * us_output_2018 * exp(us_output_growth * (time - start_year))


@auxiliary("USD_bn/year", label=("Ceiling of AI spending", "AI开支天花板"))
def spending_ceiling(spending_limit, us_output_2018, us_output_growth, time, start_year):
    """What output, power and foundries allow AI capital spending to be."""
    return spending_limit * us_output_2018 * exp(us_output_growth * (time - start_year))


@flow("USD_bn/year*year", label=("Change of US AI spending", "美国AI开支变化"), bounds=(-1e6, 1e6))
def us_spending_change(
    us_spending,
    capital_growth,
    confidence,
    valuation_ratio,
    spending_valuation_elasticity,
    spending_ceiling,
    disappointment,
    trust,
    return_shortfall,
):
    """Spending grows with confidence and valuation, slows toward its ceiling, and falls where doubters miss returns."""
    room = 1 - us_spending / spending_ceiling
    pull = power(valuation_ratio, spending_valuation_elasticity) * room
    restraint = disappointment * (1 - trust * confidence) * return_shortfall
    return us_spending * capital_growth * (confidence * pull - restraint)


@stock("USD_bn/year", initial=initial_us_spending, label=("US AI capital spending", "美国AI资本开支"))
def us_spending(us_spending_change):
    """Capital spending on AI by American cloud firms: the AI part of what they report."""
    return us_spending_change


@outcome("USD_bn/year", direction="neutral", label=("Cloud firms' capital spending", "云厂商资本开支"), bounds=POSITIVE)
def cloud_capex(us_spending, other_cloud_capex):
    """All capital spending of the large American cloud firms, as they report it."""
    return us_spending + other_cloud_capex


@stock(
    "USD_bn",
    initial=lambda initial_us_spending, capital_life: initial_us_spending * capital_life / 2,
    label=("US AI capital", "美国AI资本存量"),
)
def us_capital(us_spending, us_capital, capital_life):
    """AI capital in service."""
    return us_spending - us_capital / capital_life
