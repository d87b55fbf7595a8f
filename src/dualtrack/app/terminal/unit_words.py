"""Units and amounts in the language that is spoken: as declared in English, in Chinese by the words of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.terminal.numbers import FIGURES, heading, number, span
from dualtrack.app.terminal.speech import say
from dualtrack.language.quantity import Quantity
from dualtrack.language.tongue import set_in_chinese

NONE = "1"
MONEY = "USD_bn"
DOLLARS = 1e9
SIZES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (1.0, ""))
OF_RECORD = {
    "die": "裸片",
    "company": "家公司",
    "half_year": "半年",
    "quarter": "季度",
    "CNY_bn": "十亿元人民币",
    "USD": "美元",
    "second": "秒",
    "week": "周",
    "day": "日",
    "token": "词元",
    "model": "个模型",
    "deal": "笔交易",
    "B300e": "B300当量",
}
"""Units in which the record counts, and no quantity that the page shows."""


def unit_words(unit: object) -> str:
    """A unit in the language that is spoken; empty for a pure number."""
    name = str(unit)
    return "" if name == NONE else say(name, unit_in_chinese(name))


def unit_beside(unit: object) -> str:
    """The same in brackets, behind a label."""
    words = unit_words(unit)
    return say(f" ({words})", f"（{words}）") if words else ""


def over_column(quantity: Quantity) -> str:
    """A quantity over a column: its label, and its unit on a line of its own."""
    return say(heading(quantity), f"{quantity.label[1]}\n（{unit_words(quantity.unit) or '0至1'}）")


def amount(values: Sequence[float], unit: object, places: int = FIGURES) -> str:
    """A value, or the span of two, with its unit; in Chinese money in 亿 and 万亿, as the page has it."""
    text = _spanned([number(each, places) for each in values])
    return say(text if str(unit) == NONE else f"{text} {unit}", amount_in_chinese(values, unit, places))


def amount_in_chinese(values: Sequence[float], unit: object, places: int = FIGURES) -> str:
    """A value, or the span of two, with its unit in Chinese."""
    name = str(unit)
    if name in (MONEY, f"{MONEY}/year"):
        money = _spanned([_money(each, places) for each in values], "至")
        return money + name.replace(MONEY, "美元").replace("/year", "/年")
    text = set_in_chinese(_spanned([number(each, places) for each in values]))
    return text if name == NONE else f"{text}{unit_in_chinese(name)}"


def unit_in_chinese(unit: str) -> str:
    """A unit in Chinese: by its own word, else part by part; a part without a word stands as it is declared."""
    words = _words()
    if unit in words:
        return words[unit]
    above, _, below = unit.partition("/")
    over, under = ("·".join(words.get(each, each) for each in part.split("*") if each != NONE) for part in (above, below))
    return over if not under else f"{over}/{under}"


@cache
def _words() -> Mapping[str, str]:
    """The page's words for units, and those of the record."""
    start = "unit."
    return {**OF_RECORD, **{key.removeprefix(start): word for key, word in catalogues()["zh"].items() if key.startswith(start)}}


def _spanned(said: Sequence[str], between: str = "") -> str:
    if len(said) == 1:
        return said[0]
    return between.join((said[0], said[-1])) if between else span(said[0], said[-1])


def _money(value: float, places: int) -> str:
    dollars = abs(value) * DOLLARS
    least, size = next((each for each in SIZES if dollars >= each[0]), SIZES[-1])
    return f"{number(value * DOLLARS / least, places)}{size}"
