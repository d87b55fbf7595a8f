"""Mediation: the planted direct and indirect delay are found in every world, and a failed world is left out."""

import numpy as np
import pytest

from dualtrack.errors import RegimeError, RunError, UnknownName
from dualtrack.lab.questions.mediate import Mediation, MediationQuestion, mediate
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import draining, growth

CLOCK = Clock(2020.0, 2042.0, 1 / 16, 1 / 4)
RULE = LagRule(2026.0, 2040.0, (0.7, 0.9), resamples=20)
OPENS = 0.8
CLOSED = Regime("closed", {"access": Path(((2020.0, 0.0),))})
OPENING = Regime("opening", {"access": Path(((2020.0, 0.0), (2026.0, OPENS)))})
QUESTION = MediationQuestion(OPENING, CLOSED, ("diverted_share",), "capability")
WORLDS = draw(growth(), 60, 5)


def wait(slope: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Mean months after 2026 until a straight line that stood at `before` reaches the thresholds."""
    each = [np.where(slope > 0, (th - before) / np.where(slope > 0, slope, 1.0), np.inf) for th in RULE.thresholds]
    return np.asarray(12 * np.mean([np.minimum(years, RULE.stop - RULE.start) for years in each], axis=0))


@pytest.fixture(scope="module")
def found() -> Mediation:
    return mediate(growth(), QUESTION, WORLDS, CLOCK, rule=RULE)


def test_the_planted_effects_are_found_in_every_world(found: Mediation) -> None:
    given = WORLDS.values
    base, before = given["base_speed"], 0.05 + 6 * given["base_speed"]
    helped = base + OPENS * given["help_of_access"]
    treated = wait(helped - OPENS * given["loss_by_diversion"] * given["mechanism"], before)
    hybrid, reference = wait(helped, before), wait(base, before)
    assert tuple(each.threshold for each in found.total.thresholds) == RULE.thresholds
    assert found.total.months == pytest.approx(treated - reference, abs=1e-6)
    assert found.indirect.months == pytest.approx(treated - hybrid, abs=1e-6)
    assert found.direct.months == pytest.approx(hybrid - reference, abs=1e-6)
    assert found.indirect.share(3.0) == (treated - hybrid >= 3).mean()


def test_the_parts_sum_to_the_whole(found: Mediation) -> None:
    assert found.total.months == pytest.approx(found.indirect.months + found.direct.months, abs=1e-9)
    assert found.sound.all()


def test_without_the_mechanism_nothing_runs_through_it() -> None:
    off = mediate(growth(), QUESTION, hold(growth(), WORLDS, {"mechanism": 0.0}), CLOCK, rule=RULE)
    assert not off.indirect.months.any()
    assert (off.direct.months <= 0).all()


def test_a_quantity_over_a_dimension_stands_for_its_elements(found: Mediation) -> None:
    by_layer = mediate(growth(), MediationQuestion(OPENING, CLOSED, ("diverted_effort",), "capability"), WORLDS, CLOCK, rule=RULE)
    assert by_layer.question.mediators == ("diverted_effort.tools", "diverted_effort.memory")
    assert by_layer.indirect.months == pytest.approx(found.indirect.months, abs=1e-9)


def test_the_size_of_blocks_changes_nothing(found: Mediation) -> None:
    seen: list[tuple[int, int]] = []
    pieces = mediate(growth(), QUESTION, WORLDS, CLOCK, rule=RULE, block=17, progress=lambda *pair: seen.append(pair))
    assert np.array_equal(pieces.total.months, found.total.months)
    assert np.array_equal(pieces.indirect.months, found.indirect.months)
    assert seen == [(17, 60), (34, 60), (51, 60), (60, 60)]


def test_a_world_that_fails_in_any_run_is_left_out() -> None:
    """The tank runs dry where it is opened; with the outflow of the shut tank it never does."""
    shut, running = (Regime(name, {"opening": Path(((2020.0, value),))}) for name, value in (("shut", 0.0), ("running", 1.0)))
    worlds = draw(draining(), 40, 2)
    question = MediationQuestion(running, shut, ("outflow",), "log_level")
    clock, rule = Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2021.0, 2029.0, (0.5,), resamples=5)
    for asked in (question, MediationQuestion(shut, running, ("outflow",), "log_level")):
        found = mediate(draining(), asked, worlds, clock, rule=rule, block=7)
        assert np.array_equal(found.sound, worlds.values["drain"] < 0.1)
        assert len(found.total.months) == found.sound.sum()
    filled = Regime("filled", {"refill": Path(((2020.0, 0.3),))})
    only_hybrid = mediate(draining(), MediationQuestion(shut, filled, ("outflow",), "log_level"), worlds, clock, rule=rule)
    assert np.array_equal(only_hybrid.sound, worlds.values["drain"] < 0.1)
    with pytest.raises(RunError, match="no world finishes"):
        mediate(draining(), question, hold(draining(), worlds, {"drain": 0.3}), clock, rule=rule)


@pytest.mark.parametrize(
    ("mediators", "outcome", "said"),
    [
        (("diverted_shard",), "capability", "no quantity `diverted_shard`"),
        (("access",), "capability", "is a lever"),
        (("mechanism",), "capability", "is a switch"),
        (("diverted_share",), "access", "is a lever"),
        (("capability",), "capability", "are capability"),
        ((), "capability", "are missing"),
    ],
)
def test_what_is_no_mediator_is_refused(mediators: tuple[str, ...], outcome: str, said: str) -> None:
    with pytest.raises((RegimeError, UnknownName), match=said):
        mediate(growth(), MediationQuestion(OPENING, CLOSED, mediators, outcome), WORLDS, CLOCK, rule=RULE)
