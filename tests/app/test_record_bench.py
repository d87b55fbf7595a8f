"""Questions to the record as methods of a laboratory: what to find out, of the shipped theory and of one of one's own."""

from types import ModuleType

import pytest

from dualtrack.app.notebook import laboratory
from dualtrack.errors import RunError, UnknownName
from dualtrack.language.declare import constant, outcome, uncertainty
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.statements.claim_test import ClaimTest, Is
from dualtrack.language.statements.ledger import Claim
from dualtrack.language.theory import Theory
from tests.lab.toys import TOY, WORDS


def a_theory() -> Theory:
    """A catch that is high where one number is high; another says nothing. Nothing is held beside it."""
    richness = uncertainty(0.5, "1", low=0.0, high=1.0, **TOY)
    weather = uncertainty(0.5, "1", low=0.0, high=1.0, **TOY)

    pull = constant(0.01, "1", low=0.0, high=1.0, **TOY)
    landed_before = constant(0.4, "1", low=0.0, high=1.0, **TOY)

    @outcome("1", direction="higher", label=WORDS)
    def catch(richness, weather, pull):
        """What is landed."""
        return richness + pull * weather

    @outcome("1", direction="higher", label=WORDS)
    def usual(landed_before):
        """What was landed before."""
        return landed_before

    sector = ModuleType("fishery")
    sector.__doc__ = "A fishery."
    vars(sector).update(richness=richness, weather=weather, pull=pull, landed_before=landed_before, catch=catch, usual=usual)
    measure = Gap(Point(Arm("open"), "catch", 2025.0), Point(Arm("open"), "usual", 2025.0), "difference")
    words = ("More is landed than before.", "渔获多于以往。")
    return Theory(
        name="fishery",
        label=WORDS,
        sectors=(sector,),
        clock=Clock(2020.0, 2030.0, 0.5, 1.0),
        outcomes=("catch", "usual"),
        regimes=(Regime("open"),),
        claims=(Claim("F", "claim", words, ("catch",)),),
        tests=(ClaimTest("F", words, Is(measure, "above", 0.0), measure),),
        evidence={"F": Sides((), ())},
    )


def test_a_number_of_the_shipped_theory_is_worth_something() -> None:
    found = laboratory().learn(["H9"], worlds=900, studies={"denial_strength": 0.3})
    assert found.numbers[0].name == "denial_strength"
    assert 0 < found.studies[0].value.total.value <= found.numbers[0].total.value
    with pytest.raises(UnknownName):
        laboratory().learn(["H99"])


def test_of_a_theory_of_ones_own_the_number_that_decides_comes_first() -> None:
    found = laboratory(a_theory()).learn(worlds=600)
    assert [each.test.id for each in found.stakes] == ["F"]
    assert found.numbers[0].name == "richness"
    assert found.numbers[0].total.value == pytest.approx(found.most, rel=0.1)
    assert found.undecided == ()


def test_where_too_few_worlds_are_left_nothing_is_said() -> None:
    with pytest.raises(RunError, match="fewer than"):
        laboratory(a_theory()).learn(worlds=20)


def test_what_a_policy_sets_prints_itself_and_goes_to_a_table() -> None:
    lab = laboratory()
    found, both = lab.show("breakout"), lab.show("BREAKOUT", lab.regime("as_is"))
    assert "root_refocus" in repr(found) and "(higher)" in repr(found)
    assert [row["lever"] for row in found.to_rows()] == [each.name for each in found.differing]
    assert found.to_polars().height == len(found.differing) == both.to_polars().height
    assert found.to_dict()["levers"][0]["landmarks"][0]["meaning_zh"]
