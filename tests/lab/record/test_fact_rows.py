"""Every miss of a fact can be worked out again from what is told beside it: what the model says, what was seen, the tolerance."""

from itertools import pairwise

import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.confront import FactsRead, read_facts
from dualtrack.lab.record.fact_rows import CHECK_COLUMNS, COUNTED, GROUPS, measure_label
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.statements.ledger import Change, Level, Moment


@pytest.fixture(scope="module")
def read() -> FactsRead:
    laboratory = bind()
    return read_facts(laboratory, draw(laboratory.model, 9, 7))


def worked_out(row: dict[str, object], value: float) -> float:
    """The distance outside what was seen, over the tolerance."""
    low, high, seen, tolerance = (float(str(row[name])) for name in ("seen_low", "seen_high", "seen", "seen_tolerance"))
    beyond = {"within": max(low - value, value - high), "at_least": seen - value, "at_most": value - seen}
    return max(0.0, beyond[str(row["relation"])]) / tolerance


def test_a_miss_follows_from_the_figures_beside_it(read: FactsRead) -> None:
    rows = read.check_rows()
    assert len(rows) == sum(len(fact.tests) for fact in bind().theory.facts)
    for row in rows:
        assert row["nominal_misses"] == pytest.approx(worked_out(row, row["nominal_value"]), abs=1e-12)


def test_a_fact_tells_the_check_that_its_nominal_world_misses_by_most(read: FactsRead) -> None:
    checks = read.check_rows()
    for row in read.to_rows():
        own = [each for each in checks if each["fact"] == row["id"]]
        if not own:
            assert all(row[column] is None for column in CHECK_COLUMNS)
            continue
        worst = max(own, key=lambda each: each["nominal_misses"])
        assert row["nominal_misses"] == worst["nominal_misses"]
        assert {column: row[column] for column in CHECK_COLUMNS} == {column: worst[column] for column in CHECK_COLUMNS}


def test_what_was_seen_comes_from_the_record_in_its_unit(read: FactsRead) -> None:
    record = bind().record
    (row,) = [each for each in read.check_rows() if (each["fact"], each["check"]) == ("F1", 2)]
    observed = record.observation("china_accelerator_domestic_share", 2025)
    assert (row["seen"], row["sources"], row["seen_tolerance"]) == (observed.value, [observed.source], 0.08)
    assert row["unit"] == record.series_of("china_accelerator_domestic_share").unit


def test_a_measure_says_what_and_when_in_both_languages() -> None:
    model = bind().model
    measures = (
        Level("legal_sales", 2025.0),
        Level("legal_sales", 2025.0, 2026.0),
        Change("legal_sales", 2025.0, 2026.0),
        Change("legal_sales", 2025.0, 2026.0, relative=True),
        Moment("legal_sales", "peak", 2025.0, 2026.0),
        Moment("legal_sales", "fastest_fall", 2025.0, 2026.0),
        Level("legal_sales", 2025.0, 2026.0, per="domestic_supply"),
    )
    told = [measure_label(model, each) for each in measures]
    for place in (0, 1):
        assert len({words[place] for words in told}) == len(told)
        assert all(model["legal_sales"].label[place] in words[place] and "2025" in words[place] for words in told)
    assert all(one != other for one, other in pairwise(told))


def test_facts_that_are_missed_head_their_group_and_groups_keep_their_order(read: FactsRead) -> None:
    rows, declared = read.to_rows(), [fact.id for fact in bind().theory.facts]
    assert {row["id"] for row in rows} == set(declared)
    assert [row["group"] for row in rows] == sorted((row["group"] for row in rows), key=GROUPS.index)
    for group in GROUPS:
        own = [row for row in rows if row["group"] == group]
        held = [(bool(row["nominal"]), bool(row["median"])) for row in own] if group in COUNTED else [(True, True)] * len(own)
        assert held == sorted(held)
        for kind in set(held):
            alike = [declared.index(row["id"]) for row, each in zip(own, held, strict=True) if each == kind]
            assert alike == sorted(alike), "what fares alike keeps the order of declaration"
