"""Paths beside each other: their stages tell every value, and which way one goes from another mirrors the other way round."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.policies.lever_course import LeverStage, lever_stages
from dualtrack.language.scenario import SMALL, Path
from tests.strategies import FIRST_YEAR, paths

MIRRORED = {"tighter": "looser", "looser": "tighter", "higher": "lower", "lower": "higher"}
senses = st.sampled_from(["tighter", "looser", "neither"])
sixteenths = st.integers(-64, 96).map(lambda k: FIRST_YEAR + k / 16)


def at(stages: tuple[LeverStage, ...], year: float) -> tuple[float, ...]:
    return next(stage for stage in reversed(stages) if stage.since <= year + SMALL).at(year)


@given(paths(), paths(), sixteenths, st.integers(0, 160))
def test_stages_tell_every_value_of_every_path(one: Path, other: Path, since: float, later: int) -> None:
    year = since + later / 32
    # A straight line that was joined to a step is a moment of length SMALL off.
    assert at(lever_stages([one, other], since), year) == pytest.approx((one.at(year), other.at(year)), abs=100 * SMALL)


@given(paths(), paths(), sixteenths, sixteenths, st.integers(0, 160))
def test_stages_tell_every_value_of_a_path_that_follows_another(
    one: Path, other: Path, date: float, since: float, later: int
) -> None:
    joined, year = one.then(date, other), since + later / 32
    assert at(lever_stages([joined], since), year) == pytest.approx((joined.at(year),), abs=100 * SMALL)


@given(paths(), paths(), sixteenths)
def test_stages_follow_each_other_and_no_two_are_one(one: Path, other: Path, since: float) -> None:
    stages = lever_stages([one, other], since)
    assert stages[0].since == pytest.approx(since, abs=2 * SMALL) and stages[-1].until == math.inf
    for left, right in pairwise(stages):
        assert left.until == right.since > left.since
        assert not left.values == left.ends == right.values == right.ends


@given(paths(), paths(), sixteenths, senses)
def test_the_other_way_round_tighter_is_looser(one: Path, other: Path, since: float, more: str) -> None:
    there, back = lever_stages([one, other], since), lever_stages([other, one], since)
    for stage, mirrored in zip(there, back, strict=True):
        assert tuple(MIRRORED[each] for each in stage.courses(more)) == mirrored.courses(more)


@given(paths(), sixteenths, senses)
def test_beside_itself_a_path_goes_no_way(path: Path, since: float, more: str) -> None:
    assert [stage.courses(more) for stage in lever_stages([path, path], since)] == [()] * len(lever_stages([path], since))


@pytest.mark.parametrize(
    ("more", "said"), [("looser", ("looser", "tighter")), ("tighter", ("tighter", "looser")), ("neither", ("higher", "lower"))]
)
def test_a_line_that_crosses_goes_one_way_and_then_the_other(more: str, said: tuple[str, ...]) -> None:
    today, falling = Path(((2018.0, 0.25),)), Path(((2027.0, 0.3), (2030.0, 0.2)), ramp=True)
    first, last = lever_stages([today, falling], 2027.0)
    assert first.courses(more) == said and last.courses(more) == said[1:]
    assert (first.values, first.ends) == ((0.25, 0.3), (0.25, 0.2))
