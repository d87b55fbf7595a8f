"""What a handle does, in rows; labels in both languages."""

from __future__ import annotations

from typing import Any

from dualtrack.lab.loops.leverage import Pull
from dualtrack.lab.statistics.band import spread
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model

Row = dict[str, Any]


def handle_label(model: Model, name: str) -> Label:
    """What a handle is called in both languages, with its element where it has one."""
    own = model.quantities.get(name) or next(each for each in model.quantities.values() if each.base == name)
    if own.name != name or own.element is None or own.dimension is None:
        return own.label
    place = own.dimension.elements.index(own.element)
    english, chinese = own.dimension.labels[place] if own.dimension.labels else (own.element, own.element)
    return f"{own.label[0]}: {english}", f"{own.label[1]}：{chinese}"


def named_row(model: Model, name: str) -> Row:
    """A name with its label."""
    english, chinese = handle_label(model, name)
    return {"name": name, "en": english, "zh": chinese}


def effect_row(pull: Pull) -> Row:
    """By how much a handle moves what is aimed at, and in what part of the worlds upward."""
    return {"size": pull.size, "band": None if pull.band is None else spread(pull.band), "upward": pull.upward}
