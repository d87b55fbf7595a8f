"""What the named loops leave out, in a terminal: three measures, and the strongest loops without a name by what they do."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.numbers import rough, share, share_range
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.lab.loop_study import LoopStudy
from dualtrack.lab.loops.aim import PER_CENT
from dualtrack.lab.loops.loop_rows import coverage_row
from dualtrack.language.model import Model

FAMILIES = 5
"""Families that are named with their shares; all are in the JSON."""
MEASURES = {
    "named_share": "named: the path itself is declared",
    "spelled_share": "spelled: every link is one of a named loop's",
    "family_share": "family: passes the cut link of a named loop",
    "one_family_share": "of one family only",
    "cancelled_share": "cancelled: reinforcing against balancing",
}
"""The measures in words."""


def show_coverage(model: Model, study: LoopStudy) -> None:
    """How much the named loops carry of what was found, and what they leave out."""
    row = coverage_row(model, study.coverage, study.elsewhere)
    drawn = row["in_drawn_worlds"]
    least, most = (pick(row["named_share_by_year"], key=lambda each: each["share"]) for pick in (min, max))
    lines = [[said, share(row[key]), share_range(each[key] for each in drawn)] for key, said in MEASURES.items()]
    columns = ["a loop that counts", "nominal\nworld", f"{len(drawn)} drawn\nworlds"]
    show_table("What the named loops carry of the magnitudes of all loops named or found", columns, lines)
    largest = ", ".join(f"{each['id']} {_percent(each['share'])}" for each in row["families"][:FAMILIES])
    show_prose(
        f"{row['found']} loops were found in the nominal world, at {len(row['named_share_by_year'])} moments that weigh alike;",
        f"those named hold from {share(most['share'])} ({most['year']:g}) to {share(least['share'])} ({least['year']:g}).",
        f"A loop in a family passes {rough(row['families_passed'])} cut links on average, so families overlap and do not add up:",
        f"{largest}.",
        f"Loops named or found pass {row['stocks_passed']} of the {row['stocks_in_feedback']} stocks in any feedback.",
        "Strongest paths find strong loops, not all loops; what they miss cannot be sized.",
    )
    show_text("")
    _show_strange(row)


def _show_strange(row: dict[str, Any]) -> None:
    lines = [
        [both((each["en"], each["zh"]), "\n"), each["observed"], _percent(each["share"]), str(len(each["families"]))]
        for each in row["largest_strange"]
    ]
    if lines:
        columns = ["what it does", "polarity", "of all\nmagnitudes", "cut links\npassed"]
        show_table(
            f"The strongest of {row['strange']} loops with a link that no named loop has, one for each such link",
            columns,
            lines,
            words=2,
        )
        show_text("")


def _percent(value: float) -> str:
    return f"{PER_CENT * value:.1f} %"
