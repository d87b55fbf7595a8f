"""Extremes: nothing funded, no one at work, everything closed, everything open, everything cut off, nothing left to learn."""

from dualtrack.language.statements.reality_check import Fixed, Holds

CUT_OFF = (Fixed("cut_off", 1.0),)
DIALS = (
    "chip_frontier_share_ceiling",
    "chip_volume_ceiling",
    "memory_access",
    "tool_access",
    "eda_access",
    "cloud_access",
    "foundry_access",
    "korean_fab_access",
    "mainland_foundry_access",
)
BY_DECREE = (
    Fixed("rules_react", 0.0),
    Fixed("pressed_opening", 0.0),
    Fixed("sliding_scale", 0.0),
    Fixed("chip_performance_ceiling", 0.0),
)
CLOSED = (*BY_DECREE, Fixed("rule_free_sales", 0.0), *(Fixed(dial, 0.0) for dial in DIALS))
OPEN = (*BY_DECREE, *(Fixed(dial, 1.0) for dial in DIALS))
NO_LEAKS = (Fixed("leakage_strength", 0.0),)
READY = (Fixed("readiness", 1.0),)

EXTREMES = (
    Holds(
        (
            "Without root engineers no layer makes progress: money and machines do not work by themselves.",
            "无技术根人才则各层无进步：资金与机器不会自行工作。",
        ),
        "progress == 0",
        given=(Fixed("root_share", 0.0),),
    ),
    Holds(
        ("A layer that serves all that it could does not wither.", "能力尽用之层不会荒废。"),
        "withering == 0",
        given=(Fixed("home_market_share", 1.0), Fixed("running_us_share", 0.0)),
    ),
    Holds(
        ("Without root engineers, use or know-how, readiness can only erode.", "无人才、无使用、无扩散，就绪度只会侵蚀。"),
        "rate(readiness) <= 0",
        given=(
            Fixed("root_share", 0.0),
            Fixed("protection_strength", 0.0),
            Fixed("workload_strength", 0.0),
            Fixed("diffusion_strength", 0.0),
        ),
    ),
    Holds(
        (
            "Without root funding there is no progress, nothing absorbs know-how and no fab is begun.",
            "无技术根资金，则无进步、无吸收、无新厂。",
        ),
        ("progress == 0", "diffusion == 0", "fab_starts == 0"),
        given=(Fixed("root_funding", 0.0),),
    ),
    Holds(
        (
            "With every dial closed and no leaks, no American chip is sold.",
            "全面关闭且无泄漏，则无美系芯片售出。",
        ),
        "licensed_sales + smuggled_spending == 0",
        given=(*CLOSED, *NO_LEAKS),
    ),
    Holds(
        ("With every dial closed and no leaks, whatever is sold is domestic.", "全面关闭且无泄漏，售出者皆为国产。"),
        "domestic_unit_share == 1 == domestic_spending_share",
        given=(*CLOSED, *NO_LEAKS),
    ),
    Holds(
        (
            "With every dial closed denial is full, nothing foreign can be hoarded, and foreign fabs teach no one.",
            "全面关闭即全部断供，无物可囤，外资厂亦不扩散。",
        ),
        ("denial == 1", "dies_hoarded == 0", "memory_hoarded == 0", "teaching_fabs == 0"),
        given=CLOSED,
    ),
    Holds(
        (
            "With every dial open, and no more sought than is sold elsewhere, nothing is denied and no input is missing.",
            "全面开放且需求不超过海外销量，则无所断供，亦无投入缺口。",
        ),
        ("denial == 0", "tools_missing == 0", "memory_missing == 0", "design_missing == 0", "foundry_missing == 0"),
        given=OPEN,
        where="accelerator_budget <= accelerator_sales_elsewhere",
    ),
    Holds(
        (
            "With every dial open and no refusal, licensed supply is what rules and buyers allow: all that is sought.",
            "全面开放且无人拒购，许可供给即全部需求。",
        ),
        "licensed_supply == legal_demand",
        given=(*OPEN, Fixed("closed_gate", 0.0), Fixed("import_refusal", 0.0)),
        where="accelerator_budget <= accelerator_sales_elsewhere",
    ),
    Holds(
        ("A cut-off closes every door at once, whatever the dials say.", "断供即刻关闭一切渠道，无论准入政策如何。"),
        (
            "licensed_chip_rank == 0",
            "licensed_sales == 0",
            "open_memory + open_tools + open_design + open_cloud + open_foundry == 0",
            "teaching_fabs == 0",
            "offshore_dies_on_offer == 0",
            "import_competition == 0",
            "denial == 1",
        ),
        given=CUT_OFF,
    ),
    Holds(
        ("Under a cut-off the chain can do what it can do alone, since nothing is let in.", "断供之下，能力即独立所能。"),
        "capability_with_access == independent_capability",
        given=CUT_OFF,
    ),
    Holds(
        (
            "Where a cut-off also stops licences in hand, there is nothing foreign left to learn from.",
            "断供并停用在手许可后，再无外来之物可学。",
        ),
        ("teaching_openness == 0", "diffusion == 0"),
        given=(*CUT_OFF, Fixed("cloud_licence_control", 1.0)),
    ),
    Holds(
        ("Under a cut-off nothing rented can be used, and what was rented is given up.", "断供之下，租用算力不可用并逐步退出。"),
        ("working_us_compute <= us_rooted_compute", "rate(rented_compute) <= 0"),
        given=CUT_OFF,
    ),
    Holds(
        ("A full refusal sells no licensed chip and leaves American rules as they are.", "全面拒购则无许可芯片售出。"),
        ("licensed_sales == 0", "reachable_chip_rank == 0", "china_revenue_share == 0"),
        given=(Fixed("import_refusal", 1.0),),
    ),
    Holds(
        (
            "What is said to be kept under a cut-off is what could be used if one came today.",
            "所谓断供后保留者，即今日断供仍可用者。",
        ),
        "compute_kept * (installed_compute + rented_compute) == usable_compute",
        given=CUT_OFF,
    ),
    Holds(
        ("Without leaks nothing is smuggled or rented.", "无泄漏则无走私与租用。"),
        ("smuggled_spending == 0", "rented_compute == 0"),
        given=NO_LEAKS,
        lasting=True,
    ),
    Holds(
        (
            "Under a full review that reaches all no firm is sold abroad: none is a template, none takes its people along.",
            "全面且无遗漏的审查则无外流，亦无样板。",
        ),
        ("template == 0", "talent_captured == 0"),
        given=(Fixed("deal_review", 1.0), Fixed("review_reach", 1.0)),
    ),
    Holds(
        (
            "Where nothing American runs, chip or model, there is no dependence, no reassurance, no proof and no rent for "
            "American roots.",
            "无美系芯片与模型在用，则无依赖、无安心感、无验证、无美系租金。",
        ),
        ("dependence == 0", "reassurance == 0", "proof == 0", "dividend_to_us_roots == 0", "template == 0"),
        given=(Fixed("running_us_share", 0.0), Fixed("api_share", 0.0)),
    ),
    Holds(
        ("Successes that no one sees, in China or elsewhere, prove nothing.", "国内外均无可见成功，则无验证。"),
        ("proof == 0", "template == 0", "proof_elsewhere == 0", "rate(belief) == 0"),
        given=(Fixed("visible_success", 0.0), Fixed("visible_success_elsewhere", 0.0)),
    ),
    Holds(
        (
            "Layers level with the frontier have nothing left to gain, and miss nothing but chips.",
            "与前沿齐平的各层无可再增，除芯片外亦无所缺。",
        ),
        (
            "progress == 0",
            "learning_from_use == 0",
            "diffusion == 0",
            "tools_missing + memory_missing + design_missing + foundry_missing == 0",
        ),
        given=READY,
    ),
    Holds(
        (
            "A chain level with the frontier is fully able alone, and depends on no one.",
            "与前沿齐平的链条完全自主，不依赖任何一方。",
        ),
        ("independent_capability == 1", "domestic_chip_rank == 1", "dependence == 0"),
        given=READY,
    ),
    Holds(
        (
            "Where no one holds the story, no one leaves it, and spending does not grow.",
            "无人持有叙事，则无人离场，开支亦不增长。",
        ),
        ("fatigue == 0", "rate(us_spending) <= 0"),
        given=(Fixed("confidence", 0.0),),
    ),
    Holds(
        ("Where everyone holds the story there is no one left to persuade.", "人人持有叙事，则无人可再说服。"),
        "persuasion == 0",
        given=(Fixed("confidence", 1.0),),
    ),
    Holds(
        ("With hardly any budget hardly any computing is added.", "几无预算，则几无新增算力。"),
        "licensed_sales + domestic_sales + smuggled_spending <= accelerator_budget",
        given=(Fixed("accelerator_budget", 1e-6),),
    ),
)
