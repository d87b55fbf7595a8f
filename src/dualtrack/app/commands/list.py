"""What there is to name: levers, uncertainties, outcomes, regimes, claims, sources."""

from __future__ import annotations

from dualtrack.app.answer import show_answer
from dualtrack.app.bind import bind
from dualtrack.app.listing import Noun, rows_of, words_of
from dualtrack.app.options import From, Json
from dualtrack.app.stream import holds
from dualtrack.app.terminal import show_table

SHORT = {
    "levers": ("name", "en", "zh", "unit", "value", "range"),
    "uncertainties": ("name", "en", "unit", "value", "range", "source"),
    "switches": ("name", "en", "zh", "source"),
    "outcomes": ("name", "en", "zh", "unit", "direction"),
    "regimes": ("name", "en", "zh", "meaning"),
    "claims": ("id", "kind", "en", "zh"),
    "facts": ("id", "counts", "kind", "en"),
    "sources": ("key", "grade", "date", "title"),
}
"""The columns of each noun in a terminal; JSON has them all."""


def list_names(
    noun: Noun,
    /,
    *,
    from_: From = (),
    json: Json = False,
) -> None:
    """List levers, uncertainties, switches, outcomes, regimes, claims, facts or sources.

    Example: dualtrack list levers

    Parameters
    ----------
    noun
        What to list.
    """
    laboratory = bind(from_)
    rows = rows_of(laboratory, noun)
    if json:
        show_answer("list", laboratory.model, {"noun": noun, "rows": rows})
        return
    columns = [column for column in SHORT[noun] if column != "zh" or all(holds(row[column]) for row in rows)]
    lines = [[words_of(row, column) for column in columns] for row in rows]
    show_table(f"{len(rows)} {noun}", columns, lines, words=len(columns))
