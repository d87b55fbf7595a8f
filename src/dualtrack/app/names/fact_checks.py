"""The checks that the past misses, in a terminal: the model's figure beside what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dualtrack.app.terminal.numbers import number, span
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text

Row = dict[str, Any]
BOUNDS = {"at_most": "at most ", "at_least": "at least ", "within": ""}


def show_checks(rows: Iterable[Row]) -> None:
    """The checks that are missed in the nominal or the median world, with both sides of the comparison."""
    lines = list(_lines(rows))
    if not lines:
        return
    table = [
        "check",
        "what is measured",
        "unit",
        "nominal\nworld",
        "median",
        "seen",
        "toler-\nance",
        "missed,\nnominal",
        "missed,\nmedian",
    ]
    show_table("Checks that are missed in the nominal world, or by the median over worlds", table, lines, words=2)
    show_prose(
        "Missed: the distance by which a world lies outside what was seen, or on the wrong side of a bound, over the tolerance. "
        "A figure within one tolerance is reproduced; a bound is missed at any distance. Both medians are over worlds."
    )
    show_text("")


def show_quarters(rows: Iterable[Row]) -> None:
    """What the record holds quarter by quarter, beside the mean of the nominal world over the same days."""
    lines = [
        [row["series_en"], row["unit"], f"{row['start']} to {row['end']}", _figure(row, row["nominal_value"]), _seen_quarter(row)]
        for row in rows
    ]
    if lines:
        title = "Quarters on record, beside the mean of the nominal world over the same days; no fact is judged by them"
        show_table(title, ["what is measured", "unit", "quarter", "nominal\nworld", "seen"], lines, words=2)
        show_text("")


def _seen_quarter(row: Row) -> str:
    low, high = row["seen_low"], row["seen_high"]
    return _figure(row, row["seen"]) if low == high else span(_figure(row, low), _figure(row, high))


def _lines(rows: Iterable[Row]) -> Iterator[list[str]]:
    for row in rows:
        least = 1.0 if row["relation"] == "within" else 0.0
        if max(row["nominal_misses"], row["median_misses"]) > least:
            yield [
                f"{row['fact']}.{row['check']}",
                row["measure_en"],
                row["unit"],
                _figure(row, row["nominal_value"]),
                _figure(row, row["median_value"]),
                BOUNDS[row["relation"]] + _seen(row),
                number(row["seen_tolerance"]),
                number(row["nominal_misses"]),
                number(row["median_misses"]),
            ]


def _seen(row: Row) -> str:
    if row["relation"] != "within" or row["seen_low"] == row["seen_high"]:
        return _figure(row, row["seen"])
    return span(_figure(row, row["seen_low"]), _figure(row, row["seen_high"]))


def _figure(row: Row, value: float | None) -> str:
    """A moment keeps its year and two places; every other figure has three."""
    return f"{value:.2f}" if row["unit"] == "year" and value is not None else number(value)
