"""The record beside the theory: each series once, each figure inside or with a reason, nothing held out that weighs."""

from dataclasses import replace
from functools import cache

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.record_page import SEED, WORLDS
from dualtrack.lab.confront import read_record
from dualtrack.lab.laboratory import assemble
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accepted_worlds
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.record.mapped import mapped_rows
from dualtrack.lab.record.predictive import Predicted, RecordRead
from dualtrack.language.statements.counterpart import names_measured
from dualtrack.language.statements.ledger import Fact, Level, Observed, span


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
    asked += [(each.measure, each.yardstick) for each in laboratory.theory.matched]
    for measure, yardstick in asked:
        if isinstance(measure, Level) and isinstance(yardstick, Observed):
            assert measure.variable in known[yardstick.series], yardstick.series


@pytest.mark.parametrize("fact", [fact for fact in bind().theory.facts if fact.held_out and fact.tests], ids=lambda fact: fact.id)
def test_nothing_weighs_that_a_held_out_fact_asks_of_a_moment(fact: Fact) -> None:
    """The last date that such a fact reads a quantity at; F28 asks of three years by a floor, and only its own source is out."""
    laboratory = bind()
    for mapped in mapped_rows(laboratory.theory, laboratory.model, laboratory.record):
        if mapped.standing != "weighs":
            continue
        for check in fact.tests:
            start, stop = span(check.measure)
            moment = stop if not isinstance(check.measure, Level) or start == stop else None
            reads = check.measure.variable in names_measured(laboratory.model, mapped.counterpart)
            assert not (reads and moment is not None and mapped.start <= moment <= mapped.stop), mapped.row
            assert mapped.row.source != getattr(check.yardstick, "source", ""), mapped.row


def test_most_of_what_is_mapped_may_weigh_and_every_layer_of_use_is_met() -> None:
    found = [each.mapped.standing for each in read().figures]
    assert found.count("weighs") > len(found) / 2
    assert {"shown", "outlook", "within another", "out of years"} <= set(found)


AUTUMN = {
    "deepseek_chip_2026_07",
    "deepseek_order_2026_09",
    "federal_register_2026_07",
    "federal_register_2026_08",
    "huawei_annual_2026_03",
    "huawei_keynote_2025_09",
    "huawei_keynote_2026_09",
    "information_plan_2026_09",
    "kimi_k3_2026_07",
    "nvidia_10q_2026_08",
    "offshore_review_2026_08",
    "rhodium_financing_2026_09",
    "smuggling_charge_2026_10",
    "smuggling_plea_2026_10",
    "tmtpost_2026_09",
}
"""Sources of the rows entered in November 2026."""


def test_the_rows_of_autumn_move_no_lever_no_figure_that_is_asked_for_and_no_accepted_world() -> None:
    after = bind()
    record = after.record
    fewer = replace(
        record,
        observations=tuple(row for row in record.observations if row.source not in AUTUMN),
        events=tuple(row for row in record.events if row.source not in AUTUMN),
    )
    before = assemble(after.theory, after.model, fewer)
    assert len(record.observations) - len(fewer.observations) == 13
    assert len(record.events) - len(fewer.events) == 10
    assert before.history == after.history
    looks = figures(before.record), figures(after.record)
    asked = [each.yardstick for each in after.theory.targets]
    asked += [check.yardstick for fact in after.theory.facts for check in fact.tests]
    for yardstick in asked:
        old, now = (target(yardstick, look) for look in looks)
        assert old == now
    kept = [accepted_worlds(matching(each), 300, 7).worlds.numbers.tolist() for each in (before, after)]
    assert kept[0] == kept[1]
    assert kept[0]


def test_no_figure_that_is_held_out_stands_in_the_record() -> None:
    """Note 015 keeps the figures of F25 to F28 in the facts alone: no series may carry them into a likelihood."""
    held = {getattr(check.yardstick, "source", "") for fact in bind().theory.facts if fact.held_out for check in fact.tests}
    mapped = {each.series for each in bind().theory.counterparts}
    carried = {row.series for row in bind().record.observations if row.source in held}
    assert carried == {"us_five_free_cash_flow"}
    assert not carried & mapped
