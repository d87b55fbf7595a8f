"""The page's own words, in English and Chinese side by side, so that neither language can lack one."""

from __future__ import annotations

from dualtrack.language.declare import Label
from dualtrack.language.quantity import Quantity

TITLE: Label = ("Two tracks: what follows from which rules", "双轨：何种规则带来何种结果")
LEAD: Label = (
    "A story about chips and AI, written as a model and run under several regimes: policies of both governments over time. "
    "The essay's mechanisms and its critics' are all in it, each with a strength that may be zero. It takes no side, and it is "
    "no forecast.",
    "把一个关于芯片与人工智能的叙事写成模型，并在多种政策情景下运行：每种情景是两国政府随时间的一组政策。"
    "文章的机制与批评者的机制都在其中，各自的强度都可以为零。本页不持立场，也不是预测。",
)
LANGUAGE: Label = ("Language", "语言")
CONTENTS: Label = ("On this page", "本页内容")
REGIMES: Label = ("The regimes", "政策情景")
CHOOSE: Label = (
    "Choose a regime to see its band in the charts over time. All regimes share one past and part in late 2026.",
    "选择一个情景，即可在时间图中看到它的区间带。所有情景的过去相同，2026年末起分开。",
)
OUTCOMES: Label = ("What follows", "结果")
LATER: Label = ("How much later", "推迟多久")
LATER_TEXT: Label = (
    "Months by which a regime brings independent capability to a threshold after a reference does, in the same world; "
    "negative means earlier. A threshold that is not reached by 2040 counts as reached then, so such lags are cut off.",
    "同一世界中，某情景下自主能力到达阈值比参照情景晚多少个月；负数表示更早。2040年前未到达的阈值按2040年到达计，故此类数值被截断。",
)
FACTS: Label = ("Facts reproduced and missed", "再现与未再现的事实")
FACTS_TEXT: Label = (
    "History as the model gives it, beside dated facts. A miss is told in tolerances; a hard bound is missed at any distance. "
    "The median world reproduces what half of the worlds do.",
    "模型给出的历史与有日期的事实相对照。偏差以容差为单位；硬性界限只要越过即为未再现。“中位世界”再现的是至少半数世界所再现的事实。",
)
DELAY: Label = ("Claim L5, a first reading", "主张L5：初步解读")
DELAY_TEXT: Label = (
    "Does limited opening delay independent capability, against near-embargo? The total lag is split, world by world, into the "
    "part that runs through where talent, capital and workloads go, and the rest.",
    "与近乎全面封锁相比，有限放开是否推迟自主能力？总推迟在每个世界中拆成两部分：经由人才、资金与负载去向的部分，以及其余部分。",
)
PRIOR_ONLY: Label = (
    "This rests on the priors alone: no world was weighed by the facts. It is a reading, not a verdict. The essay needs the "
    "part through the allocation at three months or more; its strong form needs the total there.",
    "以上仅依据先验：尚未用事实对各世界加权。这是解读，不是结论。文章的主张要求经由配置的部分达到三个月或以上；其强形式要求总推迟达到三个月或以上。",
)
BASIS: Label = ("What this rests on", "依据与来路")
REGIME: Label = ("Regime", "情景")
YEAR: Label = ("Year", "年份")
NOMINAL: Label = ("Nominal world", "标称世界")
MEDIAN: Label = ("Median", "中位数")
MEDIAN_WORLD: Label = ("Median world", "中位世界")
HALF: Label = ("Middle half", "中间一半")
NINE_TENTHS: Label = ("5 to 95 %", "5%至95%")
THRESHOLD: Label = ("Threshold", "阈值")
ALL: Label = ("all counted", "全部计入")
UNREACHED: Label = ("Not reached by 2040", "2040年前未到达")
UNREACHED_REFERENCE: Label = ("The same, under the reference", "同左，参照情景")
PASSED: Label = ("Passed before", "此前已过")
COUNTED: Label = ("Counts", "计入")
YES: Label = ("yes", "是")
NO: Label = ("no", "否")
TABLE: Label = ("The numbers as a table", "以表格显示数据")
FACT: Label = ("Fact", "事实")
WORLDS: Label = ("Worlds", "世界占比")
SOURCE: Label = ("Source", "来源")
REPRODUCED: Label = ("reproduced", "再现")
MISSED: Label = ("missed by {0}", "偏差{0}倍容差")
PART: Label = ("Part", "部分")
LATER_SHARE: Label = ("At least 3 months later", "至少晚3个月")
EARLIER_SHARE: Label = ("At least 3 months earlier", "至少早3个月")
MONTHS: Label = ("months later; negative means earlier", "推迟的月数；负数表示更早")
BAND_LEGEND: Label = (
    "Lines: medians over worlds. Shaded, for the chosen regime: the middle half of worlds, and 5 to 95 % of them.",
    "线：各世界的中位数。阴影（所选情景）：中间一半世界，以及5%至95%的世界。",
)
INTERVAL_LEGEND: Label = (
    "Dot: median over worlds. Thick line: the middle half. Thin line: 5 to 95 % of worlds.",
    "点：各世界的中位数。粗线：中间一半。细线：5%至95%的世界。",
)
PARTS: dict[str, Label] = {
    "total": ("in total", "总计"),
    "indirect": ("through the allocation", "经由配置"),
    "direct": ("by every other path", "其余途径"),
}
GROUPS: dict[str, Label] = {
    "in sample": ("Facts that the model could be tuned to", "可用于调参的事实"),
    "held out": ("Facts held out", "保留检验的事实"),
    "not counted": ("Not counted: these feed the model or set one of its numbers", "不计入：用于输入模型或设定参数"),
}
UNITS: dict[str, Label] = {
    "1": ("0 to 1", "0至1"),
    "USD_bn": ("billion US dollars", "十亿美元"),
    "USD_bn/year": ("billion US dollars a year", "十亿美元/年"),
    "month": ("months", "月"),
    "person": ("persons", "人"),
}
LIMITS: Label = (
    "A result holds within the model's equations and says nothing of what they leave out. Figures disagree; the record is short.",
    "结果只在模型方程之内成立，对方程未包含的内容无所说明。各方数据并不一致，可用记录也很短。",
)


def unit(quantity: Quantity) -> Label:
    """A quantity's unit in words, as declared where there are none."""
    name = str(quantity.unit)
    return UNITS.get(name, (name, name))


def fill(label: Label, *values: str) -> Label:
    """The same values put into both languages."""
    return label[0].format(*values), label[1].format(*values)
