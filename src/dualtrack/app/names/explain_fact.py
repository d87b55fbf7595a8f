"""A fact or a target explained: what the nominal world gives, what was seen, how far they may differ, and who says so."""

from __future__ import annotations

from dualtrack.app.names.yardstick_words import yardstick_words
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import one_run
from dualtrack.lab.record.fact_rows import group, measure_label
from dualtrack.lab.record.figure import Figure, figures, target
from dualtrack.lab.record.judge_facts import CheckVerdict, judge_facts
from dualtrack.language.statements.ledger import Fact, Measure, measured_unit, variables

Facts = dict[str, tuple[str, ...]]
EXACT = 4
RELATIONS = {
    "within": "no further from it than",
    "at_most": "at most it, a miss counted in",
    "at_least": "at least it, a miss counted in",
}


def fact_facts(laboratory: Laboratory, name: str) -> Facts:
    """Every check of a fact with its modelled and its observed figure."""
    fact = next(each for each in laboratory.theory.facts if each.id == name)
    nominal = one_run(laboratory, laboratory.past, laboratory.theory.facts_clock)
    (found,) = judge_facts([fact], figures(laboratory.record), nominal)
    lines = [
        line
        for place, each in enumerate(found.checks, 1)
        for line in _check(laboratory, each, f"{place}. " if len(found.checks) > 1 else "")
    ]
    sources = dict.fromkeys(source for each in found.checks for source in each.target.sources)
    return {
        "counts as": (f"{fact.role}, {group(fact)}",),
        "in the nominal world": (_outcome(fact, found.checks),) if found.checks else ("fed to the model: nothing is checked",),
        "checks": tuple(lines),
        "sources": tuple(_cited(laboratory, key) for key in sources),
        "rests on": (", ".join(variables([fact])),) if fact.tests else (),
    }


def target_facts(laboratory: Laboratory, name: str) -> Facts:
    """What a target is held beside, and by how much a true world may miss it."""
    each = next(found for found in laboratory.theory.targets if found.id == name)
    seen = target(each.yardstick, figures(laboratory.record))
    unit = _unit(laboratory, each.measure)
    return {
        "observed": (f"{_figure(seen)} {unit}",),
        "one error": (f"{number(each.errors.scale(seen.value), EXACT)} {unit}",),
        "sources": tuple(_cited(laboratory, key) for key in seen.sources),
    }


def _check(laboratory: Laboratory, found: CheckVerdict, start: str) -> list[str]:
    check, unit = found.check, _unit(laboratory, found.check.measure)
    indent = " " * len(start)
    return [
        f"{start}{measure_label(laboratory.model, check.measure)[0]}",
        f"{indent}modelled {number(float(found.measured[0]), EXACT)} {unit}, in the nominal world",
        f"{indent}observed {_figure(found.target)} {unit}: {yardstick_words(check.yardstick)}",
        f"{indent}{RELATIONS[check.relation]} {check.tolerance:g} {unit}: {_miss(found)}",
    ]


def _miss(found: CheckVerdict) -> str:
    return "it holds" if found.holds[0] else f"missed by {number(float(found.misses[0]))} times that"


def _outcome(fact: Fact, checks: tuple[CheckVerdict, ...]) -> str:
    held = sum(bool(each.holds[0]) for each in checks)
    said = "reproduced" if held == len(checks) else f"missed: {held} of {len(checks)} checks hold"
    return said if fact.is_test else f"{said}; not counted, since it fed the model"


def _figure(seen: Figure) -> str:
    said = number(seen.value, EXACT)
    return (
        said if seen.low == seen.high else f"{said} (its source allows {number(seen.low, EXACT)} to {number(seen.high, EXACT)})"
    )


def _unit(laboratory: Laboratory, measure: Measure) -> str:
    unit = str(measured_unit(laboratory.model, measure))
    return "(of 1)" if unit == "1" else unit


def _cited(laboratory: Laboratory, key: str) -> str:
    source = laboratory.record.source(key)
    return f"{source.title}, {source.publisher}, {source.date or 'undated'}; grade {source.grade} [{key}]"
