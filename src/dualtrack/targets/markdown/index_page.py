"""The first page of the theory: counts, how sectors hang together, what is assumed and would measure it, switches, units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dualtrack.language.declaration import Assumed, Definition, Label
from dualtrack.language.model import Model
from dualtrack.language.quantity import GIVEN, Role
from dualtrack.targets.markdown.markdown_table import table
from dualtrack.targets.markdown.mermaid import PER_CENT
from dualtrack.targets.print.book import NOTICE, Book, title
from dualtrack.targets.print.causal_map import Importance
from dualtrack.targets.print.plain import number_text
from dualtrack.targets.print.quantity_facts import source_text
from dualtrack.targets.print.statement import is_stage

LEAST_SECTOR = 0.2
"""The part of what a sector takes from others that an arrow between sectors must carry to be drawn."""
ROLES: tuple[Role, ...] = ("stock", "flow", "auxiliary", "outcome", "constant", "uncertainty", "switch", "lever", "history")


def index_page(book: Book, more: Sequence[str] = (), importance: Importance | None = None) -> str:
    """The whole page, which leads to the sectors and to further pages; with importance its diagram keeps to what carries most."""
    parts = [
        NOTICE,
        f"# Theory: {title(book.model.name)}",
        "Each page gives the numbers and equations of one sector, with unit, range and source.",
        "## Sectors",
        _sectors(book),
        *(_weighed(book, importance) if importance else _counted(book)),
        *(["Pages of their own: " + ", ".join(f"[{title(page.removesuffix('.md'))}]({page})" for page in more)] if more else []),
        "## Numbers and their sources",
        _shares(book.model),
        *_section("Assumed numbers", _assumed(book)),
        *_section("Correlated numbers", _correlated(book)),
        *_section("Switches", _switches(book)),
        *_section("Curves", _curves(book)),
        *_section("Units", table(["unit", "meaning"], [[f"`{u}`", doc] for u, doc in sorted(book.model.base_units.items())])),
    ]
    return "\n\n".join(parts) + "\n"


def _section(heading: str, body: str) -> Iterator[str]:
    if body:
        yield f"## {heading}"
        yield body


def _sectors(book: Book) -> str:
    """Declared names by sector and role, and in the last row quantities, which count every element and stage."""
    counts = {sector: Counter(group[0].role for _, group in book.of_sector(sector)) for sector in book.pages}
    roles = [role for role in ROLES if any(count[role] > 0 for count in counts.values())]
    rows = [
        [book.link_sector(sector), *(str(count[role] or "") for role in roles), str(count.total())]
        for sector, count in counts.items()
    ]
    names = [str(sum(count[role] for count in counts.values())) for role in roles]
    flat = Counter(quantity.role for quantity in book.model.quantities.values())
    rows.append(["**all names**", *names, str(len(book.groups))])
    rows.append(["**all elements**", *(str(flat[role]) for role in roles), str(flat.total())])
    return table(["sector", *roles, "all"], rows)


def _counted(book: Book) -> tuple[str, str]:
    sector_of = _sector_of(book)
    arrows = Counter(
        (sector_of[cause], sector_of[base])
        for base, read in book.causes.items()
        for cause in read
        if cause in sector_of and sector_of[cause] != sector_of[base]
    )
    order = {sector: number for number, sector in enumerate(book.pages)}
    said = {pair: str(arrows[pair]) for pair in sorted(arrows, key=lambda pair: (order[pair[0]], order[pair[1]]))}
    return "Arrows count the names of one sector that equations of another read.", _diagram(book, said)


def _weighed(book: Book, importance: Importance) -> tuple[str, str]:
    """Sectors by what part of all that a sector takes from others comes from each, the largest first."""
    sector_of = _sector_of(book)
    weights: dict[tuple[str, str], float] = {}
    into: dict[str, float] = {}
    for (cause, effect), weight in importance.items():
        pair = sector_of[cause], sector_of[effect]
        if pair[0] != pair[1]:
            weights[pair] = weights.get(pair, 0.0) + weight
            into[pair[1]] = into.get(pair[1], 0.0) + weight
    shares = {pair: weight / into[pair[1]] for pair, weight in weights.items() if weight > 0}
    shown = sorted((pair for pair, share in shares.items() if share >= LEAST_SECTOR), key=lambda pair: (-shares[pair], pair))
    sentence = (
        "An arrow says what part of the changes that a sector takes from others comes by it, each link by its importance; "
        f"{len(shares) - len(shown)} arrows of less than {PER_CENT * LEAST_SECTOR:g} % are left out."
    )
    return sentence, _diagram(book, {pair: f"{PER_CENT * shares[pair]:.0f} %" for pair in shown})


def _sector_of(book: Book) -> dict[str, str]:
    return {base: group[0].sector for base, group in book.groups.items()}


def _diagram(book: Book, arrows: Mapping[tuple[str, str], str]) -> str:
    order = {sector: number for number, sector in enumerate(book.pages)}
    lines = ["```mermaid", "flowchart LR", *(f'    sector{n}["{title(sector)}"]' for sector, n in order.items())]
    lines += [f"    sector{order[a]} -->|{said}| sector{order[b]}" for (a, b), said in arrows.items()]
    return "\n".join([*lines, "```"])


def _shares(model: Model) -> str:
    sources = [model.quantities[name].source for name in model.given]
    assumed = sum(isinstance(source, Assumed) for source in sources)
    defined = sum(isinstance(source, Definition) for source in sources)
    equations = [q.source for q in model.quantities.values() if q.tree is not None and not is_stage(q)]
    cited = sum(isinstance(source, str) for source in equations)
    share = f"{100 * assumed / len(sources):.0f} %" if sources else "none"
    return (
        f"Of {len(sources)} numbers (constants, uncertainties and switches, each element counted), {assumed} ({share}) "
        f"are assumed, {defined} are definitions and {len(sources) - assumed - defined} cite a source. "
        f"Of {len(equations)} equations {cited} cite a source."
    )


def _assumed(book: Book) -> str:
    """One row per declared name and assumption; elements are named where not all share it."""
    rows = []
    for base, group in book.groups.items():
        held: dict[Assumed, list[str]] = {}
        for quantity in group:
            if quantity.role in GIVEN and isinstance(quantity.source, Assumed):
                held.setdefault(quantity.source, []).append(quantity.element or "")
        for source, elements in held.items():
            some = f" ({', '.join(elements)})" if len(elements) < len(group) else ""
            rows.append([book.link(base) + some, _named(group[0].label), source.why, source.measure])
    return table(["number", "meaning", "why this value", "what would measure it"], rows) if rows else ""


def _correlated(book: Book) -> str:
    rows = [
        [f"`{one}`", f"`{other}`", number_text(value), f"{_named(group.label)}. {group.doc}", source_text(group.source)]
        for group in book.model.correlations
        for place, one in enumerate(group.names)
        for other, value in group.partners(one).items()
        if other in group.names[place:]
    ]
    return table(["number", "moves with", "rank correlation", "meaning", "source"], rows) if rows else ""


def _switches(book: Book) -> str:
    rows = []
    for name, readers in book.gates.items():
        quantity = book.model.quantities[name]
        gated = "; ".join(f"{book.link(reader)} no longer depends on {book.links(gone)}" for reader, gone in readers.items())
        rows.append([f"`{name}`", f"{_named(quantity.label)}. {quantity.doc}", gated])
    return table(["switch", "meaning", "at 0"], rows) if rows else ""


def _curves(book: Book) -> str:
    rows = []
    for name, curve in book.model.curves.items():
        points = ", ".join(f"({number_text(x)}, {number_text(y)})" for x, y in curve.points)
        meaning = f"{_named(curve.label)}. {curve.doc}"
        rows.append(
            [f"`{name}`", meaning, curve.of, curve.unit, points, source_text(curve.source), book.links(book.effects[name])]
        )
    return table(["curve", "meaning", "of", "unit", "points", "source", "read by"], rows) if rows else ""


def _named(label: Label) -> str:
    return " / ".join(label)
