"""What to find out about the shipped theory: a switch decides its rival, worths stay in bounds, misnamed things are refused."""

from functools import cache

import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import BadNumber, RunError, UnknownName
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.what_to_learn import what_to_learn

LABORATORY = bind()
WORLDS = 2500
STUDY = {"denial_strength": 0.2}


@cache
def found() -> Learned:
    return what_to_learn(LABORATORY, WORLDS, 7, claims=("H9", "U4"), studies=STUDY)


def test_a_claim_that_holds_where_its_mechanism_exists_is_asked_whether_it_does() -> None:
    asked = {each.test.id: each.asked for each in found().stakes}
    assert asked == {"H9": "exists and holds", "U4": "holds"}


def test_denial_decides_whether_denied_inputs_slow() -> None:
    name, one = found().leading("H9", 1)[0]
    assert name == "denial_strength"
    assert one.settled.value > 0.7
    assert found().numbers[0].name == "denial_strength"


def test_no_number_and_no_study_is_worth_more_than_the_answer() -> None:
    most = {each.test.id: each.most for each in found().stakes}
    for worth in (*found().numbers, *(each.value for each in found().studies), *(each.exact for each in found().studies)):
        for one in worth.on:
            assert 0 <= one.gain.value <= most[one.claim]
    for study in found().studies:
        assert study.value.total.value <= study.exact.total.value


def test_a_study_that_is_asked_comes_first_with_its_error() -> None:
    first, *others = found().studies
    assert (first.number, first.error, first.is_asked) == ("denial_strength", 0.2, True)
    assert not any(each.is_asked for each in others)
    declared = {each.switch for each in LABORATORY.theory.published.sights if each.attain is not None}
    assert declared <= {each.number for each in others}


def test_the_rows_tell_what_would_measure_each_number_or_that_nobody_knows() -> None:
    for row in found().to_rows():
        source = LABORATORY.model[row["name"]].source
        told = row["name"] in found().measurables or row["name"] in found().sights or hasattr(source, "measure")
        assert (row["measured_by"] is not None) == told


def test_the_same_seed_gives_the_same_worths() -> None:
    again = what_to_learn(LABORATORY, WORLDS, 7, claims=("H9", "U4"), studies=STUDY)
    assert again.to_dict() == found().to_dict()


def test_what_is_misnamed_is_refused() -> None:
    with pytest.raises(UnknownName):
        what_to_learn(LABORATORY, WORLDS, 7, claims=("H99",))
    with pytest.raises(RunError, match="nothing is computed"):
        what_to_learn(LABORATORY, WORLDS, 7, claims=("P1",))
    with pytest.raises(UnknownName, match="denial_strenght"):
        what_to_learn(LABORATORY, WORLDS, 7, claims=("H9",), studies={"denial_strenght": 0.2})
    with pytest.raises(BadNumber):
        what_to_learn(LABORATORY, WORLDS, 7, claims=("H9",), studies={"denial_strength": 0.0})
    with pytest.raises(RunError, match="fewer than"):
        what_to_learn(LABORATORY, 200, 7, claims=("H9",))
