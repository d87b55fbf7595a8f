"""The test of a claim in words: what is measured, in which years, under which regimes, and beside which number."""

from __future__ import annotations

from typing import assert_never

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

RELATIONS: dict[Relation, str] = {"at_least": "at least", "at_most": "at most", "above": "above", "below": "below"}
FEW = 6
"""Regimes, years or quantities that are written out; of more, the first and the last."""


def condition_words(condition: Condition) -> tuple[str, ...]:
    """One line per comparison, and how they are joined."""
    match condition:
        case Is(measure, relation, value):
            agree = ", and the area between the curves agrees" if isinstance(measure, Delay) else ""
            return (f"{measure_words(measure)} is {RELATIONS[relation]} {value:g}{agree}",)
        case Every(parts):
            return _joined("and", parts)
        case Some(parts):
            return _joined("or", parts)
        case Given(first, then, label):
            asked = _joined("and", (first,))
            return (f"asked only of worlds in which {label[0]}:", *asked, "and true where there:", *_joined("and", (then,)))
        case _:
            assert_never(condition)


def measure_words(measure: Measure) -> str:
    """What is measured; what takes many runs is told by what it reads and where."""
    match measure:
        case Delay(of, against, outcome, thresholds):
            at = f" to {_few([f'{each:g}' for each in thresholds])}" if thresholds else ""
            return f"months by which {outcome} comes{at} later under {arm_words(of)} than under {arm_words(against)}"
        case Fall(arm, quantity, by, within, since):
            fallen = f"{100 * by:g} % below its highest of the last {within:g} years"
            return f"the year from {since:g} on in which {quantity} first stands {fallen} under {arm_words(arm)}"
        case Gap(of, against, scale):
            if of == against:
                return point_words(of)
            form = {"difference": "", "relative": "in shares of the other, ", "log": "in logarithms, "}[scale]
            return f"{form}{point_words(of)} less {point_words(against)}"
        case Size(inner):
            return f"the size of ({measure_words(inner)})"
        case Ratio(part, whole, least):
            return (
                f"the ratio of ({measure_words(part)}) to the size of ({measure_words(whole)}), where that is {least:g} or more"
            )
        case Sum(terms) if len(terms) <= 2:
            return " plus ".join(f"{weight:g} x ({measure_words(each)})" for weight, each in terms)
        case Sum(terms):
            return f"a weighted sum of {len(terms)} terms{_read(measure)}"
        case Peak(along, inner):
            return f"along {len(along)} steps, the top of {inner[0]:g}–{inner[1]:g} beyond the higher end{_read(measure)}"
        case Slope(along):
            return f"the slope of a straight line through {len(along)} points{_read(measure)}"
        case Chosen(options):
            return f"what the best of {len(options)} options pays{_read(measure)}"
        case _:
            assert_never(measure)


def point_words(point: Point) -> str:
    """A quantity in a year of a run."""
    return f"{point.quantity} in {point.year:g} under {arm_words(point.arm)}"


def arm_words(arm: Arm) -> str:
    """A run: its regime, and whatever is changed of it."""
    changes = [f"{each.lever} = {each.value:g}" + ("" if each.year is None else f" from {each.year:g}") for each in arm.levers]
    changes += [f"{name} = {value:g}" for name, value in arm.held]
    changes += [_cut_words(each) for each in arm.frozen]
    changes += [] if arm.step is None else [f"steps of {arm.step:g} year"]
    if arm.towards:
        dials = _few(list(arm.dials)) if arm.dials else "every dial"
        changes.insert(0, f"{dials} moved by {arm.share:g} towards {arm.towards}")
    return arm.regime + (f" with {'; '.join(changes)}" if changes else "")


def _cut_words(frozen: Frozen) -> str:
    """What no longer answers its causes, and what it follows instead."""
    cut = _few([*frozen.names, *(" > ".join(link) for link in frozen.links)])
    if frozen.value is None:
        return f"{cut} as under {frozen.like.regime}"
    return f"{cut} = {frozen.value:g} from {frozen.since:g} on"


def _joined(word: str, parts: tuple[Condition, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    for part in parts:
        first, *others = condition_words(part)
        lines += [f"{word} {first}" if lines else first, *others]
    return tuple(lines)


def _read(measure: Measure) -> str:
    """Which quantities, years and regimes a measure of many runs reads."""
    found = readings(measure)
    names = dict.fromkeys(quantity_of(each) for each in found)
    years = sorted({each.year for each in found if isinstance(each, Point)})
    arms = [arm for each in found for arm in runs_of(each)]
    regimes = dict.fromkeys(name for arm in arms for name in (arm.regime, arm.towards) if name)
    delays = "months of delay of " if any(isinstance(each, Delay) for each in found) else ""
    delays += "years of a fall of " if any(isinstance(each, Fall) for each in found) else ""
    when = f" in {_few([f'{year:g}' for year in years])}" if years else ""
    return f", of {delays}{_few(list(names))}{when} under {_few(list(regimes))}"


def _few(words: list[str]) -> str:
    return ", ".join(words) if len(words) <= FEW else f"{words[0]} to {words[-1]} ({len(words)} of them)"
