"""Units must agree in every equation, and a switch must gate something."""

import pytest

from dualtrack.errors import IdleSwitch, UnitMismatch
from dualtrack.language.expressions.expr import Num
from dualtrack.language.expressions.unit import ONE, Unit
from dualtrack.language.soundness.check_model import gated_by, unit_of
from tests.refusals import refused_model
from tests.strategies import equation, model_of

NUMBERS = """
gram = BaseUnit("gram", "A thousandth of a kilogram.")
a = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
b = uncertainty(0.5, "1", low=0.0, high=1.0, **NUMBER)
volume = uncertainty(0.5, "litre", low=0.0, high=1.0, **NUMBER)
mass = uncertainty(0.5, "gram", low=0.0, high=1.0, **NUMBER)
rate = uncertainty(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
density = curve(((0.0, 0.0), (1.0, 2.0)), "gram", of="litre", **NUMBER)
mechanism = switch(**NUMBER)
gate = switch(**NUMBER)
@auxiliary("1", **NAMED)
def gating(mechanism, gate, a):
    "Something for the switches to gate."
    return mechanism * gate * a
"""
KNOWN = ("a", "b", "volume", "mass", "rate", "density", "mechanism", "gate", "time")


def quantity(formula: str, unit: str = "1") -> str:
    return NUMBERS + equation(f'auxiliary("{unit}", **NAMED)', "found", formula, KNOWN)


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("volume * mass", "litre*gram"),
        ("volume / mass", "litre/gram"),
        ("1 / rate", "year"),
        ("volume + volume", "litre"),
        ("volume - 0", "litre"),
        ("0 * volume", "gram"),
        ("0 + a", "1"),
        ("minimum(volume, 0)", "litre"),
        ("maximum(0, volume)", "litre"),
        ("greater(volume, 0)", "1"),
        ("where(greater(volume, 0), mass, 0)", "gram"),
        ("exp(a) + 1", "1"),
        ("power(volume / volume, a)", "1"),
        ("clip(volume, 0, volume)", "litre"),
        ("density(volume)", "gram"),
        ("density(0)", "gram"),
        ("time * rate", "1"),
        ("-volume", "litre"),
    ],
)
def test_units_that_agree_pass(formula: str, unit: str) -> None:
    model_of(quantity(formula, unit))


@pytest.mark.parametrize(
    ("formula", "unit", "said"),
    [
        ("volume + mass", "litre", "computes litre + gram"),
        ("volume - 1", "litre", "computes litre - 1"),
        ("1 - volume", "litre", "computes 1 - litre"),
        ("minimum(volume, mass)", "litre", "takes minimum(litre, gram)"),
        ("maximum(volume, 1)", "litre", "takes maximum(litre, 1)"),
        ("greater(volume, mass)", "1", "takes greater(litre, gram)"),
        ("at_least(volume, a)", "1", "takes at_least(litre, 1)"),
        ("where(volume, a, b)", "1", "gives where's condition a value in litre"),
        ("where(a, volume, mass)", "litre", "chooses between litre and gram"),
        ("exp(volume)", "1", "gives exp a value in litre"),
        ("log(volume)", "1", "gives log a value in litre"),
        ("tanh(volume)", "1", "gives tanh a value in litre"),
        ("volume ** 2", "litre*litre", "gives power a value in litre"),
        ("power(a, volume)", "1", "gives power a value in litre"),
        ("density(mass)", "gram", "reads curve `density` at gram, and it is a curve of litre"),
        ("density(volume)", "litre", "should be litre here but its equation gives gram"),
        ("volume * rate", "litre", "should be litre here but its equation gives litre/year"),
        ("volume * volume", "litre", "should be litre here but its equation gives litre*litre"),
        ("volume / mass", "litre", "should be litre here but its equation gives litre/gram"),
        ("a * (volume + mass)", "litre", "computes litre + gram"),
        ("(volume + mass) / a", "litre", "computes litre + gram"),
        ("density(volume + mass)", "gram", "computes litre + gram"),
        ("1", "litre", "should be litre here but its equation gives 1"),
        ("time", "1", "should be 1 here but its equation gives year"),
    ],
)
def test_units_that_disagree_are_refused_in_every_operator(formula: str, unit: str, said: str) -> None:
    error = refused_model(UnitMismatch, quantity(formula, unit))
    assert "`found`" in error.what
    assert said in error.what


