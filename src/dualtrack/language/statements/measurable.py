"""What would measure a number of the model, who publishes it, what it costs and when it comes, as far as that is known: data.

    Measurable(
        "catch_rate", ("Landings by port and month", "各港各月上岸量"), guess("2026-11-30"),
        publisher=("Fisheries Office", "渔业局"), days=5.0, error=0.1, due="2027-03-31",
    )

What nobody knows stays out, and is told as not known. Not like this: a cost without the day on which it was guessed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed


@checked
@dataclass(frozen=True, slots=True)
class SaidBy:
    """Who says what a measurement takes, by a `source`, a key of the record or an address, and the day on which it was `dated`.

    Without a source it is a guess of ours. Raises `BadNumber` for what is no day.
    """

    source: str
    dated: str

    def __post_init__(self) -> None:
        _day(self.dated)

    @property
    def is_guess(self) -> bool:
        """Whether nobody but us says so."""
        return not self.source


def guess(dated: str) -> SaidBy:
    """A guess of ours, made on a day that is written as 2026-11-30; raises `BadNumber` for what is none."""
    return SaidBy("", dated)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Measurable(Printed):
    """What would measure a `number` of the model, `what`, and who says so, `said`.

    `publisher` is who holds or publishes it, `days` of work it costs to get, `error` the standard error that one could attain, in
    the number's unit, `due` the day on which it is next told, as 2027-04-30; each is left out where it is not known. Raises
    `NoMeaning` for words in one language, `BadNumber` for days, an error or a date that is none.
    """

    number: str
    what: Label
    said: SaidBy
    publisher: Label | None = None
    days: float | None = None
    error: float | None = None
    due: str = ""

    def __post_init__(self) -> None:
        for label in (self.what, self.publisher):
            if label is not None and not all(label):
                raise NoMeaning(f"what would measure `{self.number}` lacks words in one language", fix="write them in both")
        for value in (self.days, self.error):
            if value is not None and not 0 < value < math.inf:
                raise BadNumber(f"`{self.number}` is measured in {value:g} days, or with that error", fix="give one above 0")
        if self.due:
            _day(self.due)


def check_measurables(model: Model, measurables: Sequence[Measurable]) -> None:
    """Raise `UnknownName` for what is no uncertain number of the model, `DuplicateName` for one that is told twice."""
    told = [each.number for each in measurables]
    for place, name in enumerate(told):
        if name not in model.drawn:
            raise UnknownName(
                f"it is said what would measure `{name}`, which is no uncertain number",
                near=nearest(name, model.drawn),
                fix="name an uncertainty or a switch, with its element where it has any",
            )
        if name in told[:place]:
            raise DuplicateName(f"it is said twice what would measure `{name}`", fix="keep one")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadNumber(f"a measurement is dated `{text}`, which is no day", fix="write it as 2026-11-30") from None
