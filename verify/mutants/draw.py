"""Which mutants are drawn: so many for each floor, every kind in its turn, by a seed that is fixed before any of them is seen."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass

from verify.mutants.places import KINDS, ROOT, Mutant, Place
from verify.mutants.python_places import is_sound, python_places
from verify.mutants.script_places import script_places

FLOORS = ("files", "evidence", "language", "targets", "lab", "app", "scripts")
"""A theory's sectors are not among them: a number of a theory is no rule."""


@dataclass(frozen=True)
class Draw:
    """So many mutants of each floor by one seed."""

    name: str
    seed: int
    count: int


FIRST, SECOND = Draw("first", 1129, 12), Draw("second", 2917, 6)
DRAWS = {each.name: each for each in (FIRST, SECOND)}


def texts(floor: str) -> dict[str, str]:
    """The files of a floor by their path in the project."""
    package = ROOT / "src" / "dualtrack"
    folder, end = (package / "app" / "page" / "scripts", "*.js") if floor == "scripts" else (package / floor, "*.py")
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob(end))}


def mutants(draw: Draw) -> list[Mutant]:
    """A draw from the sources as they stand."""
    return [mutant for floor in FLOORS for mutant in of_floor(floor, draw.seed, draw.count)]


def of_floor(floor: str, seed: int, count: int) -> list[Mutant]:
    """Kinds in a random order, again and again; of the kind whose turn it is, any place that has not been drawn."""
    source, sources = random.Random(f"{seed} {floor}"), texts(floor)
    waiting: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for path, text in sources.items():
        for place in (script_places if floor == "scripts" else python_places)(text):
            waiting[place.kind].append((path, place))
    kinds = source.sample(KINDS, len(KINDS))
    for places in waiting.values():
        source.shuffle(places)
    found: list[Mutant] = []
    while len(found) < count and any(waiting.values()):
        for kind in kinds:
            if waiting[kind] and len(found) < count:
                path, place = waiting[kind].pop()
                mutant = _made(floor, path, place, sources[path], source.choice(place.wrong))
                found += [mutant] if _is_one(mutant, sources[path]) else []
    return sorted(found, key=lambda each: (each.path, each.line, each.after))


def _made(floor: str, path: str, place: Place, text: str, wrong: str) -> Mutant:
    before = text.split("\n")[place.line - 1]
    return Mutant(floor, path, place.line, place.kind, before, before[: place.start] + wrong + before[place.stop :])


def _is_one(mutant: Mutant, text: str) -> bool:
    """Whether it differs, and in Python can be compiled."""
    lines = text.split("\n")
    lines[mutant.line - 1] = mutant.after
    return mutant.after != mutant.before and (mutant.path.endswith(".js") or is_sound("\n".join(lines)))
