"""What the record says of the Chinese accelerator market: chips in units and in money, licensed, domestic and smuggled."""

from dualtrack.language.statements.counterpart import Counterpart, Outside, Points, Relative

_SOLD = "domestic_chips_sold + licensed_chips_sold"
_CARDS = (
    "Cards of any size count alike, small ones for inference too; grey imports may be in it.",
    "不论大小，每卡同计，含小型推理卡；可能含灰色进口。",
)
_COMPLEMENT = (
    "The rest of a count that is mapped already, other foreign vendors left out: shown, since it tells nothing new.",
    "已对应统计的补数，未计其他外国厂商：不含新信息，仅供展示。",
)

MARKET = (
    Counterpart("china_accelerator_shipments", _SOLD, Relative(0.2), _CARDS),
    Counterpart(
        "china_accelerator_shipments_half_year",
        _SOLD,
        Relative(0.25),
        (f"{_CARDS[0]} A half year is told at its yearly pace.", f"{_CARDS[1]}半年数按年率计。"),
        part_of="china_accelerator_shipments",
    ),
    Counterpart("china_domestic_accelerator_shipments", "domestic_chips_sold", Relative(0.2), _CARDS, sets=("budget_ratio",)),
    Counterpart(
        "china_domestic_accelerator_shipments_half_year",
        "domestic_chips_sold",
        Relative(0.25),
        (f"{_CARDS[0]} A half year is told at its yearly pace.", f"{_CARDS[1]}半年数按年率计。"),
        part_of="china_domestic_accelerator_shipments",
    ),
    Counterpart(
        "china_domestic_accelerator_shipments_bernstein",
        "domestic_chips_sold",
        Relative(0.3),
        ("A second house's count, by rules that it does not tell.", "另一机构的统计，口径未说明。"),
    ),
    Counterpart(
        "nvidia_china_accelerator_shipments",
        "licensed_chips_sold",
        Relative(0.3),
        (
            "One American vendor, which sells nearly all; whether grey imports are in it is unclear.",
            "仅一家美国厂商（占绝大部分）；是否含灰色进口不明。",
        ),
        sets=("rule_free_share",),
    ),
    Counterpart(
        "h20_units_to_china",
        "licensed_chips_sold",
        Relative(0.3),
        ("One product; others sold below the thresholds come on top.", "仅一款产品；门槛以下的其他产品另计。"),
        bears="at_least",
    ),
    Counterpart(
        "china_accelerator_domestic_share",
        "domestic_unit_share",
        Points(0.05),
        (
            "Cards of any size; the theory has smuggled chips below the line too. From 2024 both counts weigh that it divides.",
            "不论卡的大小；理论的分母还含走私芯片。2024年起，相除的两项统计已各自计权。",
        ),
        until=2024.0,
        sets=("initial_domestic_preference",),
    ),
    Counterpart("nvidia_china_accelerator_share", "1 - domestic_unit_share", Points(0.07), _COMPLEMENT, used=False),
    Counterpart(
        "nvidia_china_accelerator_share_ceo",
        "1 - domestic_unit_share",
        Points(0.2),
        ("A phrase of the seller in public, and no count.", "卖方的公开说法，并非统计。"),
        used=False,
        outside=(
            Outside(
                2026.0,
                2027.0,
                "definition",
                (
                    "Said of the newest chips at the pace of the day; counts of units say otherwise.",
                    "指最新芯片当日的出货；按卡统计并非如此。",
                ),
            ),
        ),
    ),
    Counterpart(
        "china_ai_server_imported_chip_share",
        "1 - domestic_unit_share",
        Points(0.1),
        ("Chips in servers bought in China, by one house; cards sold alone are left out.", "仅计服务器内芯片；单卖的卡未计。"),
    ),
    Counterpart(
        "china_accelerator_domestic_share_value",
        "domestic_spending_share",
        Points(0.05),
        ("Smuggled chips are left out, which the theory counts below the line.", "未计走私芯片，而理论的分母含之。"),
    ),
    Counterpart(
        "nvidia_china_accelerator_share_value",
        "1 - domestic_spending_share",
        Points(0.07),
        ("One American vendor; a twentieth of the market goes to another.", "仅一家美国厂商；另一家约占二十分之一。"),
    ),
    Counterpart(
        "china_gpu_self_sufficiency_morgan_stanley",
        "domestic_spending_share",
        Points(0.08),
        ("A house's own count of what China uses, imports by any road in it.", "该机构自行统计，含各种渠道的进口。"),
    ),
    Counterpart(
        "china_accelerator_market",
        "legal_sales",
        Relative(0.2),
        ("A house's count by product; smuggled chips are left out on both sides.", "按产品统计；两边均未计走私芯片。"),
    ),
    Counterpart(
        "china_accelerated_server_market",
        "legal_sales",
        Relative(0.3),
        (
            "Servers with accelerators: chips are put at three quarters of the price.",
            "含加速器的服务器；芯片按价格的四分之三计。",
        ),
        scale=0.75,
    ),
    Counterpart(
        "china_accelerator_local_supply",
        "domestic_supply",
        Relative(0.3),
        ("What vendors could supply, by a house's estimate of fabs and memory.", "按代工与内存产能估计的可供货值。"),
    ),
    Counterpart(
        "nvidia_china_ai_revenue_bernstein",
        "licensed_sales",
        Relative(0.3),
        ("One American vendor, by a house's estimate.", "仅一家美国厂商，为机构估计。"),
    ),
    Counterpart(
        "h20_revenue_china",
        "licensed_sales",
        Relative(0.2),
        (
            "One product, forecast in the middle of its year: no floor that was counted.",
            "单一产品，且为年中预测：并非已统计的下限。",
        ),
        bears="at_least",
        used=False,
    ),
    Counterpart(
        "h20_sales_china_quarter",
        "licensed_sales",
        Relative(0.2),
        ("One product in a quarter, told at its yearly pace; others come on top.", "单季单款产品，按年率计；其他产品另计。"),
        bears="at_least",
    ),
    Counterpart(
        "smuggled_accelerators",
        "smuggled_chips",
        Relative(0.3),
        ("A median of models of a think tank, with a range of fifty times.", "智库模型的中位数，区间相差五十倍。"),
        sets=("smuggling_share",),
    ),
    Counterpart(
        "smuggled_chips_value_quarter",
        "smuggled_spending",
        Relative(0.4),
        ("What one newspaper could trace in three months, told at its yearly pace.", "一家报纸三个月内查到的数额，按年率计。"),
        bears="at_least",
    ),
    Counterpart(
        "b300_price",
        "frontier_chip_price",
        Relative(0.3),
        ("One quotation for one product.", "单一产品的一次报价。"),
    ),
)
