"""The page of the mutants, `docs/mutants.md`: how many were caught at first and at last, and every one of them."""

from __future__ import annotations

from verify.mutants.draw import DRAWS, FLOORS, Draw
from verify.mutants.ledger import Entry, kept
from verify.mutants.places import ROOT

PAGE = ROOT / "docs" / "mutants.md"
OPENING = """# Can the tests fail?

A mutant is the program with one small fault put in: a sign, a comparison or its opposite, a number, the order of a sort, *and*
for *or*, the least for the greatest, a *not* left out, a slice that ends elsewhere. Each is put alone into a copy of the project,
and the tests nearest to its file are run. A test that states something true should then fail.

The mutants below were drawn by a seed, and published before any test was written for them; `verify/mutants/` tells how.
This page is generated: `python -m verify.mutants page`. A theory's sectors are not changed: a number of a theory is no rule.

*Equivalent* is a mutant that no test can tell from the program, for the reason given; it is left out of the shares.
*Timed out* is counted as not caught. The page's scripts were at first put to the tests that run them in Node (`tests/app/page`),
and those that lived to the tests in a browser too.
"""


def page() -> str:
    """The whole page."""
    parts, seen = [OPENING], set[tuple[str, str]]()
    for draw in DRAWS.values():
        if entries := kept(draw.name):
            parts.append(_part(draw, entries, seen))
            seen |= {_line(entry) for entry in entries}
    return "\n".join(parts)


def _line(entry: Entry) -> tuple[str, str]:
    return entry.mutant.path, entry.mutant.before


def _part(draw: Draw, entries: list[Entry], seen: set[tuple[str, str]]) -> str:
    lines = [f"## The {draw.name} draw: seed {draw.seed}, {draw.count} for each floor", "", _shares(entries), ""]
    fresh = [entry for entry in entries if _line(entry) not in seen and not entry.is_equivalent]
    if len(fresh) < len(entries) and seen:
        told = _share([entry.first for entry in fresh])
        lines += [
            f"Some of these lines stood in an earlier draw, since few lines sort or slice. Without them, at first: {told}.",
            "",
        ]
    for floor in FLOORS:
        lines += [
            f"### {floor}",
            "",
            "| file and line | before | after | first | last | by, or why |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(entry) for entry in entries if entry.mutant.floor == floor]
        lines.append("")
    return "\n".join(lines)


def _shares(entries: list[Entry]) -> str:
    lines = ["| floor | drawn | equivalent | caught at first | caught at last |", "|---|---|---|---|---|"]
    for floor in (*FLOORS, "all"):
        drawn = [entry for entry in entries if floor in ("all", entry.mutant.floor)]
        real = [entry for entry in drawn if not entry.is_equivalent]
        cells = [_share([getattr(entry, when) for entry in real]) for when in ("first", "last")]
        lines.append(f"| {floor} | {len(drawn)} | {len(drawn) - len(real)} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def _share(words: list[str]) -> str:
    if not words or "" in words:
        return "not yet run"
    count = words.count("caught")
    return f"{count} of {len(words)} ({count / len(words):.0%})"


def _row(entry: Entry) -> str:
    mutant = entry.mutant
    cells = [f"`{text.strip()}`".replace("|", "\\|") for text in (mutant.before, mutant.after)]
    place = f"{mutant.path.removeprefix('src/dualtrack/')}:{mutant.line}"
    why = ("equivalent: " if entry.is_equivalent else "") + entry.reason if entry.reason else entry.tests
    return f"| {place} | {cells[0]} | {cells[1]} | {entry.first} | {entry.last} | {why} |"


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
