"""The story of a laboratory: its parts sum, match every order, and follow from the runs another way; a planted dial is found."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import RunError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.story import told_story
from dualtrack.lab.story.story_runs import runs_for
from dualtrack.lab.story.told_story import RULE, find_story, read_at, years_told
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.theory import Theory
from tests.examples.rare_earths_lab import rare_earths

LABORATORY = bind()
THEORY = LABORATORY.theory
PARTED = 2026.9
FEW = draw(LABORATORY.model, 12, 11)


def with_theory(**changes: Any) -> Laboratory:
    return replace(LABORATORY, theory=replace(THEORY, **changes))


def test_parts_sum_to_the_mean_and_nothing_is_left_with_every_pathway_held() -> None:
    found = find_story(LABORATORY, FEW, split=True)
    assert found is not None
    assert found.pathways == tuple(each.name for each in THEORY.pathways)
    assert found.whole.worlds + found.failed == FEW.count
    told = [found.whole, *(each.told for each in (found.dial.parts if found.dial else ()))]
    for part in told:
        assert sum(part.parts) == pytest.approx(part.mean, abs=1e-9)
        assert part.direct == 0.0


def test_months_follow_from_saved_curves_by_another_way() -> None:
    """Where both paths rise all along, the year of a level is read off them by interpolation turned round."""
    found = find_story(LABORATORY, FEW, split=False)
    assert found is not None and found.at == THEORY.display.read_at
    pair = (LABORATORY.treated, LABORATORY.references[0])
    name = THEORY.outcomes[0]
    runs = run_ensemble(LABORATORY.model, pair, FEW, THEORY.clock, [name])
    since = runs.years >= 2025
    curves = [runs.curves(each.name, name)[:, since] for each in pair]
    rising = np.logical_and.reduce([(np.diff(each, axis=1) > 0).all(axis=1) for each in curves])
    assert rising.sum() >= 3
    alone = find_story(LABORATORY, FEW.only(rising), split=False)
    assert alone is not None
    years, months = runs.years[since], []
    for one, two in zip(*(each[rising] for each in curves), strict=True):
        here, there = (float(np.interp(found.at, years, each)) for each in (one, two))
        past = np.interp(there, one, years) if here > there else np.interp(here, two, years)
        months.append(np.sign(here - there) * 12 * (found.at - max(past, PARTED)))
    assert alone.whole.mean == pytest.approx(np.clip(months, -RULE.most, RULE.most).mean(), abs=1e-6)
    assert alone.whole.quantiles[alone.years.index(alone.at), 2] == pytest.approx(np.median(months), abs=1e-6)
    assert alone.whole.later == np.mean(np.array(months) <= -RULE.bound)


def test_exchanging_the_policies_changes_every_sign() -> None:
    there = find_story(LABORATORY, FEW, split=False)
    back = find_story(with_theory(treated=THEORY.references[0], references=(THEORY.treated,)), FEW, split=False)
    assert there is not None and back is not None
    assert back.whole.quantiles == pytest.approx(-there.whole.quantiles[:, ::-1])
    assert (back.whole.later, back.whole.earlier) == (there.whole.earlier, there.whole.later)
    assert back.whole.mean == pytest.approx(-there.whole.mean)


def test_a_policy_beside_itself_is_never_ahead() -> None:
    found = find_story(with_theory(references=(THEORY.treated,)), FEW, split=False)
    assert found is not None
    assert not found.whole.quantiles.any() and found.dial is None
    assert (found.whole.later, found.whole.earlier, found.whole.mean) == (0, 0, 0)


def test_a_number_that_decides_becomes_the_dial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Months are put in the place of runs: a number makes them, and everything else is noise."""
    worlds = draw(LABORATORY.model, 400, 5)
    planted = worlds.values["progress_rate"]
    months = 60 * (planted - np.median(planted)) / np.ptp(planted) + np.random.default_rng(1).normal(0, 4, 400)

    class Planted:
        def months(self, worlds: Worlds, years: tuple[int, ...]) -> np.ndarray:
            return np.repeat(months[:, None], len(years), axis=1)

    monkeypatch.setattr(told_story, "runs_for", lambda *_: Planted())
    found = find_story(LABORATORY, worlds, split=False)
    assert found is not None and found.dial is not None
    assert found.dial.number == "progress_rate" and found.dial.explains > 0.5
    assert found.dial.turn is not None
    assert found.dial.turn.low < np.median(planted) < found.dial.turn.high
    medians = [each.told.quantiles[0, 2] for each in found.dial.parts]
    assert medians == sorted(medians) and len(medians) == RULE.parts
    assert sum(each.told.worlds for each in found.dial.parts) == 400
    assert all(below.high < above.low for below, above in zip(found.dial.parts, found.dial.parts[1:], strict=False))


def test_worlds_without_a_number_are_counted_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def months(self, worlds: Worlds, years: tuple[int, ...]) -> np.ndarray:
            rows = np.arange(float(worlds.count))[:, None] * np.ones(len(years))
            rows[:lost] = np.nan
            return rows

    monkeypatch.setattr(told_story, "runs_for", lambda *_: Failing())
    lost = 5
    found = find_story(LABORATORY, FEW, split=False)
    assert found is not None
    assert (found.failed, found.whole.worlds, found.whole.mean) == (5, 7, 8.0)
    lost = FEW.count
    with pytest.raises(RunError, match="no world has months"):
        find_story(LABORATORY, FEW, split=False)


def test_months_at_a_date_do_not_hang_on_how_far_the_runs_go() -> None:
    runs = runs_for(LABORATORY.model, (LABORATORY.treated, LABORATORY.references[0]), THEORY.clock, THEORY.outcomes[0], PARTED)
    assert (runs.months(FEW, (2034,)) == runs.months(FEW, (2030, 2034, 2040))[:, [1]]).all()


def test_another_theory_has_a_story_without_a_declared_year() -> None:
    laboratory = rare_earths()
    found = find_story(laboratory, draw(laboratory.model, 100, 3), split=True)
    assert found is not None
    assert found.pathways == ("duty", "licences", "smuggling", "mines", "buyers")
    assert sum(found.whole.parts) == pytest.approx(found.whole.mean, abs=1e-9)
    assert found.whole.direct == 0.0
    assert found.years == (2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018)
    assert found.at == 2015


def test_without_pathways_nothing_is_shared_out() -> None:
    found = find_story(with_theory(pathways=()), FEW, split=True)
    assert found is not None
    assert found.pathways == () and found.whole.parts == ()
    assert found.whole.direct == found.whole.mean


def test_without_a_pair_of_policies_there_is_no_story() -> None:
    assert find_story(with_theory(treated=""), FEW, split=False) is None
    assert find_story(with_theory(references=()), FEW, split=False) is None


@pytest.mark.parametrize(("since", "expected"), [(2026.9, 2034), (2030.0, 2036), (2018.0, 2030), (2039.5, 2040)])
def test_the_year_read_is_the_first_whole_one_past_half_of_the_way(since: float, expected: int) -> None:
    theory: Theory = replace(THEORY, display=replace(THEORY.display, read_at=None))
    assert read_at(theory, since) == expected
    assert read_at(theory, since) in years_told(since, theory.clock.stop)
    assert read_at(THEORY, since) == 2034
