"""Every source that a number, an equation, a fact or an event is cited by stands in the record's list of sources."""

from collections.abc import Iterator

import pytest

from dualtrack.evidence.record import load_record
from dualtrack.language.statements.ledger import Observed, Stated
from dualtrack.theory.dual_track.facts import FACTS
from tests.behaviour.theory import model

RECORD = load_record()


def cited() -> Iterator[tuple[str, str]]:
    for name, quantity in model().quantities.items():
        if isinstance(quantity.source, str):
            yield name, quantity.source.split(",")[0]
    for name, curve in model().curves.items():
        if isinstance(curve.source, str):
            yield name, curve.source.split(",")[0]
    for fact in FACTS:
        for check in fact.tests:
            if isinstance(check.yardstick, Stated):
                yield fact.id, check.yardstick.source


@pytest.mark.parametrize(("key", "where"), sorted({(key, where) for where, key in cited()}))
def test_a_cited_source_is_in_the_record(key: str, where: str) -> None:
    assert key in {source.key for source in RECORD.sources}, f"{where} cites `{key}`"


def test_a_fact_observes_series_that_the_record_holds() -> None:
    kept = {series.series for series in RECORD.series}
    for fact in FACTS:
        for check in fact.tests:
            if isinstance(check.yardstick, Observed):
                assert check.yardstick.series in kept, fact.id