def test_a_zero_fits_any_unit_and_other_numbers_none() -> None:
    assert unit_of(Num(0.0), {}, {}) is None
    assert unit_of(Num(2.0), {}, {}) == ONE
    assert unit_of(Num(0.0) / Num(1.0), {}, {}) is None
    assert unit_of(1 / (Num(1.0) * Num(2.0)), {}, {}) == Unit()


def test_a_stock_changes_per_year_and_starts_in_its_own_unit() -> None:
    stock = '@stock("litre", initial={}, **NAMED)\ndef pond(volume, rate):\n    "Water."\n    return {}\n'
    model_of(NUMBERS + stock.format("volume", "volume * rate"))
    assert "litre/year" in refused_model(UnitMismatch, NUMBERS + stock.format("volume", "volume + 0 * rate")).what
    assert "gives gram" in refused_model(UnitMismatch, NUMBERS + stock.format("mass", "volume * rate")).what
    assert "gives 1" in refused_model(UnitMismatch, NUMBERS + stock.format("1", "volume * rate")).what


def test_a_smooth_and_a_delay_take_time() -> None:
    smooth = '@smooth("litre", time={}, initial=volume, **NAMED)\ndef felt(volume):\n    "Felt."\n    return volume\n'
    pause = 'pause = uncertainty(0.5, "year", low=0.1, high=1.0, **NUMBER)\n'
    model_of(NUMBERS + pause + smooth.format("pause"))
    assert "`felt`" in refused_model(UnitMismatch, NUMBERS + smooth.format("rate")).what


@pytest.mark.parametrize("declared", ["uncertainty", "auxiliary", "curve_of", "curve_unit"])
def test_a_base_unit_must_be_declared(declared: str) -> None:
    text = {
        "uncertainty": 'heap = uncertainty(0.5, "grm", low=0.0, high=1.0, **NUMBER)',
        "auxiliary": equation('auxiliary("grm", **NAMED)', "heap", "0 * a", KNOWN),
        "curve_of": 'heap = curve(((0.0, 0.0), (1.0, 2.0)), "1", of="grm", **NUMBER)',
        "curve_unit": 'heap = curve(((0.0, 0.0), (1.0, 2.0)), "1/grm", of="1", **NUMBER)',
    }[declared]
    error = refused_model(UnitMismatch, NUMBERS + text)
    assert "`grm`" in error.what
    assert "gram" in error.near


@pytest.mark.parametrize("unit", ["a b/c/d", "gram^2", ""])
def test_an_unreadable_unit_is_refused_where_it_is_declared(unit: str) -> None:
    for text in (
        f'heap = uncertainty(0.5, "{unit}", low=0.0, high=1.0, **NUMBER)',
        equation(f'auxiliary("{unit}", **NAMED)', "heap", "0 * a", KNOWN),
        f'heap = curve(((0.0, 0.0), (1.0, 2.0)), "1", of="{unit}", **NUMBER)',
    ):
        assert "`heap`" in refused_model(UnitMismatch, NUMBERS + text).what


@pytest.mark.parametrize(
    ("formula", "gated"),
    [
        ("a + gate * b", {"b"}),
        ("a * (1 + gate * b)", {"b"}),
        ("gate * a * b", {"a", "b"}),
        ("exp(gate * (a - b))", {"a", "b"}),
        ("power(a, gate)", {"a"}),
        ("where(gate, a, b)", {"a"}),
        ("where(greater(gate, 0), a, b)", {"a"}),
        ("(1 - gate) * a + gate * b", {"b"}),
        ("minimum(1, gate * a) + b", {"a"}),
        ("density(volume * gate * a) / volume", {"a"}),
        ("gate * a + b * (a - a)", {"a", "b"}),
        ("a + gate", set()),
        ("a * (1 - gate)", set()),
        ("gate * a + a", set()),
    ],
)
def test_what_a_switch_gates_is_what_zero_makes_vanish(formula: str, gated: set[str]) -> None:
    unit = "gram/litre" if "density" in formula else "1"
    model = model_of(quantity(formula, unit))
    assert gated_by(model, "gate")["found"] == gated


@pytest.mark.parametrize("formula", ["a + extra", "a * (1 - extra)", "a + extra - extra * 1", "maximum(a, extra)"])
def test_a_switch_that_gates_nothing_is_refused(formula: str) -> None:
    text = NUMBERS + "extra = switch(**NUMBER)\n" + equation('auxiliary("1", **NAMED)', "found", formula, ["a", "extra"])
    assert "`extra`" in refused_model(IdleSwitch, text).what


def test_a_switch_that_no_equation_reads_is_refused() -> None:
    refused_model(IdleSwitch, NUMBERS + "extra = switch(**NUMBER)\n")
