"""From modules to flat quantities: names are unique, dimensions unroll, smooths and delays become stocks."""

from types import ModuleType

import pytest

from dualtrack.errors import BadNumber, DuplicateName, ModelError, UnknownName
from dualtrack.language.build import build
from dualtrack.language.expressions.expr import Num, Ref
from tests.refusals import refused, refused_model
from tests.strategies import model_of, module_of

NUMBERS = """
layers = Dimension("layer", ("lower", "upper"))
others = Dimension("other", ("left", "right"))
pause = uncertainty(2.0, "year", low=1.0, high=3.0, **NUMBER)
pauses = uncertainty({"lower": 1.0, "upper": 2.0}, "year", low=1.0, high=3.0, over=layers, **NUMBER)
entering = lever(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
"""
EQUATION = 'def found(entering):\n    "A quantity."\n    return entering\n'


def test_a_smooth_is_a_stock_that_closes_its_gap() -> None:
    model = model_of(NUMBERS + f'@smooth("1/year", time=pause, initial=lambda: 0, **NAMED)\n{EQUATION}')
    assert model.stocks == ("found",)
    assert model["found"].tree == (Ref("entering") - Ref("found")) / Ref("pause")
    assert model["found"].expanded_from == "smooth"


def test_a_delay_is_a_chain_of_stocks_that_each_hold_their_part() -> None:
    start = 'start = uncertainty(0.5, "1/year", low=0.0, high=1.0, **NUMBER)\n'
    text = start + f'@delay("1/year", time=pause, order=2, initial=start, **NAMED)\n{EQUATION}'
    model = model_of(NUMBERS + text)
    stage = Ref("pause") / Num(2.0)
    first, second = Ref("found.stage_1"), Ref("found.stage_2")
    assert model.stocks == ("found.stage_1", "found.stage_2")
    assert model["found.stage_1"].tree == Ref("entering") - first / stage
    assert model["found.stage_2"].tree == first / stage - second / stage
    assert model["found"].tree == second / stage
    assert model["found.stage_2"].initial == Ref("start") * stage
    assert [str(model[n].unit) for n in ("found", "found.stage_1")] == ["1/year", "1"]


@pytest.mark.parametrize("order", ["0", "-1", "1.5"])
def test_a_delay_has_whole_stages(order: str) -> None:
    assert (
        "stages"
        in refused_model(BadNumber, NUMBERS + f'@delay("1/year", time=pause, order={order}, initial=0, **NAMED)\n{EQUATION}').what
    )


def test_dimensions_unroll_into_one_quantity_per_element() -> None:
    text = """
@smooth("1", time=pauses, initial=1, over=layers, **NAMED)
def felt(pauses, pause):
    "A share."
    return pauses / pause
"""
    model = model_of(NUMBERS + text)
    assert model.stocks == ("felt.lower", "felt.upper")
    assert model["pauses.upper"].value == 2.0
    assert model["felt.upper"].tree == (Ref("pauses.upper") / Ref("pause") - Ref("felt.upper")) / Ref("pauses.upper")
    assert (model["felt.upper"].base, model["felt.upper"].element) == ("felt", "upper")


@pytest.mark.parametrize("over", ["", ", over=others"])
@pytest.mark.parametrize("argument", ["time=pauses, initial=0", "time=pause, initial=pauses"])
def test_a_number_per_element_serves_only_its_own_dimension(argument: str, over: str) -> None:
    error = refused_model(UnknownName, NUMBERS + f'@smooth("1/year", {argument}{over}, **NAMED)\n{EQUATION}')
    assert "`pauses`" in error.what


def test_a_number_that_no_sector_declares_cannot_be_referred_to() -> None:
    hidden = 'uncertainty(2.0, "year", low=1.0, high=3.0, **NUMBER)'
    refused_model(UnknownName, NUMBERS + f'@smooth("1/year", time={hidden}, initial=0, **NAMED)\n{EQUATION}')


@pytest.mark.parametrize("initial", ["2", "0.5", "-1", "float('nan')", "None.__class__", "'1'"])
def test_a_start_is_zero_one_or_declared(initial: str) -> None:
    refused_model(BadNumber, NUMBERS + f'@stock("1", initial={initial}, **NAMED)\n{EQUATION}')


@pytest.mark.parametrize(
    ("value", "rest", "wrong"),
    [
        ('{"lower": 1.0}', ", over=layers", "upper"),
        ('{"lower": 1.0, "uper": 1.0, "upper": 1.0}', ", over=layers", "uper"),
        ('{"lower": 1.0, "upper": 1.0}', "", "lower"),
        ("{}", ", over=layers", "lower"),
    ],
)
def test_numbers_by_element_name_each_element(value: str, rest: str, wrong: str) -> None:
    error = refused_model(UnknownName, NUMBERS + f'depth = uncertainty({value}, "1", low=0.0, high=2.0, **NUMBER{rest})')
    assert wrong in error.what


def test_ranges_and_sources_by_element_are_checked_too() -> None:
    for given in ('low={"lower": 0.0}, high=2.0, **NUMBER', 'low=0.0, high=2.0, **NUMBER | {"source": {"lower": "x"}}'):
        refused_model(UnknownName, NUMBERS + f'depth = uncertainty(1.0, "1", over=layers, {given})')


def test_two_declarations_of_one_name_are_refused() -> None:
    one, two = (module_of('rate = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)', name) for name in ("one", "two"))
    assert "one and two" in refused(DuplicateName, lambda: build(one, two)).where


def test_one_declaration_may_be_imported_by_another_sector_and_stays_at_home() -> None:
    here = module_of(NUMBERS, "here")
    there = ModuleType("there", "Imports a number.")
    there.pause = here.pause  # type: ignore[attr-defined]
    assert build(there, here)["pause"].sector == "here"


@pytest.mark.parametrize("alias", ["interval = pause", "from_elsewhere = found"])
def test_one_declaration_under_two_names_is_refused(alias: str) -> None:
    refused_model(DuplicateName, f'{NUMBERS}@auxiliary("1/year", **NAMED)\n{EQUATION}{alias}', where="toy")


def test_time_is_taken() -> None:
    refused_model(DuplicateName, 'time = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)', where="toy")


def test_two_decorators_on_one_equation_are_refused() -> None:
    refused_model(DuplicateName, f'{NUMBERS}@flow("1/year", **NAMED)\n@auxiliary("1/year", **NAMED)\n{EQUATION}', where="")


def test_a_base_unit_has_one_meaning() -> None:
    refused_model(DuplicateName, NUMBERS + 'other = BaseUnit("litre", "Something else.")', where="toy")
    refused_model(DuplicateName, NUMBERS + 'other = BaseUnit("year", "Twelve moons.")', where="toy")


def test_two_sectors_of_one_name_are_refused() -> None:
    one, two = module_of(NUMBERS, "first.part"), ModuleType("second.part")
    refused(DuplicateName, lambda: build(one, two))


def test_a_theory_declares_something() -> None:
    refused(ModelError, lambda: build(ModuleType("empty")))
    refused(ModelError, build)


def test_only_equations_and_numbers_are_declarations() -> None:
    module = module_of(NUMBERS)
    module.facts = ModuleType("facts")  # type: ignore[attr-defined]
    module.facts.facts = "not a declaration"
    assert set(build(module).quantities) == {"pause", "pauses.lower", "pauses.upper", "entering"}
