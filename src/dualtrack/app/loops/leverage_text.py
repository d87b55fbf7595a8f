"""Leverage points in a terminal: one table per outcome, levers marked as policy."""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.few_worlds import range_heading, range_words, share_of
from dualtrack.app.terminal.numbers import MINUS, share
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.lab.leverage_study import LeverageStudy
from dualtrack.lab.loops.leverage_rows import handle_label
from dualtrack.lab.loops.loop_cut import HALF
from dualtrack.language.model import Model

POLICY = ("policy", "政策")
LINKS = 6
"""Links shown per outcome; all that were ranked are in the JSON."""


def show_leverage(model: Model, study: LeverageStudy) -> None:
    """Every table, with what a nudge is."""
    rows = study.aim_rows()
    for row in rows:
        _show(model, row)
    nudge = rows[0]["nudge"]
    part = share(nudge["part"])
    show_prose(
        f"A nudge: from {nudge['from']:.1f} on everybody, or the one reader of a link, reads the quantity {part} larger, or a",
        f"lever (policy) stands {part} of its range higher. The effect is half the difference between up and down, or all of it",
        f"where a lever has room on one side only, in {rows[0]['worlds']} worlds; strongest on average first.",
        "Links of one quantity may work against each other, so that it looks weaker than they are.",
        "What makes up an outcome at the same moment is left out: there it is reckoned, not moved.",
    )
    show_text("")


def _show(model: Model, row: dict[str, Any]) -> None:
    outcome = both(handle_label(model, row["outcome"]))
    if not row["handles"]:
        show_prose(f"Nothing that can be nudged moves {outcome}.")
        return
    what = "months later" if row["year"] is None else f"% in {row['year']:g}"
    ways = ("later", "sooner") if row["year"] is None else ("higher", "lower")
    spans = [f"{part['from']:.1f}\n–{part['to']:.0f}" for part in row["handles"][0]["by_span"]]
    shared = [f"{what}\n({range_heading(row['worlds'])})", "if more", *spans]
    lines = [
        [_both(each), _policy(each), *_effect(each, ways), share_of(each["among_first"], row["worlds"])]
        for each in row["handles"]
    ]
    show_table(f"Leverage on {outcome}", ["nudged", "", *shared, "in first\nten"], lines, words=2)
    lines = [[_both(each["from"]), _both(each["to"]), *_effect(each, ways)] for each in row["links"][:LINKS]]
    show_table(f"Leverage of single links on {outcome}", ["nudged", "for", *shared], lines, words=2)


def _both(each: dict[str, Any]) -> str:
    return both((each["en"], each["zh"]), "\n")


def _policy(each: dict[str, Any]) -> str:
    return both(POLICY, "\n") if each["policy"] else ""


def _effect(each: dict[str, Any], ways: tuple[str, str]) -> list[str]:
    parts = [_signed(None if part["band"] is None else part["band"]["q50"]) for part in each["by_span"]]
    return [_band(each["band"]), _one_way(each["upward"], ways), *parts]


def _one_way(upward: float | None, directions: tuple[str, str]) -> str:
    """Which way it works, and in how many of the worlds that it moves."""
    if upward is None:
        return "–"
    up, down = directions
    return f"{up}\n{share(upward)}" if upward >= HALF else f"{down}\n{share(1 - upward)}"


def _band(band: dict[str, float] | None) -> str:
    if band is None:
        return "–"
    said = range_words(band, _signed)
    return f"{_signed(band['q50'])}\n({said})" if said else _signed(band["q50"])


def _signed(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:+.2f}".replace("-", MINUS) if abs(value) >= 0.005 else "0.00"
