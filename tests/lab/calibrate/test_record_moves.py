"""A planted figure moves what it measures towards it and is named as why; one that repeats what is known moves nothing."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.evidence.rows import Observation
from dualtrack.lab.calibrate.calibrate import calibrate
from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.calibrate.likelihood import Weighing
from dualtrack.lab.calibrate.record_moves import Move, RecordMoves, number_moves
from dualtrack.lab.calibrate.row_pulls import OwnFigure, leading_pulls, row_pulls
from dualtrack.lab.calibrate.share_moves import fact_moves, mechanism_moves, share_move
from tests.lab.calibrate.test_calibrate import FACT, OPEN, SETTINGS
from tests.lab.calibrate.test_likelihood import CLOCK, look, seen
from tests.lab.toys import growth
from tests.refusals import refused

KNOWN = (seen(0.3, 2025.0, 2026.0), seen(0.35, 2026.0, 2027.0))
PLANTED, IDLE = seen(0.8, 2028.0, 2029.0, "mine", grade="A"), seen(0.33, 2025.5, 2026.5, "vague")
PLANTED = replace(PLANTED, definition=0.005)
IDLE = replace(IDLE, definition=3.0)
PLACES = ("observations.csv:2", "observations.csv:3")


def weighing(*rows: DatedFigure) -> Weighing:
    return Weighing(growth(), OPEN, CLOCK, {"capability": rows}, (), look, 0.1)


def row(figure: DatedFigure) -> Observation:
    first, last = date(2028, 1, 1), date(2028, 12, 31)
    return Observation(figure.series, first, last, figure.value, None, None, "reported", "me", date(2029, 1, 1), "")


@cache
def moved() -> RecordMoves:
    shipped, merged = (
        calibrate(each, 3, SETTINGS, facts=(FACT,)) for each in (weighing(*KNOWN), weighing(*KNOWN, PLANTED, IDLE))
    )
    figures = (
        OwnFigure(PLACES[0], row(PLANTED), "capability", "weighs", weighing(*KNOWN, IDLE)),
        OwnFigure(PLACES[1], row(IDLE), "capability", "weighs", weighing(*KNOWN, PLANTED)),
    )
    pulls = row_pulls(merged.weighing, figures, (shipped.drawn, merged.drawn))
    moves = [
        *number_moves(shipped, merged, pulls),
        *mechanism_moves(shipped, merged, pulls),
        *fact_moves(shipped, merged, figures, pulls),
    ]
    return RecordMoves(shipped, merged, pulls, tuple(moves), (0.5, 0.4), (), {"shipped": "a", "own": None})


def one(kind: str, name: str) -> Move:
    (found,) = [each for each in moved().moves if (each.kind, each.name) == (kind, name)]
    return found


def test_a_planted_figure_moves_what_it_measures_towards_it_and_is_named_as_why() -> None:
    speed = one("number", "base_speed")
    assert speed.is_moved
    assert speed.change > 0.2
    assert speed.why[0][0] == PLACES[0]
    assert speed.why[0][1] > 0
    assert PLACES[1] not in [place for place, _ in speed.why]
    assert one("mechanism", "mechanism").change < 0
    assert one("mechanism", "mechanism").why[0][0] == PLACES[0]
    assert moved().rows[0].tells > 10 * moved().rows[1].tells


def test_what_no_figure_measures_does_not_move() -> None:
    assert not one("number", "scale.tools").is_moved
    assert "scale.tools" not in [each.name for each in moved().moved("number")]


def test_pulls_are_of_the_size_of_the_move() -> None:
    speed = one("number", "base_speed")
    assert sum(pull for _, pull in speed.why) == pytest.approx(speed.change, rel=0.5)


def test_a_fact_is_told_in_the_worlds_of_both_and_in_those_of_the_prior() -> None:
    fact = one("fact", "F")
    assert fact.change < -0.1
    assert fact.more["prior"][0] == fact.more["prior"][1]
    assert fact.more["looked_up"] == []


def test_nothing_moves_where_nothing_is_added() -> None:
    shipped = moved().shipped
    assert not any(each.is_moved for each in number_moves(shipped, shipped, ()) + mechanism_moves(shipped, shipped, ()))
    assert row_pulls(shipped.weighing, (), (shipped.drawn, shipped.drawn)) == ()
    assert leading_pulls((), (np.ones(2), np.ones(2)), 1.0) == ()


def test_a_share_moves_beyond_sampling_and_beyond_what_two_draws_differ_by() -> None:
    def asked(one: float, other: float) -> np.ndarray:
        return np.concatenate([np.arange(1000) < 1000 * one, np.arange(1000) < 1000 * other]).astype(float)

    def told(before: np.ndarray, after: np.ndarray) -> Move:
        return share_move("claim", "C", ("C", "C"), (before, after), (), {})

    assert told(asked(0.5, 0.5), asked(0.6, 0.6)).is_moved
    assert not told(asked(0.5, 0.5), asked(0.53, 0.53)).is_moved
    assert not told(asked(0.4, 0.6), asked(0.6, 0.6)).is_moved


def test_it_is_data_and_no_result_where_a_draw_failed() -> None:
    found = moved()
    data = found.to_dict()
    assert data["holds"] is True
    assert [each["place"] for each in data["rows"]] == list(PLACES)
    assert {each["kind"] for each in data["moves"]} == {"number", "mechanism", "fact"}
    assert len(found.to_polars()) == len(found.moves)
    assert "2 figures added" in repr(found)
    failed = replace(found, merged=replace(found.merged, agreement=replace(found.merged.agreement, typical=0.06)))
    refused(RunError, failed.to_rows)
    refused(RunError, lambda: failed.moved("number"))
    assert failed.to_dict()["moves"] == []
    assert "tells" not in failed.to_dict()["rows"][0]
    assert "no result" in repr(failed)
