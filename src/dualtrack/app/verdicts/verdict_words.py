"""Verdicts in words, in both languages: six words, why an open claim is open, what turns it, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dualtrack.app.terminal.numbers import number, rough, share
from dualtrack.app.terminal.speech import said, say
from dualtrack.app.terminal.unit_words import amount_in_chinese
from dualtrack.app.verdicts.row_notes import note_lines
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.verdicts.verdict import ANSWERS, HALF, Answered
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.stretch import TIMES
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.tongue import quoted_in_chinese, set_in_chinese

Row = Mapping[str, Any]
SAYS: dict[str, Label] = {
    "strong against": ("strong against", "强烈不利"),
    "some against": ("some against", "有所不利"),
    "silent": ("silent", "沉默"),
    "some": ("some", "有所支持"),
    "strong": ("strong", "有力支持"),
}
"""What the record says of whether a mechanism exists."""
SAID: Mapping[Answered, Label] = {
    "supported": ("supported", "成立"),
    "contradicted": ("contradicted", "模型中不成立"),
    "too small as sized": ("too small as sized", "按所设大小过小"),
    "built in": ("built in", "内置"),
    "open": ("open", "未定"),
    "structure only": ("structure only", "仅为结构"),
}
MEANT: Mapping[Answered, Label] = {
    "supported": (
        "true in four fifths of worlds under every prior, not without its mechanism, and the record says that this exists",
        "在每一先验下于五分之四以上的世界中成立，去掉其机制则不成立，且史实表明该机制存在",
    ),
    "contradicted": (
        "true in a fifth of worlds at most, though larger sizes within the ranges would make it true",
        "至多在五分之一的世界中成立，虽然取值范围之内更大的数值可使其成立",
    ),
    "too small as sized": (
        "true in a fifth of worlds at most, and no size within the ranges makes it true",
        "至多在五分之一的世界中成立，且取值范围之内没有任何数值能使其成立",
    ),
    "built in": (
        "true with its mechanism and without: accounting or structure, no finding",
        "有无其机制皆成立：属核算或结构，不算发现",
    ),
    "open": ("the rule settles it neither way", "按规则尚无定论"),
    "structure only": ("nothing is computed", "不作计算"),
}
"""What each word says, in half a sentence."""
IN_SHORT: Mapping[Answered, Label] = {
    "supported": ("high, in under half without what it affirms", "高，去掉其所主张的机制后不到半数成立"),
    "built in": ("high, without what it affirms too", "高，去掉其所主张的机制后依然高"),
    "contradicted": ("low, though it could have been high", "低，而它本可以高"),
    "too small as sized": ("low, not high at its best sizes", "低，取最有利的大小也达不到高"),
    "open": ("none of these", "不属以上任何一种"),
    "structure only": ("nothing in it can be taken away and tried", "没有可以去掉再作检验的部分"),
}
"""The same in a few words, by how often a claim is true in worlds; the rule itself says more."""
SIDES_SAID: Label = (
    f"high: true in {share(SUPPORTED)} of them or more; low: in {share(CONTRADICTED)} or fewer",
    f"“高”指至少{100 * SUPPORTED:.0f}%的世界中成立，“低”指至多{100 * CONTRADICTED:.0f}%",
)
WHY: Mapping[str, Label] = {
    "": ("", ""),
    "holds without it too": ("holds without it too", "无此机制亦成立"),
    "the record is silent": ("the record is silent", "史实沉默"),
    "the record speaks against it": ("the record speaks against it", "史实不利"),
    "the record moves it": ("the record moves it", "随史实而变"),
    "hangs on one number": ("hangs on one number", "取决于某一数值"),
    "many things": ("many things", "取决于多项"),
    "no world to ask": ("no world in which to ask it", "没有可供检验的世界"),
}
NEAR: Mapping[str, Label] = {
    "supported": ("the bound of support", "“成立”的界限"),
    "contradicted": ("the bound of contradiction", "“模型中不成立”的界限"),
    "null": ("the bound of the null", "零假设的界限"),
    "best case": ("the bound of the best case", "最有利情形的界限"),
    "existence": ("the bound of existence", "机制存在的界限"),
}
MORE: Label = ("more worlds would tell", "更多世界方可判明")
"""Why a claim is open that sampling error leaves near a bound."""


def verdict_label(row: Row) -> Label:
    """A verdict in its word, and why an open one is open; where more worlds would tell, that stands beside it instead."""
    (en, zh), (why, why_zh) = SAID[row["verdict"]], WHY["" if is_for_worlds(row) else row["why"]]
    return (f"{en}: {why}", f"{zh}：{why_zh}") if why else (en, zh)


def is_for_worlds(row: Row) -> bool:
    """Whether a claim is open since sampling error leaves it near a bound, and for no other reason that is known."""
    return bool(row["near"]) and row["why"] == "many things"


def near_label(row: Row) -> Label:
    """Near which bound sampling error leaves a claim; empty where it is clear of all."""
    if not row["near"]:
        return "", ""
    en, zh = NEAR[row["near"]]
    return f"near {en}, {MORE[0]}", f"接近{zh}，{MORE[1]}"


def verdict_cell(row: Row) -> str:
    """A verdict with what stands against it on lines of its own."""
    lines = [said(verdict_label(row)), said(near_label(row))]
    second = row["second_parting"]
    if is_moved(row):
        english, chinese = verdict_label(second)
        lines.append(say(f"{second['year']:g}: {english}", f"{second['year']:g}年：{chinese}"))
    return say(";\n", "；\n").join(line for line in (*lines, *note_lines(row)) if line)


def is_moved(row: Row) -> bool:
    """Whether another word is found where regimes leave history in another year, and not for lack of worlds."""
    second = row["second_parting"]
    return second is not None and second["verdict"] != row["verdict"] and not (row["near"] or second["near"])


def caveat(row: Row) -> Label:
    """The other word where regimes leave history in another year; empty where it is the same."""
    if not is_moved(row):
        return "", ""
    second = row["second_parting"]
    en, zh = verdict_label(second)
    return f"{en} where regimes leave history in {second['year']:g}", f"若政策自{second['year']:g}年起分开：{zh}"


def tally_words(rows: Iterable[Row]) -> str:
    """How many claims got each verdict, and which have another where regimes leave history in another year."""
    every = list(rows)
    named = {answer: [row["id"] for row in every if row["verdict"] == answer] for answer in ANSWERS}
    english = ", ".join(f"{len(names)} {SAID[answer][0]}" for answer, names in named.items() if names)
    chinese = "、".join(f"{SAID[answer][1]}{len(names)}项" for answer, names in named.items() if names)
    if not (moved := moves(every)):
        return say(english, chinese)
    year, (others, others_zh) = f"{moved[0]['year']:g}", moved_label(moved)
    return say(
        f"{english}; where regimes leave history in {year}: {others}", f"{chinese}；若各情景自{year}年起与历史分开：{others_zh}"
    )


def moves(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The claims with another word where regimes leave history in another year, by change of word."""
    found: dict[tuple[Answered, Answered, float], list[str]] = {}
    for row in rows:
        if is_moved(row):
            second = row["second_parting"]
            found.setdefault((row["verdict"], second["verdict"], second["year"]), []).append(row["id"])
    return [{"year": year, "here": here, "there": there, "claims": names} for (here, there, year), names in found.items()]


