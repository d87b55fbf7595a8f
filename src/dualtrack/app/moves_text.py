"""What a user's rows move, in text: facts, numbers, mechanisms and claims before and after, and which row pulls each."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.terminal.numbers import MINUS, share
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.lab.calibrate.record_moves import Move, RecordMoves, Thing

SHOWN = 15
"""Rows of a table that are shown; all are in the JSON."""
MOVED = ("value", "tells", "matched", "change", "error", "pull", "prior", "factors", "shipped", "merged")
"""Keys of what moved that are shares, counts or standard deviations; a figure has the unit of its series."""
TITLES: dict[Thing, str] = {
    "fact": "Facts, in shares of worlds that reproduce them",
    "number": "Numbers, in sd of the prior",
    "mechanism": "Mechanisms, in shares of drawn worlds in which they exist",
    "claim": "Claims, in shares of drawn worlds in which they are true, where their mechanism exists; these are no verdicts",
}


def show_moves(found: RecordMoves, seconds: float) -> None:
    """The rows, whether it is a result, and only if it is what moved."""
    for name, each in (("shipped record", found.shipped), ("with your rows", found.merged)):
        english, chinese = each.agreement.says
        show_label((f"{name}: {english}", chinese))
    show_text("")
    _show_rows(found)
    low, high = (sum(each.agreement.log_evidence) / 2 for each in (found.shipped, found.merged))
    left = ", ".join(map(share, found.matched)) or "not asked"
    show_prose(
        f"Log evidence {_plain(low)} by {found.shipped.rows_used} figures and {_plain(high)} by {found.merged.rows_used}. "
        f"History matching leaves of the same prior worlds, before and after: {left}. "
        f"{found.shipped.tried + found.merged.tried:,} worlds were run in {seconds:.0f} s; seed {found.merged.seed}.",
    )
    show_text("")
    if not found.holds:
        show_prose("What moved is not shown: it is no result. Draw more worlds: --worlds.")
        return
    for kind in TITLES:
        _show_kind(kind, found.moved(kind), sum(each.kind == kind for each in found.moves))
    show_prose(
        "Told is what changed by more than the two draws of one record differ by, and than three errors of sampling. A row pulls "
        "by the covariance of what it adds to the log likelihood with what moved, a mean of both draws; pulls need not sum to "
        "the move.",
        f"{', '.join(found.alarms)} change the past itself: what that moves no row is named for." if found.alarms else "",
    )


def _show_rows(found: RecordMoves) -> None:
    rows = [
        [
            each.place,
            each.row.series,
            f"{each.row.start} to {each.row.end}",
            f"{each.row.value:g}",
            each.standing,
            f"{each.tells:.2f}" if found.holds else "–",
        ]
        for each in found.rows
    ]
    columns = ["row", "series", "period", "value", "weighs?", "tells worlds apart\n(sd of log likelihood)"]
    if rows:
        show_table(f"Figures that you added: {len(rows)}", columns, rows, words=2)
    else:
        show_prose("No figure was added: nothing of yours weighs.")


def _show_kind(kind: Thing, moved: Sequence[Move], of: int) -> None:
    if not moved:
        show_prose(f"{TITLES[kind].partition(',')[0]}: none of {of} moved beyond the draws' own disagreement.")
        show_text("")
        return
    rows = [[each.name, each.label[0], *_cells(each), _why(each)] for each in moved[:SHOWN]]
    more = {"fact": ["of prior worlds"], "mechanism": ["factor of odds"], "claim": ["side of .2 and .8"], "number": []}[kind]
    show_table(f"{TITLES[kind]}: {len(moved)} of {of} moved", [kind, "", "before", "after", *more, "why"], rows, words=2)
    if len(moved) > SHOWN:
        show_prose(f"and {len(moved) - SHOWN} more; --json holds all.")


def _cells(each: Move) -> list[str]:
    before, after = (sum(pair) / 2 for pair in (each.before, each.after))
    match each.kind:
        case "number":
            return [_signed(before), _signed(after)]
        case "fact":
            return [share(before), share(after), " to ".join(map(share, each.more["prior"]))]
        case "mechanism":
            return [share(before), share(after), " to ".join(_factor(each) for each in each.more["factors"])]
        case "claim":
            one, other = each.more["sides"]
            crossed = "changed" if each.more["crossed"] else "not surely changed" if one != other else "same"
            return [share(before), share(after), one if one == other else f"{one} to {other}: {crossed}"]


def _why(each: Move) -> str:
    pulls = [f"{place} {_signed(pull)}" for place, pull in each.why]
    looked = [f"{place} is looked up" for place in each.more.get("looked_up", ())]
    return "\n".join([*looked, *pulls]) or "–"


def _factor(value: float | None) -> str:
    return "without bound" if value is None else f"{value:.2g}"


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", MINUS)


def _plain(value: float) -> str:
    return f"{value:.1f}".replace("-", MINUS)
