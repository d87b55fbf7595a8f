"""A model as the text of one JavaScript module: a constant with its names and the functions that a run is made of.

`prepare(f)` works out what holds still in a world, `begin(f, s)` the first stocks, `settle(f)` what follows from levers alone,
`move(f, s, d, r, year)` the net changes `d` of the stocks `s`, and `see`, called so after it on saved rows only, what of the
computed `r` moves no stock. Each returns 0, or NaN where something is not a number that the oracle refuses. `f` holds all that is
fixed between two changes of a lever (`rhythm.py`). `equations` are the trees one by one, each a function of `v`: given, driven,
stocks, computed, and the year; `schemes` are the tables by which every target steps time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.native.rhythm import BEGUN, SETTLED, Rhythm
from dualtrack.targets.numeric.scheme import SCHEMES
from dualtrack.targets.numeric.source import Words, source

JAVASCRIPT = Words(
    {
        "exp": "Math.exp({0})",
        "log": "Math.log({0})",
        "tanh": "Math.tanh({0})",
        "power": "raised({0}, {1})",
        "minimum": "Math.min({0}, {1})",
        "maximum": "Math.max({0}, {1})",
        "greater": "greater({0}, {1})",
        "at_least": "atLeast({0}, {1})",
        "where": "choose({0}, {1}, {2})",
        "/": "({0} / {1})",
    },
    "curves.{0}({1})",
)
FUNCTIONS = """
  const greater = (a, b) => (a > b ? 1 : a <= b ? 0 : NaN);
  const atLeast = (a, b) => (a >= b ? 1 : a < b ? 0 : NaN);
  const choose = (condition, a, b) => (condition > 0 ? a : condition <= 0 ? b : NaN);
  const unusual = (base, exponent) =>
    base === 1 || (base === -1 && Math.abs(exponent) === Infinity) ? 1 : Math.pow(base, exponent);
  const raised = (base, exponent) => {
    const found = base > 0 ? Math.exp(exponent * Math.log(base)) : NaN;
    return found > 0 && found < Infinity ? found : unusual(base, exponent);
  };
  const along = (points) => (at) => {
    let [left, height] = points[0];
    if (at <= left) return height;
    if (at !== at) return NaN;
    for (const [x, y] of points.slice(1)) {
      if (at < x) return height + ((y - height) * (at - left)) / (x - left);
      [left, height] = [x, y];
    }
    return height;
  };"""
"""What equations call, in the oracle's sense; a power through its logarithm is as good to 1e-13 and costs a third."""


def javascript(model: Model, name: str = "MODEL", *, spelled: bool = True) -> str:
    """The text of a module that exports the model under a `name`; the same model gives the same bytes.

    Without its `equations` one by one, and what each reads, unless `spelled`.
    """
    rhythm = Rhythm(model)
    curves = [f"    {name}: along({json.dumps(curve.points)})," for name, curve in model.curves.items()]
    lines = [
        "/** A model as functions of typed arrays, written from its equations. */",
        f"export const {name} = (() => {{{FUNCTIONS}",
        *(["  const curves = {", *curves, "  };"] if curves else []),
        *_functions(rhythm),
        *(_equations(model) if spelled else []),
        "  return {",
        *(f"    {key}: {json.dumps(value)}," for key, value in _facts(rhythm, spelled=spelled).items()),
        f"    prepare, begin, settle, move, see,{' equations,' if spelled else ''}",
        "  };",
        "})();",
    ]
    return "\n".join(lines) + "\n"


def _facts(rhythm: Rhythm, *, spelled: bool) -> dict[str, object]:
    model = rhythm.model
    return {
        "given": {name: model[name].number for name in model.given},
        "driven": {name: model[name].value for name in model.driven},
        "stocks": model.stocks,
        "computed": model.order,
        "drivenAt": rhythm.driven_at,
        "fixed": len(rhythm.fixed),
        "noted": rhythm.notes,
        "schemes": {scheme.name: {"a": scheme.a, "b": scheme.b, "c": scheme.c} for scheme in SCHEMES.values()},
        **({"causes": {name: sorted(model.reads[name] - {TIME}) for name in (*model.order, *model.stocks)}} if spelled else {}),
    }


