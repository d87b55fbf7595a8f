"""Lists of the record tell all of it, and count what they count."""

from collections import Counter

from dualtrack.app.bind import bind
from dualtrack.app.names.explain_name import told
from dualtrack.app.names.list_record import event_rows, series_rows, source_rows
from dualtrack.app.names.resolve import things_named


def test_every_series_is_listed_with_its_figures_and_no_figure_is_lost() -> None:
    record = bind().record
    counted = Counter(row.series for row in record.observations)
    rows = list(series_rows(bind()))
    assert {row["series"]: row["figures"] for row in rows} == dict(counted)
    assert sum(row["figures"] for row in rows) == len(record.observations)


def test_every_source_and_every_event_is_listed_once_as_the_record_has_it() -> None:
    record = bind().record
    assert {row["key"]: row["grade"] for row in source_rows(bind())} == {each.key: each.grade for each in record.sources}
    assert [row["id"] for row in event_rows(bind())] == [each.id for each in record.events]


def test_a_series_is_listed_with_what_it_measures_and_explained_with_its_caveat_and_double_use() -> None:
    laboratory = bind()
    reads = {each.series: each.reads for each in laboratory.theory.counterparts}
    assert {row["series"]: row["measures"] for row in series_rows(laboratory) if row["measures"]} == reads
    (thing,) = things_named(laboratory, "nvidia_market_value")
    said = told(laboratory, thing).text()
    mapped = next(each for each in laboratory.theory.counterparts if each.series == "nvidia_market_value")
    for words in (*mapped.caveat, "vendor_valuation", "may weigh worlds", "M1, M2", "premium_of_confidence"):
        assert words in said
    (thing,) = things_named(laboratory, "cxmt_yield")
    assert "nothing of the model" in told(laboratory, thing).text()
