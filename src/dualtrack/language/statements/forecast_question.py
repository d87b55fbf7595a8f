"""What a theory lets itself be asked of years to come: which figure of which series will tell, over which period, by whom: data.

    ForecastQuestion("fish_landed_quarter", "2027-01-01", "2027-03-31", Teller("Fisheries Office", "https://...", 60))

The figure is the first that its publisher gives; a revision, an outlook or another house's count never answers. Not like this: a
question whose answer was public when it was asked, unless it stands in the batch that says so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as File
from typing import Literal

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.language.statements.counterpart import Counterpart

Batch = Literal["prospective", "blind"]
"""Whether the figure lies ahead, or was public already and is not in the record, since nobody had looked it up."""
MOST = 3
"""Questions of one series: more would ask the same thing again."""


@checked
@dataclass(frozen=True, slots=True)
class Teller:
    """Who will tell: a `publisher`, the `page` where it tells, and how many `days` after a period it usually has.

    Raises `NoMeaning` for no publisher or no address, `BadNumber` for days below 0.
    """

    publisher: str
    page: str
    days: int

    def __post_init__(self) -> None:
        if not self.publisher or not self.page.startswith(("http://", "https://")):
            raise NoMeaning(f"`{self.publisher}` tells on `{self.page}`", fix="name the publisher, and the page's address")
        if self.days < 0:
            raise BadNumber(f"`{self.publisher}` tells {self.days} days after a period", fix="give the days it usually takes")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class ForecastQuestion(Printed):
    """The first figure of a `series` that its `teller` gives for the days from `start` to `end`, written as 2027-01-31.

    With `above` it is asked besides whether the figure is larger, in the unit of the series; `batch` says whether it lies ahead.
    Raises `BadNumber` for days that fall or a threshold that is not a number.
    """

    series: str
    start: str
    end: str
    teller: Teller
    above: float | None = None
    batch: Batch = "prospective"

    def __post_init__(self) -> None:
        if not self.first <= self.last:
            raise BadNumber(f"`{self.series}` is asked from {self.start} to {self.end}", fix="let the days rise")
        if self.above is not None and not math.isfinite(self.above):
            raise BadNumber(f"`{self.series}` is asked to pass {self.above:g}", fix="give a number in the unit of the series")

    @property
    def id(self) -> str:
        """The series and the last day."""
        return f"{self.series}.{self.end}"

    @property
    def first(self) -> date:
        """The first day of the period; raises `BadNumber` for what is no day."""
        return _day(self.start, self.series)

    @property
    def last(self) -> date:
        """The last day of the period; raises `BadNumber` for what is no day."""
        return _day(self.end, self.series)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Foretold(Printed):
    """The `questions` of a theory, the `registry`, a file in which answers are frozen, and the `seal` over all of its content.

    There is no file before anything is frozen.
    """

    questions: tuple[ForecastQuestion, ...] = field(default=())
    registry: File | None = None
    seal: str = ""


def check_foretold(counterparts: Sequence[Counterpart], questions: Sequence[ForecastQuestion]) -> None:
    """Refuse questions of what the theory cannot answer, twice the same, or too many of one series.

    Raises `UnknownName` for a series without a counterpart, `NoMeaning` for one that only bounds a quantity, `DuplicateName` for
    a question asked twice and `BadNumber` for more of one series than are kept.
    """
    known: Mapping[str, Counterpart] = {each.series: each for each in counterparts}
    asked = Counter(each.series for each in questions)
    if len({each.id for each in questions}) < len(questions):
        raise DuplicateName("a question about the future is asked twice", fix="ask each period of a series once")
    for series, count in asked.items():
        if series not in known:
            raise UnknownName(
                f"a forecast is asked of `{series}`, which measures nothing of the theory",
                near=nearest(series, known),
                fix="ask of a series that has a counterpart",
            )
        if known[series].bears != "value":
            raise NoMeaning(f"a forecast is asked of `{series}`, which only bounds what it measures", fix="ask of another series")
        if count > MOST:
            raise BadNumber(f"{count} forecasts are asked of `{series}`", fix=f"ask {MOST} at the most")


def _day(text: str, series: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadNumber(f"`{series}` is asked for `{text}`, which is no day", fix="write it as 2027-01-31") from None
