"""How the theory is shown: levers under the government that holds them, sectors by name, groups of numbers, and headlines."""

from dualtrack.language.statements.display import Display, Headline, LeverGroup
from dualtrack.theory.dual_track.argument_drawn import ARGUMENT_MAP
from dualtrack.theory.dual_track.argument_told import ARGUMENT, ASKED, FINDINGS, READ_AT, TOUR
from dualtrack.theory.dual_track.claims.claim_runs import TAKEN_UP
from dualtrack.theory.dual_track.lever_scales import SCALES, TOGETHER
from dualtrack.theory.dual_track.levers_worded import SIDES, WORDED
from dualtrack.theory.dual_track.meanings import MEANINGS

GROUPS = (
    LeverGroup(
        "us_chips",
        ("US government: chips", "美国政府：芯片"),
        (
            "chip_performance_ceiling",
            "chip_frontier_share_ceiling",
            "chip_volume_ceiling",
            "rule_free_sales",
            "chip_levy",
            "sliding_scale",
        ),
    ),
    LeverGroup(
        "us_inputs",
        ("US government: memory, tools, design and foundries", "美国政府：内存、设备、设计软件与代工"),
        (
            "memory_access",
            "tool_access",
            "eda_access",
            "foundry_access",
            "korean_fab_access",
            "mainland_foundry_access",
        ),
    ),
    LeverGroup(
        "us_reach",
        ("US government: computing abroad, control and rules", "美国政府：海外算力、控制与规则"),
        (
            "cloud_access",
            "remote_control",
            "process_data_control",
            "cloud_licence_control",
            "cut_off",
            "rules_react",
        ),
    ),
    LeverGroup(
        "china_purchases",
        ("Chinese government: purchases and deals", "中国政府：采购与交易"),
        (
            "domestic_procurement_mandate",
            "domestic_tool_mandate",
            "import_refusal",
            "deal_review",
        ),
    ),
    LeverGroup(
        "china_roots",
        ("Chinese government: technology roots", "中国政府：技术根"),
        (
            "root_fund_commitments",
            "root_refocus",
            "root_recognition",
            "beijing_reacts",
        ),
    ),
    LeverGroup(
        "layers",
        ("Chinese government: focus on single layers", "中国政府：对单层聚焦"),
        ("layer_focus",),
    ),
)
"""Every lever by declared name; the last group points funding at single layers."""

AT_WORK = {
    "rule_free_sales": ("2023_10_17_performance_rule",),
    "sliding_scale": ("2025_07_15_stack_dependence_remarks",),
    "cut_off": (
        "2025_04_09_h20_licence_requirement",
        "2025_05_23_design_software_halt",
    ),
    "rules_react": (
        "2025_07_02_design_software_released",
        "2025_10_09_gain_act_in_senate",
        "2025_12_07_gain_act_dropped",
    ),
    "import_refusal": (
        "2025_08_21_h20_discouraged",
        "2026_01_14_h200_stopped_at_customs",
        "2026_05_17_no_h200_delivered",
    ),
    "root_refocus": (
        "2024_05_24_big_fund_three",
        "2025_12_26_national_venture_fund",
    ),
    "beijing_reacts": (
        "2019_10_22_big_fund_two",
        "2024_05_24_big_fund_three",
    ),
}

