"""What each noun of the list is called for one of them, and what they are, in both languages."""

from __future__ import annotations

from dualtrack.language.declaration import Label

NOUNS: dict[str, tuple[Label, Label]] = {
    "quantities": (
        ("quantity", "变量"),
        ("everything the model computes or is given", "模型计算或给定的一切"),
    ),
    "levers": (
        ("lever", "政策杠杆"),
        ("what governments set", "由政府设定之量"),
    ),
    "uncertainties": (
        ("uncertainty", "不确定参数"),
        ("numbers that are drawn", "抽取的数值"),
    ),
    "switches": (
        ("switch", "机制强度"),
        ("mechanisms, by strength or as there or not, exactly 0 in some worlds", "机制的强度或有无，在部分世界中恰好为0"),
    ),
    "outcomes": (
        ("outcome", "结果指标"),
        ("what regimes are judged by", "用以评判情景之量"),
    ),
    "stocks": (
        ("stock", "存量"),
        ("what is counted at a moment and changes by flows", "在某一时刻计数、随流量而变之量"),
    ),
    "flows": (
        ("flow", "流量"),
        ("what enters or leaves a stock in a year", "一年内进出存量之量"),
    ),
    "auxiliaries": (
        ("auxiliary", "辅助变量"),
        ("what follows at once from other quantities", "由其他量即时算出之量"),
    ),
    "constants": (
        ("constant", "常数"),
        ("numbers that are the same in every world", "在所有世界中相同的数值"),
    ),
    "histories": (
        ("history", "历史序列"),
        ("what is given over time and no government sets", "随时间给定而非政府所设之量"),
    ),
    "curves": (
        ("curve", "曲线"),
        ("effects given by points", "由若干点给出的效应"),
    ),
    "regimes": (
        ("regime", "情景"),
        ("policies over time of both governments", "两国政府随时间的政策"),
    ),
    "tilts": (
        ("tilt", "先验"),
        ("priors of someone who leans, and of someone who does not", "有所偏向者与无所偏向者的先验"),
    ),
    "claims": (
        ("claim", "主张"),
        ("what the theory and its rivals assert", "理论及其反方所主张者"),
    ),
    "facts": (
        ("fact", "事实"),
        ("what happened, and the model should reproduce", "已发生、模型应再现之事"),
    ),
    "targets": (
        ("target", "目标"),
        ("what a world must come near to be kept", "世界须接近方得保留者"),
    ),
    "bounds": (
        ("bound", "界限"),
        ("ranges beyond which no projection would be believed", "超出即不可信的范围"),
    ),
    "checks": (
        ("check", "检查"),
        ("sentences that hold in every world", "在每个世界中都成立的语句"),
    ),
    "loops": (
        ("loop", "反馈回路"),
        ("named feedback loops", "具名的反馈回路"),
    ),
    "sources": (
        ("source", "来源"),
        ("pages and papers that were read", "读过的网页与论文"),
    ),
    "series": (
        ("series", "序列"),
        ("definitions of what was seen", "所见数据的口径"),
    ),
    "events": (
        ("event", "事件"),
        ("what was done on a day", "某日所为之事"),
    ),
    "findings": (
        ("finding", "已发表结果"),
        ("results of studies and of days of news about mechanisms", "关于机制的研究结果与消息日结果"),
    ),
    "experiments": (
        ("experiment", "对应实验"),
        ("runs that correspond to published findings, and how exactly", "与已发表结果相应的运行，及其精确程度"),
    ),
    "reactions": (
        ("reaction", "市场反应"),
        ("days on which a share price answered news", "股价对消息作出反应之日"),
    ),
    "measurables": (
        ("measurable", "可测之量"),
        ("what would measure a number, who has it, and at what cost", "何以测得某数值、由谁掌握、代价几何"),
    ),
    "forecasts": (
        ("forecast", "预测问题"),
        ("figures to come that were asked for, and who will tell them", "所问的未来数值，及由谁公布"),
    ),
    "dials": (
        ("dial", "由事件编码的政策变量"),
        ("levers as they are coded from events", "按事件编码的杠杆"),
    ),
    "layers": (
        ("layer", "根层"),
        ("technology roots", "技术之根"),
    ),
    "groups": (
        ("lever group", "杠杆组"),
        ("levers that belong together", "同类的政策杠杆"),
    ),
    "mechanisms": (
        ("mechanism group", "机制组"),
        ("switches among which an effect is shared out", "用以分摊效应的开关组"),
    ),
    "meanings": (
        ("meaning group", "同义数值组"),
        ("uncertain numbers of one meaning, for matter --by meaning", "意义相同的不确定参数，用于matter --by meaning"),
    ),
    "sectors": (
        ("sector", "部门"),
        ("parts of the theory", "理论的组成部分"),
    ),
    "units": (
        ("unit", "单位"),
        ("what quantities are counted in", "各量的计量单位"),
    ),
    "theories": (
        ("theory", "理论"),
        ("the theory at hand", "当前的理论"),
    ),
    "commands": (
        ("command", "命令"),
        ("what the program does", "程序所能做的事"),
    ),
    "terms": (
        ("term", "术语"),
        ("words of the program, and what they mean", "程序用语及其含义"),
    ),
}
