"""What would be worth finding out: numbers and studies by what they are worth over open claims, and who could tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.lab.information.claim_stake import ClaimStake
from dualtrack.lab.information.number_worth import OnClaim, Worth
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Assumed, Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.experiment import Sight
from dualtrack.language.statements.measurable import Measurable
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row


@dataclass(frozen=True, slots=True, repr=False)
class StudyWorth(Printed):
    """A study that could be made, by `label`, of a `number` or mechanism, with its standard `error` in `unit`.

    `exact` is what it would be worth without an error, `value` what it is worth with it. `is_asked` says that the user gave it.
    """

    label: Label
    number: str
    error: float
    unit: str
    exact: Worth
    value: Worth
    is_asked: bool = False

    def printed_title(self) -> str:
        return f"Study of `{self.number}`: worth {self.value.total.value:.3f} of {self.exact.total.value:.3f}"


@dataclass(frozen=True, slots=True, repr=False)
class Learned(Tidy):
    """Every number by what knowing it is worth over the claims of `stakes`, and the studies that could be made.

    `worlds` counts those that history left of the `drawn` ones, under a `tilt`, by a `seed`.
    """

    model: Model
    stakes: tuple[ClaimStake, ...]
    numbers: tuple[Worth, ...]
    studies: tuple[StudyWorth, ...]
    measurables: Mapping[str, Measurable]
    sights: Mapping[str, Sight]
    worlds: int
    drawn: int
    tilt: str
    seed: int

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"What to find out: {len(self.numbers)} numbers, {len(self.stakes)} claims, {self.worlds} worlds"

    @property
    def most(self) -> float:
        """What it is worth to know every answer: the sum over claims of the share of calls that fail without more knowledge."""
        return sum(each.most for each in self.stakes)

    @property
    def undecided(self) -> tuple[str, ...]:
        """Claims for which no single number is worth anything beyond what chance shows among so many."""
        telling = {one.claim for each in self.numbers for one in each.on if one.is_telling}
        return tuple(each.test.id for each in self.stakes if each.test.id not in telling)

    def leading(self, claim: str, most: int) -> list[tuple[str, OnClaim]]:
        """The numbers that are worth most for a claim, and surely something."""
        found = [(each.name, one) for each in self.numbers for one in each.on if one.claim == claim and one.is_telling]
        return sorted(found, key=lambda pair: -pair[1].gain.value)[:most]

    def measured_by(self, name: str) -> Label:
        """What would measure a number: as declared, else what the assumption behind it says, in English; empty if nobody says."""
        if name in self.measurables:
            return self.measurables[name].what
        if name in self.sights:
            return self.sights[name].design
        source = self.model[name].source
        return (source.measure, "") if isinstance(source, Assumed) else ("", "")

    def to_dict(self) -> Row:
        """Claims, numbers with what would measure them, and studies."""
        return plain_row(
            {
                "worlds": self.worlds,
                "drawn": self.drawn,
                "prior": self.tilt,
                "seed": self.seed,
                "claims": [self._claim(each) for each in self.stakes],
                "numbers": self.to_rows(),
                "studies": [_study(each) for each in self.studies],
                "undecided": list(self.undecided),
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per number that is worth anything, the most first."""
        return [self._number(each) for each in self.numbers if each.total.value > 0]

    def _claim(self, each: ClaimStake) -> Row:
        return {
            "id": each.test.id,
            "asked": each.asked,
            **each.share.to_row(),
            "knowing_all": each.most,
            "numbers": [{"name": name, **_on(one)} for name, one in self.leading(each.test.id, len(self.numbers))],
        }

    def _number(self, each: Worth) -> Row:
        quantity, told = self.model[each.name], self.measurables.get(each.name)
        return {
            "name": each.name,
            **dict(zip(LANGUAGES, label_of(quantity), strict=True)),
            "gain": each.total.value,
            "interval": list(each.total.interval),
            "claims": [{"claim": one.claim, **_on(one)} for one in each.on if one.gain.value > 0],
            "measured_by": _words(self.measured_by(each.name)),
            "measuring": None if told is None else _measuring(told, str(quantity.unit)),
        }


def _on(one: OnClaim) -> Row:
    settled = one.settled
    return {
        "gain": one.gain.value,
        "interval": list(one.gain.interval),
        "telling": one.is_telling,
        "settled": None if settled is None else {"share": settled.value, "interval": [settled.low, settled.high]},
    }


def _measuring(told: Measurable, unit: str) -> Row:
    return {
        "publisher": None if told.publisher is None else _words(told.publisher),
        "days": told.days,
        "attain": None if told.error is None else {"error": told.error, "unit": unit},
        "due": told.due or None,
        "source": told.said.source or None,
        "guess": told.said.is_guess,
        "dated": told.said.dated,
    }


def _study(each: StudyWorth) -> Row:
    return {
        **dict(zip(LANGUAGES, each.label, strict=True)),
        "number": each.number,
        "attain": {"error": each.error, "unit": each.unit},
        "asked": each.is_asked,
        "gain": each.value.total.value,
        "interval": list(each.value.total.interval),
        "exact": each.exact.total.value,
        "claims": [{"claim": one.claim, **_on(one)} for one in each.value.on if one.gain.value > 0],
    }


def _words(label: Label) -> dict[str, Any] | None:
    """Words in the languages that there are; none where there are no words."""
    return dict(zip(LANGUAGES, (text or None for text in label), strict=True)) if any(label) else None
