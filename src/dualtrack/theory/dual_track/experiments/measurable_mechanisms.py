"""What would measure whether mechanisms exist and how strong they are: designs, holders of data and days of work, all guesses.

How exact a study of each could be stands with what would show it best (`sights.py`), in the unit of that.
"""

from dualtrack.language.statements.measurable import Measurable, guess

_GUESS = guess("2026-11-30")
"""Days of work and days of publication are ours, as of this day; no source gives them."""
ANNUAL_REPORTS = ("listed Chinese firms (annual reports)", "中国上市公司（年报）")
FILED = "2027-04-30"
"""By when annual reports of 2026 are due in China."""
CODE_HOSTS = ("code hosts (public histories)", "代码托管平台（公开记录）")
VENDOR_FILINGS = ("the vendor's quarterly and annual reports", "厂商季报与年报")

MECHANISMS = (
    Measurable(
        "urgency_strength",
        (
            "Research and job postings of listed against matched firms, 2019 to 2025, with standard errors",
            "2019至2025年被列名企业与匹配企业的研发与招聘，附标准误",
        ),
        _GUESS,
        publisher=ANNUAL_REPORTS,
        days=10.0,
        due=FILED,
    ),
    Measurable(
        "belief_strength",
        (
            "A yearly survey of developers and buyers on which chips and frameworks they hold necessary, beside what they use",
            "对开发者与采购方的年度调查：认为必需的芯片与框架，及实际所用",
        ),
        _GUESS,
    ),
    Measurable(
        "protection_strength",
        (
            "Tender awards by type and origin of tools before and after December 2025, and prices by cumulated output",
            "2025年12月前后按设备类型与来源的中标结果，及随累计产量的价格",
        ),
        _GUESS,
        publisher=("bid portals; customs, heading 8486, by month", "招标平台；海关8486税目月度数据"),
        days=15.0,
    ),
    Measurable(
        "diffusion_strength",
        (
            "Citations of American patents and shared inventors, in fields that were closed against fields left open",
            "受限与未受限领域对美国专利的引用与共同发明人",
        ),
        _GUESS,
        publisher=("patent offices (bulk data)", "各专利局（批量数据）"),
        days=10.0,
    ),
    Measurable(
        "denial_strength",
        (
            "Yields and capacity by node, closed against open ones, around October 2022 and December 2024",
            "2022年10月与2024年12月前后受限与未受限制程的良率与产能",
        ),
        _GUESS,
        publisher=("quarterly reports of Chinese foundries; customs, heading 8486", "中国晶圆代工厂季报；海关8486税目"),
        days=5.0,
    ),
    Measurable(
        "lobbying",
        (
            "Lobbying reports that name export rules, against dated openings: some ten openings, so weak",
            "提及出口规则的游说申报与有日期的放开；放开仅约十次，证据弱",
        ),
        _GUESS,
        publisher=("the lobbying disclosure database of the United States Congress", "美国国会游说披露数据库"),
        days=3.0,
        due="2027-01-20",
    ),
    Measurable(
        "validation_strength",
        (
            "Returns on dated news of Chinese success on American chips, and a monthly text series of the AI story",
            "中国在美芯上取得成功的有日期消息之回报，及人工智能叙事的月度文本序列",
        ),
        _GUESS,
        publisher=("exchanges (daily closes); no such text series is known", "交易所（每日收盘价）；未知有此文本序列"),
        days=4.0,
    ),
    Measurable(
        "retaliation_strength",
        (
            "Dated counter-measures, coded by severity and stated cause, with exports of gallium, germanium and rare earths",
            "有日期的反制措施，按严重程度与所述理由编码，并附镓、锗与稀土出口",
        ),
        _GUESS,
        publisher=("China's Ministry of Commerce and customs", "中国商务部与海关"),
    ),
    Measurable(
        "margin_strength",
        (
            "List prices of American models by month after each open release, beside margins, which are not published",
            "每次开源发布后美国模型的月度标价，并配以未公开的利润率",
        ),
        _GUESS,
        publisher=("price pages of providers; margins are not published", "服务商价格页；利润率未公开"),
        days=4.0,
    ),
    Measurable(
        "refusal_strength",
        (
            "Licensed chips that were sold over what could be shipped, by quarter",
            "各季度许可芯片销量与可供量之比",
        ),
        _GUESS,
        publisher=VENDOR_FILINGS,
        due="2027-04-01",
    ),
    Measurable(
        "leakage_strength",
        (
            "Court files and seizures of smuggled chips, and computing rented abroad by Chinese firms",
            "走私芯片的法庭文件与查扣记录，及中国企业境外租用算力",
        ),
        _GUESS,
        publisher=("courts and customs; rentals are not published", "法院与海关；租用未公开"),
    ),
    Measurable(
        "hook_strength",
        (
            "A survey of Chinese buyers before and after a dated alarm at remote control",
            "远程控制警讯前后的中国采购方调查",
        ),
        _GUESS,
    ),
    Measurable(
        "diversion_strength",
        (
            "First jobs of chip and AI graduates by school and year, and venture deals by layer, around October 2022",
            "2022年10月前后各校各年集成电路与人工智能毕业生首职，及分层创投交易",
        ),
        _GUESS,
        publisher=("schools' reports on graduates' employment; lists of deals", "高校就业质量报告；投资交易名录"),
        days=15.0,
    ),
    Measurable(
        "workload_strength",
        (
            "Commits, closed issues and dated portings of domestic software stacks, against deployed cards",
            "国产软件栈的提交、已结问题与有日期的移植，对照已部署卡数",
        ),
        _GUESS,
        publisher=CODE_HOSTS,
        days=5.0,
    ),
    Measurable(
        "efficiency_strength",
        (
            "Returns of hundreds of firms on the surprise of January 2025 by exposure, with analysts' revisions",
            "数百家公司对2025年1月效率意外的回报（按敞口），及分析师预测修正",
        ),
        _GUESS,
        publisher=("exchanges (daily closes)", "交易所（每日收盘价）"),
        days=4.0,
    ),
    Measurable(
        "capture_strength",
        (
            "Founders' moves and later deals in the same field after an acquisition abroad was undone: too early",
            "境外收购被撤销后创始人去向与同领域后续交易：为时尚早",
        ),
        _GUESS,
        publisher=("company registers", "企业登记"),
        days=5.0,
    ),
)
