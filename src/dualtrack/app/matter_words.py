"""What an outcome hangs on, in sentences of both languages: an order, a leader or an absence only where the intervals tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dualtrack.app.options.asked_regimes import listed, under, what
from dualtrack.app.terminal.numbers import share
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.matter import Influences
from dualtrack.lab.questions.matter_left import LeftInfluences
from dualtrack.lab.questions.pick_freeze import CARRIED
from dualtrack.lab.statistics.resolved import Order, beside, order, rounded, size_to_tell
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.factor import Factor
from dualtrack.language.declaration import Label

SHOWN = 0.01
"""A smaller share of variance is counted, not shown."""
NAMED = 3
PAIRS, WORLDS = ("pairs of worlds", "对世界"), ("worlds that history leaves", "个未被记录排除的世界")
"""What a sample is counted in."""
SLIGHT = 0.05
"""Interplay told to be below this share is hardly any."""


class Ranked(Protocol):
    """A factor and the share of variance that it takes part in."""

    @property
    def factor(self) -> Factor:
        """The numbers."""

    @property
    def total(self) -> VarianceShare:
        """The share."""


def sentence(setting: Setting, found: Influences) -> Label:
    """What it hangs on, as far as can be told, and how much comes from interplay."""
    (asked, asked_zh), (where, where_zh) = what(setting.model, found.asked), under(setting, [found.asked])
    start = f"{asked} {where}{held(setting)[0]}", f"{where_zh}{held(setting)[1]}，{asked_zh}"
    indices = found.indices
    if not found.rows:
        return _unresolved(start, 2 * indices.pairs, indices.carried, carriers(found), PAIRS)
    order_en, order_zh = _order_words(start, found.rows, indices.pairs, PAIRS)
    together_en, together_zh = _interplay(indices.interplay)
    return f"{order_en} {together_en}", f"{order_zh}{together_zh}"


def sentence_left(setting: Setting, found: LeftInfluences) -> Label:
    """The same in worlds that history leaves, where nothing is told of interplay."""
    (asked, asked_zh), (where, where_zh) = what(setting.model, found.asked), under(setting, [found.asked])
    left = ", in worlds that history leaves,", "（限未被记录排除的世界）"
    start = f"{asked} {where}{held(setting)[0]}{left[0]}", f"{where_zh}{held(setting)[1]}{left[1]}，{asked_zh}"
    shares = found.shares
    if not found.rows:
        return _unresolved(
            start, shares.worlds, shares.carried, _carried(shares.worlds, shares.moved, shares.carried), ("worlds", "个世界")
        )
    return _order_words(start, found.rows, shares.worlds, WORLDS)


def held(setting: Setting) -> Label:
    """What is held at one value in every world; nothing where nothing is."""
    if not setting.held:
        return "", ""
    said = ", ".join(f"{name} at {value:g}" for name, value in setting.held.items())
    chinese = "、".join(f"{name} 取 {value:g}" for name, value in setting.held.items())
    return f" with {said}", f"（{chinese}）"


def carriers(found: Influences) -> Label:
    """How many worlds carry the variance."""
    return _carried(2 * found.indices.pairs, found.indices.moved, found.indices.carried)


def _carried(worlds: int, moved: int, carried: float) -> Label:
    if 2 * moved < worlds:
        return f"{moved:,} of {worlds:,} worlds move it", f"{worlds:,} 个世界中有 {moved:,} 个使其变动"
    return (
        f"its variance rests on the equal of {carried:,.0f} of {worlds:,} worlds",
        f"其方差相当于由 {worlds:,} 个世界中的 {carried:,.0f} 个承担",
    )


def _unresolved(start: Label, worlds: int, carried: float, said: Label, unit: Label) -> Label:
    size = rounded(worlds * CARRIED / carried) if carried else 2 * worlds
    return (
        f"{start[0]}: what it hangs on is not resolved: {said[0]}. Draw at least {size:,} {unit[0]} to tell.",
        f"{start[1]}取决于什么尚不能分辨：{said[1]}。须抽取至少 {size:,} {unit[1]}方可分辨。",
    )


def _order_words(start: Label, rows: Sequence[Ranked], size: int, unit: Label) -> Label:
    """The leaders, in an order as far as it is told; that of the numbers looked at singly where the others may hold more."""
    known = [row for row in rows if not row.factor.is_rest]
    rest = [row for row in rows if row.factor.is_rest]
    every, few = order([row.total for row in rows]), order([row.total for row in known])
    if every.ahead and not any(row.factor.is_rest for row in _ahead(rows, every)):
        return _leading(start, rows, every, ("hangs most on", "最取决于"))
    if rest and few.ahead:
        en, zh = _leading(start, known, few, ("of what was looked at singly, hangs most on", "在逐一考察的各项中最取决于"))
        other = _valued(rest[0])
        return f"{en} The others together may hold more: {other[0]}.", f"{zh}其余各项合计可能更多：{other[1]}。"
    return _nothing_leads(start, rows, (size, unit))


def _ahead(rows: Sequence[Ranked], found: Order) -> list[Ranked]:
    return [rows[place] for place in found.places[: found.ahead]]


def _leading(start: Label, rows: Sequence[Ranked], found: Order, verb: Label) -> Label:
    """One leader and who follows in a settled order, or a group whose inner order is open."""
    if found.settled:
        named = [rows[place] for place in found.places[: min(found.settled, NAMED)]]
        named = [row for place, row in enumerate(named) if place == 0 or row.total.value >= SHOWN]
        en = ", then on ".join(_valued(row)[0] for row in named)
        zh = "，其次是".join(_valued(row)[1] for row in named)
        tail = "", ""
    else:
        en, zh = listed([_valued(row) for row in _ahead(rows, found)])
        tail = ", whose order cannot be told at this size", "，其先后在此样本量下不能分辨"
    return (
        f"{start[0]} {verb[0]} {en}{tail[0]}: shares of its variance over worlds, interplay included.",
        f"{start[1]}{verb[1]}{zh}{tail[1]}：均为各世界间方差的比重，含相互作用。",
    )


def _nothing_leads(start: Label, rows: Sequence[Ranked], sampled: tuple[int, Label]) -> Label:
    known, unit = [row for row in rows if not row.factor.is_rest], sampled[1]
    first, second = sorted(rows, key=lambda row: -row.total.value)[:2] if len(rows) > 1 else (rows[0],) * 2
    if first is second:
        return _only(start, first)
    pairs = len(rows) * (len(rows) - 1) // 2
    size = size_to_tell(first.total, second.total, pairs, sampled[0])
    more = (
        ("the largest shares are too near each other for any size to tell", "最大的几项过于接近，任何样本量都难以分辨")
        if size is None
        else (f"some {size:,} {unit[0]} could tell", f"约 {size:,} {unit[1]}或可分辨")
    )
    en, zh = listed([_valued(row) for row in known[:NAMED]])
    return (
        f"What {_lower(start[0])} hangs on most cannot be told at this size; {more[0]}. Among the larger shares: {en}.",
        f"{start[1]}最取决于什么，在此样本量下不能分辨；{more[1]}。比重较大者包括：{zh}。",
    )


def _only(start: Label, row: Ranked) -> Label:
    en, zh = _valued(row)
    return f"{start[0]} hangs on {en} alone: nothing else is uncertain.", f"{start[1]}只取决于{zh}：没有其他不确定的数值。"


def _valued(row: Ranked) -> Label:
    """A factor with its share and the interval of that."""
    en, zh = row.factor.label
    value, low, high = (share(each) for each in (row.total.value, row.total.low, row.total.high))
    return f"“{en}” ({value}; {low} to {high})", f"“{zh}”（{value}；{low} 至 {high}）"


def _interplay(found: VarianceShare) -> Label:
    value, low, high = (share(each) for each in (found.value, found.low, found.high))
    match beside(found, SLIGHT):
        case "slight":
            return "Hardly any of it comes from their interplay.", "几乎没有来自相互作用的部分。"
        case "clear":
            return (
                f"About {value} of it ({low} to {high}) comes from their interplay.",
                f"其中约 {value}（{low} 至 {high}）来自相互作用。",
            )
        case "open":
            return (
                f"How much of it comes from their interplay cannot be told at this size: between {low} and {high}.",
                f"其中多少来自相互作用，在此样本量下不能分辨：介于 {low} 与 {high} 之间。",
            )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
