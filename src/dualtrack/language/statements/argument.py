"""How an argument is told: its findings, its claims in reading order, a tour of it, and levers by what their values mean.

    KeyFinding("K2", ("Does crowding harm the catch?", "拥挤是否减少渔获？"))
    ArgumentGroup("offer", ("The offer", "供给方案"), ("K1", "K2"))
    TourStep(("The offer.", "供给方案。"), ("What is offered, and on what terms.", "提供什么，附何条件。"), ("K1",))
    WordedLever("quota", "home", ("Quota", "配额"), (WordedValue(0.0, ("none", "无")), WordedValue(1.0, ("all", "全部"))))

Words and choices only, made for what the argument says: not like this, a finding picked because its answer is striking.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualtrack.errors import BadNumber, NoMeaning
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label


@checked
@dataclass(frozen=True, slots=True)
class KeyFinding:
    """A `claim` that is told on the first screen, under a `title` that takes no side; raises `NoMeaning` for one language."""

    claim: str
    title: Label

    def __post_init__(self) -> None:
        said_in_both("a finding", self.title)


@checked
@dataclass(frozen=True, slots=True)
class ArgumentGroup:
    """`claims` that are read together, in order, under an `id` and a `label`; raises `NoMeaning` for one language."""

    id: str
    label: Label
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        said_in_both("a group of claims", self.label, self.id)


@checked
@dataclass(frozen=True, slots=True)
class TourStep:
    """A step through the argument: a `label`, a `text` that tells no result, and the `claims` it is about, if any.

    Raises `NoMeaning` for one language.
    """

    label: Label
    text: Label
    claims: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        said_in_both("a step of the tour", self.label)
        said_in_both("a step of the tour", self.text)


@checked
@dataclass(frozen=True, slots=True)
class WordedValue:
    """A `value` of a lever, in its own unit, and by its `label` what it means.

    Raises `NoMeaning` for one language, `BadNumber` for no value.
    """

    value: float
    label: Label

    def __post_init__(self) -> None:
        said_in_both(f"the value {self.value:g}", self.label)
        if not math.isfinite(self.value):
            raise BadNumber(f"a worded value stands at {self.value}", fix="give it a finite value")


@checked
@dataclass(frozen=True, slots=True)
class WordedLever:
    """A `lever` that is set by words: its `side`, a plain `label`, and at least two `words`, by rising value.

    `beside` are levers that do the same by another rule: where one of them is at work the reader is told so. Raises `NoMeaning`
    for one language, `BadNumber` for fewer words or values that do not rise.
    """

    lever: str
    side: str
    label: Label
    words: tuple[WordedValue, ...]
    beside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        said_in_both(f"lever `{self.lever}`", self.label)
        values = [each.value for each in self.words]
        if len(values) < 2 or values != sorted(set(values)):
            raise BadNumber(f"lever `{self.lever}` has words at {values}", fix="give two or more values, each above the last")


def said_in_both(what: str, label: Label, name: str = "named") -> None:
    """Raise `NoMeaning` for a label that lacks a language, or a thing that has no name."""
    if not (name and all(label)):
        raise NoMeaning(f"{what} is called `{name}` and {label}", fix="give it a name, and words in both languages")
