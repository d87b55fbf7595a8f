"""The words of a verdict in both languages: what answers a claim, why an open one is open, and what each word means in short."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.language.declaration import Label

WORDS: Mapping[str, Label] = {
    "supported": ("supported", "支持"),
    "built in": ("built in", "由构造成立"),
    "contradicted": ("contradicted", "否定"),
    "too small as sized": ("too small as sized", "按设定大小不足"),
    "open": ("open", "未定"),
    "structure only": ("structure only", "仅为结构"),
    "waiting": ("waiting", "待检验"),
}
"""Every answer, in the order in which tables count them; a claim that waits for its test has none yet."""
WHYS: Mapping[str, Label] = {
    "holds without it too": ("holds without it too", "无此机制亦成立"),
    "the record is silent": ("the record is silent", "史实沉默"),
    "the record speaks against it": ("the record speaks against it", "史实不利"),
    "hangs on one number": ("hangs on one number", "取决于某一数值"),
    "the record moves it": ("the record moves it", "随史实而变"),
    "many things": ("many things", "取决于多项"),
}
"""Why an open claim is open, in the order in which the rule asks."""
MEANINGS: Mapping[str, Label] = {
    "supported": ("high, in under half without what it affirms", "高，去掉其所主张的机制后不到半数成立"),
    "built in": ("high, without what it affirms too", "高，去掉其所主张的机制后依然高"),
    "contradicted": ("low, though it could have been high", "低，而它本可以高"),
    "too small as sized": ("low, not high at its best sizes", "低，取最有利的大小也达不到高"),
    "open": ("none of these", "不属以上任何一种"),
    "structure only": ("nothing in it can be taken away and tried", "没有可以去掉再作检验的部分"),
    "waiting": ("no test can be computed yet", "尚无可计算的检验"),
}
"""What a word says of a claim's test in short, by how often it is true in worlds; the rule itself says more."""
COLON: Label = (": ", "：")


def word_said(word: Mapping[str, Any], number: Label | None = None) -> Label:
    """A word with why it is open: `open: hangs on fish_stock`; `number` is what the number is called, its name unless given."""
    answer, why, name = WORDS[word["answer"]], word["why"], word["number"]
    if not why:
        return answer
    hangs = number or (name, name)
    said = (f"hangs on {hangs[0]}", f"取决于{hangs[1]}") if name else WHYS[why]
    english, chinese = (f"{part}{colon}{reason}" for part, colon, reason in zip(answer, COLON, said, strict=True))
    return english, chinese
