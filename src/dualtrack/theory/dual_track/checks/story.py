"""Signs on the day in the American story and in Chinese applications: evidence, belief, money, research, computing."""

from dualtrack.language.statements.reality_check import Fixed, Response, Sweep

STEPS = (0.0, 0.5, 1.0)
COMPUTE = (1e3, 1e5, 1e7)

STORY = (
    Response(
        ("More research never slows the frontier.", "更多研发不会拖慢前沿。"),
        Sweep("us_research", (1.0, 10.0, 100.0, 1000.0)),
        "higher",
        ("effect_of_research_on_frontier", "frontier_advance"),
    ),
    Response(
        (
            "A frontier that gets more research all along is never behind, in any year.",
            "持续更多研发的前沿在任何年份都不会落后。",
        ),
        Sweep("us_research", (5.0, 50.0)),
        "higher",
        ("frontier_performance", "frontier_advance"),
        lasting=True,
    ),
    Response(
        ("Proofs in mind never persuade fewer.", "验证在心，不会少说服人。"),
        Sweep("proof_salience", (-0.5, 0.0, 0.5)),
        "higher",
        ("persuasion", "rate(confidence)"),
    ),
    Response(
        ("Growing revenue never persuades fewer.", "营收增长不会少说服人。"),
        Sweep("us_revenue_growth", (-0.5, 0.0, 0.5, 2.0)),
        "higher",
        ("persuasion", "rate(confidence)"),
    ),
    Response(
        ("Missing returns never tire fewer believers, and never spur spending.", "回报缺口不会减轻疲劳，也不刺激开支。"),
        Sweep("return_shortfall", STEPS),
        "higher",
        ("fatigue", "-1 * us_spending_change"),
    ),
    Response(
        (
            "Capital in place never narrows the gap between what is earned and what was expected.",
            "资本存量增加不会缩小回报缺口。",
        ),
        Sweep("us_capital", (10.0, 100.0, 1000.0, 10000.0)),
        "higher",
        ("return_shortfall", "-1 * valuation_ratio", "us_revenue_change"),
    ),
    Response(
        ("Revenue that comes never widens the gap of returns.", "营收到来不会扩大回报缺口。"),
        Sweep("us_revenue", (1.0, 10.0, 100.0, 1000.0)),
        "lower",
        ("return_shortfall", "-1 * application_potential"),
    ),
    Response(
        (
            "A value that falls never keeps believers, nor one that rises drives them out.",
            "估值下跌不会留住信者，上涨也不会使其离开。",
        ),
        Sweep("vendor_valuation", (10.0, 100.0, 1000.0, 10000.0)),
        "higher",
        ("flight", "-1 * rate(confidence)"),
    ),
    Response(
        (
            "Growth that markets expect never lowers what they pay, nor memory of better sales what they expect.",
            "预期增长不会降低市场所愿支付者，忆及更高营收也不会抬高预期。",
        ),
        Sweep("remembered_revenue", (1.0, 10.0, 100.0, 1000.0)),
        "lower",
        ("expected_growth", "warranted_valuation"),
    ),
    Response(
        ("A larger market never earns American firms less.", "市场更大，美国企业营收不会更少。"),
        Sweep("ai_market_share", (0.01, 0.05, 0.12)),
        "higher",
        ("us_revenue_change",),
    ),
    Response(
        ("Trust in later returns never cuts spending.", "对后续回报的信任不会削减开支。"),
        Sweep("trust", STEPS),
        "higher",
        ("us_spending_change",),
    ),
    Response(
        ("Surprising quality without the best chips never keeps believers.", "低算力的意外质量不会留住信者。"),
        Sweep("efficiency_surprise", (0.0, 2.0, 5.0)),
        "higher",
        ("fatigue", "-1 * rate(confidence)"),
    ),
    Response(
        ("Confidence never lowers what markets warrant, nor spending.", "信心不会降低合理估值与开支。"),
        Sweep("confidence", STEPS),
        "higher",
        ("warranted_valuation", "us_spending_change"),
    ),
    Response(
        ("A higher valuation never lowers research or spending.", "估值更高不会减少研发与开支。"),
        Sweep("vendor_valuation", (10.0, 100.0, 1000.0, 10000.0)),
        "higher",
        ("desired_us_research", "us_spending_change", "-1 * rate(vendor_valuation) / vendor_valuation"),
    ),
    Response(
        (
            "Belief in American chips never lowers their vendor's worth, nor makes domestic chips more wished for.",
            "对美芯的信念不会降低厂商估值，也不提高国产意愿。",
        ),
        Sweep("belief", STEPS),
        "higher",
        ("warranted_valuation", "-1 * wished_domestic_share"),
    ),
    Response(
        (
            "Chinese success seen on better chips never makes them look less needed.",
            "在更好芯片上的可见成功不会使其显得更不必要。",
        ),
        Sweep("seen_rank", STEPS),
        "higher",
        ("proof", "rate(belief)"),
    ),
    Response(
        ("Smuggled chips, which nobody shows, never add to a proof.", "无人展示的走私芯片不会增强验证。"),
        Sweep("us_rooted_compute", COMPUTE),
        "lower",
        ("seen_us_share",),
        given=(Fixed("running_us_share", 0.5),),
    ),
    Response(
        (
            "Plain success elsewhere, all on American chips, never lowers the belief in them.",
            "其他市场均建于美芯的成功不会降低对美芯的信念。",
        ),
        Sweep("visible_success_elsewhere", STEPS),
        "higher",
        ("rate(belief)", "proof_elsewhere"),
    ),
    Response(
        (
            "Spending never lowers what vendors sell elsewhere, nor what Chinese buyers set aside.",
            "美国开支不会减少海外销售与中国预算意愿。",
        ),
        Sweep("us_spending", (1.0, 10.0, 100.0, 500.0)),
        "higher",
        ("accelerator_sales_elsewhere", "revenue_elsewhere", "desired_budget", "counted_revenue"),
    ),
    Response(
        ("Retaliation never pays the vendors it hits.", "反制不会使受击厂商获益。"),
        Sweep("retaliation", STEPS),
        "lower",
        ("revenue_elsewhere", "-1 * retaliation_opening"),
    ),
    Response(
        ("Retaliation and lobbying never close what they press to open.", "反制与游说不会关闭其所求放开者。"),
        Sweep("pressed_opening", STEPS),
        "higher",
        ("licensed_chip_rank", "offered_supply"),
    ),
    Response(
        ("Revenue that rules forgo never calms the lobby.", "放弃的营收不会平息游说。"),
        Sweep("china_revenue_forgone", STEPS),
        "higher",
        ("lobbied_opening",),
    ),
    Response(
        (
            "More domestic computing never leaves less to use, nor applications worse off, nor models further behind.",
            "国产算力增加不会减少可用算力、损害应用或拉大模型差距。",
        ),
        Sweep("domestic_compute", COMPUTE),
        "higher",
        ("usable_compute", "application_potential", "-1 * model_lag", "-1 * us_rooted_share", "compute_share"),
    ),
    Response(
        (
            "More American-rooted computing never leaves less to use, nor lowers its own share.",
            "美系算力增加不会减少可用算力与其占比。",
        ),
        Sweep("us_rooted_compute", COMPUTE),
        "higher",
        ("usable_compute", "application_potential", "-1 * model_lag", "us_rooted_share", "compute_share"),
    ),
    Response(
        ("More computing elsewhere never brings Chinese models nearer.", "海外算力增加不会拉近中国模型。"),
        Sweep("compute_elsewhere", (1e5, 1e7, 1e9)),
        "higher",
        ("model_lag", "-1 * application_potential", "-1 * compute_share"),
    ),
    Response(
        ("An efficiency edge never widens the lag.", "效率优势不会拉大滞后。"),
        Sweep("efficiency_edge", (0.0, 1.0, 5.0)),
        "lower",
        ("model_lag", "-1 * efficiency_surprise"),
    ),
    Response(
        ("The nearer Chinese models are, the more their open work is used, never the less.", "中国模型越近，其开源成果越可用。"),
        Sweep("model_lag", (1.0, 7.0, 15.0)),
        "lower",
        ("open_work_in_use", "rate(absorbed_work)", "margin_lost"),
    ),
    Response(
        (
            "Open work that is absorbed never costs American revenue; margins lost never add to it.",
            "吸收开源成果不会减少美国营收。",
        ),
        Sweep("absorbed_work", (0.0, 0.2, 1.0)),
        "higher",
        ("us_revenue_change", "us_gain_from_open_work"),
    ),
    Response(
        ("Margins lost to cheap models never add to American revenue.", "低价模型造成的利润损失不会增加美国营收。"),
        Sweep("margin_lost", (0.0, 0.2, 0.5)),
        "lower",
        ("us_revenue_change", "us_gain_from_open_work"),
    ),
    Response(
        ("More means of its own never leave China less to spend on accelerators.", "自有资金更多，中国加速器预算不会更少。"),
        Sweep("own_means", (1.0, 10.0, 100.0, 1000.0)),
        "higher",
        ("desired_budget",),
    ),
    Response(
        ("Earnings never lower the growth of what they finance.", "应用收益不会减少其所资助者。"),
        Sweep("application_value", (0.1, 1.0, 10.0, 100.0)),
        "higher",
        ("application_success", "desired_budget", "root_funding", "dividend_to_us_roots"),
    ),
    Response(
        (
            "Licensed chips that take capacity from others never add to computing elsewhere.",
            "占用产能的对华供货不会增加海外算力。",
        ),
        Sweep("licensed_sales", (0.0, 1.0, 10.0)),
        "lower",
        ("installations_elsewhere", "-1 * licensed_installations"),
    ),
    Response(
        ("With no one to persuade and none to lose, proofs change no valuation.", "无人可说服、无人可离场，则验证不改变估值。"),
        Sweep("proof_salience", (-0.5, 0.0, 0.5)),
        "unchanged",
        ("rate(confidence)", "warranted_valuation"),
        given=(Fixed("validation_strength", 0.0),),
    ),
    Response(
        (
            "A stronger chain of its own is never less to Beijing's supposed aim, nor more to Washington's.",
            "自主链条越强，对假定的中方目标不会更差，对假定的美方目标不会更好。",
        ),
        Sweep("independent_capability", (0.1, 0.5, 0.9)),
        "higher",
        ("capability_beyond_floor", "-1 * washington_aim", "beijing_aim"),
    ),
)
