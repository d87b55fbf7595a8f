"""Calling an equation with names: the tree it records, and what it is refused for."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from dualtrack.errors import LabError, TraceError, UnknownName, nearest
from dualtrack.language.declaration import Curve, Facts, Parameter
from dualtrack.language.expressions.expr import Expr, Lookup, Ref, lift, numbers
from dualtrack.language.expressions.over_dimension import Dimension, Vector

ALLOWED_NUMBERS = {-1.0, 0.0, 1.0, 2.0}
TIME = "time"
"""The calendar year, a name that every equation may ask for."""


@dataclass(frozen=True, slots=True)
class Called:
    """A curve as an equation meets it: calling it records a look-up."""

    name: str

    def __call__(self, at: Any) -> Any:
        if isinstance(at, Vector):
            return Vector({element: self(value) for element, value in at.items()})
        return Lookup(self.name, lift(at))


Declaration = Parameter | Curve | Callable[..., Any]


def dimension_of(declaration: Declaration) -> Dimension | None:
    """The dimension a declaration runs over, if any."""
    match declaration:
        case Parameter():
            return declaration.over
        case Curve():
            return None
        case equation:
            facts: Facts = equation.facts  # type: ignore[attr-defined]
            return facts.over


def flat(name: str, element: str | None) -> str:
    """The name of one element of a quantity."""
    return name if element is None else f"{name}.{element}"


def place(equation: Callable[..., Any]) -> str:
    """File and line of an equation."""
    code = inspect.unwrap(equation).__code__
    return f"{Path(code.co_filename).name}:{code.co_firstlineno}"


def record(name: str, equation: Callable[..., Any], element: str | None, known: Mapping[str, Declaration]) -> Expr:
    """The tree of one equation for one element.

    Raises `UnknownName` for an argument that no one declares, and `TraceError` for what cannot be recorded, with the place.
    """
    _refuse_branches(name, equation)
    _refuse_unasked(name, equation, known)
    arguments = [_argument(name, equation, wanted, element, known) for wanted in inspect.signature(equation).parameters]
    try:
        tree = _single(equation(*arguments))
    except LabError as error:
        raise type(error)(f"equation `{name}`: {error.what}", where=place(equation), near=error.near, fix=error.fix) from None
    except (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError) as error:
        raise TraceError(
            f"equation `{name}` cannot be recorded: {error}",
            where=place(equation),
            fix="use only the names it asks for, + - * / **, and the functions of dualtrack.language.expressions.ops",
        ) from error
    if bare := numbers(tree) - ALLOWED_NUMBERS:
        raise TraceError(
            f"equation `{name}` contains the bare number {min(bare):g}",
            where=place(equation),
            fix="declare it as a constant or an uncertainty with unit, range and source",
        )
    return tree


def _argument(name: str, equation: Callable[..., Any], wanted: str, element: str | None, known: Mapping[str, Declaration]) -> Any:
    if wanted == TIME:
        return Ref(TIME)
    if wanted not in known:
        raise UnknownName(
            f"equation `{name}` asks for `{wanted}`, which no one defines",
            where=place(equation),
            near=nearest(wanted, [*known, TIME]),
            fix="correct the argument's name, or declare it in a sector",
        )
    declaration = known[wanted]
    if isinstance(declaration, Curve):
        return Called(wanted)
    dimension = dimension_of(declaration)
    own = dimension_of(known[name]) if name in known else None
    if dimension is None:
        return Ref(wanted)
    if dimension == own and element is not None:
        return Ref(flat(wanted, element))
    return Vector({e: Ref(flat(wanted, e)) for e in dimension.elements})


def _single(result: Any) -> Expr:
    if isinstance(result, Vector):
        raise TraceError("gives a value per element, not one", fix="declare it over=..., take one element, or sum with total()")
    if result is None:
        raise TraceError("gives nothing", fix="return the value")
    return lift(result)


def _refuse_unasked(name: str, equation: Callable[..., Any], known: Mapping[str, Declaration]) -> None:
    for word, value in inspect.getclosurevars(inspect.unwrap(equation)).globals.items():
        if isinstance(value, (Parameter, Curve)) and (asked := next((n for n, d in known.items() if d is value), None)):
            raise TraceError(
                f"equation `{name}` uses `{word}` without asking for it",
                where=place(equation),
                fix=f"add `{asked}` to its arguments",
            )


def _refuse_branches(name: str, equation: Callable[..., Any]) -> None:
    for step in (step for code in _codes(inspect.unwrap(equation), set()) for step in dis.get_instructions(code)):
        if step.opname in ("COMPARE_OP", "CONTAINS_OP", "IS_OP") or ("JUMP" in step.opname and "IF" in step.opname):
            raise TraceError(
                f"equation `{name}` branches with if, and, or, or a comparison",
                where=place(equation),
                fix="write where(condition, if_true, if_false), minimum, maximum, clip, greater or at_least",
            )


def _codes(function: Callable[..., Any], seen: set[int]) -> Iterator[CodeType]:
    """The code of a function, of functions inside it, and of those it calls, except the language's own."""
    waiting = [function.__code__]
    while waiting:
        code = waiting.pop()
        yield code
        waiting += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
        for helper in map(function.__globals__.get, code.co_names):
            if inspect.isfunction(helper) and id(helper) not in seen and not helper.__module__.startswith("dualtrack.language."):
                seen.add(id(helper))
                yield from _codes(helper, seen)
