"""Reality checks: sentences that must hold in every world, tried in many."""

from __future__ import annotations

from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Json, OneWorld, Seed, Some, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.options.world_option import world_alone, world_data
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import heading, number, rough
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.lab.check_laboratory import check_laboratory
from dualtrack.lab.checks.try_checks import Checked, Counterexample
from dualtrack.lab.runs.halving import Halving
from dualtrack.language.model import Model
from dualtrack.language.soundness.pace import USUAL

ORDER = ("broken", "untried", "holds")


@helpful
def check_worlds(
    *,
    worlds: Worlds = 100,
    world: OneWorld = "",
    seed: Seed = 7,
    regimes: Some = (),
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> int:
    """Does all hold that must hold whatever the numbers are? Ends with 1 where a sentence is broken.

    Says too by how much the main outcomes move when the step is halved.

    Example: dualtrack check --worlds 500 --regimes {past},{other}

    Parameters
    ----------
    regimes
        Names with commas between them; all regimes where none is named.
    """
    laboratory = bound(own, reads=False)
    chosen = [laboratory.regime(name) for name in regimes or laboratory.regimes]
    check_count(worlds)
    with watched() as report:
        drawn = world_alone(laboratory, world, seed) if world else worlds
        found, step = check_laboratory(laboratory, chosen, drawn, seed, report)
    if json:
        which = world_data(world, seed) if world else {"seed": seed}
        show_answer("check", laboratory, {**found.to_dict(), "step": step.to_dict(), **which})
    else:
        show_checked(found)
        show_step(laboratory.model, step)
    return int(bool(found.failed))


def show_checked(found: Checked) -> None:
    """A table with what broke first, and the first counterexamples below it."""
    ranked = sorted(found.tried_sentences, key=lambda each: ORDER.index(each.state))
    rows = [[each.state, each.check.sentence[0], f"{each.broken} of {each.tried}" if each.broken else ""] for each in ranked]
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
