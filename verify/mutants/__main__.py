"""Mutants from the command line.

    python -m verify.mutants draw first        draw, keep and publish a draw; one that is kept is not drawn again
    python -m verify.mutants run first         run each that has not been run, one at a time, against its nearest tests
    python -m verify.mutants run first lived   run again those that were not caught
    python -m verify.mutants run first app/summary.py   run again those of files whose path holds these words
    python -m verify.mutants page              write docs/mutants.md

A run takes about half an hour for the first draw on two cores. To draw anew after the program has changed, give
`draw.py` another seed under another name: a seed whose mutants have been looked at proves nothing.
"""

from __future__ import annotations

import sys

from verify.mutants.draw import DRAWS, mutants
from verify.mutants.ledger import Entry, kept, written
from verify.mutants.page import write
from verify.mutants.trial import copied, failing, put

SECONDS = (90.0, 120.0, 150.0)
"""Within which each stage of tests must end."""


def draw(name: str) -> None:
    """Draw and publish, once."""
    if not kept(name):
        written(name, [Entry(mutant) for mutant in mutants(DRAWS[name])])
    write()


def run(name: str, which: str) -> None:
    """Put each mutant that is asked for to its tests, and keep what became of it."""
    entries = kept(name)
    with copied() as root:
        for entry in entries:
            if _is_asked(entry, which):
                outcome = put(entry.mutant, root, SECONDS)
                entry.first, entry.last, entry.tests = entry.first or outcome.word, outcome.word, outcome.tests
                print(entry.last, entry.mutant.path, entry.mutant.line, entry.tests, flush=True)
                written(name, entries)
        if failing(sorted({entry.tests for entry in entries if "::" in entry.tests}), root, SECONDS[-1] * 4):
            print("a test that caught a mutant fails, or takes too long, where nothing is changed")
    write()


def _is_asked(entry: Entry, which: str) -> bool:
    if which in ("", "lived"):
        return not entry.is_equivalent and (entry.last != "caught" if which else not entry.last)
    return which in entry.mutant.path


def main(words: list[str]) -> None:
    """The only entry."""
    match words:
        case ["draw", name]:
            draw(name)
        case ["run", name, *which]:
            run(name, " ".join(which))
        case ["page"]:
            write()
        case _:
            print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
