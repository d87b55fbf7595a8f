"""What drives each main outcome, in a terminal: by period the leading loops among those that pass the stocks which feed it."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.few_worlds import range_words
from dualtrack.app.terminal.numbers import share
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.lab.loop_study import LoopStudy
from dualtrack.lab.loops.aim import PER_CENT
from dualtrack.lab.loops.loop_rows import drivers_row
from dualtrack.language.model import Model

LEADERS, FEEDERS = 3, 2
"""Loops, and stocks, that are shown for a period."""
ALL = 0.995
"""What rounds to all."""


def show_drivers(model: Model, study: LoopStudy) -> None:
    """Per outcome and period the three loops with the largest shares, an order only where worlds agree on it."""
    lines, leaders = [], []
    for row in (drivers_row(model, each) for each in study.drivers):
        name = both((row["en"], row["zh"]), "\n")
        for period in row["periods"]:
            shown = [each for each in period["standings"][:LEADERS] if each["share"]]
            leaders += [each["id"] for each in shown]
            lines.append([name, f"{period['from']:.1f}–{period['to']:.1f}", _stocks(period), _loops(period, shown)])
            name = ""
    columns = ["outcome", "years", "fed by", "loops, by mean share (range over worlds)"]
    show_table("Which loops drive each main outcome", columns, lines, words=4)
    show_prose(
        "An outcome is fed by the stocks from which equations lead to it without another stock. A loop counts by its part of the",
        "magnitudes of the named loops that pass such a stock, times the stock's part of what moves the outcome.",
        "Between two loops stands > where more worlds would hardly turn them round, and ~ where so few cannot tell.",
    )
    show_prose(*(f"{name}: {both(study.loops[name].label)}." for name in dict.fromkeys(leaders)))
    show_text("")


def _loops(period: dict[str, Any], shown: list[dict[str, Any]]) -> str:
    said = [f"{each['id']} {_percent(each['share'])} ({range_words(each['band'], _percent)})" for each in shown]
    signs = [" >" if place < period["told"] else " ~" for place in range(len(said) - 1)]
    rest = [f"no named loop runs at {share(1 - period['reached'])}"] if period["reached"] < ALL else []
    return "\n".join([*(one + sign for one, sign in zip(said, [*signs, ""], strict=True)), *rest]) if said else rest[0]


def _stocks(period: dict[str, Any]) -> str:
    stocks = [each for each in period["stocks"] if each["weight"]]
    more = len(stocks) - FEEDERS
    named = [f"{each['en']} {share(each['weight'])}" for each in stocks[:FEEDERS]]
    return "\n".join([*named, *([f"and {more} more"] if more > 0 else [])]) or "nothing"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{PER_CENT * value:.1f} %"
