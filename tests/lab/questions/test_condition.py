"""Conditions: a small grammar, read, said again and held against answers; everything else refused."""

from functools import partial

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import LabError, RunError
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.asked import AskedClaim, AskedDifference, AskedLag, AskedLevel
from dualtrack.lab.questions.condition import Claimed, Condition, Inequality, check_can_hold, read_condition
from dualtrack.language.statements.claim_test import StructureTest
from tests.lab.coins import is_true_in
from tests.lab.toys import WORDS, growth
from tests.refusals import refused


def test_a_condition_is_read_and_said_again() -> None:
    text = "lag(capability) >= 3 and difference(capability) @ 2035<-0.25and capability>1e-2 and diverted_share @ 2030 <= .5"
    found = read_condition(text.replace("and capability", " and capability"), growth(), 2040.0)
    assert found.comparisons == (
        Inequality(AskedLag("capability"), ">=", 3.0),
        Inequality(AskedDifference("capability", 2035.0), "<", -0.25),
        Inequality(AskedLevel("capability", 2040.0), ">", 0.01),
        Inequality(AskedLevel("diverted_share", 2030.0), "<=", 0.5),
    )
    assert read_condition(str(found), growth(), 1990.0) == found


@pytest.mark.parametrize(
    ("text", "said", "near"),
    [
        ("capabilty > 1", "no quantity `capabilty`", "capability"),
        ("lagg(capability) > 1", "no form", "lag"),
        ("capability", "no comparison", ""),
        ("capability == 1", "`==` compares nothing", ""),
        ("capability != 1", "`!=` compares nothing", ""),
        ("capability => 1", "`=>` compares nothing", ""),
        ("1 < capability < 2", "no comparison", ""),
        ("capability > one", "no finite number", ""),
        ("capability > nan", "no finite number", ""),
        ("capability > 1e999", "no finite number", ""),
        ("capability > 1 or capability < 0", "no comparison", ""),
        ("capability > 1 and", "no comparison", ""),
        ("", "no comparison", ""),
        ("> 1", "asks for nothing", ""),
        ("mechanism > 0", "is a switch", ""),
        ("__import__('os').getcwd() > 1", "asks for nothing", ""),
    ],
)
def test_anything_else_is_refused(text: str, said: str, near: str) -> None:
    with pytest.raises(LabError, match=said) as caught:
        read_condition(text, growth(), 2040.0)
    assert caught.value.near.split(", ")[0] == near
    assert caught.value.fix


def test_every_comparison_must_hold_and_what_is_missing_does_not() -> None:
    values = np.array([[1.0, 2.0, 3.0, np.nan], [5.0, 5.0, 4.0, 5.0]])
    answers = Answers(values, np.isnan(values))
    for sign, expected in (("<", [1, 0, 0, 0]), ("<=", [1, 1, 0, 0]), (">", [0, 0, 0, 0]), (">=", [0, 1, 0, 0])):
        (first,) = read_condition(f"capability {sign} 2", growth(), 2040.0).comparisons
        second = Inequality(AskedLevel("capability", 2030.0), ">", 4.5)
        assert Condition((first, second)).holds(answers).tolist() == [bool(each) for each in expected]


CLAIMS = (is_true_in(0.3), StructureTest("P", WORDS, ("access",)))


def test_a_claim_stands_alone_and_is_said_again() -> None:
    found = read_condition("t and  not T and lag(capability) >= 3", growth(), 2040.0, CLAIMS)
    claim = AskedClaim(CLAIMS[0])
    assert found.comparisons == (
        Claimed(claim, true=True),
        Claimed(claim, true=False),
        Inequality(AskedLag("capability"), ">=", 3.0),
    )
    assert read_condition(str(found), growth(), 1990.0, CLAIMS) == found


@pytest.mark.parametrize(
    ("text", "said", "near"),
    [
        ("TT", "no claim `TT`", "T"),
        ("not TT", "no claim `TT`", "T"),
        ("T > 0.5", "held against no number", ""),
        ("P", "nothing is computed of claim P", ""),
        ("not P", "nothing is computed of claim P", ""),
        ("lag(T) > 3", "asks more of claim T", ""),
        ("T @ 2030 > 3", "asks more of claim T", ""),
        ("not capability > 1", "asks for nothing", ""),
        ("capability", "no comparison", ""),
        ("not not T", "no comparison", ""),
        ("T or capability > 1", "asks for nothing", ""),
    ],
)
def test_a_claim_said_otherwise_is_refused(text: str, said: str, near: str) -> None:
    with pytest.raises(LabError, match=said) as caught:
        read_condition(text, growth(), 2040.0, CLAIMS)
    assert caught.value.near.split(", ")[0] == near
    assert caught.value.fix


def test_a_claim_without_an_answer_is_neither_true_nor_false() -> None:
    answers = Answers(np.array([[1.0, 0.0, np.nan]]), np.array([[False, False, True]]))
    for text, expected in (("T", [True, False, False]), ("not T", [False, True, False])):
        assert read_condition(text, growth(), 2040.0, CLAIMS).holds(answers).tolist() == expected


def test_a_condition_at_the_declared_bound_can_hold_and_one_beyond_it_cannot() -> None:
    model = bind().model
    for text in (
        "dependence >= 1",
        "dependence <= 0",
        "dependence < 5",
        "difference(dependence) > -1",
        "lag(dependence) < -9999",
    ):
        check_can_hold(read_condition(text, model, 2040.0), model)
    for text in ("dependence > 1", "dependence < 0", "difference(dependence) < -1", "difference(dependence) >= 1.1"):
        found = read_condition(text, model, 2040.0)
        assert "can be met in no world" in refused(RunError, partial(check_can_hold, found, model)).what
