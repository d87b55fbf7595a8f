"""Signs on the day at the roots: what dials, money, people, urgency and readiness do to progress, learning and capability."""

from dualtrack.language.statements.reality_check import Fixed, Response, Sweep, Switches

STEPS = (0.0, 0.5, 1.0)
LEVELS = (0.05, 0.2, 0.5, 0.8, 1.0)

ROOTS = (
    Response(
        ("Tools let in never deny more, and never slow work that needs them.", "放开设备不会加重断供，也不会拖慢所需之业。"),
        Sweep("tool_access", STEPS),
        "higher",
        ("-1 * denial", "-1 * tools_missing", "reach", "headroom", "fab_starts", "progress"),
    ),
    Response(
        ("Tools let in never make home more of the market for home makers.", "放开设备不会提高国产设备的本土份额。"),
        Sweep("tool_access", STEPS),
        "lower",
        ("rate(home_market_share.equipment)", "rate(home_market_share.lithography)"),
    ),
    Response(
        ("Imports let in never make foreign products compete less.", "放开进口不会减弱竞争。"),
        Sweep("memory_access", STEPS),
        "higher",
        ("import_competition", "import_strength", "input_access"),
    ),
    Response(
        (
            "Foreign products that compete never leave home makers more of their market.",
            "外来竞争不会使国产厂商占得更多本土市场。",
        ),
        Sweep("import_competition", (0.0, 0.25, 0.5, 0.75, 1.0)),
        "lower",
        ("rate(home_market_share)", "-1 * strength_with_access", "-1 * teaching_openness"),
    ),
    Response(
        ("Doors that open never teach less.", "开放不会减少扩散。"),
        Sweep("open_tools", STEPS),
        "higher",
        ("teaching_openness", "diffusion"),
    ),
    Response(
        ("Design software let in is never missed more, and never slows design.", "放开设计软件不会加大缺口或拖慢设计。"),
        Sweep("eda_access", STEPS),
        "higher",
        ("working_design", "-1 * design_missing", "-1 * denial", "input_access", "rate(licences_in_hand)"),
    ),
    Response(
        ("Foreign fabs free to run never teach less.", "外资厂自由运营不会减少扩散。"),
        Sweep("korean_fab_access", STEPS),
        "higher",
        ("teaching_fabs", "diffusion"),
    ),
    Response(
        ("Process data under control never teach more.", "管控工艺数据不会增加扩散。"),
        Sweep("process_data_control", STEPS),
        "lower",
        ("diffusion", "-1 * control_coverage"),
    ),
    Response(
        ("Licences that hang on the vendor's cloud never run on for longer.", "依赖厂商云的许可不会更耐断供。"),
        Sweep("cloud_licence_control", STEPS),
        "lower",
        ("working_design", "-1 * design_missing", "-1 * rate(perceived_risk)"),
    ),
    Response(
        (
            "A cut-off opens nothing: denial is no less, inputs are no easier, foreign fabs teach no more.",
            "断供不会开放任何渠道。",
        ),
        Sweep("cut_off", (0.0, 1.0)),
        "lower",
        ("-1 * denial", "teaching_fabs", "input_access", "import_competition"),
    ),
    Response(
        (
            "More money for the roots never slows a layer, a fab or what is absorbed.",
            "技术根资金增加不会拖慢任何一层、建厂或吸收。",
        ),
        Sweep("root_funding", (0.0, 1.0, 10.0, 100.0, 1000.0)),
        "higher",
        ("progress", "absorption", "diffusion", "fab_starts"),
    ),
    Response(
        (
            "More engineers at the roots never slow a layer, and leave no more for applications.",
            "技术根人才增加不会拖慢任何一层，也不增加应用人才。",
        ),
        Sweep("root_share", (0.0, 0.3, 0.6, 0.9, 1.0)),
        "higher",
        ("progress", "root_engineers", "root_talent_share", "-1 * application_people", "-1 * application_potential"),
    ),
    Response(
        ("Refocus never adds to applications what it gives to the roots.", "聚焦给予技术根者，不会同时增于应用。"),
        Sweep("root_refocus", STEPS),
        "higher",
        ("root_funding", "refocused_money", "root_pull", "progress", "-1 * application_money", "-1 * application_potential"),
    ),
    Response(
        ("Refocus changes whose money it is, never how much there is.", "聚焦改变资金去向，不改变总额。"),
        Sweep("root_refocus", STEPS),
        "unchanged",
        ("private_capital", "application_money + refocused_money", "root_funding + application_money"),
    ),
    Response(
        (
            "Focus on one layer never takes from it, and never gives to the others.",
            "聚焦某层不会减少该层资金，也不增加其他各层资金。",
        ),
        Sweep("layer_focus.lithography", (0.0, 1.0, 10.0)),
        "higher",
        (
            "root_funding_by_layer.lithography",
            "progress.lithography",
            "-1 * root_funding_by_layer.software",
            "-1 * progress.memory",
        ),
    ),
    Response(
        ("Focus moves money between layers and makes none.", "聚焦只在各层间转移资金。"),
        Sweep("layer_focus.lithography", (0.0, 1.0, 10.0)),
        "unchanged",
        ("root_funding", "total(root_funding_by_layer)"),
    ),
    Response(
        (
            "State money that is committed is never less, and none is at work on the same day.",
            "承诺增加则承诺额不减，但当日尚未到位。",
        ),
        Sweep("root_fund_commitments", (0.0, 10.0, 200.0)),
        "higher",
        ("state_commitments",),
    ),
    Response(
        ("State money takes time: a commitment changes nothing at work on the day.", "国家资金需时到位：承诺当日不改变投入。"),
        Sweep("root_fund_commitments", (0.0, 10.0, 200.0)),
        "unchanged",
        ("state_money", "root_funding", "progress"),
    ),
    Response(
        ("Judging success by its root never pulls away from the roots.", "以技术根论成功不会使人离开技术根。"),
        Sweep("root_recognition", STEPS),
        "higher",
        ("root_pull", "rate(root_share)"),
    ),
    Response(
        ("Review of deals never lets more people or templates go.", "审查交易不会增加外流与样板效应。"),
        Sweep("deal_review", STEPS),
        "lower",
        ("template", "talent_captured", "-1 * root_pull"),
    ),
    Response(
        ("A mandate for domestic tools never costs home makers a buyer.", "设备采购要求不会使国产设备失去买家。"),
        Sweep("domestic_tool_mandate", STEPS),
        "higher",
        ("mandated_demand", "rate(home_market_share)"),
    ),
    Response(
        ("Denial that is felt never lessens perceived risk, retaliation or hoarding to come.", "断供不会减轻感知风险与反制。"),
        Sweep("denial", STEPS),
        "higher",
        ("rate(perceived_risk)", "rate(retaliation)"),
    ),
    Response(
        ("Alarm that is remembered never lessens perceived risk.", "警报记忆不会减轻感知风险。"),
        Sweep("remembered_alarm", (0.0, 0.5, 2.0)),
        "higher",
        ("rate(perceived_risk)",),
    ),
    Response(
        (
            "Risk that is seen never lowers urgency, state commitments or refusal to come.",
            "感知风险不会降低紧迫感、国家承诺与拒购倾向。",
        ),
        Sweep("perceived_risk", STEPS),
        "higher",
        ("urgency", "state_commitments", "rate(closed_gate)"),
    ),
    Response(
        (
            "Urgency never pulls people, money or buyers away from the domestic stack.",
            "紧迫感不会使人才、资金与买家离开国产体系。",
        ),
        Sweep("urgency", STEPS),
        "higher",
        ("root_pull", "rate(root_share)", "rate(funder_root_share)", "wished_domestic_share", "rate(home_market_share)"),
    ),
    Response(
        (
            "Workloads on American chips never raise urgency, nor teach domestic chips and software.",
            "美系负载不会提高紧迫感，也不为国产芯片与软件提供学习。",
        ),
        Sweep("running_us_share", LEVELS),
        "lower",
        (
            "urgency",
            "teaching_service",
            "learning_from_use",
            "wished_domestic_share",
            "-1 * reassurance",
            "-1 * template",
            "-1 * withering",
        ),
    ),
    Response(
        ("Better installed American chips never lessen reassurance.", "在装美系芯片更好不会减轻安心感。"),
        Sweep("installed_rank", STEPS),
        "higher",
        ("reassurance", "-1 * urgency"),
    ),
    Response(
        ("Scarcity that is felt never lulls.", "感知短缺不会助长安心感。"),
        Sweep("perceived_scarcity", STEPS),
        "higher",
        ("-1 * reassurance", "urgency", "smuggled_spending", "rate(efficiency_edge)"),
    ),
    Response(
        (
            "Application success never draws money or people toward the roots, other things equal.",
            "应用成功不会把资金与人才引向技术根。",
        ),
        Sweep("application_success", (0.2, 0.5, 1.0, 2.0, 5.0)),
        "lower",
        ("rate(funder_root_share)", "root_pull", "rate(root_share)"),
    ),
    Response(
        ("Readier layers are never less able, alone or with access, nor lack more.", "各层更就绪，能力不会更低，缺口不会更大。"),
        Sweep("readiness", LEVELS),
        "higher",
        (
            "independent_capability",
            "capability_with_access",
            "domestic_chip_rank",
            "advanced_yield",
            "-1 * tools_missing",
            "-1 * design_missing",
            "input_access",
            "substitute_at_hand",
            "-1 * dependence",
            "rate(home_market_share)",
        ),
        given=(Fixed("sliding_scale", 0.0),),
    ),
    Response(
        (
            "Readier software never makes domestic chips less wished for or less fit to train on.",
            "软件更就绪不会降低国产意愿与可训练算力。",
        ),
        Sweep("readiness.software", LEVELS),
        "higher",
        ("wished_domestic_share", "training_compute", "-1 * model_lag", "-1 * dependence"),
    ),
    Response(
        ("A faster frontier never erodes a layer less.", "前沿加快不会减轻侵蚀。"),
        Sweep("us_research", (1.0, 10.0, 100.0, 1000.0)),
        "higher",
        ("erosion",),
    ),
    Response(
        (
            "With no mechanism at work, more state money never slows a layer in any later year.",
            "无任何机制时，更多国家资金不会在日后拖慢任何一层。",
        ),
        Sweep("root_fund_commitments", (4.0, 40.0)),
        "higher",
        ("readiness", "root_funding", "independent_capability"),
        given=(Switches(0.0),),
        lasting=True,
    ),
)
