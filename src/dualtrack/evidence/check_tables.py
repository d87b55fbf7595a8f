"""What must hold within a row and between the tables; every breach becomes a complaint."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from dualtrack.evidence.cells import near
from dualtrack.evidence.complaints import Complaints, Placed
from dualtrack.evidence.ranges import check_ranges
from dualtrack.evidence.rows import Event, Finding, LayerShare, Observation, Source
from dualtrack.evidence.tables import Tables
from dualtrack.evidence.vocabulary import OUTLOOKS

Row = TypeVar("Row")
NEWS_AHEAD = timedelta(days=1)
"""A press report may be dated a day before what it reports, where clocks differ."""


def check_record(tables: Tables, complaints: Complaints) -> None:
    """Everything about observations, events, layers and sources; policy settings have their own checks."""
    _check_keys(tables, complaints)
    sources = {placed.row.key: placed.row for placed in tables.sources}
    series = [placed.row.series for placed in tables.series]
    layers = [placed.row.layer for placed in tables.layers]
    refuse_unknown(tables.observations, "source", lambda row: row.source, sources, complaints)
    refuse_unknown(tables.observations, "series", lambda row: row.series, series, complaints)
    refuse_unknown(tables.events, "source", lambda row: row.source, sources, complaints)
    refuse_unknown(tables.layer_shares, "source", lambda row: row.source, sources, complaints)
    refuse_unknown(tables.layer_shares, "layer", lambda row: row.layer, layers, complaints)
    refuse_unknown(tables.findings, "source", lambda row: row.source, sources, complaints)
    for observation in tables.observations:
        _check_range(observation, complaints)
        _check_dates(observation, sources, complaints)
    check_ranges(tables, complaints)
    for event in tables.events:
        _check_event(event, sources, complaints)
    for share in tables.layer_shares:
        _check_share(share, sources, complaints)
    for finding in tables.findings:
        _check_finding(finding, complaints)
    _refuse_idle_series(tables, complaints)


def refuse_repeats(rows: Iterable[Placed[Row]], word: str, key: Callable[[Row], Hashable], complaints: Complaints) -> None:
    """Two rows with one key: the later is refused and names the earlier."""
    first: dict[Hashable, Placed[Row]] = {}
    for placed in rows:
        earlier = first.setdefault(key(placed.row), placed)
        if earlier is not placed:
            complaints.at(placed, f"repeats the {word} of {earlier.seen_from(placed)}")


def refuse_unknown(
    rows: Iterable[Placed[Row]], word: str, key: Callable[[Row], str], known: Iterable[str], complaints: Complaints
) -> None:
    """A key that its own table does not define."""
    names = list(known)
    defined = set(names)
    for placed in rows:
        asked = key(placed.row)
        if asked not in defined:
            complaints.at(placed, f"{word} `{asked}` is not defined{near(asked, names)}")


def _check_keys(tables: Tables, complaints: Complaints) -> None:
    refuse_repeats(tables.sources, "key", lambda row: row.key, complaints)
    refuse_repeats(tables.series, "series", lambda row: row.series, complaints)
    refuse_repeats(tables.events, "id", lambda row: row.id, complaints)
    refuse_repeats(tables.findings, "id", lambda row: row.id, complaints)
    refuse_repeats(tables.layers, "layer", lambda row: row.layer, complaints)
    refuse_repeats(tables.layer_shares, "layer, year and source", lambda row: (row.layer, row.year, row.source), complaints)
    refuse_repeats(
        tables.observations,
        "series, period, kind and source",
        lambda row: (row.series, row.start, row.end, row.kind, row.source),
        complaints,
    )


def _check_range(placed: Placed[Observation], complaints: Complaints) -> None:
    row = placed.row
    if row.low is not None and row.low > row.value:
        complaints.at(placed, f"low {row.low:g} is above value {row.value:g}")
    if row.high is not None and row.high < row.value:
        complaints.at(placed, f"high {row.high:g} is below value {row.value:g}")


def _check_dates(placed: Placed[Observation], sources: dict[str, Source], complaints: Complaints) -> None:
    row = placed.row
    if row.end < row.start:
        complaints.at(placed, f"end {row.end} is before start {row.start}")
    if row.kind in OUTLOOKS and row.published > row.end:
        complaints.at(placed, f"published {row.published} after the period ended: no longer a {row.kind}")
    if row.kind in ("reported", "survey") and row.published < row.end:
        complaints.at(placed, f"published {row.published} before the end of its period {row.end}: not yet {row.kind}")
    if row.kind == "estimate" and row.published < row.start:
        complaints.at(placed, f"published {row.published} before the start of its period {row.start}")
    source = sources.get(row.source)
    if source and source.date and row.published > _last_day(source.date):
        complaints.at(placed, f"published {row.published} after its source `{source.key}` of {source.date}")


def _last_day(partial: str) -> date:
    """The latest day a date given as a year, month or day can mean, months taken to end on the 28th or later."""
    if len(partial) == len("2024"):
        return date(int(partial), 12, 31)
    year, month = int(partial[:4]), int(partial[5:7])
    if len(partial) == len("2024-05"):
        return date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)
    return date.fromisoformat(partial)


def _check_event(placed: Placed[Event], sources: dict[str, Source], complaints: Complaints) -> None:
    row = placed.row
    if not row.id.startswith(f"{row.date:%Y_%m_%d}_"):
        complaints.at(placed, f"id `{row.id}` does not begin with its date {row.date}")
    if not 0 <= row.alarm <= 1:
        complaints.at(placed, f"alarm {row.alarm:g} is outside 0 to 1")
    if row.direction == "loosen" and row.alarm > 0:
        complaints.at(placed, "a loosening announces no denial of supply: alarm must be 0")
    source = sources.get(row.source)
    if source and source.date and row.date > _last_day(source.date) + NEWS_AHEAD:
        complaints.at(placed, f"date {row.date} is after its source `{source.key}` of {source.date}")
    if source and row.grade < source.grade:
        complaints.at(placed, f"grade {row.grade} is better than grade {source.grade} of its source `{source.key}`")


def _check_share(placed: Placed[LayerShare], sources: dict[str, Source], complaints: Complaints) -> None:
    row, source = placed.row, sources.get(placed.row.source)
    if not 0 <= row.low <= row.high <= 1:
        complaints.at(placed, f"shares {row.low:g} to {row.high:g} are not a range within 0 to 1")
    if not source or not source.date:
        return
    told = int(source.date[:4])
    if row.kind in OUTLOOKS and row.year < told:
        complaints.at(placed, f"year {row.year} is before its source `{source.key}` of {source.date}: no longer a {row.kind}")
    if row.kind not in OUTLOOKS and row.year > told:
        complaints.at(placed, f"year {row.year} is after its source `{source.key}` of {source.date}: not yet {row.kind}")


def _check_finding(placed: Placed[Finding], complaints: Complaints) -> None:
    row = placed.row
    if (row.scale == "sign") != (row.effect is None):
        complaints.at(
            placed, "has no effect: write one, or the scale `sign`" if row.effect is None else "has an effect on a scale of signs"
        )
    if (row.error is None) != (not row.basis):
        complaints.at(placed, "error and basis go together: write both or neither")
    if row.error is not None and row.error <= 0:
        complaints.at(placed, f"error {row.error:g} is not above 0")
    if row.stake is not None and not 0 < row.stake <= 1:
        complaints.at(placed, f"stake {row.stake:g} is no share of revenue")
    counted = (row.out_of is not None, row.chance is not None)
    if counted != ((row.scale == "hits"),) * 2:
        complaints.at(placed, "out_of and chance belong to hits, and hits to them")
    if row.out_of is not None and row.chance is not None and not (0 <= (row.effect or 0) <= row.out_of and 0 < row.chance < 1):
        complaints.at(placed, f"{row.effect or 0:g} of {row.out_of:g} by a chance of {row.chance:g} is no count of hits")


def _refuse_idle_series(tables: Tables, complaints: Complaints) -> None:
    used = {placed.row.series for placed in tables.observations}
    for placed in tables.series:
        if placed.row.series not in used:
            complaints.at(placed, f"series `{placed.row.series}` has no observation")
