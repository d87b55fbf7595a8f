"""Models whose nearest failing world is known by hand: numbers that are nearly normal, an edge that is flat, stepped or bent."""

from functools import cache
from typing import Any

from dualtrack.lab.breaking.break_regime import break_regime
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.record.accept import Matching
from dualtrack.lab.record.figure import Figure
from dualtrack.language.declare import auxiliary, constant, existence, lever, uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.expressions.ops import at_least, power, where
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import TOY, model_of

CLOCK = Clock(2020.0, 2030.0, 1.0, 1.0)
OPEN = Regime("open", {"brake": Path(((2020.0, 0.0),))}, ("Open", "开放"), parts_at=2022.0)
WEIGHTS = {"a": 3.0, "b": 2.0, "c": 1.0, "d": 0.5, "e": 0.0}
RANGE = 10.0
"""Of the lever that takes from the outcome what it is set to."""


def labelled(name: str) -> dict[str, Any]:
    return TOY | {"label": (name, name)}


@cache
def edges() -> Model:
    """Shares of priors as numbers that are normal to a hundredth (Tukey's lambda), and outcomes made of them."""
    a, b, c, d, e = (uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **labelled(name)) for name in "abcde")
    wa, wb, wc, wd = (constant(WEIGHTS[name], "1", low=0.0, high=9.0, **TOY) for name in "abcd")
    mechanism = existence(**labelled("mechanism"))
    brake = lever(0.0, "1", low=0.0, high=RANGE, **labelled("brake"))
    idle = lever(0.0, "1", low=0.0, high=1.0, **labelled("idle"))
    scale, bend, half, little, size = (constant(value, "1", low=0.0, high=9.0, **TOY) for value in (4.91, 0.14, 1.5, 0.01, 1.0))

    @auxiliary("1", label=("A", "甲"))
    def normal_a(a, scale, bend):
        """The first as a normal number."""
        return scale * (power(a, bend) - power(1 - a, bend))

    @auxiliary("1", label=("Flat", "平"))
    def flat(normal_a, b, c, d, e, wa, wb, wc, wd, scale, bend, brake, idle):
        """A sum of normal numbers, less what the lever takes."""
        rest = wb * (power(b, bend) - power(1 - b, bend)) + wc * (power(c, bend) - power(1 - c, bend))
        small = wd * (power(d, bend) - power(1 - d, bend)) + 0 * e + 0 * idle
        return wa * normal_a + scale * (rest + small) - brake

    @auxiliary("1", label=("Stepped", "阶"))
    def stepped(flat, mechanism, little, size):
        """A hundredth of the same, and a large step where the mechanism is not there."""
        return little * flat + 1 - mechanism * size

    @auxiliary("1", label=("Bent", "弯"))
    def bent(normal_a, half):
        """High on both sides of the first number, and sooner on the low side, although it rises in the middle."""
        return where(at_least(normal_a, 0), normal_a, half * normal_a * normal_a)

    return model_of("edges", dict(locals()))


def setting(regime: Regime = OPEN) -> Setting:
    return Setting(edges(), regime, None, CLOCK, {regime.name: regime})


def broken(text: str, matching: Matching | None = None, worlds: int = 400, seed: int = 7, regime: Regime = OPEN) -> Broken:
    return break_regime(setting(regime), read_condition(text, edges(), 2030.0), matching, worlds, seed=seed)


def look(series: str, year: float) -> Figure:
    raise AssertionError(f"no target of these tests asks for {series} in {year}")
