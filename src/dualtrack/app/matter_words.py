"""What an outcome hangs on, in sentences of both languages: an order, a leader or an absence only where the intervals tell it."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.options.asked_regimes import listed, under, what
from dualtrack.app.terminal.numbers import share
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.matter import Influence, Influences
from dualtrack.lab.questions.pick_freeze import CARRIED
from dualtrack.lab.statistics.resolved import Order, beside, order, rounded, size_to_tell
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.language.declaration import Label

SHOWN = 0.01
"""A smaller share of variance is counted, not shown."""
NAMED = 3
SLIGHT = 0.05
"""Interplay told to be below this share is hardly any."""


def sentence(setting: Setting, found: Influences) -> Label:
    """What it hangs on, as far as can be told, and how much comes from interplay."""
    (asked, asked_zh), (where, where_zh) = what(setting.model, found.asked), under(setting, [found.asked])
    start = f"{asked} {where}", f"{where_zh}，{asked_zh}"
    if not found.rows:
        return _unresolved(start, found)
    order_en, order_zh = _order_words(start, found)
    together_en, together_zh = _interplay(found.indices.interplay)
    return f"{order_en} {together_en}", f"{order_zh}{together_zh}"


def carriers(found: Influences) -> Label:
    """How many worlds carry the variance."""
    indices = found.indices
    worlds = 2 * indices.pairs
    if 2 * indices.moved < worlds:
        return f"{indices.moved:,} of {worlds:,} worlds move it", f"{worlds:,} 个世界中有 {indices.moved:,} 个使其变动"
    return (
        f"its variance rests on the equal of {indices.carried:,.0f} of {worlds:,} worlds",
        f"其方差相当于由 {worlds:,} 个世界中的 {indices.carried:,.0f} 个承担",
    )


def _unresolved(start: Label, found: Influences) -> Label:
    indices, (en, zh) = found.indices, carriers(found)
    size = rounded(2 * indices.pairs * CARRIED / indices.carried) if indices.carried else 4 * indices.pairs
    more = f"at least {size:,}", f"至少 {size:,}"
    return (
        f"{start[0]}: what it hangs on is not resolved: {en}. Draw {more[0]} pairs of worlds to tell.",
        f"{start[1]}取决于什么尚不能分辨：{zh}。须抽取{more[1]}对世界方可分辨。",
    )


def _order_words(start: Label, found: Influences) -> Label:
    """The leaders, in an order as far as it is told; that of the numbers looked at singly where the others may hold more."""
    known = [row for row in found.rows if not row.factor.is_rest]
    rest = [row for row in found.rows if row.factor.is_rest]
    every, few = order([row.total for row in found.rows]), order([row.total for row in known])
    if every.ahead and not any(row.factor.is_rest for row in _ahead(found.rows, every)):
        return _leading(start, found.rows, every, ("hangs most on", "最取决于"))
    if rest and few.ahead:
        en, zh = _leading(start, known, few, ("of what was looked at singly, hangs most on", "在逐一考察的各项中最取决于"))
        other = _valued(rest[0])
        return f"{en} The others together may hold more: {other[0]}.", f"{zh}其余各项合计可能更多：{other[1]}。"
    return _nothing_leads(start, found, known)


def _ahead(rows: Sequence[Influence], found: Order) -> list[Influence]:
    return [rows[place] for place in found.places[: found.ahead]]


def _leading(start: Label, rows: Sequence[Influence], found: Order, verb: Label) -> Label:
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


def _nothing_leads(start: Label, found: Influences, known: Sequence[Influence]) -> Label:
    first, second = sorted(found.rows, key=lambda row: -row.total.value)[:2] if len(found.rows) > 1 else (found.rows[0],) * 2
    if first is second:
        return _only(start, first)
    pairs = len(found.rows) * (len(found.rows) - 1) // 2
    size = size_to_tell(first.total, second.total, pairs, found.indices.pairs)
    more = (
        ("the largest shares are too near each other for any size to tell", "最大的几项过于接近，任何样本量都难以分辨")
        if size is None
        else (f"some {size:,} pairs of worlds could tell", f"约 {size:,} 对世界或可分辨")
    )
    en, zh = listed([_valued(row) for row in known[:NAMED]])
    return (
        f"What {_lower(start[0])} hangs on most cannot be told at this size; {more[0]}. Among the larger shares: {en}.",
        f"{start[1]}最取决于什么，在此样本量下不能分辨；{more[1]}。比重较大者包括：{zh}。",
    )


def _only(start: Label, row: Influence) -> Label:
    en, zh = _valued(row)
    return f"{start[0]} hangs on {en} alone: nothing else is uncertain.", f"{start[1]}只取决于{zh}：没有其他不确定的数值。"


def _valued(row: Influence) -> Label:
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
