"""The answer of `break_regime`: the nearest failing world, the numbers that make it, and what would mend the regime there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dualtrack.lab.breaking.mend import Mend
from dualtrack.lab.questions.answer_unit import asked_unit
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

Alone = Literal["mended", "ruled_out", "fails"]
"""What the world is with one number back at its middle: the condition holds, history rules it out, or it still fails."""
BOUND = 3.0
"""Of so many worlds without a case, the share is at most this over their number, with 95 % confidence (the rule of three)."""


@dataclass(frozen=True, slots=True)
class OffMiddle:
    """A number of the failing world: its `value` and its `middle` under the prior, how many standard deviations lie between.

    `carries` is its share of the squared distance; `alone` is what the world is when only this number goes back to its middle.
    """

    name: str
    label: Label
    unit: str
    value: float
    middle: float
    deviations: float
    carries: float
    alone: Alone | None

    def to_row(self) -> Row:
        """By name, its label in both languages."""
        return {
            "name": self.name,
            **{f"label_{language}": text for language, text in zip(LANGUAGES, self.label, strict=True)},
            "unit": self.unit,
            "value": self.value,
            "middle": self.middle,
            "deviations": self.deviations,
            "carries": self.carries,
            "alone": self.alone,
        }


@dataclass(frozen=True, slots=True, repr=False)
class FailingWorld(Printed):
    """A world that history leaves and in which the regime fails, `distance` standard deviations from the middle of the prior.

    `values` are its numbers by name, in their `units`, `off` those that are off their middle, what carries most first; `answers`
    is what each comparison reads in it.
    """

    distance: float
    values: Mapping[str, float]
    units: Mapping[str, str]
    off: tuple[OffMiddle, ...]
    answers: tuple[float, ...]

    def __post_init__(self) -> None:
        freeze_fields(self)

    def printed_title(self) -> str:
        return f"Failing world {self.distance:.3g} standard deviations from the middle, {len(self.off)} numbers off it"

    def to_row(self) -> Row:
        """Its distance, the numbers that are off their middle, and the whole world."""
        return {
            "distance": self.distance,
            "numbers": [each.to_row() for each in self.off],
            "world": [{"name": name, "unit": self.units[name], "value": value} for name, value in self.values.items()],
        }


@dataclass(frozen=True, slots=True)
class Counted:
    """Of the worlds drawn, those `accepted` by history; of these, those in which the regime is `failing`, and `keeping`."""

    drawn: int
    accepted: int
    failing: int
    keeping: int
    nearest: float | None

    @property
    def share(self) -> Share | None:
        """In how many of the accepted worlds that can be judged the regime fails; none where there is none."""
        told = self.failing + self.keeping
        return Share(self.failing, told) if told else None

    @property
    def bound(self) -> float | None:
        """Where none fails, the share that could fail at the most."""
        told = self.failing + self.keeping
        return min(1.0, BOUND / told) if told and not self.failing else None


@dataclass(frozen=True, slots=True, repr=False)
class Broken(Tidy):
    """Where the regime of a `setting` fails: where its `condition` does not hold, in worlds of the prior `tilt`, drawn by `seed`.

    `nearest` is the nearest failing world met, and `told` one hardly farther that few numbers make, or the same; none where none
    was met. `counted` are the worlds drawn. `is_accepted` says that history leaves the middle, `middle_fails` that the regime
    fails there, and `middle_answers` what is read. `nearer` worlds still nearer were tried at last and none of them fails;
    `half_space` is the share of the prior beyond a flat boundary so far away. `mends` are changes of the regime, the cheapest
    first, in force from the year `since`, and `then` is the distance of the nearest failing world met under the first of them.
    """

    setting: Setting
    condition: Condition
    tilt: str
    seed: int
    counted: Counted
    mends: tuple[Mend, ...]
    since: float
    then: float | None
    is_accepted: bool = False
    middle_fails: bool = False
    middle_answers: tuple[float, ...] = ()
    nearest: FailingWorld | None = None
    told: FailingWorld | None = None
    nearer: int = 0
    half_space: float | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """The unit of what each comparison reads."""
        return tuple(asked_unit(self.setting.model, each) for each in self.condition.asked)

    @property
    def around(self) -> bool:
        """Whether the failing worlds in which changes were tried were drawn around the nearest, since others were few."""
        return any(each.failing > self.counted.failing for each in self.mends)

    def printed_title(self) -> str:
        return f"Broken: `{self.setting.regime.name}` where `{self.condition}` fails"

    def printed_lines(self) -> Mapping[str, object]:
        counted, told = self.counted, self.told
        if told is None:
            return {"nearest": "none met", "tried": f"{counted.drawn} worlds, {counted.accepted} left by history"}
        first = {each.label[0]: f"{each.value:.3g} {_unit(each.unit)}for {each.middle:.3g}" for each in told.off[:8]}
        best = self.mends[0] if self.mends else None
        moves = "" if best is None else ", ".join(f"{m.name} to {m.value:.3g}" for m in best.nearest or best.half)
        return {
            "nearest": f"{self.nearest.distance:.3g} standard deviations" if self.nearest else "",
            "fails in": f"{counted.failing} of {counted.failing + counted.keeping} accepted worlds",
            **first,
            "mended by": moves or "no lever",
        }

    def to_dict(self) -> Row:
        """Everything that was found."""
        counted, share = self.counted, self.counted.share
        return plain_row(
            {
                "regime": self.setting.regime.name,
                "against": None if self.setting.against is None else self.setting.against.name,
                "condition": str(self.condition),
                "tilt": self.tilt,
                "seed": self.seed,
                "worlds": {"drawn": counted.drawn, "accepted": counted.accepted},
                "failing": counted.failing,
                "keeping": counted.keeping,
                "failing_interval": None if share is None else list(share.interval),
                "at_most": counted.bound,
                "nearest_drawn": counted.nearest,
                "middle": {"accepted": self.is_accepted, "fails": self.middle_fails, "reads": self._read(self.middle_answers)},
                "distance": None if self.nearest is None else self.nearest.distance,
                "half_space": self.half_space,
                "nearest": None if self.nearest is None else self.nearest.to_row(),
                "told": None if self.told is None else self.told.to_row() | {"reads": self._read(self.told.answers)},
                "nearer_tried": self.nearer,
                "mends": [each.to_row() for each in self.mends],
                "mended_around_nearest": self.around,
                "since": self.since,
                "distance_then": self.then,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per number that is off its middle in the world that is told."""
        return [] if self.told is None else [each.to_row() for each in self.told.off]

    def _read(self, answers: tuple[float, ...]) -> list[Row]:
        pairs = zip(self.condition.comparisons, self.units, answers, strict=True)
        return [{"asked": str(each.asked), "unit": unit, "value": value} for each, unit, value in pairs]


def labelled(setting: Setting, name: str) -> Label:
    """What a number is called, with its element."""
    return label_of(setting.model[name])


def _unit(unit: str) -> str:
    return "" if unit == "1" else f"{unit} "
