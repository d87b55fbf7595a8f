"""Words at their rates: toys whose word is known over many seeds, and random claims of which none is louder than its null."""

import numpy as np
import pytest
from scipy.stats import binom

from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import judge_claims, reads
from dualtrack.lab.verdicts.columns import columns_of
from dualtrack.lab.verdicts.existence import ExistenceFactor, existence_factors
from dualtrack.lab.verdicts.reference_cases import reference_cases
from dualtrack.lab.verdicts.ruling import verdict_of, words_of
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population, left_standing
from dualtrack.language.statements.claim_test import Is, Null
from tests.lab.coins import CLOCK, REGIMES, coins, rise
from tests.lab.toys import WORDS
from tests.lab.verdicts.test_verdict import KINDS, TOYS, claim, worded

SEEDS, RANDOM = 200, 100
RATE = 0.95
"""How often a toy must get its word: the intervals that decide leave five of a hundred out."""
CHANCE = 1e-6


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("toy", TOYS)
def test_a_toy_gets_its_word_at_the_rate_of_its_intervals(toy: str, kind: str) -> None:
    test, is_recorded, expected = TOYS[toy]
    hits = sum(worded(test, is_recorded, seed, kind) == expected for seed in range(SEEDS))
    assert hits >= binom.ppf(CHANCE, SEEDS, RATE), f"{hits} of {SEEDS}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_random_claim_is_supported_that_holds_in_half_of_its_null(kind: str) -> None:
    """A claim is true above a random bound of a drawn gain; its null holds the gain at another value, so its truth is known."""
    generator, model, wrong = np.random.default_rng(7), coins(KINDS[kind]), []
    for seed in range(RANDOM):
        bound, held = generator.uniform(-0.2, 1.0, 2)
        test = claim(
            Is(rise(), "above", float(bound)),
            rests_on=("slowing",),
            null=Null(WORDS, held=(("gain", float(np.clip(held, 0, 1))),)),
        )
        worlds = draw(model, 400, seed)
        stage, population = stage_for(model, REGIMES, CLOCK, reads(test)), Population("toy", WORDS, worlds)
        (judgement,) = judge_claims(stage, [test], [population])
        cases = reference_cases(stage, test, left_standing([population], 400), worlds)
        factors = {**existence_factors(model, population, model.switches), "slowing": ExistenceFactor(99.0, (99.0, 99.0))}
        columns = columns_of(judgement, {"": cases.null}, {"": factors})
        found = verdict_of(columns, words_of(model, judgement, cases, columns))
        is_so_without = np.clip(held, 0, 1) > bound
        wrong += [seed] if found.answer == "supported" and is_so_without else []
        wrong += [seed] if found.answer == "built in" and not is_so_without else []
    assert wrong == []
