"""The XMILE file: well formed, every quantity once, operators mapped, levers exact at the clock's steps."""

import math
import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given

from dualtrack.errors import DuplicateName, RegimeError
from dualtrack.language.declaration import Assumed, Curve
from dualtrack.language.expressions.expr import Expr, Ref
from dualtrack.language.expressions.ops import at_least, exp, greater, log, maximum, minimum, power, tanh, where
from dualtrack.language.expressions.unit import Unit
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.numeric.source import source
from dualtrack.targets.xmile.xmile import NAMESPACE, XMILE, pipes, unit_text, xmile
from dualtrack.targets.xmile.xmile_name import identifiers
from dualtrack.targets.xmile.xmile_path import path_equation
from tests.refusals import refused
from tests.strategies import FIRST_YEAR, Toy, costly, model_of, paths, toys
from tests.toys import two_sectors

CLOCK = Clock(2020.0, 2024.0, 1 / 16, 0.25)
SPACE = {"x": NAMESPACE}
AS_IS = Regime("as is")
a, b = Ref("a"), Ref("b")


def variables(regime: Regime = AS_IS, world: dict[str, float] | None = None) -> dict[str, Element]:
    root = ElementTree.fromstring(xmile(two_sectors(), regime, CLOCK, world))
    return {element.attrib["name"]: element for element in root.findall("x:model/x:variables/*", SPACE)}


def valued(equation: str, year: float) -> float:
    """A lever's equation at a time, its comparisons read as Python's."""
    steps = re.sub(r"IF (TIME >= \S+) THEN (\S+) ELSE 0", r"\2 if \1 else 0.0", equation)
    value: float = eval(steps, {"TIME": year})
    return value


def said(element: Element, tag: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"x:{tag}", SPACE)]


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (a + b, "(a + b)"),
        (a - b * a, "(a - (b * a))"),
        (a / b, "(a / b)"),
        (-a, "((-1.0) * a)"),
        (exp(a), "EXP(a)"),
        (log(a), "LN(a)"),
        (power(a, b), "(a ^ b)"),
        (minimum(a, b), "MIN(a, b)"),
        (maximum(a, b), "MAX(a, b)"),
        (greater(a, b), "(IF a > b THEN 1 ELSE 0)"),
        (at_least(a, b), "(IF a >= b THEN 1 ELSE 0)"),
        (where(a, b, 1), "(IF a > 0 THEN b ELSE 1.0)"),
        (tanh(a), "(1 - 2 / (EXP(2 * MIN(a, 20)) + 1))"),
    ],
    ids=str,
)
def test_operators_map(tree: Expr, text: str) -> None:
    assert source(tree, XMILE, str) == text


@pytest.mark.parametrize("x", [-700.0, -3.0, -0.5, 0.0, 1e-3, 0.5, 3.0, 19.9, 20.1, 1e6])
def test_the_stand_in_for_tanh_is_tanh(x: float) -> None:
    value = eval(source(tanh(a), XMILE, str), {"EXP": math.exp, "MIN": min, "a": x})
    assert value == pytest.approx(math.tanh(x), abs=1e-15)


@costly
@given(toys())
def test_every_quantity_stands_once(toy: Toy) -> None:
    root = ElementTree.fromstring(xmile(toy.model, AS_IS, Clock(2020.0, 2021.0, 0.25, 0.25)))
    names = [element.attrib["name"] for element in root.findall("x:model/x:variables/*", SPACE)]
    assert len(names) == len(set(names))
    assert {name.replace(".", "_") for name in toy.model.quantities} <= set(names)


@costly
@given(toys())
def test_a_flow_fills_and_drains_one_stock_at_most(toy: Toy) -> None:
    root = ElementTree.fromstring(xmile(toy.model, AS_IS, Clock(2020.0, 2021.0, 0.25, 0.25)))
    flows = {element.attrib["name"] for element in root.findall("x:model/x:variables/x:flow", SPACE)}
    for tag in ("inflow", "outflow"):
        used = [element.text for element in root.findall(f"x:model/x:variables/x:stock/x:{tag}", SPACE)]
        assert len(used) == len(set(used))
        assert set(used) <= flows


def test_a_stock_is_fed_by_its_flows_where_it_names_them() -> None:
    found = variables()
    assert pipes(two_sectors())["adopters.lower"] == (("adoption.lower",), ("leaving.lower",))
    assert (said(found["adopters_lower"], "inflow"), said(found["adopters_lower"], "outflow")) == (
        ["adoption_lower"],
        ["leaving_lower"],
    )
    assert said(found["perceived_adopters"], "inflow") == ["net_change_of_perceived_adopters"]
    assert found["net_change_of_perceived_adopters"].tag.endswith("flow")


