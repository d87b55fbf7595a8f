"""A model under one regime and in one world as an XMILE 1.0 file, which Stella, Vensim, PySD and Simlin read.

Stocks fill and drain through the flows they name, or through a net change where their equation is no plain sum of flows.
Run by Euler's method at the clock's step, the file gives the oracle's numbers; by other methods tools move levers within a step.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from dualtrack.language.checked import checked
from dualtrack.language.expressions.expr import Call, Expr, Lookup, Op, Ref, children
from dualtrack.language.expressions.fold import fold
from dualtrack.language.expressions.unit import Unit
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import Clock, Path, Regime, check_regime, check_world
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.soundness.pace import check_step
from dualtrack.targets.numeric.source import Words, source
from dualtrack.targets.print.quantity_facts import source_text
from dualtrack.targets.xmile.xmile_name import identifiers, net_change
from dualtrack.targets.xmile.xmile_path import Points, path_equation

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
WRITER = "1"
"""Which form of these files this is; it moves when the form does."""
TANH = "(1 - 2 / (EXP(2 * MIN({0}, 20)) + 1))"
"""XMILE has no tanh; beyond 20 it is 1 to the last digit, and the exponential would only grow."""
XMILE = Words(
    {
        "/": "({0} / {1})",
        "exp": "EXP({0})",
        "log": "LN({0})",
        "tanh": TANH,
        "power": "({0} ^ {1})",
        "minimum": "MIN({0}, {1})",
        "maximum": "MAX({0}, {1})",
        "greater": "(IF {0} > {1} THEN 1 ELSE 0)",
        "at_least": "(IF {0} >= {1} THEN 1 ELSE 0)",
        "where": "(IF {0} > 0 THEN {1} ELSE {2})",
    },
    "{0}",
)

Pipes = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Per stock, the flows that fill it and those that drain it."""


@checked
def xmile(model: Model, regime: Regime, clock: Clock, world: Mapping[str, float] | None = None) -> str:
    """The text of an XMILE file with the `model` under a `regime` over the years of `clock`.

    `world` changes drawn numbers by name. Raises `RegimeError`, or `DuplicateName` if names would clash.
    """
    check_step(model, clock.step)
    check_regime(model, regime)
    check_acting(regime, clock)
    check_world(model, world or {})
    root = Element("xmile", {"version": "1.0", "xmlns": NAMESPACE})
    header = SubElement(root, "header")
    _text(header, "vendor", "dualtrack")
    SubElement(header, "product", {"version": WRITER, "lang": "en"}).text = "dualtrack"
    _text(header, "name", f"{model.name}, {regime.name}")
    specs = SubElement(root, "sim_specs", {"method": "Euler", "time_units": "year"})
    for tag, value in (("start", clock.start), ("stop", clock.stop), ("dt", clock.step)):
        _text(specs, tag, repr(value))
    variables = SubElement(SubElement(root, "model"), "variables")
    _XmileFile.of(model, variables).fill(regime, world or {})
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def pipes(model: Model) -> Pipes:
    """The stocks whose change is a sum of flows, each of which fills and drains no other such stock."""
    found = {name: terms for name in model.stocks if (terms := _flows(model, model.quantities[name].tree)) is not None}
    for side in (0, 1):
        uses = Counter(flow for terms in found.values() for flow in terms[side])
        found = {name: terms for name, terms in found.items() if all(uses[flow] == 1 for flow in terms[side])}
    return found


def _flows(model: Model, expr: Expr | None) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    match expr:
        case Ref(name) if name in model.quantities and model.quantities[name].role == "flow":
            return (name,), ()
        case Op("+" | "-" as sign, (a, Ref() as b)):
            left, right = _flows(model, a), _flows(model, b)
            if left is None or right is None:
                return None
            return (left[0] + right[0], left[1]) if sign == "+" else (left[0], left[1] + right[0])
        case _:
            return None


def unit_text(unit: Unit) -> str:
    """A unit as XMILE writes it: `wafer/(chip*year)`, with brackets around what divides."""
    top = "*".join(name for name, power in unit.powers for _ in range(max(power, 0))) or "1"
    below = [name for name, power in unit.powers for _ in range(max(-power, 0))]
    return f"{top}/({'*'.join(below)})" if len(below) > 1 else "/".join([top, *below])


