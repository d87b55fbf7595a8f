"""Published findings weigh worlds by the runs that correspond to them, and move the odds that a mechanism exists as they must."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.lab.experiments.finding_likelihood import MISTRUSTED, RECOMMENDED, FindingLikelihood, finding_likelihood
from dualtrack.lab.experiments.weigh_populations import DOUBTED, WITH, with_findings
from dualtrack.lab.verdicts.columns import factors_in
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declare import existence
from dualtrack.language.statements.experiment import Corresponds, OfWorld, Timing
from tests.lab.coins import CLOCK, REGIMES, coins
from tests.lab.experiments.published import STUDY, experiment, record_of
from tests.lab.toys import WORDS

MODEL = coins(existence)
WORLDS = draw(MODEL, 400, 7)
HALVED = replace(STUDY, scale="log", effect=float(np.log(0.5)), error=0.2)
RECORD = record_of(HALVED, replace(HALVED, id="other", effect=0.0))


def likelihood(*names: str, worlds: Worlds = WORLDS, **errors: float) -> FindingLikelihood:
    return finding_likelihood(MODEL, REGIMES, CLOCK, [experiment(*names, **errors)], RECORD, worlds)


def test_the_runs_that_correspond_give_each_world_its_own_effect() -> None:
    exists = WORLDS.values["slowing"] > 0
    (effects,) = likelihood("study").effects["toy"]
    assert effects == pytest.approx(np.where(exists, np.log(0.5), 0.0), abs=1e-9)


def test_a_finding_moves_the_odds_by_the_ratio_of_its_likelihoods() -> None:
    found, exists = likelihood("study"), WORLDS.values["slowing"] > 0
    population = Population("toy", WORDS, WORLDS, np.ones(WORLDS.count, dtype=bool))
    before = factors_in(MODEL, population, ["slowing"])[""]["slowing"].value
    (seen,) = with_findings([population], MODEL, REGIMES, CLOCK, found.experiments, RECORD)
    after = factors_in(MODEL, seen, ["slowing"])
    for column, times in ((WITH, RECOMMENDED), (DOUBTED, MISTRUSTED)):
        logs = found.log_of(found.experiments[0], times)
        ratio = np.exp(logs[exists][0] - logs[~exists][0])
        assert after[column]["slowing"].value == pytest.approx(before * ratio)
    assert after[WITH]["slowing"].value > after[DOUBTED]["slowing"].value > before


def test_worlds_that_history_ruled_out_weigh_nothing() -> None:
    kept = np.arange(WORLDS.count) % 2 == 0
    (seen,) = with_findings([Population("toy", WORDS, WORLDS, kept)], MODEL, REGIMES, CLOCK, [experiment("study")], RECORD)
    assert not seen.reweighed[WITH][~kept].any()
    assert seen.reweighed[WITH][kept].mean() == pytest.approx(1.0)


def test_nothing_published_leaves_worlds_as_they_were() -> None:
    population = Population("toy", WORDS, WORLDS)
    assert with_findings([population], MODEL, REGIMES, CLOCK, [], RECORD) == [population]


def test_what_is_left_out_weighs_nothing_and_the_rest_as_before() -> None:
    both, alone = likelihood("study", "other"), likelihood("other")
    assert both.factor(1.0, without=["study"]) == pytest.approx(alone.factor(1.0))
    assert both.factor(1.0, without=["toy"]) == pytest.approx(1.0)
    assert both.factor(1.0, only="helping") == pytest.approx(1.0)


def test_a_formula_of_the_world_needs_no_run() -> None:
    of_gain = replace(experiment("study"), corresponding=(Corresponds("study", OfWorld("gain * speed", 10.0)),))
    found = finding_likelihood(MODEL, {}, CLOCK, [of_gain], RECORD, WORLDS)
    assert found.effects["toy"][0] == pytest.approx(WORLDS.values["gain"])


def test_answers_in_time_speak_of_existence_alone() -> None:
    row = replace(STUDY, scale="hits", effect=3.0, error=None, basis="", out_of=3.0, chance=0.1)
    timing = Timing("in_time", "slowing", WORDS, "study", 0.1, WORDS)
    found = finding_likelihood(MODEL, {}, CLOCK, [timing], record_of(row), WORLDS)
    weights, exists = found.factor(1.0), WORLDS.values["slowing"] > 0
    assert len(np.unique(weights.round(12))) == 2
    assert weights[exists][0] / weights[~exists][0] == pytest.approx((1 - 0.2**4) / (4 * 0.8) / 0.2**3, rel=1e-5)