def _functions(rhythm: Rhythm) -> list[str]:
    fixed = {place: f"f[{slot}]" for place, slot in rhythm.fixed.items()}
    begun = {place: text for place, text in fixed.items() if rhythm.of[place] == BEGUN}
    given, driven = ({place: fixed[place] for place in rhythm.leaves(kind)} for kind in ("given", "driven"))
    settled = [p for p in (*rhythm.cover.moved, *rhythm.cover.seen) if rhythm.of[p] == SETTLED]
    starts = [(f"s[{i}]", place) for i, place in enumerate(rhythm.graph.starts)]
    return [
        *_Page(rhythm, given, _kept(rhythm, BEGUN), rhythm.cover.begun).lines("prepare(f)"),
        *_Page(rhythm, begun, starts, ()).lines("begin(f, s)"),
        *_Page(rhythm, begun | driven, _kept(rhythm, SETTLED), settled).lines("settle(f)"),
        *_stretches(rhythm),
    ]


def _kept(rhythm: Rhythm, when: int) -> list[tuple[str, int]]:
    return [(f"f[{rhythm.fixed[place]}]", place) for place in rhythm.kept(when)]


ARGUMENTS = "(f, s, d, r, year)"


def _stretches(rhythm: Rhythm) -> Iterator[str]:
    """`move` and `see`, each calling the stretches that it is made of."""
    fixed = {place: f"f[{slot}]" for place, slot in rhythm.fixed.items()}
    noted = {place: f"r[{slot}]" for place, slot in rhythm.noted.items()}
    slopes = [(f"d[{i}]", place) for i, place in enumerate(rhythm.graph.slopes)]
    rows = [(f"r[{i}]", place) for i, place in enumerate(rhythm.graph.saved)]
    rows += [(text, place) for place, text in noted.items() if place not in {*rhythm.graph.saved}]
    done: set[int] = set()
    for name, parts, wanted, checked in (
        ("move", rhythm.stretches, [*slopes, *rows], rhythm.cover.moved),
        ("see", rhythm.later, rows, rhythm.cover.seen),
    ):
        for number, part in enumerate(parts):
            page = _Page(
                rhythm,
                fixed | {place: noted[place] for place in done},
                [(text, place) for text, place in wanted if place in part],
                [place for place in checked if place in part],
            )
            yield from page.lines(f"{name}{number}{ARGUMENTS}")
            done |= {*part} & noted.keys()
        calls = " + ".join(f"{name}{number}{ARGUMENTS}" for number in range(len(parts)))
        yield f"  const {name} = {ARGUMENTS} => {calls};"


@dataclass
class _Page:
    """One function: how known nodes are read, the results to store, and nodes to check; what is used once stands in place."""

    rhythm: Rhythm
    known: Mapping[int, str]
    results: Sequence[tuple[str, int]]
    checked: Sequence[int]
    said: dict[int, str] = field(default_factory=dict)

    def lines(self, title: str) -> Iterator[str]:
        """The function's text."""
        used = self._used()
        yield f"  function {title} {{"
        for place in sorted(used):
            text = self._text(place)
            if used[place] > 1 and self.rhythm.nodes[place].kind not in ("number", "year"):
                yield f"    const t{place} = {text};"
                text = f"t{place}"
            self.said[place] = text
        for target, place in self.results:
            yield f"    {target} = {self.said[place]};"
        doubts = [f"({self.said[place]} - {self.said[place]})" for place in self.checked]
        yield f"    return {' + '.join(doubts) or 0};"
        yield "  }"

    def _used(self) -> Counter[int]:
        """How often each node needed here is read here; what is checked is read twice."""
        nodes, used = self.rhythm.nodes, Counter([*(place for _, place in self.results), *self.checked, *self.checked])
        for place in range(len(nodes) - 1, -1, -1):
            if place in used and place not in self.known:
                used.update(nodes[place].args)
        return used

    def _text(self, place: int) -> str:
        node = self.rhythm.nodes[place]
        if place in self.known:
            return self.known[place]
        match node.kind, [self.said[a] for a in node.args]:
            case "number", _:
                return _number(float.fromhex(str(node.detail)))
            case "stock", _:
                return f"s[{node.detail}]"
            case "year", _:
                return "year"
            case "curve", (at,):
                return JAVASCRIPT.lookup.format(node.detail, at)
            case ("+" | "-" | "*") as sign, (a, b):
                return f"({a} {sign} {b})"
            case kind, arguments:
                return JAVASCRIPT.functions[kind].format(*arguments)


def _number(value: float) -> str:
    said = repr(value).removesuffix(".0")
    return said if value >= 0 else f"({said})"


def _equations(model: Model) -> list[str]:
    order = (*model.given, *model.driven, *model.stocks, *model.order, TIME)
    spelled = {name: f"v[{place}]" for place, name in enumerate(order)}
    lines = ["  const equations = {"]
    for name in (*model.order, *model.stocks):
        tree = model.quantities[name].tree
        assert tree is not None
        lines.append(f"    {json.dumps(name)}: (v) => {source(tree, JAVASCRIPT, spelled.__getitem__)},")
    return [*lines, "  };"]
