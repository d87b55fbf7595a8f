"""A claim hangs on the number that was planted in it, and is read where its mechanism exists."""

import numpy as np

from dualtrack.app.bind import bind
from dualtrack.lab.story.hangs_on import ClaimTruth, hangs_on
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.statements.claim_test import ClaimTest

WORLDS = list(range(0, 1200, 3))
SEED = 7


def test_the_number_planted_in_a_claim_is_found_and_chance_is_not() -> None:
    laboratory = bind()
    drawn = draw(laboratory.model, max(WORLDS) + 1, SEED)
    values = drawn.only(np.isin(drawn.numbers, WORLDS)).values
    test = next(each for each in laboratory.theory.tests if isinstance(each, ClaimTest) and each.mechanisms)
    (switch, *_), everywhere = test.mechanisms, np.ones(len(WORLDS), dtype=bool)
    number = next(name for name in laboratory.model.drawn if len(np.unique(values[name])) == len(WORLDS))
    planted = values[number] > np.median(values[number])
    chance = np.random.Generator(np.random.Philox(key=1)).uniform(size=len(WORLDS)) < 0.5
    found = hangs_on(laboratory, WORLDS, SEED, {test.id: ClaimTruth(planted, everywhere)})[test.id]
    assert (found[0].number, found[0].explains > 0.95) == (number, True)
    assert all(
        each.explains < 0.1 for each in hangs_on(laboratory, WORLDS, SEED, {test.id: ClaimTruth(chance, everywhere)})[test.id]
    )
    only_where_absent = ClaimTruth(values[switch] == 0, everywhere)
    assert hangs_on(laboratory, WORLDS, SEED, {test.id: only_where_absent})[test.id] == ()


def test_nothing_is_drawn_for_no_claims() -> None:
    assert hangs_on(bind(), [], SEED, {}) == {}
