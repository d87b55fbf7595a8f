"""What matters in small models whose answer is known, and what is refused."""

from typing import Any

import numpy as np
import pytest

from dualtrack.errors import RegimeError, RunError, UnknownName
from dualtrack.lab.questions.answer import Desk
from dualtrack.lab.questions.asked import Asked, AskedDifference, AskedLag, AskedLevel, Setting
from dualtrack.lab.questions.matter import Influences, Method, matter
from dualtrack.lab.questions.pick_freeze import PickFreeze
from dualtrack.lab.questions.screen import Screen
from dualtrack.lab.statistics.lag import LagRule, lag
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.factor import factors
from dualtrack.language.correlated import correlated
from dualtrack.language.declare import auxiliary, uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import TOY, WORDS, draining, growth, model_of, rare_toy

CLOCK = Clock(2020.0, 2042.0, 1 / 4, 1 / 4)
CLOSED = Regime("closed", {"access": Path(((2020.0, 0.0),))})
OPENING = Regime("opening", {"access": Path(((2020.0, 0.0), (2026.0, 0.8)))})
ALONE, PAIRED = Setting(growth(), OPENING, None, CLOCK), Setting(growth(), OPENING, CLOSED, CLOCK)
RULE = LagRule(2026.0, 2040.0, (0.7, 0.9))
QUICK = Method(PickFreeze(most=2048, least=512, width=0.15), Screen(worlds=1000))
FEW = Method(PickFreeze(most=512, least=64), Screen(worlds=4000))
ERROR = 0.08
"""Four standard errors at 2048 pairs."""


def toy(**more: Any) -> Model:
    """The sum of two numbers, of which the second counts twice, and an idle third."""
    first, second, third = (uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY) for _ in range(3))

    @auxiliary("1", label=WORDS)
    def answer(first, second, third):
        """Their weighted sum."""
        return first + 2 * second + 0 * third

    return model_of("toy", dict(locals()) | more)


def ask(setting: Setting, *asked: Asked, method: Method = QUICK) -> tuple[Influences, ...]:
    return matter(setting, asked, method, rule=RULE).answers


def share(found: Influences, name: str) -> float:
    return next(row.total.value for row in found.rows if row.factor.name == name)


def test_a_linear_answer_is_split_as_its_variance_is() -> None:
    (found,) = ask(Setting(toy(), Regime("plain"), None, CLOCK), AskedLevel("answer", 2030.0))
    assert [row.factor.name for row in found.rows] == ["second", "first", "third"]
    assert [row.total.value for row in found.rows] == pytest.approx([0.8, 0.2, 0.0], abs=ERROR)
    assert [row.first.value for row in found.rows] == pytest.approx([0.8, 0.2, 0.0], abs=ERROR)
    assert found.indices.mean == pytest.approx(1.5, abs=0.05)


def test_a_correlated_group_is_one_factor() -> None:
    """Its share is that of both together, (1 + 4 + 2 * 2 * rho) of (1 + 4 + 2 * 2 * rho)."""
    joined = correlated(("first", "third"), ((1.0, 0.8), (0.8, 1.0)), source=TOY["source"], label=WORDS, doc="A toy.")
    model = toy(joined=joined)
    assert [factor.name for factor in factors(model)] == ["first + third", "second"]
    (found,) = ask(Setting(model, Regime("plain"), None, CLOCK), AskedLevel("answer", 2030.0))
    assert share(found, "first + third") == pytest.approx(0.2, abs=ERROR)


def test_sectors_are_factors() -> None:
    by_sector = factors(growth(), "sector")
    assert [factor.name for factor in by_sector] == ["growth"]
    assert set(by_sector[0].members) == set(growth().drawn)


def test_a_lag_and_a_difference_hang_on_what_makes_them() -> None:
    added, later = ask(PAIRED, AskedDifference("capability", 2040.0), AskedLag("capability"))
    for found in (added, later):
        assert {row.factor.name for row in found.rows[:2]} == {"mechanism", "loss_by_diversion"}
        assert share(found, "scale.tools") == 0.0
    assert share(added, "base_speed") == pytest.approx(0.0, abs=1e-12)
    assert share(later, "base_speed") > 0.01
    assert later.asked == AskedLag("capability")


