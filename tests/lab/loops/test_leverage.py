"""Leverage: effects of a nudge as reckoned by hand, a planted lever found, links that add up to their quantity."""

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.loops.aim import Aim
from dualtrack.lab.loops.leverage import Leverage, LeverageBench
from dualtrack.lab.loops.leverage_point import LeveragePoint, behind, moved, own_arithmetic
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.declare import auxiliary, constant, flow, lever, outcome, stock, uncertainty
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import TOY, WORDS, draining, growth, model_of
from tests.refusals import refused

OPEN = Regime("open", {"access": Path(((2020.0, 1.0),))})
CLOCK = Clock(2020.0, 2060.0, 1 / 16, 1 / 4)
RULE = LagRule(2027.0, 2060.0, (0.6, 0.7))
LEVEL, WAIT = Aim("capability", 2032.0), Aim("capability")
FIXED = {"base_speed": 0.06, "help_of_access": 0.01, "loss_by_diversion": 0.02, "mechanism": 1.0}
SPEED, LOSS = 0.06 + 0.01 - 0.02, 0.02
"""Capability gained in a year, and the part of it that diverted effort takes away."""
START = 0.05 + 7 * SPEED
"""Capability when the nudge begins."""


def ones(**changes: float) -> Worlds:
    return Worlds({name: np.array([value]) for name, value in {**FIXED, **changes}.items()}, None, 0, 1)


def bench(model: Model | None = None, regime: Regime = OPEN) -> LeverageBench:
    return LeverageBench.of(model or growth(), regime, CLOCK, [LEVEL, WAIT], RULE)


def everything(span: tuple[float, float] | None = None) -> Leverage:
    one = bench()
    return one.measure(ones(), one.edges, span=span)


def effect(found: Leverage, aim: Aim, name: str, reader: str = "") -> float:
    return float(found.pull(aim, LeveragePoint(name, reader)).effect[0])


def level(speed: float, years: float = 5.0) -> float:
    return 100 * float(np.log(START + (5.0 - years) * SPEED + years * speed))


def wait(speed: float) -> float:
    return 12 * float(np.mean([(threshold - START) / speed for threshold in RULE.thresholds]))


def half(read: object, change: float) -> float:
    assert callable(read)
    return float(read(SPEED + change) - read(SPEED - change)) / 2


@pytest.mark.parametrize(
    ("handle", "change"), [("progress", 0.01 * SPEED), ("diverted_share", -0.01 * LOSS), ("diverted_effort", -0.01 * LOSS)]
)
def test_a_nudge_does_what_is_reckoned_by_hand(handle: str, change: float) -> None:
    found = everything()
    assert effect(found, LEVEL, handle) == pytest.approx(half(level, change), rel=1e-9)
    assert effect(found, WAIT, handle) == pytest.approx(half(wait, change), rel=1e-6)


def test_nudges_of_a_span_add_up_to_that_of_the_whole() -> None:
    early, late, after = (everything(span) for span in ((2027.0, 2030.0), (2030.0, 2032.0), (2032.0, 2040.0)))
    assert effect(early, LEVEL, "progress") == pytest.approx(half(lambda speed: level(speed, 3.0), 0.01 * SPEED), rel=1e-3)
    parts = [effect(each, LEVEL, "progress") for each in (early, late)]
    assert sum(parts) == pytest.approx(effect(everything(), LEVEL, "progress"), rel=1e-3)
    assert effect(after, LEVEL, "progress") == 0.0


def test_a_lever_moves_by_a_part_of_its_range_to_the_side_that_has_room() -> None:
    found = everything()
    shut, less = (
        found.pull(LEVEL, LeveragePoint("cut_off", is_lever=True)),
        found.pull(LEVEL, LeveragePoint("access", is_lever=True)),
    )
    assert shut.effect[0] == pytest.approx(level(0.06 + 0.99 * (SPEED - 0.06)) - level(SPEED), rel=1e-9)
    assert less.effect[0] == pytest.approx(level(SPEED) - level(0.06 + 0.99 * (SPEED - 0.06)), rel=1e-9)
    assert not shut.direct


