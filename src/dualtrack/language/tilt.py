"""Leaning priors: who already believes one side gives its mechanisms more weight, and never certainty.

A tilt changes no range and no mass at zero. Of a switch that exists at all, `raised` makes strong values likelier (density rising
in a straight line from nothing at the least value) and `lowered` weak ones (the same line, falling). A world keeps its number
between 0 and 1 and reads it through another quantile function, so worlds of two tilts stay paired.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.distribution import PointMass, Prior, Triangular, bounds
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Tilt(Printed):
    """A prior of someone who leans, by `name` and `label`: the switches `raised`, made likelier to be strong, and those
    `lowered`.

    Raises `DuplicateName` for a switch on both sides, `BadNumber` for a label in one language.
    """

    name: str
    label: Label
    raised: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if twice := sorted(set(self.raised) & set(self.lowered)):
            raise DuplicateName(f"tilt `{self.name}` raises and lowers `{twice[0]}`", fix="keep one")
        if not all(self.label):
            raise BadNumber(f"tilt `{self.name}` lacks its label in English or Chinese", fix="write both")


@checked
def tilted(model: Model, tilt: Tilt) -> Model:
    """The `model` with the priors of the `tilt`.

    Raises `UnknownName` for what is no switch, `BadNumber` for one whose prior has no mass at a point.
    """
    lean = dict.fromkeys(tilt.raised, True) | dict.fromkeys(tilt.lowered, False)
    _check(model, tilt, lean)
    changed = {name: replace(model[name], prior=_leaning(name, model[name].prior, up)) for name, up in lean.items()}
    return replace(model, quantities={**model.quantities, **changed})


def unplaced(model: Model, tilts: Iterable[Tilt]) -> tuple[str, ...]:
    """Switches that some tilt leaves as they are although it leans: a side was never named for them."""
    leaning = [tilt for tilt in tilts if tilt.raised or tilt.lowered]
    return tuple(name for name in model.switches if any(name not in (*tilt.raised, *tilt.lowered) for tilt in leaning))


def _leaning(name: str, prior: Prior | None, up: bool) -> Prior:
    if not isinstance(prior, PointMass):
        raise BadNumber(
            f"the prior of `{name}` has no mass at a point", fix="tilt switches only, whose prior may be exactly zero"
        )
    low, high = bounds(prior.rest)
    return PointMass(prior.at, prior.mass, Triangular(low, high if up else low, high))


def _check(model: Model, tilt: Tilt, lean: Mapping[str, bool]) -> None:
    for name in lean:
        if name not in model.switches:
            raise UnknownName(
                f"tilt `{tilt.name}` leans on `{name}`, which is no switch",
                near=nearest(name, model.switches),
                fix="name a switch of the model",
            )
