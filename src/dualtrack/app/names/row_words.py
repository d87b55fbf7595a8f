"""Rows of a listing in Chinese: what each column and each kind of thing is called, and the words of the closed lists in them."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.app.names.kind_words import NOUNS
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.anchors import anchor_rows
from dualtrack.app.summary.fact_words import BOUNDS
from dualtrack.app.terminal.speech import say, tell, tongue
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.language.tongue import set_in_chinese

KINDS: Mapping[str, str] = {**dict(one for one, _ in NOUNS.values()), "rival": "反方的主张", "world": "世界"}
"""What one thing of each kind is called."""
HEADINGS: Mapping[str, str] = {
    "about": "涉及的机制",
    "above": "门槛",
    "actor": "行动方",
    "alarm": "警示强度",
    "also asked by": "另见于",
    "anchors": "数值的含义",
    "asked": "所问",
    "asked of each world": "对每个世界所问",
    "asks": "所问",
    "asks otherwise": "改换问法的主张",
    "at stake": "所涉收入",
    "attainable error": "可达误差",
    "batch": "类别",
    "beside the verdict": "与何对照",
    "bounds": "界限",
    "by": "手段与方向",
    "by chance": "偶然命中",
    "caveat": "口径差异",
    "checks": "核对",
    "Chinese share": "中国占比",
    "claims": "相关主张",
    "counts": "以此计量的变量",
    "counts as": "计为",
    "cut": "切断处",
    "date": "日期",
    "day": "日期",
    "days of work": "所需工作日",
    "definition": "定义",
    "design": "研究设计",
    "done": "所考察的变动",
    "drawn with": "抽取方式",
    "effect": "效应",
    "equations": "方程",
    "error": "误差",
    "event study": "事件研究",
    "events": "事件",
    "evidence against": "反对的证据",
    "evidence for": "支持的证据",
    "exactness": "精确程度",
    "example": "示例",
    "facts held beside it": "以之核对的事实",
    "figure": "对照值",
    "figures": "数值个数",
    "figures in": "所供数值的序列",
    "findings": "已发表结果",
    "forecasts asked of it": "所问预测",
    "formulas": "公式",
    "frozen": "冻结的回答",
    "frozen on": "冻结日期",
    "grade": "等级",
    "hard": "硬性界限",
    "held beside": "对照",
    "held by": "数据持有者",
    "high": "上限",
    "history": "历史取值",
    "in that world": "在该世界中",
    "in the nominal world": "在默认参数世界中",
    "is about": "所论情景",
    "kind": "类别",
    "levers": "政策杠杆",
    "low": "下限",
    "lowered": "调低的机制",
    "meaning": "含义",
    "means": "含义",
    "measure": "衡量内容",
    "measures": "衡量",
    "mechanism": "机制",
    "more": "另见",
    "news of": "消息内容",
    "next told": "下次公布",
    "note": "备注",
    "null": "零假设",
    "numbers": "数值",
    "numbers of the model": "模型中的数值",
    "observed": "观测值",
    "one error": "一个误差",
    "options": "选项",
    "outcome": "所测结果",
    "part of": "属于",
    "parts from history": "与历史分开",
    "path": "经过的变量",
    "polarity": "极性",
    "population": "研究对象",
    "publisher": "发布者",
    "quantities": "变量",
    "raised": "调高的机制",
    "read": "阅读范围",
    "relation": "关系",
    "rests on": "承载它的变量",
    "said by": "依据",
    "says how to measure": "说明如何测量",
    "scale": "尺度",
    "see": "另见",
    "set already": "已据以设定",
    "sets": "设定",
    "share": "股票",
    "shares of": "所供占比的层",
    "shown by": "所示结果",
    "shows at work": "所示杠杆",
    "source": "来源",
    "sources": "来源",
    "speaks": "立场",
    "speaks against": "不利于",
    "speaks for": "有利于",
    "summary": "经过",
    "switches": "机制",
    "targets held beside it": "以之核对的目标",
    "test": "检验",
    "title": "标题",
    "told by": "公布者",
    "unit": "单位",
    "url": "网址",
    "use": "用途",
    "verdict": "判定",
    "waits for": "有待",
    "weighs in": "计入",
    "why": "理由",
    "why it is asked": "为何而问",
    "would be measured by": "如何测得",
    "years": "年份",
}
"""What stands before what is said of a thing."""
EDITION = "changed in edition "
CLOSED: Mapping[str, Mapping[str, str]] = {
    "kind": {"holds": "恒成立", "bounded": "有界", "conserved": "守恒", "response": "响应"},
    "polarity": {"reinforcing": "强化", "balancing": "平衡", "mixed": "视状态而定"},
    "relation": {key.replace("_", " "): word for key, (_, word) in BOUNDS.items()},
    "actor": {"US": "美国", "CN": "中国", "JP": "日本", "NL": "荷兰", "company": "企业"},
    "read": {"abstract": "摘要", "summary": "概要", "text": "正文", "computed": "自行计算"},
    "scale": {
        "log": "对数",
        "difference": "差值",
        "relative": "相对值",
        "level": "水平",
        "sign": "方向",
        "hits": "命中数",
    },
    "design": {
        "panel": "面板数据",
        "timing": "时点",
        "single case": "单一案例",
        "difference in differences": "双重差分",
        "matching": "匹配",
        "structural": "结构模型",
        "event study": "事件研究",
        "estimate": "估算",
        "before and after": "前后对比",
        "description": "描述",
    },
    "hard": {"True": "是", "False": "否"},
    "raised": {"none": "无"},
    "lowered": {"none": "无"},
}
"""The words of columns that hold one of a few."""
OBSERVED: Mapping[str, str] = {
    "reported": "公布值",
    "estimate": "估计值",
    "forecast": "预测值",
    "survey": "调查值",
    "target": "目标值",
}
"""What kind of figure a source gives."""
TIMELINE: Mapping[str, str] = {"instrument": "timeline.topic", "direction": "timeline"}
"""Columns whose words the page has, and where its catalogue holds them."""
WRITTEN = ("meaning", "definition", "summary", "population", "outcome", "done", "note")
"""Columns of texts that were written in English alone."""


def kind_said(kind: str) -> str:
    """What one thing of a kind is called."""
    return say(kind, KINDS.get(kind, kind))


def heading_said(heading: str, noun: str) -> str:
    """What stands before what is said of a thing of a noun."""
    if heading.startswith(EDITION):
        return say(heading, f"第{heading.removeprefix(EDITION)}版的变动")
    if (noun, heading) == ("facts", "rests on"):
        return say(heading, "所涉变量")
    return say(heading, HEADINGS.get(heading, heading))


def observed_said(kind: str) -> str:
    """What kind of figure a source gives."""
    return say(kind, OBSERVED.get(kind, kind))


def cell_said(column: str, value: object) -> str:
    """A cell of a listing in the language that is spoken; one that was written in English alone is told as such."""
    text = str(value)
    if not tongue().is_chinese:
        return text
    if column in WRITTEN:
        return tell(text)
    if column == "unit":
        return unit_words(text) or "无"
    if column == "anchors":
        told = [(f"{each['value']:g}", each["meaning"]) for each in anchor_rows(text)]
        return "\n".join(f"{value}：{meaning[1] or tell(meaning[0])}" for value, meaning in told) or tell(text)
    if column in TIMELINE:
        return catalogues()["zh"].get(f"{TIMELINE[column]}.{text}", text)
    if column == "caveat":
        return text.partition(" / ")[2] or tell(text)
    return set_in_chinese(text) if column in ("measure", "figure") else CLOSED.get(column, {}).get(text, text)


def role_said(role: str) -> str:
    """What part a quantity plays in a model, by the words of the page."""
    others = {"smooth": "平滑量", "delay": "延迟量", "curve": "曲线"}
    return say(role, others.get(role) or catalogues()["zh"][f"diagram.role.{role}"])
