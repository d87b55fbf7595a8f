"""Causal-loop diagrams in Mermaid: a sector with what reaches it from others, and each named loop by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from dualtrack.language.statements.named_loop import Loop
from dualtrack.targets.numeric.polarity import Link
from dualtrack.targets.print.book import INDEX, NOTICE, Book
from dualtrack.targets.print.causal_map import LEAST, Importance, Signs, choose
from dualtrack.targets.print.statement import is_number

LOOPS_PAGE = "loops.md"
LEGEND = (
    "An arrow leads from a cause to what reads it: `+` where more of it gives more, `-` where it gives less, `±` where that "
    "changes, `0` where nothing passes, all in the nominal run. Rounded boxes belong to other sectors."
)
THICK = 0.5
"""The importance from which an arrow is drawn thick."""
PER_CENT = 100


def sector_diagram(book: Book, sector: str, signs: Signs, importance: Importance | None = None) -> str:
    """The equations of a sector and the equations of others that they read, strongest links first; numbers are left out."""
    weights = importance or {}
    inside = [base for base, group in book.of_sector(sector) if not is_number(group)]
    chosen = choose(book, inside, weights)
    if not chosen.shown:
        return ""
    outside = dict.fromkeys(cause for cause, _ in chosen.shown if cause not in inside)
    thick = {link for link, weight in weights.items() if weight >= THICK}
    chart = _chart(book, "LR", [*inside, *outside], chosen.shown, signs, rounded=set(outside), thick=thick)
    return f"{chart}\n\n{_left_out(len(chosen.shown), chosen.hidden)}" if weights else chart


def _left_out(shown: int, hidden: int) -> str:
    return (
        f"{shown} links are drawn, the most important first, thick from {PER_CENT * THICK:g} % up. "
        f"{hidden or 'None'} of less than {PER_CENT * LEAST:g} % {'is' if hidden == 1 else 'are'} left out. "
        "The importance of a link is the part of the changes of its effect that comes through it, under the regime where that is "
        "largest, on average over worlds and years."
    )


def loops_page(book: Book, loops: Sequence[Loop], signs: Signs) -> str:
    """A page with every named loop as a circle."""
    parts = [
        NOTICE,
        "# Loops",
        "Every loop that is named, with the claims that it carries; each name leads to the next, and the last to the first.",
        LEGEND,
        f"[Contents]({INDEX})",
        *(part for loop in loops for part in _loop(book, loop, signs)),
    ]
    return "\n\n".join(parts) + "\n"


def _loop(book: Book, loop: Loop, signs: Signs) -> Iterator[str]:
    yield f"## {loop.id}"
    carried = f"; carries {', '.join(loop.claims)}" if loop.claims else ""
    yield f"**{' / '.join(loop.label)}**: {loop.polarity}{carried}"
    yield _chart(book, "LR", loop.path, list(pairwise([*loop.path, loop.path[0]])), signs)
    yield f"Passes {book.links(loop.path)}."


def _chart(
    book: Book,
    way: str,
    names: Sequence[str],
    links: Iterable[Link],
    signs: Signs,
    *,
    rounded: Collection[str] = (),
    thick: Collection[Link] = (),
) -> str:
    order = {name: number for number, name in enumerate(names)}
    lines = ["```mermaid", f"flowchart {way}"]
    for name, number in order.items():
        label = book.groups[name][0].label[0].replace('"', "'")
        lines.append(f'    n{number}(["{label}"])' if name in rounded else f'    n{number}["{label}"]')
    for cause, effect in links:
        sign = signs.get((cause, effect))
        arrow = "==>" if (cause, effect) in thick else "-->"
        lines.append(f"    n{order[cause]} {arrow}{f'|{sign}|' if sign else ''} n{order[effect]}")
    return "\n".join([*lines, "```"])
