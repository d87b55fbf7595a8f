"""By what links a policy reaches independent capability: every way from a lever to it crosses one of them, and only one."""

from dualtrack.language.statements.pathway import Pathway

PATHWAYS = (
    Pathway(
        "know_how",
        ("Know-how from foreign products and fabs", "外国产品与外资厂带来的知识"),
        (("teaching_openness", "diffusion"), ("teaching_fabs", "diffusion"), ("process_data_control", "diffusion")),
    ),
    Pathway(
        "inputs",
        ("Inputs from abroad, at hand or denied", "外部投入可得与否"),
        (("input_access", "progress"), ("input_access", "euv_pace"), ("bound_by_tools", "reach")),
    ),
    Pathway(
        "orders",
        ("Orders and real use for home makers", "国产厂商的订单与真实负载"),
        (("teaching_service", "learning_from_use"), ("used_ability", "withering"), ("reinvested_sales", "root_funding")),
    ),
    Pathway(
        "choices",
        ("Where investors and engineers go", "投资者与工程师的去向"),
        (("private_root_share", "root_funding"), ("root_talent_ratio", "effort")),
    ),
    Pathway(
        "earnings",
        ("Earnings of applications that pay for roots", "应用所得反哺技术根"),
        (("application_value", "root_funding"),),
    ),
    Pathway(
        "state",
        ("State money and guidance for the roots", "国家对技术根的资金与引导"),
        (
            ("state_money", "root_funding"),
            ("refocused_money", "root_funding"),
            ("layer_focus", "root_funding_by_layer"),
            ("focused_total", "root_funding_by_layer"),
        ),
    ),
    Pathway(
        "frontier",
        ("The pace of the American frontier", "美国前沿的推进速度"),
        (("effect_of_research_on_frontier", "erosion"),),
    ),
)
