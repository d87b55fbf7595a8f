"""What a built model tells: its quantities by role, causes and effects, a fingerprint, and a version with parts frozen."""

import pytest

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.language.model import freeze
from tests.refusals import refused
from tests.strategies import model_of

TEXT = """
rate = uncertainty(0.1, "1/year", low=0.0, high=1.0, **NUMBER)
scale = constant(2.0, "1", source=Definition("twice"), label=("Scale", "比例"), doc="A scale.")
mechanism = switch(**NUMBER)
dial = lever(0.5, "1", low=0.0, high=1.0, **NUMBER)
record = history(0.5, "1", low=0.0, high=1.0, **NUMBER)
bend = curve(((0.0, 0.0), (1.0, 2.0)), "1", of="1", **NUMBER)
@stock("1", initial=1, **NAMED)
def pond(growth):
    "Water."
    return growth
@flow("1/year", **NAMED)
def growth(pond, rate, dial, mechanism, scale):
    "What is added."
    return rate * pond * (dial + mechanism * scale)
@outcome("1", direction="higher", **NAMED)
def result(pond, record, bend):
    "What counts."
    return bend(pond) * record
"""
MODEL = model_of(TEXT)


def test_a_model_lists_its_quantities_by_role() -> None:
    assert MODEL.stocks == ("pond",)
    assert MODEL.given == ("rate", "scale", "mechanism")
    assert MODEL.drawn == ("rate", "mechanism")
    assert MODEL.driven == ("dial", "record")
    assert MODEL.switches == ("mechanism",)
    assert MODEL.outcomes == ("result",)
    assert MODEL.assumed == ("rate", "mechanism")
    assert MODEL.order == ("growth", "result")


def test_causes_and_effects_are_direct() -> None:
    assert MODEL.causes("growth") == ("dial", "mechanism", "pond", "rate", "scale")
    assert MODEL.causes("rate") == ()
    assert MODEL.effects("pond") == ("growth", "result")


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    for ask in (MODEL.__getitem__, MODEL.causes, MODEL.effects):
        assert "growth" in refused(UnknownName, lambda ask=ask: ask("grwth")).near  # type: ignore[misc]


def test_a_computed_quantity_has_no_declared_number() -> None:
    assert MODEL["rate"].number == 0.1
    refused(UnknownName, lambda: MODEL["growth"].number, where="toy.py:")


def test_freezing_turns_what_moves_into_what_is_given() -> None:
    frozen = freeze(MODEL, ["pond", "growth"])
    assert frozen.stocks == ()
    assert set(frozen.driven) == {"dial", "record", "pond", "growth"}
    assert MODEL.stocks == ("pond",)


def test_what_cannot_be_frozen_is_refused() -> None:
    assert refused(UnknownName, lambda: freeze(MODEL, ["pnd"])).near == "pond"
    refused(RegimeError, lambda: freeze(MODEL, ["rate"]))


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("uncertainty(0.1", "uncertainty(0.2"),
        ('0.1, "1/year", low=0.0', '0.1, "1/year", low=0.05'),
        ('"1/year", low=0.0, high=1.0,', '"1/year", low=0.0, high=1.0, prior=Uniform(0.0, 1.0),'),
        ("rate * pond *", "rate * pond /"),
        ("initial=1", "initial=0"),
        ("(1.0, 2.0)", "(1.0, 3.0)"),
        ("lever(0.5", "lever(0.6"),
        ("lever(", "history("),
        ("mechanism * scale", "mechanism * scale * scale"),
        ("def result", "def outcome_of_all"),
    ],
)
def test_the_fingerprint_changes_with_the_numbers(written: str, instead: str) -> None:
    assert TEXT.count(written) == 1
    assert model_of(TEXT.replace(written, instead)).fingerprint != MODEL.fingerprint


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('"Water."', '"All the water there is."'),
        ('("Scale", "比例")', '("Factor", "系数")'),
        ('Definition("twice")', '"someone_2020"'),
        ("low=0.0, high=1.0", "low=0, high=1"),
        ("def growth(pond, rate, dial,", "def growth(rate, pond, dial,"),
    ],
)
def test_the_fingerprint_does_not_change_with_the_words(written: str, instead: str) -> None:
    assert written in TEXT
    assert model_of(TEXT.replace(written, instead)).fingerprint == MODEL.fingerprint


def test_the_fingerprint_is_a_hash_and_knows_what_is_frozen() -> None:
    assert len(MODEL.fingerprint) == 64
    assert int(MODEL.fingerprint, 16) > 0
    assert freeze(MODEL, ["pond"]).fingerprint != MODEL.fingerprint
