"""Which figure speaks for a year or a date: each rule decides where all rules after it would choose otherwise."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RecordError
from dualtrack.evidence import record as record_file
from dualtrack.evidence.dates import middle
from dualtrack.evidence.record import Record, load_record
from dualtrack.evidence.rows import Observation, Series, Source
from dualtrack.evidence.vocabulary import MEASURES

YEAR = 2024
RECORD = load_record()
FIRST = Observation("x", date(2024, 1, 1), date(2024, 12, 28), 1.0, None, None, "estimate", "good_a", date(2025, 2, 1), "")
RULES: dict[str, Callable[[Observation], Observation]] = {
    "the longer period": lambda row: replace(row, start=date(2023, 12, 29)),
    "fact before outlook": lambda row: replace(row, kind="reported"),
    "the better grade": lambda row: replace(row, source=row.source.replace("weak", "good")),
    "the later end": lambda row: replace(row, start=date(2024, 1, 2), end=date(2024, 12, 29)),
    "the later publication": lambda row: replace(row, published=date(2025, 3, 1)),
    "the later key of its source": lambda row: replace(row, source=row.source[:-1] + "b"),
}
"""In order; each makes a row win by that rule alone."""
WORST = replace(FIRST, kind="forecast", source="weak_a")


def record(*rows: Observation, measures: str = "level") -> Record:
    sources = tuple(Source(f"{word}_{end}", "t", "p", "", "", grade, "", "") for word, grade in GRADED for end in "ab")
    series = Series("x", "x", "x", "1", measures, -1e9, 1e9, 30.0, "A toy.")
    return Record(sources, (series,), rows, (), (), (), (), (), ())


GRADED = (("good", "A"), ("weak", "C"))


def improved(row: Observation, rules: list[str]) -> Observation:
    for rule in rules:
        row = RULES[rule](row)
    return row


def rivals(rule: str) -> tuple[Observation, Observation]:
    """Two rows: the first is better by this rule, the second by every later one."""
    later = list(RULES)[list(RULES).index(rule) + 1 :]
    if rule in ("the longer period", "the shorter period"):
        later = [each for each in later if each != "the later end"]
    return replace(RULES[rule](WORST), value=1.0), replace(improved(WORST, later), value=2.0)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_decides_for_a_year_whatever_later_rules_say(rule: str) -> None:
    for rows in permutations(rivals(rule)):
        assert record(*rows).observation("x", YEAR).value == 1.0


@pytest.mark.parametrize("rule", list(RULES)[1:])
def test_a_rule_decides_for_a_date_whatever_later_rules_say(rule: str) -> None:
    for rows in permutations(rivals(rule)):
        assert record(*rows).observation_around("x", 2024.5).value == 1.0


def test_the_shortest_period_that_holds_a_date_speaks_for_it() -> None:
    whole = replace(improved(WORST, list(RULES)[1:3]), value=2.0)
    quarter = replace(WORST, start=date(2024, 6, 1), end=date(2024, 8, 31), value=1.0)
    for rows in permutations((whole, quarter)):
        assert record(*rows).observation_around("x", 2024.5).value == 1.0
        assert record(*rows).observation("x", YEAR).value == 2.0


@given(st.permutations(RECORD.observations_of("smuggled_accelerators") + RECORD.observations_of("china_gpu_cluster_share")))
def test_the_order_of_rows_decides_nothing(rows: list[Observation]) -> None:
    shuffled = replace(RECORD, observations=tuple(rows))
    for series, year in (("smuggled_accelerators", 2024), ("china_gpu_cluster_share", 2025)):
        assert shuffled.observation(series, year) == RECORD.observation(series, year)


SPANS = {
    "a day": (date(2024, 6, 1), date(2024, 6, 1)),
    "a quarter": (date(2024, 4, 1), date(2024, 6, 30)),
    "ten months": (date(2024, 1, 1), date(2024, 10, 31)),
    "333 days": (date(2024, 1, 1), date(2024, 11, 28)),
    "334 days": (date(2024, 1, 1), date(2024, 11, 29)),
    "a year": (date(2024, 1, 1), date(2024, 12, 31)),
    "a fiscal year of 53 weeks": (date(2024, 1, 29), date(2025, 2, 2)),
    "400 days": (date(2024, 1, 1), date(2025, 2, 3)),
    "401 days": (date(2024, 1, 1), date(2025, 2, 4)),
    "three years": (date(2023, 1, 1), date(2025, 12, 31)),
}
SPEAKS = {
    "level": set(SPANS) - {"401 days", "three years"},
    "flow": {"334 days", "a year", "a fiscal year of 53 weeks", "400 days"},
    "change": set(),
}


@pytest.mark.parametrize("measures", MEASURES)
@pytest.mark.parametrize("period", SPANS)
def test_a_flow_speaks_for_a_year_only_if_it_is_summed_over_one(measures: str, period: str) -> None:
    start, end = SPANS[period]
    one = record(replace(FIRST, start=start, end=end), measures=measures)
    if period in SPEAKS[measures]:
        assert one.observation("x", YEAR).start == start
    else:
        days = (end - start).days + 1
        with pytest.raises(RecordError, match=f"speaks for 2024: a {measures} over {days} days does not"):
            one.observation("x", YEAR)


def test_a_year_speaks_before_its_quarters() -> None:
    quarter = replace(FIRST, start=date(2024, 10, 1), end=date(2024, 12, 31), published=date(2026, 1, 1), kind="reported")
    for measures in ("level", "flow"):
        assert record(quarter, WORST, measures=measures).observation("x", YEAR) == WORST


def test_no_figure_of_a_quarter_answers_for_a_year_in_the_shipped_record() -> None:
    for series in RECORD.series:
        if "/quarter" in series.unit or "/half_year" in series.unit or series.measures == "change":
            for year in range(2018, 2028):
                with pytest.raises(RecordError, match="no observation"):
                    RECORD.observation(series.series, year)


def test_the_sales_of_a_quarter_are_not_those_of_the_year() -> None:
    with pytest.raises(RecordError, match="speaks for 2025: a flow over 91 days does not"):
        RECORD.observation("h20_sales_china_quarter", 2025)


@pytest.mark.parametrize(
    ("start", "end", "half"),
    [
        (date(2024, 3, 1), date(2024, 3, 1), date(2024, 3, 1)),
        (date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 1)),
        (date(2024, 3, 1), date(2024, 3, 3), date(2024, 3, 2)),
        (date(2024, 3, 1), date(2024, 3, 4), date(2024, 3, 2)),
        (date(2024, 7, 1), date(2025, 7, 1), date(2024, 12, 30)),
    ],
)
def test_the_middle_is_the_earlier_of_two_days(start: date, end: date, half: date) -> None:
    assert middle(start, end) == half


def test_a_period_whose_middle_falls_between_two_years_belongs_to_the_earlier() -> None:
    between = replace(FIRST, start=date(2024, 7, 2), end=date(2025, 7, 1))
    assert (between.covers(2024), between.covers(2025)) == (True, False)


TABLES = Path(record_file.__file__).parent / "tables"


@pytest.mark.parametrize("name", ["events", "settings", "observations", "sources"])
def test_the_order_of_rows_in_a_table_decides_nothing(tmp_path: Path, name: str) -> None:
    """Events stand by day and then by id, settings by dial and then by day, figures of a series by start and then by end."""
    folder = copytree(TABLES, tmp_path / "tables")
    head, *rows = list(csv.reader((folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *reversed(rows)])
    found = load_record(folder)
    assert found.events == RECORD.events and found.settings == RECORD.settings
    spans = {row.series: [(each.start, each.end) for each in RECORD.observations_of(row.series)] for row in RECORD.series}
    for series, known in spans.items():
        assert [(each.start, each.end) for each in found.observations_of(series)] == known == sorted(known)
    assert [(event.date, event.id) for event in RECORD.events] == sorted((event.date, event.id) for event in RECORD.events)
