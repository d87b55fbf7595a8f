"""Bounds and orderings: what can never be below nothing, above a whole, or above what contains it."""

from dualtrack.language.statements.reality_check import Bounded, Holds

BOUNDS = (
    Bounded(
        (
            "Every quantity stays inside the bounds declared for it: shares between none and all, counts not below zero.",
            "各量均在其声明的界限之内：份额介于零与一，数量不为负。",
        )
    ),
    Holds(
        ("Weights that split a whole sum to one, or something would be made or lost.", "拆分整体的权重之和为一，否则凭空增减。"),
        "total(layer_weight) == 1 == total(funding_weight)",
    ),
    Holds(
        ("The kinds of funders make up all of them.", "各类资方之和为全体。"),
        "total(funder_share) == 1",
    ),
    Holds(
        (
            "Access never makes the chain less able on the day, since imports can be left unused.",
            "准入不会当下削弱能力，因为进口可以不用。",
        ),
        "independent_capability <= capability_with_access",
    ),
    Holds(
        (
            "A chain alone is no weaker than its weakest layer and no stronger than its strongest.",
            "自主能力介于最弱层与最强层之间。",
        ),
        "least(own_strength) <= independent_capability <= greatest(own_strength)",
    ),
    Holds(
        (
            "A chain with access is no weaker than its weakest layer and no stronger than its strongest.",
            "有准入的能力也介于最弱层与最强层之间。",
        ),
        "least(strength_with_access) <= capability_with_access <= greatest(strength_with_access)",
    ),
    Holds(
        (
            "No tool before its prototype, and no volume before its tool.",
            "先有样机，后有整机，再有量产。",
        ),
        "euv_volume <= euv_tool <= euv_prototype <= 1",
    ),
    Holds(
        (
            "What fabs can make alone lies between what the weakest and the strongest part of the chain allow.",
            "工艺自主能力不低于其最弱一环，也不高于最强一环。",
        ),
        "least(own_strength) <= own_process <= greatest(own_strength)",
    ),
    Holds(
        ("Nobody wishes to spend more on accelerators than there is.", "加速器意愿预算不超过可用资金。"),
        "desired_budget <= own_means",
    ),
    Holds(
        (
            "Work-arounds add to readiness, and access adds to what a layer can do by itself.",
            "变通增益于就绪度，准入增益于自主能力。",
        ),
        "readiness <= own_strength <= strength_with_access",
    ),
    Holds(
        ("Losing computing on top of access leaves no more than the chain alone.", "断供再失算力，能力不超过独立所能。"),
        "capability_under_cut_off <= independent_capability",
    ),
    Holds(
        (
            "Dependence is at most the share that runs on American chips, and less by what could stand in.",
            "依赖度不超过美系负载占比。",
        ),
        "dependence <= running_us_share",
    ),
    Holds(
        ("American spending stays below what output allows, since growth ends there.", "美国开支不超过产出所允许的上限。"),
        "us_spending <= spending_ceiling",
    ),
    Holds(
        ("No pool of talent passes what education sustains, since growth ends there.", "各人才池不超过教育可维持的上限。"),
        "talent <= talent_limit",
    ),
    Holds(
        (
            "What can be taken up is no better than what is offered, and that no better than the rule allows.",
            "可得等级不高于所供，所供不高于规则所许。",
        ),
        "reachable_chip_rank <= offered_chip_rank <= licensed_chip_rank",
    ),
    Holds(
        (
            "Computing fit for training is part of what can be used, and that part of what stands or is rented.",
            "可训练算力不多于可用算力，可用不多于在装与租用之和。",
        ),
        "training_compute <= usable_compute <= installed_compute + rented_compute",
    ),
    Holds(
        (
            "Complacency needs something American that runs, and dulls at most all of the sense of urgency.",
            "安心感须有美系负载在运行，至多抵消全部紧迫感。",
        ),
        "reassurance <= running_us_share",
    ),
    Holds(
        ("Urgency is what is left of perceived risk, never more.", "紧迫感是感知风险的剩余，不会更多。"),
        "urgency <= perceived_risk",
    ),
    Holds(
        (
            "Private money as a whole lies between the funder least and the funder most given to the roots.",
            "民间资本整体介于最少与最多投向技术根的资方之间。",
        ),
        "least(funder_root_share) <= private_root_share <= greatest(funder_root_share)",
    ),
    Holds(("Yield stays below that of a mature node.", "良率不超过成熟节点。"), "advanced_yield <= best_yield"),
    Holds(
        ("A licensed chip is no faster than the best one.", "许可芯片不快于前沿芯片。"),
        "licensed_chip_performance <= frontier_performance",
    ),
    Holds(
        ("A levy takes from the vendor: kept revenue never passes licensed sales.", "征费取自厂商：留存营收不超过许可销售。"),
        "0 <= china_vendor_revenue <= licensed_sales",
    ),
    Holds(
        ("A visible template of being acquired needs American roots, chips or models.", "被收购样板须以美系芯片或模型为前提。"),
        "template <= us_root_share",
    ),
    Holds(
        ("Fewer leave with captured firms than work on applications.", "随企业外流者不多于应用人才。"),
        "total(talent_captured) <= capture_rate * application_people",
    ),
    Holds(
        (
            "A proof says no more than the American roots that are seen and its success allow.",
            "验证的力度不超过可见的美系技术根占比与成功程度。",
        ),
        "-1 * visible_success * seen_us_share <= proof <= visible_success * seen_us_share",
    ),
    Holds(
        ("What is seen of American roots is no more than there is.", "可见的美系技术根不多于实际所用。"),
        "seen_us_share <= us_root_share",
    ),
    Holds(
        (
            "Licensed computing is part of what stands on American roots, and ranks no higher than its amount.",
            "许可算力是美系算力的一部分，折算后不多于其数量。",
        ),
        "ranked_compute <= licensed_compute <= us_rooted_compute",
    ),
    Holds(
        ("Customers never pay more for AI than the market holds at most.", "客户为AI所付不超过市场上限。"),
        "us_revenue <= maximum(ai_market, initial_us_revenue)",
    ),
    Holds(
        ("Control over one channel covers at least that channel.", "控制一条渠道，至少覆盖该渠道。"),
        "maximum(remote_control, maximum(process_data_control, cloud_licence_control)) <= control_coverage",
    ),
    Holds(
        (
            "Nobody lacks materials or core IP before a cut-off: no dial governs them.",
            "断供之前无人缺材料或核心IP：没有准入政策管制它们。",
        ),
        "maximum(materials_missing, core_ip_missing) <= cut_off",
    ),
    Holds(
        ("Licences in hand add to what is open and never make it more than whole.", "在手许可补充开放度，但不超过全部。"),
        "open_design <= working_design <= 1",
    ),
)