def moved_label(moved: Iterable[Row]) -> Label:
    """The same in words, without the year."""
    rows = list(moved)
    english = "; ".join(f"{' '.join(row['claims'])} {SAID[row['there']][0]} instead of {SAID[row['here']][0]}" for row in rows)
    chinese = "；".join(f"{'、'.join(row['claims'])}由“{SAID[row['here']][1]}”变为“{SAID[row['there']][1]}”" for row in rows)
    return english, chinese


def turning_label(model: Model, row: Row) -> Label:
    """What would turn a verdict: the number that flips a settled word, the size that is needed, or where an open claim turns."""
    parts = [each for each in (_needed(row), _flips(model, row), _turns(model, row)) if each[0]]
    return "; ".join(en for en, _ in parts), "；".join(zh for _, zh in parts)


def _needed(row: Row) -> Label:
    needed = row["needed"]
    if needed is None:
        return "", ""
    if needed["factor"] is None:
        reached = "" if needed["share"] is None else share(needed["share"]["probability"])
        return (
            f"not even at up to {TIMES:g} times the largest sizes assumed" + (f" (at most {reached})" if reached else ""),
            f"所设最大数值的{TIMES:g}倍以内仍不足" + (f"（至多{set_in_chinese(reached)}）" if reached else ""),
        )
    factor = rough(needed["factor"])
    return f"would need {factor} times the largest sizes assumed", f"需为所设最大数值的{factor}倍"


def _flips(model: Model, row: Row) -> Label:
    found = row["firmness"]
    if found is None:
        return "", ""
    if found["firm"]:
        return "firm: no single number flips it", "稳固：任何单一数值都不足以翻转"
    first = found["flips"]
    (en, zh), distance = label_of(model[first["name"]]), rough(first["distance"])
    at, at_zh = with_unit(model, first["name"], first["value"])
    return (
        f"flips first along “{en}”, at {at} ({distance} standard deviations out)",
        f"最先因{quoted_in_chinese(zh)}翻转，约在{at_zh}（偏离{distance}个标准差）",
    )


def _turns(model: Model, row: Row) -> Label:
    if not row["number"]:
        return "", ""
    en, zh = label_of(model[row["number"]])
    half = next((each["value"] for each in row["turns"] if each["level"] == HALF), None)
    if half is None:
        return f"hangs on “{en}”", f"取决于{quoted_in_chinese(zh)}"
    at, at_zh = with_unit(model, row["number"], half)
    return f"hangs on “{en}”, and turns at about {at}", f"取决于{quoted_in_chinese(zh)}，约在{at_zh}处转折"


def with_unit(model: Model, name: str, value: float) -> Label:
    """A number with its unit; a pure one stands alone."""
    unit = model[name].unit
    return number(value, 2) if unit == ONE else f"{number(value, 2)} {unit}", amount_in_chinese([value], unit, 2)
