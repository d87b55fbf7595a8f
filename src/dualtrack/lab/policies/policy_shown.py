"""What one policy, or two, set beside today's rules: a value that tells every lever by year, and whose rule it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dualtrack.errors import UnknownName, nearest
from dualtrack.lab.policies.lever_course import LeverStage
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import SMALL, Regime
from dualtrack.language.statements.display import LeverGroup
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A day on which something was done: what it is called in both languages, and the event's name in the record, if any."""

    day: date
    event: str
    label: Label

    def row(self) -> Row:
        """The same in values that JSON takes."""
        return {"date": self.day.isoformat(), "event": self.event, **dict(zip(LANGUAGES, self.label, strict=True))}


@dataclass(frozen=True, slots=True, repr=False)
class ShownLever(Printed):
    """A lever by year: `stages` hold a value for each column, today's rules in the first, in the lever's own unit.

    `more` is what more of it does, `alone` false where another lever that is moved too decides what it comes to. `written` names
    for each column the regime that first sets it so, or none; `landmarks` are values with a meaning, and `behind` is what set
    today's value, `seen` what showed the lever at work.
    """

    quantity: Quantity
    label: Label
    group: LeverGroup
    stages: tuple[LeverStage, ...]
    more: str
    alone: bool
    written: tuple[str, ...]
    landmarks: Mapping[float, Label] = field(default_factory=dict)
    behind: DatedStep | None = None
    seen: tuple[DatedStep, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)

    @property
    def name(self) -> str:
        """The lever's name."""
        return self.quantity.name

    @property
    def differs(self) -> bool:
        """Whether the last column ever stands otherwise than the one before it."""
        return any(stage.courses("neither", -1, -2) for stage in self.stages)

    @property
    def is_idle(self) -> bool:
        """Whether the last column sets it, and sets what the one before has without it."""
        return bool(self.written[-1]) and not self.differs

    def at(self, year: float) -> tuple[float, ...]:
        """The value of every column in a `year`; before the first stage, that of its beginning."""
        held = [stage for stage in self.stages if stage.since <= year + SMALL] or [self.stages[0]]
        return held[-1].at(year)

    def courses(self, stage: LeverStage) -> tuple[str, ...]:
        """What the last column is beside the one before it in a `stage`: tighter, looser, higher or lower; nothing if alike."""
        return stage.courses(self.more if self.alone else "neither", -1, -2)

    def printed_title(self) -> str:
        return f"{self.name}: {'; '.join(_stage_words(self, stage) for stage in self.stages)}"

    def row(self, columns: tuple[str, ...]) -> Row:
        """Everything about it in values that JSON takes."""
        return {
            "name": self.name,
            **dict(zip(LANGUAGES, self.label, strict=True)),
            "group": self.group.id,
            "unit": str(self.quantity.unit),
            "range": [self.quantity.low, self.quantity.high],
            "more": self.more,
            "differs": self.differs,
            "alone": self.alone,
            "written": dict(zip(columns, self.written, strict=True)),
            "behind": self.behind.row() if self.behind else None,
            "seen": [each.row() for each in self.seen],
            "stages": list(_stage_rows(self, columns)),
            "landmarks": [{"value": value, "meaning_en": en, "meaning_zh": zh} for value, (en, zh) in self.landmarks.items()],
        }


@dataclass(frozen=True, slots=True)
class JointYear:
    """What levers come to together in a `year` of the nominal world: a value by column, and the last beside the one before."""

    year: float
    values: tuple[float, ...]
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JointShown:
    """What `levers` come to together: a `quantity` in some years, read by the `landmarks` of a lever of the same unit."""

    levers: tuple[str, ...]
    quantity: Quantity
    label: Label
    years: tuple[JointYear, ...]
    landmarks: Mapping[float, Label] = field(default_factory=dict)

    def __post_init__(self) -> None:
        freeze_fields(self)


@dataclass(frozen=True, slots=True)
class PastSeries:
    """A history that every regime shares: how many events make it, the last of them, and in which year it last moves."""

    quantity: Quantity
    events: int
    last: DatedStep | None
    moves_until: float


