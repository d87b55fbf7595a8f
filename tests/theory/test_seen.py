"""The record beside the theory: each series once, each figure inside or with a reason, nothing held out that weighs."""

from functools import cache

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.record_page import SEED, WORLDS
from dualtrack.lab.confront import read_record
from dualtrack.lab.record.mapped import mapped_rows
from dualtrack.lab.record.predictive import Predicted, RecordRead
from dualtrack.language.statements.counterpart import names_measured
from dualtrack.language.statements.ledger import Level, Observed, span


@cache
def read() -> RecordRead:
    return read_record(bind(), WORLDS, SEED)


def periods() -> dict[tuple[str, str, str], list[Predicted]]:
    """Figures by series and period: two sources of one period share a reason."""
    found: dict[tuple[str, str, str], list[Predicted]] = {}
    for each in read().figures:
        key = (each.mapped.row.series, each.mapped.row.start.isoformat(), each.mapped.row.end.isoformat())
        found.setdefault(key, []).append(each)
    return found


def test_every_figure_outside_has_a_reason_and_every_reason_a_figure_outside() -> None:
    silent = {key for key, rows in periods().items() if any(each.beyond for each in rows) and rows[0].reason is None}
    idle = {key for key, rows in periods().items() if rows[0].reason is not None and not any(each.beyond for each in rows)}
    assert silent == set(), "write why, or mend the theory; do not tune the prior"
    assert idle == set(), "the figure is inside: take the reason out, or narrow its years"


def test_no_reason_speaks_of_years_without_a_figure() -> None:
    given = {(each.mapped.row.series, each.reason) for each in read().figures if each.reason is not None}
    declared = {(each.series, why) for each in bind().theory.counterparts for why in each.outside}
    assert declared - given == set()


def test_the_same_worlds_give_the_same_bands() -> None:
    assert read_record(bind(), WORLDS, SEED).to_rows() == read().to_rows()


def test_what_facts_and_targets_look_up_as_a_level_has_a_counterpart_of_the_same_quantity() -> None:
    laboratory = bind()
    known = {each.series: names_measured(laboratory.model, each) for each in laboratory.theory.counterparts}
    asked = [(check.measure, check.yardstick) for fact in laboratory.theory.facts for check in fact.tests]
    asked += [(target.measure, target.yardstick) for target in laboratory.theory.matched]
    for measure, yardstick in asked:
        if isinstance(measure, Level) and isinstance(yardstick, Observed):
            assert measure.variable in known[yardstick.series], yardstick.series


@pytest.mark.parametrize("fact", [fact for fact in bind().theory.facts if fact.held_out and fact.tests], ids=lambda fact: fact.id)
def test_nothing_weighs_that_a_held_out_fact_asks_of_a_moment(fact: object) -> None:
    """The last date that such a fact reads a quantity at; F28 asks of three years by a floor, and only its own source is out."""
    laboratory = bind()
    for mapped in mapped_rows(laboratory.theory, laboratory.model, laboratory.record):
        if mapped.standing != "weighs":
            continue
        for check in fact.tests:  # type: ignore[attr-defined]
            start, stop = span(check.measure)
            moment = stop if not isinstance(check.measure, Level) or start == stop else None
            reads = check.measure.variable in names_measured(laboratory.model, mapped.counterpart)
            assert not (reads and moment is not None and mapped.start <= moment <= mapped.stop), mapped.row
            assert mapped.row.source != getattr(check.yardstick, "source", ""), mapped.row


def test_most_of_what_is_mapped_may_weigh_and_every_layer_of_use_is_met() -> None:
    found = [each.mapped.standing for each in read().figures]
    assert found.count("weighs") > len(found) / 2
    assert {"shown", "outlook", "within another", "out of years"} <= set(found)
