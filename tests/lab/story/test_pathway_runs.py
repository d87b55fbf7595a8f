"""Months by pathway in a model that can be worked out by hand, and what is left where a lever passes by every pathway."""

import numpy as np
import pytest

from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.story.pathway_runs import pathway_runs
from dualtrack.lab.story.story_runs import runs_for
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.pathway import Pathway
from tests.lab.toys import draining, growth

MODEL, WORDS = growth(), ("Words", "词")
CLOCK, PARTED, AT = Clock(2020.0, 2040.0, 1 / 8, 0.25), 2025.0, 2035.0
SHUT, OPEN = 0.2, 0.9
PAIR = (
    Regime("open", {"access": Path(((2018.0, SHUT), (PARTED, OPEN)))}),
    Regime("shut", {"access": Path(((2018.0, SHUT),))}),
)
HELP = Pathway("help", WORDS, (("access", "progress"),))
DIVERSION = Pathway("diversion", WORDS, (("diverted_effort", "progress"),))
WORLDS = draw(MODEL, 450, 3)


def by_hand(*, helped: bool, diverted: bool) -> np.ndarray:
    """Capability rises on a straight line, so the months follow from two slopes."""
    given = WORLDS.values
    loss = given["loss_by_diversion"] * given["mechanism"]
    before = given["base_speed"] + SHUT * (given["help_of_access"] - loss)
    after = before + (OPEN - SHUT) * (helped * given["help_of_access"] - diverted * loss)
    years = AT - PARTED
    months = 12 * years * np.where(after > before, 1 - before / after, after / before - 1)
    return np.clip(months, -12 * years, 12 * years)


def test_months_of_every_coalition_are_those_worked_out_by_hand() -> None:
    runs = pathway_runs(runs_for(MODEL, PAIR, CLOCK, "capability", PARTED), (HELP, DIVERSION))
    told: list[tuple[int, int]] = []
    found = runs.months(WORLDS, AT, lambda done, of: told.append((done, of)))
    expected = [by_hand(helped=bool(each & 1), diverted=bool(each & 2)) for each in range(4)]
    assert found == pytest.approx(np.array(expected), abs=1e-6)
    assert not found[0].any()
    assert shares(found).sum(axis=0) == pytest.approx(found[3], abs=1e-9)
    assert told == [(each + 1, 12) for each in range(12)]


def test_what_no_pathway_carries_is_left_with_all_held() -> None:
    runs = pathway_runs(runs_for(MODEL, PAIR, CLOCK, "capability", PARTED), (DIVERSION,))
    found = runs.months(WORLDS, AT)
    assert found[0] == pytest.approx(by_hand(helped=True, diverted=False), abs=1e-6)
    assert found[1] == pytest.approx(by_hand(helped=True, diverted=True), abs=1e-6)


def test_worlds_that_fail_have_no_months() -> None:
    """A tank that the policy lets drain is empty by then in worlds that drain fast, and has no logarithm."""
    pair = (Regime("drained"), Regime("closed", {"opening": Path(((2018.0, 0.0),))}))
    worlds = draw(draining(), 60, 3)
    runs = runs_for(draining(), pair, CLOCK, "log_level", CLOCK.start)
    found = pathway_runs(runs, (Pathway("drain", WORDS, (("opening", "outflow"),)),)).months(worlds, AT)
    is_empty = worlds.values["drain"] * (AT - CLOCK.start) >= 1
    assert 0 < is_empty.sum() < 60
    assert (np.isnan(found[1]) == is_empty).all()
    assert not found[0].any()
