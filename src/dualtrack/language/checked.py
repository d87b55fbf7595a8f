"""Does a call get what it takes? At the public edge every argument is held beside the type that is declared for it.

    @checked
    def draw(model: Model, worlds: int, seed: int) -> Worlds: ...

A text where a list, a regime or a model belongs is refused before it is taken apart; whole numbers and paths of any make become
plain ones. What a value means - a known name, a year inside the run - is checked by the function itself.
"""

from __future__ import annotations

import collections.abc
import functools
import inspect
import math
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from numbers import Integral, Real
from os import PathLike
from pathlib import Path as File
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from dualtrack.errors import WrongArgument, brief, nearest

Made = TypeVar("Made", bound=Callable[..., Any])
LISTS = (collections.abc.Iterable, collections.abc.Sequence, collections.abc.Collection, list, tuple, frozenset)
MAPS = (collections.abc.Mapping, dict)
MOST = 10**9
"""Worlds that can be asked for; a design or a draw of more would not end."""
LIMITS = {"seed": (0, 2**64 - 1), "worlds": (-math.inf, MOST), "count": (-math.inf, MOST), "first": (-math.inf, 2**62)}
"""Bounds of whole numbers by the name of the argument; others are for the function to judge."""
Fits = Callable[[Any], bool]
WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "True or False", File: "a path", type(None): "None"}


class _Unfit(Exception):
    """A value that does not fit a type; the value may be an item of the argument."""

    def __init__(self, value: object, kind: Any) -> None:
        super().__init__()
        self.value, self.kind = value, kind


def checked(made: Made) -> Made:
    """The same function, or the same class, that raises `WrongArgument` for an argument of another kind than is declared."""
    if inspect.isclass(made):
        own = _guarded(vars(made)["__init__"], made.__qualname__, vars(sys.modules[made.__module__]))
        type.__setattr__(made, "__init__", own)
        return made
    return _guarded(made, made.__qualname__, made.__globals__)


def _guarded(function: Made, name: str, known: Mapping[str, Any]) -> Made:
    signature = inspect.signature(function)

    @functools.cache
    def kinds() -> dict[str, Any]:
        return {each.name: _resolved(each.annotation, known) for each in signature.parameters.values()}

    @functools.cache
    def fits() -> dict[str, Fits]:
        return {each: _quick(kind) for each, kind in kinds().items()}

    required = frozenset(
        each.name
        for each in signature.parameters.values()
        if each.default is each.empty and each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)
    )
    order = tuple(each.name for each in signature.parameters.values() if each.kind is each.POSITIONAL_OR_KEYWORD)
    is_plain = all(each.kind is not each.VAR_POSITIONAL for each in signature.parameters.values())

    @functools.wraps(function)
    def guarded(*words: Any, **named: Any) -> Any:
        if is_plain and len(words) <= len(order):
            given = {**dict(zip(order, words, strict=False)), **named}
            if len(given) == len(words) + len(named) and required <= given.keys() and _all_fit(fits(), given):
                return function(*words, **named)
        call = _bound(signature, name, words, named)
        for argument, value in call.arguments.items():
            if signature.parameters[argument].kind is inspect.Parameter.VAR_POSITIONAL:
                call.arguments[argument] = tuple(_fit(name, argument, each, kinds()[argument]) for each in value)
            else:
                call.arguments[argument] = _fit(name, argument, value, kinds()[argument])
        return function(*call.args, **call.kwargs)

    return guarded  # type: ignore[return-value]


def _all_fit(fits: Mapping[str, Fits], given: Mapping[str, Any]) -> bool:
    return all(argument in fits and fits[argument](value) for argument, value in given.items())


