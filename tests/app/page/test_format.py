"""Numbers on the page as people write them, in both languages."""

import pytest

from dualtrack.app.page.catalogue import catalogues
from tests.app.page.asking import asked_of_node, script

SAID = [
    (14234, "USD_bn", "USD 14.2 trillion", "14.2万亿美元"),
    (470.2, "USD_bn/year", "USD 470 billion a year", "每年4700亿美元"),
    (0.0125, "USD_bn", "USD 12.5 million", "1250万美元"),
    (-3, "USD_bn", "−USD 3 billion", "−30亿美元"),
    (0, "USD_bn", "USD 0", "0美元"),
    (0.0423, "share", "4.2 %", "4.2%"),
    (0.42, "share", "42 %", "42%"),
    (14000, "1", "14,000", "1.4万"),
    (999.7, "1", "1,000", "1000"),
    (9996, "person", "10,000 people", "1万人"),
    (120_000_000, "person", "120,000,000 people", "1.2亿人"),
    (-0.0000001, "1", "0", "0"),
    (12.34, "month", "12.3 months", "12.3个月"),
    (1, "year", "1 year", "1年"),
    (1.0004, "chip/year", "1 chip a year", "1片/年"),
    (0, "year", "0 years", "0年"),
    (0.126, "H100e/chip", "0.126 H100e per chip", "0.126 H100当量/片"),
]


@pytest.mark.parametrize(("value", "unit", "english", "chinese"), SAID)
def test_a_number_is_said_as_each_language_writes_it(value: float, unit: str, english: str, chinese: str) -> None:
    body = """
    const words = await import(given.place);
    words.setCatalogues(given.words);
    const said = ["en", "zh"].map((each) => { words.setLanguage(each); return it.number(given.value, given.unit); });
    console.log(JSON.stringify(said));
    """
    assert asked(body, value, unit) == [english, chinese]


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (0.031, "share", "+3.1 points", "+3.1个百分点"),
        (-0.0891, "1", "−0.0891", "−0.0891"),
        (435.2, "USD_bn", "+USD 435 billion", "+4350亿美元"),
        (0.00001, "share", "0 points", "0个百分点"),
    ],
)
def test_a_difference_has_a_sign_and_shares_differ_in_points(value: float, unit: str, english: str, chinese: str) -> None:
    body = """
    const words = await import(given.place);
    words.setCatalogues(given.words);
    const said = ["en", "zh"].map((each) => { words.setLanguage(each); return it.signed(given.value, given.unit); });
    console.log(JSON.stringify(said));
    """
    assert asked(body, value, unit) == [english, chinese]


def test_a_count_is_told_whole() -> None:
    body = """
    const words = await import(given.place);
    words.setCatalogues(given.words);
    const said = ["en", "zh"].map((each) => { words.setLanguage(each); return it.wholeNumber(given.value); });
    console.log(JSON.stringify(said));
    """
    assert asked(body, 1987, "1") == ["1,987", "1987"]
    assert asked(body, 12, "1") == ["12", "12"]


TYPED = {
    "0.75": 0.75,
    "1,500": 1500,
    "1，234，567.5": 1234567.5,
    "2 000": 2000,
    "30%": 0.3,
    "7 ％": 0.07,
    "−3": -3,
    "1e3": 1000,
    "1,5": None,
    "0,500": None,
    "1,2345": None,
    "1 5": None,
    "": None,
    "%": None,
}


def test_a_typed_number_is_read_as_it_was_meant_or_not_at_all() -> None:
    assert asked_of_node("format.js", "console.log(JSON.stringify(given.map(it.typedNumber)));", list(TYPED)) == list(
        TYPED.values()
    )


def test_whoever_writes_a_decimal_comma_is_told_what_to_write() -> None:
    body = "console.log(JSON.stringify(given.map(it.pointForComma)));"
    assert asked_of_node("format.js", body, ["1,5", "0，5", "1,500", "many"]) == ["1.5", "0.5", "", ""]


def asked(body: str, value: float, unit: str) -> object:
    place = script("words.js").as_uri()
    return asked_of_node("format.js", body, {"words": catalogues(), "place": place, "value": value, "unit": unit})


def test_an_english_per_cent_sign_stays_on_the_line_of_its_figure() -> None:
    body = "const words = await import(given); words.setLanguage('en'); console.log(it.share(0.32).codePointAt(2));"
    assert asked_of_node("format.js", body, script("words.js").as_uri()) == ord("\N{NO-BREAK SPACE}")
