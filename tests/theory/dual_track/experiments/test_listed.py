"""The runs of listed firms and of the open past: Washington's dials as history had them in 2018, and as near-embargo has them."""

import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.claims.arm_regime import regime_of
from dualtrack.theory.dual_track.experiments.listed import BEGINS, CLOSED, FROM, LISTED, OPEN_PAST, OPENED

LABORATORY = bind()


@pytest.mark.parametrize("dial", OPENED)
def test_dials_stand_as_they_stood_and_as_near_embargo_has_them(dial: str) -> None:
    start = LABORATORY.history[dial].at(BEGINS) if dial in LABORATORY.history else LABORATORY.model[dial].number
    embargo = LABORATORY.regime("near_embargo").paths[dial]
    assert OPENED[dial] == start
    assert CLOSED[dial] == embargo.points[-1][1]


def test_the_two_runs_differ_in_washingtons_dials_alone_and_from_the_listing_on() -> None:
    listed, opened = (regime_of(LABORATORY.model, LABORATORY.regimes, arm) for arm in (LISTED, OPEN_PAST))
    differ = {name for name, path in listed.paths.items() if path != opened.paths[name]}
    assert differ == set(OPENED)
    for name in differ:
        assert listed.paths[name].at(FROM - 0.01) == opened.paths[name].at(FROM - 0.01)
        assert listed.paths[name].at(2026.0) == CLOSED[name]
