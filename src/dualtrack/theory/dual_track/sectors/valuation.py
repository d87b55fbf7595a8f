"""What markets pay for the leading vendor: fundamentals, a premium of confidence, and whatever weight China's cash has."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, constant, outcome, smooth, stock, switch, uncertainty
from dualtrack.language.expressions.ops import exp, log, maximum

china_cash_weight = switch(
    source="nvidia_q3_2025_11",
    label=("Chinese cash counts", "中国现金流计入"),
    doc="Weight of Chinese revenue in valuation and research; rival H3 says that it is near zero.",
)
vendor_share_of_spending = uncertainty(
    0.5,
    "1",
    low=0.35,
    high=0.6,
    source=Assumed(
        "accelerators and networks are about half of an AI data centre's cost", "bills of material of AI data centres"
    ),
    label=("Vendors' share of AI spending", "厂商占AI开支比重"),
    doc="Share of AI capital spending that buys accelerators and what goes with them.",
)
rest_of_world_spending = uncertainty(
    0.3,
    "1",
    low=0.15,
    high=0.6,
    source=Assumed(
        "neoclouds, allies and states add about a third to the four largest spenders",
        "accelerator sales by country, without China",
    ),
    label=("Rest-of-world spending", "世界其他地区开支"),
    doc="AI capital spending outside the US and China, relative to US spending.",
)
vendor_other_revenue = uncertainty(
    8.5,
    "USD_bn/year",
    low=7.0,
    high=15.0,
    source=Assumed("gaming and graphics of the leading vendor in fiscal 2019, held level", "segment reports"),
    label=("Vendors' other revenue", "厂商其他营收"),
    doc="Revenue of the leading vendor from outside AI.",
)
revenue_multiple = uncertainty(
    7.0,
    "year",
    low=6.0,
    high=8.0,
    source=Assumed("market value of end 2018 over revenue of fiscal 2019", "the same ratio over more vendors"),
    label=("Multiple at the start", "起始市销率"),
    doc="Market value per dollar of revenue at the start's confidence, belief and growth.",
)
premium_of_confidence = uncertainty(
    1.2,
    "1",
    low=0.6,
    high=1.8,
    source=Assumed(
        "the multiple tripled from 2018 to 2025 while confidence rose by .5, and part of that rise is growth",
        "a decomposition of the multiple's rise",
    ),
    label=("Premium of confidence", "信心溢价"),
    doc="Log valuation added by going from no confidence to full confidence.",
)
growth_premium = uncertainty(
    0.9,
    "year",
    low=0.4,
    high=1.6,
    source=Assumed(
        "what a burst of growth of one to three years is worth is about half its length",
        "multiples against expected growth, many vendors",
    ),
    label=("Premium of growth", "增长溢价"),
    doc="Log valuation added per unit of yearly growth that markets have come to expect.",
)
growth_expectation_time = uncertainty(
    1.0,
    "year",
    low=0.5,
    high=2.0,
    source=Assumed(
        "investors extrapolate, prices in one study (barberis_2015); that of revenue, and over how long, is assumed",
        "surveys of forecasts",
    ),
    label=("Growth expectation time", "增长预期时间"),
    doc="Time over which growth is extrapolated.",
)
valuation_time = uncertainty(
    0.5,
    "year",
    low=0.3,
    high=1.0,
    source=Assumed("markets follow news within months (barberis_2015)", "vendor value after earnings"),
    label=("Valuation adjustment time", "估值调整时间"),
    doc="Time in which market value follows fundamentals and confidence.",
)
valuation_anchor = uncertainty(
    6.0,
    "1",
    low=5.0,
    high=7.5,
    source=Assumed(
        "market value over AI capital was near 6 in 2018; in 2025, on capital of 250 to 500 bn USD, it was 9 to 18",
        "replacement cost of AI capital",
    ),
    label=("Valuation per dollar of AI capital", "估值与AI资本之比"),
    doc="Ratio of market value to AI capital at which valuation neither spurs nor slows spending.",
)
peak_time = constant(
    0.125,
    "year",
    low=0.125,
    high=0.125,
    source=Assumed("a value must stand for some weeks to be a peak", "nothing; a choice of measure"),
    label=("Time to make a peak", "峰值确认时间"),
    doc="Time for which a value must stand to count as the highest so far.",
)


@auxiliary("USD_bn/year", label=("AI accelerator sales elsewhere", "中国以外加速器销售"))
def accelerator_sales_elsewhere(us_spending, vendor_share_of_spending, rest_of_world_spending):
    """Accelerators and networks sold outside China."""
    return us_spending * vendor_share_of_spending * (1 + rest_of_world_spending)


@auxiliary("USD_bn/year", label=("Revenue outside China", "中国以外营收"))
def revenue_elsewhere(accelerator_sales_elsewhere, vendor_other_revenue, retaliation_cost, retaliation):
    """Vendor revenue from outside China, after what retaliation costs in output."""
    return (accelerator_sales_elsewhere + vendor_other_revenue) * (1 - retaliation_cost * retaliation)


@auxiliary("USD_bn/year", label=("Revenue that counts", "计入营收"))
def counted_revenue(revenue_elsewhere, china_cash_weight, china_vendor_revenue, displacement, licensed_sales):
    """Revenue on which markets and research budgets rest.

    An order from China adds what it pays less what it displaces elsewhere; both count as far as China's cash does.
    """
    return revenue_elsewhere + china_cash_weight * (china_vendor_revenue - displacement * licensed_sales)


@auxiliary("USD_bn/year", label=("Revenue that counted in 2018", "2018年计入营收"))
def initial_counted_revenue(
    initial_us_spending,
    vendor_share_of_spending,
    rest_of_world_spending,
    vendor_other_revenue,
    displacement,
    china_cash_weight,
    initial_budget,
    initial_domestic_preference,
):
    """Revenue that counted at the start, China's as far as its cash counts."""
    elsewhere = initial_us_spending * vendor_share_of_spending * (1 + rest_of_world_spending) + vendor_other_revenue
    china = initial_budget * (1 - initial_domestic_preference)
    return elsewhere + china_cash_weight * (1 - displacement) * china


