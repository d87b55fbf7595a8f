"""How the leading vendor's share price answered news from China, beside days without any: what cash and proofs may weigh.

Every day is read from the record's event study, since its closes are public: its return beyond what the market's explains.
"""

from dualtrack.language.declaration import Assumed
from dualtrack.language.statements.ledger import Observed
from dualtrack.language.statements.panel import Panel, Reaction

_H20 = (
    (Observed("h20_revenue_china", 2024), Observed("nvidia_revenue", 2024)),
    (Observed("h20_lost_revenue_quarter", 2025.5), Observed("nvidia_revenue_quarter", 2025.5)),
)
_H200 = ((Observed("h200_china_revenue_potential", 2026), Observed("nvidia_revenue", 2025)),)

REACTIONS = Panel(
    share="nvidia_one_day_return",
    market="nasdaq_one_day_return",
    reactions=(
        Reaction(
            "deepseek",
            ("A strong Chinese model at low cost", "低成本的中国强模型"),
            "belief",
            "2025-01-27",
            finding="nvda_2025_01_27",
        ),
        Reaction("deepseek_after", ("The day after", "次日"), "belief", "2025-01-28", finding="nvda_2025_01_28"),
        Reaction(
            "h20_stop",
            ("H20 sales need a licence", "H20须许可"),
            "cash",
            "2025-04-16",
            gain=False,
            stakes=_H20,
            finding="nvda_2025_04_16",
        ),
        Reaction(
            "h20_return", ("H20 sales to resume", "H20恢复销售"), "cash", "2025-07-15", stakes=_H20, finding="nvda_2025_07_15"
        ),
        Reaction(
            "h200_allowed",
            ("H200 allowed, first full session", "H200获准后首个交易日"),
            "cash",
            "2025-12-09",
            stakes=_H200,
            finding="nvda_2025_12_09",
        ),
        Reaction(
            "h200_imports",
            ("Some H200 imports said to be allowed", "传部分H200获准进口"),
            "cash",
            "2026-01-13",
            stakes=_H200,
            finding="nvda_2026_01_13",
        ),
        Reaction("us_survey", ("A US business survey", "美国商业调查"), "control", "2024-09-03", finding="nvda_2024_09_03"),
        Reaction(
            "pilots",
            ("A study of AI pilots without return", "AI试点无回报的研究"),
            "control",
            "2025-08-19",
            finding="nvda_2025_08_19",
        ),
        Reaction(
            "us_outlook",
            ("US outlook and interest rates", "美国业绩展望与利率"),
            "control",
            "2026-06-05",
            finding="nvda_2026_06_05",
        ),
    ),
    market_weight=(0.0, 2.0),
    ordinary_move=0.03,
    source=Assumed(
        "the share moves up to twice as far as its market, whose own move may be the news; and by about 3 % on other days",
        "daily returns of the share and the market from 2024 to 2026",
    ),
    premium="premium_of_confidence",
    limits=(
        "How the vendor's share moved on single days is weak evidence: a day cannot tell cash from a signal about later rules, "
        "nor how large news was from how unexpected. On no day was "
        "Chinese success on American chips the news by itself, so what such proofs weigh is not identified: the large move of "
        "January 2025 ran the other way, part of it was undone the day after, and on no other of these days did the share move "
        "by more than two standard errors beyond its market.",
        "厂商股价的单日涨跌是很弱的证据：它无法区分现金流与后续规则的信号，也无法区分消息的大小与意外程度。"
        "没有一天的消息仅为中国在美芯上的成功，故此类验证的权重无法识别："
        "2025年1月的大跌方向相反，次日收回一部分，其余各日股价超出市场的变动均不足两倍标准误。",
    ),
)
