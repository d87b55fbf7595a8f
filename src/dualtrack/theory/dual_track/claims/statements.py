"""What the essay claims and what its critics answer, each with the quantities that carry its mechanism."""

from dualtrack.language.statements.ledger import Claim

MEDIATORS = ("root_share", "funder_root_share", "running_us_share", "domestic_preference")
"""Where talent, capital and workloads go: the allocation whose effect claim L5 asks for, by base name."""

CLAIMS = (
    Claim(
        "P1",
        "claim",
        ("Downgraded accelerators are sold under licence.", "降规加速器经许可出售。"),
        ("chip_performance_ceiling", "chip_frontier_share_ceiling", "chip_volume_ceiling", "chip_levy"),
    ),
    Claim(
        "P2", "claim", ("Korean memory fabs in China may stay advanced.", "韩企在华内存产能可保持先进。"), ("korean_fab_access",)
    ),
    Claim("P3", "claim", ("TSMC's mainland logic may be raised.", "台积电大陆逻辑能力可提升。"), ("mainland_foundry_access",)),
    Claim(
        "P4",
        "claim",
        ("These moves act together beyond their sum.", "这些举措协同大于单独之和。"),
        ("import_competition", "denied_inputs", "domestic_chip_capacity"),
    ),
    Claim(
        "P5",
        "claim",
        ("A capability floor binds across parties.", "两党共守一条能力底线。"),
        ("tolerated_capability", "capability_beyond_floor", "independent_capability"),
    ),
    Claim(
        "T1",
        "claim",
        ("Limited opening holds up an American AI bubble.", "有限放开支撑美国AI泡沫。"),
        ("confidence", "flight", "expected_growth", "belief", "proof_salience", "fall_from_peak", "us_ai_valuation"),
    ),
    Claim(
        "U1",
        "claim",
        ("The AI story tires, though evidence goes on.", "即使证据持续，AI叙事仍会疲劳。"),
        ("confidence", "fatigue", "flight", "ai_market", "return_shortfall"),
    ),
    Claim(
        "U2",
        "claim",
        ("China is the ground that validates American AI.", "中国是美国AI的验证场。"),
        ("validation_strength", "seen_us_share", "seen_rank", "proof", "proof_elsewhere", "proof_salience", "persuasion"),
    ),
    Claim(
        "U3",
        "claim",
        ("Being acquired becomes a template.", "被收购成为创业者的样板。"),
        ("capture_strength", "template", "root_pull"),
    ),
    Claim(
        "U4",
        "claim",
        ("Open innovation flows out, roots do not flow back.", "上层创新外流，底层不回流。"),
        ("absorption_strength", "margin_strength", "us_gain_from_open_work", "application_success"),
    ),
    Claim(
        "U5",
        "claim",
        ("Chinese success endorses American chips as the ceiling of AI.", "中国的成功背书“美芯即AI上限”。"),
        ("belief_strength", "belief", "visible_success_elsewhere", "indispensability", "warranted_valuation"),
    ),
    Claim(
        "L1",
        "claim",
        ("Supply carries hidden control.", "供给内嵌隐形控制。"),
        (
            "control_coverage",
            "remote_stop_strength",
            "process_data_control",
            "cloud_licence_control",
            "cut_off",
            "working_us_compute",
        ),
    ),
    Claim(
        "L2",
        "claim",
        ("Talent is drawn from the roots to applications.", "人才从技术根流向应用。"),
        ("diversion_strength", "relative_return", "root_pull", "root_share"),
    ),
    Claim(
        "L3",
        "claim",
        ("Capital prefers quick applications to slow roots.", "资本偏好快应用而非慢技术根。"),
        ("diversion_strength", "funder_root_share", "root_capital_share"),
    ),
    Claim(
        "L4",
        "claim",
        ("Available chips leave domestic stacks without real workloads.", "“有芯可用”使国产生态缺少真实场景。"),
        ("workload_strength", "withering_strength", "stack_concentration", "running_us_share", "teaching_service", "withering"),
    ),
    Claim(
        "L5",
        "claim",
        ("Dispersed talent, capital and routes delay the roots.", "人才、资金、路线分散造成延缓。"),
        ("independent_capability", "capability_with_access", *MEDIATORS),
    ),
    Claim(
        "L6",
        "claim",
        ("Good-enough supply delays more than blockade or free trade.", "够用的供给比近乎禁运或自由贸易更能延缓。"),
        ("reachable_chip_rank", "reassurance", "denied_inputs"),
    ),
    Claim(
        "L7",
        "claim",
        ("Dependence grows under visible prosperity.", "表面繁荣之下，依赖加深。"),
        ("dependence", "application_value", "cut_off"),
    ),
    Claim(
        "C1",
        "claim",
        ("The upper loop reinforces itself.", "上轨回路自我强化。"),
        ("proof", "belief", "confidence", "us_ai_valuation", "us_research", "erosion"),
    ),
    Claim(
        "C2",
        "claim",
        ("The lower loop reinforces itself.", "下轨回路自我强化。"),
        ("running_us_share", "reassurance", "urgency", "root_share", "progress", "domestic_preference"),
    ),
    Claim(
        "C3", "claim", ("The two tracks strengthen each other.", "两轨互相强化。"), ("confidence", "belief", "running_us_share")
    ),
    Claim(
        "C4",
        "claim",
        ("It needs neither backlash nor vendors' sacrifice.", "无需引发反弹，也不牺牲厂商利益。"),
        ("backlash", "vendor_revenue_from_china"),
    ),
    Claim(
        "C5",
        "claim",
        ("It is a deliberate strategy.", "这是有意的策略。"),
        ("washington_aim", "beijing_aim", "capability_beyond_floor", "backlash", "us_ai_valuation"),
    ),
    Claim("E1", "claim", ("Redefining success speeds the roots.", "重定义成功可加快技术根。"), ("root_recognition", "root_pull")),
    Claim(
        "E2",
        "claim",
        ("Focusing resources speeds the roots.", "聚焦资源可加快技术根。"),
        ("root_refocus", "refocused_money", "layer_focus", "root_pull"),
    ),
    Claim(
        "E3",
        "claim",
        ("An independent full chain can be built sooner.", "可更早建成独立全链条。"),
        ("capability_under_cut_off", "compute_kept", "independent_capability"),
    ),
    Claim(
        "A1",
        "claim",
        ("Success counts by technology root.", "成功以技术根为判据。"),
        ("us_receipts_share", "us_root_share", "dividend_to_us_roots", "dividend_to_domestic_roots"),
    ),
    Claim(
        "A2",
        "claim",
        ("Success on domestic roots does not lift the story.", "国产技术根的成功不支撑美国叙事。"),
        ("demand_proof_strength", "visible_success", "proof", "persuasion"),
    ),
    Claim(
        "A3",
        "claim",
        ("Success on American roots returns its dividend.", "美系技术根的成功红利回流美国。"),
        ("proof", "belief", "confidence", "us_ai_valuation"),
    ),
    Claim("H1", "rival", ("Restriction galvanises.", "限制激发自主。"), ("urgency_strength", "urgency", "perceived_risk")),
    Claim(
        "H1b",
        "rival",
        ("Restriction protects infant suppliers.", "限制保护幼稚产业。"),
        ("protection_strength", "home_market_share"),
    ),
    Claim("H2", "rival", ("Access teaches.", "开放带来学习。"), ("diffusion_strength", "diffusion", "root_funding")),
    Claim(
        "H3",
        "rival",
        ("China barely moves American valuations.", "中国对美国估值影响甚微。"),
        ("china_cash_weight", "counted_revenue"),
    ),
    Claim(
        "H4",
        "rival",
        ("Leakage blunts every control.", "泄漏削弱管制。"),
        ("leakage_strength", "smuggled_spending", "rented_compute"),
    ),
    Claim("H5", "rival", ("Openness is lobbying, not design.", "放开源于游说而非设计。"), ("lobbying", "lobbied_opening")),
    Claim("H6", "rival", ("China itself refuses.", "中国自行拒购。"), ("refusal_strength", "closed_gate", "acceptance")),
    Claim(
        "H7",
        "rival",
        ("Low-cost Chinese success deflates the story.", "低成本成功削弱叙事。"),
        ("efficiency_strength", "efficiency_surprise", "fatigue"),
    ),
    Claim(
        "H8",
        "rival",
        ("Retaliation makes restriction costly.", "反制使限制代价高昂。"),
        ("retaliation_strength", "retaliation", "retaliation_opening"),
    ),
    Claim(
        "H9",
        "rival",
        ("Denied inputs slow everything.", "断供拖慢一切。"),
        ("denial_strength", "denial_bite", "denied_inputs", "input_access", "bound_by_tools"),
    ),
    Claim("H10", "rival", ("Talk of remote control backfires.", "远程控制之议适得其反。"), ("hook_strength", "perceived_risk")),
)
