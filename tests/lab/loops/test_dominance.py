"""Who leads when: periods that last, shifts at their date, shares over worlds, reinforcement and balance."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.loops.dominance import Dominance, read_dominance
from dualtrack.lab.loops.loop_score import Circuit, LoopScores, score_loops
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.scenario import Regime
from tests.loop_toys import CLOCKS, toy
from tests.refusals import refused

HALF_YEARS = np.arange(2020.5, 2025.1, 0.5)


def scored(**net: list[float]) -> LoopScores:
    """Scores of one world, the same in a second one."""
    rows = {name: np.array([values, values]) for name, values in net.items()}
    sizes = {name: np.abs(values) for name, values in rows.items()}
    return LoopScores("toy", HALF_YEARS, rows, sizes, dict.fromkeys(rows, 0), np.array([True, True]))


def spans(found: Dominance) -> list[tuple[float, float, str]]:
    return [(each.start, each.stop, each.leader) for each in found.periods]


def test_the_lead_passes_on_when_another_loop_is_larger() -> None:
    found = read_dominance(scored(a=[3.0] * 4 + [1.0] * 6, b=[1.0] * 4 + [-3.0] * 6))
    assert spans(found) == [(2020.0, 2022.0, "a"), (2022.0, 2025.0, "b")]
    assert found.shifts == (2022.0,)
    assert [each.share for each in found.periods[0].standings] == [0.75, 0.25]
    assert [(each.start, each.stop, each.reinforcing) for each in found.stretches] == [(2020, 2022, True), (2022, 2025, False)]
    assert [each.share for each in found.stretches] == [1.0, 0.75]


@pytest.mark.parametrize("short", [0, 4, 9])
def test_a_lead_of_less_than_a_year_is_no_period(short: int) -> None:
    a = [3.0] * 10
    a[short] = 0.5
    assert spans(read_dominance(scored(a=a, b=[1.0] * 10))) == [(2020.0, 2025.0, "a")]


def test_polarity_is_read_from_the_scores() -> None:
    found = read_dominance(scored(a=[2.0] * 10, b=[-1.0] * 10, c=[1.0] * 5 + [-1.0] * 5, d=[0.0] * 10))
    assert {each.circuit: each.reinforcing for each in found.whole.standings} == {"a": 1.0, "b": 0.0, "c": 0.5, "d": None}
    assert {each.circuit: each.active for each in found.whole.standings} == {"a": 1.0, "b": 1.0, "c": 1.0, "d": 0.0}


def test_worlds_may_disagree_on_who_leads() -> None:
    size = {"a": np.array([[3.0, 3.0], [1.0, 1.0], [3.0, 3.0]]), "b": np.array([[1.0, 1.0], [3.0, 3.0], [1.0, 1.0]])}
    found = read_dominance(
        LoopScores("toy", np.array([2021.0, 2022.0]), size, size, {"a": 0, "b": 0}, np.ones(3, dtype=np.bool_))
    )
    first, second = found.whole.standings
    assert [first.circuit, second.circuit] == ["a", "b"]
    assert [first.share, first.leads, second.leads] == pytest.approx([7 / 12, 2 / 3, 1 / 3])
    assert [first.band.lowest, first.band.highest] == pytest.approx([0.30, 0.75])


def test_growth_in_a_limited_space_turns_at_half_of_it() -> None:
    model, clock = toy("logistic"), CLOCKS["logistic"]
    circuits = [Circuit(flow, (("population",), (flow,))) for flow in ("births", "deaths")]
    found = read_dominance(score_loops(model, Regime("as is"), Worlds({}, None, 0, 1), clock, circuits))
    half = 2020.0 + np.log(19.0) / 0.9  # where the continuous curve passes half of its capacity
    assert [each.leader for each in found.periods] == ["births", "deaths"]
    assert found.shifts[0] == pytest.approx(half, abs=0.15)  # Euler's steps of 1/16 year grow a little later
    assert found.stretches[1].start == found.shifts[0]


def test_years_may_be_picked_and_none_left_is_refused() -> None:
    found = read_dominance(scored(a=[3.0] * 4 + [1.0] * 6, b=[1.0] * 4 + [3.0] * 6), start=2023.0)
    assert spans(found) == [(2023.0, 2025.0, "b")]
    refused(RunError, lambda: read_dominance(scored(a=[1.0] * 10), start=2030.0))


def test_a_lead_that_few_worlds_cannot_tell_is_said_to_be_open() -> None:
    size = {"a": np.array([[3.0, 3.0], [1.0, 1.0], [3.0, 3.0]]), "b": np.array([[1.0, 1.0], [3.0, 3.0], [1.0, 1.0]])}
    years, sound = np.array([2021.0, 2022.0]), np.ones(3, dtype=np.bool_)
    few = read_dominance(LoopScores("toy", years, size, size, {"a": 0, "b": 0}, sound))
    assert not few.whole.leader_is_told
    many = {name: np.tile(rows, (200, 1)) for name, rows in size.items()}
    found = read_dominance(LoopScores("toy", years, many, many, {"a": 0, "b": 0}, np.ones(600, dtype=np.bool_)))
    assert found.whole.leader_is_told
    assert found.whole.leader == few.whole.leader == "a"
