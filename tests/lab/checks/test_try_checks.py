"""Sentences tried in worlds: true ones hold, false ones show where they break, and what nothing tried is called untried."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from dualtrack.errors import BadNumber, RegimeError, RunError
from dualtrack.lab.checks.try_checks import Checked, SentenceTried, check
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.declare import SHARE, auxiliary, constant, flow, lever, stock, switch, uncertainty
from dualtrack.language.expressions.ops import log
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.reality_check import Bounded, Check, Conserved, Fixed, Holds, Response, Sweep, Switches
from tests.lab.toys import LAYERS, TOY, WORDS, model_of
from tests.refusals import refused

CLOCK = Clock(2020.0, 2024.0, 1 / 8, 1 / 2)
DRY, WET = Regime("dry"), Regime("wet", {"rain": Path(((2020.0, 1.0),))})
SAID = ("A sentence.", "一句话。")


@cache
def pond() -> Model:
    """Two ponds that rain fills and the sun dries, a gauge, and a share that leaves its declared bounds where rain is full."""
    sun = uncertainty(0.2, "1/year", low=0.1, high=0.3, **TOY)
    clouds = switch(**TOY)
    rain = lever(0.0, "1", low=0.0, high=1.0, **TOY)
    start = constant({"tools": 1.0, "memory": 2.0}, "1", low=0.0, high=9.0, over=LAYERS, **TOY)
    speed = constant(2.0, "1/year", low=0.0, high=9.0, **TOY)

    @flow("1/year", label=WORDS)
    def filling(rain, clouds, speed):
        """Rain that falls where there are clouds."""
        return rain * clouds * speed

    @flow("1/year", label=WORDS, over=LAYERS)
    def drying(water, sun):
        """What the sun takes."""
        return water * sun

    @stock("1", initial=start, label=WORDS, over=LAYERS)
    def water(filling, drying):
        """What stands in the pond."""
        return filling - drying

    @auxiliary("1", label=WORDS, over=LAYERS)
    def gauge(water):
        """What the gauge shows."""
        return water * 2

    @auxiliary("1", label=WORDS, bounds=SHARE)
    def fullness(rain):
        """A share that its declaration bounds, and its equation does not."""
        return rain * 2

    return model_of("pond", dict(locals()))


def try_out(*checks: Check, worlds: int = 8) -> Checked:
    return check(pond(), checks, [DRY, WET], draw(pond(), worlds, 3), CLOCK)


def only(one: Check, worlds: int = 8) -> SentenceTried:
    (finding,) = try_out(one, worlds=worlds).tried_sentences
    assert finding.tried == 2 * worlds
    return finding


TRUE: tuple[Check, ...] = (
    Holds(SAID, "water <= gauge"),
    Holds(SAID, ("gauge == water * 2", "least(water) <= total(water)")),
    Holds(SAID, "filling == 0", where="rain <= 0"),
    Holds(SAID, "filling == 0", given=(Fixed("rain", 0.0),)),
    Holds(SAID, "filling == speed", given=(Fixed("rain", 1.0), Switches(1.0))),
    Holds(SAID, "gauge == 0", given=(Fixed("water", 0.0),)),
    Holds(SAID, "rate(water) <= 0", given=(Fixed("clouds", 0.0),), lasting=True),
    Holds(SAID, "filling == 0", given=(Fixed("rain", 0.0, 2022.0),), lasting=True, since=2022.0),
    Holds(SAID, "water == 3", given=(Fixed("water", 3.0),), lasting=True),
    Conserved(SAID, "water", "filling - drying"),
    Response(SAID, Sweep("sun", (0.1, 0.2, 0.3)), "higher", ("drying", "-1 * rate(water)")),
    Response(SAID, Sweep("water.memory", (1.0, 2.0)), "unchanged", ("drying.tools", "filling")),
    Response(SAID, Sweep("sun", (0.1, 0.3)), "lower", ("water", "total(gauge)"), lasting=True),
    Response(SAID, Sweep("rain", (1.0,), 2022.0), "unchanged", ("water",), given=(Fixed("clouds", 0.0),), lasting=True),
    Response(SAID, Sweep("filling", (0.0, 2.0)), "higher", ("rate(water)",)),
)
FALSE: tuple[Check, ...] = (
    Bounded(SAID),
    Holds(SAID, "gauge <= water"),
    Holds(SAID, "water < water"),
    Holds(SAID, "water > 1", where="rain > 0"),
    Holds(SAID, "filling == 0", given=(Fixed("rain", 1.0),)),
    Holds(SAID, "water >= 2", given=(Fixed("clouds", 0.0),), lasting=True),
    Conserved(SAID, "water", "filling - drying * 1.001"),
    Response(SAID, Sweep("sun", (0.1, 0.3)), "lower", ("drying",)),
    Response(SAID, Sweep("sun", (0.1, 0.3)), "unchanged", ("drying",)),
    Response(SAID, Sweep("sun", (0.1, 0.3)), "higher", ("water",), lasting=True),
)


@pytest.mark.parametrize("one", TRUE, ids=str)
def test_what_is_true_by_reason_holds_and_was_tried(one: Check) -> None:
    finding = only(one)
    assert finding.holds, finding.examples
    assert not finding.untried


@pytest.mark.parametrize("one", FALSE, ids=str)
def test_what_is_false_is_broken(one: Check) -> None:
    finding = only(one)
    assert not finding.holds
    assert 0 < len(finding.examples) <= 3


def test_a_counterexample_says_where_to_look() -> None:
    first, *_ = only(Holds(SAID, "gauge <= water", given=())).examples
    assert (first.regime, first.world, first.year, first.formula, first.element) == ("dry", 0, 2020.0, "gauge <= water", "tools")
    assert (first.left, first.right) == (2.0, 1.0)


def test_bounds_are_those_declared() -> None:
    finding = only(Bounded(SAID))
    assert {(each.regime, each.element, each.left, each.right) for each in finding.examples} == {("wet", "fullness", 2.0, 1.0)}
    assert finding.broken == finding.tried / 2


@pytest.mark.parametrize(
    "one",
    [
        Holds(SAID, "water >= 99", where="rain > 1"),
        Response(SAID, Sweep("rain", (0.0, 1.0)), "higher", ("drying",)),
        Response(SAID, Sweep("sun", (0.1, 0.3)), "higher", ("drying", "filling")),
    ],
    ids=str,
)
def test_what_nothing_put_to_the_test_is_untried(one: Check) -> None:
    found = try_out(one)
    assert found.failed == ()
    assert len(found.untried) == 1
    assert set(found.untried[0].untried) <= {"water >= 99", "drying", "filling"}


def test_a_world_that_leaves_the_numbers_breaks_every_sentence_about_it() -> None:
    level = lever(1.0, "1", low=0.0, high=1.0, **TOY)
    chance = uncertainty(0.5, "1", low=0.1, high=0.9, **TOY)

    @auxiliary("1", label=WORDS)
    def logarithm(level):
        """Not a number where the level is nothing."""
        return log(level)

    @auxiliary("1", label=WORDS)
    def double(chance):
        """Fine everywhere."""
        return chance * 2

    model = model_of("dry", {"level": level, "chance": chance, "logarithm": logarithm, "double": double})
    checks = [Holds(SAID, "double <= 2"), Holds(("Another.", "另一句。"), "logarithm <= 0 ", given=(Fixed("level", 0.0),))]
    empty = Regime("empty", {"level": Path(((2020.0, 0.0),))})
    found = check(model, checks, [empty], draw(model, 4, 1), CLOCK)
    assert [each.broken for each in found.tried_sentences] == [4, 4]


def test_worlds_and_regimes_are_all_counted_whatever_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = try_out(*_told_apart(TRUE[:3]), *_told_apart(FALSE[:2], 5), worlds=9)
    monkeypatch.setattr("dualtrack.lab.checks.try_checks.BLOCK", 4)
    assert try_out(*_told_apart(TRUE[:3]), *_told_apart(FALSE[:2], 5), worlds=9).to_polars().equals(whole.to_polars())
    assert [each.tried for each in whole.tried_sentences] == [18] * 5
    assert whole.regimes == ("dry", "wet")
    assert len(whole.failed) == 2


def test_progress_counts_worlds_under_regimes() -> None:
    told: list[tuple[int, int]] = []
    check(pond(), TRUE[:1], [DRY, WET], draw(pond(), 5, 3), CLOCK, progress=lambda done, of: told.append((done, of)))
    assert told == [(5, 10), (10, 10)]


def test_a_day_changes_no_stock_and_a_run_does() -> None:
    """The same change is felt in the pond only once time passes."""
    change = Sweep("rain", (0.0, 1.0))
    assert only(Response(SAID, change, "unchanged", ("water",), given=(Switches(1.0),))).holds
    assert not only(Response(SAID, change, "unchanged", ("water",), given=(Switches(1.0),), lasting=True)).holds


def test_the_same_worlds_give_the_same_answer() -> None:
    one, other = (only(Holds(SAID, "water >= 1.5"), worlds=20) for _ in range(2))
    assert one == other
    assert 0 < one.broken <= one.tried
    assert np.isfinite([each.left for each in one.examples]).all()


def test_nothing_to_check_and_nothing_to_check_it_in_are_refused() -> None:
    refused(RunError, lambda: try_out())
    refused(RegimeError, lambda: check(pond(), TRUE[:1], [], draw(pond(), 2, 3), CLOCK))
    refused(BadNumber, lambda: try_out(Response(SAID, Sweep("sun", (9.0,)), "higher", ("drying",))))


def _told_apart(checks: tuple[Check, ...], first: int = 0) -> list[Check]:
    """The same checks, each with a sentence of its own."""
    return [replace(each, sentence=(f"{place}.", f"{place}。")) for place, each in enumerate(checks, first)]
