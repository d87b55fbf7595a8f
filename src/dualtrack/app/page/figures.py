"""A figure: title, unit, drawing, legend, source line, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualtrack.app.page import words
from dualtrack.app.page.html import Html, both, tag
from dualtrack.language.declare import Label

Cell = str | Label | Html


def figure(title: Label, unit: Label, legend: Label, drawing: Html, source: Html, numbers: Html) -> Html:
    """Everything a reader needs to use the drawing without the page around it."""
    heading = tag("h3", both(title), " ", tag("span", both(unit), class_="unit"))
    caption = tag("figcaption", heading, tag("p", both(legend)))
    folded = tag("details", tag("summary", both(words.TABLE)), numbers)
    return tag("figure", caption, drawing, source, folded)


def table(head: Sequence[Label], rows: Iterable[Sequence[Cell]], *, words_first: int = 1) -> Html:
    """A table whose first columns hold words and whose others hold numbers."""
    kinds = ["wide" if place < words_first else "number" for place in range(len(head))]
    top = tag("tr", *(tag("th", both(label), class_=kind, scope="col") for label, kind in zip(head, kinds, strict=True)))
    body = [tag("tr", *(tag("td", _cell(cell), class_=kind) for cell, kind in zip(row, kinds, strict=True))) for row in rows]
    return tag("div", tag("table", tag("thead", top), tag("tbody", *body)), class_="scroll")


def _cell(cell: Cell) -> Html | str:
    return both(cell) if isinstance(cell, tuple) else cell
