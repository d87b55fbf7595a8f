"""What turns a word: the number that decides it at its known distance, none that is idle, and where a claim crosses a level."""

import numpy as np
import pytest

from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import judge_claims, reads
from dualtrack.lab.claims.profile import Profile
from dualtrack.lab.verdicts.turning import LEVELS, firmness, turns
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest, Is
from tests.lab.coins import CLOCK, REGIMES, coins, rise
from tests.lab.toys import WORDS

SPREAD = 1 / np.sqrt(12)
"""The standard deviation of a number drawn evenly between 0 and 1."""


def profile(bound: float, seed: int = 7, worlds: int = 3000) -> Profile:
    """Of the claim that a number drawn evenly between 0 and 1 is above a bound."""
    model, test = coins(), ClaimTest("T", WORDS, Is(rise(), "above", bound), rise())
    stage = stage_for(model, REGIMES, CLOCK, reads(test))
    (found,) = judge_claims(stage, [test], [Population("one", WORDS, draw(model, worlds, seed))])
    made = found.answers[0].profile
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("bound", "answer", "distance"),
    [(0.9, "contradicted", 0.425 / SPREAD), (0.9, "too small as sized", 0.425 / SPREAD), (0.1, "supported", 0.425 / SPREAD)],
)
def test_a_word_flips_first_along_the_number_that_decides_it(bound: float, answer: str, distance: float) -> None:
    """Beyond .9 lie the last two of twenty groups, of which the nearer has its mean at .925."""
    found = firmness(profile(bound), answer)  # type: ignore[arg-type]
    assert found is not None and found.first is not None
    assert found.first.name == "gain" and not found.is_firm
    assert found.first.distance == pytest.approx(distance, abs=0.05)
    assert found.to_row()["flips"]["name"] == "gain"


@pytest.mark.parametrize(("bound", "answer"), [(1.5, "too small as sized"), (-1.0, "built in")])
def test_a_word_that_no_number_flips_is_firm(bound: float, answer: str) -> None:
    found = firmness(profile(bound), answer)  # type: ignore[arg-type]
    assert found is not None and found.is_firm
    assert found.to_row() == {"firm": True, "flips": None}


def test_idle_numbers_flip_hardly_any_word_by_chance() -> None:
    """The share lies at its bound itself, so that half of all groups are beyond it; by more than chance one word in a thousand.

    Of 500 words half a word flips in the mean, and five or more once in six thousand times.
    """
    flips = 0
    for seed in range(500):
        hits = np.random.default_rng(seed).binomial(100, 0.2, (40, 20)) / 100
        names = tuple(f"number_{place}" for place in range(40))
        found = firmness(Profile(names, hits, np.ones(hits.shape), hits, np.full(hits.shape, 100.0)), "contradicted")
        assert found is not None
        flips += found.first is not None
    assert flips < 5


@pytest.mark.parametrize("answer", ["open", "structure only"])
def test_a_word_without_a_bound_is_neither_firm_nor_loose(answer: str) -> None:
    assert firmness(profile(0.5), answer) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("bound", [0.25, 0.5, 0.75])
def test_a_claim_turns_where_its_threshold_is(bound: float) -> None:
    found = turns(profile(bound), "gain")
    assert [each.level for each in found] == list(LEVELS)
    assert all(each.value == pytest.approx(bound, abs=0.05) for each in found)


def test_along_an_idle_number_no_level_is_crossed() -> None:
    assert [each.value for each in turns(profile(0.35), "idle")] == [None, None, None]
