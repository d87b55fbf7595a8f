"""The theory's pages: everything declared is there once, links lead somewhere, and the bytes are the same each time."""

import re
from functools import cache
from pathlib import PurePath

import pytest
from hypothesis import given

from dualtrack.errors import DuplicateName
from dualtrack.language.build import build
from dualtrack.targets.markdown.markdown_table import cell, table
from dualtrack.targets.markdown.theory_pages import theory_pages
from dualtrack.targets.print.statement import declared, is_number
from tests.refusals import refused
from tests.strategies import Toy, costly, module_of, rearranged, toys
from tests.toys import two_sectors


@cache
def pages() -> dict[str, str]:
    return theory_pages(two_sectors())


def headings(page: str) -> set[str]:
    """Anchors as GitHub makes them of headings."""
    lines = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def dead_links(found: dict[str, str]) -> list[str]:
    links = {link for page in found.values() for link in re.findall(r"\]\(([^)]+)\)", page)}
    places = set(found) | {f"{name}#{heading}" for name, page in found.items() for heading in headings(page)}
    return sorted(links - places)


def test_there_is_a_page_per_sector_and_an_index() -> None:
    assert sorted(pages()) == ["demand.md", "index.md", "supply.md"]


def test_every_name_stands_once_on_its_sectors_page() -> None:
    model = two_sectors()
    for base, group in declared(model).items():
        mark = f"^\\| `{base}` \\| (?!value|range|prior)" if is_number(group) else f"^### `{base}`$"
        found = {name: len(re.findall(mark, page, re.MULTILINE)) for name, page in pages().items() if name != "index.md"}
        assert {name: count for name, count in found.items() if count} == {f"{group[0].sector}.md": 1}


def test_links_lead_to_a_place() -> None:
    assert dead_links(pages()) == []


@costly
@given(toys())
def test_any_model_has_pages_without_dead_links(toy: Toy) -> None:
    assert dead_links(theory_pages(toy.model)) == []


def test_the_same_model_gives_the_same_bytes() -> None:
    assert theory_pages(two_sectors()) == pages()


NAMES = ["third", "fourth", "first", "second"]
EACH = """
{name} = constant(1.0, "1", low=0.0, high=2.0, **NUMBER)
@auxiliary("1", **NAMED, source=NUMBER["source"])
def all_with_{name}({every}):
    "All of them."
    return {total}
"""


def test_arrows_between_sectors_are_listed_cause_by_cause_as_the_sectors_are() -> None:
    every = {"every": ", ".join(NAMES), "total": " + ".join(NAMES)}
    whole = module_of("".join(EACH.format(name=name, **every) for name in NAMES))
    sectors = rearranged(whole, [*NAMES, *(f"all_with_{name}" for name in NAMES)], len(NAMES))
    arrows = re.findall(r"sector(\d) -->\|1\| sector(\d)", theory_pages(build(*sectors))["index.md"])
    places = range(len(NAMES))
    assert [(int(a), int(b)) for a, b in arrows] == [(a, b) for a in places for b in places if a != b]


def test_a_layered_number_shows_its_elements_in_one_table() -> None:
    page = pages()["supply.md"]
    assert "| name | fact | `lower` Lower / 下层 | `upper` Upper / 上层 |" in page
    assert "| `firms` | value | 100 | 40 |" in page


def test_an_equation_is_a_formula_on_lines_of_its_own() -> None:
    formula = (
        r"\text{adoption}_{\text{layer}} = \max\left( 0, \text{firms}_{\text{layer}} - \text{adopters}_{\text{layer}} \right)"
    )
    assert f"\n\n$$\n{formula}" in pages()["demand.md"]


@pytest.mark.parametrize(
    "line",
    [
        "| **all names** | 3 | 3 | 4 | 1 | 3 | 4 | 1 | 1 | 20 |",
        "| **all elements** | 7 | 5 | 4 | 1 | 3 | 5 | 1 | 1 | 27 |",
        "Of 9 numbers (constants, uncertainties and switches, each element counted), 2 (22 %) are assumed, "
        "3 are definitions and 4 cite a source. Of 14 equations 2 cite a source.",
        "| [`training_time`](supply.md#numbers) | Time to train / 培训时间 | a round number | a survey of firms |",
        "| `push` | Push / 推动. Whether subsidies work at all. "
        "| [`urge`](demand.md#urge) no longer depends on [`subsidy`](supply.md#numbers) |",
        "| `firm` | One firm, of whatever size. |",
        "    sector0 -->|6| sector1",
        "    sector1 -->|1| sector0",
    ],
)
def test_the_index_counts_and_lists(line: str) -> None:
    assert line in pages()["index.md"].splitlines()


def test_a_sector_cannot_take_the_place_of_the_index() -> None:
    model = build(module_of(NUMBER, "index"))
    refused(DuplicateName, lambda: theory_pages(model))


def test_a_table_leaves_out_empty_columns() -> None:
    assert table(["a", "b", "c"], [["1", "", "3"], ["4", "", ""]]) == "| a | c |\n| --- | --- |\n| 1 | 3 |\n| 4 |  |"


def test_a_cell_stays_in_its_column() -> None:
    assert cell("one | two\nthree") == "one \\| two three"


def test_file_names_are_plain() -> None:
    assert all(PurePath(name).name == name for name in pages())


NUMBER = 'life = constant(1.0, "year", label=("Life", "寿命"), source=Definition("by choice"), doc="A number.")\n'
