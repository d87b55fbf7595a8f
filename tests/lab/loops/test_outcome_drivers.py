"""What drives an outcome: the stocks that feed it, their weights, and the loops that pass them, against closed forms."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_score import Circuit, score_loops
from dualtrack.lab.loops.outcome_drivers import Drivers, closes, drive, feeding_stocks, through, unreached
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import stations
from tests.loop_toys import CLOCKS, NUMBERS, toy
from tests.refusals import refused
from tests.strategies import model_of
from tests.toys import two_sectors

AS_IS = Regime("as is")
ONE = Worlds({}, None, 0, 1)
CLOCK = Clock(2020.0, 2030.0, 1 / 16, 0.5)
TWO = """
first_growth = number(0.3, "1/year")
second_growth = number(0.1, "1/year")
loss = number(0.05, "1/year")
initial_first = number(10.0, "1")
initial_second = number(20.0, "1")
@flow("1/year", **NAMED)
def first_births(first, first_growth):
    "Grows on itself."
    return first * first_growth
@stock("1", initial=initial_first, **NAMED)
def first(first_births):
    "The first."
    return first_births
@flow("1/year", **NAMED)
def second_births(second, second_growth):
    "Grows on itself."
    return second * second_growth
@flow("1/year", **NAMED)
def second_losses(second, loss):
    "Shrinks by itself."
    return second * loss
@stock("1", initial=initial_second, **NAMED)
def second(second_births, second_losses):
    "The second."
    return second_births - second_losses
@auxiliary("1", **NAMED)
def doubled(first):
    "On the way from a stock."
    return 2 * first
@outcome("1", direction="higher", **NAMED)
def both(doubled, second):
    "What two stocks feed."
    return doubled + second
"""


def circuit(name: str, *path: str) -> Circuit:
    return Circuit(name, tuple((each,) for each in path))


FIRST, BIRTHS, LOSSES = (
    circuit("first", "first", "first_births"),
    circuit("births", "second", "second_births"),
    circuit("losses", "second", "second_losses"),
)


def driven(*circuits: Circuit, spans: tuple[tuple[float, float], ...] = ((2020.0, 2030.0),)) -> Drivers:
    (found,) = drive(model_of(NUMBERS + TWO), AS_IS, ONE, CLOCK, circuits, ["both"], spans)
    return found


def moves(years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """By Euler's steps of 1/16 year, what each stock adds to the outcome in the step before a year."""
    steps = np.round((years - 2020.0) * 16) - 1
    first = 2 * 10.0 * (1 + 0.3 / 16) ** steps * 0.3 / 16
    second = 20.0 * (1 + 0.05 / 16) ** steps * 0.05 / 16
    return first, second


def test_weights_are_what_each_stock_adds() -> None:
    first, second = moves(np.asarray(CLOCK.saved[1:]))
    found = driven(FIRST, BIRTHS, LOSSES)
    assert found.weights["first"] == pytest.approx([(first / (first + second)).mean()])
    assert found.weights["second"] == pytest.approx([(second / (first + second)).mean()])
    assert found.reached == pytest.approx([1.0])


def test_a_loop_drives_by_its_part_at_the_stock_times_the_weight_of_the_stock() -> None:
    """At the second stock births of 0.1 of it a year stand beside losses of 0.05: two thirds and one third of the magnitudes."""
    found = driven(FIRST, BIRTHS, LOSSES)
    shares = {each.circuit: each.share for each in found.periods[0].standings}
    second = float(found.weights["second"][0])
    assert shares == pytest.approx({"first": 1 - second, "births": 2 / 3 * second, "losses": 1 / 3 * second})
    assert {each.circuit: each.reinforcing for each in found.periods[0].standings} == {"first": 1.0, "births": 1.0, "losses": 0.0}
    assert [each.leads for each in found.periods[0].standings] == [1.0, 0.0, 0.0]
    assert "first" in repr(found) and "leads" not in repr(found)


def test_periods_are_read_apart() -> None:
    spans = ((2020.0, 2022.0), (2022.0, 2030.0))
    found = driven(FIRST, BIRTHS, spans=spans)
    years = np.asarray(CLOCK.saved[1:])
    for place, (start, stop) in enumerate(spans):
        first, second = moves(years[(years > start) & (years <= stop)])
        assert found.weights["first"][place] == pytest.approx((first / (first + second)).mean())
    assert [(each.start, each.stop) for each in found.periods] == list(spans)


def test_a_stock_that_no_loop_passes_is_said() -> None:
    model = model_of(NUMBERS + TWO)
    assert feeding_stocks(model, "both") == ("first", "second")
    assert feeding_stocks(model, "second") == ("second",)
    assert unreached(model, "both", [FIRST]) == ("second",)
    assert unreached(model, "both", [FIRST, LOSSES]) == ()
    found = driven(FIRST)
    assert found.reached == pytest.approx(found.weights["first"])
    assert found.weights["first"] + found.weights["second"] == pytest.approx([1.0])


def test_a_path_that_does_not_come_back_reaches_nothing() -> None:
    model = model_of(NUMBERS + TWO)
    assert unreached(model, "both", [circuit("open", "first", "second_births")]) == ("first", "second")


def test_an_outcome_that_no_loop_reaches_has_no_leader() -> None:
    found = driven(circuit("open", "first", "second_births"))
    assert found.periods[0].standings == () and found.reached == pytest.approx([0.0])
    assert "no named loop runs" in repr(found)


def test_the_walk_back_stops_at_a_stock() -> None:
    model = toy("workforce")
    assert feeding_stocks(model, "wanted_production") == ("inventory",)
    assert feeding_stocks(model, "production") == ("workforce",)


def test_the_loops_through_one_element_are_part_of_the_circuit() -> None:
    model = two_sectors()
    whole = Circuit("leaving", stations(model, ("adopters", "leaving")))
    parts = [through(whole, name) for name in ("adopters.lower", "adopters.upper")]
    assert through(whole, "nobody") is None
    assert all(part is not None and closes(model, part) for part in parts)
    clock, worlds = CLOCKS["bass"], draw(model, 3, 7)
    renamed = [Circuit(str(place), part.stations) for place, part in enumerate(parts) if part is not None]
    split = score_loops(model, AS_IS, worlds, clock, renamed).size
    assert split["0"] + split["1"] == pytest.approx(score_loops(model, AS_IS, worlds, clock, [whole]).size["leaving"])


def test_a_span_without_a_saved_year_is_refused() -> None:
    refused(RunError, lambda: driven(FIRST, spans=((2020.0, 2020.1),)))
