"""Figures of this core replace its own and no other's: what another core did stays as it was recorded, with its date."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

FILE = Path(__file__).parent / "recorded.csv"


@dataclass(frozen=True)
class Recorded:
    """A ratio on one kind of core; `low` and `high` are empty where no spread was recorded."""

    date: str
    processor: str
    figure: str
    ratio: str
    low: str
    high: str


def record(found: Iterable[Recorded]) -> list[Recorded]:
    """Write these into the file; give those of other cores."""
    rows = list(found)
    with FILE.open(encoding="utf-8", newline="") as file:
        others = [
            each
            for each in (Recorded(**row) for row in csv.DictReader(file))
            if each.processor not in {r.processor for r in rows}
        ]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Recorded)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(each) for each in (*others, *rows))
    return others
