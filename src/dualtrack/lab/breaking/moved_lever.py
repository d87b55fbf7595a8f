"""A regime with levers moved by a share of their range, from when it parts: a lever's whole path shifts, and stops at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dualtrack.lab.runs.regimes import set_lever
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import Path, Regime
from dualtrack.targets.numeric.tidy import Row


@dataclass(frozen=True, slots=True)
class LeverMove:
    """The lever of this `name` moved by a `share` of its range, 0 to 1, up where `upward` and down otherwise.

    `start` and `value` are where it stands in the year from which it moves, before and after, in its own `unit`.
    """

    name: str
    upward: bool
    share: float
    start: float
    value: float
    unit: str

    def to_row(self) -> Row:
        """By name."""
        return {
            "lever": self.name,
            "unit": self.unit,
            "upward": self.upward,
            "share_of_range": self.share,
            "from_value": self.start,
            "to_value": self.value,
        }


def ways(model: Model, regime: Regime, since: float) -> list[LeverMove]:
    """Every lever moved as far as it goes, each way in which it can move at all."""
    found = []
    for name in model.of_role(["lever"]):
        start = _value(model, regime, name, since)
        found += [
            sized(model, regime, since, (name, upward), 1.0) for upward in (False, True) if _room(model[name], start, upward)
        ]
    return found


def sized(model: Model, regime: Regime, since: float, way: tuple[str, bool], share: float) -> LeverMove:
    """One lever moved one way by a `share` of its range, from a year on; a dated one goes all the way at once."""
    name, upward = way
    quantity, start = model[name], _value(model, regime, name, since)
    aim = _shifted(quantity, start, share, upward)
    return LeverMove(name, upward, abs(aim - start) / (quantity.high - quantity.low), start, aim, str(quantity.unit))


def with_moves(model: Model, regime: Regime, since: float, moves: Sequence[LeverMove]) -> Regime:
    """The `regime` from the year `since` on with its levers moved; a lever's later values move as well, and stop at its ends."""
    for move in moves:
        quantity = model[move.name]
        path = regime.paths.get(move.name)
        later = () if path is None else tuple(point for point in path.points if point[0] > since)
        points = ((since, move.start), *later)
        if path is None or len(points) == 1:
            regime = set_lever(model, regime, move.name, move.value, since)
            continue
        shifted = tuple((year, _shifted(quantity, value, move.share, move.upward)) for year, value in points)
        new = path.then(since, Path(shifted, path.ramp))
        regime = replace(regime, paths={**regime.paths, move.name: new})
    return regime


def _value(model: Model, regime: Regime, name: str, year: float) -> float:
    path = regime.paths.get(name)
    return model[name].number if path is None else path.at(year)


def _room(quantity: Quantity, start: float, upward: bool) -> bool:
    return quantity.high > quantity.low and (start < quantity.high if upward else start > quantity.low)


def _shifted(quantity: Quantity, value: float, share: float, upward: bool) -> float:
    if quantity.dated and share > 0:
        return quantity.high if upward else quantity.low
    width = (quantity.high - quantity.low) * share
    return min(quantity.high, value + width) if upward else max(quantity.low, value - width)
