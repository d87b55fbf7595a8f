"""Six levers of both governments by what their values mean, each value an anchor of the codebook or of a shipped regime."""

from dualtrack.language.statements.argument import WordedLever, WordedValue

SIDES = {"us": ("Washington", "美国政府"), "china": ("Beijing", "中国政府")}


def _words(*pairs):
    return tuple(WordedValue(value, label) for value, label in pairs)


WORDED = (
    WordedLever(
        "chip_performance_ceiling",
        "us",
        ("Chips sold under licence", "许可出售的芯片"),
        _words(
            (0.0, ("none", "不出售")),
            (0.15, ("up to the H20", "至多H20级")),
            (1.0, ("up to the H200", "至多H200级")),
            (2.3, ("up to the B200", "至多B200级")),
        ),
        beside=("chip_frontier_share_ceiling",),
    ),
    WordedLever(
        "memory_access",
        "us",
        ("High-bandwidth memory (HBM)", "高带宽内存（HBM）"),
        _words(
            (0.0, ("none, not even inside chips", "全部禁售，含芯片内置")),
            (0.1, ("only inside permitted chips", "仅限获准芯片内置")),
            (0.5, ("older generations freely", "旧代产品自由出售")),
            (1.0, ("all generations freely", "各代产品自由出售")),
        ),
    ),
    WordedLever(
        "tool_access",
        "us",
        ("Fabrication tools and lithography", "制造设备与光刻机"),
        _words(
            (0.0, ("none, nor parts or service", "全部禁售，含零部件与服务")),
            (0.25, ("mature lines only", "仅限成熟制程")),
            (0.5, ("Dutch and Japanese, not American", "可买荷兰与日本设备，不含美国设备")),
            (0.85, ("all but extreme-ultraviolet lithography", "除极紫外光刻机外全部放开")),
            (1.0, ("all", "全部放开")),
        ),
    ),
    WordedLever(
        "cloud_access",
        "us",
        ("Computing rented abroad", "租用海外算力"),
        _words(
            (0.0, ("none", "不得租用")),
            (0.5, ("by licence, case by case", "逐案许可")),
            (0.7, ("from others, no centres of its own", "可向他人租用，不得自建")),
            (1.0, ("freely", "不受限制")),
        ),
    ),
    WordedLever(
        "domestic_procurement_mandate",
        "china",
        ("Purchases reserved for home chips", "保留给国产芯片的采购"),
        _words(
            (0.0, ("none", "无此要求")),
            (0.15, ("half of public data centres", "公共数据中心的一半")),
            (0.3, ("all state-funded data centres", "全部国资数据中心")),
            (1.0, ("every buyer", "所有买家")),
        ),
    ),
    WordedLever(
        "root_refocus",
        "china",
        ("State money and posts for the roots", "国家资金与岗位转向技术根"),
        _words(
            (0.0, ("as they are", "不转移")),
            (0.6, ("three fifths, as in the breakout", "转移六成，同突围情景")),
            (1.0, ("all of them", "全部转移")),
        ),
    ),
)
