"""An argument as a drawing: boxes for its things, bands behind them, and one arrow for each claim that states an effect.

    ArgumentMap(300, 200, bands=(), boxes=(MapBox("sea", ("The sea", "海"), 20, 20, 80, 40, "home"), ...),
                arrows=(MapArrow("K2", ("crowds", "拥挤"), ((( 100, 40), (200, 40)),), (150, 40), "b"),))

Places are in the drawing's own unit, from its upper left corner; a "|" in a box's label parts its lines. An arrow's routes run
between the edges of boxes, or of bands where it joins these. Not like this: an arrow that ends in the open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.language.statements.argument import said_in_both

Spot = tuple[float, float]
Route = tuple[Spot, ...]
Edge = Literal["t", "b", "l", "r"]
"""On which side of an arrow's badge its words stand."""


@checked
@dataclass(frozen=True, slots=True)
class MapBand:
    """A ground of `width` and `height` at `x`, `y` behind boxes of one part: an `id`, a `label` and a `note` in smaller letters.

    Raises `NoMeaning` for one language.
    """

    id: str
    label: Label
    note: Label
    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        said_in_both("a band of the map", self.label, self.id)
        said_in_both("the note of a band", self.note)


@checked
@dataclass(frozen=True, slots=True)
class MapBox:
    """A thing of the argument, by `id` and `label`, of `width` and `height` at `x`, `y`, on a `side`.

    Raises `NoMeaning` for one language.
    """

    id: str
    label: Label
    x: float
    y: float
    width: float
    height: float
    side: str

    def __post_init__(self) -> None:
        said_in_both("a box of the map", self.label, self.id)


@checked
@dataclass(frozen=True, slots=True)
class MapArrow:
    """The effect that a `claim` states: a short `label`, one or more `routes`, and a `badge` with the words on its `side`.

    With `both`, heads stand at both ends. Raises `NoMeaning` for one language, `BadNumber` for no route or one of one place.
    """

    claim: str
    label: Label
    routes: tuple[Route, ...]
    badge: Spot
    side: Edge
    both: bool = False

    def __post_init__(self) -> None:
        said_in_both(f"the arrow of {self.claim}", self.label, self.claim)
        if not self.routes or any(len(route) < 2 for route in self.routes):
            raise BadNumber(f"the arrow of {self.claim} goes nowhere", fix="give each route two places or more")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class ArgumentMap(Printed):
    """All `bands`, `boxes` and `arrows`, within `width` and `height`.

    Raises `DuplicateName` for two boxes or bands of one name or two arrows of one claim, `BadNumber` for what lies outside, and
    `NoMeaning` for a route that ends on no edge.
    """

    width: float
    height: float
    bands: tuple[MapBand, ...]
    boxes: tuple[MapBox, ...]
    arrows: tuple[MapArrow, ...]

    def __post_init__(self) -> None:
        for what, names in (
            ("boxes", [box.id for box in self.boxes]),
            ("bands", [band.id for band in self.bands]),
            ("arrows", [arrow.claim for arrow in self.arrows]),
        ):
            if len(set(names)) < len(names):
                twice = next(name for name in names if names.count(name) > 1)
                raise DuplicateName(f"the map has two {what} called `{twice}`", fix="keep one")
        for place in self._places:
            self._check_inside(f"`{place.id}`", ((place.x, place.y), (place.x + place.width, place.y + place.height)))
        for arrow in self.arrows:
            self._check_inside(f"the arrow of {arrow.claim}", (arrow.badge, *(spot for route in arrow.routes for spot in route)))
            self._check_ends(arrow)

    @property
    def _places(self) -> tuple[MapBand | MapBox, ...]:
        return (*self.bands, *self.boxes)

    def _check_inside(self, what: str, spots: tuple[Spot, ...]) -> None:
        for x, y in spots:
            if not (0 <= x <= self.width and 0 <= y <= self.height):
                raise BadNumber(
                    f"{what} reaches {x:g}, {y:g}, outside the map", fix=f"stay within {self.width:g} and {self.height:g}"
                )

    def _check_ends(self, arrow: MapArrow) -> None:
        for route in arrow.routes:
            for spot in (route[0], route[-1]):
                if not any(_on_edge(each, spot) for each in self._places):
                    raise NoMeaning(
                        f"the arrow of {arrow.claim} ends in the open, at {spot[0]:g}, {spot[1]:g}",
                        fix="let it start and end on the edge of a box, or of a band",
                    )

    def printed_title(self) -> str:
        return f"Map of an argument: {len(self.boxes)} boxes, {len(self.arrows)} arrows"


def _on_edge(place: MapBand | MapBox, spot: Spot) -> bool:
    across, down = spot[0] - place.x, spot[1] - place.y
    inside = 0 <= across <= place.width and 0 <= down <= place.height
    return inside and (across in (0, place.width) or down in (0, place.height))
