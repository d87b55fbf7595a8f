"""What matters, as text and as data: a row per factor and question, and a sentence in both languages."""

from __future__ import annotations

from typing import Any

from dualtrack.app.asking import listed, under, what
from dualtrack.app.numbers import number, share, span
from dualtrack.app.terminal import show_prose, show_table, show_text
from dualtrack.lab.asked import Setting
from dualtrack.lab.matter import Influence, Influences, Matter
from dualtrack.lab.pick_freeze import Share
from dualtrack.language.declare import Label

SHOWN = 0.01
"""A smaller share of variance is counted, not shown."""
NAMED = 3
SLIGHT = 0.05
"""Below this share interplay cannot be told from sampling error."""


def matter_data(setting: Setting, found: Matter) -> dict[str, Any]:
    """Every share with its interval, and how they were had."""
    pairs = found.method.pairs
    return {
        "answers": [_answer(setting, each) for each in found.answers],
        "factors_screened": found.screened,
        "pairs": found.pairs,
        "worlds_run": found.worlds,
        "rule": {"width": pairs.width, "leading": pairs.leading, "most_pairs": pairs.most, "by": found.method.by},
        "seed": found.seed,
        "model": setting.model.fingerprint,
    }


def show_matter(setting: Setting, found: Matter) -> None:
    """A table for every question, then how sure it is."""
    for each in found.answers:
        shown = [row for row in each.rows if row.total.value >= SHOWN]
        title = f"{what(setting.model, each.asked)[0]} {under(setting)[0]}: mean {number(each.mean)}, "
        lines = [[row.factor.name, row.factor.label[0], _cell(row.total), _cell(row.first)] for row in shown]
        columns = ["uncertainty", "what it is", "share of variance\nit takes part in", "share it carries\nalone"]
        show_table(f"{title}standard deviation {number(each.variance**0.5)}", columns, lines, words=2)
        for text in sentence(setting, each):
            show_prose(text)
        show_prose(_sureness(found, each))
        show_text("")
    show_prose(_method(setting, found))


def sentence(setting: Setting, found: Influences) -> Label:
    """What it hangs on most, in both languages."""
    known = [row for row in found.rows if not row.factor.is_rest]
    named = [row for place, row in enumerate(known[:NAMED]) if place == 0 or row.total.value >= SHOWN]
    en, zh = listed(
        [(f"“{r.factor.label[0]}” ({share(r.total.value)})", f"“{r.factor.label[1]}”（{share(r.total.value)}）") for r in named]
    )
    (asked, asked_zh), (where, where_zh) = what(setting.model, found.asked), under(setting)
    shared = 1 - sum(row.first.value for row in found.rows)
    interplay = (
        ("hardly any of it comes from their interplay", "几乎没有来自相互作用的部分")
        if shared < SLIGHT
        else (f"about {share(shared)} of it comes from their interplay", f"其中约 {share(shared)} 来自相互作用")
    )
    return (
        f"{asked} {where} hangs most on {en}: shares of its variance over worlds, interplay included; {interplay[0]}.",
        f"{where_zh}，{asked_zh}最取决于{zh}：均为各世界间方差的比重，含相互作用；{interplay[1]}。",
    )


def _answer(setting: Setting, found: Influences) -> dict[str, Any]:
    text = sentence(setting, found)
    return {
        "asked": str(found.asked),
        "mean": found.mean,
        "variance": found.variance,
        "resolved": found.resolved,
        "pairs": found.pairs,
        "en": text[0],
        "zh": text[1],
        "factors": [_row(row) for row in found.rows],
    }


def _row(row: Influence) -> dict[str, Any]:
    members = list(row.factor.members)
    en, zh = row.factor.label
    return {
        "factor": row.factor.name,
        "en": en,
        "zh": zh,
        "members": members,
        "total": _data(row.total),
        "first": _data(row.first),
    }


def _data(found: Share) -> dict[str, float]:
    return {"value": found.value, "low": found.low, "high": found.high}


def _cell(found: Share) -> str:
    low, high = number(found.low, 2), number(found.high, 2)
    return f"{number(found.value, 2)} ({span(low, high)})"


def _sureness(found: Matter, each: Influences) -> str:
    small = sum(row.total.value < SHOWN for row in each.rows)
    rule = found.method.pairs
    said = "are that narrow" if each.resolved else "are wider: unresolved at this size"
    left = f" Left out for want of an answer: {found.pairs - each.pairs}." if found.pairs > each.pairs else ""
    return (
        f"{small} further rows are below {SHOWN:g}. Brackets hold 95 % (bootstrap over {each.pairs} pairs of worlds); those of "
        f"the {rule.leading} leading rows were to be {rule.width:g} wide or less, and {said}.{left}"
    )


def _method(setting: Setting, found: Matter) -> str:
    screened = (
        f"A screen of {found.method.screen.cost(found.screened)} worlds kept {found.method.screen.kept} of {found.screened}; the "
        "row of the others together says what it may have missed. "
        if found.screened
        else ""
    )
    joined = "; ".join(", ".join(group.names) for group in setting.model.correlations)
    drawn = f"Drawn together and taken as one: {joined}." if joined else "All are drawn independently of each other."
    return f"{screened}{drawn} Seed {found.seed}."
