"""How often did one thing follow another in time, and how often would it by chance? Dates alone decide; causes stay open.

China's counter-measures are those on minerals and by competition law; what they may answer is any tightening by Washington.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dualtrack.evidence.rows import Event

FORTNIGHT = 14
"""Days within which an answer is in time, and within which two are one."""
COUNTER_INSTRUMENTS = ("minerals", "competition_law")
SINCE = date(2022, 8, 1)
"""The month in which the rules on chips begin."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Of `out_of` clusters of answers, `hits` came in time; `chance` is the share of days on which any would have."""

    hits: int
    out_of: int
    chance: float


def followed(answers: Iterable[date], causes: Iterable[date], since: date, until: date) -> Followed:
    """How many clusters of `answers` began within a fortnight after one of the `causes`, its own day counted.

    Answers within a fortnight of the one before are one cluster. Chance is the share of the days from `since` until `until`.
    """
    starts, last = [], date.min
    for each in sorted(answers):
        if last == date.min or (each - last).days > FORTNIGHT:
            starts.append(each)
        last = each
    covered = {cause + timedelta(days=later) for cause in causes for later in range(FORTNIGHT + 1)}
    days = [since + timedelta(days=later) for later in range((until - since).days + 1)]
    return Followed(sum(start in covered for start in starts), len(starts), sum(day in covered for day in days) / len(days))


def counter_measures_followed(
    events: Iterable[Event], *, left_out: Collection[tuple[int, int]] = (), causes: Collection[str] = ("US",)
) -> Followed:
    """How often China's counter-measures of the record followed tightenings by the actors in `causes`.

    `left_out` names months, such as (2025, 4), of which no counter-measure counts: what set a number cannot test it.
    """
    known = list(events)
    answers = [
        each.date
        for each in known
        if (each.actor, each.direction) == ("CN", "tighten")
        and each.instrument in COUNTER_INSTRUMENTS
        and each.date >= SINCE
        and (each.date.year, each.date.month) not in left_out
    ]
    moves = [each.date for each in known if each.actor in causes and each.direction == "tighten"]
    return followed(answers, moves, SINCE, max((each.date for each in known), default=SINCE))
