"""Where the boxes of a diagram stand: in layers from cause to effect, or in clusters, by Vega's force layout.

Layers fix how far to the right a box stands, and forces settle how far down. A link over several layers passes a point in
each of them, so that it goes round the boxes between. The same graph gets the same places on every run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Place = tuple[float, float]
Arrow = tuple[str, str]
BOX = (150.0, 34.0)
"""Width and height of a box, in the units of every place: two lines of small print."""
MARGIN = 20.0
ACROSS, DOWN = 210.0, 50.0
"""Between the middles of two layers, and of two boxes of one layer."""
FLAT = 0.6
"""By how much a cluster is flattened, since boxes are wider than high."""
ROOM = 84.0
"""Radius around a box in a cluster, before it is flattened."""
ITERATIONS = 400


@dataclass(frozen=True, slots=True)
class DiagramLayout:
    """The middle of every box, the points that an arrow passes from middle to middle, and the size of the whole."""

    places: Mapping[str, Place]
    routes: Mapping[Arrow, tuple[Place, ...]]
    size: Place


def in_layers(names: Sequence[str], arrows: Sequence[Arrow]) -> DiagramLayout:
    """Causes left of effects; of the arrows that close circles, the last ones listed lead back."""
    layers = _layers(names, arrows)
    passed = {arrow: _between(arrow, layers) for arrow in arrows}
    nodes = [*names, *(each for between in passed.values() for each in between)]
    depth = {**layers, **{each: int(each.rpartition("@")[2]) for between in passed.values() for each in between}}
    chains = [(a, b) for arrow, between in passed.items() for a, b in pairwise([arrow[0], *between, arrow[1]])]
    boxes = set(names)
    items = [{"fx": depth[node] * ACROSS, "room": DOWN / 2 if node in boxes else DOWN / 4} for node in nodes]
    forces = [
        {"force": "link", "links": "links", "distance": ACROSS, "strength": 0.6, "iterations": 3},
        {"force": "nbody", "strength": -160},
        {"force": "collide", "radius": {"expr": "datum.datum.room"}, "iterations": 4},
        {"force": "y", "y": 0, "strength": 0.04},
    ]
    places = _framed(dict(zip(nodes, _settled(items, nodes, chains, forces), strict=True)))
    routes = {arrow: tuple(places[each] for each in (arrow[0], *between, arrow[1])) for arrow, between in passed.items()}
    return DiagramLayout({name: places[name] for name in names}, routes, _size(places))


def in_clusters(group_of: Mapping[str, str], arrows: Sequence[Arrow]) -> DiagramLayout:
    """Boxes near those of their group, and groups near those that they are linked with; arrows are straight."""
    names, middle = list(group_of), _middles(group_of, arrows)
    items = [{"left": middle[group_of[name]][0], "top": middle[group_of[name]][1]} for name in names]
    forces = [
        {"force": "link", "links": "links", "distance": 140, "strength": 0.08},
        {"force": "nbody", "strength": -60, "distanceMax": 380},
        {"force": "collide", "radius": ROOM, "iterations": 8},
        {"force": "x", "x": "left", "strength": 0.25},
        {"force": "y", "y": "top", "strength": 0.25},
    ]
    found = _settled(items, names, arrows, forces)
    places = _framed({name: (x, FLAT * y) for name, (x, y) in zip(names, found, strict=True)})
    return DiagramLayout(places, {(a, b): (places[a], places[b]) for a, b in arrows}, _size(places))


def _middles(group_of: Mapping[str, str], arrows: Sequence[Arrow]) -> dict[str, Place]:
    """Where each group gathers."""
    groups, crowd = list(dict.fromkeys(group_of.values())), Counter(group_of.values())
    pairs = dict.fromkeys((group_of[a], group_of[b]) for a, b in arrows if group_of[a] != group_of[b])
    items = [{"room": ROOM * 1.2 * crowd[group] ** 0.5} for group in groups]
    forces = [
        {"force": "link", "links": "links", "distance": 530, "strength": 0.15},
        {"force": "nbody", "strength": -900},
        {"force": "collide", "radius": {"expr": "datum.datum.room"}, "iterations": 5},
        {"force": "x", "x": 0, "strength": 0.03},
        {"force": "y", "y": 0, "strength": 0.07},
    ]
    return dict(zip(groups, _settled(items, groups, list(pairs), forces), strict=True))


def _layers(names: Sequence[str], arrows: Iterable[Arrow]) -> dict[str, int]:
    """The longest way from a start along arrows that close no circle; a box with no cause stands next to its first effect."""
    onward: dict[str, list[str]] = {name: [] for name in names}
    for cause, effect in arrows:
        if not _leads(onward, effect, cause):
            onward[cause].append(effect)
    backward: dict[str, list[str]] = {name: [cause for cause in names if name in onward[cause]] for name in names}
    layers: dict[str, int] = {}

    def layer(name: str) -> int:
        if name not in layers:
            layers[name] = 1 + max((layer(cause) for cause in backward[name]), default=-1)
        return layers[name]

    for name in names:
        layer(name)
    starts = {name: min(layers[effect] for effect in onward[name]) - 1 for name in names if onward[name] and not backward[name]}
    return {**layers, **starts}


def _leads(onward: Mapping[str, Sequence[str]], start: str, goal: str) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        waiting += [each for each in onward[name] if each not in seen]
        seen.update(onward[name])
    return False


def _between(arrow: Arrow, layers: Mapping[str, int]) -> tuple[str, ...]:
    """Names for the points that an arrow passes in the layers between its ends, each ending in its layer."""
    first, last = layers[arrow[0]], layers[arrow[1]]
    way = 1 if last > first else -1
    return tuple(f"{arrow[0]}>{arrow[1]}@{layer}" for layer in range(first + way, last, way))


def _settled(items: list[dict[str, float]], names: Sequence[str], arrows: Sequence[Arrow], forces: list[Any]) -> list[Place]:
    """Where Vega's forces leave the items, in their order."""
    import vl_convert

    order = {name: place for place, name in enumerate(names)}
    links = [{"source": order[a], "target": order[b]} for a, b in arrows]
    mark = {
        "type": "symbol",
        "from": {"data": "items"},
        "encode": {"enter": {key: {"field": key} for key in items[0]}},
        "transform": [{"type": "force", "static": True, "iterations": ITERATIONS, "forces": forces}],
    }
    graph = {"data": [{"name": "items", "values": items}, {"name": "links", "values": links}], "marks": [mark]}
    scene: Any = vl_convert.vega_to_scenegraph({"$schema": "https://vega.github.io/schema/vega/v5.json", **graph})
    (drawn,) = [each for each in scene["scenegraph"]["items"][0]["items"] if each["marktype"] == "symbol"]
    return [(float(each.get("x", 0.0)), float(each.get("y", 0.0))) for each in drawn["items"]]


def _framed(places: Mapping[str, Place]) -> dict[str, Place]:
    """The same places in whole units, with every box inside a margin."""
    left, top = (min(place[axis] for place in places.values()) - BOX[axis] / 2 - MARGIN for axis in (0, 1))
    return {name: (float(round(x - left)), float(round(y - top))) for name, (x, y) in places.items()}


def _size(places: Mapping[str, Place]) -> Place:
    wide, high = (max(place[axis] for place in places.values()) + BOX[axis] / 2 + MARGIN for axis in (0, 1))
    return wide, high
