"""The rows of the record's tables, one frozen class per table."""

from dataclasses import dataclass
from datetime import date

from dualtrack.evidence.dates import middle

A_YEAR = (334, 400)
"""Days that count as a year: eleven to thirteen months."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page or paper that was read, the quality of it, and whom it relayed."""

    key: str
    title: str
    publisher: str
    date: str  # as exact as the page tells: 2024, 2024-05, 2024-05-28, or nothing
    url: str
    grade: str  # A primary or abstract, B credible press or secondary, C weak relay, forum or digest
    relay: str
    licence_note: str


@dataclass(frozen=True, slots=True)
class Series:
    """One definition of one quantity, and between which numbers any figure of it lies; two definitions are two series.

    `measures` says how a figure goes with its period, `swing` by how many times neighbouring figures may differ.
    """

    series: str
    label_en: str
    label_zh: str
    unit: str
    measures: str
    least: float
    most: float
    swing: float
    definition: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure for one period, with the range its source gives."""

    series: str
    start: date
    end: date
    value: float
    low: float | None
    high: float | None
    kind: str
    source: str
    published: date
    note: str

    @property
    def days(self) -> int:
        """Length of the period, one for a single day."""
        return (self.end - self.start).days + 1

    def covers(self, year: int) -> bool:
        """Whether the middle of the period lies in the year, so that a fiscal year covers the one it mostly falls in."""
        return middle(self.start, self.end).year == year

    def speaks_for_a_year(self, measures: str) -> bool:
        """Whether a figure of a series that `measures` a level, a flow or a change may stand for a whole year."""
        least, most = A_YEAR
        return self.days <= most and (measures == "level" or (measures == "flow" and self.days >= least))


@dataclass(frozen=True, slots=True)
class Event:
    """Something a government, legislature or firm did on a day."""

    id: str
    date: date
    actor: str
    instrument: str
    direction: str
    title_en: str
    title_zh: str
    summary: str
    source: str
    grade: str
    alarm: float


@dataclass(frozen=True, slots=True)
class DialSetting:
    """The value a dial takes from a day on, and the event that set it."""

    dial: str
    start: date
    value: float
    event: str
    why: str


@dataclass(frozen=True, slots=True)
class Dial:
    """A policy dial: its unit, its range and what its values mean, so that a second coder would choose the same."""

    dial: str
    label_en: str
    label_zh: str
    unit: str
    low: float
    high: float
    meaning: str
    anchors: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the nine technology roots."""

    layer: str
    label_en: str
    label_zh: str


@dataclass(frozen=True, slots=True)
class LayerShare:
    """Evidence on the Chinese share of one layer in one year, as a range."""

    layer: str
    low: float
    high: float
    year: int
    kind: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One published result: what was done to whom, what came of it, and how exactly that is known.

    `effect` and `error`, one standard error, are in `unit` on a `scale`; `basis` says where the error is from. `stake` is the
    share of revenue that a day's news put at stake. A count has `out_of` tries, of which chance would hit `chance`, a share.
    `read` says what of the source was read.
    """

    id: str
    source: str
    design: str
    population: str
    done: str
    outcome: str
    effect: float | None
    error: float | None
    basis: str
    scale: str
    unit: str
    stake: float | None
    out_of: float | None
    chance: float | None
    read: str
    note: str
