"""Reality checks as data: sentences that hold in every world by reason alone, whatever its numbers are.

    Holds(("Nobody catches more than there is.", "渔获不超过存量。"), "inshore_catch + offshore_catch <= fish_stock")
    Response(("A ban never raises the catch.", "禁渔不会增加渔获。"),
             Change("fishing_ban", (0.0, 0.5, 1.0)), "lower", ("offshore_catch",))

Not like this: a sentence that holds in most worlds, which is a finding and no check, or one that nothing could break.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, assert_never

from dualtrack.errors import BadNumber, DuplicateName, LabError, TraceError
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.formula import flat_names, read
from dualtrack.language.model import Model

Expected = Literal["higher", "lower", "unchanged"]


@checked
@dataclass(frozen=True, slots=True)
class Fixed:
    """The quantity `name` held at a `value`, always or from the year `since`: a number of the world, a lever, or another.

    Another is cut from its causes.
    """

    name: str
    value: float
    since: float | None = None


@dataclass(frozen=True, slots=True)
class Switches:
    """Every switch of the model at one strength, `value`, 0 to 1; those held after it differ."""

    value: float


Given = tuple[Fixed | Switches, ...]


@checked
@dataclass(frozen=True, slots=True)
class Sweep:
    """The quantity `name` held at each of some rising `levels` in turn, or at one, beside what it is.

    A lever may change from the year `since` on.
    """

    name: str
    levels: tuple[float, ...]
    since: float | None = None


@checked
@dataclass(frozen=True, slots=True)
class Bounded:
    """Everything that moves stays a number, and inside the bounds that its declaration gives; `sentence` says so in words."""

    sentence: Label


@checked
@dataclass(frozen=True, slots=True)
class Conserved:
    """What a `stock` gains over every step is what `flows`, a formula, bring less what they take: nothing is made or lost.

    `sentence` says so in both languages.
    """

    sentence: Label
    stock: str
    flows: str


@checked
@dataclass(frozen=True, slots=True)
class Holds:
    """A `formula` of relations, each of which may be a chain, in every saved year, or only `where` another holds.

    What is `given` holds on the day: every stock stands as it is at some moment of a run, and all that follows in the same
    instant is worked out anew. Where it is `lasting` it holds through a run of its own, read from the year `since` on. `sentence`
    says it in both languages.
    """

    sentence: Label
    formula: str | tuple[str, ...]
    given: Given = ()
    lasting: bool = False
    since: float | None = None
    where: str = ""


@checked
@dataclass(frozen=True, slots=True)
class Response:
    """What `values` do, at least weakly, as something goes through its levels, the `change`: higher, lower or unchanged as
    `expected`.

    On the day, or in later years where `lasting`, with what is `given` held; `sentence` says it in both languages.
    """

    sentence: Label
    change: Sweep
    expected: Expected
    values: tuple[str, ...]
    given: Given = ()
    lasting: bool = False


Check = Bounded | Holds | Conserved | Response


def formulas(check: Check) -> tuple[str, ...]:
    """Every formula that a check reads."""
    match check:
        case Bounded():
            return ()
        case Holds(formula=formula, where=where):
            every = (formula,) if isinstance(formula, str) else formula
            return (*every, where) if where else every
        case Conserved(stock=stock, flows=flows):
            return stock, flows
        case Response(values=values):
            return values
        case _:
            assert_never(check)


def check_checks(model: Model, checks: Iterable[Check]) -> None:
    """Raise for a check that cannot be tried on the model.

    `DuplicateName` for a sentence said twice, `BadNumber` for one in one language or a setting that the model refuses,
    `TraceError` for a formula that cannot be read.
    """
    seen: set[str] = set()
    for check in checks:
        if not all(words.strip() for words in check.sentence):
            raise BadNumber(f"the check {check.sentence} lacks its sentence in English or Chinese", fix="write both")
        if check.sentence[0] in seen:
            raise DuplicateName(f"the check `{check.sentence[0]}` is declared twice", fix="delete one")
        seen.add(check.sentence[0])
        try:
            _check_formulas(model, check)
            _check_settings(model, check)
        except LabError as error:
            what = f"{error.what}, in the check `{check.sentence[0]}`"
            raise type(error)(what, where=error.where, near=error.near, fix=error.fix) from None


def _check_formulas(model: Model, check: Check) -> None:
    for formula in formulas(check):
        related = isinstance(check, Holds)
        if any(bool(reading.relations) != related for reading in read(model, formula)):
            raise TraceError(
                f"the formula `{formula}` {'relates nothing' if related else 'relates values'}",
                fix="write relations such as a <= b in Holds, and nowhere else",
            )
    if isinstance(check, Conserved):
        (_, *others), roles = read(model, check.stock), {model[name].role for name in flat_names(model, check.stock)}
        if roles != {"stock"} or len(read(model, check.flows)) != 1 + len(others):
            raise TraceError(
                f"`{check.stock}` does not accumulate `{check.flows}`", fix="name a stock, and flows over its dimension"
            )


def _check_settings(model: Model, check: Check) -> None:
    if not isinstance(check, Holds | Response):
        return
    held: list[Fixed | Switches] = list(check.given)
    if isinstance(check, Response):
        change = check.change
        if not change.levels or sorted(set(change.levels)) != list(change.levels):
            raise BadNumber(f"`{change.name}` changes over {change.levels}", fix="give levels that rise")
        held += [Fixed(change.name, level, change.since) for level in change.levels]
    for each in held:
        _check_setting(model, each)
        if isinstance(each, Fixed) and each.since is not None and not check.lasting:
            raise BadNumber(f"`{each.name}` is held from {each.since:g}, and a day knows no year", fix="let the check be lasting")


def _check_setting(model: Model, held: Fixed | Switches) -> None:
    for name in model.switches if isinstance(held, Switches) else flat_names(model, held.name):
        quantity = model[name]
        if not (math.isfinite(held.value) and quantity.low <= held.value <= quantity.high):
            raise BadNumber(
                f"`{name}` is held at {held.value:g}", fix=f"stay between {quantity.low:g} and {quantity.high:g} {quantity.unit}"
            )
        if isinstance(held, Fixed) and held.since is not None and quantity.role != "lever":
            raise BadNumber(f"`{name}` is a {quantity.role}, and only a lever can change in a year", fix="hold it always")
