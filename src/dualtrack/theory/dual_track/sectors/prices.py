"""What accelerators cost in China, what their buyers can spend, and how domestic chips compare for the money."""

from dualtrack.language.declaration import Assumed, Definition
from dualtrack.language.declare import auxiliary, constant, smooth, uncertainty
from dualtrack.language.expressions.ops import exp, power

_SALES = "sales of accelerators in China by vendor, product and price, by quarter"

reference_chip_price = uncertainty(
    2.7e-5,
    "USD_bn/chip",
    low=2.2e-5,
    high=3.2e-5,
    source=Assumed("an H100 sold for about 27,000 USD in 2023 and 2024", _SALES),
    label=("Price of a reference chip", "参考芯片价格"),
    doc="Price of an accelerator of one H100e.",
)
price_performance_exponent = uncertainty(
    0.43,
    "1",
    low=0.3,
    high=0.6,
    source=Assumed("an H20 of 0.15 H100e sold for about 12,000 USD, an H100 for 27,000", _SALES),
    label=("Price over performance", "价格对性能的指数"),
    doc="How the price of a chip rises with its performance.",
)
reference_performance = constant(
    1.0,
    "H100e/chip",
    source=Definition("the H100 itself, by choice of unit"),
    label=("Reference performance", "参考性能"),
    doc="Performance of the chip whose price is the reference.",
)
domestic_price_ratio = uncertainty(
    0.65,
    "1",
    low=0.45,
    high=1.1,
    source=Assumed("average revenue per domestic unit against the price curve of American chips in 2025", _SALES),
    label=("Domestic price ratio", "国产价格比"),
    doc="Price of a domestic chip against an American chip of the same performance.",
)
budget_ratio = uncertainty(
    0.3,
    "1",
    low=0.2,
    high=0.42,
    source="idc_2026_04",
    label=("China's budget against sales elsewhere", "中国预算与海外销售之比"),
    doc="What Chinese buyers would spend against sales elsewhere, were means no limit; with it 37 of about 200 bn USD in 2025.",
)
initial_own_means = uncertainty(
    50.0,
    "USD_bn/year",
    low=25.0,
    high=90.0,
    source=Assumed(
        "the largest platforms spent some tens of billions of dollars on capital in 2025, out of about twice that in operating "
        "cash; operators and the state come beside",
        "operating cash and capital spending of platforms, operators and state computing centres, by purpose and year",
    ),
    label=("Chinese means in 2018", "2018年中国可用资金"),
    doc="What platforms, operators and the state could at most put into accelerators a year at the start.",
)
own_means_growth = uncertainty(
    0.08,
    "1/year",
    low=0.04,
    high=0.12,
    source=Assumed("sales of large platforms grew by about a tenth a year", "operating cash of platforms by year"),
    label=("Growth of Chinese means", "中国可用资金增速"),
    doc="Yearly growth of those means, apart from what AI applications earn.",
)
budget_pull = uncertainty(
    0.3,
    "1",
    low=0.0,
    high=0.6,
    source=Assumed(
        "one platform firm cut and restored spending with its needs (tencent_capex_2025_12)",
        "capital spending of Chinese platforms",
    ),
    label=("Pull of applications on budgets", "应用对预算的拉动"),
    doc="Per cent of budget for one per cent of application value against the value that American revenue would suggest.",
)
budget_time = uncertainty(
    0.75,
    "year",
    low=0.3,
    high=2.0,
    source=Assumed(
        "one platform firm changed spending within two quarters (tencent_capex_2025_12)", "capital spending of Chinese platforms"
    ),
    label=("Budget adjustment time", "预算调整时间"),
    doc="Time in which Chinese capital budgets follow applications.",
)
initial_budget = uncertainty(
    0.7,
    "USD_bn/year",
    low=0.3,
    high=1.5,
    source=Assumed("Chinese share of data-centre accelerators in 2018", _SALES),
    label=("Chinese accelerator budget in 2018", "2018年中国加速器预算"),
    doc="Chinese spending on AI accelerators at the start.",
)


@auxiliary("USD_bn/chip", label=("Price of a frontier chip", "前沿芯片价格"))
def frontier_chip_price(reference_chip_price, frontier_performance, reference_performance, price_performance_exponent):
    """Price of the frontier chip."""
    return reference_chip_price * power(frontier_performance / reference_performance, price_performance_exponent)


@auxiliary("USD_bn/chip", label=("Price of a domestic chip", "国产芯片价格"))
def domestic_chip_price(
    reference_chip_price, domestic_chip_performance, reference_performance, price_performance_exponent, domestic_price_ratio
):
    """Price of a domestic chip: the American curve times the domestic price ratio."""
    curve = reference_chip_price * power(domestic_chip_performance / reference_performance, price_performance_exponent)
    return curve * domestic_price_ratio


@auxiliary("USD_bn/year", label=("Chinese means for AI", "中国AI可用资金"))
def own_means(initial_own_means, own_means_growth, time, start_year, application_value):
    """What Chinese buyers can put into accelerators: what their other business earns, and what AI applications do."""
    return initial_own_means * exp(own_means_growth * (time - start_year)) + application_value


@auxiliary("USD_bn/year", label=("Desired accelerator budget", "意愿加速器预算"))
def desired_budget(budget_ratio, accelerator_sales_elsewhere, application_success, budget_pull, own_means):
    """What Chinese buyers would spend on accelerators: they follow the world's demand as far as their own means allow.

    Demand for AI is one in the world, so American spending moves Chinese budgets, under an embargo too; the money is their own.
    """
    wished = budget_ratio * accelerator_sales_elsewhere * power(application_success, budget_pull)
    return wished * own_means / (wished + own_means)


@smooth("USD_bn/year", time=budget_time, initial=initial_budget, label=("Chinese accelerator budget", "中国加速器预算"))
def accelerator_budget(desired_budget):
    """What Chinese buyers set aside for accelerators a year."""
    return desired_budget


@auxiliary("1", label=("Domestic price-performance", "国产性价比"))
def domestic_price_performance(
    domestic_chip_rank, admitted_chip_rank, rank_floor, price_performance_exponent, domestic_price_ratio
):
    """Domestic performance per price, against the best chip that both governments let in."""
    rank_ratio = (domestic_chip_rank + rank_floor) / (admitted_chip_rank + rank_floor)
    return power(rank_ratio, 1 - price_performance_exponent) / domestic_price_ratio
