"""What must stay still: without its mechanism a cause changes nothing in any later year, and after a cut-off no dial does."""

from dualtrack.language.statements.reality_check import Fixed, Response, Sweep, Switches

FROM = 2027.0
CUT = 2029.0
MAIN = (
    "independent_capability",
    "capability_with_access",
    "us_ai_valuation",
    "dependence",
    "application_earnings",
    "root_talent_share",
    "root_capital_share",
)
TRACKS = ("independent_capability", "readiness", "root_talent_share", "root_capital_share", "us_ai_valuation")
DIALS = (
    ("chip_frontier_share_ceiling", "chips relative to the frontier", "相对前沿的芯片"),
    ("chip_performance_ceiling", "chip performance", "芯片性能"),
    ("chip_volume_ceiling", "chip volume", "芯片数量"),
    ("rule_free_sales", "chips below the thresholds", "门槛以下芯片"),
    ("chip_levy", "the levy", "征费"),
    ("sliding_scale", "the sliding scale", "浮动上限"),
    ("memory_access", "memory", "内存"),
    ("tool_access", "tools", "设备"),
    ("eda_access", "design software", "设计软件"),
    ("cloud_access", "computing abroad", "海外算力"),
    ("foundry_access", "foundries", "代工"),
    ("korean_fab_access", "Korean memory fabs", "韩企存储厂"),
    ("mainland_foundry_access", "mainland foundries", "大陆代工厂"),
)
ALL_OFF = (Switches(0.0),)
CUT_OFF = (Fixed("cut_off", 1.0, CUT), Fixed("rules_react", 0.0, CUT))


def _without(words, change, *held, values=MAIN):
    """Without these mechanisms, or these levers, the change is felt nowhere."""
    return Response(words, change, "unchanged", values, given=tuple(Fixed(name, 0.0) for name in held), lasting=True)


def _accounts(words, lever, high=1.0):
    """With every switch off, a dial of Washington's moves neither track."""
    return Response(words, Sweep(lever, (high,), FROM), "unchanged", TRACKS, given=ALL_OFF, lasting=True)


def _after_cut_off(lever, english, chinese):
    """After a cut-off the dial is closed already."""
    words = (f"After a cut-off the dial of {english} changes nothing.", f"断供之后，“{chinese}”这一政策杠杆不再起作用。")
    values = (*MAIN, "readiness", "usable_compute", "licensed_sales", "diffusion", "denial")
    return Response(words, Sweep(lever, (1.0,), CUT), "unchanged", values, given=CUT_OFF, lasting=True)


IDLE = (
    _accounts(
        ("With no mechanism at work a better licensed chip moves neither track.", "无任何机制时，放宽芯片不影响两轨。"),
        "chip_frontier_share_ceiling",
    ),
    _accounts(
        ("With no mechanism at work tools let in move neither track.", "无任何机制时，放开设备不影响两轨。"), "tool_access"
    ),
    _accounts(
        ("With no mechanism at work design software let in moves neither track.", "无任何机制时，放开设计软件不影响两轨。"),
        "eda_access",
    ),
    _accounts(
        ("With no mechanism at work memory let in moves neither track.", "无任何机制时，放开内存不影响两轨。"), "memory_access"
    ),
    _accounts(("With no mechanism at work a cut-off moves neither track.", "无任何机制时，断供不影响两轨。"), "cut_off"),
    *(_after_cut_off(*dial) for dial in DIALS),
    _without(
        (
            "Where Chinese cash counts for nothing, a levy changes only what vendors keep.",
            "若中国现金不计入，征费只改变厂商留存。",
        ),
        Sweep("chip_levy", (1.0,), FROM),
        "china_cash_weight",
    ),
    _without(
        ("Where proofs feed no story, their weight changes nothing.", "若验证不支撑叙事，其权重无影响。"),
        Sweep("proof_weight", (0.0, 0.5)),
        "validation_strength",
        "demand_proof_strength",
    ),
    _without(
        (
            "Where efficient rivals deflate nothing, the weight of surprises changes nothing.",
            "若低成本对手无影响，意外的权重无影响。",
        ),
        Sweep("surprise_weight", (0.0, 0.4)),
        "efficiency_strength",
    ),
    _without(
        ("Where lobbying opens nothing, what it could win changes nothing.", "若游说无效，其可得之放开无影响。"),
        Sweep("lobbying_gain", (0.0, 0.8)),
        "lobbying",
    ),
    _without(
        ("Without lobbying and retaliation it is all one whether rules react.", "无游说与反制，规则是否回应并无区别。"),
        Sweep("rules_react", (1.0,), FROM),
        "lobbying",
        "retaliation_strength",
    ),
    _without(
        ("Without urgency it is all one whether Beijing's money reacts.", "无紧迫感，中方资金是否回应并无区别。"),
        Sweep("beijing_reacts", (1.0,), FROM),
        "urgency_strength",
    ),
    _without(
        (
            "Where access teaches nothing, foreign fabs that only teach change nothing.",
            "若开放不促扩散，仅作扩散的外资厂无影响。",
        ),
        Sweep("korean_fab_access", (1.0,), FROM),
        "diffusion_strength",
    ),
    _without(
        (
            "Where talk of control alarms no one, remote control is idle until a cut-off.",
            "若管控之议不引发警惕，断供之前远程控制无影响。",
        ),
        Sweep("remote_control", (1.0,), FROM),
        "hook_strength",
        "cut_off",
    ),
    _without(
        ("Where nothing is captured, review has nothing to stop.", "若无收编，审查无所阻止。"),
        Sweep("deal_review", (1.0,), FROM),
        "capture_strength",
    ),
    _without(
        (
            "Without leaks, and calls of models abroad, nothing abroad is there to be closed.",
            "无泄漏、亦不调用境外模型，则境外无可关闭者。",
        ),
        Sweep("cloud_access", (1.0,), FROM),
        "leakage_strength",
        "foreign_api_share",
    ),
    _without(
        (
            "Where belief moves neither buyers nor markets, its start changes nothing else.",
            "若信念不影响买家与市场，其初值无影响。",
        ),
        Sweep("initial_belief", (0.7, 0.98)),
        "belief_strength",
    ),
    _without(
        ("Where unused roots do not wither, how fast they would changes nothing.", "若久不用亦不废，荒废速率无影响。"),
        Sweep("withering_rate", (0.0, 0.25)),
        "withering_strength",
    ),
    _without(
        ("Where denied inputs slow nothing, what each would cost changes nothing.", "若断供不拖慢，各项断供的影响无影响。"),
        Sweep("denial_bite", (0.3, 0.5)),
        "denial_strength",
    ),
    _without(
        ("Where no one refuses, the threshold of refusal changes nothing.", "若无人拒购，拒购阈值无影响。"),
        Sweep("refusal_threshold", (0.6, 1.2)),
        "refusal_strength",
    ),
    _without(
        (
            "Where open work is neither absorbed nor feared, how fast it ages changes nothing.",
            "若开源成果既不被吸收也不压利，其寿命无影响。",
        ),
        Sweep("open_work_life", (1.5, 6.0)),
        "absorption_strength",
        "margin_strength",
    ),
    _without(
        ("Where retaliation does not exist, what it would cost changes nothing.", "若无反制，其代价无影响。"),
        Sweep("retaliation_cost", (0.0, 0.2)),
        "retaliation_strength",
    ),
)
