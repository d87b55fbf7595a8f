"""The model as plain C: trees printed as they are, one loop over eight worlds, exp, log, tanh and pow of libm.

What a careful C programmer would write without vectors in mind: nothing is taken out of the loop over time by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bench.peers.c_builder import PREAMBLE
from bench.peers.c_rendering import WIDTH, run_text
from bench.peers.c_skeleton import STORE
from dualtrack.language.expressions.expr import Expr
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.native.graph import Graph, Shape
from dualtrack.targets.native.kernel import Kernel
from dualtrack.targets.native.memory_layout import MemoryLayout
from dualtrack.targets.numeric.scheme import Scheme
from dualtrack.targets.numeric.source import Words, source

C = Words(
    {
        "exp": "exp({0})",
        "log": "log({0})",
        "tanh": "tanh({0})",
        "power": "pow({0}, {1})",
        "minimum": "minimum({0}, {1})",
        "maximum": "maximum({0}, {1})",
        "greater": "greater({0}, {1})",
        "at_least": "at_least({0}, {1})",
        "where": "where({0}, {1}, {2})",
        "/": "({0} / {1})",
    },
    "curve_{0}({1})",
)
FUNCTIONS = """
static inline double minimum(double a, double b) { return (a <= b) | (a != a) ? a : b; }
static inline double maximum(double a, double b) { return (a >= b) | (a != a) ? a : b; }
static inline double greater(double a, double b) { return (a != a) | (b != b) ? NAN : a > b ? 1.0 : 0.0; }
static inline double at_least(double a, double b) { return (a != a) | (b != b) ? NAN : a >= b ? 1.0 : 0.0; }
static inline double where(double c, double a, double b) { return c != c ? NAN : c > 0.0 ? a : b; }
"""
FAST_DECLARATIONS = "#define __FAST_MATH__ 1\n"
"""The C library declares the vector forms of its functions only then; the compiler's own rules stay strict."""


def rendered(model: Model, shape: Shape, scheme: Scheme) -> Kernel:
    """The kernel as C; its numbers from outside and its memory are laid out as the native kernel's."""
    graph = Graph.of(model, shape)
    layout = MemoryLayout.of(graph, 0, 0, len(scheme.b))
    curves = [_curve(name, curve.points) for name, curve in model.curves.items()]
    texts = [FAST_DECLARATIONS, PREAMBLE, STORE, FUNCTIONS, *curves, _prepare(model), _move(model), _look(model, shape)]
    texts.append(run_text(graph, layout, scheme, parts=1, blocks=1))
    return Kernel("\n".join(texts), layout, WIDTH, shape, graph.given, graph.driven, graph.series)


def _spelled(model: Model) -> dict[str, str]:
    return {name: f"q{i}" for i, name in enumerate(model.quantities)} | {TIME: "year"}


def _say(model: Model, expr: Expr | None) -> str:
    assert expr is not None
    return source(expr, C, _spelled(model).__getitem__)


def _unpacked(model: Model, group: tuple[str, ...], memory: str) -> list[str]:
    spelled = _spelled(model)
    return [f"    const double {spelled[n]} = {memory.format(i)};" for i, n in enumerate(group)]


def _prepare(model: Model) -> str:
    lines = ["static V prepare(const V *numbers, V *held, V *first) {", "  double doubt[8] = {0};"]
    lines += ["  const double *given = (const double *)numbers;", "  double *stocks = (double *)first;"]
    lines += ["  for (int l = 0; l < 8; l++) {", *_unpacked(model, model.given, "given[8 * {0} + l]")]
    for i, name in enumerate(model.stocks):
        lines.append(f"    stocks[{8 * i} + l] = {_say(model, model.quantities[name].initial)};")
        lines.append(f"    doubt[l] += 0.0 * stocks[{8 * i} + l];")
    return "\n".join([*lines, "  }", "  return *(V *)memcpy(&(V){0}, doubt, 64);", "}"])


def _move(model: Model) -> str:
    slopes = [f"    const double slope{i} = {_say(model, model.quantities[n].tree)};" for i, n in enumerate(model.stocks)]
    slopes += [f"    slopes[{8 * i} + l] = slope{i};" for i in range(len(model.stocks))]
    spelled, count = _spelled(model), range(len(model.stocks))
    checked = [*(spelled[n] for n in (*model.stocks, *model.moving)), *(f"slope{i}" for i in count)]
    return _moment(model, "V move0", "V *restrict changes, V *restrict noted", model.moving, slopes, checked)


def _look(model: Model, shape: Shape) -> str:
    """Everything on a saved row; the compiler drops what only slopes need."""
    saved = [f"    saved[{8 * i} + l] = {_spelled(model)[n]};" for i, n in enumerate(shape.save)]
    seen = [_spelled(model)[n] for n in model.order if n not in model.moving]
    return _moment(model, "V look", "const V *restrict noted, V *restrict kept", model.order, saved, seen)


def _moment(model: Model, head: str, outputs: str, worked_out: Sequence[str], results: list[str], checked: list[str]) -> str:
    spelled, outside = _spelled(model), len(model.driven) + 1
    lines = [f"static __attribute__((noinline)) {head}(const V *restrict numbers, const V *restrict held, const V *series,"]
    lines += [f"    const V *restrict here, {outputs}, const double *restrict driven, double year) {{"]
    lines += [
        "  double doubt[8] = {0};",
        "  const double *restrict given = (const double *)numbers, *restrict stocks = (const double *)here;",
    ]
    lines += [f"  double *restrict {'slopes = (double *)changes' if 'move' in head else 'saved = (double *)kept'};"]
    lines += [f"  double spread[{8 * outside}];", f"  for (int i = 0; i < {8 * outside}; i++)"]
    lines += [
        f"    spread[i] = i / 8 < {outside - 1} ? driven[i / 8] : year;",
        "#pragma GCC ivdep",
        "  for (int l = 0; l < 8; l++) {",
    ]
    lines += _unpacked(model, model.given, "given[8 * {0} + l]") + _unpacked(model, model.stocks, "stocks[8 * {0} + l]")
    lines += _unpacked(model, (*model.driven, TIME), "spread[8 * {0} + l]")
    lines += [f"    const double {spelled[n]} = {_say(model, model.quantities[n].tree)};" for n in worked_out]
    lines += results
    lines.append(f"    doubt[l] = 0.0 * ({' + '.join(f'0.0 * {value}' for value in checked)});")
    return "\n".join([*lines, "  }", "  return *(V *)memcpy(&(V){0}, doubt, 64);", "}"])


def _curve(name: str, points: tuple[tuple[float, float], ...]) -> str:
    """Straight lines between points; the first point's height before, the last one's after."""
    text = repr(points[-1][1])
    for (left, height), (right, target) in reversed(list(pairwise(points))):
        text = f"x < {right!r} ? {height!r} + (x - {left!r}) * {(target - height) / (right - left)!r} : {text}"
    return f"static inline double curve_{name}(double x) {{ return x < {points[0][0]!r} ? {points[0][1]!r} : {text}; }}"
