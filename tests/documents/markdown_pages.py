"""The project's Markdown pages as data: their fenced blocks with what each is marked as, their headings and their links."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.house import ROOT

PLACES = ("*.md", "docs/**/*.md", "examples/**/*.md")
PAGES = sorted(page for place in PLACES for page in ROOT.glob(place))
FOREIGN = re.compile(r"[a-z]+:", re.IGNORECASE)
"""How an address of another machine begins."""


@dataclass(frozen=True)
class Block:
    """A fenced block: where it stands, its language, the marks behind that, and its text."""

    page: Path
    line: int
    language: str
    marks: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT) if self.page.is_relative_to(ROOT) else self.page.name}:{self.line}"

    @property
    def values(self) -> dict[str, str]:
        """The marks as words with values; one without a value has an empty one."""
        return {name: value for mark in self.marks for name, _, value in [mark.partition("=")]}


@cache
def tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page, in order."""
    found = []
    for token in tokens(page):
        if token.type in ("fence", "code_block"):
            language, *marks = token.info.split() or [""]
            found.append(Block(page, (token.map or [0])[0] + 1, language, tuple(marks), token.content))
    return found


def headings(page: Path) -> list[tuple[int, str]]:
    """Every heading: its level and its text."""
    found = tokens(page)
    return [
        (int(opening.tag[1:]), "".join(each.content for each in inside.children or ()))
        for opening, inside in pairwise(found)
        if opening.type == "heading_open"
    ]


@cache
def anchors(page: Path) -> frozenset[str]:
    """What a link may name behind `#`: each heading as GitHub writes it."""
    seen: Counter[str] = Counter()
    found = set()
    for _, text in headings(page):
        plain = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
        found.add(f"{plain}-{seen[plain]}" if seen[plain] else plain)
        seen[plain] += 1
    return frozenset(found)


def links(page: Path) -> Iterator[str]:
    """Every address that a page links to or shows, of this project."""
    for token in tokens(page):
        for inside in token.children or ():
            address = inside.attrGet("href") or inside.attrGet("src")
            if address and not FOREIGN.match(str(address)):
                yield str(address)


def prose(page: Path) -> str:
    """What stands outside fenced blocks."""
    return "\n".join(token.content for token in tokens(page) if token.type == "inline")
