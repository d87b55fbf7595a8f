"""What is kept of each draw (`draws/*.json`): every mutant, what became of it first and last, and why one is no fault."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from verify.mutants.places import Mutant

FOLDER = Path(__file__).parent / "draws"


@dataclass
class Entry:
    """A mutant with its outcomes; the empty word stands for one that has not been run."""

    mutant: Mutant
    first: str = ""
    last: str = ""
    tests: str = ""
    reason: str = ""
    """Why no test can tell it from the program; or, where it lives, why it was left to live."""
    is_equivalent: bool = False


def written(name: str, entries: list[Entry]) -> None:
    """Keep a draw."""
    FOLDER.mkdir(exist_ok=True)
    rows = [asdict(entry) for entry in entries]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


def kept(name: str) -> list[Entry]:
    """A draw as it was kept; empty where it has not been drawn."""
    file = FOLDER / f"{name}.json"
    rows = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return [Entry(**{**row, "mutant": Mutant(**row["mutant"])}) for row in rows]
