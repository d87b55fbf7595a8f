"""Small random models, worlds, regimes and clocks: the one source of examples for the laws.

    @given(toys(), st.data())
    def test_something(toy, data):
        run = Oracle.of(toy.model).run(data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model)))

A toy prints as the text it was built from. Runs stay finite: what enters a stock is bounded, and every stock decays.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

from hypothesis import settings
from hypothesis import strategies as st

from dualtrack.language.build import build
from dualtrack.language.declaration import Parameter
from dualtrack.language.expressions.expr import Call, Expr, Num, Op, Ref
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime

FIRST_YEAR = 2020.0
costly = settings(max_examples=max(10, settings.default.max_examples // 4) if settings.default else 25)
"""For laws that run models: a quarter of the examples, whichever profile is loaded."""
PREAMBLE = '''"""A small random sector."""
from dualtrack.language.declaration import *
from dualtrack.language.declare import *
from dualtrack.language.distribution import Triangular
from dualtrack.language.expressions.ops import *
from dualtrack.language.expressions.over_dimension import Dimension

litre = BaseUnit("litre", "What flows from the reservoir to the basin.")
NAMED = {"label": ("Quantity", "量")}
NUMBER = {**NAMED, "doc": "A number of a small random model.", "source": Assumed("chosen at random", "nothing")}
'''
SMOOTH_FORMS = (
    "({0} + {1})",
    "({0} - {1})",
    "({0} * {1})",
    "({0} / (1 + {1} * {1}))",
    "power(1 + {0} * {0}, tanh({1}))",
    "tanh({0})",
    "logistic({0})",
    "exp(0 - {0} * {0})",
    "log(1 + {0} * {0})",
    "({0} ** 2)",
    "(-{0})",
    "(2 * {0})",
    "({0} / 2)",
    "({0} - 1)",
    "(0 * {0} + {1})",
)
KINKED_FORMS = (
    "minimum({0}, {1})",
    "maximum({0}, {1})",
    "clip({0}, 0, 1)",
    "exp(minimum({0}, 1))",
    "bend({0})",
    "greater({0}, threshold)",
    "at_least({0}, threshold)",
    "where({0} - threshold, {1}, {2})",
)
LAYER_READINGS = ("total(depth)", "smallest(depth)", "total(minimum(depth, dial))", 'depth["lower"]', "total(depth * strength)")


@dataclass(frozen=True, repr=False)
class Toy:
    """A random model and the source text it came from."""

    text: str

    def __repr__(self) -> str:
        return self.text

    @cached_property
    def module(self) -> ModuleType:
        return module_of(self.text)

    @cached_property
    def model(self) -> Model:
        return build(self.module)


def module_of(text: str, name: str = "toy") -> ModuleType:
    """A sector module with the preamble's words and what the text declares."""
    module = ModuleType(name)
    exec(compile(PREAMBLE + text, f"{name}.py", "exec"), vars(module))
    return module


def model_of(text: str) -> Model:
    """The model a text declares; the preamble's words are at hand."""
    return build(module_of(text))


def rearranged(module: ModuleType, names: Sequence[str], sectors: int = 1) -> list[ModuleType]:
    """The same declarations in another order, dealt out over some sectors."""
    dealt = [ModuleType(f"sector_{i}", f"Part {i}.") for i in range(sectors)]
    for i, name in enumerate(names):
        setattr(dealt[i % sectors], name, getattr(module, name))
    return dealt


def declared_in(module: ModuleType) -> list[str]:
    """Names of everything that a module declares."""
    return [n for n, v in vars(module).items() if isinstance(v, Parameter) or hasattr(v, "facts") or n in ("bend", "litre")]