def _quick(kind: Any) -> Fits:
    """Whether a value surely is of a kind as it stands; False where that takes a closer look, or the value must be made plain."""
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin is Any:
        return lambda value: True
    if origin is Union or origin is types.UnionType:
        parts = tuple(map(_quick, inner))
        return lambda value: any(part(value) for part in parts)
    if origin is Literal:
        return lambda value: type(value) is str and value in inner
    if origin is tuple and inner and inner[-1] is Ellipsis:
        each = _quick(inner[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    if origin is tuple:
        places = tuple(map(_quick, inner))
        return lambda value: (
            type(value) is tuple and len(value) == len(places) and all(fit(part) for fit, part in zip(places, value, strict=True))
        )
    if origin in (str, float, bool, type(None)):
        return lambda value: type(value) is origin
    if isinstance(origin, type) and is_dataclass(origin):
        return lambda value: isinstance(value, origin)
    return lambda value: False


def _bound(signature: inspect.Signature, name: str, words: tuple[Any, ...], named: dict[str, Any]) -> inspect.BoundArguments:
    try:
        return signature.bind(*words, **named)
    except TypeError as error:
        takes = [each for each in signature.parameters if each != "self"]
        wrong = next((each for each in named if each not in takes), "")
        raise WrongArgument(
            f"`{name}` cannot be called like this: {error}", near=nearest(wrong, takes), fix=f"it takes {', '.join(takes)}"
        ) from None


def _resolved(annotation: Any, known: Mapping[str, Any]) -> Any:
    """The type that an annotation names; what only a type checker knows is taken as it comes."""
    if annotation is inspect.Parameter.empty:
        return Any
    try:
        return eval(annotation, dict(known)) if isinstance(annotation, str) else annotation
    except NameError:
        return Any


def _fit(name: str, argument: str, value: Any, kind: Any) -> Any:
    try:
        found = fitted(value, kind)
    except _Unfit as unfit:
        inside = "" if unfit.value is value else f", in {_shown(value)}"
        raise WrongArgument(
            f"`{name}` takes {_said(unfit.kind)} as `{argument}`, not {_shown(unfit.value)}{inside}",
            where=f"{name}({argument}=...)",
            fix=_fix(unfit.value, unfit.kind),
        ) from None
    low, high = LIMITS.get(argument, (-math.inf, math.inf))
    if type(found) is int and not low <= found <= high:
        raise WrongArgument(
            f"`{argument}` of `{name}` cannot be {brief(found)}",
            where=f"{name}({argument}=...)",
            fix=f"give {max(low, 1):.0f} to {high:.0f}" if argument != "seed" else "give 0 or more, in 64 bits",
        )
    return found


def fitted(value: Any, kind: Any) -> Any:
    """The value, as a plain one of this kind; raises where it is of another."""
    origin = get_origin(kind) or kind
    if origin is Union or origin is types.UnionType:
        return _any_of(value, kind)
    if origin is Literal:
        return value if isinstance(value, str) and value in get_args(kind) else _refuse(value, kind)
    if origin in LISTS:
        return _listed(value, origin, get_args(kind), kind)
    if origin in MAPS:
        return _mapped(value, get_args(kind), kind)
    if origin is collections.abc.Callable:
        return value if callable(value) else _refuse(value, kind)
    if origin in WORDS:
        return _plain(value, origin)
    if origin is Any or not isinstance(origin, type) or getattr(origin, "_is_protocol", False):
        return value
    return value if isinstance(value, origin) else _refuse(value, kind)


def _refuse(value: Any, kind: Any) -> Any:
    raise _Unfit(value, kind)


def _any_of(value: Any, kind: Any) -> Any:
    wrong: list[_Unfit] = []
    for each in get_args(kind):
        try:
            return fitted(value, each)
        except _Unfit as unfit:
            wrong.append(unfit)
    deep = [unfit for unfit in wrong if unfit.value is not value]
    raise deep[0] if len(deep) == 1 else _Unfit(value, kind)


def _plain(value: Any, kind: type) -> Any:
    """Texts, numbers and paths; a truth value is no number."""
    if kind in (int, float):
        if not isinstance(value, Integral if kind is int else Real) or isinstance(value, bool):
            raise _Unfit(value, kind)
        try:
            return int(value) if isinstance(value, Integral) and kind is int else float(value)
        except OverflowError:
            raise _Unfit(value, kind) from None
    if kind is File:
        path = value if isinstance(value, (str, PathLike)) else _refuse(value, kind)
        return File(path) if str(path) and "\0" not in str(path) else _refuse(value, kind)
    return value if isinstance(value, kind) else _refuse(value, kind)


def _listed(value: Any, origin: type, inner: tuple[Any, ...], kind: Any) -> Any:
    is_one = isinstance(value, (str, bytes, Mapping))
    if is_one or not isinstance(value, collections.abc.Iterable):
        raise _Unfit(value, kind)
    items = tuple(value)
    if origin is tuple and inner and inner[-1] is not Ellipsis:
        if len(items) != len(inner):
            raise _Unfit(value, kind)
        return tuple(fitted(each, of) for each, of in zip(items, inner, strict=True))
    found = tuple(fitted(each, inner[0]) for each in items) if inner else items
    return frozenset(found) if origin is frozenset else found


def _mapped(value: Any, inner: tuple[Any, ...], kind: Any) -> Any:
    if not isinstance(value, Mapping):
        raise _Unfit(value, kind)
    found = {fitted(key, inner[0]): fitted(each, inner[1]) for key, each in value.items()} if inner else dict(value)
    return value if all(found[key] is each for key, each in value.items()) else found


def _said(kind: Any) -> str:
    origin = get_origin(kind) or kind
    if origin is Union or origin is types.UnionType:
        return " or ".join(_said(each) for each in get_args(kind))
    if origin is Literal:
        return "one of " + ", ".join(map(repr, get_args(kind)))
    if origin in LISTS:
        return "a list of " + ", ".join(_said(each).removeprefix("a ") for each in get_args(kind) if each is not Ellipsis)
    if origin in MAPS:
        return "a dictionary by name"
    if origin is collections.abc.Callable:
        return "a function"
    return WORDS.get(origin, f"a {getattr(origin, '__name__', origin)}")


def _shown(value: Any) -> str:
    plain = isinstance(value, (str, bytes, Real, type(None)))
    return brief(value) if plain else f"a {type(value).__name__}"


def _fix(value: Any, kind: Any) -> str:
    """What the caller may have meant."""
    origin = get_origin(kind) or kind
    if origin in LISTS and isinstance(value, (str, PathLike)):
        return f"put it in a list: [{brief(value)}]"
    if origin in LISTS and not isinstance(value, (bytes, Mapping, type(None))):
        return "put it in a list"
    if isinstance(value, str) and getattr(origin, "__name__", "") == "Regime":
        return f"look it up by its name: laboratory.regime({brief(value)})"
    return f"give {_said(kind)}"
