"""The test of a claim in words: what is measured, in which years, under which regimes, and beside which number."""

from __future__ import annotations

from typing import assert_never

from dualtrack.app.terminal.numbers import MINUS
from dualtrack.app.terminal.speech import say
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import (
    Arm,
    Chosen,
    Delay,
    Fall,
    Frozen,
    Gap,
    Measure,
    Peak,
    Point,
    Ratio,
    Size,
    Slope,
    Sum,
    quantity_of,
    readings,
    runs_of,
)
from dualtrack.language.statements.claim_test import Condition, Every, Given, Is, Relation, Some

RELATIONS: dict[Relation, Label] = {
    "at_least": ("at least", "不低于"),
    "at_most": ("at most", "不高于"),
    "above": ("above", "高于"),
    "below": ("below", "低于"),
}
FORMS: dict[str, Label] = {
    "difference": ("", ""),
    "relative": ("in shares of the other, ", "以后者的比例计，"),
    "log": ("in logarithms, ", "取对数，"),
}
AGREES: Label = (", and the area between the curves agrees", "，且两曲线之间的面积与之一致")
FEW = 6
"""Regimes, years or quantities that are written out; of more, the first and the last."""


def condition_words(condition: Condition) -> tuple[str, ...]:
    """One line per comparison, and how they are joined."""
    match condition:
        case Is(measure, relation, value):
            agree = AGREES if isinstance(measure, Delay) else ("", "")
            (is_, is_zh), what = RELATIONS[relation], measure_words(measure)
            return (say(f"{what} is {is_} {value:g}{agree[0]}", f"{what}{is_zh}{value:g}{agree[1]}"),)
        case Every(parts):
            return _joined(say("and ", "且"), parts)
        case Some(parts):
            return _joined(say("or ", "或"), parts)
        case Given(first, then, label):
            head = say(f"asked only of worlds in which {label[0]}:", f"只在{label[1]}的世界中检验：")
            then_true = say("and true where there:", "在这些世界中，若满足以下各项则成立：")
            return (head, *_joined("", (first,)), then_true, *_joined("", (then,)))
        case _:
            assert_never(condition)


def measure_words(measure: Measure) -> str:
    """What is measured; what takes many runs is told by what it reads and where."""
    match measure:
        case Delay():
            return _delay_words(measure)
        case Fall(arm, quantity, by, within, since):
            return say(
                f"the year from {since:g} on in which {quantity} first stands {100 * by:g} % below its highest of the last "
                f"{within:g} years under {arm_words(arm)}",
                f"自{since:g}年起，{quantity}在{arm_words(arm)}下首次比此前{within:g}年的最高值低{100 * by:g}%的年份",
            )
        case Gap(of, against, scale):
            if of == against:
                return point_words(of)
            (form, form_zh), one, other = FORMS[scale], point_words(of), point_words(against)
            return say(f"{form}{one} less {other}", f"{form_zh}{one}减去{other}")
        case Size(inner):
            return say(f"the size of ({measure_words(inner)})", f"（{measure_words(inner)}）的绝对值")
        case Ratio(part, whole, least):
            above, below = measure_words(part), measure_words(whole)
            return say(
                f"the ratio of ({above}) to the size of ({below}), where that is {least:g} or more",
                f"（{above}）与（{below}）的绝对值之比（后者须不小于{least:g}）",
            )
        case Sum(terms) if len(terms) <= 2:
            parts = [(f"{weight:g}", measure_words(each)) for weight, each in terms]
            return say(
                " plus ".join(f"{weight} x ({each})" for weight, each in parts),
                "，加上".join(f"{weight.replace('-', MINUS)} ×（{each}）" for weight, each in parts),
            )
        case _:
            return _many_words(measure)


def _delay_words(delay: Delay) -> str:
    at = _few([f"{each:g}" for each in delay.thresholds])
    to, to_zh = (f" to {at}", f"达到{at}") if delay.thresholds else ("", "")
    of, against = arm_words(delay.of), arm_words(delay.against)
    return say(
        f"months by which {delay.outcome} comes{to} later under {of} than under {against}",
        f"{delay.outcome}在{of}下比在{against}下{to_zh}推迟的月数",
    )


