"""Of which worlds is a claim asked, and in how many has it no answer? Its first condition, and what has no number, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.app.terminal.numbers import share, span
from dualtrack.language.declaration import Label
from dualtrack.language.tongue import set_in_chinese

Row = Mapping[str, Any]
LEAST = 0.005
"""A share that would be shown as none although there are such worlds."""


def asked_labels(reading: Row) -> list[Label]:
    """What a reading, as the kept table has it, says of the worlds asked; nothing where all are and all have numbers."""
    return [each for each in (_first(reading), _undefined(reading)) if each[0]]


def _first(reading: Row) -> Label:
    first = reading.get("given_first")
    if first is None:
        return "", ""
    (en, zh), of, asked = first["label"], f"{first['worlds']:,}", f"{reading['worlds']:,}"
    if not reading["worlds"]:
        return f"asked in none of the {of} worlds, since in none of them {en}", f"{of}个世界中没有一个{zh}，无从检验"
    said, low, high = share(first["probability"]), f"{100 * first['low']:.0f}", share(first["high"])
    between = span(low, high)
    return (
        f"asked in the {asked} of {of} worlds in which {en} ({said}, 95 % interval {between})",
        set_in_chinese(f"仅在{zh}的世界中检验：{of}个世界中的{asked}个（{said}，95%区间{between}）"),
    )


def _undefined(reading: Row) -> Label:
    found = reading.get("undefined")
    if not found or not found["probability"]:
        return "", ""
    value = found["probability"]
    said, said_zh = ("under 1 %", "不到1%") if value < LEAST else (share(value), set_in_chinese(share(value)))
    return f"undefined in {said} of worlds, which count as not true", f"在{said_zh}的世界中无从定义，计为不成立"
