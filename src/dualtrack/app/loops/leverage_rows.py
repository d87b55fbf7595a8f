"""Leverage points in rows that JSON holds: the first handles of each aim, what they do by span of years and by reader."""

from __future__ import annotations

from typing import Any

from dualtrack.app.result_rows import spread
from dualtrack.lab.leverage_study import LeverageStudy
from dualtrack.lab.loops.leverage import PART, Aim, Pull
from dualtrack.lab.loops.leverage_point import LeveragePoint
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model


def leverage_rows(model: Model, study: LeverageStudy) -> list[dict[str, Any]]:
    """Per outcome the first handles, and by name those that are its own arithmetic."""
    return [
        {
            "outcome": aim.outcome,
            "year": aim.year,
            "unit": "month" if aim.year is None else "per cent",
            "nudge": {"part": PART, "from": study.whole.start, "to": study.whole.stop, "lever": "of its range"},
            "worlds": int(study.whole.sound.sum()),
            "handles": [_row(model, study, aim, pull) for pull in study.first(aim)],
            "links": [_link_row(model, study, aim, pull) for pull in study.first_links(aim)],
            "own_arithmetic": [pull.handle.name for pull in study.whole.pulls[aim] if pull.direct and pull.size > 0],
        }
        for aim in study.whole.pulls
    ]


def handle_label(model: Model, name: str) -> Label:
    """What a handle is called in both languages, with its element where it has one."""
    own = model.quantities.get(name) or next(each for each in model.quantities.values() if each.base == name)
    if own.name != name or own.element is None or own.dimension is None:
        return own.label
    place = own.dimension.elements.index(own.element)
    english, chinese = own.dimension.labels[place] if own.dimension.labels else (own.element, own.element)
    return f"{own.label[0]}: {english}", f"{own.label[1]}：{chinese}"


def _row(model: Model, study: LeverageStudy, aim: Aim, pull: Pull) -> dict[str, Any]:
    return {
        **_named(model, pull.handle.name),
        "policy": pull.handle.is_lever,
        **_effect(pull),
        "among_first": pull.among_first,
        "by_span": _by_span(study, aim, pull),
        "by_reader": [{**_named(model, each.handle.reader), **_effect(each)} for each in _readers(study, aim, pull.handle)],
    }


def _link_row(model: Model, study: LeverageStudy, aim: Aim, pull: Pull) -> dict[str, Any]:
    return {
        "from": _named(model, pull.handle.name),
        "to": _named(model, pull.handle.reader),
        **_effect(pull),
        "by_span": _by_span(study, aim, pull),
    }


def _named(model: Model, name: str) -> dict[str, str]:
    english, chinese = handle_label(model, name)
    return {"name": name, "en": english, "zh": chinese}


def _by_span(study: LeverageStudy, aim: Aim, pull: Pull) -> list[dict[str, Any]]:
    return [{"from": each.start, "to": each.stop, **_effect(each.pull(aim, pull.handle))} for each in study.spans]


def _readers(study: LeverageStudy, aim: Aim, handle: LeveragePoint) -> list[Pull]:
    """What each of several readers passes on, the strongest first; none for a lever or where one alone reads."""
    return [each for each in study.links.pulls[aim] if each.handle.name == handle.name and each.size > 0]


def _effect(pull: Pull) -> dict[str, Any]:
    return {"size": pull.size, "band": None if pull.band is None else spread(pull.band), "upward": pull.upward}
