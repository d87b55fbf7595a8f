"""Market reactions: a planted weight comes back, its range holds all readings, and what says nothing says nothing."""

import math
from dataclasses import replace
from datetime import date

import pytest

from dualtrack.errors import BadNumber, DuplicateName, RecordError, UnknownName
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Finding, Observation, Series
from dualtrack.lab.record.read_panel import WITHIN, read_panel
from dualtrack.language.declaration import Assumed
from dualtrack.language.statements.ledger import Observed
from dualtrack.language.statements.panel import Panel, Reaction
from tests.lab.toys import growth

WORDS = ("News", "消息")
WEIGHT, AT_STAKE = 0.4, 0.25
DAY = "2025-04-16"


def seen(series: str, start: str, end: str, value: float, low: float | None = None, high: float | None = None) -> Observation:
    days = date.fromisoformat(start), date.fromisoformat(end)
    return Observation(series, *days, value, low, high, "reported", f"{series}_{value:g}", days[1], "")


def record(*rows: Observation, findings: tuple[Finding, ...] = ()) -> Record:
    names = dict.fromkeys(["share", "market", "risk", "revenue", *(row.series for row in rows)])
    series = tuple(Series(name, name, name, "1", "level", -1e3, 1e3, 30.0, "A toy.") for name in names)
    return Record((), series, rows, (), (), (), (), (), findings)


SALES = (
    seen("risk", "2024-01-01", "2024-12-31", 100 * AT_STAKE),
    seen("revenue", "2024-01-01", "2024-12-31", 100.0),
)
STAKE = ((Observed("risk", 2024), Observed("revenue", 2024)),)
STOP = Reaction("stop", WORDS, "cash", DAY, gain=False, stakes=STAKE)


def studied(effect: float | None, error: float | None, scale: str = "log") -> Finding:
    """An event study of the day."""
    what = ("closes", "event study", "a share", "news", "its return")
    return Finding("that_day", *what, effect, error, "computed", scale, "1", None, None, None, "computed", "")


def panel(*reactions: Reaction, market_weight: tuple[float, float] = (1.0, 1.0)) -> Panel:
    return Panel("share", "market", reactions, market_weight, 0.01, Assumed("a toy", "nothing"), "base_speed", WORDS)


def test_a_planted_weight_comes_back_from_news_won_and_lost() -> None:
    back = replace(STOP, id="back", day="2025-07-15", gain=True)
    moves = seen("share", DAY, DAY, -WEIGHT * AT_STAKE), seen("share", back.day, back.day, WEIGHT * AT_STAKE)
    found = read_panel(panel(STOP, back), growth(), record(*SALES, *moves))
    for row in found.rows:
        assert row.weight == pytest.approx((WEIGHT, WEIGHT))
        assert not row.by_chance
        assert not row.market_known
    assert found.weight == found.common == pytest.approx((WEIGHT, WEIGHT))
    assert found.identified
    assert found.to_polars()["weight_low"].to_list() == pytest.approx([WEIGHT, WEIGHT])


def test_the_range_holds_every_source_every_stake_and_every_market_weight() -> None:
    rows = (
        *SALES,
        seen("risk", "2024-01-01", "2024-12-31", 20.0, 10.0, 22.0),
        seen("share", DAY, DAY, -0.10),
        seen("share", DAY, DAY, -0.12),
        seen("market", DAY, DAY, -0.03),
    )
    (row,) = read_panel(panel(STOP, market_weight=(0.0, 2.0)), growth(), record(*rows)).rows
    assert row.move == (-0.12, -0.10)
    assert row.own_move == pytest.approx((-0.12, -0.04))
    assert row.at_stake == pytest.approx((0.10, 0.25))
    assert row.weight == pytest.approx((0.04 / 0.25, 0.12 / 0.10))
    assert row.market_known
    assert set(row.sources) == {row.source for row in rows}


def test_news_that_contradicts_itself_has_no_common_weight() -> None:
    back = replace(STOP, id="back", day="2025-07-15", gain=True)
    moves = seen("share", DAY, DAY, -0.1), seen("share", back.day, back.day, -0.02)
    found = read_panel(panel(STOP, back), growth(), record(*SALES, *moves))
    assert found.common is None
    assert found.weight == pytest.approx((-0.08, 0.4))


def test_a_move_no_larger_than_other_days_identifies_nothing() -> None:
    found = read_panel(panel(STOP), growth(), record(*SALES, seen("share", DAY, DAY, -0.015)))
    assert found.rows[0].by_chance
    assert not found.identified


def test_belief_is_the_logarithm_of_value_over_the_models_premium() -> None:
    doubt = Reaction("doubt", WORDS, "belief", DAY)
    (row,) = read_panel(panel(doubt), growth(), record(seen("share", DAY, DAY, -0.2))).rows
    speed = growth()["base_speed"]
    assert row.belief == pytest.approx((math.log(0.8) / speed.low, math.log(0.8) / speed.high))
    assert row.weight is row.at_stake is None


