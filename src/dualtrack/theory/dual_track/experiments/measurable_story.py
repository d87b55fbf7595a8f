"""What would measure sizes of the story, of markets and of computing on which open claims turn a little: guesses of one day."""

from dualtrack.language.statements.measurable import Measurable, guess
from dualtrack.theory.dual_track.experiments.measurable_mechanisms import ANNUAL_REPORTS, CODE_HOSTS, FILED

_GUESS = guess("2026-11-30")
_CLOSES = ("exchanges (daily closes); analysts' services", "交易所（每日收盘价）；分析师数据服务")
_GUIDANCE = ("firms' reports and guidance", "公司报告与业绩指引")

STORY = (
    Measurable(
        "efficiency_rate",
        ("Training compute at equal quality, by country and year", "同等质量下分国分年的训练算力"),
        _GUESS,
        publisher=("Epoch AI; technical reports", "Epoch AI；技术报告"),
        days=5.0,
        error=0.5,
    ),
    Measurable(
        "surprise_weight",
        (
            "Returns of hundreds of firms on dated efficiency news, by exposure; whether falls last cannot be measured",
            "数百家公司对效率消息的回报（按敞口）；跌幅是否持续无法测量",
        ),
        _GUESS,
        publisher=_CLOSES,
        days=4.0,
    ),
    Measurable(
        "salience_time",
        (
            "How long coverage of a Chinese AI success lasts, by the chips it is said to run on",
            "中国人工智能成功之报道持续多久，按所称运行芯片",
        ),
        _GUESS,
        publisher=("news archives", "新闻数据库"),
        days=10.0,
        error=0.3,
    ),
    Measurable(
        "premium_of_confidence",
        ("A decomposition of the rise of multiples since 2022", "2022年以来估值倍数上升的分解"),
        _GUESS,
        publisher=_CLOSES,
        days=5.0,
        error=0.3,
    ),
    Measurable(
        "growth_premium",
        ("Multiples against expected growth, many vendors", "多家厂商的估值倍数与预期增速"),
        _GUESS,
        publisher=_CLOSES,
        days=5.0,
        error=0.2,
    ),
    Measurable(
        "spending_valuation_elasticity",
        ("Financing of AI spending by source, by firm and quarter", "人工智能支出的资金来源，按公司与季度"),
        _GUESS,
        publisher=_GUIDANCE,
        days=5.0,
        error=0.2,
    ),
    Measurable(
        "trust",
        ("Spending guidance before and after falls in value", "市值下跌前后的支出指引"),
        _GUESS,
        publisher=_GUIDANCE,
        days=5.0,
    ),
    Measurable(
        "capture_rate",
        ("Moves of founding teams abroad, by field and year", "创始团队赴境外的流动，分领域分年"),
        _GUESS,
        publisher=("company registers", "企业登记"),
        days=5.0,
        error=0.01,
    ),
    Measurable(
        "review_reach",
        ("Deals that were reviewed, of those that could have been, by year", "每年被审查交易占可审查交易之比"),
        _GUESS,
    ),
    Measurable(
        "reinvestment_share",
        (
            "Accounts of domestic chip firms: research and investment over domestic sales",
            "国产芯片企业账目：研发与投资占国内销售之比",
        ),
        _GUESS,
        publisher=ANNUAL_REPORTS,
        days=5.0,
        error=0.05,
        due=FILED,
    ),
    Measurable(
        "multipatterning",
        ("Counts of good dies on advanced Chinese wafers", "中国先进制程晶圆的合格芯片数"),
        _GUESS,
        publisher=("teardown firms", "拆解分析机构"),
        error=0.06,
    ),
    Measurable(
        "switching_time",
        ("Dated portings of models and frameworks to domestic stacks", "模型与框架移植到国产软件栈的日期"),
        _GUESS,
        publisher=CODE_HOSTS,
        days=5.0,
        error=0.5,
    ),
    Measurable(
        "initial_us_rooted_compute",
        ("An audited count of accelerators installed in China in 2018", "2018年中国已装加速器的核实数"),
        _GUESS,
    ),
    Measurable(
        "compute_elasticity",
        ("Product revenue before and after computing was lost", "失去算力前后的产品收入"),
        _GUESS,
    ),
    Measurable(
        "scenario_richness",
        ("Audited AI product revenue of Chinese firms, by industry", "中国企业人工智能产品收入（审计数），分行业"),
        _GUESS,
        publisher=ANNUAL_REPORTS,
        days=10.0,
        due=FILED,
    ),
    Measurable(
        "frontier_tie.memory",
        (
            "A yearly panel of experts on each layer's distance from the frontier, in one definition",
            "专家年度评估：各层与前沿的距离，口径统一",
        ),
        _GUESS,
    ),
)
