"""What matters in worlds that history leaves: a toy whose shares are known, what is held, and what is refused."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.errors import NoMeaning, RegimeError, RunError
from dualtrack.lab.questions.asked import AskedLevel, Setting
from dualtrack.lab.questions.matter import Method, matter
from dualtrack.lab.questions.matter_left import LeftInfluences, matter_left
from dualtrack.lab.questions.pick_freeze import PickFreeze
from dualtrack.lab.questions.redraw import Redraw
from dualtrack.lab.record.accept import Matching
from dualtrack.lab.record.figure import Figure
from dualtrack.language.declare import auxiliary, uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.display import NumberGroup
from dualtrack.language.statements.ledger import Level, Stated
from dualtrack.language.statements.target import Target, Tolerance
from tests.lab.toys import TOY, WORDS, model_of

CLOCK, PLAIN = Clock(2020.0, 2021.0, 1.0, 1.0), Regime("plain", {}, ("Plain", "平"))
ASKED = AskedLevel("answer", 2021.0)
MEANINGS = (NumberGroup("pair", ("The pair", "两者"), ("one", "third")), NumberGroup("other", ("The other", "另一"), ("other",)))
ERROR = 0.08
"""Four standard errors at 2,048 worlds."""


def toy() -> Model:
    """A number beside another, of which history leaves those whose sum is at most 1, and a third of no account."""
    one, other, third = (uncertainty(0.4, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY) for _ in range(3))

    @auxiliary("1", label=WORDS)
    def answer(one, other, third):
        """The first of them."""
        return one + 0 * other + 0 * third

    @auxiliary("1", label=WORDS)
    def both(one, other):
        """Their sum."""
        return one + other

    return model_of("toy", dict(locals()))


def look(series: str, year: float) -> Figure:
    raise AssertionError(f"no target of these tests asks for {series} in {year}")


SUM = Target("M1", WORDS, Level("both", 2020.0), "at_most", Stated(1.0, "anyone"), Tolerance(1e-9))
MODEL = toy()
MATCHING = Matching(MODEL, PLAIN, CLOCK, (SUM,), look, spared=0)
HERE = Setting(MODEL, PLAIN, None, CLOCK, meanings=MEANINGS)
SIZE = PickFreeze(most=2048, least=2048)


def shares(found: LeftInfluences) -> dict[str, float]:
    return {row.factor.name: row.total.value for row in found.rows}


def test_a_number_that_history_ties_to_another_carries_three_quarters_by_itself() -> None:
    found = matter_left(HERE, MATCHING, [ASKED], Method(SIZE))
    assert shares(found.answers[0]) == pytest.approx({"one": 0.75, "other": 0.0, "third": 0.0}, abs=ERROR)
    assert found.left == pytest.approx(0.5, abs=0.03)
    (prior,) = matter(HERE, [ASKED], Method(SIZE)).answers
    assert prior.rows[0].total.value == pytest.approx(1.0, abs=ERROR)


def test_groups_of_one_meaning_are_rows_and_the_same_seed_gives_the_same() -> None:
    one, same, other = (matter_left(HERE, MATCHING, [ASKED], Method(SIZE, by="meaning"), seed=seed) for seed in (1, 1, 2))
    assert shares(one.answers[0]) == pytest.approx({"pair": 0.75, "other": 0.0}, abs=ERROR)
    assert one.answers[0].rows == same.answers[0].rows
    assert one.answers[0].rows != other.answers[0].rows
    row = one.to_rows()[0]
    assert (row["factor"], row["label"], row["unmatched"] < 0.02) == ("pair", {"en": "The pair", "zh": "两者"}, True)
    assert one.to_dict()["answers"][0]["factors"][0]["members"] == ["one", "third"]


def test_intervals_narrow_with_worlds_and_sampling_stops_where_they_are_narrow() -> None:
    few, many = (
        matter_left(HERE, MATCHING, [ASKED], Method(PickFreeze(most=4096, least=256, width=width))) for width in (0.9, 0.05)
    )
    assert few.worlds == 256
    assert many.worlds > 256
    assert many.answers[0].rows[0].total.width < few.answers[0].rows[0].total.width


def test_a_number_that_is_held_counts_for_history_and_not_for_the_answer() -> None:
    held = replace(HERE, held={"one": 0.25})
    (found,) = matter_left(replace(HERE, held={"other": 0.25}), MATCHING, [ASKED], Method(SIZE)).answers
    assert shares(found)["one"] == pytest.approx(0.75, abs=ERROR)
    (still,) = matter_left(held, MATCHING, [ASKED], Method(SIZE)).answers
    assert still.rows == ()
    assert still.shares.mean == 0.25
    with pytest.raises(RunError, match=r"0\.25 in each"):
        matter(held, [ASKED], Method(SIZE))


@pytest.mark.parametrize(("held", "said"), [({"on": 1.0}, "`on`"), ({"one": 2.0}, "cannot be 2"), ({"answer": 1.0}, "`answer`")])
def test_what_cannot_be_held_is_refused(held: dict[str, Any], said: str) -> None:
    with pytest.raises(RegimeError, match=said):
        replace(HERE, held=held)


def test_no_world_left_and_no_groups_are_refused() -> None:
    nowhere = replace(MATCHING, targets=(replace(SUM, yardstick=Stated(-1.0, "anyone")),))
    with pytest.raises(RunError, match="leaves none"):
        matter_left(HERE, nowhere, [ASKED], Method(SIZE), redraw=Redraw(1))
    with pytest.raises(NoMeaning):
        matter_left(replace(HERE, meanings=()), MATCHING, [ASKED], Method(SIZE, by="meaning"))
