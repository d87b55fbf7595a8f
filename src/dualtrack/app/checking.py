"""Reality checks in words: what broke first, with the worlds that broke it, then what nothing tried, then what holds."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.numbers import number
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.errors import LabError
from dualtrack.lab.checks.try_checks import Checked, Counterexample, Finding
from dualtrack.language.expressions.formula import read
from dualtrack.language.model import Model
from dualtrack.language.statements.reality_check import formulas

BROKEN, UNTRIED, HOLDS = "broken", "untried", "holds"


def state(found: Finding) -> str:
    """What became of a sentence, in a word."""
    return BROKEN if not found.holds else UNTRIED if found.untried else HOLDS


def checked_data(model: Model, found: Checked) -> dict[str, Any]:
    """Every sentence with what became of it, for a program."""
    return {
        "worlds": found.worlds,
        "regimes": list(found.regimes),
        "tolerance": found.tolerance,
        "broken": len(found.failed),
        "checks": [
            {
                "en": each.check.sentence[0],
                "zh": each.check.sentence[1],
                "kind": type(each.check).__name__.lower(),
                "formulas": list(formulas(each.check)),
                "state": state(each),
                "runs": each.tried,
                "broken": each.broken,
                "untried": list(each.untried),
                "counterexamples": [_counterexample(model, example) for example in each.examples],
            }
            for each in found.findings
        ],
    }


def show_checked(found: Checked) -> None:
    """A table with what broke first, and the first counterexamples below it."""
    order = (BROKEN, UNTRIED, HOLDS)
    ranked = sorted(found.findings, key=lambda each: order.index(state(each)))
    rows = [[state(each), each.check.sentence[0], f"{each.broken} of {each.tried}" if each.broken else ""] for each in ranked]
    title = f"{len(rows)} sentences in {found.worlds} worlds under {len(found.regimes)} regimes"
    show_table(title, ["", "what must hold", "runs that broke it"], rows, words=2)
    for each in found.failed:
        show_text(both(each.check.sentence))
        for example in each.examples:
            show_text("  " + _in_words(example))
    untried = f"; nothing tried {len(found.untried)} of them in full" if found.untried else ""
    show_prose(
        f"{len(rows) - len(found.failed)} of {len(rows)} sentences hold{untried}.",
        f"Values count as equal within {found.tolerance:g} of the largest in their run.",
    )


def _in_words(example: Counterexample) -> str:
    what = " at ".join(part for part in (example.formula, example.element) if part)
    where = f"{example.regime}, world {example.world}, {example.year:g}"
    return f"{where}: {what}: {number(example.left)} beside {number(example.right)}"


def _counterexample(model: Model, example: Counterexample) -> dict[str, Any]:
    return {
        "regime": example.regime,
        "world": example.world,
        "year": example.year,
        "formula": example.formula,
        "element": example.element,
        "unit": _unit(model, example.formula),
        "left": example.left,
        "right": example.right,
    }


def _unit(model: Model, formula: str) -> str | None:
    """The unit of what a formula compares; none where it compares no two values of one unit."""
    try:
        found = read(model, formula)[0].unit
    except LabError:
        return None
    return None if found is None else str(found)
