"""Checks on single declarations: words in both languages, a source, numbers inside their range, a start that can be known."""

from __future__ import annotations

import math

from dualtrack.errors import BadNumber, NoMeaning, nearest
from dualtrack.language.declaration import Assumed, Definition, Source
from dualtrack.language.distribution import Category, bounds, fault
from dualtrack.language.expressions.expr import names
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity


def check_sound(model: Model) -> None:
    """Raise on the first declaration that does not make sense by itself.

    `NoMeaning` where words are missing in one language or the other, `BadNumber` for a value, a range, a prior, a source or a
    start that cannot be.
    """
    for quantity in model.quantities.values():
        check_words(quantity.name, quantity.where, quantity.label, quantity.doc)
        _check_range(quantity)
        _check_value(quantity)
        _check_start(model, quantity)
    for name, curve in model.curves.items():
        check_words(name, curve.where, curve.label, curve.doc)
        check_source(name, curve.where, curve.source)
    for name, meaning in model.base_units.items():
        if not meaning.strip():
            raise NoMeaning(f"base unit `{name}` has no meaning", fix="say what one of it is")


def check_words(name: str, where: str, label: object, doc: str) -> None:
    """Raise `NoMeaning` unless there is a label in both languages and a sentence on what it means."""
    match label:
        case (str(english), str(chinese)) if english.strip() and chinese.strip():
            pass
        case _:
            raise NoMeaning(f"`{name}` has the label {label!r}", where=where, fix='give one per language: ("Adoption", "采用")')
    if not doc.strip():
        raise NoMeaning(f"`{name}` does not say what it means", where=where, fix="give it a docstring, or doc= for a number")


def check_source(name: str, where: str, source: Source | None) -> None:
    """Raise `BadNumber` unless the source says something."""
    match source:
        case Assumed(why, measure):
            said = bool(why.strip() and measure.strip())
        case Definition(why):
            said = bool(why.strip())
        case str():
            said = bool(source.strip())
        case _:
            said = False
    if not said:
        raise BadNumber(
            f"`{name}` has no source", where=where, fix="name its source, or say Assumed(why, measure) or Definition(why)"
        )


def _check_range(quantity: Quantity) -> None:
    if not quantity.low <= quantity.high:
        raise BadNumber(
            f"`{quantity.name}` has the range {quantity.low:g} to {quantity.high:g}",
            where=quantity.where,
            fix="give the lower bound first",
        )


def _check_value(quantity: Quantity) -> None:
    if quantity.value is None:
        return
    check_source(quantity.name, quantity.where, quantity.source)
    low, high, value = quantity.low, quantity.high, quantity.value
    if not all(map(math.isfinite, (low, value, high))) or not low <= value <= high:
        raise BadNumber(
            f"`{quantity.name}` is {value:g} with range {low:g} to {high:g}",
            where=quantity.where,
            fix="give a finite value inside its range",
        )
    if quantity.prior is None:
        return
    if wrong := fault(quantity.prior):
        raise BadNumber(f"the prior of `{quantity.name}` is {quantity.prior}", where=quantity.where, fix=wrong)
    if isinstance(quantity.prior, Category) and value not in quantity.prior.values:
        raise BadNumber(
            f"`{quantity.name}` is {value:g}, which is none of its categories", where=quantity.where, fix="declare one of them"
        )
    if not (low <= bounds(quantity.prior)[0] and bounds(quantity.prior)[1] <= high):
        raise BadNumber(
            f"the prior of `{quantity.name}` leaves its range", where=quantity.where, fix="widen the range or narrow the prior"
        )


def _check_start(model: Model, quantity: Quantity) -> None:
    if quantity.initial is None:
        return
    for name in sorted(names(quantity.initial) - set(model.given)):
        raise BadNumber(
            f"`{quantity.name}` starts from `{name}`, which is not known before the first step",
            where=quantity.where,
            near=nearest(name, model.given),
            fix="start from constants, uncertainties and switches only",
        )