@dataclass(frozen=True)
class _XmileFile:
    """The variables of a file as they are written, with the helper variable of each use of a curve."""

    model: Model
    variables: Element
    pipes: Pipes
    lookups: Mapping[Lookup, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, model: Model, variables: Element) -> _XmileFile:
        """A sheet with every name settled and nothing written."""
        through = pipes(model)
        trees = [t for q in model.quantities.values() for t in (q.tree, q.initial) if t is not None]
        uses = list(dict.fromkeys(lookup for tree in trees for lookup in _lookups(tree)))
        count: Counter[str] = Counter()
        lookups = {}
        for use in uses:
            count[use.curve] += 1
            lookups[use] = use.curve if count[use.curve] == 1 else f"{use.curve}_{count[use.curve]}"
        net = [net_change(name) for name in model.stocks if name not in through]
        return cls(model, variables, through, lookups, identifiers(model, (*lookups.values(), *net)))

    def fill(self, regime: Regime, world: Mapping[str, float]) -> None:
        """Write every quantity and every use of a curve."""
        for name, quantity in self.model.quantities.items():
            if quantity.role == "stock":
                self.stock(quantity)
            elif quantity.tree is not None:
                self.add("flow" if quantity.role == "flow" else "aux", quantity, self.say(quantity.tree))
            elif name in self.model.driven:
                self.add("aux", quantity, *path_equation(regime.paths.get(name, Path(((0.0, quantity.number),)))))
            else:
                self.add("aux", quantity, repr(float(world.get(name, quantity.number))))
        for use, name in self.lookups.items():
            curve = self.model.curves[use.curve]
            self.variable("aux", name, curve.doc, Unit.parse(curve.unit), self.say(use.at), curve.points)

    def stock(self, quantity: Quantity) -> None:
        """A stock with the flows that fill and drain it."""
        assert quantity.initial is not None and quantity.tree is not None
        element = self.add("stock", quantity, self.say(fold(quantity.initial)))
        if quantity.name in self.pipes:
            fills, drains = self.pipes[quantity.name]
        else:
            fills, drains = (net_change(quantity.name),), ()
            self.variable("flow", fills[0], "", quantity.unit / Unit.parse("year"), self.say(quantity.tree))
        for tag, flows in (("inflow", fills), ("outflow", drains)):
            for flow in flows:
                _text(element, tag, self.names[flow])

    def add(self, tag: str, quantity: Quantity, equation: str, points: Points = ()) -> Element:
        """A quantity as a variable, with its meaning and source as documentation."""
        source_line = source_text(quantity.source)
        doc = "\n".join([" / ".join(quantity.label), quantity.doc, *([f"Source: {source_line}"] if source_line else [])])
        element = self.variable(tag, quantity.name, doc, quantity.unit, equation, points)
        if math.isfinite(quantity.low) and math.isfinite(quantity.high) and quantity.low < quantity.high:
            SubElement(element, "range", {"min": repr(float(quantity.low)), "max": repr(float(quantity.high))})
        return element

    def variable(self, tag: str, name: str, doc: str, unit: Unit, equation: str, points: Points = ()) -> Element:
        """Any variable; with points, its equation is where its graphical function is read."""
        element = SubElement(self.variables, tag, {"name": self.names[name]})
        _text(element, "doc", doc)
        _text(element, "eqn", equation)
        if points:
            graph = SubElement(element, "gf", {"type": "continuous"})
            _text(graph, "xpts", ",".join(repr(float(x)) for x, _ in points))
            _text(graph, "ypts", ",".join(repr(float(y)) for _, y in points))
        _text(element, "units", unit_text(unit))
        return element

    def say(self, expr: Expr) -> str:
        """An expression in XMILE, reading helper variables in place of curves."""
        return source(_without_lookups(expr, self.lookups), XMILE, self.names.__getitem__)


def _lookups(expr: Expr) -> Iterator[Lookup]:
    for child in children(expr):
        yield from _lookups(child)
    if isinstance(expr, Lookup):
        yield expr


def _without_lookups(expr: Expr, lookups: Mapping[Lookup, str]) -> Expr:
    match expr:
        case Lookup():
            return Ref(lookups[expr])
        case Op(sign, (a, b)):
            return Op(sign, (_without_lookups(a, lookups), _without_lookups(b, lookups)))
        case Call(fn, args):
            return Call(fn, tuple(_without_lookups(a, lookups) for a in args))
        case _:
            return expr


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
