"""Small models whose truth is known, for the tests of the laboratory."""

from types import ModuleType
from typing import Any

from dualtrack.language.build import build
from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import auxiliary, constant, flow, lever, outcome, stock, switch, uncertainty
from dualtrack.language.declare import history as given_history
from dualtrack.language.distribution import LogUniform, Uniform
from dualtrack.language.expressions.ops import at_least, log, total, where
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.model import Model

WORDS = ("Toy", "玩具")
TOY: dict[str, Any] = {"source": Assumed("a toy", "nothing"), "label": WORDS, "doc": "A number of a toy."}
LAYERS = Dimension("layer", ("tools", "memory"))


def model_of(name: str, declared: dict[str, Any]) -> Model:
    """A model of one sector that holds these declarations."""
    sector = ModuleType(name)
    sector.__doc__ = "A toy."
    vars(sector).update(declared)
    return build(sector)


def growth() -> Model:
    """Capability grows by a base speed, by what a lever opens and by the share of effort that the lever drives away."""
    base_speed = uncertainty(0.06, "1/year", low=0.04, high=0.08, **TOY)
    help_of_access = uncertainty(0.01, "1/year", low=0.0, high=0.02, **TOY)
    loss_by_diversion = uncertainty(0.05, "1/year", low=0.02, high=0.08, **TOY)
    scale = uncertainty({"tools": 2.0, "memory": 3.0}, "1", low=1.0, high=10.0, over=LAYERS, prior=LogUniform(1.0, 10.0), **TOY)
    mechanism = switch(**TOY)
    initial_capability = constant(0.05, "1", low=0.0, high=1.0, **TOY)
    access = lever(0.2, "1", low=0.0, high=1.0, **TOY)
    cut_off = lever(0.0, "1", low=0.0, high=1.0, dated=True, **TOY)
    alarm = given_history(0.0, "1/year", low=0.0, high=9.0, **TOY)

    @auxiliary("1", label=WORDS)
    def diverted_share(access, cut_off, mechanism):
        """Effort that access draws away."""
        return access * (1 - cut_off) * mechanism

    @auxiliary("1", label=WORDS, over=LAYERS)
    def diverted_effort(diverted_share):
        """The same by layer, half in each."""
        return diverted_share / 2

    @flow("1/year", label=WORDS)
    def progress(base_speed, help_of_access, loss_by_diversion, access, cut_off, diverted_effort):
        """Capability gained in a year."""
        return base_speed + help_of_access * access * (1 - cut_off) - loss_by_diversion * total(diverted_effort)

    @stock("1", initial=initial_capability, label=WORDS)
    def capability(progress):
        """What was gained so far."""
        return progress

    return model_of("growth", dict(locals()))


def draining() -> Model:
    """A tank that empties at a drawn speed unless it is refilled, and a logarithm that fails where it is empty."""
    drain = uncertainty(0.15, "1/year", low=0.0, high=0.3, **TOY)
    initial_level = constant(1.0, "1", low=0.0, high=1.0, **TOY)
    opening = lever(1.0, "1", low=0.0, high=1.0, **TOY)
    refill = lever(0.0, "1/year", low=0.0, high=0.3, **TOY)

    @flow("1/year", label=WORDS)
    def outflow(drain, opening):
        """What leaves in a year."""
        return drain * opening

    @stock("1", initial=initial_level, label=WORDS)
    def level(outflow, refill):
        """What is left."""
        return refill - outflow

    @outcome("1", direction="neutral", label=WORDS)
    def log_level(level):
        """Its logarithm."""
        return log(level)

    return model_of("draining", dict(locals()))


def rare_toy(of_x: float, of_z: float) -> Model:
    """One where two numbers are both in the upper end of their range, which each is with a known chance; a third does nothing."""
    x, z, w = (
        uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **(TOY | {"label": (name, name)})) for name in "xzw"
    )
    least_x, least_z = (constant(1 - chance, "1", low=0.0, high=1.0, **TOY) for chance in (of_x, of_z))

    @auxiliary("1", label=("answer", "answer"))
    def answer(x, z, w, least_x, least_z):
        """Whether both are."""
        return where(at_least(x, least_x), where(at_least(z, least_z), 1.0, 0.0), 0.0) + 0.0 * w

    return model_of("rare", dict(locals()))


def shrinking() -> Model:
    """A level that loses a drawn share of itself a year, and what it lost in all, so that both hang on the step of a run."""
    rate = uncertainty(0.3, "1/year", low=0.1, high=0.5, **TOY)
    initial_level = constant(1.0, "1", low=0.0, high=1.0, **TOY)
    opening = lever(1.0, "1", low=0.0, high=1.0, **TOY)

    @flow("1/year", label=WORDS)
    def loss(rate, level, opening):
        """What is lost in a year."""
        return rate * level * opening

    @stock("1", initial=initial_level, label=WORDS)
    def level(loss):
        """What is left."""
        return -loss

    @stock("1", initial=0, label=WORDS)
    def lost(loss):
        """What was lost."""
        return loss

    return model_of("shrinking", dict(locals()))
