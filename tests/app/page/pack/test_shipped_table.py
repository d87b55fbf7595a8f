"""The table of what was found that ships with the program: current, whole, and of one mind with itself."""

from math import sqrt
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.basis import ACCEPTED, SEED
from dualtrack.app.page.pack.claim_rows import VERDICT, bits_read
from dualtrack.app.page.pack.find_table import seeded_data
from dualtrack.app.page.pack.found import RENEW, read_found
from dualtrack.lab.kept_table import first_accepted, seeded_judgement
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.statements.claim_test import ClaimTest, Given
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS

SURELY = 4.5
"""Standard errors by which a share in other worlds may differ: one claim in 100,000 would by chance."""
AGNOSTIC = 0
A_WORLD = 0.03
"""By how much one world that falls otherwise on another processor may move a share of some forty, an interval or odds."""


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


@pytest.fixture(scope="module")
def found(laboratory: Laboratory) -> dict[str, Any]:
    return read_found(laboratory)


def row(text: str) -> NDArray[np.bool_]:
    return bits_read(text, ACCEPTED)


def test_the_table_is_current_and_holds_every_claim(laboratory: Laboratory, found: dict[str, Any]) -> None:
    assert list(found["verdicts"]) == [test.id for test in CLAIM_TESTS]
    assert found["verdicts"].keys() == {claim.id for claim in laboratory.theory.claims}
    assert found["facts"].keys() == {fact.id for fact in laboratory.theory.facts}
    assert len(found["accepted"]) == ACCEPTED


def test_accepted_worlds_are_those_that_history_leaves(laboratory: Laboratory, found: dict[str, Any]) -> None:
    some = first_accepted(laboratory, 100, SEED)
    assert found["accepted"][:100] == some.numbers.tolist()


def test_judging_gives_what_it_gave_when_the_table_was_found(laboratory: Laboratory, found: dict[str, Any]) -> None:
    """The code that judges is no part of the fingerprint: a small judgement computed again holds it."""
    again = seeded_data(seeded_judgement(laboratory, SEED))
    assert again.keys() == found["seeded"].keys()
    for name, row in again.items():
        assert [row[key] for key in VERDICT] == [found["seeded"][name][key] for key in VERDICT], RENEW
        np.testing.assert_allclose(numbers(row), numbers(found["seeded"][name]), atol=A_WORLD, err_msg=f"{name}: {RENEW}")


def numbers(value: Any) -> list[float]:
    """Every number in some data, in its order; what is none counts as minus one."""
    match value:
        case dict():
            return [each for inner in value.values() for each in numbers(inner)]
        case list():
            return [each for inner in value for each in numbers(inner)]
        case None:
            return [-1.0]
        case int() | float():
            return [float(value)]
        case _:
            return []


def test_every_computed_claim_has_its_truths(found: dict[str, Any]) -> None:
    computed = {test.id: test for test in CLAIM_TESTS if isinstance(test, ClaimTest)}
    assert found["truth"]["claims"].keys() == found["truth"]["computable"].keys() == computed.keys()
    for name, test in computed.items():
        true, computable = row(found["truth"]["claims"][name]), row(found["truth"]["computable"][name])
        assert not (true & ~computable).any()
        assert isinstance(test.condition, Given) == (computable.mean() < 0.99), name


def test_truths_and_verdicts_tell_the_same_share(found: dict[str, Any]) -> None:
    for name, text in found["truth"]["claims"].items():
        reading = found["verdicts"][name]["answers"][AGNOSTIC]["after"]
        asked = int(row(found["truth"]["computable"][name]).sum())
        share = float(row(text).sum()) / asked
        middle = (share + reading["probability"]) / 2
        error = sqrt(max(middle * (1 - middle), 1 / asked) * (1 / asked + 1 / reading["worth"]))
        assert abs(share - reading["probability"]) < SURELY * error, name


def test_what_matters_is_a_share_of_a_main_outcome(laboratory: Laboratory, found: dict[str, Any]) -> None:
    assert found["matter"].keys() <= set(laboratory.model.drawn)
    assert all(0 < share <= 1.1 for shares in found["matter"].values() for share in shares.values())
