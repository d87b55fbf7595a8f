"""Signs on the day in the market for chips: what dials, refusals, mandates, fabs and banks do to what is offered and sold."""

from dualtrack.language.statements.reality_check import Fixed, Response, Sweep

STEPS = (0.0, 0.5, 1.0)
FINE = (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)

CHIPS = (
    Response(
        (
            "A better chip allowed is never worse on offer, never less reachable, and denies no more.",
            "放宽芯片等级不会使供给变差，断供也不会加重。",
        ),
        Sweep("chip_frontier_share_ceiling", FINE),
        "higher",
        ("licensed_chip_rank", "offered_chip_rank", "licensed_sales", "-1 * denial"),
    ),
    Response(
        (
            "What may be bought is not smuggled: a better licensed chip never raises smuggling.",
            "能买则不走私：放宽等级不增加走私。",
        ),
        Sweep("chip_frontier_share_ceiling", FINE),
        "lower",
        ("smuggled_spending",),
    ),
    Response(
        (
            "A higher volume ceiling never lowers what is offered or sold, nor raises denial.",
            "提高数量上限不减少供给与销售，也不加重断供。",
        ),
        Sweep("chip_volume_ceiling", FINE),
        "higher",
        ("offered_supply", "licensed_sales", "-1 * denial"),
    ),
    Response(
        ("A higher absolute ceiling never allows a worse chip.", "提高绝对上限不会使可售芯片变差。"),
        Sweep("chip_performance_ceiling", (0.0, 0.1, 0.5, 2.0, 100.0)),
        "higher",
        ("licensed_chip_rank",),
    ),
    Response(
        ("A refusal never raises licensed sales.", "拒购不会增加许可销售。"),
        Sweep("import_refusal", FINE),
        "lower",
        ("licensed_sales", "licensed_supply", "china_vendor_revenue"),
    ),
    Response(
        (
            "A refusal is Beijing's own and no denial: it changes nothing that Washington offers.",
            "拒购出自中方，并非断供：不改变美方所供。",
        ),
        Sweep("import_refusal", FINE),
        "unchanged",
        ("denial", "offered_supply", "licensed_chip_rank", "china_revenue_forgone"),
    ),
    Response(
        ("Buyers turned away from American chips never buy fewer domestic ones.", "被拒于美系芯片的买家不会少买国产。"),
        Sweep("import_refusal", FINE),
        "higher",
        ("rate(turned_orders)",),
    ),
    Response(
        ("A gate that shuts never lets more in, and never has more delivered.", "闸门收紧不会放进更多，也不会交付更多。"),
        Sweep("closed_gate", FINE),
        "lower",
        ("acceptance", "licensed_sales"),
    ),
    Response(
        (
            "A higher levy never raises what vendors keep, nor what markets and research rest on.",
            "提高征费不会增加厂商留存，也不增加估值与研发所依。",
        ),
        Sweep("chip_levy", STEPS),
        "lower",
        ("vendor_revenue_from_china", "counted_revenue", "warranted_valuation", "desired_us_research"),
    ),
    Response(
        ("A levy falls on the vendor and moves no chip by itself.", "征费由厂商承担，本身不改变芯片流向。"),
        Sweep("chip_levy", STEPS),
        "unchanged",
        ("licensed_sales", "domestic_sales", "smuggled_spending", "usable_compute"),
    ),
    Response(
        ("A mandate never lowers domestic sales.", "采购要求不会减少国产销售。"),
        Sweep("domestic_procurement_mandate", FINE),
        "higher",
        ("domestic_sales", "domestic_demand"),
    ),
    Response(
        ("A mandate never raises licensed sales.", "采购要求不会增加许可销售。"),
        Sweep("domestic_procurement_mandate", FINE),
        "lower",
        ("licensed_sales",),
    ),
    Response(
        ("Buyers who turn to domestic chips never smuggle more American ones.", "买家转向国产不会增加走私。"),
        Sweep("domestic_preference", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        "lower",
        ("smuggled_spending",),
    ),
    Response(
        ("Buyers who turn to domestic chips never buy fewer of them.", "买家转向国产不会减少国产销售。"),
        Sweep("domestic_preference", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        "higher",
        ("domestic_demand", "domestic_sales"),
    ),
    Response(
        ("A bigger budget never buys less of either root.", "预算增加不会减少任何一系的购买。"),
        Sweep("accelerator_budget", (0.1, 1.0, 10.0, 100.0, 1000.0)),
        "higher",
        ("domestic_sales", "licensed_sales", "smuggled_spending"),
    ),
    Response(
        (
            "Memory let in never lowers the rank, the supply or the sales of domestic chips.",
            "放开内存不会降低国产芯片的等级、供给与销售。",
        ),
        Sweep("memory_access", FINE),
        "higher",
        ("domestic_chip_rank", "domestic_supply", "domestic_sales"),
        given=(Fixed("sliding_scale", 0.0),),
    ),
    Response(
        (
            "Foundries let in never lower the rank, the supply or the sales of domestic chips.",
            "放开代工不会降低国产芯片的等级、供给与销售。",
        ),
        Sweep("foundry_access", FINE),
        "higher",
        ("domestic_chip_rank", "offshore_dies_on_offer", "domestic_supply", "domestic_sales"),
        given=(Fixed("sliding_scale", 0.0),),
    ),
    Response(
        ("Mainland foundries free to upgrade never offer fewer dies.", "大陆厂可升级不会减少裸片供给。"),
        Sweep("mainland_foundry_access", FINE),
        "higher",
        ("offshore_dies_on_offer", "offshore_die_supply"),
    ),
    Response(
        ("Domestic chips that give more for the money are never wished for less.", "国产芯片更划算不会降低购买意愿。"),
        Sweep("domestic_price_performance", (0.1, 0.5, 1.0, 2.0)),
        "higher",
        ("wished_domestic_share", "rate(domestic_preference)"),
    ),
    Response(
        ("What several passes cost in yield never yields more chips.", "多重曝光的良率损失不会增加芯片。"),
        Sweep("multipatterning_penalty", (0.1, 0.35, 0.6)),
        "lower",
        ("advanced_yield", "domestic_die_supply"),
    ),
    Response(
        ("More wafers never make fewer chips, nor less memory.", "晶圆增加不会减少芯片与内存。"),
        Sweep("advanced_wafers", (1e3, 1e4, 1e5, 1e6)),
        "higher",
        ("domestic_die_supply", "domestic_memory_supply", "domestic_chip_capacity", "domestic_sales"),
    ),
    Response(
        ("A fuller bank of dies never makes fewer chips.", "裸片库存增加不会减少产出。"),
        Sweep("die_bank", (0.0, 1e4, 1e6)),
        "higher",
        ("dies_drawn", "domestic_chip_capacity", "domestic_sales"),
    ),
    Response(
        ("A fuller bank of memory never makes fewer chips.", "内存库存增加不会减少产出。"),
        Sweep("memory_bank", (0.0, 1e4, 1e6, 1e8)),
        "higher",
        ("memory_drawn", "domestic_chip_capacity", "domestic_sales"),
    ),
    Response(
        ("Risk that is seen never lowers what is hoarded of what is on offer.", "感知风险上升不会减少囤积。"),
        Sweep("perceived_risk", STEPS),
        "higher",
        ("dies_hoarded", "memory_hoarded"),
    ),
    Response(
        (
            "Leaks never lower smuggling.",
            "泄漏不会减少走私。",
        ),
        Sweep("leakage_strength", STEPS),
        "higher",
        ("smuggled_spending",),
    ),
    Response(
        ("Computing abroad let for rent never lowers rental.", "放开海外租用不会减少租用。"),
        Sweep("cloud_access", STEPS),
        "higher",
        ("rate(rented_compute)",),
    ),
    Response(
        ("Remote control that works never leaves more computing under a cut-off.", "远程控制若有效，断供时可用算力不会更多。"),
        Sweep("remote_control", STEPS),
        "lower",
        ("working_us_compute", "usable_compute", "compute_kept"),
        given=(Fixed("cut_off", 1.0),),
    ),
    Response(
        ("Remote control stops nothing until there is a cut-off.", "未断供则远程控制不停用任何算力。"),
        Sweep("remote_control", STEPS),
        "unchanged",
        ("working_us_compute", "usable_compute", "licensed_sales"),
        given=(Fixed("cut_off", 0.0),),
    ),
    Response(
        ("A cut-off never adds to what China can use, buy or do on the day.", "断供当日不会增加可用算力、许可销售与含准入能力。"),
        Sweep("cut_off", (0.0, 1.0)),
        "lower",
        ("usable_compute", "licensed_sales", "capability_with_access", "domestic_chip_rank"),
    ),
    Response(
        ("A cut-off changes nothing on the day in what the chain can do alone.", "断供当日不改变自主能力。"),
        Sweep("cut_off", (0.0, 1.0)),
        "unchanged",
        ("independent_capability", "accelerator_budget", "running_us_share"),
    ),
)
