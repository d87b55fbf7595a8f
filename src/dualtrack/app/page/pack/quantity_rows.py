"""The model's quantities as data: what is said once per declared name, and the numbers of each element."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from dualtrack.app.page.pack.translated import told
from dualtrack.language.declaration import Assumed, Definition, Label, Source
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.targets.print.statement import causes, effects, in_text, is_stage, statements

Data = dict[str, Any]


def base_rows(model: Model) -> Data:
    """What holds for every element of a declared name."""
    read, readers, groups = causes(model), effects(model), _groups(model)
    return {base: _base(model, group, read.get(base, ()), readers.get(base, ())) for base, group in groups.items()}


def _groups(model: Model) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for quantity in model.quantities.values():
        found.setdefault(quantity.base, []).append(quantity)
    return found


def _base(model: Model, group: Sequence[Quantity], read: Sequence[str], readers: Sequence[str]) -> Data:
    declared = tuple(quantity for quantity in group if not is_stage(quantity))
    first = declared[0]
    lines = [line for statement in statements(model, declared) for line in in_text(statement)]
    shared = {"source": source_row(first.source)} if len({quantity.source for quantity in declared}) == 1 else {}
    return {
        "role": first.role,
        "kind": first.expanded_from or first.role,
        "unit": str(first.unit),
        "label": list(first.label),
        "doc": list(told(first.doc)),
        "sector": first.sector,
        "dimension": first.dimension.name if first.dimension else None,
        "direction": first.direction,
        "equation": lines,
        "causes": list(read),
        "effects": list(readers),
        **shared,
    }


def flat_rows(model: Model) -> Data:
    """The numbers of every quantity, and what its declared name does not say of it."""
    several = {base for base, group in _groups(model).items() if len({q.source for q in group if not is_stage(q)}) > 1}
    return {name: _flat(quantity, own_source=quantity.base in several) for name, quantity in model.quantities.items()}


def _flat(quantity: Quantity, *, own_source: bool) -> Data:
    row: Data = {"base": quantity.base}
    if quantity.element is not None:
        row["element"] = quantity.element
    if is_stage(quantity):
        row |= {"stage": True, "unit": str(quantity.unit), "role": quantity.role}
    low, high = (number if math.isfinite(number) else None for number in (quantity.low, quantity.high))
    row |= {"low": low, "high": high}
    if quantity.value is not None:
        row["value"] = quantity.value
    if quantity.prior is not None:
        row["prior"] = prior_row(quantity.prior)
    if own_source:
        row["source"] = source_row(quantity.source)
    return row


def source_row(source: Source | None) -> Data:
    """Where a number or an equation comes from."""
    match source:
        case None:
            return {"kind": "none", "keys": []}
        case Assumed(why, measure):
            return {"kind": "assumed", "keys": [], "why": list(told(why)), "measure": list(told(measure))}
        case Definition(why):
            return {"kind": "definition", "keys": [], "why": list(told(why))}
        case text:
            return {"kind": "study", "keys": [text.split(",")[0]], "text": text}


def prior_row(prior: Prior) -> Data:
    """A prior by kind and numbers."""
    match prior:
        case Uniform(low, high):
            return {"kind": "uniform", "low": low, "high": high}
        case LogUniform(low, high):
            return {"kind": "log_uniform", "low": low, "high": high}
        case Triangular(low, mode, high):
            return {"kind": "triangular", "low": low, "mode": mode, "high": high}
        case PointMass(at, mass, rest):
            return {"kind": "point_mass", "at": at, "mass": mass, "rest": prior_row(rest)}
        case Category(values):
            return {"kind": "category", "values": list(values), "steps": list(prior.steps)}
        case _:
            assert_never(prior)


def dimension_rows(model: Model) -> Data:
    """The elements of each dimension, with their labels."""
    found = {q.dimension.name: q.dimension for q in model.quantities.values() if q.dimension is not None}
    return {
        name: {
            "elements": list(each.elements),
            "labels": [list(label) for label in each.labels or zip(each.elements, each.elements, strict=True)],
        }
        for name, each in sorted(found.items())
    }


def sector_rows(model: Model, labels: Mapping[str, Label]) -> list[Data]:
    """The sectors that declare something, in the order of the theory."""
    used = {quantity.sector for quantity in model.quantities.values()}
    return [
        {"name": name, "label": list(labels[name]), "doc": list(told(doc))} for name, doc in model.sectors.items() if name in used
    ]


def key_rows(model: Model, seed: int) -> Data:
    """For each drawn number the sixteen bytes that key its counter, in hexadecimal and in the order of the digest."""
    return {name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()[:32] for name in model.drawn}