def test_a_mechanism_that_is_off_has_no_leverage() -> None:
    one = bench()
    found = one.measure(ones(mechanism=0.0), one.points)
    pull = found.pull(LEVEL, LeveragePoint("diverted_effort"))
    assert (pull.size, pull.upward, pull.among_first) == (0.0, None, 0.0)


def test_bands_signs_and_ranks_are_over_worlds() -> None:
    one, worlds = bench(), draw(growth(), 200, 3)
    pull = one.measure(worlds, one.points).pull(LEVEL, LeveragePoint("diverted_effort"))
    assert pull.band is not None
    assert pull.band.lowest < pull.band.median < 0
    assert pull.upward == 0.0
    assert pull.among_first == pytest.approx((worlds.values["mechanism"] > 0).mean())


def planted() -> Model:
    """Two levers and a drawn chain feed a stock; one lever does thirty times as much as the other."""
    chain = uncertainty(0.2, "1/year", low=0.1, high=0.3, **TOY)
    strength = constant(3.0, "1/year", low=0.0, high=9.0, **TOY)
    weakness = constant(0.1, "1/year", low=0.0, high=9.0, **TOY)
    initial_level = constant(1.0, "1", low=0.0, high=2.0, **TOY)
    planted_lever = lever(0.5, "1", low=0.0, high=1.0, **TOY)
    idle_lever = lever(0.5, "1", low=0.0, high=1.0, **TOY)

    @flow("1/year", label=WORDS)
    def inflow(chain, planted_lever, idle_lever, strength, weakness):
        """What is added."""
        return chain + planted_lever * strength + idle_lever * weakness

    @stock("1", initial=initial_level, label=WORDS)
    def level(inflow):
        """What is there."""
        return inflow

    @auxiliary("1", label=WORDS)
    def fixed(strength, weakness):
        """A number in disguise."""
        return strength / weakness

    @outcome("1", direction="higher", label=WORDS)
    def result(level, fixed):
        """What is asked."""
        return level * fixed

    return model_of("planted", dict(locals()))


def model_of_two_readers() -> Model:
    """A source that feeds a level through a gain, and drains it nearly as much through a loss."""
    unit = constant(1.0, "1/year", low=0.0, high=2.0, **TOY)
    growth_rate = constant(0.1, "1/year", low=0.0, high=2.0, **TOY)
    part = constant(0.9, "1", low=0.0, high=1.0, **TOY)
    initial_source = constant(1.0, "1", low=0.0, high=2.0, **TOY)
    initial_level = constant(1.0, "1", low=0.0, high=2.0, **TOY)

    @stock("1", initial=initial_source, label=WORDS)
    def source(growth_rate):
        """What both read."""
        return growth_rate

    @flow("1/year", label=WORDS)
    def gain(source, unit):
        """What is added."""
        return source * unit

    @flow("1/year", label=WORDS)
    def loss(source, unit, part):
        """What is taken away."""
        return source * unit * part

    @stock("1", initial=initial_level, label=WORDS)
    def level(gain, loss):
        """What is there."""
        return gain - loss

    @outcome("1", direction="higher", label=WORDS)
    def result(level):
        """What is asked."""
        return level * 1

    return model_of("two_readers", dict(locals()))


def test_a_planted_lever_is_found_and_marked_as_one() -> None:
    model, aim = planted(), Aim("result", 2032.0)
    one = LeverageBench.of(model, Regime("as is"), CLOCK, [aim], RULE)
    pulls = one.measure(draw(model, 20, 1), one.points).pulls[aim]
    levers = [pull.handle for pull in pulls if pull.handle.is_lever]
    assert levers == [LeveragePoint("planted_lever", is_lever=True), LeveragePoint("idle_lever", is_lever=True)]
    sizes = {pull.handle.name: pull.size for pull in pulls}
    assert sizes["planted_lever"] == pytest.approx(30 * sizes["idle_lever"], rel=0.01)