def test_what_the_screen_leaves_is_one_factor_that_says_what_was_missed() -> None:
    method = Method(QUICK.pairs, Screen(worlds=1000, kept=2))
    result = matter(ALONE, [AskedLevel("capability", 2030.0)], method)
    (found,) = result.answers
    assert result.screened == len(growth().drawn)
    assert len(found.rows) == 3
    (rest,) = [row for row in found.rows if len(row.factor.members) > 1]
    assert set(rest.factor.members) < set(growth().drawn)
    (whole,) = ask(ALONE, AskedLevel("capability", 2030.0))
    missed = sum(row.first.value for row in whole.rows if row.factor.name in rest.factor.members)
    assert rest.first.value == pytest.approx(missed, abs=ERROR)


def test_pairs_are_doubled_until_the_intervals_are_narrow_or_said_to_be_wide() -> None:
    wide, narrow = (
        matter(ALONE, [AskedLevel("capability", 2030.0)], Method(PickFreeze(2048, 64, width), QUICK.screen))
        for width in (2.0, 1e-6)
    )
    assert (wide.pairs, wide.answers[0].resolved) == (64, True)
    assert (narrow.pairs, narrow.answers[0].resolved) == (2048, False)


def test_an_answer_that_few_worlds_move_has_no_rows_and_says_how_few() -> None:
    """Of 1,000 screened and 512 pairs; none of them is an error, since the plain ensemble saw it move."""
    (found,) = ask(Setting(rare_toy(1 / 500, 1.0), Regime("plain"), None, CLOCK), AskedLevel("answer", 2030.0), method=FEW)
    assert found.rows == ()
    assert not found.resolved
    assert 0 <= found.indices.moved < 10


def test_the_same_seed_gives_the_same_shares_and_another_does_not() -> None:
    one, same, other = (matter(ALONE, [AskedLevel("capability", 2030.0)], QUICK, seed=seed).answers for seed in (1, 1, 2))
    assert one == same
    assert one != other


def test_worlds_that_fail_are_left_out_and_counted() -> None:
    running = Setting(draining(), Regime("running"), None, Clock(2020.0, 2024.0, 1 / 4, 1 / 4))
    result = matter(running, [AskedLevel("log_level", 2024.0)], QUICK, rule=RULE)
    failing = float((draw(draining(), 4000, 7).values["drain"] >= 0.25).mean())
    assert 0 < failing < 0.3
    assert result.answers[0].indices.pairs / result.pairs == pytest.approx((1 - failing) ** 2, abs=0.06)
    empty = Setting(draining(), Regime("running"), None, CLOCK)
    with pytest.raises(RunError, match="have an answer"):
        ask(empty, AskedLevel("log_level", 2042.0))


@pytest.mark.parametrize(
    ("setting", "asked", "kind", "said"),
    [
        (ALONE, (AskedLevel("capabilty", 2030.0),), UnknownName, "no quantity `capabilty`"),
        (ALONE, (AskedLevel("capability", 2020.0),), RunError, "0.05 in each of the 1,000 worlds drawn"),
        (PAIRED, (AskedDifference("capability", 2024.0),), RunError, "0 in each of the 1,000 worlds drawn"),
        (ALONE, (AskedLevel("capability", 2050.0),), RunError, "not 2050"),
        (ALONE, (AskedLag("capability"),), RegimeError, "a regime to compare with"),
        (PAIRED, (AskedLevel("capability", 2030.0),), RegimeError, "needs the regime `closed`"),
        (Setting(growth(), OPENING, OPENING, CLOCK), (AskedLag("capability"),), RegimeError, "compared with itself"),
        (ALONE, (), RunError, "nothing was asked"),
        (PAIRED, (AskedLag("diverted_share", (5.0,)),), RunError, "reaches none of the thresholds"),
    ],
)
def test_what_cannot_be_measured_is_refused(setting: Setting, asked: tuple[Asked, ...], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        ask(setting, *asked)


def test_answers_are_those_of_the_lag() -> None:
    """The lag that is measured world by world is the lag of the ensemble."""
    desk, worlds = Desk.of(PAIRED, RULE), draw(growth(), 300, 3)
    ran = desk.run(worlds.values, (AskedLag("capability"),))
    asked = (AskedLag("capability"),)
    assert ran.regime is not None
    assert ran.against is not None
    whole = lag(ran.regime.values["capability"], ran.against.values["capability"], ran.regime.years, RULE)
    assert np.allclose(desk.read(ran, asked).values[0], whole.months, equal_nan=True, atol=1e-12)
