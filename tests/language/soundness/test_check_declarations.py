"""Every declaration says what it is in both languages, where it comes from, and holds numbers that make sense."""

import pytest

from dualtrack.errors import BadNumber, NoMeaning
from tests.refusals import refused_model
from tests.strategies import model_of

WORDS = 'label=("Rate", "率"), doc="A rate."'
SOURCED = 'source="someone_2020"'


def number(*, value: str = "0.5", low: str = "0.0", high: str = "1.0", rest: str = f"{SOURCED}, {WORDS}") -> str:
    return f'rate = uncertainty({value}, "1", low={low}, high={high}, {rest})'


def equation(words: str, doc: str = '"A quantity."') -> str:
    return f'@auxiliary("1", {words})\ndef share(time):\n    {doc}\n    return 0 * time\n'


def test_a_sound_number_passes() -> None:
    assert model_of(number())["rate"].value == 0.5


@pytest.mark.parametrize(
    "label", ['("Rate", "")', '("", "率")', '("Rate", " ")', '("Rate",)', '("Rate", "率", "x")', '"Ra"', "None"]
)
def test_a_label_has_both_languages(label: str) -> None:
    refused_model(NoMeaning, number(rest=f'{SOURCED}, label={label}, doc="A rate."'))
    refused_model(NoMeaning, equation(f"label={label}"))
    refused_model(NoMeaning, f'bend = curve(((0.0, 0.0), (1.0, 1.0)), "1", of="1", {SOURCED}, label={label}, doc="A curve.")')


def test_a_declaration_says_what_it_means() -> None:
    refused_model(NoMeaning, number(rest=f'{SOURCED}, label=("Rate", "率"), doc=" "'))
    refused_model(NoMeaning, equation('label=("Share", "份额")', doc="pass"))
    refused_model(NoMeaning, number() + '\ngram = BaseUnit("gram", "")', where="")


@pytest.mark.parametrize("source", ['""', '"  "', "None", 'Assumed("", "a survey")', 'Assumed("a guess", "")', 'Definition("")'])
def test_a_number_has_a_source(source: str) -> None:
    assert "no source" in refused_model(BadNumber, number(rest=f"source={source}, {WORDS}")).what


def test_each_element_has_a_source() -> None:
    rest = f'over=Dimension("layer", ("lower", "upper")), source={{"lower": "someone_2020", "upper": ""}}, {WORDS}'
    assert "`rate.upper` has no source" in refused_model(BadNumber, number(rest=rest)).what


def test_levers_switches_and_curves_have_a_source_too() -> None:
    refused_model(BadNumber, f'dial = lever(0.5, "1", low=0.0, high=1.0, source="", {WORDS})')
    refused_model(BadNumber, f'mechanism = switch(source="", {WORDS})')
    refused_model(BadNumber, f'bend = curve(((0.0, 0.0), (1.0, 1.0)), "1", of="1", source="", {WORDS})')


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2.0", "0.0", "1.0"),
        ("-0.1", "0.0", "1.0"),
        ("0.5", "1.0", "0.0"),
        ("math.nan", "0.0", "1.0"),
        ("0.5", "math.nan", "1.0"),
        ("0.5", "0.0", "math.nan"),
        ("0.5", "0.0", "math.inf"),
        ("math.inf", "0.0", "math.inf"),
    ],
)
def test_a_number_lies_in_a_finite_range(value: str, low: str, high: str) -> None:
    assert "`rate`" in refused_model(BadNumber, "import math\n" + number(value=value, low=low, high=high)).what


@pytest.mark.parametrize("bounds", ["(1.0, 0.0)", "(math.nan, 1.0)"])
def test_the_bounds_of_an_equation_are_in_order(bounds: str) -> None:
    refused_model(BadNumber, "import math\n" + equation(f'label=("Share", "份额"), bounds={bounds}'))


@pytest.mark.parametrize("prior", ["Uniform(-0.5, 1.0)", "Uniform(0.0, 2.0)", "PointMass(-1.0, 0.2, Uniform(0.0, 1.0))"])
def test_a_prior_stays_in_the_range(prior: str) -> None:
    assert "leaves its range" in refused_model(BadNumber, number(rest=f"prior={prior}, {SOURCED}, {WORDS}")).what


@pytest.mark.parametrize("prior", ["Uniform(1.0, 0.0)", "Triangular(0.0, 2.0, 1.0)", "PointMass(0.0, 1.2, Uniform(0.0, 1.0))"])
def test_a_prior_is_a_distribution(prior: str) -> None:
    assert prior.split("(")[0] in refused_model(BadNumber, number(rest=f"prior={prior}, {SOURCED}, {WORDS}")).what


@pytest.mark.parametrize("read", ["other", "dial", "share", "time"])
def test_a_stock_starts_from_what_is_known_before_the_first_step(read: str) -> None:
    text = f"""
dial = lever(0.5, "1", low=0.0, high=1.0, {SOURCED}, {WORDS})
{equation('label=("Share", "份额")')}
@stock("1", initial=1, **NAMED)
def other():
    "Another stock."
    return 0
@stock("1", initial=lambda {read}: {read}, **NAMED)
def pond():
    "A stock."
    return 0
"""
    error = refused_model(BadNumber, text)
    assert "`pond`" in error.what
    assert f"`{read}`" in error.what
