"""Causal-loop diagrams: every link of a sector once, signed as told, and each named loop as a circle."""

import re

import pytest

from dualtrack.errors import DuplicateName
from dualtrack.language.build import build
from dualtrack.language.statements.named_loop import Loop
from dualtrack.language.statements.reality_check import Conserved, Fixed, Holds, Response, Sweep, Switches
from dualtrack.targets.markdown.mermaid import sector_diagram
from dualtrack.targets.markdown.theory_pages import theory_pages
from dualtrack.targets.numeric.polarity import Link, Sign
from dualtrack.targets.print.book import Book
from dualtrack.targets.print.statement import causes, is_number
from tests.refusals import refused
from tests.strategies import module_of
from tests.targets.markdown.test_theory_pages import NUMBER, dead_links
from tests.toys import two_sectors

SIGNS: dict[Link, Sign] = {("leaving", "adopters"): "-", ("adoption", "adopters"): "+"}
LOOP = Loop(
    "R1", ("Word of mouth", "口碑"), "reinforcing", ("adopters", "weakest", "urge", "adoption"), ("urge", "adoption"), ("C1",)
)
CHECKS = (
    Holds(
        ("Nobody adopts twice.", "无人采用两次。"),
        "adopters <= firms",
        given=(Switches(0.5), Fixed("subsidy", 1.0, 2025.0)),
        lasting=True,
    ),
    Holds(("Early is low.", "起步低。"), "weakest <= 1", where="served <= 0"),
    Conserved(("Firms add up.", "企业守恒。"), "adopters", "adoption - leaving"),
    Response(("A push pulls.", "推动有拉力。"), Sweep("subsidy", (0.0, 1.0)), "higher", ("urge",)),
)


def drawn(diagram: str) -> list[tuple[str, str, str]]:
    """The arrows of a diagram by label, with their signs."""
    labels = dict(re.findall(r"(n\d+)\(?\[\"(.+?)\"\]\)?", diagram))
    return [(labels[a], sign, labels[b]) for a, sign, b in re.findall(r"(n\d+) -->(?:\|(.)\|)? (n\d+)", diagram)]


def test_a_sector_shows_each_link_between_equations_once() -> None:
    book = Book(two_sectors())
    expected = {
        (book.groups[cause][0].label[0], book.groups[base][0].label[0])
        for base, read in causes(two_sectors()).items()
        for cause in read
        if cause in book.groups and cause != base and not is_number(book.groups[cause])
    }
    found = [arrow for sector in ("supply", "demand") for arrow in drawn(sector_diagram(book, sector, SIGNS))]
    assert len(found) == len(expected)
    assert {(a, b) for a, _, b in found} == expected


def test_links_carry_their_signs_where_they_are_known() -> None:
    found = drawn(sector_diagram(Book(two_sectors()), "supply", SIGNS))
    assert ("Leaving", "-", "Adopters") in found and ("Adoption", "+", "Adopters") in found
    assert ("Adopters", "", "All adopters") in found


def test_what_belongs_to_another_sector_is_rounded() -> None:
    diagram = sector_diagram(Book(two_sectors()), "supply", SIGNS)
    assert '(["Adoption"])' in diagram and '(["Adopters"])' not in diagram


def test_a_sector_of_numbers_has_no_diagram() -> None:
    model = build(module_of(NUMBER, "calendar"))
    assert sector_diagram(Book(model), "calendar", {}) == ""
    assert "mermaid" not in theory_pages(model)["calendar.md"]


def test_a_loop_leads_back_to_where_it_began() -> None:
    pages = theory_pages(two_sectors(), loops=[LOOP], signs=SIGNS)
    assert [(a, b) for a, _, b in drawn(pages["loops.md"])] == [
        ("Adopters", "Weakest layer"),
        ("Weakest layer", "Urge"),
        ("Urge", "Adoption"),
        ("Adoption", "Adopters"),
    ]
    assert "**Word of mouth / 口碑**: reinforcing; carries C1" in pages["loops.md"]


def test_checks_stand_on_a_page_with_what_is_held() -> None:
    page = theory_pages(two_sectors(), checks=CHECKS)["checks.md"]
    assert "| Nobody adopts twice. / 无人采用两次。 | `adopters <= firms` |" in page
    assert "| every switch = 0.5; `subsidy` = 1 from 2025 on; through a run of its own |" in page
    assert "| `weakest <= 1` where `served <= 0` |" in page
    assert "as `subsidy` is 0, 1: higher `urge`" in page


def test_the_index_leads_to_every_page_and_no_link_is_dead() -> None:
    pages = theory_pages(two_sectors(), loops=[LOOP], checks=CHECKS, signs=SIGNS)
    assert "[Loops](loops.md), [Checks](checks.md)" in pages["index.md"]
    assert dead_links(pages) == []


@pytest.mark.parametrize("name", ["loops", "checks"])
def test_a_sector_cannot_take_the_place_of_a_page(name: str) -> None:
    model = build(module_of(NUMBER, name))
    refused(DuplicateName, lambda: theory_pages(model))


def test_weak_links_are_left_out_and_counted_and_strong_ones_are_thick() -> None:
    weights = {
        ("leaving", "adopters"): 0.6,
        ("adoption", "adopters"): 0.4,
        ("adopters", "weakest"): 0.09,
        ("adopters", "leaving"): 1.0,
    }
    diagram = sector_diagram(Book(two_sectors()), "supply", SIGNS, weights)
    assert [(a, b) for a, _, b in drawn(diagram.replace("==>", "-->"))] == [
        ("Adopters", "All adopters"),
        ("Adopters", "Leaving"),
        ("Leaving", "Adopters"),
        ("Adoption", "Adopters"),
    ]
    assert diagram.count("==>") == 2
    assert "4 links are drawn" in diagram and "1 of less than 10 % is left out." in diagram


def test_sectors_are_joined_by_what_carries_a_fifth_of_what_comes_in() -> None:
    weights = {("adoption", "adopters"): 0.3, ("weakest", "urge"): 0.9, ("adopters", "adoption"): 0.1, ("urge", "adoption"): 0.9}
    index = theory_pages(two_sectors(), importance=weights)["index.md"]
    assert "sector0 -->|100 %| sector1" in index and "sector1 -->|100 %| sector0" in index
    assert "0 arrows of less than 20 % are left out" in index
    assert "Arrows count the names" in theory_pages(two_sectors())["index.md"]
