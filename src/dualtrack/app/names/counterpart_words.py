"""What a series measures of the model, in words: how far by another definition, for what use, and what rests on it already."""

from __future__ import annotations

import math

from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.terminal.speech import both_lines, said, say
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.mapped import Standing, also_asked
from dualtrack.language.declaration import Label
from dualtrack.language.statements.counterpart import Bearing, Cause, Counterpart, Points, Relative, reading

BEARS: dict[Bearing, Label] = {
    "value": ("the figure", "数值"),
    "at_least": ("a floor", "下限"),
    "at_most": ("a ceiling", "上限"),
}
STANDS: dict[Standing, Label] = {
    "weighs": ("may weigh worlds", "可用于似然"),
    "shown": ("only shown", "仅展示"),
    "outlook": ("said beforehand", "事前所言"),
    "held out": ("held out", "留作检验"),
    "out of years": ("outside the years of its series", "不在该序列所用年份"),
    "within another": ("within another figure", "已含于另一数值"),
}
CAUSES: dict[Cause, Label] = {
    "definition": ("another definition", "口径不同"),
    "cycle": ("a swing that the theory leaves out", "理论未含的波动"),
    "structure": ("the equations miss it", "方程未能再现"),
    "outlook": ("a view of years to come", "对未来的看法"),
}


def use_words(counterpart: Counterpart) -> Label:
    """Whether it may weigh worlds, and in which years."""
    if not counterpart.used:
        return STANDS["shown"]
    since, until = counterpart.since, counterpart.until
    first = (f" from {since:g}", f"，自{since:g}年起") if math.isfinite(since) else ("", "")
    last = (f" until {until:g}", f"，至{until:g}年止") if math.isfinite(until) else ("", "")
    en, zh = STANDS["weighs"]
    return en + first[0] + last[0], zh + first[1] + last[1]


def error_words(laboratory: Laboratory, counterpart: Counterpart) -> str:
    """The error of definition, as a share of the figure or in the unit of the formula."""
    match counterpart.error:
        case Relative(share=part):
            return share(part)
        case Points(size=size):
            return f"{number(size)} {unit_words(reading(laboratory.model, counterpart).unit or 1) or 1}"


def measured_words(laboratory: Laboratory, counterpart: Counterpart) -> str:
    """The formula that it measures, as what, and within which error."""
    (bears, bears_zh), error = BEARS[counterpart.bears], error_words(laboratory, counterpart)
    return say(f"{counterpart.reads} ({bears}, give or take {error})", f"{counterpart.reads}（{bears_zh}，误差±{error}）")


def double_use(laboratory: Laboratory, counterpart: Counterpart) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Facts and targets that rest on the series, and numbers that it set."""
    return also_asked(laboratory.theory, laboratory.model, laboratory.record, counterpart), counterpart.sets


def counterpart_facts(laboratory: Laboratory, counterpart: Counterpart) -> dict[str, tuple[str, ...]]:
    """What is said of it, line by line under a heading each."""
    asked, numbers = double_use(laboratory, counterpart)
    return {
        "measures": (measured_words(laboratory, counterpart),),
        "caveat": both_lines(counterpart.caveat),
        "use": (said(use_words(counterpart)),),
        "part of": (counterpart.part_of,) if counterpart.part_of else (),
        "also asked by": (", ".join(asked),) if asked else (),
        "set already": (", ".join(numbers),) if numbers else (),
    }
