"""Which uncertain numbers are of one meaning: a mechanism with all that sizes it, or one thing that several numbers describe.

A number that sizes two mechanisms stands with the one that its sector tells first: learning by doing with protection. Numbers in
no group are the rest.
"""

from dualtrack.language.statements.display import NumberGroup
from dualtrack.theory.dual_track.meanings_story import STORY

ROOTS = (
    NumberGroup(
        "progress",
        ("Progress and rising difficulty", "进步速率与难度上升"),
        ("progress_rate", "required_effort_growth", "funding_elasticity", "talent_elasticity"),
    ),
    NumberGroup("start", ("Readiness at the start", "起始就绪度"), ("initial_readiness", "seed_readiness")),
    NumberGroup("erosion", ("Erosion by the frontier", "前沿推进的侵蚀"), ("frontier_erosion", "frontier_tie")),
    NumberGroup("withering", ("Withering of unused roots", "久不用则废"), ("withering_strength", "withering_rate")),
    NumberGroup(
        "denial",
        ("Denied inputs and their bites", "断供及其影响"),
        ("denial_strength", "denial_bite", "input_saving_rate"),
    ),
    NumberGroup(
        "diffusion",
        ("Diffusion of know-how", "知识扩散"),
        ("diffusion_strength", "catch_up_rate", "absorption_half", "secrecy_of_control", "recycling_share"),
    ),
    NumberGroup(
        "protection",
        ("Protection and learning by doing", "保护与干中学"),
        (
            "protection_strength",
            "learning_by_doing",
            "uncontrolled_share",
            "product_threshold",
            "service_time",
            "reinvestment_share",
        ),
    ),
    NumberGroup("workloads", ("Real workloads", "真实负载"), ("workload_strength", "stack_spillover")),
    NumberGroup(
        "lithography",
        ("Lithography", "光刻"),
        ("euv_stage_time", "euv_floor_time", "older_lithography", "multipatterning", "multipatterning_penalty"),
    ),
    NumberGroup("substitution", ("Substitution between layers", "层间替代"), ("complementarity", "process_complementarity")),
)

MINDS = (
    NumberGroup(
        "urgency",
        ("Urgency and its pulls", "紧迫感及其拉力"),
        ("urgency_strength", "urgency_on_talent", "urgency_on_capital", "urgency_on_state_money"),
    ),
    NumberGroup(
        "alarm",
        ("Perceived risk and alarm", "感知风险与警觉"),
        (
            "hook_strength",
            "risk_from_denial",
            "risk_from_remote_control",
            "risk_perception_time",
            "alarm_gain",
            "alarm_memory_time",
        ),
    ),
    NumberGroup(
        "diversion",
        ("Diversion by good-enough supply", "“足够好”的供给带来的分散"),
        ("diversion_strength", "good_enough_rank", "returns_on_talent", "returns_on_capital"),
    ),
    NumberGroup(
        "gate",
        ("Beijing's gate", "中方的进口闸门"),
        ("refusal_strength", "refusal_slope", "refusal_threshold", "refusal_time"),
    ),
    NumberGroup(
        "capture",
        ("Talent and firms that move abroad", "人才与企业外流"),
        ("capture_strength", "capture_rate", "template_on_talent", "review_reach"),
    ),
    NumberGroup(
        "talent",
        ("Talent and how it moves", "人才及其流动"),
        (
            "initial_talent",
            "talent_limit",
            "talent_growth",
            "initial_root_share",
            "transfer",
            "talent_time",
            "recognition_on_talent",
            "refocus_on_talent",
        ),
    ),
    NumberGroup(
        "capital",
        ("Capital and how it moves", "资本及其流动"),
        (
            "initial_private_capital",
            "private_capital_growth",
            "private_capital_slowing",
            "initial_private_root_share",
            "capital_time",
            "guided_share",
            "disbursement_time",
            "initial_disbursement",
        ),
    ),
)

MARKETS = (
    NumberGroup(
        "choice",
        ("Buyers' choice and porting", "买家选择与迁移"),
        (
            "quality_sensitivity",
            "ecosystem_sensitivity",
            "risk_sensitivity",
            "stack_concentration",
            "switching_time",
            "initial_domestic_preference",
            "spill_over",
            "rule_free_performance",
            "rule_free_share",
            "order_lead_time",
            "scarcity_perception_time",
            "porting_time",
            "initial_running_us_share",
        ),
    ),
    NumberGroup(
        "leakage",
        ("Leakage", "管制泄漏"),
        ("leakage_strength", "smuggling_share", "rental_ratio", "rental_time"),
    ),
    NumberGroup(
        "budgets",
        ("Prices and Chinese budgets", "价格与中国预算"),
        (
            "reference_chip_price",
            "price_performance_exponent",
            "domestic_price_ratio",
            "budget_ratio",
            "initial_own_means",
            "own_means_growth",
            "budget_pull",
            "budget_time",
            "initial_budget",
        ),
    ),
    NumberGroup(
        "production",
        ("Fabs, production and stocks", "晶圆厂、生产与囤货"),
        (
            "initial_advanced_wafers",
            "fab_cost",
            "fab_share_of_funding",
            "time_to_build_fab",
            "fab_life",
            "best_yield",
            "yield_curvature",
            "accelerator_share_of_wafers",
            "dies_per_wafer",
            "dies_per_chip",
            "offshore_offer_ratio",
            "mainland_share",
            "stacks_per_chip",
            "domestic_stacks_per_wafer",
            "memory_offer_ratio",
            "plain_memory_share",
            "design_exponent",
            "process_exponent",
            "memory_exponent",
            "hoarding_share",
            "bank_draw_time",
        ),
    ),
    NumberGroup(
        "applications",
        ("Applications and computing", "应用与算力"),
        (
            "initial_compute_elsewhere",
            "initial_us_rooted_compute",
            "initial_domestic_compute",
            "displacement",
            "initial_application_success",
            "value_ratio",
            "scenario_richness",
            "engineering",
            "compute_elasticity",
            "people_elasticity",
            "money_elasticity",
            "application_time",
            "normal_compute_ratio",
            "initial_model_lag",
            "lag_per_log_compute",
        ),
    ),
    NumberGroup(
        "pressure",
        ("Pressure on Washington's rules", "影响美方规则的压力"),
        (
            "lobbying",
            "lobbying_gain",
            "policy_time",
            "retaliation_strength",
            "retaliation_opening_gain",
            "retaliation_cost",
        ),
    ),
)

MEANINGS = (*ROOTS, *MINDS, *MARKETS, *STORY)