@dataclass(frozen=True, slots=True, repr=False)
class PolicyShown(Tidy):
    """One regime beside today's rules, or a second beside it: `regimes` are the columns, today's rules in the first.

    They are told from the year `since`, when the regime parts; `until` is the last year of a run, `levers` are all levers, group
    by group. `joint` is what some of them come to in the nominal world, `pasts` what happened before in each of them alike.
    """

    regimes: tuple[Regime, ...]
    since: float
    until: float
    levers: tuple[ShownLever, ...]
    joint: tuple[JointShown, ...]
    pasts: tuple[PastSeries, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The name of each column."""
        return ("today", *(each.name for each in self.regimes[1:]))

    @property
    def differing(self) -> tuple[ShownLever, ...]:
        """The levers of which the last column ever stands otherwise than the one before it."""
        return tuple(each for each in self.levers if each.differs)

    @property
    def idle(self) -> tuple[ShownLever, ...]:
        """The levers that the last column sets to what the one before has without it."""
        return tuple(each for each in self.levers if each.is_idle)

    def lever(self, name: str) -> ShownLever:
        """The lever of this `name`; raises `UnknownName` with the nearest."""
        known = {each.name: each for each in self.levers}
        if name not in known:
            raise UnknownName(f"there is no lever `{name}`", near=nearest(name, known), fix="name a lever of the model")
        return known[name]

    def printed_title(self) -> str:
        past, *others = (each.name for each in self.regimes)
        beside = f"beside today's rules, `{past}`" if len(others) == 1 else f"beside `{others[0]}`"
        return f"What `{others[-1]}` sets {beside}, from {self.since:g} on"

    def printed_lines(self) -> Mapping[str, object]:
        stay = len(self.levers) - len(self.differing)
        moved = {each.name: "; ".join(_stage_words(each, stage) for stage in each.stages) for each in self.differing}
        return {**moved, "levers alike": str(stay)}

    def to_dict(self) -> Row:
        """Every lever with its stages; each value beside its column's name."""
        return plain_row(
            {
                "regimes": [_regime_row(each) for each in self.regimes[1:]],
                "today": _regime_row(self.regimes[0]),
                "since": self.since,
                "until": self.until,
                "levers": [each.row(self.columns) for each in self.levers],
                "together": [_joint_row(each, self.columns) for each in self.joint],
                "pasts": [_past_row(each) for each in self.pasts],
            }
        )

    def to_rows(self) -> list[Row]:
        """One row for each stage of each lever that differs: from when, what, and which way."""
        return [
            {
                "lever": each.name,
                "label": dict(zip(LANGUAGES, each.label, strict=True)),
                "unit": str(each.quantity.unit),
                "group": each.group.id,
                **stage,
            }
            for each in self.differing
            for stage in _stage_rows(each, self.columns)
        ]


def _stage_rows(lever: ShownLever, columns: tuple[str, ...]) -> Iterator[Row]:
    for stage in lever.stages:
        yield {
            "since": stage.since,
            "until": None if stage.until == math.inf else stage.until,
            "values": dict(zip(columns, stage.values, strict=True)),
            "ends": dict(zip(columns, stage.ends, strict=True)),
            "course": list(lever.courses(stage)),
        }


def _stage_words(lever: ShownLever, stage: LeverStage) -> str:
    """A stage in a few words: `from 2027 0.25 -> 0.3 (looser)`."""
    before, after = stage.values[-2:]
    line = f" to {stage.ends[-1]:g}" if stage.ends[-1] != after else ""
    return f"from {stage.since:.6g} {before:g} -> {after:g}{line} ({', then '.join(lever.courses(stage)) or 'alike'})"


def _regime_row(regime: Regime) -> Row:
    return {
        "regime": regime.name,
        "label": dict(zip(LANGUAGES, regime.label, strict=True)),
        "doc": dict(zip(LANGUAGES, regime.doc, strict=True)),
        "base": regime.base,
        "parts_at": regime.parts_at,
    }


def _joint_row(joint: JointShown, columns: tuple[str, ...]) -> dict[str, Any]:
    return {
        "levers": list(joint.levers),
        "quantity": joint.quantity.name,
        "unit": str(joint.quantity.unit),
        **dict(zip(LANGUAGES, joint.label, strict=True)),
        "readings": [
            {"year": each.year, "values": dict(zip(columns, each.values, strict=True)), "course": list(each.courses)}
            for each in joint.years
        ],
    }


def _past_row(past: PastSeries) -> dict[str, Any]:
    return {
        "name": past.quantity.name,
        "unit": str(past.quantity.unit),
        "events": past.events,
        "last": past.last.row() if past.last else None,
        "moves_until": past.moves_until,
    }
