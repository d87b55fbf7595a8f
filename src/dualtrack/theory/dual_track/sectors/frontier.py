"""The American frontier: research paid from revenue and valuation, and the performance it buys."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import auxiliary, flow, stock, uncertainty
from dualtrack.language.expressions.ops import power

initial_frontier_performance = uncertainty(
    0.126,
    "H100e/chip",
    low=0.12,
    high=0.14,
    source=Assumed("the V100 of 2017 had 125 of the H100's 989 TFLOPS", "published data sheets of 2017"),
    label=("Frontier performance in 2018", "2018年前沿性能"),
    doc="Dense 16-bit performance of the best accelerator sold at the start.",
)
frontier_growth = uncertainty(
    0.42,
    "1/year",
    low=0.3,
    high=0.47,
    source=Assumed(
        "dense 16-bit performance grew 52 % a year from 2020 to 2025, and 35 to 60 % by the choice of products, by data sheets",
        "data sheets of all vendors",
    ),
    label=("Frontier growth", "前沿增速"),
    doc="Yearly logarithmic growth of frontier performance at required research.",
)
research_elasticity = uncertainty(
    0.3,
    "1",
    low=0.2,
    high=0.4,
    source=Assumed(
        "falling returns to research, as growth studies find (bloom_2017)",
        "research and performance of all frontier vendors by year",
    ),
    label=("Returns to research", "研发弹性"),
    doc="Per cent of faster progress for one per cent more research than required.",
)
required_research_growth = uncertainty(
    0.175,
    "1/year",
    low=0.15,
    high=0.22,
    source=Assumed(
        "research productivity falls near 7 % a year (bloom_2017); a steady frontier then took 15 to 22 % more research a year",
        "research and performance of all frontier vendors by year",
    ),
    label=("Growth of required research", "所需研发增速"),
    doc="Growth of the research that progress at its normal pace takes; a frontier that runs ahead needs more, one behind less.",
)
initial_us_research = uncertainty(
    2.4,
    "USD_bn/year",
    low=2.2,
    high=2.6,
    source=Assumed(
        "the leading vendor's research of fiscal 2019 stands for the frontier's", "research spending of all frontier vendors"
    ),
    label=("Vendor research in 2018", "2018年厂商研发"),
    doc="Research spending of the leading accelerator vendor at the start.",
)
research_revenue_elasticity = uncertainty(
    0.7,
    "1",
    low=0.5,
    high=0.9,
    source=Assumed(
        "research of the leading vendor grew by 1.69 log points and revenue by 2.41 between fiscal 2019 and 2025",
        "the same ratio over more vendors",
    ),
    label=("Research response to revenue", "研发对营收的弹性"),
    doc="Per cent of research for one per cent of revenue.",
)
research_valuation_elasticity = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.3,
    source="brown_2009",
    label=("Research response to valuation", "研发对估值的弹性"),
    doc="Per cent of research for one per cent of valuation over its anchor; financing matters little for mature firms.",
)
research_time = uncertainty(
    1.5,
    "year",
    low=0.75,
    high=3.0,
    source=Assumed("budgets follow sales by a year or two", "vendor budgets by quarter"),
    label=("Research adjustment time", "研发调整时间"),
    doc="Time in which research spending follows what vendors can and want to spend.",
)
retaliation_cost = uncertainty(
    0.05,
    "1",
    low=0.0,
    high=0.2,
    source=Assumed(
        "no line stopped for long in 2025; magnets and gallium are small inputs with few substitutes",
        "vendor output lost to input controls",
    ),
    label=("Cost of retaliation", "反制代价"),
    doc="Share of vendor output that full retaliation costs.",
)


@auxiliary("USD_bn/year", label=("Required research", "所需研发"), source="bloom_2017", bounds=(0.0, 1e6))
def required_research(
    initial_us_research, required_research_growth, frontier_growth, frontier_performance, initial_frontier_performance
):
    """Research that keeps the frontier at its normal pace: ideas get harder to find with what was found, not with the years."""
    per_step = required_research_growth / frontier_growth
    return initial_us_research * power(frontier_performance / initial_frontier_performance, per_step)


@auxiliary("USD_bn/year", label=("Desired research", "意愿研发"), source="brown_2009")
def desired_us_research(
    initial_us_research,
    counted_revenue,
    initial_counted_revenue,
    research_revenue_elasticity,
    valuation_ratio,
    research_valuation_elasticity,
):
    """Research that vendors want, given revenue and how the market values them."""
    sales = power(counted_revenue / initial_counted_revenue, research_revenue_elasticity)
    return initial_us_research * sales * power(valuation_ratio, research_valuation_elasticity)


@stock("USD_bn/year", initial=initial_us_research, label=("US frontier research", "美国前沿研发"))
def us_research(desired_us_research, us_research, research_time):
    """Research spending of frontier vendors."""
    return (desired_us_research - us_research) / research_time


@auxiliary("1", label=("Effect of research on the frontier", "研发对前沿的作用"), source="bloom_2017")
def effect_of_research_on_frontier(us_research, required_research, research_elasticity):
    """Speed of the frontier against normal: 1 where research is just what is required."""
    return power(us_research / required_research, research_elasticity)


@flow("H100e/chip*year", label=("Frontier advance", "前沿进步"))
def frontier_advance(frontier_performance, frontier_growth, effect_of_research_on_frontier):
    """Yearly gain in the performance of the best accelerator."""
    return frontier_performance * frontier_growth * effect_of_research_on_frontier


@stock("H100e/chip", initial=initial_frontier_performance, label=("Frontier performance", "前沿性能"))
def frontier_performance(frontier_advance):
    """Performance of the best accelerator sold anywhere."""
    return frontier_advance
