"""The crux of each headline in a sentence of both languages: groups of one meaning told to carry it, with their intervals."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.terminal.numbers import share, span
from dualtrack.language.declaration import Label
from dualtrack.language.tongue import set_in_chinese
from dualtrack.targets.numeric.tidy import Row


def crux_label(rows: Sequence[Row]) -> Label:
    """Which groups are told to take part in so much of each headline's variance; nothing where a theory has no headline.

    A headline without such a group is passed over beside others that have one.
    """
    if not rows:
        return "", ""
    bound = share(rows[0]["bound"])
    english, chinese = _groups(rows) if any(row["cruxes"] for row in rows) else _none(rows)
    return (
        f"Groups told to reach {bound} (95 % intervals): {english}.",
        f"能够断定参与解释{set_in_chinese(bound)}以上方差的数值组（括号内为95%区间）：{chinese}。",
    )


def _groups(rows: Sequence[Row]) -> Label:
    """Each group once, with its share in every headline that it is told to carry."""
    found: dict[str, tuple[Row, list[Row]]] = {}
    for row in rows:
        for crux in row["cruxes"]:
            found.setdefault(crux["group"], (crux, []))[1].append({**crux, "of": (row["en"], row["zh"])})
    english, chinese = list[str](), list[str]()
    for crux, said in found.values():
        english.append(f"“{_lower(crux['en'])}” " + ", ".join(f"{_interval(each)} of {each['of'][0]}" for each in said))
        chinese.append(f"“{crux['zh']}”，" + "、".join(f"{each['of'][1]}{_chinese(each)}" for each in said))
    return "; ".join(english), "；".join(chinese)


def _none(rows: Sequence[Row]) -> Label:
    told = any(row["told"] for row in rows)
    return ("none at this size", "此样本量下无") if told else ("too few worlds to tell", "世界过少，不能断定")


def _chinese(found: Row) -> str:
    low, high = (share(found[end]) for end in ("low", "high"))
    return set_in_chinese(f"{share(found['value'])}（{low}至{high}）")


def _interval(found: Row) -> str:
    ends = span(share(found["low"]).removesuffix(" %"), share(found["high"]).removesuffix(" %"))
    return f"{share(found['value'])} ({ends})"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
