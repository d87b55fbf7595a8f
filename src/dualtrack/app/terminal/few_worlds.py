"""Numbers over worlds in words: percentiles where there are worlds enough to speak of them, and what can be said where not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dualtrack.app.terminal.numbers import share, span
from dualtrack.app.terminal.speech import say

FEWEST = 20
"""Worlds from which nine in ten, and a twentieth on each side, are said of them."""
Say = Callable[[float | None], str]
Spread = Mapping[str, Any]


def is_few(worlds: int) -> bool:
    """Whether there are too few worlds for percentiles and shares."""
    return worlds < FEWEST


def range_words(row: Spread, form: Say) -> str:
    """From the twentieth to the nineteen twentieths of worlds; of few, from the least to the greatest; of one, nothing."""
    if row["worlds"] == 1:
        return ""
    low, high = ("least", "greatest") if is_few(row["worlds"]) else ("q05", "q95")
    return span(form(row[low]), form(row[high]))


def band_text(row: Spread, form: Say) -> str:
    """The median, and the range on a line below; a dash where no world has a number."""
    if row["q50"] is None:
        return form(None)
    return "\n".join(part for part in (form(row["q50"]), range_words(row, form)) if part)


def inline(row: Spread, form: Say) -> str:
    """The same on one line, the range in brackets."""
    said = range_words(row, form)
    return f"{form(row['q50'])} ({said})" if said else form(row["q50"])


def range_heading(worlds: int) -> str:
    """What a range is, over its column."""
    if worlds == 1:
        return say("the one\nworld", "仅此\n一个世界")
    if is_few(worlds):
        return say(f"least to greatest\nof {worlds} worlds", f"{worlds}个世界的\n最小至最大值")
    return say("5 to 95 %\nof worlds", "世界的\n5%至95%")


def cells_words(worlds: int) -> str:
    """What a cell of a table holds, in a sentence."""
    if worlds == 1:
        return say(
            "Each cell: the value in the one world, of which nothing can be said about others.",
            "各格为这一个世界中的数值，由此不能推知其他世界。",
        )
    if is_few(worlds):
        return say(
            f"Each cell: the median of {worlds} worlds, and below it the least and the greatest of them: they are too few for "
            f"percentiles, which are shown from {FEWEST} worlds on.",
            f"各格为{worlds}个世界的中位数，其下为最小值与最大值；世界过少，不足以给出百分位（{FEWEST}个以上方列出）。",
        )
    return say(
        f"Each cell: the median over {worlds} worlds, and below it the band that holds nine worlds in ten (5 to 95 %).",
        f"各格为{worlds}个世界的中位数，其下为九成世界所在的范围（5%至95%）。",
    )


def share_of(value: float | None, worlds: int) -> str:
    """A share of worlds in per cent; of few, how many of how many."""
    if value is None or not worlds or not is_few(worlds):
        return share(value)
    count = round(value * worlds)
    return say(f"{count} of {worlds}", f"{worlds}个中的{count}个")
