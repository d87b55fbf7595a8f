"""Mappings that nobody can change, for values that many share; they can be pickled and copied like any other."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def frozen(mapping: Mapping[Key, Value]) -> MappingProxyType[Key, Value]:
    """The same keys and values in the same order, apart from the mapping given, and without a way to change them."""
    return mapping if isinstance(mapping, MappingProxyType) else MappingProxyType(dict(mapping))


def frozen_inside(value: Any) -> Any:
    """The same with every mapping in it frozen and every list a tuple, however deep."""
    match value:
        case Mapping():
            return MappingProxyType({key: frozen_inside(inner) for key, inner in value.items()})
        case list() | tuple():
            return tuple(frozen_inside(inner) for inner in value)
        case _:
            return value


def freeze_fields(data: Any) -> None:
    """Freeze every mapping among the fields of a frozen dataclass; for its `__post_init__`."""
    for field in fields(data):
        value = getattr(data, field.name, None)
        if isinstance(value, Mapping):
            object.__setattr__(data, field.name, frozen(value))


def _taken_apart(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., MappingProxyType[Any, Any]], tuple[object, ...]]:
    return frozen, (dict(mapping),)


copyreg.pickle(MappingProxyType, _taken_apart)
