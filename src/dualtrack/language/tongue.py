"""In which of two languages a reader is spoken to: words stand as pairs beside each other, and one value chooses.

    say("2 worlds", "2个世界")

A layout is written once; its words are pairs. Not like this: a second layout for the second language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

HAN = "\u4e00-\u9fff"
WIDE = "\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’"
"""Letters of Chinese, and letters and marks, as a regular expression's class holds them."""
SETTING = (
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
    (re.compile(r"(?<=\d) %"), "%"),
    (re.compile(r"(?<![\d.])([\d.]+)–(?=[\d.]+%)"), r"\1%至"),
    (re.compile(r"(?<=[\d%])–(?=\d)"), "至"),
    (re.compile(r"(?<=[\d%]) to (?=[−+-]?\d)"), "至"),
    (re.compile(rf"(?<=[{WIDE}]) +(?=[\w+−\[(])", re.ASCII), ""),
    (re.compile(rf"(?<=[\w%\])]) +(?=[{WIDE}])", re.ASCII), ""),
    (re.compile(rf"(?<=[{HAN}])(?=[a-z]\w)", re.ASCII), " "),
    (re.compile(rf"(?<![A-Za-z0-9_.])([a-z][\w.]*\w)(?=[{HAN}])", re.ASCII), r"\1 "),
)
"""What Chinese print has otherwise: thousands unparted, no blank before a per cent sign or beside a Chinese letter except around
a name in small letters, and between two numbers, each with its own sign, a word.
"""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its `name`; `tell` words a text that was written in English alone."""

    name: str
    tell: Callable[[str], str] = str

    def __call__(self, english: str, chinese: str) -> str:
        """One of the two, the Chinese as Chinese print sets it; the English where there is no Chinese."""
        return set_in_chinese(chinese) if self.is_chinese and chinese else english

    @property
    def is_chinese(self) -> bool:
        """Whether it speaks Chinese."""
        return self.name == "zh"


def set_in_chinese(text: str) -> str:
    """A Chinese text with its numbers and blanks as Chinese print has them: 46%, 7%至10%, −3至4; the same if it has them."""
    for found, instead in SETTING:
        text = found.sub(instead, text)
    return text


def quoted_in_chinese(text: str) -> str:
    """A Chinese text in quotation marks, those inside it single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


ENGLISH = Tongue("en")
