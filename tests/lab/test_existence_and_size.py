"""A theory in which existence and size are apart, asked every question: both are told, and neither is taken for the other."""

from functools import cache

import pytest

import dualtrack as dt
from dualtrack.app.believe_words import sentence
from dualtrack.app.commands.believe import show_belief
from dualtrack.app.notebook import Workbench
from dualtrack.lab.believe import believe
from dualtrack.lab.believed import Belief
from dualtrack.lab.judged import Judged
from dualtrack.lab.questions.matter import Matter
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from tests.lab.apart import theory

WORLDS = 3000


@cache
def lab() -> Workbench:
    return dt.laboratory(theory())


@cache
def judged() -> Judged:
    return lab().judge(worlds=WORLDS)


@cache
def believed(claim: str, *numbers: str) -> Belief:
    return believe(lab(), claim, 12_000, 7, lambda *_: None, numbers=numbers)


def test_a_claim_is_judged_over_the_worlds_where_its_mechanism_exists() -> None:
    """True in nine tenths of them it is not open for its share of all; nothing says that the mechanism exists."""
    found = lab().judge("E1", worlds=WORLDS, prior="level")
    last = found.judgements[0].answers[0].last
    assert last.given is not None
    assert last.share.value == pytest.approx(0.72, abs=0.03)
    assert last.given.value == pytest.approx(0.9, abs=0.02)
    assert found.rulings["E1"].verdict.why == "the record is silent"


def test_a_prior_that_leans_moves_existence_and_size_apart() -> None:
    """Its size is above a tenth in .9 of worlds where it exists, in .99 for who leans to it, and in .81 for who leans against."""
    first = next(each for each in judged().judgements if each.test.id == "E1")
    for answer, exists, large in zip(first.answers, (0.8, 0.9, 0.6), (0.9, 0.99, 0.81), strict=True):
        assert answer.last.given is not None
        assert answer.last.given.value == pytest.approx(large, abs=0.04)
        assert answer.last.share.value == pytest.approx(exists * large, abs=0.04)


def test_what_decides_a_claim_may_be_whether_something_exists() -> None:
    second = next(each for each in judged().judgements if each.test.id == "E2")
    assert second.answers[0].cruxes[0].name == "there"
    assert (second.answers[0].cruxes[0].low.value, second.answers[0].cruxes[0].high.value) == pytest.approx((0.1, 1.0), abs=0.04)


def test_what_one_must_believe_is_that_it_exists() -> None:
    (there,) = believed("E2", "there").numbers
    assert [value for value, _ in there.curve] == [0.0, 1.0]
    assert there.at(SUPPORTED).value == 1.0
    assert there.at(SUPPORTED).interval == (1.0, 1.0)
    assert there.at(CONTRADICTED).value == 0.0
    said = sentence(lab().model, believed("E2", "there"))
    assert said[0].startswith("To hold E2 true in 80 % of worlds one must believe that “The mechanism” exists")
    assert "须相信“该机制”存在" in said[1]


def test_the_map_of_existence_and_size_has_two_columns(capsys: pytest.CaptureFixture[str]) -> None:
    found = believed("E1", "there", "size")
    assert found.map is not None
    assert found.map.values[0] == (0.0, 1.0)
    assert [len(row) for row in found.map.shares] == [2] * len(found.map.values[1])
    assert all(x in (0.0, 1.0) for x, _ in found.map.line)
    show_belief(lab().model, found)
    said = capsys.readouterr().out
    assert "it exists" in said


def test_its_part_of_the_variance_is_that_of_a_coin() -> None:
    """The gain is 0 or a uniform size: of a variance of .8/3 - .16 the mechanism carries (1/2)^2 .16 alone."""
    found = lab().matter("gain", regime="wide", seed=7)
    assert isinstance(found, Matter)
    there = next(row for row in found.answers[0].rows if row.factor.name == "there")
    variance = 0.8 / 3 - 0.16
    assert there.first.low <= 0.16 / 4 / variance <= there.first.high


def test_a_region_says_that_it_exists(capsys: pytest.CaptureFixture[str]) -> None:
    found = lab().discover("gain > 0.3", regime="wide", worlds=2000, seed=7)
    limits = {limit.name: limit for limit in found.regions[0].limits}
    assert 0 < limits["there"].bound < 1
    assert limits["size"].bound == pytest.approx(0.3, abs=0.1)


def test_it_is_explained_and_listed_as_a_switch() -> None:
    said = str(lab().explain("there"))
    assert "exactly 0 with probability 0.2, else exactly 1" in said
    assert lab().model.switches == ("there",)
