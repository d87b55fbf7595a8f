"""The oracle against closed forms, and its word on where a run left the numbers."""

import math

import pytest

from dualtrack.errors import NotANumber, RegimeError, RunError, UnknownName
from dualtrack.language.expressions.expr import Ref
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.python import Oracle, Run, evaluate
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.refusals import refused
from tests.strategies import model_of

HELD = Regime("held")
EXPONENTIAL = """
rate = uncertainty(0.5, "1/year", low=-100.0, high=100.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def size(size, rate):
    "Grows in proportion to itself."
    return rate * size
"""
LOGISTIC = """
rate = uncertainty(0.8, "1/year", low=0.0, high=2.0, **NUMBER)
start = uncertainty(0.05, "1", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=start, **NAMED)
def share(adoption):
    "Those who have adopted."
    return adoption
@flow("1/year", **NAMED)
def adoption(share, rate):
    "Those who adopt, by word of mouth."
    return rate * share * (1 - share)
"""
PULSE = """
pause = uncertainty(1.5, "year", low=0.5, high=3.0, **NUMBER)
entering = uncertainty(2.0, "1/year", low=0.0, high=3.0, **NUMBER)
@delay("1/year", time=pause, order=2, initial=lambda entering: 0 * entering, **NAMED)
def leaving(entering):
    "What entered some time ago."
    return entering
"""
SPRING = """
frequency = uncertainty(2.0, "1/year", low=0.0, high=9.0, **NUMBER)
@stock("1", initial=0, bounds=ANY, **NAMED)
def displacement(velocity):
    "How far the spring is from rest."
    return velocity
@stock("1/year", initial=lambda frequency: frequency, bounds=ANY, **NAMED)
def velocity(displacement, frequency):
    "How fast it moves."
    return -frequency * frequency * displacement
"""
FOLLOWING = """
pause = uncertainty(1.5, "year", low=0.5, high=3.0, **NUMBER)
target = uncertainty(3.0, "1", low=0.0, high=5.0, **NUMBER)
@smooth("1", time=pause, initial=1, **NAMED)
def felt(target):
    "The target as it is felt."
    return target
"""


def run_of(text: str, stop: float, step: float = 1 / 64, scheme: Scheme = RK4) -> Run:
    return Oracle.of(model_of(text)).run(HELD, Clock(0.0, stop, step, step), scheme=scheme)


def test_exponential_growth() -> None:
    run = run_of(EXPONENTIAL, 4.0)
    assert run["size"] == pytest.approx([math.exp(0.5 * year) for year in run.years], rel=1e-9)


def test_euler_compounds_at_every_step() -> None:
    run = run_of(EXPONENTIAL, 2.0, 0.25, EULER)
    assert run["size"] == pytest.approx([1.125**i for i in range(9)], rel=1e-14)


def test_logistic_growth() -> None:
    run = run_of(LOGISTIC, 8.0)
    assert run["share"] == pytest.approx([1 / (1 + 19 * math.exp(-0.8 * year)) for year in run.years], rel=1e-8)
    assert run["adoption"] == pytest.approx([0.8 * s * (1 - s) for s in run["share"]], rel=1e-14)


def test_a_delay_of_two_stages_answers_a_step_as_an_erlang_distribution() -> None:
    run = run_of(PULSE, 6.0)
    expected = [2.0 * (1 - math.exp(-x) * (1 + x)) for x in (2 * year / 1.5 for year in run.years)]
    assert run["leaving"] == pytest.approx(expected, abs=1e-8)


def test_a_spring_swings_as_a_sine() -> None:
    run = run_of(SPRING, 6.0)
    assert run["displacement"] == pytest.approx([math.sin(2 * year) for year in run.years], abs=1e-6)
    assert run["velocity"] == pytest.approx([2 * math.cos(2 * year) for year in run.years], abs=1e-6)


def test_a_smooth_closes_its_gap_exponentially() -> None:
    run = run_of(FOLLOWING, 6.0)
    assert run["felt"] == pytest.approx([3 - 2 * math.exp(-year / 1.5) for year in run.years], abs=1e-9)


def test_runge_kutta_integrates_a_cubic_in_time_exactly() -> None:
    text = """
unit_of_time = constant(1.0, "year", **NUMBER | {"source": Definition("counts years")})
@stock("1", initial=0, **NAMED)
def size(time, unit_of_time):
    "Grows with the cube of time."
    return (time / unit_of_time) ** 2 * (time / unit_of_time) / unit_of_time
"""
    run = run_of(text, 4.0, 0.5)
    assert run["size"] == pytest.approx([year**4 / 4 for year in run.years], rel=1e-14)


DRIVEN = """
dial = lever(0.25, "1/year", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=0, **NAMED)
def size(dial):
    "What the lever adds up to."
    return dial
"""


@pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
def test_a_lever_holds_still_within_a_step(scheme: Scheme) -> None:
    path = Path(((0.0, 0.0), (1.0, 1.0)), ramp=True)
    run = Oracle.of(model_of(DRIVEN)).run(Regime("ramp", {"dial": path}), Clock(0.0, 1.0, 0.25, 0.25), scheme=scheme)
    assert run["dial"] == (0.0, 0.25, 0.5, 0.75, 1.0)
    assert run["size"] == pytest.approx((0.0, 0.0, 0.0625, 0.1875, 0.375))


