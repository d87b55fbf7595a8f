"""The record: all tables as one value, with look-ups that refuse unknown names."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dualtrack.errors import RecordError, nearest
from dualtrack.evidence.check_tables import check_record
from dualtrack.evidence.coding import check_coding
from dualtrack.evidence.complaints import Complaints, Placed, Row
from dualtrack.evidence.dates import decimal_year, middle
from dualtrack.evidence.rows import Dial, DialSetting, Event, Finding, Layer, LayerShare, Observation, Series, Source
from dualtrack.evidence.tables import Tables, read_tables
from dualtrack.evidence.vocabulary import GRADES, OUTLOOKS
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed


@dataclass(frozen=True, slots=True, repr=False)
class Record(Printed):
    """What was seen, in the order of the tables."""

    sources: tuple[Source, ...]
    series: tuple[Series, ...]
    observations: tuple[Observation, ...]
    events: tuple[Event, ...]
    settings: tuple[DialSetting, ...]
    dials: tuple[Dial, ...]
    layers: tuple[Layer, ...]
    layer_shares: tuple[LayerShare, ...]
    findings: tuple[Finding, ...] = ()

    def source(self, key: str) -> Source:
        """The source of this key."""
        return _find(key, {row.key: row for row in self.sources}, "source", "sources.csv")

    def series_of(self, name: str) -> Series:
        """The definition of this series."""
        return _find(name, {row.series: row for row in self.series}, "series", "series.csv")

    def event(self, name: str) -> Event:
        """The event of this id."""
        return _find(name, {row.id: row for row in self.events}, "event", "events.csv")

    def finding(self, name: str) -> Finding:
        """The published result of this id."""
        return _find(name, {row.id: row for row in self.findings}, "finding", "findings.csv")

    def dial(self, name: str) -> Dial:
        """The codebook entry of this dial."""
        return _find(name, {row.dial: row for row in self.dials}, "dial", "codebook.csv")

    def observations_of(self, series: str) -> tuple[Observation, ...]:
        """All observations of a series, by period."""
        name = self.series_of(series).series
        return tuple(sorted((row for row in self.observations if row.series == name), key=lambda row: (row.start, row.end)))

    def observation(self, series: str, year: int) -> Observation:
        """The one that speaks for a year: the longest period, then fact before outlook, then grade, then the latest.

        A flow speaks for a year only if it is summed over one, a change for none; nothing speaks that lasts much longer.
        """
        if not (speaking := self.speaking(series, year)):
            known, measures = self.observations_of(series), self.series_of(series).measures
            years = sorted({middle(row.start, row.end).year for row in known if row.speaks_for_a_year(measures)})
            silent = next((f": a {measures} over {row.days} days does not" for row in known if row.covers(year)), "")
            raise RecordError(
                f"no observation of `{series}` {'speaks for' if silent else 'covers'} {year}{silent}",
                where="observations.csv",
                near=f"{series} in {', '.join(map(str, years))}" if years else "",
                fix="ask for a year or a date that was observed, or add the figure with its source",
            )
        return max(speaking, key=lambda row: (row.days, self._trust(row)))

    def observation_around(self, series: str, date: float) -> Observation:
        """The one that speaks for a decimal year: the shortest period that holds it, then as for a year."""
        if not (holding := self._holding(series, date)):
            spans = ((decimal_year(row.start), decimal_year(row.end)) for row in self.observations_of(series))
            seen = ", ".join(f"{start:.2f} to {end:.2f}" for start, end in spans)
            raise RecordError(
                f"no observation of `{series}` holds {date:g}",
                where="observations.csv",
                near=seen,
                fix="ask for a date that was observed, or add the figure with its source",
            )
        return max(holding, key=lambda row: (-row.days, self._trust(row)))

    def speaking(self, series: str, when: float) -> tuple[Observation, ...]:
        """All that may speak for a year (a whole number) or a date (a broken one), by period; none where nothing was seen."""
        if not float(when).is_integer():
            return self._holding(series, when)
        measures = self.series_of(series).measures
        return tuple(row for row in self.observations_of(series) if row.covers(int(when)) and row.speaks_for_a_year(measures))

    def _holding(self, series: str, date: float) -> tuple[Observation, ...]:
        known = self.observations_of(series)
        return tuple(row for row in known if decimal_year(row.start) <= date < decimal_year(row.end + timedelta(days=1)))

    def _trust(self, row: Observation) -> tuple[bool, int, date, date, str]:
        """What decides between figures of equal length; the source's key last, so that the order of rows never does."""
        grade = GRADES.index(self.source(row.source).grade)
        return row.kind not in OUTLOOKS, -grade, row.end, row.published, row.source

    def shares_of(self, layer: str) -> tuple[LayerShare, ...]:
        """The evidence on one layer, by year."""
        name = _find(layer, {row.layer: row for row in self.layers}, "layer", "layers.csv").layer
        return tuple(sorted((row for row in self.layer_shares if row.layer == name), key=lambda row: row.year))

    @property
    def fingerprint(self) -> str:
        """A hash of every row of every table, whatever their order."""
        rows = {field.name: sorted(map(repr, getattr(self, field.name))) for field in fields(self)}
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def printed_title(self) -> str:
        return f"Record: {len(self.observations)} observations of {len(self.series)} series from {len(self.sources)} sources"

    def printed_lines(self) -> Mapping[str, object]:
        return {field.name.replace("_", " "): len(getattr(self, field.name)) for field in fields(self)}


EMPTY = Record((), (), (), (), (), (), (), ())
"""Of a theory that is held beside nothing."""


@checked
def load_record(folder: Path | None = None, *, is_partial: bool = False) -> Record:
    """The tables of the `folder`, or those of the package.

    All nine must be there; where the folder `is_partial`, as the record of a small theory is, a table that is not there is empty.
    Raises `RecordError`, and refuses the whole record, if any cell is wrong, and for a file that is no table of a partial one.
    """
    place = tables_at(folder)
    complaints = Complaints()
    tables = read_tables(place, complaints, is_partial=is_partial)
    complaints.settle(str(place))
    check_record(tables, complaints)
    check_coding(tables, complaints)
    complaints.settle(str(place))
    return record_of(tables)


def tables_at(folder: Path | None) -> Traversable:
    """The `folder`, or that of the package's own tables."""
    return folder if folder is not None else files("dualtrack.evidence").joinpath("tables")


def record_of(tables: Tables) -> Record:
    """The rows of tables that were checked, in their order; what has a day is sorted by it."""
    return Record(
        sources=_rows(tables.sources),
        series=_rows(tables.series),
        observations=_rows(tables.observations),
        events=_rows(sorted(tables.events, key=lambda placed: (placed.row.date, placed.row.id))),
        settings=_rows(sorted(tables.settings, key=lambda placed: (placed.row.dial, placed.row.start))),
        dials=_rows(tables.dials),
        layers=_rows(tables.layers),
        layer_shares=_rows(tables.layer_shares),
        findings=_rows(tables.findings),
    )


def _rows(placed: Iterable[Placed[Row]]) -> tuple[Row, ...]:
    return tuple(each.row for each in placed)


def _find(name: str, known: dict[str, Row], word: str, file: str) -> Row:
    if name not in known:
        raise RecordError(
            f"the record has no {word} `{name}`",
            where=file,
            near=nearest(name, known),
            fix=f"correct the name, or add the {word} to {file}",
        )
    return known[name]
