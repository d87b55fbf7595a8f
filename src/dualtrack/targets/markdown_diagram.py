"""Causal-loop diagrams in Mermaid: a sector with what reaches it from others, and each named loop by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dualtrack.language.loop import Loop
from dualtrack.targets.book import INDEX, NOTICE, Book
from dualtrack.targets.polarity import Link, Sign
from dualtrack.targets.statement import is_number

LOOPS_PAGE = "loops.md"
LEGEND = (
    "An arrow leads from a cause to what reads it: `+` where more of it gives more, `-` where it gives less, `±` where that "
    "changes, `0` where nothing passes, all in the nominal run. Rounded boxes belong to other sectors."
)
Signs = Mapping[Link, Sign]


def sector_diagram(book: Book, sector: str, signs: Signs) -> str:
    """The equations of a sector and the equations of others that they read; numbers are left out."""
    inside = [base for base, group in book.of_sector(sector) if not is_number(group)]
    links = [
        (cause, base)
        for base in inside
        for cause in book.causes[base]
        if cause != base and cause in book.groups and not is_number(book.groups[cause])
    ]
    if not links:
        return ""
    outside = dict.fromkeys(cause for cause, _ in links if cause not in inside)
    return _chart(book, "LR", [*inside, *outside], links, signs, rounded=set(outside))


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
    book: Book, way: str, names: Sequence[str], links: Iterable[Link], signs: Signs, *, rounded: set[str] | None = None
) -> str:
    order = {name: number for number, name in enumerate(names)}
    lines = ["```mermaid", f"flowchart {way}"]
    for name, number in order.items():
        label = book.groups[name][0].label[0].replace('"', "'")
        lines.append(f'    n{number}(["{label}"])' if name in (rounded or set()) else f'    n{number}["{label}"]')
    for cause, effect in links:
        sign = signs.get((cause, effect))
        lines.append(f"    n{order[cause]} -->{f'|{sign}|' if sign else ''} n{order[effect]}")
    return "\n".join([*lines, "```"])
