"""What would be worth finding out: numbers and studies by what they are worth over open claims, and who could tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.lab.information.claim_stake import ClaimStake
from dualtrack.lab.information.number_worth import OnClaim, Worth
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Assumed, Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.experiment import Sight
from dualtrack.language.statements.measurable import Measurable
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

MUCH = 0.2
"""Of a number's distribution, what is much to be settled: of a number that tells nothing hardly a tenth seems so by chance."""


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
        """Claims that no single number decides: none is surely worth anything, and none surely settles much of its own."""
        found = (each.test.id for each in self.stakes)
        return tuple(claim for claim in found if not self.leading(claim, 1) and self.settling(claim) is None)

    @property
    def beyond(self) -> tuple[str, ...]:
        """Claims whose share lies beyond a bound without more knowledge: what keeps them open is something else."""
        return tuple(each.test.id for each in self.stakes if not CONTRADICTED < each.share.value < SUPPORTED)

    def settling(self, claim: str) -> tuple[str, OnClaim] | None:
        """The number that settles a claim in most of its distribution, surely in `MUCH` of it; none for what is settled anyway.

        A number may settle a claim without being worth anything: where it is called alike at every value, but surely at some.
        """
        if claim in self.beyond:
            return None
        found = [(each.name, one) for each in self.numbers for one in each.on if one.claim == claim]
        most = max(found, key=lambda pair: pair[1].settled.low, default=None)
        return most if most is not None and most[1].settled.low >= MUCH else None

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
        settling = self.settling(each.test.id)
        return {
            "id": each.test.id,
            "asked": each.asked,
            **each.share.to_row(),
            "knowing_all": each.most,
            "numbers": [{"name": name, **_on(one)} for name, one in self.leading(each.test.id, len(self.numbers))],
            "settled_by": None if settling is None else {"name": settling[0], **_on(settling[1])},
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
    return {
        "gain": one.gain.value,
        "interval": list(one.gain.interval),
        "telling": one.is_telling,
        "settled": {"share": one.settled.value, "interval": [one.settled.low, one.settled.high]},
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
