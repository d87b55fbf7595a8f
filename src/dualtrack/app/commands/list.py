"""What there is to name, kind by kind, or every name at once."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.names.list_rows import Noun, words_of
from dualtrack.app.names.resolve import listed
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.options import Json, choice
from dualtrack.app.options.user_regimes import read
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.stream import holds
from dualtrack.app.terminal.terminal import show_table

SHORT = {
    "names": ("name", "kind", "en", "zh"),
    "kinds": ("kind", "count", "meaning"),
    "quantities": ("name", "role", "en", "zh", "unit"),
    "levers": ("name", "en", "zh", "unit", "value", "range"),
    "uncertainties": ("name", "en", "unit", "value", "range", "source"),
    "switches": ("name", "en", "zh", "source"),
    "outcomes": ("name", "en", "zh", "unit", "direction"),
    **dict.fromkeys(("stocks", "flows", "auxiliaries", "histories"), ("name", "en", "zh", "unit", "sector")),
    "constants": ("name", "en", "zh", "unit", "value", "source"),
    "curves": ("name", "en", "zh", "unit"),
    "regimes": ("name", "en", "zh", "meaning"),
    "tilts": ("tilt", "en", "zh"),
    "claims": ("id", "kind", "en", "zh"),
    "facts": ("id", "counts", "kind", "en"),
    "targets": ("id", "en", "measure", "relation", "figure"),
    "bounds": ("id", "en", "low", "high", "unit", "hard"),
    "checks": ("check", "kind", "en"),
    "loops": ("id", "polarity", "en", "zh", "path"),
    "sources": ("key", "grade", "date", "title"),
    "series": ("series", "unit", "figures", "measures", "en"),
    "events": ("id", "date", "actor", "en"),
    "findings": ("id", "about", "weighs in", "outcome", "effect", "read"),
    "experiments": ("name", "switch", "en", "kind", "findings"),
    "reactions": ("id", "day", "en", "kind", "finding"),
    "measurables": ("number", "en", "publisher", "days", "error", "due"),
    "forecasts": ("id", "en", "end", "above", "unit", "batch", "publisher"),
    "dials": ("dial", "en", "unit", "low", "high"),
    "layers": ("layer", "en", "zh"),
    "groups": ("id", "en", "zh", "levers"),
    "mechanisms": ("name", "en", "zh", "switches"),
    "meanings": ("id", "en", "zh", "numbers"),
    "sectors": ("sector", "quantities", "meaning"),
    "units": ("unit", "quantities", "meaning"),
    "theories": ("theory", "en", "zh", "from", "to"),
    "commands": ("command", "meaning"),
    "terms": ("term", "zh", "meaning_en"),
}
"""The columns of each noun in a terminal; JSON has them all."""
UNITS = {"count": "1", "figures": "1", "quantities": "1", "days": "day"}
"""The unit of what is counted in rows without a unit of their own."""


def list_names(
    noun: Annotated[Noun, Parameter(converter=choice)] = "kinds",
    /,
    *,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """What is there? Everything of a kind; without one, the kinds.

    Example: dualtrack list levers

    Parameters
    ----------
    noun
        What to list; `names` shows every name of every kind.
    """
    laboratory = read(own)
    rows = listed(laboratory, noun)
    if json:
        units = {key: unit for key, unit in UNITS.items() if any(key in row for row in rows)}
        show_answer("list", laboratory, {"noun": noun, "rows": rows, "units": units})
        return
    columns = [column for column in SHORT[noun] if column != "zh" or all(holds(row[column]) for row in rows)]
    lines = [[words_of(row, column) for column in columns] for row in rows]
    show_table(f"{len(rows)} {noun}", [column.removesuffix("_en") for column in columns], lines, words=len(columns))