def odd_fractions(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers that meet a threshold or each other only by being the same; the simplest is in the middle."""
    return st.integers(-48, 48).map(lambda k: low + (high - low) * (0.5 + k / 97))


@st.composite
def formulas(draw: st.DrawFn, leaves: Sequence[str], *, kinks: bool = True, depth: int = 2) -> str:
    """The text of an expression that stays of moderate size while its leaves do."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(leaves))
    form = draw(st.sampled_from(SMOOTH_FORMS + KINKED_FORMS * kinks))
    places = 1 + max(int(digit) for digit in re.findall(r"\{(\d)\}", form))
    return form.format(*(draw(formulas(leaves, kinks=kinks, depth=depth - 1)) for _ in range(places)))


def equation(decorator: str, name: str, formula: str, known: Iterable[str]) -> str:
    """The text of a declared equation that asks for the names its formula reads."""
    read = ", ".join(n for n in dict.fromkeys(known) if re.search(rf"\b{n}\b", formula))
    return f'\n@{decorator}\ndef {name}({read}):\n    "A quantity of a small random model."\n    return {formula}\n'


def _number(name: str, unit: str, value: float, low: float, high: float) -> str:
    return f'{name} = uncertainty({value!r}, "{unit}", low={low!r}, high={high!r}, **NUMBER)\n'


@st.composite
def _numbers(draw: st.DrawFn, weights: int, stocks: int) -> str:
    lines = [_number(f"weight_{i}", "1", draw(odd_fractions(-1.5, 1.5)), -2.0, 2.0) for i in range(weights)]
    lines += [_number(f"start_{i}", "1", draw(odd_fractions(0.0, 1.5)), 0.0, 2.0) for i in range(stocks)]
    lines += [
        _number(f"{part}_rate_{i}", "1/year", draw(odd_fractions(0.1, 0.4)), 0.0, 0.5)
        for i in range(stocks)
        for part in ("gain", "loss")
    ]
    points = ", ".join(f"({i - 1.5}, {draw(odd_fractions(-1.0, 1.0))!r})" for i in range(draw(st.integers(2, 5))))
    return "".join(lines) + (
        _number("threshold", "1", draw(odd_fractions(-0.01, 1.01)), -1.0, 2.0)
        + _number("lure", "1", draw(odd_fractions(0.0, 1.0)), 0.0, 1.0)
        + _number("pause", "year", draw(odd_fractions(0.8, 2.0)), 0.75, 4.0)
        + _number("passing_rate", "1/year", draw(odd_fractions(0.1, 0.8)), 0.0, 1.0)
        + _number("content", "litre", draw(odd_fractions(1.0, 5.0)), 0.0, 10.0)
        + f'first_year = constant({FIRST_YEAR!r}, "year", **NUMBER | {{"source": Definition("where time is counted from")}})\n'
        + f"mechanism = {draw(st.sampled_from(('switch', 'existence')))}(**NUMBER)\n"
        + f'dial = lever({draw(odd_fractions(0.0, 1.0))!r}, "1", low=0.0, high=1.0, **NUMBER)\n'
        + f'record = history({draw(odd_fractions(0.0, 1.0))!r}, "1", low=0.0, high=1.0, **NUMBER)\n'
        + f'bend = curve(({points}), "1", of="1", **NUMBER)\n'
    )


@st.composite
def _layers(draw: st.DrawFn, leaves: Sequence[str], known: Sequence[str], kinks: bool) -> str:
    elements = ["lower", "upper", "middle"][: draw(st.integers(2, 3))]
    strengths = {e: draw(odd_fractions(0.1, 0.9)) for e in elements}
    inner = [*leaves, "strength", "depth"]
    here = [*known, "strength", "depth", "inflow"]
    return (
        f'layers = Dimension("layer", {tuple(elements)!r})\n'
        f'strength = uncertainty({strengths!r}, "1", low=0.0, high=1.0, over=layers, **NUMBER)\n'
        + equation(
            'flow("1/year", over=layers, **NAMED)', "inflow", f"gain_rate_0 * tanh({draw(formulas(inner, kinks=kinks))})", here
        )
        + equation('stock("1", initial=strength, over=layers, **NAMED)', "depth", "inflow - loss_rate_0 * depth", here)
        + equation(
            'smooth("1", time=pause, initial=strength, over=layers, **NAMED)',
            "felt_depth",
            f"strength * {draw(formulas(inner, kinks=kinks, depth=1))}",
            here,
        )
    )


def _basin(formula: str, order: int, known: Sequence[str]) -> str:
    """Litres that leave a reservoir, travel for a while and arrive in a basin; none are lost."""
    here = [*known, "passing_rate", "reservoir", "passing", "arriving"]
    start = "initial=lambda content, passing_rate: 0 * content * passing_rate"
    return (
        equation('stock("litre", initial=content, **NAMED)', "reservoir", "0 - passing", here)
        + equation('flow("litre/year", **NAMED)', "passing", f"passing_rate * reservoir * logistic({formula})", here)
        + equation(f'delay("litre/year", time=pause, order={order}, {start}, **NAMED)', "arriving", "passing", here)
        + equation('stock("litre", initial=0, **NAMED)', "basin", "arriving", here)
    )


@st.composite
def toys(draw: st.DrawFn, *, kinks: bool = True) -> Toy:
    """A random model with every kind of declaration; without kinks every equation is smooth."""
    stocks, auxiliaries, weights = draw(st.integers(1, 4)), draw(st.integers(0, 3)), draw(st.integers(1, 3))
    leaves = [f"stock_{i}" for i in range(stocks)] + [f"weight_{i}" for i in range(weights)] + ["dial", "record", "mechanism"]
    rates = [f"{part}_rate_{i}" for i in range(stocks) for part in ("gain", "loss")]
    flows = [f"{part}_{i}" for i in range(stocks) for part in ("gain", "loss")]
    known = [*leaves, "sight", "threshold", "bend", "lure", "first_year", "time", "pause", *rates, *flows, "depth", "strength"]
    known += [f"auxiliary_{i}" for i in range(auxiliaries)]
    text = draw(_numbers(weights, stocks)) + draw(_layers(leaves, known, kinks))
    readings = LAYER_READINGS if kinks else ("total(depth)", 'depth["lower"]', "total(depth * strength)")
    leaves += ["sight", "tanh((time - first_year) / pause)", draw(st.sampled_from(readings))]
    text += equation(
        'smooth("1", time=pause, initial=start_0, **NAMED)',
        "sight",
        f"tanh({draw(formulas(leaves, kinks=kinks, depth=1))})",
        known,
    )
    for i in range(auxiliaries):
        text += equation('auxiliary("1", **NAMED)', f"auxiliary_{i}", f"tanh({draw(formulas(leaves, kinks=kinks))})", known)
        leaves.append(f"auxiliary_{i}")
    for i in range(stocks):
        added = f" + mechanism * lure * tanh({draw(formulas(leaves, kinks=kinks))})" if i == 0 else ""
        gain = f"gain_rate_{i} * (tanh({draw(formulas(leaves, kinks=kinks))}){added})"
        start = draw(st.sampled_from(["0", "1", f"start_{i}", f"lambda start_{i}, weight_0: start_{i} + tanh(weight_0)"]))
        text += equation('flow("1/year", **NAMED)', f"gain_{i}", gain, known)
        text += equation('flow("1/year", **NAMED)', f"loss_{i}", f"loss_rate_{i} * stock_{i}", known)
        text += equation(f'stock("1", initial={start}, **NAMED)', f"stock_{i}", f"gain_{i} - loss_{i}", known)
    text += _basin(draw(formulas(leaves, kinks=kinks, depth=1)), draw(st.integers(1, 3)), known)
    aim = draw(st.sampled_from(["higher", "lower", "neutral"]))
    return Toy(text + equation(f'outcome("1", direction="{aim}", **NAMED)', "result", draw(formulas(leaves, kinks=kinks)), known))


@st.composite
def worlds(draw: st.DrawFn, model: Model) -> dict[str, float]:
    """Values for some of a model's drawn numbers, inside their ranges; switches may be exactly off, and exist or not."""
    chosen = draw(st.lists(st.sampled_from(model.drawn), unique=True, max_size=8))
    return {n: draw(_values(model, n, draw(st.booleans()))) for n in chosen}


def _values(model: Model, name: str, may_be_off: bool) -> st.SearchStrategy[float]:
    quantity = model[name]
    if quantity.few_values:
        return st.sampled_from(quantity.few_values)
    return st.just(0.0) if may_be_off and name in model.switches else odd_fractions(quantity.low, quantity.high)


@st.composite
def paths(draw: st.DrawFn, low: float = 0.0, high: float = 1.0) -> Path:
    """Steps or straight lines between dates around the first years, a sixteenth of a year apart at least."""
    dates = sorted(draw(st.sets(st.integers(-16, 48), min_size=1, max_size=4)))
    return Path(tuple((FIRST_YEAR + d / 16, draw(odd_fractions(low, high))) for d in dates), ramp=draw(st.booleans()))


@st.composite
def regimes(draw: st.DrawFn, model: Model) -> Regime:
    """Paths for some of a model's levers and histories."""
    chosen = draw(st.lists(st.sampled_from(model.driven), unique=True))
    return Regime("drawn", {n: draw(paths(model[n].low, model[n].high)) for n in chosen})


def clocks() -> st.SearchStrategy[Clock]:
    """One or two years in at most 64 steps."""
    return st.builds(
        lambda years, steps, stride: Clock(FIRST_YEAR, FIRST_YEAR + years, 1 / steps, stride / steps),
        st.sampled_from([1, 2]),
        st.sampled_from([4, 8, 16, 32]),
        st.sampled_from([1, 2, 4]),
    )


def trees(leaves: Sequence[str], *, exact: bool = False) -> st.SearchStrategy[Expr]:
    """Any expression over some names and the plain numbers, bounded or not, curves aside.

    An exact one uses only what IEEE arithmetic rounds alike everywhere: no exp, log, tanh or power.
    """
    pairs = ["minimum", "maximum", "greater", "at_least"] + ["power"] * (not exact)
    return st.recursive(
        st.sampled_from([Num(0.0), Num(1.0), Num(2.0), Num(-1.0), *map(Ref, leaves)]),
        lambda inner: st.one_of(
            st.builds(Op, st.sampled_from("+-*/"), st.tuples(inner, inner)),
            *[st.builds(lambda fn, a: Call(fn, (a,)), st.sampled_from(["exp", "log", "tanh"]), inner)] * (not exact),
            st.builds(Call, st.sampled_from(pairs), st.tuples(inner, inner)),
            st.builds(lambda *args: Call("where", args), inner, inner, inner),
        ),
        max_leaves=12,
    )
