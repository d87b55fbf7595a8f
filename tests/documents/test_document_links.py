"""Every page of the project is reached, keeps its headings in order, and leads nowhere that is not there."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.documents.markdown_pages import PAGES, anchors, headings, links, prose
from tests.house import ROOT

NAMED = re.compile(r"`((?:docs|src|tests|verify|bench|requirements|examples)/[\w./-]*\w/?)`")
OF_THEIR_DAY = ("CHANGELOG.md", "docs/decisions", "docs/mutants.md")
"""Pages that tell of a day, and may name what has been moved since."""
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def dead(page: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    found = []
    for link in links(page):
        address, _, anchor = unquote(link).partition("#")
        target = (page.parent / address).resolve() if address else page
        if not target.exists() or (anchor and (target.suffix != ".md" or anchor not in anchors(target))):
            found.append(link)
    return found


@each_page
def test_no_link_is_dead(page: Path) -> None:
    assert dead(page) == []


@each_page
def test_headings_begin_once_and_leave_no_level_out(page: Path) -> None:
    levels = [level for level, _ in headings(page)]
    assert levels[0] == 1
    assert all(1 < after <= before + 1 for before, after in pairwise(levels))


def test_a_file_that_a_page_names_is_there() -> None:
    told = [page for page in PAGES if not str(page.relative_to(ROOT)).startswith(OF_THEIR_DAY)]
    missing = [
        f"{page.relative_to(ROOT)}: {name}" for page in told for name in NAMED.findall(prose(page)) if not (ROOT / name).exists()
    ]
    assert missing == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n\n## Here, it's\n\n[a](#here-its) [b](#there) [c](other.md)\n", encoding="utf-8")
    assert anchors(page) == {"a-page", "here-its"}
    assert dead(page) == ["#there", "other.md"]
