"""Which single concession closes most of a difference? One point at a time is given by either study, or met by both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from dualtrack.lab.disputes.points import StudyPoint
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.share_out import Game
from dualtrack.lab.statistics.resolved import Slight, beside
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform
from dualtrack.language.printed import Printed

By = Literal["first", "second", "both"]
HALF = 0.5


@dataclass(frozen=True, slots=True, repr=False)
class Concession(Printed):
    """What a `point` given `by` one study, or met halfway by both, leaves, `remains`, and the share of the whole it `closes`.

    A share below 0 says that it makes the difference larger.
    """

    point: StudyPoint
    by: By
    remains: Reckoned
    closes: Reckoned

    def printed_title(self) -> str:
        return f"`{self.point.name}` given by the {self.by}: closes {self.closes.value:.0%}"


@dataclass(frozen=True, slots=True, repr=False)
class Best(Printed):
    """The concession of one side that closes most, whether it is told from the `next_one`, and whether it closes half."""

    leader: Concession
    next_one: Concession | None
    is_resolved: bool
    half: Slight

    def printed_title(self) -> str:
        return self.leader.printed_title()


def concessions(
    game: Game, points: Sequence[StudyPoint], meet: Callable[[StudyPoint], tuple[Reckoned, Reckoned] | None]
) -> tuple[Concession, ...]:
    """Every point conceded by either study, and met by both where `meet` gives the answers of both after that."""
    everything = game.everything
    one, other = game.answer(frozenset()), game.answer(everything)
    whole, found = other.minus(one), list[Concession]()
    for point in points:
        given = frozenset(point.moves)
        found.append(_concession(point, "first", other.minus(game.answer(given)), whole))
        found.append(_concession(point, "second", game.answer(everything - given).minus(one), whole))
        met = meet(point)
        if met is not None:
            found.append(_concession(point, "both", met[1].minus(met[0]), whole))
    return tuple(found)


def best_of(found: Sequence[Concession], by: By) -> Best | None:
    """The best concession of one side, with how sure that is; none where nothing can be given."""
    ordered = sorted((each for each in found if each.by == by), key=lambda each: -each.closes.value)
    if not ordered:
        return None
    leader, next_one = ordered[0], ordered[1] if len(ordered) > 1 else None
    is_resolved = next_one is None or beside(leader.closes.minus(next_one.closes).measured, 0.0) == "clear"
    return Best(leader, next_one, is_resolved, beside(leader.closes.measured, HALF))


def _concession(point: StudyPoint, by: By, remains: Reckoned, whole: Reckoned) -> Concession:
    left = remains.size.over(whole.size)
    return Concession(point, by, remains, left.times(-1.0).plus(1.0))


def middle(one: Prior, other: Prior) -> Prior | None:
    """The prior halfway between two of one kind, end by end; none where there is no such, as between a range and a few values."""
    match one, other:
        case Category(values, weights), Category(same, others) if values == same:
            return Category(values, tuple((a + b) / 2 for a, b in zip(weights, others, strict=True)))
        case PointMass(at, mass, rest), PointMass(there, other_mass, other_rest) if at == there:
            between = middle(rest, other_rest)
            if isinstance(between, (Uniform, LogUniform, Triangular)):
                return PointMass(at, (mass + other_mass) / 2, between)
            return None
        case Uniform(low, high), Uniform(least, most):
            return Uniform((low + least) / 2, (high + most) / 2)
        case LogUniform(low, high), LogUniform(least, most):
            return LogUniform((low * least) ** HALF, (high * most) ** HALF)
        case _:
            return _triangle_between(_triangle(one), _triangle(other))


def _triangle_between(one: Triangular | None, other: Triangular | None) -> Triangular | None:
    if one is None or other is None:
        return None
    return Triangular((one.low + other.low) / 2, (one.mode + other.mode) / 2, (one.high + other.high) / 2)


def _triangle(prior: Prior) -> Triangular | None:
    """A triangle, or what is held as one without width."""
    match prior:
        case Triangular():
            return prior
        case Uniform(low, high) if low == high:
            return Triangular(low, low, low)
        case _:
            return None