def test_a_stock_that_shares_a_flow_gets_a_net_change() -> None:
    both = "\n".join(TANK.format(name=name) for name in ("left", "right"))
    model = model_of(NUMBERS + both)
    assert pipes(model) == {}


def test_a_curve_is_a_graphical_function_of_its_argument() -> None:
    curve = variables()["ease"]
    assert said(curve, "eqn") == ["MIN(MAX(weakest, 0.0), 1.0)"]
    assert curve.findtext("x:gf/x:xpts", None, SPACE) == "0.0,0.5,1.0"
    assert curve.findtext("x:gf/x:ypts", None, SPACE) == "0.0,0.8,1.0"


def test_a_world_and_a_regime_set_numbers_and_levers() -> None:
    found = variables(Regime("push", {"subsidy": Path(((2020.0, 0.25), (2021.5, 0.5)))}), {"imitation": 0.5})
    assert said(found["imitation"], "eqn") == ["0.5"]
    assert said(found["innovation"], "eqn") == ["0.03"]
    assert said(found["subsidy"], "eqn") == ["0.25 + (IF TIME >= 2021.499999999 THEN 0.25 ELSE 0)"]


def test_meaning_source_unit_and_range_travel_along() -> None:
    firms = variables()["firms_lower"]
    assert said(firms, "units") == ["firm"]
    assert said(firms, "doc") == ["Firms / 企业数\nA counted number.\nSource: bass_1969"]
    assert [found.attrib for found in firms.findall("x:range", SPACE)] == [{"min": "1.0", "max": "200.0"}]


def test_the_clock_is_the_files_clock() -> None:
    root = ElementTree.fromstring(xmile(two_sectors(), AS_IS, CLOCK))
    specs = {tag: root.findtext(f"x:sim_specs/x:{tag}", None, SPACE) for tag in ("start", "stop", "dt")}
    assert specs == {"start": "2020.0", "stop": "2024.0", "dt": "0.0625"}


@given(paths())
def test_a_lever_is_exact_at_every_step(path: Path) -> None:
    equation, points = path_equation(path)
    for index in range(-16, 65):
        year = FIRST_YEAR + index / 16
        value = valued(equation, year)
        if points:
            value = Curve("1", "year", points, Assumed("", ""), ("", ""), "")(value)
        # a line's points lie a billionth of a year early, and sixteenths apart it rises by at most 16 a year
        assert value == pytest.approx(path.at(year), abs=1e-7)


def test_a_lever_meets_its_date_though_a_tool_adds_up_time_with_rounding() -> None:
    equation, _ = path_equation(Path(((2018.0, 0.0), (2026.5, 1.0))))
    late = 2018.0
    for _ in range(102):
        late += 1 / 12
    assert late != 2026.5
    assert valued(equation, late) == 1.0


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("1", "1"),
        ("year", "year"),
        ("1/year", "1/year"),
        ("wafer/chip*year", "wafer/(chip*year)"),
        ("chip*year/wafer", "chip*year/wafer"),
    ],
)
def test_units_are_bracketed_below_the_line(unit: str, text: str) -> None:
    assert unit_text(Unit.parse(unit)) == text


def test_names_are_one_for_one() -> None:
    model = two_sectors()
    names = identifiers(model, ())
    assert names["adopters.lower"] == "adopters_lower"
    assert len(set(names.values())) == len(names) == len(model.quantities) + 1


@pytest.mark.parametrize(
    "text",
    [
        'depth_lower = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)\n'
        'depth = uncertainty(1.0, "1", low=0.0, high=2.0, over=Dimension("layer", ("lower", "upper")), **NUMBER)\n',
        'depth = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)\n'
        'Depth = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)\n',
        'pulse = uncertainty(1.0, "1", low=0.0, high=2.0, **NUMBER)\n',
    ],
    ids=["element", "case", "a word of the tools"],
)
def test_names_that_would_clash_are_refused(text: str) -> None:
    model = model_of(text)
    refused(DuplicateName, lambda: xmile(model, AS_IS, CLOCK))


def test_what_no_run_accepts_no_file_accepts() -> None:
    refused(RegimeError, lambda: xmile(two_sectors(), Regime("wrong", {"subsidie": Path(((2020.0, 0.0),))}), CLOCK))
    refused(RegimeError, lambda: xmile(two_sectors(), AS_IS, CLOCK, {"imitation": 7.0}))


NUMBERS = 'rate = uncertainty(1.0, "1/year", low=0.0, high=2.0, **NUMBER)\n' + (
    '\n@flow("1/year", **NAMED)\ndef filling(rate):\n    "What comes in."\n    return rate\n'
)
TANK = '\n@stock("1", initial=0, **NAMED)\ndef {name}(filling):\n    "A tank."\n    return filling\n'
