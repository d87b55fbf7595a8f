"""How fast a stock drains by itself: found in every form in which it can be written, and never below what is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.pace import check_step, hurried
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.xmile.xmile import xmile
from tests.refusals import refused
from tests.strategies import costly, model_of

NUMBERS = """
pause = uncertainty({nominal!r}, "year", low={low!r}, high=4.0, **NUMBER)
rate = uncertainty(0.5, "1/year", low=0.0, high=1 / {low!r}, **NUMBER)
half = constant(0.5, "1", low=0.5, high=0.5, **NUMBER)
goal = lever(1.0, "1", low=0.0, high=1.0, **NUMBER)
"""
FORMS = {
    "smooth": '@smooth("1", time=pause, initial=0, **NAMED)\ndef size(goal):\n    "Follows."\n    return goal\n',
    "gap": '@stock("1", initial=0, **NAMED)\ndef size(size, goal, pause):\n    "Adjusts."\n    return (goal - size) / pause\n',
    "outflow in place": '@stock("1", initial=1, **NAMED)\ndef size(size, pause):\n    "Empties."\n    return 0 - size / pause\n',
    "a rate": '@stock("1", initial=1, **NAMED)\ndef size(size, rate):\n    "Empties."\n    return -rate * size\n',
    "outflow by name": '@flow("1/year", **NAMED)\ndef loss(size, pause):\n    "Leaves."\n    return size / pause\n'
    '@stock("1", initial=1, **NAMED)\ndef size(loss):\n    "Empties."\n    return -loss\n',
}
SHARED = {
    "half the time": '@stock("1", initial=1, **NAMED)\ndef size(size, pause, half):\n'
    '    "Empties."\n    return -size / (half * pause)\n',
    "delay of three": '@delay("1/year", time=pause, order=3, initial=lambda rate: 0 * rate, **NAMED)\ndef out(rate, goal):\n'
    '    "Arrives."\n    return rate * goal\n',
}


def written(form: str, low: float = 0.2) -> Model:
    body = {**FORMS, **SHARED}[form]
    return model_of(NUMBERS.format(nominal=min(1.0, 2 * low), low=low) + body)


@costly
@given(form=st.sampled_from(list(FORMS)), low=st.floats(0.01, 1.0))
def test_the_shortest_time_is_found_however_it_is_written(form: str, low: float) -> None:
    (time,) = written(form, low).shortest_times.values()
    assert time == pytest.approx(low)


def test_a_delay_has_a_time_for_each_of_its_stages() -> None:
    assert written("delay of three").shortest_times == pytest.approx(
        dict.fromkeys([f"out.stage_{i}" for i in (1, 2, 3)], 0.2 / 3)
    )
    assert written("half the time").shortest_times == pytest.approx({"size": 0.1})


def test_what_grows_or_hangs_on_more_has_no_sure_time() -> None:
    numbers = NUMBERS.format(nominal=0.4, low=0.2)
    for body in ("rate * size", "goal / pause - rate * tanh(size)", "rate * (size - goal)"):
        found = model_of(
            numbers + f'@stock("1", initial=1, **NAMED)\ndef size(size, pause, rate, goal):\n    "x"\n    return {body}\n'
        )
        assert not found.shortest_times


@pytest.mark.parametrize(
    ("low", "high", "drains"),
    [(0.0, 2.0, "-"), (0.5, 2.0, "-"), (-2.0, 0.0, "+"), (-2.0, -0.5, "+"), (-2.0, 0.5, ""), (-0.5, 2.0, "")],
)
@pytest.mark.parametrize("sign", ["-", "+"])
def test_a_factor_drains_surely_where_it_never_changes_its_sign(low: float, high: float, drains: str, sign: str) -> None:
    found = model_of(
        f'pull = uncertainty({low!r}, "1/year", low={low!r}, high={high!r}, **NUMBER)\n'
        f'@stock("1", initial=1, **NAMED)\ndef size(size, pull):\n    "x"\n    return 0 {sign} pull * size\n'
    )
    assert dict(found.shortest_times) == ({"size": 1 / max(-low, high)} if sign == drains else {})


@pytest.mark.parametrize("form", [*FORMS, *SHARED])
def test_every_target_refuses_a_step_longer_than_the_shortest_time(form: str) -> None:
    model, clock = written(form, 0.01), Clock(2020.0, 2021.0, 1 / 16, 1 / 4)
    for run in (
        lambda: Oracle.of(model).run(Regime("x"), clock),
        lambda: Many.of(model).run(Regime("x"), clock, {}, model.stocks),
        lambda: xmile(model, Regime("x"), clock),
    ):
        assert refused(RunError, run).where


@costly
@given(st.sampled_from([*FORMS, *SHARED]), st.floats(0.01, 0.5), st.sampled_from([4, 8, 16, 32, 64]))
def test_a_step_that_is_taken_never_makes_what_settles_swing(form: str, low: float, steps: int) -> None:
    """What settles at a goal between 0 and 1 stays there, for any step that is not refused, at the fastest value."""
    model, clock = written(form, low), Clock(2020.0, 2022.0, 1 / steps, 1 / steps)
    world = {"pause": low, "rate": 1 / low} if form != "delay of three" else {"pause": low, "rate": 1.0}
    try:
        check_step(model, clock.step)
    except RunError:
        assert clock.step > min(model.shortest_times.values())
        return
    run = Oracle.of(model).run(Regime("x"), clock, world)
    for name in model.stocks:
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in run[name])


def test_between_a_third_and_the_whole_a_step_is_run_and_named() -> None:
    model = written("smooth", 0.1)
    check_step(model, 1 / 16)
    assert dict(hurried(model, 1 / 16)) == pytest.approx({"size": 0.1})
    assert not hurried(model, 1 / 32)
    check_step(model, 0.1)