def _many_words(measure: Sum | Peak | Slope | Chosen) -> str:
    """A measure of many runs, by their number and by what it reads."""
    read = _read(measure)
    match measure:
        case Sum(terms):
            return say(f"a weighted sum of {len(terms)} terms{read}", f"{len(terms)}项的加权和{read}")
        case Peak(along, inner):
            ends = f"{inner[0]:g}–{inner[1]:g}"
            return say(
                f"along {len(along)} steps, the top of {ends} beyond the higher end{read}",
                f"沿{len(along)}步，{ends}一段的最高点高出两端中较高者的部分{read}",
            )
        case Slope(along):
            return say(f"the slope of a straight line through {len(along)} points{read}", f"过{len(along)}个点的直线的斜率{read}")
        case Chosen(options):
            return say(f"what the best of {len(options)} options pays{read}", f"{len(options)}个选项中最优者的所得{read}")
        case _:
            assert_never(measure)


def point_words(point: Point) -> str:
    """A quantity in a year of a run."""
    arm = arm_words(point.arm)
    return say(f"{point.quantity} in {point.year:g} under {arm}", f"{arm}下{point.year:g}年的{point.quantity}")


def arm_words(arm: Arm) -> str:
    """A run: its regime, and whatever is changed of it."""
    changes = [_set_words(f"{each.lever} = {each.value:g}", each.year) for each in arm.levers]
    changes += [f"{name} = {value:g}" for name, value in arm.held]
    changes += [_cut_words(each) for each in arm.frozen]
    changes += [] if arm.step is None else [say(f"steps of {arm.step:g} year", f"步长{arm.step:g}年")]
    if arm.towards:
        dials = _few(list(arm.dials)) if arm.dials else say("every dial", "全部政策变量")
        moved = say(f"{dials} moved by {arm.share:g} towards {arm.towards}", f"{dials}向{arm.towards}移动{arm.share:g}")
        changes.insert(0, moved)
    return arm.regime + (say(f" with {'; '.join(changes)}", f"（{'；'.join(changes)}）") if changes else "")


def _set_words(setting: str, year: float | None) -> str:
    return setting if year is None else say(f"{setting} from {year:g}", f"自{year:g}年起{setting}")


def _cut_words(frozen: Frozen) -> str:
    """What no longer answers its causes, and what it follows instead."""
    cut = _few([*frozen.names, *(" > ".join(link) for link in frozen.links)])
    if frozen.value is None:
        return say(f"{cut} as under {frozen.like.regime}", f"{cut}与{frozen.like.regime}下相同")
    return say(f"{cut} = {frozen.value:g} from {frozen.since:g} on", f"自{frozen.since:g}年起{cut} = {frozen.value:g}")


def _joined(word: str, parts: tuple[Condition, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    for part in parts:
        first, *others = condition_words(part)
        lines += [f"{word}{first}" if lines else first, *others]
    return tuple(lines)


def _read(measure: Measure) -> str:
    """Which quantities, years and regimes a measure of many runs reads."""
    found = readings(measure)
    names = _few(list(dict.fromkeys(quantity_of(each) for each in found)))
    years = _few([f"{year:g}" for year in sorted({each.year for each in found if isinstance(each, Point)})])
    arms = [arm for each in found for arm in runs_of(each)]
    regimes = _few(list(dict.fromkeys(name for arm in arms for name in (arm.regime, arm.towards) if name)))
    kinds = [("months of delay of ", "推迟的月数")] * any(isinstance(each, Delay) for each in found)
    kinds += [("years of a fall of ", "下跌的年份")] * any(isinstance(each, Fall) for each in found)
    when, when_zh = (f" in {years}", f"，{years}年") if years else ("", "")
    of, of_zh = "".join(en for en, _ in kinds), "".join(f"的{zh}" for _, zh in kinds)
    return say(f", of {of}{names}{when} under {regimes}", f"（{names}{of_zh}{when_zh}，{regimes}）")


def _few(words: list[str]) -> str:
    if len(words) <= FEW:
        return say(", ", "、").join(words)
    return say(f"{words[0]} to {words[-1]} ({len(words)} of them)", f"{words[0]}至{words[-1]}（共{len(words)}个）")
