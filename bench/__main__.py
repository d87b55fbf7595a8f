"""Measure everything and write `docs/benchmarks.md`."""

from __future__ import annotations

import os
from pathlib import Path

from bench.contenders import EVERYONE
from bench.measure import measure
from bench.processes import latencies
from bench.report import page

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """The only entry: `make bench`."""
    before = os.getloadavg()[0]
    results = measure(EVERYONE)
    seconds = latencies()
    text = page(results, seconds, (before, os.getloadavg()[0]))
    PAGE.write_text(text, encoding="utf-8")
    print(text)


main()
