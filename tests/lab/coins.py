"""A toy whose claims are true in known shares of worlds: a drawn number decides, and a lever moves one outcome by it."""

from collections.abc import Callable
from typing import Any

from dualtrack.language.declaration import Parameter
from dualtrack.language.declare import auxiliary, constant, flow, lever, outcome, stock, switch, uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Delay, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is
from tests.lab.toys import TOY, WORDS, model_of

CLOCK = Clock(2020.0, 2030.0, 1 / 4, 1 / 4)
SHUT = Regime("shut", {"opening": Path(((2020.0, 0.0),))}, parts_at=2022.0)
OPEN = Regime("open", {"opening": Path(((2020.0, 0.0), (2022.0, 1.0)))}, parts_at=2022.0)
REGIMES = {"shut": SHUT, "open": OPEN}


def coins(mechanism: Callable[..., Parameter] = switch) -> Model:
    """Opening adds a drawn gain to a level at once, and slows a growth where the mechanism exists."""
    gain = uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY)
    idle = uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY)
    slowing = mechanism(**TOY)
    helping = mechanism(**TOY)
    speed = constant(0.1, "1/year", low=0.0, high=1.0, **TOY)
    opening = lever(0.0, "1", low=0.0, high=1.0, **TOY)
    depth = lever(1.0, "1", low=0.0, high=2.0, **TOY)

    @outcome("1", direction="higher", label=WORDS)
    def level(gain, opening, idle):
        """One, and what opening adds; the idle number adds nothing."""
        return 1 + gain * opening + 0 * idle

    @auxiliary("1", label=WORDS)
    def drag(opening, slowing, depth):
        """How far opening slows."""
        return opening * slowing * depth / 2

    @flow("1/year", label=WORDS)
    def progress(speed, drag, helping, opening):
        """Growth of capability."""
        return speed * (1 - drag + helping * opening / 2)

    @stock("1", initial=0, label=WORDS)
    def capability(progress):
        """What was gained."""
        return progress

    return model_of("coins", {name: each for name, each in locals().items() if name != "mechanism"})


def rise(of: Arm | None = None, **changes: Any) -> Gap:
    """What opening adds to the level in 2025: the drawn gain itself."""
    return Gap(Point(of or Arm("open", **changes), "level", 2025.0), Point(Arm("shut"), "level", 2025.0))


def is_true_in(share: float, name: str = "T") -> ClaimTest:
    """A claim that is true in exactly this share of worlds."""
    return ClaimTest(name, WORDS, Is(rise(), "above", 1 - share), headline=rise())


def slower(of: Arm, against: Arm) -> Delay:
    """Months later at capability 0.5 and 0.6."""
    return Delay(of, against, "capability", (0.5, 0.6))