SECTOR_WORDS = {
    "units": ("Units", "单位"),
    "layers": ("Layers of the stack", "技术栈各层"),
    "policy": ("Rules of Washington", "美方规则"),
    "china": ("Rules of Beijing", "中方规则"),
    "reaction": ("China's reaction", "中国的反应"),
    "access": ("Access", "供给放开"),
    "denial": ("Denied inputs", "断供"),
    "frontier": ("The frontier", "前沿"),
    "narrative": ("The AI story", "AI叙事"),
    "spending": ("AI spending", "AI开支"),
    "valuation": ("Valuation", "估值"),
    "prices": ("Prices and budgets", "价格与预算"),
    "choice": ("What buyers wish", "买家意愿"),
    "market": ("The accelerator market", "加速器市场"),
    "fabs": ("Fabs", "晶圆厂"),
    "production": ("Production", "生产"),
    "banks": ("Hoarded dies and memory", "囤积的裸片与内存"),
    "compute": ("Computing power", "算力"),
    "applications": ("Applications", "应用"),
    "proof": ("Proof", "验证"),
    "dependence": ("Dependence", "依赖"),
    "allocation": ("Talent", "人才"),
    "funding": ("Funding", "资金"),
    "learning": ("Learning", "学习"),
    "lithography": ("Lithography", "光刻"),
    "readiness": ("Readiness of the layers", "各层就绪度"),
    "capability": ("Capability", "能力"),
    "belief": ("Belief", "信念"),
    "openness": ("Open work", "开放成果"),
    "dividends": ("Dividends and cut-offs", "红利与断供"),
    "aims": ("Aims of the two governments", "两国政府的目标"),
}

CAPABILITY = "independent_capability"
HEADLINES = (
    Headline(("near-embargo's lag behind free trade", "近乎禁运相对自由贸易的滞后"), CAPABILITY, "near_embargo", "free_trade"),
    Headline(
        ("the lag if Beijing takes it up", "中方接受时的滞后"),
        CAPABILITY,
        "limited_opening",
        "near_embargo",
        (("refusal_strength", 0.0),),
    ),
    Headline(("the level in 2040", "2040年的水平"), CAPABILITY, "limited_opening"),
)
"""What is asked of the groups: how far the ends of policy differ, what the opening adds where it is taken up, and the level."""

FIRST_EDITION = (
    "the first edition's test: regret among five fixed regimes, no upper bound on that among all",
    "沿用第一版检验：仅比较五种固定情景间的遗憾值，并非全部情景下遗憾值的上界",
)
REMARKS = {"P5": FIRST_EDITION, "C5": FIRST_EDITION}

PATHS = (
    CAPABILITY,
    "readiness.lithography",
    "readiness.software",
    "running_us_share",
    "domestic_unit_share",
    "acceptance",
    "root_talent_share",
    "us_ai_valuation",
    "confidence",
    "compute_share",
)

TITLE = ("Dual track: a laboratory of chips, AI and two technology tracks", "双轨：芯片、人工智能与两条技术路线的实验室")
HEADING = ("Two tracks: what follows from which rules", "双轨：何种规则带来何种结果")
LEAD = (
    "Move the rules of both governments, or the assumptions behind them, and see what follows: with uncertainty, beside the "
    "record, and with a verdict on each claim. It takes no side, and it is no forecast.",
    "调整两国政府的规则或其背后的假设，查看由此产生的结果：附不确定性，与历史记录对照，并对每项主张作出判定。本页不持立场，也不是预测。",
)
LIMITS = (
    (
        "Left out are business cycles, elections, wars, and single firms beside the leading vendor.",
        "未包含经济周期、选举、战争，以及领先厂商之外的单个企业。",
    ),
    (
        "Everything is national, in steps of a sixteenth of a year; regions, firms and what passes within weeks are averaged.",
        "一切以国家为单位计算，步长为十六分之一年；地区、企业与数周之内的变化均被平均。",
    ),
    ("The record is short: most of it covers 2022 to 2026.", "记录很短：多数只覆盖2022至2026年。"),
)

DISPLAY = Display(
    groups=GROUPS,
    at_work=AT_WORK,
    sectors=SECTOR_WORDS,
    meanings=MEANINGS,
    headlines=HEADLINES,
    asked_again=TAKEN_UP,
    remarks=REMARKS,
    paths=PATHS,
    title=TITLE,
    heading=HEADING,
    lead=LEAD,
    limits=LIMITS,
    path_regimes=("near_embargo", "limited_opening", "broad_opening", "free_trade", "breakout"),
    scales=SCALES,
    together=TOGETHER,
    question=ASKED,
    read_at=READ_AT,
    findings=FINDINGS,
    argument=ARGUMENT,
    argument_map=ARGUMENT_MAP,
    tour=TOUR,
    sides=SIDES,
    worded=WORDED,
)
