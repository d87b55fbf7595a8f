"""What one must believe, made up instead of found, for every test that reads its words."""

from dataclasses import replace

from dualtrack.app.bind import bind
from dualtrack.lab.believed import Belief, BeliefMap, Believed
from dualtrack.lab.claim_inquiry import Carrier
from dualtrack.lab.questions.break_even import BreakEven
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.stretch import Leeway
from dualtrack.language.statements.claim_test import ClaimTest

MODEL = bind().model
NAME = "progress_rate"


def found(value: float | None, *, above: bool, carries: float = 0.5) -> Belief:
    """One number, with the value at which the claim becomes true often enough."""
    (test,) = (each for each in bind().theory.tests if each.id == "L5")
    assert isinstance(test, ClaimTest)
    stretch = Leeway(NAME, 0.08, 0.28, 0.008, 2.28, "sign", "times")
    turns = (BreakEven(0.8, value, (None, None), above),)
    carrier = Carrier(NAME, carries, True)
    curve = ((0.008, Share(1, 100)), (2.28, Share(2, 100)))
    number = Believed(carrier, stretch, turns, curve, ())
    return Belief(test, MODEL, "agnostic", 7, Share(40, 100), (carrier,), False, (number,), None, None, 600, 100, 25)


def found_of_two() -> Belief:
    """A number with a value at every level and one with none, values at which few worlds are left, and the map of both."""
    one = found(0.2, above=True)
    (first,) = one.numbers
    switch = "diversion_strength"
    turns = (
        BreakEven(0.8, 0.2, (0.1, None), above=True, again=(0.5,)),
        BreakEven(0.5, 0.15, (0.1, 0.2), above=True),
        BreakEven(0.2, None, (None, None), above=True),
    )
    second = replace(first, carrier=Carrier(switch, 0.2, True), stretch=Leeway(switch, 0.0, 1.0, 0.0, 1.0, "switch", "switch"))
    shares = ((Share(20, 100), None), (Share(60, 100), Share(90, 100)))
    both = BeliefMap((NAME, switch), ((0.1, 0.2), (0.0, 1.0)), shares, ())
    return replace(one, numbers=(replace(first, turns=turns, thin=(0.5, 2.0)), second), map=both, by_margin=True)
