"""What the record says of American firms: the leading vendor's accounts and value, cloud spending, and who pays for AI."""

from dualtrack.language.statements.counterpart import Counterpart, Outside, Points, Relative

_VENDOR = "revenue_elsewhere + china_vendor_revenue"
_CENTRE = "accelerator_sales_elsewhere + china_vendor_revenue"
HELD_OUT_FROM = 2026.56
"""The vendor's quarter to October 2026, which begins here, is what fact F25 is asked of: held out, whatever its source."""
_WHOLE_FIRM = (
    "The whole firm: the theory adds gaming and the rest as a constant.",
    "为全公司；理论以常数加上游戏等业务。",
)
_BILLED = (
    "By where it is billed: resale abroad, gaming and the rest are in it.",
    "按开票地计：含转售海外、游戏及其他业务。",
)
_HEADQUARTERS = ("By the buyer's headquarters, wherever it is delivered.", "按买方总部计，不论交付地。")
_ONE_PAYER = (
    "One firm's or one market's part of what is paid for AI: no less is paid.",
    "仅一家企业或一个市场所得：全部付费不少于此。",
)
GAMING_SHRANK = 2023.0
"""From when accelerators are most of what is billed in China."""

FIRMS = (
    Counterpart(
        "nvidia_revenue",
        _VENDOR,
        Relative(0.15),
        _WHOLE_FIRM,
        until=HELD_OUT_FROM,
        outside=(
            Outside(
                2019.0,
                2020.0,
                "cycle",
                (
                    "Orders for mining and from cloud firms ebbed for a year; the theory has no business cycle.",
                    "挖矿与云厂商订单低落一年；理论没有商业周期。",
                ),
            ),
        ),
    ),
    Counterpart("nvidia_revenue_quarter", _VENDOR, Relative(0.15), _WHOLE_FIRM, until=HELD_OUT_FROM, part_of="nvidia_revenue"),
    Counterpart(
        "nvidia_data_centre_revenue",
        _CENTRE,
        Relative(0.15),
        ("One vendor; sales to China are in it after the levy.", "仅一家厂商；对华销售按扣除上缴后计。"),
        until=HELD_OUT_FROM,
    ),
    Counterpart(
        "nvidia_data_centre_revenue_quarter",
        _CENTRE,
        Relative(0.15),
        ("One vendor; sales to China are in it after the levy.", "仅一家厂商；对华销售按扣除上缴后计。"),
        until=HELD_OUT_FROM,
        part_of="nvidia_data_centre_revenue",
    ),
    Counterpart("nvidia_china_revenue_billing", "china_vendor_revenue", Relative(0.4), _BILLED, since=GAMING_SHRANK),
    Counterpart(
        "nvidia_china_revenue_billing_quarter",
        "china_vendor_revenue",
        Relative(0.4),
        _BILLED,
        since=GAMING_SHRANK,
        part_of="nvidia_china_revenue_billing",
    ),
    Counterpart("nvidia_china_revenue_headquarters", "china_vendor_revenue", Relative(0.5), _HEADQUARTERS),
    Counterpart(
        "nvidia_china_revenue_headquarters_quarter",
        "china_vendor_revenue",
        Relative(0.5),
        _HEADQUARTERS,
        part_of="nvidia_china_revenue_headquarters",
    ),
    Counterpart(
        "nvidia_china_revenue_share_billing",
        "china_revenue_share",
        Points(0.03),
        _BILLED,
        used=False,
        outside=(
            Outside(
                2021.0,
                2022.0,
                "definition",
                (
                    "Before accelerators were most of what is billed, gaming cards and resale were.",
                    "加速器尚非主要业务，开票以游戏卡与转售为主。",
                ),
            ),
        ),
    ),
    Counterpart(
        "nvidia_china_revenue_share_billing_quarter",
        "china_revenue_share",
        Points(0.03),
        _BILLED,
        used=False,
        part_of="nvidia_china_revenue_share_billing",
        outside=(
            Outside(
                2023.5,
                2023.9,
                "structure",
                (
                    "The quarter before a rule: in the theory nobody hurries orders ahead of one, and resale is in the bill.",
                    "规则出台前一季：理论中无人提前抢购，且开票含转售。",
                ),
            ),
            Outside(
                2024.5,
                2024.9,
                "structure",
                (
                    "The theory sells fewer chips below the thresholds in 2024 than were billed; F4 finds the same.",
                    "2024年理论所售门槛以下芯片少于开票所示；F4亦然。",
                ),
            ),
        ),
    ),
    Counterpart(
        "nvidia_china_revenue_share_headquarters_quarter", "china_revenue_share", Points(0.03), _HEADQUARTERS, used=False
    ),
    Counterpart(
        "nvidia_market_value",
        "vendor_valuation",
        Relative(0.05),
        (
            "The close of one day; the theory has no interest rates and no swings of a year.",
            "单日收盘；理论无利率，亦无年内波动。",
        ),
        sets=("premium_of_confidence",),
    ),
    Counterpart(
        "nvidia_research_spending",
        "us_research",
        Relative(0.15),
        (
            "One vendor's expense stands for the frontier's; fiscal 2019 is the starting value.",
            "以一家厂商代表前沿；2019财年为初值。",
        ),
        since=2019.08,
        sets=("initial_us_research",),
        outside=(
            Outside(
                2020.2,
                2022.0,
                "structure",
                (
                    "A maker of networks was taken over with its staff; the theory knows no takeovers.",
                    "并购一家网络厂商及其人员；理论没有并购。",
                ),
            ),
        ),
    ),
    Counterpart(
        "nvidia_research_spending_quarter",
        "us_research",
        Relative(0.15),
        ("One vendor's expense stands for the frontier's.", "以一家厂商的费用代表前沿。"),
        part_of="nvidia_research_spending",
    ),
    Counterpart(
        "us_cloud_capex_four",
        "cloud_capex",
        Relative(0.15),
        ("Four whole companies with leases; others are smaller.", "四家全公司，含融资租赁；其他公司较小。"),
        sets=("capital_growth",),
    ),
    Counterpart(
        "us_cloud_capex_four_quarter",
        "cloud_capex",
        Relative(0.15),
        ("Four whole companies, at least, told at the yearly pace.", "四家全公司，为下限，按年率计。"),
        bears="at_least",
    ),
    Counterpart(
        "us_cloud_capex_five",
        "cloud_capex",
        Relative(0.25),
        (
            "A bank's count of spending for AI and cloud by five firms: narrower than whole companies, so less in 2024.",
            "银行统计的五家AI与云支出：较全公司口径窄，2024年数值因而较低。",
        ),
        sets=("other_cloud_capex",),
    ),
    Counterpart(
        "us_cloud_capex_three",
        "cloud_capex",
        Relative(0.15),
        (
            "Three whole companies, shops and warehouses too: a part of the firms, and more than cloud.",
            "三家全公司，含零售与仓储：公司不全，而范围超出云业务。",
        ),
        bears="at_least",
        used=False,
    ),
    Counterpart("us_enterprise_generative_ai_spending", "us_revenue", Relative(0.3), _ONE_PAYER, bears="at_least"),
    Counterpart("us_consumer_ai_market", "us_revenue", Relative(0.3), _ONE_PAYER, bears="at_least"),
    Counterpart("openai_revenue", "us_revenue", Relative(0.1), _ONE_PAYER, bears="at_least"),
    Counterpart("openai_run_rate", "us_revenue", Relative(0.2), _ONE_PAYER, bears="at_least", part_of="openai_revenue"),
    Counterpart(
        "anthropic_run_rate",
        "us_revenue",
        Relative(0.2),
        (
            "One firm's pace of the day, what its partners keep counted in: no less is paid.",
            "一家企业当日年化，含合作方留存部分：全部付费不少于此。",
        ),
        bears="at_least",
    ),
    Counterpart(
        "microsoft_ai_run_rate",
        "us_revenue",
        Relative(0.5),
        (
            "The firm's own word for the pace of the day; what labs pay for computing is in it, which is no end revenue.",
            "该公司自称的当日年化；含实验室的算力付费，并非终端营收。",
        ),
        bears="at_least",
        used=False,
    ),
)
