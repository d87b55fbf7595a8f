"""How are worlds spread over what is uncertain? Three designs, each fixed by its seed, and what each gives up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dualtrack.errors import RegimeError, nearest
from dualtrack.language.checked import checked


@dataclass(frozen=True, slots=True)
class Counter:
    """Every number by itself, from a counter keyed by seed and name.

    Gives up evenness: worlds lie as chance has it. Keeps everything else: the first thousand of a million are the same
    thousand, in any pieces, and no parameter moves another.
    """


@dataclass(frozen=True, slots=True)
class LatinHypercube:
    """Each parameter's range cut into as many equally likely slices as there are `worlds`, one in each (McKay and others, 1979).

    Gives up prefixes: the first thousand of a million are other worlds than the thousand of a thousand, and lie no more evenly
    than chance. Keeps pieces, and no parameter moves another.
    """

    worlds: int


@dataclass(frozen=True, slots=True)
class Sobol:
    """Points of a scrambled Sobol' sequence (Sobol', 1967; Owen, 1995), even over every parameter and most pairs.

    Gives up that no parameter moves another: a new one moves all whose names come after its own. Even only in the first 2, 4, 8,
    ... worlds, and for as many parameters as the table of directions serves. Keeps prefixes and pieces.
    """


Design = Counter | LatinHypercube | Sobol
COUNTER = Counter()
NAMES = ("counter", "latin_hypercube", "sobol")


@checked
def design_named(name: str, worlds: int) -> Design:
    """A design by `name`, counter, latin_hypercube or sobol, for a number of `worlds`; raises `RegimeError` with the nearest."""
    match name:
        case "counter":
            return COUNTER
        case "latin_hypercube":
            return LatinHypercube(worlds)
        case "sobol":
            return Sobol()
        case _:
            raise RegimeError(f"there is no design `{name}`", near=nearest(name, NAMES), fix="one of " + ", ".join(NAMES))


def name_of(design: Design) -> str:
    """The name that `design_named` takes."""
    match design:
        case Counter():
            return "counter"
        case LatinHypercube():
            return "latin_hypercube"
        case Sobol():
            return "sobol"
        case _:
            assert_never(design)


def gives_up(design: Design) -> str:
    """What the design does not promise, for a reader of its results."""
    match design:
        case Counter():
            return "evenness: worlds lie as chance has it"
        case LatinHypercube():
            return "prefixes: fewer worlds are other worlds, and the first of many lie no more evenly than chance"
        case Sobol():
            return "independence of other parameters: a new one moves those named after it; even at powers of two only"
        case _:
            assert_never(design)
