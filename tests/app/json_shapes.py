"""The shape of answers in JSON, found from answers: a JSON Schema that each of them meets, with the unit of every number.

A shape is a JSON Schema of few words: `type`, `properties` and `required`, `additionalProperties` for what is keyed by names,
`items`. Two shapes are merged into one that allows both, so that a shape only ever grows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

Shape = dict[str, Any]
IsName = Callable[[str], bool]
UNIT = "x-unit"
BESIDE, OWN, BY_NAME = "`unit` beside it", "`{}_unit` beside it", "`units`, by its key"


def shape_of(value: Any, is_name: IsName, maps: Collection[str] = (), key: str = "") -> Shape:
    """The shape of one value, which stands under a `key`; an object under one of `maps`, or with names for keys, is a map."""
    match value:
        case None:
            return {"type": ["null"]}
        case bool():
            return {"type": ["boolean"]}
        case int() | float():
            return {"type": ["number"]}
        case str():
            return {"type": ["string"]}
        case list():
            found: Shape = {}
            for inner in value:
                found = merged(found, shape_of(inner, is_name, maps, key))
            return {"type": ["array"], "items": found}
        case dict():
            inner_shapes = {name: shape_of(inner, is_name, maps, name) for name, inner in value.items()}
            if key in maps or (value and all(map(is_name, value))):
                return {"type": ["object"], "additionalProperties": _all_merged(inner_shapes)}
            return {"type": ["object"], "properties": inner_shapes, "required": sorted(inner_shapes)}
        case _:
            raise TypeError(f"{value!r} is no JSON")


def merged(one: Shape, other: Shape) -> Shape:
    """A shape that allows what either allows; an empty one allows nothing yet."""
    if not one or not other:
        return one or other
    found: Shape = {"type": sorted({*one["type"], *other["type"]})}
    if unit := other.get(UNIT) or one.get(UNIT):
        found[UNIT] = unit
    if "items" in one or "items" in other:
        found["items"] = merged(one.get("items", {}), other.get("items", {}))
    if "additionalProperties" in one or "additionalProperties" in other:
        found["additionalProperties"] = merged(_as_map(one), _as_map(other))
    elif "properties" in one and "properties" in other:
        keys = [*one["properties"], *(key for key in other["properties"] if key not in one["properties"])]
        found["properties"] = {key: merged(one["properties"].get(key, {}), other["properties"].get(key, {})) for key in keys}
        found["required"] = sorted({*one["required"]} & {*other["required"]})
    else:
        holding = one if "properties" in one else other
        found |= {key: holding[key] for key in ("properties", "required") if key in holding}
    return found


def with_units(shape: Shape, units: Mapping[str, str], above: tuple[str, ...] = (), beside: bool = False) -> Shape:
    """The same shape with the unit of every number: by its own key, in a `unit` beside it, by a key above it, or by its name."""
    found = dict(shape)
    if "number" in shape.get("type", ()):
        unit = _unit(units, above, beside)
        found |= {UNIT: unit} if unit else {}
    if "items" in shape:
        found["items"] = with_units(shape["items"], units, above, beside)
    if "additionalProperties" in shape:
        found["additionalProperties"] = with_units(shape["additionalProperties"], units, (*above, ""), beside)
    if "properties" in shape:
        inside = shape["properties"]
        beside = beside or "unit" in inside
        found["properties"] = {
            key: with_units(inner, {**units, key: OWN.format(key)} if f"{key}_unit" in inside else units, (*above, key), beside)
            for key, inner in inside.items()
        }
    return found


def strict(shape: Shape) -> Shape:
    """The same shape, in which no key may stand that it does not name."""
    return _mapped(shape, lambda each: {"additionalProperties": False, **each} if "properties" in each else each)


def unknown_units(shape: Shape, place: str = "") -> Iterator[str]:
    """Where a number has no unit."""
    if "number" in shape.get("type", ()) and UNIT not in shape:
        yield place
    for key, inner in shape.get("properties", {}).items():
        yield from unknown_units(inner, f"{place}.{key}")
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), dict):
            yield from unknown_units(shape[key], f"{place}[]" if key == "items" else f"{place}.*")


def keys_of(shape: Shape, place: str = "") -> Iterator[str]:
    """Every key that a shape names, by its place."""
    for key, inner in shape.get("properties", {}).items():
        yield f"{place}.{key}"
        yield from keys_of(inner, f"{place}.{key}")
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), dict):
            yield from keys_of(shape[key], f"{place}[]" if key == "items" else f"{place}.*")


def lost_keys(published: Shape, found: Shape, place: str = "") -> Iterator[str]:
    """Every key that a published shape requires of an object that was found, and that it has not, by its place."""
    inside = found.get("properties", {})
    for key, inner in published.get("properties", {}).items():
        if key in inside:
            yield from lost_keys(inner, inside[key], f"{place}.{key}")
        elif "properties" in found and key in published["required"]:
            yield f"{place}.{key}"
    for key in ("items", "additionalProperties"):
        if isinstance(published.get(key), dict) and isinstance(found.get(key), dict):
            yield from lost_keys(published[key], found[key], f"{place}[]" if key == "items" else f"{place}.*")


def _mapped(shape: Shape, change: Callable[[Shape], Shape]) -> Shape:
    found = change(dict(shape))
    if "properties" in shape:
        found["properties"] = {key: _mapped(inner, change) for key, inner in shape["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), dict):
            found[key] = _mapped(shape[key], change)
    return found


def _all_merged(shapes: Mapping[str, Shape]) -> Shape:
    found: Shape = {}
    for each in shapes.values():
        found = merged(found, each)
    return found


def _as_map(shape: Shape) -> Shape:
    """What a map from names holds, or an object that turned out to be one."""
    return shape.get("additionalProperties") or _all_merged(shape.get("properties", {}))


def _unit(units: Mapping[str, str], above: tuple[str, ...], beside: bool) -> str:
    own = next((key for key in reversed(above) if key), "")
    if own in units and above[-1] == own:
        return units[own]
    if beside:
        return BESIDE
    known = next((key for key in reversed(above) if key in units), "")
    if known:
        return units[known]
    return BY_NAME if "" in above else ""