def test_a_panel_without_news_of_revenue_says_nothing_of_weight() -> None:
    found = read_panel(panel(Reaction("quiet", WORDS, "control", DAY)), growth(), record(seen("share", DAY, DAY, 0.1)))
    assert found.weight is found.common is None
    assert not found.identified
    assert found.rows[0].belief is None


def test_what_the_record_or_the_model_lacks_is_refused() -> None:
    with pytest.raises(RecordError, match=f"`share` on {DAY}"):
        read_panel(panel(STOP), growth(), record(*SALES))
    with pytest.raises(RecordError, match="`revenue` holds 2024"):
        read_panel(panel(STOP), growth(), record(SALES[0], seen("share", DAY, DAY, 0.1)))
    with pytest.raises(UnknownName):
        read_panel(replace(panel(STOP), premium="base_sped"), growth(), record(*SALES, seen("share", DAY, DAY, 0.1)))


def test_a_day_with_an_event_study_is_read_from_it_give_or_take_its_errors() -> None:
    stop = replace(STOP, finding="that_day")
    found = studied(-0.10, 0.02)
    rows = (*SALES, seen("share", DAY, DAY, -0.3), seen("market", DAY, DAY, -0.2))
    (row,) = read_panel(panel(stop), growth(), record(*rows, findings=(found,))).rows
    low, high = (math.expm1(-0.10 + side * WITHIN * 0.02) for side in (-1, 1))
    assert row.own_move == pytest.approx((low, high))
    assert row.weight == pytest.approx((-high / AT_STAKE, -low / AT_STAKE))
    assert row.move == (-0.3, -0.3)
    assert row.market_known and not row.by_chance
    assert (row.finding, "closes" in row.sources, "market_-0.2" in row.sources) == ("that_day", True, False)


def test_an_event_study_needs_no_relayed_move() -> None:
    (row,) = read_panel(panel(replace(STOP, finding="that_day")), growth(), record(*SALES, findings=(studied(0.1, 0.02),))).rows
    assert row.move is None
    assert row.weight is not None and row.weight[1] < 0


@pytest.mark.parametrize(("effect", "by_chance"), [(0.05, False), (0.03, True), (-0.03, True), (-0.05, False)])
def test_an_effect_within_two_errors_is_chance_whatever_the_ordinary_move(effect: float, by_chance: bool) -> None:
    held = record(*SALES, findings=(studied(effect, 0.02),))
    stop = replace(STOP, finding="that_day")
    for ordinary in (1e-6, 0.5):
        (row,) = read_panel(replace(panel(stop), ordinary_move=ordinary), growth(), held).rows
        assert row.by_chance == by_chance


def test_belief_on_a_day_with_an_event_study_is_its_logarithm_over_the_premium() -> None:
    doubt = Reaction("doubt", WORDS, "belief", DAY, finding="that_day")
    (row,) = read_panel(panel(doubt), growth(), record(findings=(studied(-0.2, 0.01),))).rows
    speed = growth()["base_speed"]
    assert row.belief == pytest.approx(((-0.2 - WITHIN * 0.01) / speed.low, (-0.2 + WITHIN * 0.01) / speed.high))


@pytest.mark.parametrize("found", [studied(-0.1, None), studied(None, None, "sign"), studied(-0.1, 0.02, "relative")])
def test_a_finding_that_is_no_return_with_an_error_is_refused(found: Finding) -> None:
    with pytest.raises(RecordError, match="`that_day` is no return with an error"):
        read_panel(panel(replace(STOP, finding="that_day")), growth(), record(*SALES, findings=(found,)))


def test_a_finding_that_the_record_lacks_is_refused_with_the_nearest() -> None:
    with pytest.raises(RecordError, match="no finding `that_days`"):
        read_panel(panel(replace(STOP, finding="that_days")), growth(), record(*SALES, findings=(studied(-0.1, 0.02),)))


def test_declarations_without_sense_are_refused() -> None:
    with pytest.raises(BadNumber, match="stakes"):
        replace(STOP, stakes=())
    with pytest.raises(BadNumber, match="stakes"):
        replace(STOP, kind="control")
    with pytest.raises(BadNumber, match="day"):
        replace(STOP, day="16 April 2025")
    with pytest.raises(BadNumber, match="lacks its statement"):
        replace(STOP, statement=("News", ""))
    with pytest.raises(DuplicateName):
        panel(STOP, STOP)
    with pytest.raises(BadNumber, match="market weight"):
        panel(STOP, market_weight=(2.0, 1.0))
    with pytest.raises(BadNumber, match="cannot tell"):
        replace(panel(STOP), limits=("", ""))
