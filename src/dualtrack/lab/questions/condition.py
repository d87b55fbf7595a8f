"""What must hold in a world? Comparisons of what may be asked with numbers, joined by `and`, as users write them.

lag(fish_stock) >= 3 and fish_price @ 2035 < 1.2
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.asked import Asked, read_asked
from dualtrack.lab.questions.number_text import decimal
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array

Sign = Literal["<", "<=", ">", ">="]
COMPARED: Mapping[Sign, Callable[[Array, float], NDArray[np.bool_]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
COMPARISON = re.compile(r"(?P<term>[^<>=!]*)(?P<sign>[<>=!]+)(?P<number>[^<>=!]*)")
TOLD = "write TERM < NUMBER, with <, <=, > or >=; join several with `and`"


@dataclass(frozen=True, slots=True)
class Inequality:
    """A term held against a number."""

    asked: Asked
    sign: Sign
    number: float

    def __str__(self) -> str:
        return f"{self.asked} {self.sign} {self.number:g}"


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons that must hold together."""

    comparisons: tuple[Inequality, ...]

    def __str__(self) -> str:
        return " and ".join(map(str, self.comparisons))

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What each comparison asks."""
        return tuple(each.asked for each in self.comparisons)

    def settled(self, asked: tuple[Asked, ...]) -> Condition:
        """The same with its questions settled."""
        return Condition(tuple(replace(c, asked=each) for c, each in zip(self.comparisons, asked, strict=True)))

    def holds(self, answers: Answers) -> NDArray[np.bool_]:
        """Whether it holds, [world]; where a lag has no number it does not."""
        rows = zip(self.comparisons, answers.values, answers.missing, strict=True)
        return np.asarray(
            np.all([COMPARED[c.sign](row, c.number) & ~missing for c, row, missing in rows], axis=0), dtype=np.bool_
        )


@checked
def read_condition(text: str, model: Model, year: float) -> Condition:
    """A condition as a user writes it in `text`, about quantities of the `model`, in `year` where a term names none.

    Raises `RunError` for what is no comparison and `UnknownName` for what no equation gives, each with the nearest.
    """
    return Condition(tuple(_comparison(part, model, year) for part in re.split(r"\band\b", text)))


def _comparison(text: str, model: Model, year: float) -> Inequality:
    found = COMPARISON.fullmatch(text)
    if found is None:
        raise RunError(f"`{text.strip()}` is no comparison", fix=TOLD)
    signs: dict[str, Sign] = {sign: sign for sign in COMPARED}
    if found["sign"] not in signs:
        raise RunError(f"`{found['sign']}` compares nothing here", fix=TOLD)
    return Inequality(read_asked(found["term"], model, year), signs[found["sign"]], _number(found["number"]))


def _number(text: str) -> float:
    value = decimal(text.strip())
    if value is None:
        raise RunError(f"`{text.strip()}` is no finite number", fix=TOLD)
    return value
