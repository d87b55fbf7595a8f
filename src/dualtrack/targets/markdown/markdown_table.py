"""Tables in Markdown, safe for any text."""

from __future__ import annotations

from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table without the columns that no row fills."""
    filled = [i for i in range(len(heads)) if any(row[i] for row in rows)]
    lines = [[heads[i] for i in filled], ["---"] * len(filled), *([cell(row[i]) for i in filled] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(text: str) -> str:
    """Text on one line that no column mark can break."""
    return " ".join(text.split()).replace("\\|", "|").replace("|", "\\|")
