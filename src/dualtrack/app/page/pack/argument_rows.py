"""The argument as data: claims in reading order, and the map that is drawn of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.app.page.catalogue import Catalogue, pair
from dualtrack.language.statements.argument import ArgumentGroup
from dualtrack.language.statements.argument_map import ArgumentMap, MapArrow, MapBand, MapBox
from dualtrack.language.theory import Theory

Data = dict[str, Any]


def argument_row(theory: Theory, words: Mapping[str, Catalogue]) -> Data:
    """The groups that the theory declares, or its claims and their rivals; and its map, none where it draws none."""
    drawn = theory.display.argument_map
    return {
        "groups": [
            {"id": group.id, "label": list(group.label), "claims": list(group.claims)}
            for group in theory.display.argument or _by_kind(theory, words)
        ],
        "map": None if drawn is None else _map(drawn),
    }


def _by_kind(theory: Theory, words: Mapping[str, Catalogue]) -> list[ArgumentGroup]:
    """The claims of the story and those of its rivals, each in declared order; a kind without claims is left out."""
    held = {kind: tuple(each.id for each in theory.claims if each.kind == kind) for kind in ("claim", "rival")}
    return [ArgumentGroup(kind, pair(words, f"verdicts.kind.{kind}"), claims) for kind, claims in held.items() if claims]


def _map(drawn: ArgumentMap) -> Data:
    return {
        "width": drawn.width,
        "height": drawn.height,
        "bands": [_band(each) for each in drawn.bands],
        "boxes": [_box(each) for each in drawn.boxes],
        "arrows": [_arrow(each) for each in drawn.arrows],
    }


def _band(band: MapBand) -> Data:
    return {"id": band.id, "label": list(band.label), "note": list(band.note), **_place(band)}


def _box(box: MapBox) -> Data:
    return {"id": box.id, "label": list(box.label), **_place(box), "side": box.side}


def _place(place: MapBand | MapBox) -> Data:
    return {key: getattr(place, key) for key in ("x", "y", "width", "height")}


def _arrow(arrow: MapArrow) -> Data:
    return {
        "claim": arrow.claim,
        "label": list(arrow.label),
        "routes": [[list(spot) for spot in route] for route in arrow.routes],
        "badge": list(arrow.badge),
        "side": arrow.side,
        "both": arrow.both,
    }
