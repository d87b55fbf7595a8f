"""What must hold in a world? Comparisons of what may be asked with numbers, and claims, joined by `and`.

lag(fish_stock) >= 3 and fish_price @ 2035 < 1.2 and not CLAIM

A claim stands by itself: it is true or false, and `not` says which is meant.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.asked import ALONE, Asked, AskedClaim, AskedDifference, AskedLevel, claim_named, read_asked
from dualtrack.lab.questions.number_text import decimal
from dualtrack.language.checked import checked
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import Test
from dualtrack.targets.numeric.arrays import Array

Sign = Literal["<", "<=", ">", ">="]
COMPARED: Mapping[Sign, Callable[[Array, float], NDArray[np.bool_]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
COMPARISON = re.compile(r"(?P<term>[^<>=!]*)(?P<sign>[<>=!]+)(?P<number>[^<>=!]*)")
CLAIMED = re.compile(r"\s*(?P<no>not\s+)?(?P<name>\w[\w.]*)\s*")
TOLD = "write TERM < NUMBER, with <, <=, > or >=; join several with `and`"
OR_CLAIM = f"{TOLD}; a claim stands alone, as CLAIM or not CLAIM"


@dataclass(frozen=True, slots=True)
class Inequality:
    """A term held against a number."""

    asked: Asked
    sign: Sign
    number: float

    def __str__(self) -> str:
        return f"{self.asked} {self.sign} {self.number:g}"

    def met(self, values: Array) -> NDArray[np.bool_]:
        """In which worlds the term, `values[world]`, lies on the right side, [world]."""
        return COMPARED[self.sign](values, self.number)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that must be true, or must be false."""

    asked: AskedClaim
    true: bool = True

    def __str__(self) -> str:
        return str(self.asked) if self.true else f"not {self.asked}"

    def met(self, values: Array) -> NDArray[np.bool_]:
        """In which worlds, of `values[world]`, it is what it must be, [world]."""
        return np.asarray(values == float(self.true))


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons and claims that must hold together."""

    comparisons: tuple[Inequality | Claimed, ...]

    def __str__(self) -> str:
        return " and ".join(map(str, self.comparisons))

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What each comparison asks."""
        return tuple(each.asked for each in self.comparisons)

    def holds(self, answers: Answers) -> NDArray[np.bool_]:
        """Whether it holds, [world]; where something has no number it does not."""
        rows = zip(self.comparisons, answers.values, answers.missing, strict=True)
        return np.asarray(np.all([c.met(row) & ~missing for c, row, missing in rows], axis=0), dtype=np.bool_)


@checked
def read_condition(text: str, model: Model, year: float, claims: Sequence[Test] = ()) -> Condition:
    """A condition as a user writes it in `text`, about quantities of the `model`, in `year` where a term names none.

    `claims` are the tests whose claims may stand in it by name. Raises `RunError` for what is no comparison and `UnknownName` for
    what no equation gives and is no claim, each with the nearest.
    """
    return Condition(tuple(_comparison(part, model, year, claims) for part in re.split(r"\band\b", text)))


def check_can_hold(condition: Condition, model: Model) -> None:
    """Raise `RunError` for a comparison that no world can meet, since the quantity's declared bounds lie on its other side."""
    for each in condition.comparisons:
        if not isinstance(each, Inequality) or not isinstance(each.asked, AskedLevel | AskedDifference):
            continue
        name, (low, high) = each.asked.name, _bounds(model, each.asked)
        if not COMPARED[each.sign](np.array([low, high]), each.number).any():
            unit = model[name].unit
            raise RunError(
                f"`{each}` can be met in no world: `{name}` was declared between {model[name].low:g} and {model[name].high:g}"
                + ("" if unit == ONE else f" {unit}"),
                where=str(condition),
                fix=f"hold {_called(each.asked)} against a number between {low:g} and {high:g}",
            )


def _bounds(model: Model, asked: AskedLevel | AskedDifference) -> tuple[float, float]:
    """The least and the most that is declared possible."""
    low, high = model[asked.name].low, model[asked.name].high
    return (low, high) if isinstance(asked, AskedLevel) else (low - high, high - low)


def _called(asked: AskedLevel | AskedDifference) -> str:
    return f"`{asked.name}`" if isinstance(asked, AskedLevel) else f"a difference in `{asked.name}`"


def _comparison(text: str, model: Model, year: float, claims: Sequence[Test]) -> Inequality | Claimed:
    found = COMPARISON.fullmatch(text)
    if found is None:
        return _claimed(text, model, year, claims)
    signs: dict[str, Sign] = {sign: sign for sign in COMPARED}
    if found["sign"] not in signs:
        raise RunError(f"`{found['sign']}` compares nothing here", fix=TOLD)
    asked = read_asked(found["term"], model, year, claims)
    if isinstance(asked, AskedClaim):
        raise RunError(f"claim {asked} is true or false, and is held against no number", fix=f"{ALONE}, or `not` before it")
    return Inequality(asked, signs[found["sign"]], _number(found["number"]))


def _claimed(text: str, model: Model, year: float, claims: Sequence[Test]) -> Claimed:
    """A part without a sign, which only a claim can be."""
    alone = CLAIMED.fullmatch(text) if claims else None
    if alone is None or alone["name"] in model.quantities:
        raise RunError(f"`{text.strip()}` is no comparison", fix=OR_CLAIM if claims else TOLD)
    if claim_named(alone["name"], model, claims) is None:
        known = [each.id for each in claims]
        raise UnknownName(f"there is no claim `{alone['name']}`", near=nearest(alone["name"], known), fix=OR_CLAIM)
    asked = read_asked(alone["name"], model, year, claims)
    assert isinstance(asked, AskedClaim)
    return Claimed(asked, not alone["no"])


def _number(text: str) -> float:
    value = decimal(text.strip())
    if value is None:
        raise RunError(f"`{text.strip()}` is no finite number", fix=TOLD)
    return value
