"""Which way each lever restricts, and what values mean that the record's codebook does not tell, since no event set them.

A rule is tighter where it lets less be sold, bought or kept from control, whichever government made it. Money, aims and whether
rules move by themselves are neither.
"""

from dualtrack.language.statements.lever_scale import JointReading, LeverScale

SCALES = {
    "chip_performance_ceiling": LeverScale(
        "looser",
        also=(
            "H20",
            "H200",
            "H800",
            "A800",
            "B200",
            "Nvidia",
            "GPU",
            "accelerator",
            "licence",
            "license",
            "entity list",
            "BIS",
            "英伟达",
            "加速器",
            "许可证",
            "实体清单",
            "芯片上限",
        ),
    ),
    "chip_frontier_share_ceiling": LeverScale(
        "looser", also=("frontier", "Blackwell", "B30A", "generation gap", "relative ceiling", "前沿", "代差")
    ),
    "chip_volume_ceiling": LeverScale("looser", also=("quota", "volume", "cap", "number of chips", "配额", "数量")),
    "rule_free_sales": LeverScale(
        "looser",
        {0.0: ("closed as well", "同样关闭"), 1.0: ("sold without a licence", "无需许可即可出售")},
        also=("consumer GPU", "gaming", "RTX", "无需许可"),
    ),
    "chip_levy": LeverScale("tighter", also=("tariff", "15 %", "25 %", "revenue share", "tax", "关税", "分成", "税")),
    "sliding_scale": LeverScale(
        "neither",
        {
            0.0: ("the two written ceilings hold", "由两项成文上限决定"),
            1.0: ("Chinese capability sets the ceiling", "上限随中国自身能力浮动"),
        },
        also=("floating ceiling", "sliding", "浮动上限"),
    ),
    "memory_access": LeverScale(
        "looser",
        also=(
            "HBM",
            "HBM2E",
            "HBM3",
            "HBM3E",
            "HBM4",
            "high-bandwidth memory",
            "DRAM",
            "SK hynix",
            "Samsung",
            "Micron",
            "CXMT",
            "高带宽内存",
            "长鑫",
        ),
    ),
    "tool_access": LeverScale(
        "looser",
        also=(
            "lithography",
            "EUV",
            "DUV",
            "ASML",
            "immersion",
            "etch",
            "deposition",
            "semiconductor equipment",
            "光刻",
            "极紫外",
            "浸没",
            "刻蚀",
            "半导体设备",
            "阿斯麦",
        ),
    ),
    "eda_access": LeverScale(
        "looser",
        also=(
            "EDA",
            "electronic design automation",
            "design software",
            "Synopsys",
            "Cadence",
            "Siemens",
            "电子设计自动化",
            "设计软件",
        ),
    ),
    "foundry_access": LeverScale(
        "looser", also=("TSMC", "foundry", "tape-out", "entity list", "Huawei", "台积电", "代工", "流片", "实体清单", "华为")
    ),
    "korean_fab_access": LeverScale(
        "looser", also=("Samsung Xi'an", "SK hynix Wuxi", "validated end user", "VEU", "三星", "海力士", "经验证最终用户")
    ),
    "mainland_foundry_access": LeverScale(
        "looser", also=("SMIC", "Hua Hong", "validated end user", "VEU", "中芯国际", "华虹", "经验证最终用户")
    ),
    "cloud_access": LeverScale(
        "looser",
        also=("cloud", "remote access", "IaaS", "data centre abroad", "Malaysia", "rented compute", "云", "远程访问", "租用算力"),
    ),
    "remote_control": LeverScale(
        "tighter",
        also=(
            "kill switch",
            "chip security",
            "location verification",
            "backdoor",
            "Chip Security Act",
            "远程停用",
            "定位",
            "后门",
            "芯片安全",
        ),
    ),
    "process_data_control": LeverScale("tighter", also=("telemetry", "process data", "monitoring", "工艺数据", "遥测", "监测")),
    "cloud_licence_control": LeverScale("tighter", also=("licence key", "know your customer", "KYC", "许可密钥", "客户核验")),
    "cut_off": LeverScale(
        "tighter",
        {0.0: ("no cut-off", "不断供"), 1.0: ("everything closed at once", "一次全部关闭")},
        also=("full embargo", "decoupling", "sudden stop", "全面断供", "脱钩"),
    ),
    "rules_react": LeverScale(
        "neither",
        {0.0: ("rules stay as written", "规则不自行调整"), 1.0: ("rules answer lobbying and retaliation", "规则回应游说与反制")},
        also=("lobbying", "retaliation", "游说", "反制"),
    ),
    "domestic_procurement_mandate": LeverScale(
        "tighter", also=("state data centres", "buy domestic", "Ascend", "Huawei", "国产替代", "采购", "昇腾")
    ),
    "domestic_tool_mandate": LeverScale(
        "tighter", also=("half of tools at home", "50 %", "domestic equipment", "国产设备", "五成")
    ),
    "import_refusal": LeverScale(
        "tighter",
        {0.0: ("none turned away by decree", "不以政令拒购"), 1.0: ("every licensed chip turned away", "拒购全部许可芯片")},
        also=("ban on H20", "refuse", "boycott", "CAC", "customs", "拒购", "H20", "网信办", "海关"),
    ),
    "deal_review": LeverScale("tighter", also=("acquisition", "Manus", "merger review", "投资审查", "并购")),
    "root_fund_commitments": LeverScale("neither", also=("Big Fund", "subsidy", "state money", "大基金", "补贴")),
    "root_refocus": LeverScale(
        "neither",
        {0.0: ("money and posts as they are", "资金与岗位不变"), 1.0: ("all of them to the roots", "全部转向技术根")},
        also=("refocus", "root technology", "聚焦", "技术根"),
    ),
    "root_recognition": LeverScale(
        "neither",
        {
            0.0: ("success is users or a sale", "以用户或被收购论成功"),
            1.0: ("the technology root alone counts", "只以技术根论成功"),
        },
        also=("titles", "prizes", "evaluation", "recognition", "评价", "称号"),
    ),
    "beijing_reacts": LeverScale(
        "neither",
        {
            0.0: ("money does not answer urgency", "资金不随紧迫感调整"),
            1.0: ("state money answers urgency", "国家资金随紧迫感调整"),
        },
        also=("stimulus", "response", "响应"),
    ),
    "layer_focus": LeverScale(
        "neither",
        {0.0: ("its normal weight", "常规权重"), 1.0: ("twice its normal weight", "常规权重的两倍")},
        also=("equipment", "lithography", "materials", "core IP", "设备", "光刻", "材料", "核心IP"),
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
