"""The theory as Markdown pages, generated from its declarations: one per sector, one of loops, an index; the caller writes files.

Pages follow the Markdown that GitHub shows, with formulas between double dollar signs and a Mermaid diagram.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dualtrack.errors import DuplicateName
from dualtrack.language.checked import checked
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.statements.named_loop import Loop
from dualtrack.language.statements.reality_check import Check
from dualtrack.targets.markdown.checks_page import CHECKS_PAGE, checks_page
from dualtrack.targets.markdown.index_page import index_page
from dualtrack.targets.markdown.markdown_table import table
from dualtrack.targets.markdown.mermaid import LEGEND, LOOPS_PAGE, loops_page, sector_diagram
from dualtrack.targets.print.book import INDEX, NOTICE, Book, Group, title
from dualtrack.targets.print.causal_map import Importance, Signs
from dualtrack.targets.print.quantity_facts import by_element, prior_text, range_text, source_text, value_text
from dualtrack.targets.print.statement import in_latex, is_number, statements

Named = tuple[str, Group]
FACTS: dict[str, Callable[[Quantity], str]] = {"value": value_text, "range": range_text, "prior": prior_text}


@checked
def theory_pages(
    model: Model,
    *,
    loops: Sequence[Loop] = (),
    checks: Sequence[Check] = (),
    signs: Signs | None = None,
    importance: Importance | None = None,
) -> dict[str, str]:
    """The text of every page of a `model` by file name, with its `loops` and `checks`. Same input, same bytes.

    Diagrams show `signs` and `importance` of links where they are given. Raises `DuplicateName` for a sector called like a page.
    """
    book, marked = Book(model), signs or {}
    for page in {INDEX, LOOPS_PAGE, CHECKS_PAGE} & set(book.pages.values()):
        raise DuplicateName(f"a sector is called `{page.removesuffix('.md')}`, like a page of its own", fix="rename the sector")
    more = ({LOOPS_PAGE: loops_page(book, loops, marked)} if loops else {}) | (
        {CHECKS_PAGE: checks_page(checks)} if checks else {}
    )
    sectors = {page: _page(book, sector, marked, importance or {}) for sector, page in book.pages.items()}
    return {INDEX: index_page(book, tuple(more), importance), **more, **sectors}


def _page(book: Book, sector: str, signs: Signs, importance: Importance) -> str:
    numbers = [(base, group) for base, group in book.of_sector(sector) if is_number(group)]
    equations = [(base, group) for base, group in book.of_sector(sector) if not is_number(group)]
    parts = [NOTICE, f"# {title(sector)}", book.model.sectors.get(sector, ""), f"[Contents]({INDEX})"]
    if numbers:
        parts += ["## Numbers", _numbers(book, numbers), *_by_element(numbers)]
    if diagram := sector_diagram(book, sector, signs, importance):
        parts += ["## Causes and effects", LEGEND, diagram]
    if equations:
        parts += ["## Equations", *(part for base, group in equations for part in _equation(book, base, group))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _numbers(book: Book, numbers: Sequence[Named]) -> str:
    rows = [
        [
            f"`{base}`",
            f"{' / '.join(group[0].label)}. {group[0].doc}",
            group[0].role,
            str(group[0].unit),
            *(_once(group, say) for say in FACTS.values()),
            by_element(group, lambda quantity: source_text(quantity.source)),
            book.links(book.effects[base]),
        ]
        for base, group in numbers
    ]
    return table(["name", "meaning", "role", "unit", *FACTS, "source", "read by"], rows)


def _once(group: Group, say: Callable[[Quantity], str]) -> str:
    """A fact of a number, or where its elements differ, the word that sends to the table by element."""
    return say(group[0]) if len({say(quantity) for quantity in group}) == 1 else "below"


def _by_element(numbers: Sequence[Named]) -> Iterator[str]:
    """A table per dimension, one column per element, for the facts in which elements differ."""
    found: dict[Dimension, list[list[str]]] = {}
    for base, group in numbers:
        if (dimension := group[0].dimension) is not None:
            rows = found.setdefault(dimension, [])
            for fact, say in FACTS.items():
                if _once(group, say) == "below":
                    rows.append([f"`{base}`", fact, *map(say, group)])
    for dimension, rows in found.items():
        if rows:
            yield f"### By {dimension.name}"
            yield table(["name", "fact", *_elements(dimension)], rows)


def _elements(dimension: Dimension) -> list[str]:
    labels = dimension.labels or (("",),) * len(dimension.elements)
    return [f"`{element}` {' / '.join(label)}".rstrip() for element, label in zip(dimension.elements, labels, strict=True)]


def _equation(book: Book, base: str, group: Group) -> Iterator[str]:
    first = group[0]
    yield f"### `{base}`"
    yield f"**{' / '.join(first.label)}**: {first.expanded_from or first.role}, unit `{first.unit}`" + _index(group)
    for statement in statements(book.model, group):
        for formula in in_latex(statement):
            yield f"$$\n{formula}\n$$"
    yield first.doc
    facts = {
        "Stays within": range_text(first),
        "More is": "" if first.role != "outcome" else first.direction,
        "Source": source_text(first.source),
        "Causes": book.links(book.causes[base]),
        "Effects": book.links(book.effects[base]),
        "Gated by": ", ".join(book.link(s) for s, readers in book.gates.items() if base in readers),
    }
    yield "\n".join(f"- {fact}: {said}" for fact, said in facts.items() if said)


def _index(group: Group) -> str:
    dimension = group[0].dimension
    return f", for each {dimension.name} ({', '.join(dimension.elements)})" if dimension is not None else ""
