"""The Chinese accelerator market in money: a budget, two sources of supply, and orders that turn home until sales clear."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, flow, outcome, smooth, stock, uncertainty
from dualtrack.language.expressions.ops import clip, maximum, minimum, power, where

_SALES = "sales of accelerators in China by vendor, product and price, by quarter"

leakage_strength = existence(
    source="cnas_chip_smuggling_2025",
    label=("Leakage", "管制泄漏"),
    doc="Rival H4: smuggling and rental abroad blunt every control.",
)
rank_floor = uncertainty(
    0.05,
    "1",
    low=0.02,
    high=0.1,
    source=Assumed("some old chips are always on sale", _SALES),
    label=("Rank that is always on sale", "常在售芯片等级"),
    doc="Rank of what can be bought even under full denial, so that choice stays defined.",
)
spill_over = uncertainty(
    0.7,
    "1",
    low=0.3,
    high=1.0,
    source=Assumed("firms without American chips waited, rented or turned to domestic ones; the split is unknown", _SALES),
    label=("Turning to domestic chips", "转向国产的比例"),
    doc="Share of buyers left without American chips who take domestic ones that work fully.",
)
smuggling_share = uncertainty(
    0.45,
    "1",
    low=0.1,
    high=0.9,
    source="cnas_chip_smuggling_2025",
    label=("Smuggling under full denial", "完全拒供下的走私比例"),
    doc="Share of denied demand that smuggling serves where leakage is full: some 140 thousand chips in 2024.",
)
order_lead_time = uncertainty(
    0.6,
    "year",
    low=0.3,
    high=1.0,
    source=Assumed(
        "two to four quarters from order to installed accelerators, as for servers", "orders and deliveries by quarter"
    ),
    label=("Lead time of orders", "订单交付时间"),
    doc="Time in which makers come to deliver to buyers who turn to them, or turn back.",
)
rule_free_share = uncertainty(
    0.4,
    "1",
    low=0.15,
    high=0.65,
    source=Assumed(
        "2.2 million American cards in 2025 (idc_2026_04) and no H20 after April: half of the second half's units, and a quarter "
        "of its value, needed no licence",
        "cards and billing by product and place, by quarter",
    ),
    label=("Demand that unlicensed chips serve", "免许可芯片可满足的需求"),
    doc="Share of legal demand that products below the thresholds can serve, while they are not far behind the frontier.",
)
scarcity_perception_time = uncertainty(
    0.25,
    "year",
    low=0.1,
    high=0.6,
    source=Assumed("delivery times are known within a quarter", _SALES),
    label=("Scarcity perception time", "短缺感知时间"),
    doc="Time in which buyers notice scarcity.",
)


@auxiliary("USD_bn/year", label=("Spending on smuggled chips", "走私芯片支出"), bounds=(0.0, 1e7))
def smuggled_spending(
    leakage_strength, smuggling_share, accelerator_budget, perceived_scarcity, licensed_chip_rank, domestic_preference
):
    """Spending on chips that pass round the rules; it answers what was denied before any leak."""
    denied = maximum(perceived_scarcity, 1 - licensed_chip_rank)
    return leakage_strength * smuggling_share * accelerator_budget * (1 - domestic_preference) * denied


@auxiliary("USD_bn/year", label=("Legal demand", "合法需求"))
def legal_demand(accelerator_budget, smuggled_spending):
    """Budget that seeks chips within the rules."""
    return accelerator_budget - smuggled_spending


@auxiliary("USD_bn/year", label=("Demand for domestic chips", "国产芯片需求"))
def domestic_demand(accelerator_budget, domestic_preference, domestic_procurement_mandate, legal_demand):
    """Spending that seeks domestic chips, by preference or mandate, whichever asks for more; smuggling takes none of it."""
    return maximum(accelerator_budget * domestic_preference, legal_demand * domestic_procurement_mandate)


@auxiliary("USD_bn/year", label=("Supply of licensed chips", "许可芯片供给"))
def licensed_supply(offered_supply, acceptance):
    """Value of American chips that rules on both sides let in; acceptance is a share of it, so half a refusal halves it."""
    return offered_supply * acceptance


@auxiliary("USD_bn/year", label=("Domestic capacity in money", "国产产能价值"))
def domestic_supply(domestic_chip_capacity, domestic_chip_price):
    """Value of what domestic makers can deliver."""
    return domestic_chip_capacity * domestic_chip_price


@smooth("USD_bn/year", time=order_lead_time, initial=0, label=("Orders turned home", "转向国产的订单"), bounds=(0.0, 1e7))
def turned_orders(legal_demand, domestic_demand, licensed_sales, spill_over, domestic_chip_rank, rank_floor):
    """Orders of buyers left without American chips, as domestic makers come to serve them.

    A buyer who gets no American chip takes a domestic one only as far as it works; the rest go without.
    """
    unserved = maximum(0, legal_demand - domestic_demand - licensed_sales)
    return unserved * spill_over * domestic_chip_rank / (domestic_chip_rank + rank_floor)


@auxiliary("USD_bn/year", label=("Domestic sales", "国产销售额"))
def domestic_sales(domestic_supply, domestic_demand, legal_demand, turned_orders):
    """Domestic chips sold: to those who seek them, and to those who turned to them for want of American ones."""
    return minimum(minimum(domestic_supply, legal_demand), domestic_demand + turned_orders)


@auxiliary("USD_bn/year", label=("American chips wanted", "美系芯片需求"))
def american_wanted(legal_demand, domestic_sales, domestic_procurement_mandate):
    """American chips that buyers would put to work: all that domestic makers do not serve, but for what a mandate reserves."""
    return minimum(legal_demand - domestic_sales, legal_demand * (1 - domestic_procurement_mandate))


@stock("1", initial=1, label=("Open pipeline", "供货管线"), bounds=SHARE, source="nvidia_quarter_2025_05")
def open_pipeline(licensed_supply, american_wanted, legal_demand, open_pipeline, scarcity_perception_time, order_lead_time):
    """Part of what buyers ask for that vendors have set themselves to deliver.

    Orders that may not be filled are cancelled within a quarter, as in April 2025; a line that was stopped takes its lead time.
    Where nobody asks, the line stands by for the part of demand that would be let through.
    """
    asked, allowed = american_wanted / legal_demand, licensed_supply / legal_demand
    gap = minimum(1, allowed / where(asked, asked, 1)) - open_pipeline
    return gap / where(gap, order_lead_time, scarcity_perception_time)


@auxiliary("USD_bn/year", label=("Licensed sales", "许可芯片销售额"))
def licensed_sales(american_wanted, open_pipeline, licensed_supply):
    """Licensed chips delivered: as the pipeline stands, and no more than both governments let through.

    So a stop is felt at once, and an opening late.
    """
    return minimum(american_wanted * open_pipeline, licensed_supply)


@auxiliary("USD_bn/year", label=("Supply offered under licence", "许可可供量"))
def offered_supply(
    chip_volume_ceiling,
    pressed_opening,
    accelerator_sales_elsewhere,
    legal_demand,
    licence_rank,
    rule_free_rank,
    rule_free_share,
    rank_floor,
):
    """Value of American chips that American rules alone would let be sold, up to demand; it goes to zero with the rank allowed.

    Pressure opens volume too. What needs no licence serves part of demand whatever becomes of licences, until the frontier has
    left it behind.
    """
    ceiling = chip_volume_ceiling + (1 - chip_volume_ceiling) * pressed_opening
    licensed = minimum(ceiling * accelerator_sales_elsewhere, legal_demand) * clip(licence_rank / rank_floor, 0, 1)
    return maximum(licensed, rule_free_share * legal_demand * clip(rule_free_rank / rank_floor, 0, 1))


@auxiliary("USD_bn/year", label=("Legal sales", "合法销售额"))
def legal_sales(domestic_sales, licensed_sales):
    """Accelerators sold in China within the rules, of either root."""
    return domestic_sales + licensed_sales


@auxiliary("1", label=("Scarcity", "短缺程度"), bounds=SHARE)
def scarcity(legal_demand, legal_sales):
    """Share of legal demand that nobody serves."""
    return 1 - legal_sales / legal_demand


@smooth("1", time=scarcity_perception_time, initial=0, label=("Perceived scarcity", "感知短缺"), bounds=SHARE)
def perceived_scarcity(scarcity):
    """Scarcity as buyers notice it."""
    return scarcity


@flow("chip/year", label=("Domestic chips sold", "国产芯片销量"))
def domestic_chips_sold(domestic_sales, domestic_chip_price):
    """Domestic accelerators sold a year."""
    return domestic_sales / domestic_chip_price


@flow("chip/year", label=("Licensed chips sold", "许可芯片销量"))
def licensed_chips_sold(
    licensed_sales,
    reference_chip_price,
    licensed_chip_performance,
    reference_performance,
    rank_floor,
    frontier_performance,
    price_performance_exponent,
):
    """American accelerators sold under licence a year; older chips stand in where the best licensed one is very weak."""
    performance = maximum(licensed_chip_performance, rank_floor * frontier_performance)
    return licensed_sales / (reference_chip_price * power(performance / reference_performance, price_performance_exponent))


@flow("chip/year", label=("Smuggled chips", "走私芯片数"))
def smuggled_chips(smuggled_spending, frontier_chip_price):
    """Accelerators of the frontier that reach China round the rules, a year."""
    return smuggled_spending / frontier_chip_price


@auxiliary("USD_bn/year", label=("Vendors' Chinese revenue", "厂商在华营收"))
def china_vendor_revenue(licensed_sales, chip_levy):
    """Revenue that American vendors keep from licensed sales."""
    return licensed_sales * (1 - chip_levy)


@auxiliary("1", label=("Chinese revenue forgone", "放弃的中国营收"), bounds=SHARE)
def china_revenue_forgone(offered_chip_rank):
    """Share of possible Chinese revenue that American rules forgo, whatever Chinese buyers wish."""
    return 1 - offered_chip_rank


@outcome("1", direction="neutral", label=("Domestic share of accelerators sold", "国产加速器销量占比"), bounds=SHARE)
def domestic_unit_share(domestic_chips_sold, licensed_chips_sold, smuggled_chips):
    """Domestic share of accelerators sold in China, by units."""
    return domestic_chips_sold / (domestic_chips_sold + licensed_chips_sold + smuggled_chips)


@outcome("1", direction="neutral", label=("Domestic share of accelerator spending", "国产加速器支出占比"), bounds=SHARE)
def domestic_spending_share(domestic_sales, licensed_sales, smuggled_spending):
    """Domestic share of what Chinese buyers spend on accelerators."""
    return domestic_sales / (domestic_sales + licensed_sales + smuggled_spending)


@outcome("1", direction="neutral", label=("China's share of vendor revenue", "中国占厂商营收比重"), bounds=SHARE)
def china_revenue_share(china_vendor_revenue, revenue_elsewhere):
    """Share of vendors' revenue that comes from China."""
    return china_vendor_revenue / (china_vendor_revenue + revenue_elsewhere)
