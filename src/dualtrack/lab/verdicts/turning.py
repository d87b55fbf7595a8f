"""What would turn a word? Whether one number flips it within two standard deviations, and where a claim turns along one.

The rules are those of decision note 019: shares along each number come from the accepted worlds themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.claims.profile import Part, Profile
from dualtrack.lab.questions.break_even import passes
from dualtrack.lab.statistics.resolved import bar
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.verdicts.verdict import HALF, Answered
from dualtrack.targets.numeric.tidy import Row

WITHIN = 2.0
"""Standard deviations of a number's prior within which a firm word flips for none."""
TWO = 2
LEVELS = (SUPPORTED, HALF, CONTRADICTED)
HIGH, LOW = ("supported", "built in"), ("contradicted", "too small as sized")
"""Words that rest on the upper bound, and those that rest on the lower one."""


@dataclass(frozen=True, slots=True)
class Firmness:
    """The group of worlds nearest to the usual ones in which a word flips; none where no number flips it."""

    first: Part | None

    @property
    def is_firm(self) -> bool:
        """No number flips the word within two standard deviations of its prior."""
        return self.first is None or self.first.distance > WITHIN

    def to_row(self) -> Row:
        """Whether it is firm, and the number that flips the word first: at which mean, how far out, and the share there."""
        first = self.first
        if first is None:
            return {"firm": self.is_firm, "flips": None}
        found = {"name": first.name, "value": first.value, "distance": first.distance, **first.share.to_row()}
        return {"firm": self.is_firm, "flips": found}


def firmness(profile: Profile, answer: Answered) -> Firmness | None:
    """How firm a word is in the worlds of a claim's profile; none for a word that rests on no bound."""
    if answer not in HIGH + LOW:
        return None
    return Firmness(min(_flips(profile, answer), key=lambda part: part.distance, default=None))


def _flips(profile: Profile, answer: Answered) -> Iterator[Part]:
    """The groups in which the share lies beyond the bound of the word, by more than chance does in any of them."""
    errors = bar(profile.count)
    for part in profile.parts():
        low, high = part.share.within(errors)
        if high < SUPPORTED if answer in HIGH else low > CONTRADICTED:
            yield part


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a claim's share crosses a level along a number, nearest to the middle of its worlds; none where it never does."""

    level: float
    value: float | None

    def to_row(self) -> Row:
        """The same by name."""
        return {"level": self.level, "value": self.value}


def turns(profile: Profile, name: str) -> tuple[Turn, ...]:
    """Where the share crosses each level along a number, on straight lines between the means of its groups.

    A number of two values, such as whether a mechanism exists, has nothing between them to turn at.
    """
    parts = profile.along(name)
    if len(parts) <= TWO:
        return ()
    values, shares = np.array([(part.value, part.share.value) for part in parts]).T
    middle = float(np.median(values))
    return tuple(
        Turn(level, min(passes(values, shares, level), key=lambda value: abs(value - middle), default=None)) for level in LEVELS
    )
