"""What the step does to results, in words and as data: what adjusts faster than the field's rule, and what halving moves."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.numbers import heading, rough
from dualtrack.app.terminal.terminal import show_prose, show_table
from dualtrack.lab.runs.halving import Halving
from dualtrack.language.model import Model
from dualtrack.language.soundness.pace import USUAL


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
