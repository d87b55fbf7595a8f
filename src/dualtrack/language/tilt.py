"""Leaning priors: who already believes one side gives its mechanisms more weight, and never certainty.

A tilt changes no range, and leans on what is declared. Of a strength that exists at all, `raised` makes strong values likelier
(density rising in a straight line from nothing at the least value) and `lowered` weak ones (the same line, falling); its mass
at zero stays. Of what exists or not, the mass at zero moves. Other numbers, such as a mechanism's size, lean along the same
line, where the tilt names them `larger` or `smaller`. A world keeps its number between 0 and 1 and reads it through another
quantile, so worlds of two tilts stay paired.

    Tilt("hopeful", ("Leaning to growth", "偏向增长"), raised=("learning",), lowered=("decay",), larger=("gain",))

Not like this: a size among the `raised`, or a number of which every ratio is as likely, which no such line leans.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.distribution import Category, PointMass, Prior, Triangular, Uniform
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import Quantity

DOUBT_OF_OWN, DOUBT_OF_OTHERS = 0.1, 0.4
"""The mass at zero of what a tilt raises and of what it lowers: half and twice the declared fifth.

Two who lean to opposite sides then differ by a factor of 6 in the odds that a mechanism exists (9 to 1 and 3 to 2): more than a
silent record moves (3), less than one that speaks strongly overturns (20; Kass and Raftery, 1995)."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Tilt(Printed):
    """A prior of someone who leans, by `name` and `label`: the switches `raised`, made likelier to be strong or to exist, and
    those `lowered`; and of the numbers that are no switch, those `larger` and those `smaller` than declared, within their ranges.

    Raises `DuplicateName` for a name on both sides, `BadNumber` for a label in one language.
    """

    name: str
    label: Label
    raised: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()
    larger: tuple[str, ...] = ()
    smaller: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if twice := sorted({*self.raised, *self.larger} & {*self.lowered, *self.smaller}):
            raise DuplicateName(f"tilt `{self.name}` raises and lowers `{twice[0]}`", fix="keep one")
        if not all(self.label):
            raise BadNumber(f"tilt `{self.name}` lacks its label in English or Chinese", fix="write both")


@checked
def tilted(model: Model, tilt: Tilt) -> Model:
    """The `model` with the priors of the `tilt`.

    Raises `UnknownName` for what is no switch, or among sizes no uncertain number, `BadNumber` for a prior that cannot lean.
    """
    _check(model, tilt)
    leaning = dict.fromkeys((*tilt.raised, *tilt.larger), True) | dict.fromkeys((*tilt.lowered, *tilt.smaller), False)
    changed = {name: replace(model[name], prior=_leaning(tilt, model[name], up)) for name, up in leaning.items()}
    return replace(model, quantities={**model.quantities, **changed})


def unplaced(model: Model, tilts: Iterable[Tilt]) -> tuple[str, ...]:
    """Switches that some tilt leaves as they are although it leans: a side was never named for them."""
    leaning = [tilt for tilt in tilts if tilt.raised or tilt.lowered]
    return tuple(name for name in model.switches if any(name not in (*tilt.raised, *tilt.lowered) for tilt in leaning))


def _leaning(tilt: Tilt, quantity: Quantity, up: bool) -> Prior:
    match quantity.prior:
        case PointMass(at, mass, (Uniform() | Triangular()) as rest):
            return PointMass(at, mass, _along_a_line(rest, up))
        case Uniform() | Triangular() as spread:
            return _along_a_line(spread, up)
        case Category((0.0, whole), _) if quantity.role == "switch":
            doubt = DOUBT_OF_OWN if up else DOUBT_OF_OTHERS
            return Category((0.0, whole), (doubt, 1 - doubt))
        case other:
            raise BadNumber(
                f"tilt `{tilt.name}` leans on `{quantity.name}`, whose prior, {other}, has no straight line to lean along",
                where=quantity.where,
                fix="lean on what exists or not, or on a number whose prior is uniform or triangular",
            )


def _along_a_line(rest: Uniform | Triangular, up: bool) -> Triangular:
    return Triangular(rest.low, rest.high if up else rest.low, rest.high)


def _check(model: Model, tilt: Tilt) -> None:
    sizes = [name for name in model.drawn if name not in model.switches]
    for names, known, kind, fix in (
        ((*tilt.raised, *tilt.lowered), model.switches, "no switch", "name a switch; a size is `larger` or `smaller`"),
        ((*tilt.larger, *tilt.smaller), sizes, "no size", "name an uncertain number; a switch is `raised` or `lowered`"),
    ):
        for name in names:
            if name not in known:
                raise UnknownName(
                    f"tilt `{tilt.name}` leans on `{name}`, which is {kind}",
                    where=model[name].where if name in model.quantities else "",
                    near=nearest(name, known),
                    fix=fix,
                )
