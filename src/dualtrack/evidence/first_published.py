"""When was each figure first public? A table beside the record, since that is told by a release or a calendar, not by the source.

The source that a row cites may have told its figure years later, so its date says nothing of what could be known before. Here
stand the days between which a figure came out, equal where the day is known, with the page or the rule that says so. A figure
without days is unknown and enters no vintage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dualtrack.evidence.cells import ADDRESS, day, name, near, optional, text
from dualtrack.evidence.check_tables import refuse_repeats
from dualtrack.evidence.complaints import Complaints, Placed, Sheet, read
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed

RULES = {
    "quarterly_report_40_days": "a large American firm files a quarter within 40 days of its end (Form 10-Q)",
    "annual_report_60_days": "a large American firm files a year within 60 days of its end (Form 10-K)",
    "close_of_the_exchange": "a share price is public when its exchange closes",
    "source_of_the_period": "reported, so not before its period ended, and cited from a source that came out soon after",
    "dated_primary_source": "the publisher's own page, dated, of a figure of its own",
}
"""Calendars and rules that tell a day without a page."""
Key = tuple[str, date, date, str]
"""The series, the period and the source of a row."""


@dataclass(frozen=True, slots=True)
class FirstPublished:
    """The `earliest` and the `latest` day on which a figure may first have been public, none where that is not known."""

    series: str
    start: date
    end: date
    source: str
    earliest: date | None
    latest: date | None
    told_by: str
    note: str

    @property
    def key(self) -> Key:
        """Which row of the record it is about."""
        return self.series, self.start, self.end, self.source


@dataclass(frozen=True, slots=True, repr=False)
class Releases(Printed):
    """The first publication of figures, by row."""

    rows: Mapping[Key, FirstPublished]

    def is_before(self, row: Observation, day: date) -> bool:
        """Whether a figure was surely public before a `day`: its first publication is known, or the cited source was out."""
        found = self.rows.get(key_of(row))
        known = row.published if found is None or found.latest is None else min(found.latest, row.published)
        return known < day

    def is_since(self, row: Observation, day: date) -> bool:
        """Whether a figure surely was not public before a `day`."""
        found = self.rows.get(key_of(row))
        return found is not None and found.earliest is not None and found.earliest >= day

    def knows(self, row: Observation) -> bool:
        """Whether the first publication of a figure is told."""
        found = self.rows.get(key_of(row))
        return found is not None and found.earliest is not None

    def printed_title(self) -> str:
        told = sum(each.earliest is not None for each in self.rows.values())
        return f"First publication of {len(self.rows)} figures: {told} known"


def _told(cell: str) -> str:
    """A page's address, or one of the rules."""
    if not ADDRESS.fullmatch(text(cell)) and cell not in RULES:
        raise ValueError(f"`{cell}` is neither an address nor one of {', '.join(RULES)}{near(cell, tuple(RULES))}")
    return cell


FIRST_PUBLISHED = Sheet(
    "first_published.csv",
    FirstPublished,
    {
        "series": name,
        "start": day,
        "end": day,
        "source": name,
        "earliest": optional(day, absent=None),
        "latest": optional(day, absent=None),
        "told_by": optional(_told),
        "note": optional(text),
    },
)


@checked
def load_first_published(record: Record, folder: Path | None = None) -> Releases:
    """When figures of a `record` were first public, from the table of a `folder` or of the package.

    Raises `RecordError`, and refuses the whole table, if any cell is wrong or a row is about no figure of the record.
    """
    place: Traversable = folder if folder is not None else files("dualtrack.evidence").joinpath("releases")
    complaints = Complaints()
    rows = read(place, FIRST_PUBLISHED, complaints)
    complaints.settle(str(place))
    _check(rows, {key_of(row): row for row in record.observations}, complaints)
    complaints.settle(str(place))
    return Releases({placed.row.key: placed.row for placed in rows})


def key_of(row: Observation) -> Key:
    """By what a row of the record is known here."""
    return row.series, row.start, row.end, row.source


def _check(rows: Iterable[Placed[FirstPublished]], known: Mapping[Key, Observation], complaints: Complaints) -> None:
    placed_rows = list(rows)
    refuse_repeats(placed_rows, "series, period and source", lambda row: row.key, complaints)
    for placed in placed_rows:
        row = placed.row
        if (row.earliest is None, row.latest is None) != (not row.told_by,) * 2:
            complaints.at(placed, "earliest, latest and told_by go together: write all three or none")
        if row.key not in known:
            complaints.at(placed, f"is about no figure of the record: `{row.series}` of {row.start} to {row.end}")
        elif row.earliest is not None and row.latest is not None:
            _check_days(placed, row.earliest, row.latest, known[row.key], complaints)


def _check_days(placed: Placed[FirstPublished], earliest: date, latest: date, seen: Observation, complaints: Complaints) -> None:
    if earliest > latest:
        complaints.at(placed, f"earliest {earliest} is after latest {latest}")
    if latest > seen.published:
        complaints.at(placed, f"latest {latest} is after {seen.published}, when the cited source was published")
    if seen.kind in ("reported", "survey") and earliest < seen.end:
        complaints.at(placed, f"earliest {earliest} is before the end of its period {seen.end}: not yet {seen.kind}")