def test_what_makes_up_the_outcome_is_marked_and_a_number_is_no_handle() -> None:
    one = LeverageBench.of(planted(), Regime("as is"), CLOCK, [Aim("result", 2032.0)], RULE)
    assert {handle.name for handle in one.edges} == {"inflow", "level", "planted_lever", "idle_lever"}
    pulls = one.measure(draw(planted(), 3, 1), one.edges).pulls[Aim("result", 2032.0)]
    assert {pull.handle.key for pull in pulls if pull.direct} == {"level", "level > result"}
    assert all(pull.among_first == 0.0 for pull in pulls if pull.direct)
    assert own_arithmetic(planted(), "result") >= {"result", "fixed"}


def test_what_lies_behind_ends_at_a_stock_or_goes_on() -> None:
    model = planted()
    assert "inflow" not in behind(model, ["result"], through_stocks=False)
    assert {"inflow", "planted_lever"} <= behind(model, ["result"], through_stocks=True)


def test_links_of_a_quantity_add_up_to_it() -> None:
    one, found = bench(), everything()
    for name in {handle.name for handle in one.points if not handle.is_lever}:
        links = [handle for handle in one.edges if handle.name == name and handle.reader]
        total = sum(found.pull(LEVEL, link).effect[0] for link in links)
        assert total == pytest.approx(found.pull(LEVEL, LeveragePoint(name)).effect[0], rel=1e-3, abs=1e-12)


def test_links_are_those_of_quantities_that_several_read() -> None:
    model = model_of_two_readers()
    one = LeverageBench.of(model, Regime("as is"), CLOCK, [Aim("result", 2032.0)], RULE)
    assert {handle.key for handle in one.links} == {"source > gain", "source > loss"}
    found = one.measure(Worlds({}, None, 0, 1), [*one.points, *one.links])
    gain, loss, both = (
        effect(found, Aim("result", 2032.0), *key) for key in (("source", "gain"), ("source", "loss"), ("source",))
    )
    assert gain > 0 > loss
    assert abs(both) < 0.2 * gain
    assert gain + loss == pytest.approx(both, rel=0.01)  # the logarithm bends by a nudge's size


def test_a_lever_is_moved_between_its_years_alone_and_never_out_of_range() -> None:
    raised = moved(growth(), OPEN, "cut_off", 0.01, 2027.0, 2030.0)
    assert raised is not None
    assert [raised.paths["cut_off"].at(year) for year in (2026.0, 2027.0, 2029.9, 2030.0)] == [0.0, 0.01, 0.01, 0.0]
    assert moved(growth(), OPEN, "cut_off", -0.01, 2027.0, 2030.0) is None
    assert moved(growth(), OPEN, "access", 0.01, 2027.0, 2030.0) is None


def test_worlds_that_fail_are_left_out_and_none_left_is_refused() -> None:
    wide, aim = Regime("wide", {"opening": Path(((2020.0, 1.0),))}), Aim("level", 2024.0)
    rule, clock = LagRule(2020.5, 2028.0, (0.9,)), Clock(2020.0, 2028.0, 1 / 16, 1 / 4)
    one = LeverageBench.of(draining(), wide, clock, [aim, Aim("log_level", 2024.0)], rule)
    worlds = Worlds({"drain": np.array([0.05, 0.3])}, None, 0, 2)
    found = one.measure(worlds, one.points)
    assert found.sound.tolist() == [True, False]
    assert np.isfinite(found.pull(aim, LeveragePoint("outflow")).effect).all()
    refused(RunError, lambda: one.measure(worlds.part(1, 2), one.points))


def test_unknown_names_never_pass() -> None:
    refused(UnknownName, lambda: LeverageBench.of(growth(), OPEN, CLOCK, [Aim("capabilty")], RULE))
    refused(RunError, lambda: LeverageBench.of(growth(), OPEN, CLOCK, [Aim("access")], RULE))
    refused(UnknownName, lambda: bench().measure(ones(), [LeveragePoint("progres")]))
    refused(UnknownName, lambda: everything().pull(LEVEL, LeveragePoint("progres")))
