"""Which way each lever restricts, and what values mean that the record's codebook does not tell, since no event set them.

A rule is tighter where it lets less be sold, bought or kept from control, whichever government made it. Money, aims and whether
rules move by themselves are neither.
"""

from dualtrack.language.statements.lever_scale import JointReading, LeverScale

SCALES = {
    "chip_performance_ceiling": LeverScale("looser"),
    "chip_frontier_share_ceiling": LeverScale("looser"),
    "chip_volume_ceiling": LeverScale("looser"),
    "rule_free_sales": LeverScale(
        "looser",
        {0.0: ("closed as well", "同样关闭"), 1.0: ("sold without a licence", "无需许可即可出售")},
    ),
    "chip_levy": LeverScale("tighter"),
    "sliding_scale": LeverScale(
        "neither",
        {
            0.0: ("the two written ceilings hold", "由两项成文上限决定"),
            1.0: ("Chinese capability sets the ceiling", "上限随中国自身能力浮动"),
        },
    ),
    "memory_access": LeverScale("looser"),
    "tool_access": LeverScale("looser"),
    "eda_access": LeverScale("looser"),
    "foundry_access": LeverScale("looser"),
    "korean_fab_access": LeverScale("looser"),
    "mainland_foundry_access": LeverScale("looser"),
    "cloud_access": LeverScale("looser"),
    "remote_control": LeverScale("tighter"),
    "process_data_control": LeverScale("tighter"),
    "cloud_licence_control": LeverScale("tighter"),
    "cut_off": LeverScale("tighter", {0.0: ("no cut-off", "不断供"), 1.0: ("everything closed at once", "一次全部关闭")}),
    "rules_react": LeverScale(
        "neither",
        {0.0: ("rules stay as written", "规则不自行调整"), 1.0: ("rules answer lobbying and retaliation", "规则回应游说与反制")},
    ),
    "domestic_procurement_mandate": LeverScale("tighter"),
    "domestic_tool_mandate": LeverScale("tighter"),
    "import_refusal": LeverScale(
        "tighter",
        {0.0: ("none turned away by decree", "不以政令拒购"), 1.0: ("every licensed chip turned away", "拒购全部许可芯片")},
    ),
    "deal_review": LeverScale("tighter"),
    "root_fund_commitments": LeverScale("neither"),
    "root_refocus": LeverScale(
        "neither",
        {0.0: ("money and posts as they are", "资金与岗位不变"), 1.0: ("all of them to the roots", "全部转向技术根")},
    ),
    "root_recognition": LeverScale(
        "neither",
        {
            0.0: ("success is users or a sale", "以用户或被收购论成功"),
            1.0: ("the technology root alone counts", "只以技术根论成功"),
        },
    ),
    "beijing_reacts": LeverScale(
        "neither",
        {
            0.0: ("money does not answer urgency", "资金不随紧迫感调整"),
            1.0: ("state money answers urgency", "国家资金随紧迫感调整"),
        },
    ),
    "layer_focus": LeverScale(
        "neither", {0.0: ("its normal weight", "常规权重"), 1.0: ("twice its normal weight", "常规权重的两倍")}
    ),
}

TOGETHER = (
    JointReading(
        ("chip_performance_ceiling", "chip_frontier_share_ceiling", "sliding_scale"),
        "licensed_chip_performance",
        "chip_performance_ceiling",
        (
            "The larger of the two ceilings holds, unless the sliding scale takes their place.",
            "两项上限取其大者；采用浮动上限时由其取代。",
        ),
    ),
)
"""The chip ceilings: an absolute one of 1 and a relative one of 0.15 are compared only beside the frontier product of the day."""
