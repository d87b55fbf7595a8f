"""What would show each mechanism best, and how exact a study of it could be: a design that is known, or none."""

from dualtrack.language.statements.claim_measure import Arm, Gap, Point, Scale
from dualtrack.language.statements.experiment import OfWorld, Sight
from dualtrack.theory.dual_track.claims.claim_runs import AS_IS, EMBARGO, LIMITED, VALUATION, without
from dualtrack.theory.dual_track.experiments.listed import CHIPS_CLOSED, TOOLS_CLOSED, listed_against_open
from dualtrack.theory.dual_track.experiments.weighing import PRICED

NOW, SOON, LATER = 2026.0, 2028.0, 2029.0
"""A year that is seen, one that will be, and one in which opening has acted."""
FOUR_YEARS_ON = 2023.5
NONE_PUBLIC = ("No such study is public.", "尚无公开研究。")


def _with_and_without(switch: str, quantity: str, year: float, run: Arm = AS_IS, scale: Scale = "difference") -> Gap:
    """A quantity in worlds as drawn, less the same without the mechanism."""
    return Gap(Point(run, quantity, year), Point(without(run, switch), quantity, year), scale)


SIGHTS = (
    Sight(
        "lobbying",
        ("Rank of chips allowed, with lobbying less without", "有无游说时获许芯片等级之差"),
        _with_and_without("lobbying", "licensed_chip_rank", LATER),
        None,
        ("A panel of licences would show it; licences are not public.", "许可证面板数据可显示，但许可证不公开。"),
    ),
    Sight(
        "urgency_strength",
        ("Root funding of listed firms over that of others", "被列名企业与其他企业技术根投入之比"),
        listed_against_open("root_funding", 2021.5),
        0.07,
        ("Research of listed and matched firms from annual reports.", "年报中被列名企业与匹配企业的研发投入。"),
    ),
    Sight(
        "diversion_strength",
        ("Root share of private money, chips closed over open", "芯片封闭与开放时民间资本技术根占比之比"),
        listed_against_open("private_root_share", FOUR_YEARS_ON, CHIPS_CLOSED),
        0.05,
        (
            "Venture deals by layer, by how far a city or fund used American chips before October 2022.",
            "按2022年10月前对美系芯片使用程度区分城市或基金的分层创投交易。",
        ),
    ),
    Sight(
        "hook_strength",
        ("Perceived risk, with alarm at remote control less without", "有无远程控制警惕时感知风险之差"),
        _with_and_without("hook_strength", "perceived_risk", SOON, LIMITED),
        None,
        ("A survey of buyers would show it; none is public.", "采购方调查可显示，但无公开调查。"),
    ),
    Sight(
        "refusal_strength",
        ("Chips let in, with refusal less without", "有无拒购时芯片接受度之差"),
        _with_and_without("refusal_strength", "acceptance", NOW),
        0.1,
        ("Licensed chips sold over what could be shipped, by quarter.", "各季度许可芯片销量与可供量之比。"),
    ),
    Sight(
        "retaliation_strength",
        ("Counter-controls in force, with retaliation less without", "有无反制时反制强度之差"),
        _with_and_without("retaliation_strength", "retaliation", 2025.75),
        0.1,
        ("Dated counter-measures, coded by severity.", "按严重程度编码的有日期反制措施。"),
    ),
    Sight(
        "denial_strength",
        ("Progress of chips of listed firms over that of others", "被列名企业与其他企业芯片进步之比"),
        listed_against_open("progress.accelerators", 2021.5),
        0.15,
        ("Yields and delays of nodes, closed against open ones, from quarterly reports.", "季报中受限与未受限制程的良率与延期。"),
    ),
    Sight(
        "validation_strength",
        ("Market value, limited opening over near-embargo", "有限放开与近乎禁运下市值之比"),
        Gap(Point(LIMITED, VALUATION, LATER), Point(EMBARGO, VALUATION, LATER), "log"),
        None,
        ("No day is known on which Chinese success on American chips was the news.", "迄今没有一天的消息是中国在美芯上的成功。"),
    ),
    Sight(
        "demand_proof_strength",
        ("Market value, limited opening over near-embargo", "有限放开与近乎禁运下市值之比"),
        Gap(Point(LIMITED, VALUATION, LATER), Point(EMBARGO, VALUATION, LATER), "log"),
        None,
        NONE_PUBLIC,
    ),
    Sight(
        "efficiency_strength",
        ("Market value after the surprise of 2025, with it over without", "2025年效率意外后有无该机制时市值之比"),
        _with_and_without("efficiency_strength", VALUATION, 2025.25, scale="log"),
        0.033,
        (
            "Returns of the vendor on two days; whether the fall lasted cannot be measured.",
            "厂商两日回报；跌幅是否持续无法测量。",
        ),
    ),
    Sight(
        "china_cash_weight",
        ("Return on a day of news over the revenue at stake", "消息日回报与所涉营收之比"),
        OfWorld("china_cash_weight * (1 - displacement)", PRICED),
        0.06,
        ("Pooled returns of many vendors on days of news, over their stakes.", "多家厂商在消息日的合并回报，除以所涉营收。"),
    ),
    Sight(
        "leakage_strength",
        ("Chips smuggled in a year, with leakage less without", "有无走私时年走私芯片之差"),
        _with_and_without("leakage_strength", "smuggled_chips", 2024.5),
        50_000.0,
        ("Court files and seizures, which give an order of magnitude.", "法庭文件与查扣记录，可得数量级。"),
    ),
    Sight(
        "remote_stop_strength",
        ("Computing kept under a cut-off, with remote stop less without", "有无远程停用时断供后所余算力之差"),
        _with_and_without("remote_stop_strength", "compute_kept", LATER, LIMITED),
        None,
        ("An audit of exported chips would show it; none is public.", "对出口芯片的审计可显示，但无公开审计。"),
    ),
    Sight(
        "capture_strength",
        ("Root share of software engineers, with capture over without", "有无被收购时软件人才技术根占比之比"),
        _with_and_without("capture_strength", "root_share.software_like", NOW, scale="log"),
        None,
        (
            "Founders' moves and later deals in a field, from registers: too early.",
            "登记信息中的创始人去向与后续交易：为时尚早。",
        ),
    ),
    Sight(
        "protection_strength",
        ("Readiness of equipment, tools closed over open", "设备封闭与开放时设备就绪度之比"),
        listed_against_open("readiness.equipment", FOUR_YEARS_ON, TOOLS_CLOSED),
        0.05,
        ("Tender awards by type and origin of tools, before and after December 2025.", "2025年12月前后按类型与来源的设备招标。"),
    ),
    Sight(
        "workload_strength",
        ("Readiness of software, chips closed over open", "芯片封闭与开放时软件就绪度之比"),
        listed_against_open("readiness.software", FOUR_YEARS_ON, CHIPS_CLOSED),
        0.05,
        (
            "Commits and portings against deployed cards, from code hosts; activity, not quality.",
            "代码托管数据中的提交与移植；为活跃度而非质量。",
        ),
    ),
    Sight(
        "diffusion_strength",
        ("Readiness of equipment of listed firms over that of others", "被列名企业与其他企业设备就绪度之比"),
        listed_against_open("readiness.equipment", FOUR_YEARS_ON),
        0.06,
        (
            "Citations and inventors of closed against open fields, from patent offices.",
            "专利局数据中受限与未受限领域的引用与发明人。",
        ),
    ),
    Sight(
        "withering_strength",
        ("Readiness of software, chips closed over open", "芯片封闭与开放时软件就绪度之比"),
        listed_against_open("readiness.software", FOUR_YEARS_ON, CHIPS_CLOSED),
        None,
        ("Exits of suppliers by layer would show it; nobody counts them.", "按层统计的供应商退出可显示，但无人统计。"),
    ),
    Sight(
        "belief_strength",
        ("Domestic share of accelerators, with belief less without", "有无信念机制时国产加速器份额之差"),
        _with_and_without("belief_strength", "domestic_unit_share", 2025.5),
        None,
        ("A survey of developers would show it; none is public.", "开发者调查可显示，但无公开调查。"),
    ),
    Sight(
        "absorption_strength",
        ("American gain from open Chinese work, with it less without", "有无吸收时美国自中国开源所得之差"),
        _with_and_without("absorption_strength", "us_gain_from_open_work", NOW),
        None,
        ("American products by base model, with their margins: not published.", "按底座模型区分的美国产品及其利润率：未公布。"),
    ),
    Sight(
        "margin_strength",
        ("American gain from open Chinese work, with pressed margins less without", "有无利润挤压时美国自中国开源所得之差"),
        _with_and_without("margin_strength", "us_gain_from_open_work", NOW),
        None,
        (
            "List prices after each open release, by product: prices are public, margins are not.",
            "开源发布后的价格公开，利润率不公开。",
        ),
    ),
)