def test_a_lever_keeps_its_value_where_a_regime_says_nothing() -> None:
    assert Oracle.of(model_of(DRIVEN)).run(HELD, Clock(0.0, 1.0, 0.25, 1.0))["size"] == (0.0, 0.25)


def test_rows_are_saved_as_the_clock_says() -> None:
    model = Oracle.of(model_of(EXPONENTIAL))
    often, seldom = (model.run(HELD, Clock(0.0, 2.0, 0.25, save)) for save in (0.25, 1.0))
    assert seldom.years == (0.0, 1.0, 2.0)
    assert seldom["size"] == often["size"][::4]
    assert seldom["rate"] == (0.5, 0.5, 0.5)


def test_a_run_is_read_between_its_rows_and_not_beyond() -> None:
    run = Run("held", (2020.0, 2021.0), {"size": (1.0, 3.0)})
    assert [run.at("size", year) for year in (2020.0, 2020.25, 2021.0)] == [1.0, 1.5, 3.0]
    refused(RunError, lambda: run.at("size", 2021.5))
    assert refused(UnknownName, lambda: run["siez"]).near == "size"


def broken(formula: str, start: str = "1") -> Model:
    return model_of(
        f"""
a = uncertainty(1.0, "1", low=-2.0, high=2.0, **NUMBER)
rate = uncertainty(1.0, "1/year", low=0.0, high=1e300, **NUMBER)
@stock("1", initial={start}, bounds=ANY, **NAMED)
def size(rate):
    "Falls by one a year."
    return -rate
@auxiliary("1", **NAMED)
def first(size, a):
    "May leave the numbers."
    return {formula}
@auxiliary("1", **NAMED)
def second(first):
    "Hides what its argument is."
    return tanh(first)
"""
    )


@pytest.mark.parametrize("formula", ["a / size", "log(size)", "power(size, -a)", "exp(1 / size)", "size / size", "0 / size"])
def test_what_is_not_a_number_names_variable_year_and_regime(formula: str) -> None:
    oracle = Oracle.of(broken(formula))
    error = refused(NotANumber, lambda: oracle.run(HELD, Clock(2020.0, 2022.0, 0.25, 0.25)), where="toy.py:")
    assert isinstance(error, NotANumber)
    assert (error.variable, error.year) == ("first", 2021.0)
    assert "`first` is not a number in 2021 under regime `held`" in error.what
    assert "size = 0" in error.fix


@pytest.mark.parametrize("formula", ["minimum(1, 1 / size)", "where(greater(size, 0), a / size, a)", "tanh(1 / size)"])
def test_an_infinity_that_an_equation_bounds_is_no_fault(formula: str) -> None:
    run = Oracle.of(broken(formula)).run(HELD, Clock(2020.0, 2022.0, 0.25, 0.25))
    assert all(map(math.isfinite, run["first"]))


@pytest.mark.parametrize(
    "formula", ["greater(log(size), a)", "where(log(size), a, a)", "minimum(a, log(size))", "clip(log(size), 0, 1)"]
)
def test_no_function_hides_what_is_not_a_number(formula: str) -> None:
    oracle = Oracle.of(broken(formula))
    assert "`first`" in refused(NotANumber, lambda: oracle.run(HELD, Clock(2020.0, 2022.0, 0.25, 0.25))).what


def test_a_stock_that_starts_as_no_number_is_named() -> None:
    oracle = Oracle.of(broken("size", start="lambda a: log(a - 1)"))
    error = refused(NotANumber, lambda: oracle.run(HELD, Clock(2020.0, 2022.0, 0.25, 0.25)), where="toy.py:")
    assert "`size` is not a number in 2020" in error.what


def test_a_stock_that_leaves_the_numbers_is_named() -> None:
    oracle = Oracle.of(broken("a"))
    error = refused(NotANumber, lambda: oracle.run(HELD, Clock(2020.0, 2e9, 1e9 - 1010, 1e9 - 1010), {"rate": 1e300}))
    assert "`size` is not a number" in error.what


def test_a_series_that_is_not_a_number_is_named() -> None:
    oracle = Oracle.of(freeze(broken("a"), ["size"]))
    series = {"size": [1.0, 1.0, math.nan, 1.0, 1.0]}
    error = refused(NotANumber, lambda: oracle.run(HELD, Clock(2020.0, 2021.0, 0.25, 0.25), series=series))
    assert "`size` is not a number in 2020.5" in error.what


def test_runs_of_unknown_names_are_refused() -> None:
    oracle, clock = Oracle.of(model_of(EXPONENTIAL)), Clock(0.0, 1.0, 0.25, 0.25)
    refused(RegimeError, lambda: oracle.run(Regime("odd", {"rate": Path(((0.0, 1.0),))}), clock))
    refused(RegimeError, lambda: oracle.run(HELD, clock, {"speed": 1.0}))
    refused(RegimeError, lambda: oracle.run(HELD, clock, series={"size": [1.0] * 5}))
    frozen = Oracle.of(freeze(oracle.model, ["size"]))
    refused(RegimeError, lambda: frozen.run(HELD, clock))


def test_a_tree_is_evaluated_at_given_values() -> None:
    assert evaluate(Ref("x") ** 2 - 1 / Ref("x"), {"x": 2.0}, model_of(EXPONENTIAL)) == 3.5
