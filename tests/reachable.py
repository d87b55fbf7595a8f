"""Everything that can be reached from a value, and what of it could be changed in place."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from pathlib import PurePath
from types import FunctionType, MappingProxyType, ModuleType

import numpy as np

ATOMS = (str, bytes, int, float, complex, type(None), type, FunctionType, ModuleType, PurePath, re.Pattern, datetime.date)


def changeable(value: object, path: str = "it", seen: set[int] | None = None) -> Iterator[str]:
    """Where something stands that a caller could change: the way to it from `value`; a cached property is asked first."""
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(value, ATOMS):
        return
    seen.add(id(value))
    match value:
        case np.ndarray():
            if value.flags.writeable:
                yield f"{path}: an array"
        case Mapping():
            if not isinstance(value, MappingProxyType):
                yield f"{path}: a {type(value).__name__}"
            for key, inner in value.items():
                yield from changeable(key, f"{path} key", seen)
                yield from changeable(inner, f"{path}[{key!r}]", seen)
        case tuple() | frozenset():
            for place, inner in enumerate(value):
                yield from changeable(inner, f"{path}[{place}]", seen)
        case _ if is_dataclass(value):
            if not vars(type(value))["__dataclass_params__"].frozen:
                yield f"{path}: {type(value).__name__}, which is not frozen"
            for name in (*(field.name for field in fields(value)), *_cached(value)):
                yield from changeable(getattr(value, name), f"{path}.{name}", seen)
        case _:
            yield f"{path}: a {type(value).__name__}"


def _cached(value: object) -> list[str]:
    return [name for kind in type(value).__mro__ for name, each in vars(kind).items() if isinstance(each, cached_property)]
