"""What would measure sizes on which open claims turn, with the standard error that one could attain: all guesses of one day."""

from dualtrack.language.statements.measurable import Measurable, guess
from dualtrack.theory.dual_track.experiments.measurable_mechanisms import ANNUAL_REPORTS, FILED, VENDOR_FILINGS

_GUESS = guess("2026-11-30")
_OPEN_MODELS = (
    "American products by the open model they build on, month by month, with prices; margins are not published",
    "美国产品所用开源底座（逐月）与价格；利润率未公开",
)
_MODEL_PAGES = ("model cards and price pages", "模型说明与价格页")
_BUYERS = (
    "A yearly survey of Chinese buyers on expected supply and remote control",
    "对中国采购方的年度调查：供应预期与远程控制",
)
_SALES = (
    "Sales of accelerators in China by vendor, product and price, by quarter",
    "中国加速器按厂商、产品与价格的季度销售",
)
_MARKET = ("IDC (shipments; prices by product are not published)", "IDC（出货量；分产品价格未公开）")
_MARKET_TOLD = "2027-04-30"
_PANEL = (
    "A yearly panel of experts on each layer's distance from the frontier, in one definition",
    "专家年度评估：各层与前沿的距离，口径统一",
)
_COVERAGE = (
    "Coverage of Chinese AI products by the chips they are said to run on, and by growth reported with it",
    "对中国人工智能产品的报道：所称运行芯片及同时报道的增速",
)
_ENGINEERS = ("Yearly moves of engineers between applications and root layers", "工程师每年在应用与技术根之间的流动")
_POSTINGS = ("job sites; the chip talent white paper", "招聘网站；集成电路人才白皮书")

SIZES = (
    Measurable("absorption_rate", _OPEN_MODELS, _GUESS, publisher=_MODEL_PAGES, days=4.0, error=0.02),
    Measurable("margin_loss", _OPEN_MODELS, _GUESS, publisher=_MODEL_PAGES, days=4.0, error=0.05),
    Measurable("open_work_life", _OPEN_MODELS, _GUESS, publisher=_MODEL_PAGES, days=4.0, error=1.0),
    Measurable(
        "lobbying_gain",
        (
            "A panel of lobbying spending and licence decisions; decisions are not public",
            "游说支出与许可决定的面板；许可决定未公开",
        ),
        _GUESS,
        days=3.0,
        error=0.2,
    ),
    Measurable(
        "smuggling_share",
        (
            "An audited count of smuggled chips by year; court files and seizures give an order of magnitude",
            "走私芯片年度核实数；法庭文件与查扣只给出数量级",
        ),
        _GUESS,
        error=0.2,
    ),
    Measurable(
        "template_on_talent",
        ("Career choices of founders and engineers after visible acquisitions", "显著收购之后创业者与工程师的职业选择"),
        _GUESS,
        publisher=("company registers; professional networks", "企业登记；职业社交平台"),
        days=5.0,
        error=0.3,
    ),
    Measurable("progress_rate", _PANEL, _GUESS, error=0.04),
    Measurable("frontier_erosion.core_ip", _PANEL, _GUESS, error=0.015),
    Measurable("older_lithography", _PANEL, _GUESS, error=0.06),
    Measurable("initial_readiness.fabrication", _PANEL, _GUESS, error=0.05),
    Measurable("talent_elasticity", _PANEL, _GUESS, error=0.05),
    Measurable("frontier_tie.equipment", _PANEL, _GUESS),
    Measurable("risk_from_remote_control", _BUYERS, _GUESS, error=0.15),
    Measurable(
        "refusal_threshold",
        ("Shares of licensed chips let in, by month", "各月许可芯片的放行比例"),
        _GUESS,
        publisher=VENDOR_FILINGS,
        days=1.0,
        error=0.1,
        due="2027-04-01",
    ),
    Measurable(
        "required_effort_growth",
        ("Spending, people and progress by layer and year", "分层分年的支出、人员与进展"),
        _GUESS,
        publisher=ANNUAL_REPORTS,
        days=15.0,
        error=0.03,
        due=FILED,
    ),
    Measurable(
        "efficiency_time",
        ("Dates at which published methods are adopted in other models", "已发表方法被其他模型采用的日期"),
        _GUESS,
        publisher=("papers and technical reports", "论文与技术报告"),
        days=5.0,
        error=0.8,
    ),
    Measurable("proof_growth", _COVERAGE, _GUESS, publisher=("news archives", "新闻数据库"), days=10.0, error=0.2),
    Measurable("neutral_rank", _COVERAGE, _GUESS, publisher=("news archives", "新闻数据库"), days=10.0, error=0.15),
    Measurable(
        "proof_weight",
        (
            "Returns and flows of investment on dated Chinese successes, against those on strong revenue",
            "中国成功消息与强劲营收消息的回报与投资流入之比",
        ),
        _GUESS,
        days=4.0,
    ),
    Measurable(
        "belief_rate",
        ("A survey of developers repeated within a year of a plain success", "重大成功后一年内重复的开发者调查"),
        _GUESS,
        error=0.3,
    ),
    Measurable("complementarity", ("Output lost when one layer fails", "某一层失效时的产出损失"), _GUESS),
    Measurable("domestic_price_ratio", _SALES, _GUESS, publisher=_MARKET, error=0.06, due=_MARKET_TOLD),
    Measurable("ecosystem_sensitivity", _SALES, _GUESS, publisher=_MARKET, error=0.7, due=_MARKET_TOLD),
    Measurable("quality_sensitivity", _SALES, _GUESS, publisher=_MARKET, error=0.5, due=_MARKET_TOLD),
    Measurable("risk_sensitivity", _SALES, _GUESS, publisher=_MARKET, error=1.0, due=_MARKET_TOLD),
    Measurable("budget_ratio", _SALES, _GUESS, publisher=_MARKET, error=0.04, due=_MARKET_TOLD),
    Measurable(
        "rental_ratio",
        ("An audited count of accelerators that Chinese firms rent abroad", "中国企业境外租用加速器的核实数"),
        _GUESS,
    ),
    Measurable(
        "guided_share",
        ("Private and state capital by stage and layer, by year", "分阶段分层的民间与国有资本年度数"),
        _GUESS,
        publisher=("lists of deals", "投资交易名录"),
        days=15.0,
        error=0.1,
    ),
    Measurable("transfer.software_like", _ENGINEERS, _GUESS, publisher=_POSTINGS, days=15.0, error=0.1),
    Measurable(
        "hoarding_share",
        ("Orders of Chinese buyers before and after announced rules", "规则公布前后中国采购方的订单"),
        _GUESS,
        publisher=VENDOR_FILINGS,
        days=2.0,
        error=0.15,
        due="2027-04-01",
    ),
    Measurable(
        "frontier_growth",
        ("Data sheets of all vendors", "各厂商产品手册"),
        _GUESS,
        publisher=("vendors' data sheets", "厂商产品手册"),
        days=3.0,
        error=0.03,
    ),
    Measurable(
        "domestic_stacks_per_wafer",
        ("Output and yield of Chinese makers of high-bandwidth memory", "中国高带宽内存厂商的产量与良率"),
        _GUESS,
        error=25.0,
    ),
)
