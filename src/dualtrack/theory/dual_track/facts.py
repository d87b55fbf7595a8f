"""Twenty-eight facts the theory answers for; those fed in or used to set a number are marked and not counted as tests.

Numbers of the record are read from it, not typed again; F19 and F25 to F28 are held out and set no parameter.
"""

from dualtrack.language.statements.ledger import Change, Check, Fact, Level, Moment, Observed, Stated

FACTS = (
    Fact(
        "F1",
        ("Domestic chips reach two fifths of accelerators sold in 2025.", "2025年国产加速器约占销量四成。"),
        "level",
        (
            Check(
                Level("domestic_unit_share", 2024.0, 2025.0), "within", Observed("china_accelerator_domestic_share", 2024), 0.08
            ),
            Check(
                Level("domestic_unit_share", 2025.0, 2026.0), "within", Observed("china_accelerator_domestic_share", 2025), 0.08
            ),
        ),
    ),
    Fact(
        "F2",
        ("The domestic share rises fastest in 2025.", "国产占比在2025年上升最快。"),
        "timing",
        (Check(Moment("domestic_unit_share", "fastest_rise", 2023.0, 2026.5), "within", Stated(2025.5, "idc_2026_01"), 0.5),),
    ),
    Fact(
        "F3",
        ("By value, domestic chips held about a fifth in 2023.", "按金额，2023年国产约占两成。"),
        "level",
        (
            Check(
                Level("domestic_spending_share", 2023.0, 2024.0),
                "within",
                Observed("china_accelerator_domestic_share_value", 2023),
                0.1,
            ),
        ),
    ),
    Fact(
        "F4",
        ("China's share of vendor revenue falls to about a twentieth by late 2025.", "2025年末中国占厂商营收约二十分之一。"),
        "level",
        (
            Check(
                Level("china_revenue_share", 2024.0, 2025.0), "within", Observed("nvidia_china_revenue_share_billing", 2024), 0.04
            ),
            Check(Level("china_revenue_share", 2025.6, 2025.9), "within", Stated(0.05, "nvidia_q3_2025_11"), 0.04),
        ),
    ),
    Fact(
        "F5",
        ("H200 licences of 2026 go without deliveries by midyear.", "2026年H200许可至年中未交付。"),
        "reaction",
        (
            Check(
                Level("licensed_sales", 2026.1, 2026.5, per="offered_supply"),
                "at_most",
                Stated(0.15, "h200_status_2026"),
                0.15,
            ),
        ),
    ),
    Fact(
        "F6",
        ("Guidance against purchases follows alarm over remote control in mid-2025.", "2025年中远程控制引发警惕后出现拒购引导。"),
        "timing",
        (
            Check(
                Moment("closed_gate", "fastest_rise", 2023.0, 2026.8),
                "within",
                Stated(2025.6, "cyberspace_summons_2025_07"),
                0.3,
            ),
        ),
    ),
    Fact("F7", ("Rules reserve purchases for domestic products in late 2025.", "2025年末采购规则保留给国产。"), "input", ()),
    Fact(
        "F8",
        ("Equipment self-sufficiency rises from a quarter to a third in a year.", "设备自给率一年内由四分之一升至三分之一。"),
        "level",
        (
            Check(Level("home_market_share.equipment", 2024.0, 2025.0), "within", Stated(0.25, "equipment_share_2026_01"), 0.08),
            Check(Level("home_market_share.equipment", 2025.0, 2026.0), "within", Stated(0.35, "equipment_share_2026_01"), 0.08),
            Check(
                Level("home_market_share.lithography", 2024.0, 2025.0), "at_most", Stated(0.15, "equipment_report_2024_10"), 0.05
            ),
        ),
    ),
    Fact(
        "F9",
        ("Memory is hoarded before the rule of December 2024.", "2024年12月规则前囤积内存。"),
        "parameter",
        (Check(Moment("memory_bank", "peak", 2023.0, 2026.5), "within", Stated(2025.0, "semianalysis_ascend_2025_09"), 0.3),),
    ),
    Fact(
        "F10",
        ("Memory, not demand, limits domestic accelerators in 2026.", "2026年限制国产加速器的是内存而非需求。"),
        "parameter",
        (
            Check(
                Level("chips_by_memory", 2026.5, per="chips_by_dies"), "at_most", Stated(1.0, "semianalysis_ascend_2025_09"), 0.3
            ),
        ),
    ),
    Fact(
        "F11",
        (
            "China holds about a twentieth of the world's AI computing in early 2026, and falling.",
            "2026年初中国约占世界AI算力二十分之一且下降。",
        ),
        "level",
        (
            Check(Level("compute_share", 2026.0, 2026.3), "within", Stated(0.05, "epoch_chip_owners_2026_04", 0.03, 0.1), 0.02),
            Check(Change("compute_share", 2024.0, 2026.0), "at_most", Stated(0.0, "epoch_chip_owners_2026_04"), 0.02),
        ),
    ),
    Fact(
        "F12",
        ("About 140 thousand chips are smuggled in 2024.", "2024年约14万颗芯片走私。"),
        "parameter",
        (Check(Level("smuggled_chips", 2024.0, 2025.0), "within", Observed("smuggled_accelerators", 2024), 10000.0),),
    ),
    Fact(
        "F13",
        ("Renting abroad rises after April 2025.", "2025年4月后海外租用上升。"),
        "direction",
        (Check(Change("rented_compute", 2025.25, 2026.0), "at_least", Stated(0.0, "offshore_training_2025_11"), 1000.0),),
    ),
    Fact(
        "F14",
        (
            "Chinese capital spending dips for lack of chips in late 2025 and recovers in early 2026.",
            "2025年末中国资本开支因缺芯回落，2026年初回升。",
        ),
        "reaction",
        (
            Check(Change("legal_sales", 2025.0, 2025.75, relative=True), "at_most", Stated(0.0, "tencent_capex_2025_12"), 0.2),
            Check(Change("legal_sales", 2025.75, 2026.25, relative=True), "at_least", Stated(0.0, "tencent_capex_2025_12"), 0.2),
        ),
    ),
    Fact(
        "F15",
        ("Chinese models trail by about seven months, steadily since 2023.", "自2023年起中国模型稳定滞后约七个月。"),
        "level",
        (
            Check(Level("model_lag", 2023.0, 2026.0), "within", Stated(7.0, "epoch_model_lag_2026_01", 4.0, 14.0), 4.0),
            Check(Change("model_lag", 2023.0, 2026.0), "within", Stated(0.0, "epoch_model_lag_2026_01"), 4.0),
        ),
    ),
    Fact(
        "F16",
        ("The shock of January 2025 hits the valuation and is made good within months.", "2025年1月冲击估值，数月内恢复。"),
        "reaction",
        (
            Check(Moment("efficiency_surprise", "peak", 2024.0, 2026.0), "within", Stated(2025.1, "ai_bubble_2025"), 0.3),
            Check(Change("vendor_valuation", 2025.0, 2025.75, relative=True), "at_least", Stated(0.0, "ai_bubble_2025"), 0.1),
        ),
    ),
    Fact(
        "F17",
        ("China's revenue share collapses while the valuation reaches new heights.", "中国营收占比骤降而估值创新高。"),
        "direction",
        (
            Check(Change("china_revenue_share", 2024.0, 2026.0), "at_most", Stated(0.0, "nvidia_q3_2025_11"), 0.02),
            Check(Change("vendor_valuation", 2024.0, 2026.0, relative=True), "at_least", Stated(0.5, "ai_bubble_2025"), 0.5),
        ),
    ),
    Fact(
        "F18",
        ("Doubt over returns stands beside spending that is not cut.", "回报存疑而开支未减。"),
        "reaction",
        (
            Check(Level("return_shortfall", 2025.5, 2026.5), "at_least", Stated(0.5, "mit_pilots_2025_08"), 0.2),
            Check(Change("us_spending", 2025.5, 2026.5, relative=True), "at_least", Stated(0.0, "capex_luminix_2026"), 0.2),
        ),
    ),
    Fact("F19", ("The Manus deal is reviewed and ordered undone.", "Manus交易被审查并责令撤销。"), "input", (), held_out=True),
    Fact(
        "F20",
        ("A port from American to domestic chips takes about a year.", "从美系迁往国产芯片约需一年。"),
        "timing",
        (
            Check(
                Change("readiness.software", 2025.5, 2026.35, relative=True),
                "at_least",
                Stated(0.0, "deepseek_ascend_2025_08"),
                0.05,
            ),
            Check(Change("running_us_share", 2025.5, 2026.35), "at_most", Stated(-0.05, "deepseek_ascend_2025_08"), 0.05),
        ),
    ),
    Fact(
        "F21",
        ("Private money turns to chips after October 2022.", "2022年10月后民间资金转向芯片。"),
        "direction",
        (
            Check(Change("private_root_share", 2022.75, 2024.75), "at_least", Stated(0.0, "big_fund_three_2025"), 0.05),
            Check(Change("root_funding", 2022.0, 2026.0, relative=True), "at_least", Stated(0.0, "big_fund_three_2025"), 0.2),
        ),
    ),
    Fact("F22", ("A stop of design software hits its vendors' shares.", "设计软件断供冲击相关股价。"), "input", ()),
    Fact(
        "F23",
        ("Listed firms under control raise research by about a sixth.", "受管制上市公司研发约增六分之一。"),
        "parameter",
        (),
    ),
    Fact("F24", ("Fab waivers give way to annual licences without upgrades.", "晶圆厂豁免改为不可升级的年度许可。"), "input", ()),
    Fact(
        "F25",
        (
            "Sales of the leading vendor in the quarter to October 2026 stand nine tenths above a year before, by its guidance.",
            "按其指引，领先厂商截至2026年10月的季度营收比一年前高九成。",
        ),
        "level",
        (
            Check(
                Change("revenue_elsewhere", 2025.75, 2026.75, relative=True),
                "within",
                Stated(0.89, "nvidia_guidance_2026_08", 0.86, 0.93),
                0.25,
            ),
        ),
        held_out=True,
    ),
    Fact(
        "F26",
        (
            "Chinese models trail by eight months in May 2026, as the American evaluator finds.",
            "据美方评测，2026年5月中国模型落后八个月。",
        ),
        "level",
        (Check(Level("model_lag", 2026.33), "within", Stated(8.0, "caisi_2026_05"), 4.0),),
        held_out=True,
    ),
    Fact(
        "F27",
        (
            "Thirteen Chinese firms put 139 billion dollars into AI in 2026 by a forecast, a good part of it into accelerators.",
            "据9月预测，13家中国企业2026年AI资本开支为1390亿美元，其中相当部分用于加速器。",
        ),
        "level",
        (
            Check(Level("accelerator_budget", 2026.0, 2027.0), "at_most", Stated(104.0, "rhodium_financing_2026_09"), 20.0),
            Check(Level("accelerator_budget", 2026.0, 2027.0), "at_least", Stated(35.0, "rhodium_financing_2026_09"), 7.0),
        ),
        held_out=True,
    ),
    Fact(
        "F28",
        (
            "Smuggling from 2023 to 2025 is at least what shipments on paper show.",
            "2023至2025年的走私不少于有单据可查者。",
        ),
        "level",
        (Check(Level("smuggled_spending", 2023.0, 2026.0), "at_least", Stated(0.0045, "c4ads_2026_09"), 0.0022),),
        held_out=True,
    ),
)