def _counted_revenue_at_start(
    initial_us_spending,
    vendor_share_of_spending,
    rest_of_world_spending,
    vendor_other_revenue,
    displacement,
    china_cash_weight,
    initial_budget,
    initial_domestic_preference,
):
    return initial_counted_revenue(
        initial_us_spending,
        vendor_share_of_spending,
        rest_of_world_spending,
        vendor_other_revenue,
        displacement,
        china_cash_weight,
        initial_budget,
        initial_domestic_preference,
    )


@smooth(
    "USD_bn/year",
    time=growth_expectation_time,
    initial=_counted_revenue_at_start,
    label=("Revenue in memory", "记忆中的营收"),
    bounds=(0.0, 1e9),
)
def remembered_revenue(counted_revenue):
    """Counted revenue as it stood some time ago, against which markets see growth."""
    return counted_revenue


@auxiliary("1/year", label=("Expected growth", "预期增长"))
def expected_growth(counted_revenue, remembered_revenue, growth_expectation_time):
    """Growth of counted revenue that markets extrapolate."""
    return log(counted_revenue / remembered_revenue) / growth_expectation_time


@auxiliary("USD_bn", label=("What markets warrant", "市场所支持的市值"))
def warranted_valuation(
    counted_revenue,
    revenue_multiple,
    premium_of_confidence,
    confidence,
    initial_confidence,
    belief_strength,
    belief_on_valuation,
    belief,
    initial_belief,
    growth_premium,
    expected_growth,
):
    """Market value that revenue, its growth, confidence and the belief in indispensability together warrant.

    The multiple is that of the start, so that confidence and belief count as far as they have moved since.
    Left out: interest rates, mining and the business cycle, so that the rise of 2021 and the fall of 2022 are missed. What falls
    here falls from inside; what rates would bring comes on top under every regime.
    """
    story = premium_of_confidence * (confidence - initial_confidence)
    ceiling = belief_strength * belief_on_valuation * (belief - initial_belief)
    return counted_revenue * revenue_multiple * exp(story + ceiling + growth_premium * expected_growth)


def _valuation_at_start(
    revenue_multiple,
    initial_us_spending,
    vendor_share_of_spending,
    rest_of_world_spending,
    vendor_other_revenue,
    displacement,
    china_cash_weight,
    initial_budget,
    initial_domestic_preference,
):
    return revenue_multiple * initial_counted_revenue(
        initial_us_spending,
        vendor_share_of_spending,
        rest_of_world_spending,
        vendor_other_revenue,
        displacement,
        china_cash_weight,
        initial_budget,
        initial_domestic_preference,
    )


@stock(
    "USD_bn",
    initial=_valuation_at_start,
    label=("Vendor valuation", "厂商估值"),
)
def vendor_valuation(warranted_valuation, vendor_valuation, valuation_time):
    """Market value of the leading accelerator vendor; it closes the logarithmic gap to what is warranted."""
    return vendor_valuation * log(warranted_valuation / vendor_valuation) / valuation_time


@auxiliary("1", label=("Valuation ratio", "估值比"), source="haddad_2022")
def valuation_ratio(vendor_valuation, us_capital, valuation_anchor):
    """Market value against what AI capital in place would anchor; 1 is neutral, and building capital lowers it."""
    return vendor_valuation / us_capital / valuation_anchor


@outcome("USD_bn", direction="neutral", label=("Leading vendor's market value", "领先厂商市值"))
def us_ai_valuation(vendor_valuation):
    """Market value of one firm, the leading accelerator vendor; the theory reads from it how the American AI story is priced."""
    return vendor_valuation


@stock("USD_bn", initial=_valuation_at_start, label=("Highest vendor valuation", "厂商估值峰值"))
def highest_valuation(vendor_valuation, highest_valuation, peak_time):
    """Highest market value so far; a value must stand for some weeks to count."""
    return maximum(0, vendor_valuation - highest_valuation) / peak_time


@outcome("1", direction="neutral", label=("Fall from the peak", "距峰值跌幅"), bounds=SHARE)
def fall_from_peak(vendor_valuation, highest_valuation):
    """How far the leading vendor's market value stands below its highest so far."""
    return maximum(0, 1 - vendor_valuation / highest_valuation)
