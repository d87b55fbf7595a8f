"""Leverage points in a terminal: one table per outcome, levers marked as policy."""

from __future__ import annotations

from typing import Any

from dualtrack.app.leverage import LeverageStudy, handle_label, leverage_rows
from dualtrack.app.numbers import MINUS, share, span
from dualtrack.app.terminal import show_prose, show_table, show_text
from dualtrack.lab.lag import HALF
from dualtrack.language.model import Model


def show_leverage(model: Model, study: LeverageStudy) -> None:
    """Every table, with what a nudge is."""
    rows = leverage_rows(model, study)
    for row in rows:
        _show(model, row)
    nudge = rows[0]["nudge"]
    show_prose(
        f"A nudge: from {nudge['from']:.1f} on everybody reads the quantity {share(nudge['part'])} larger, or a lever (policy)",
        f"stands {share(nudge['part'])} of its range higher; the effect is half the difference between up and down, in",
        f"{rows[0]['worlds']} worlds, strongest on average first. Months count thresholds that half of the worlds reach.",
        "What makes up an outcome at the same moment is left out: there it is reckoned, not moved.",
    )
    show_text("")


def _show(model: Model, row: dict[str, Any]) -> None:
    english, chinese = handle_label(model, row["outcome"])
    what = "months later" if row["year"] is None else f"% in {row['year']:g}"
    if not row["handles"]:
        show_prose(f"Nothing that can be nudged moves {english} ({chinese}).")
        return
    directions = ("later", "sooner") if row["year"] is None else ("higher", "lower")
    lines = [_line(each, directions) for each in row["handles"]]
    spans = [f"{part['from']:.1f}\n–{part['to']:.0f}" for part in row["handles"][0]["by_span"]]
    columns = ["nudged", "mostly through", f"{what}\n(5 to 95 %)", "if more", *spans, "in first\nten"]
    show_table(f"Leverage on {english} / {chinese}", columns, lines, words=2)


def _line(each: dict[str, Any], directions: tuple[str, str]) -> list[str]:
    reader = each["by_reader"][0] if each["by_reader"] else None
    through = "policy\n政策" if each["policy"] else f"{reader['en']}\n{reader['zh']}" if reader else "–"
    parts = [_signed(None if part["band"] is None else part["band"]["q50"]) for part in each["by_span"]]
    way = _one_way(each["upward"], directions)
    return [f"{each['en']}\n{each['zh']}", through, _band(each["band"]), way, *parts, share(each["among_first"])]


def _one_way(upward: float | None, directions: tuple[str, str]) -> str:
    """Which way it works, and in how many of the worlds that it moves."""
    if upward is None:
        return "–"
    up, down = directions
    return f"{up}\n{share(upward)}" if upward >= HALF else f"{down}\n{share(1 - upward)}"


def _band(band: dict[str, float] | None) -> str:
    if band is None:
        return "–"
    return f"{_signed(band['q50'])}\n({span(_signed(band['q05']), _signed(band['q95']))})"


def _signed(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:+.2f}".replace("-", MINUS) if abs(value) >= 0.005 else "0.00"
