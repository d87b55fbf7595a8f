"""Reality checks: sentences that must hold in every world, tried in many."""

from __future__ import annotations

from typing import Any

from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import From, Json, Seed, Some, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import heading, number, rough
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.errors import LabError
from dualtrack.lab.check_laboratory import check_laboratory
from dualtrack.lab.checks.try_checks import Checked, Counterexample, Finding
from dualtrack.lab.runs.halving import Halving
from dualtrack.language.expressions.formula import read
from dualtrack.language.model import Model
from dualtrack.language.soundness.pace import USUAL
from dualtrack.language.statements.reality_check import formulas

BROKEN, UNTRIED, HOLDS = "broken", "untried", "holds"


@helpful
def check_worlds(
    *,
    worlds: Worlds = 100,
    seed: Seed = 7,
    regimes: Some = (),
    from_: From = (),
    json: Json = False,
) -> int:
    """Try every sentence that must hold whatever the numbers are: accounts, bounds, extremes, signs; a broken one ends with 1.

    Says too by how much the main outcomes move when the step is halved.

    Example: dualtrack check --worlds 500 --regimes {past},{other}

    Parameters
    ----------
    regimes
        Names with commas between them; all regimes where none is named.
    """
    laboratory = bound(from_)
    chosen = [laboratory.regime(name) for name in regimes or laboratory.regimes]
    check_count(worlds)
    with watched() as report:
        found, step = check_laboratory(laboratory, chosen, worlds, seed, report)
    if json:
        data = {**checked_data(laboratory.model, found), "step": step_data(step)}
        show_answer("check", laboratory.model, data, seed=seed)
    else:
        show_checked(found)
        show_step(laboratory.model, step)
    return int(bool(found.failed))


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


def step_data(found: Halving) -> dict[str, Any]:
    """The step, what adjusts within three of it, and by how much halving it moves each quantity."""
    return {
        "step_years": found.step,
        "worlds": found.worlds,
        "shortest_times_years": dict(found.hurried),
        "moved_by_halving": [
            {
                "quantity": each.name,
                "unit": each.unit,
                "median": each.median,
                "q95": each.most,
                "greatest": each.greatest,
                "width_over_worlds": each.width,
            }
            for each in found.moved
        ],
    }


def show_step(model: Model, found: Halving) -> None:
    """A table of what halving moves, and what makes the step coarse."""
    title = f"Moved by halving the step of {found.step:g} year, {found.worlds} worlds"
    rows = [
        [" ".join(heading(model[each.name]).split("\n")), *map(rough, (each.median, each.most, each.greatest, each.width))]
        for each in found.moved
    ]
    show_table(title, ["quantity", "half of all rows by at most", "95 % by at most", "all by at most", "range of values"], rows)
    if found.hurried:
        listed = ", ".join(f"{name} ({time:.3g} year)" for name, time in found.hurried.items())
        show_prose(
            f"The rule is {USUAL:g} steps or more within the shortest time over which anything adjusts. In some worlds these "
            f"adjust faster, by a value at the edge of its range: {listed}. No step is longer than such a time.",
        )
