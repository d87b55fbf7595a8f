"""What a mutant is: one place in one line of a file, what stands there, and what is put instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = ("sign", "comparison", "number", "order", "and/or", "min/max", "not", "slice end")
OTHER_SIGN = {"+": "-", "-": "+", "*": "/", "/": "*"}
OTHER_COMPARISON = {
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "==": ("!=",),
    "!=": ("==",),
    "===": ("!==",),
    "!==": ("===",),
}


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line, counted in characters, and the wrong texts that may stand there."""

    line: int
    start: int
    stop: int
    kind: str
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Mutant:
    """One wrong change: the line as it is and as it would be."""

    floor: str
    path: str
    line: int
    kind: str
    before: str
    after: str

    def put(self, root: Path) -> bool:
        """Put the change into a copy of the project, at the like line nearest to where it was drawn; no if the line is gone."""
        file = root / self.path
        lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else []
        like = [place for place, text in enumerate(lines) if text == self.before]
        if not like:
            return False
        lines[min(like, key=lambda place: abs(place - (self.line - 1)))] = self.after
        file.write_text("\n".join(lines), encoding="utf-8")
        return True


def other_number(text: str) -> tuple[str, ...]:
    """A whole number one more or one less, any other one doubled or halved."""
    plain = text.replace("_", "")
    if plain.isdigit():
        return (str(int(plain) + 1), str(int(plain) - 1)) if int(plain) else ("1",)
    try:
        value = float(plain)
    except ValueError:
        return ()
    return (repr(value * 2), repr(value / 2)) if value else ("1.0",)
