"""The text of a dispute where it is read: at a terminal in one language, or as a file in both."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.disputes.dispute_words import Passage, heading, passages
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.targets.markdown.markdown_table import table
from dualtrack.targets.numeric.tidy import LANGUAGES


def show_dispute(found: Disputed, lang: str) -> None:
    """Write the text to the terminal in a language."""
    at = LANGUAGES.index(lang)
    show_prose(heading(found)[at])
    show_text("")
    for each in passages(found):
        if each.rows:
            for said in each.prose:
                show_prose(said[at])
            cells = [[cell[at] for cell in row] for row in each.rows]
            show_table(each.heading[at], [column[at] for column in each.columns], cells, words=len(each.columns))
        elif each.prose:
            show_text(each.heading[at])
            for said in each.prose:
                show_prose(said[at])
            show_text("")


def dispute_page(found: Disputed) -> str:
    """The text in Markdown, in English and below it in Chinese."""
    parts = passages(found)
    return "\n".join(line for at in range(len(LANGUAGES)) for line in _page(found, parts, at))


def _page(found: Disputed, parts: tuple[Passage, ...], at: int) -> Iterator[str]:
    yield from (f"# {heading(found)[at]}", "")
    for each in parts:
        if not (each.prose or each.rows):
            continue
        yield from (f"## {each.heading[at]}", "")
        for said in each.prose:
            yield from (said[at], "")
        if each.rows:
            yield table([column[at] for column in each.columns], [[cell[at] for cell in row] for row in each.rows])
            yield ""
