"""A fact or a target explained: what the nominal world gives, what was seen, how far they may differ, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.app.names.yardstick_words import yardstick_words
from dualtrack.app.summary.fact_words import GROUPS, ROLES
from dualtrack.app.terminal.numbers import number
from dualtrack.app.terminal.speech import said, say, tongue
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.app.verdicts.evidence_words import cited
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import one_run
from dualtrack.lab.record.fact_rows import group, measure_label
from dualtrack.lab.record.figure import Figure, figures, target
from dualtrack.lab.record.judge_facts import CheckVerdict, judge_facts
from dualtrack.language.declaration import Label
from dualtrack.language.statements.ledger import Fact, Measure, Relation, measured_unit, variables

Facts = dict[str, tuple[str, ...]]
EXACT = 4
RELATIONS: dict[Relation, Label] = {
    "within": ("no further from it than", "与观测值之差不超过容差"),
    "at_most": ("at most it, a miss counted in", "不高于观测值，偏差以容差计，容差为"),
    "at_least": ("at least it, a miss counted in", "不低于观测值，偏差以容差计，容差为"),
}
FED: Label = ("fed to the model: nothing is checked", "用于输入模型，无可核对")


@dataclass(frozen=True)
class InWorld:
    """The numbers of a world, none for the nominal one, and which world it is in words, as `world_words` has them."""

    words: str = ""
    numbers: Mapping[str, float] | None = None

    @property
    def heading(self) -> str:
        """What stands before the outcome of a fact in it."""
        return "in the nominal world" if self.numbers is None else "in that world"

    @property
    def beside(self) -> str:
        """What stands behind a figure modelled in it."""
        if self.numbers is None:
            return say(", in the nominal world", "（默认参数世界）")
        return say(f", in {self.words}", f"（{self.words}）")


NOMINALLY = InWorld()


def fact_facts(laboratory: Laboratory, name: str, within: InWorld = NOMINALLY) -> Facts:
    """Every check of a fact with its modelled figure, in the world it is looked at `within`, and the observed one."""
    fact = next(each for each in laboratory.theory.facts if each.id == name)
    modelled = one_run(laboratory, laboratory.past, laboratory.theory.facts_clock, within.numbers)
    (found,) = judge_facts([fact], figures(laboratory.record), modelled)
    lines = [
        line
        for place, each in enumerate(found.checks, 1)
        for line in _check(laboratory, each, f"{place}. " if len(found.checks) > 1 else "", within)
    ]
    sources = dict.fromkeys(source for each in found.checks for source in each.target.sources)
    return {
        "counts as": (say(f"{fact.role}, {group(fact)}", f"{ROLES[fact.role][1]}，{GROUPS[group(fact)][1]}"),),
        within.heading: (_outcome(fact, found.checks),) if found.checks else (said(FED),),
        "checks": tuple(lines),
        "sources": tuple(addressed(laboratory, key) for key in sources),
        "rests on": (", ".join(variables([fact])),) if fact.tests else (),
    }


def target_facts(laboratory: Laboratory, name: str) -> Facts:
    """What a target is held beside, and by how much a true world may miss it."""
    each = next(found for found in laboratory.theory.targets if found.id == name)
    seen = target(each.yardstick, figures(laboratory.record))
    unit = _unit(laboratory, each.measure)
    return {
        "observed": (_with(_figure(seen), unit),),
        "one error": (_with(number(each.errors.scale(seen.value), EXACT), unit),),
        "sources": tuple(addressed(laboratory, key) for key in seen.sources),
    }


def addressed(laboratory: Laboratory, key: str) -> str:
    """A source with its title, publisher, date, grade and address."""
    source = laboratory.record.source(key)
    return f"{cited(laboratory.record, key)} {source.url}".rstrip()


def _check(laboratory: Laboratory, found: CheckVerdict, start: str, within: InWorld) -> list[str]:
    check, unit = found.check, _unit(laboratory, found.check.measure)
    modelled, observed = _with(number(float(found.measured[0]), EXACT), unit), _with(_figure(found.target), unit)
    held, tolerance = yardstick_words(check.yardstick), _with(f"{check.tolerance:g}", unit)
    (relation, relation_zh), indent = RELATIONS[check.relation], " " * len(start)
    return [
        start + said(measure_label(laboratory.model, check.measure)),
        indent + say(f"modelled {modelled}", f"模型值{modelled}") + within.beside,
        indent + say(f"observed {observed}: {held}", f"观测值{observed}：{held}"),
        indent + say(f"{relation} {tolerance}: {_miss(found)}", f"{relation_zh}{tolerance}：{_miss(found)}"),
    ]


def _miss(found: CheckVerdict) -> str:
    if found.holds[0]:
        return say("it holds", "符合")
    times = number(float(found.misses[0]))
    return say(f"missed by {times} times that", f"偏差为容差的{times}倍")


def _outcome(fact: Fact, checks: tuple[CheckVerdict, ...]) -> str:
    held = sum(bool(each.holds[0]) for each in checks)
    missed = say(f"missed: {held} of {len(checks)} checks hold", f"未能再现：{len(checks)}项核对中{held}项符合")
    told = say("reproduced", "再现") if held == len(checks) else missed
    return told if fact.is_test else told + say("; not counted, since it fed the model", "；不计入，因其用于输入模型或设定参数")


def _figure(seen: Figure) -> str:
    value, low, high = (number(each, EXACT) for each in (seen.value, seen.low, seen.high))
    ends = say(f" (its source allows {low} to {high})", f"（来源容许{low}至{high}）")
    return value if seen.low == seen.high else value + ends


def _unit(laboratory: Laboratory, measure: Measure) -> str:
    """The unit that stands behind a figure; in Chinese none behind a pure number."""
    unit = measured_unit(laboratory.model, measure)
    return unit_words(unit) or ("" if tongue().is_chinese else "(of 1)")


def _with(figure: str, unit: str) -> str:
    return say(f"{figure} {unit}", f"{figure}{unit}")
