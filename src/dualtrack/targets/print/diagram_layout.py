"""Where the boxes of a diagram stand: in layers from cause to effect, quantities of one sector, or sectors of a whole theory.

Layers fix how far to the right a box stands; sweeps over the layers put each near what it is linked with, in an order with few
crossings (Sugiyama, Tagawa and Toda, 1981). A link over several layers passes a point in each of them, so that it goes round
the boxes between. The same graph gets the same places on every run.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[float, float]
Arrow = tuple[str, str]
BOX = (150.0, 34.0)
"""Width and height of a box, in the units of every place: two lines of small print."""
MARGIN = 20.0
ACROSS, DOWN = 210.0, 50.0
"""Between the middles of two layers, and of two boxes of one layer."""
SWEEPS = 12
COLUMNS = 6
"""Columns into which the sectors of a theory are parted."""
FILLED = 4
"""Rows for each column of boxes within a sector: a sector of sixteen has two columns, one of thirty-six has three."""
STREET = 150.0
"""Between two sectors."""


@dataclass(frozen=True, slots=True)
class DiagramLayout:
    """The middle of every box, the points that an arrow passes from middle to middle, and the size of the whole."""

    places: Mapping[str, Place]
    routes: Mapping[Arrow, tuple[Place, ...]]
    size: Place


def in_layers(names: Sequence[str], arrows: Sequence[Arrow]) -> DiagramLayout:
    """Causes left of effects; of the arrows that close circles, the last ones listed lead back."""
    depths = _layers(names, arrows)
    passed = {arrow: _between(arrow, depths) for arrow in arrows}
    points = [each for between in passed.values() for each in between]
    depth = {**depths, **{each: int(each.rpartition("@")[2]) for each in points}}
    chains = [(a, b) for arrow, between in passed.items() for a, b in pairwise([arrow[0], *between, arrow[1]])]
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in (*names, *points):
        layers[depth[node]].append(node)
    near = _neighbours(chains)
    down = _settled(_ordered(layers, near), near, set(names))
    places = _framed({node: (depth[node] * ACROSS, down[node]) for node in (*names, *points)})
    routes = {arrow: tuple(places[each] for each in (arrow[0], *between, arrow[1])) for arrow, between in passed.items()}
    return DiagramLayout({name: places[name] for name in names}, routes, _size(places))


def in_sectors(sector_of: Mapping[str, str], arrows: Sequence[Arrow]) -> DiagramLayout:
    """Every sector a block of boxes, and blocks in columns from cause to effect; arrows are straight."""
    blocks: dict[str, list[str]] = {}
    for name, sector in sector_of.items():
        blocks.setdefault(sector, []).append(name)
    places: dict[str, Place] = {}
    left = 0.0
    for column in _columns(blocks, sector_of, arrows):
        wide = [_wide(len(blocks[sector])) for sector in column]
        top = -sum(_high(len(blocks[sector])) + STREET for sector in column) / 2
        for sector in column:
            count, across = len(blocks[sector]), _wide(len(blocks[sector]))
            inset = (max(wide) - across) / 2
            for place, name in enumerate(blocks[sector]):
                row, beside = divmod(place, across)
                places[name] = (left + (inset + beside) * ACROSS, top + row * DOWN)
            top += _high(count) + STREET
        left += max(wide) * ACROSS + STREET
    places = _framed({name: places[name] for name in sector_of})
    return DiagramLayout(places, {(a, b): (places[a], places[b]) for a, b in arrows}, _size(places))


def _wide(count: int) -> int:
    """Boxes beside each other in a sector of so many."""
    return max(1, round(math.sqrt(count / FILLED)))


def _high(count: int) -> float:
    return -(-count // _wide(count)) * DOWN


def _columns(blocks: Mapping[str, Sequence[str]], sector_of: Mapping[str, str], arrows: Sequence[Arrow]) -> list[list[str]]:
    """Sectors in their order from cause to effect, cut where a column is as high as its share of the whole."""
    between = Counter((sector_of[a], sector_of[b]) for a, b in arrows if sector_of[a] != sector_of[b])
    pairs = sorted(between, key=lambda pair: -between[pair])
    layers = _layers(list(blocks), pairs)
    order = sorted(blocks, key=lambda sector: layers[sector])
    share = sum(_high(len(each)) + STREET for each in blocks.values()) / COLUMNS
    columns: list[list[str]] = []
    filled = 0.0
    for sector in order:
        if int(filled / share) >= len(columns):
            columns.append([])
        columns[-1].append(sector)
        filled += _high(len(blocks[sector])) + STREET
    near = _neighbours([(a, b) for a, b in pairs])
    return _ordered(columns, near)


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


def _neighbours(links: Iterable[Arrow]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in links:
        found.setdefault(a, []).append(b)
        found.setdefault(b, []).append(a)
    return found


def _ordered(layers: list[list[str]], near: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each layer's nodes by the mean rank of what they are linked with, swept to and fro; the sweep with the fewest crossings."""
    layers = [list(layer) for layer in layers]
    rank = {node: float(place) for layer in layers for place, node in enumerate(layer)}
    best, fewest = [list(layer) for layer in layers], _crossings(layers, near)
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            own = set(layer)
            middle = {node: _mean([rank[each] for each in near.get(node, ()) if each not in own], rank[node]) for node in layer}
            layer.sort(key=lambda node: middle[node])
            rank.update({node: float(place) for place, node in enumerate(layer)})
        if (crossings := _crossings(layers, near)) < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return best


def _crossings(layers: Sequence[Sequence[str]], near: Mapping[str, Sequence[str]]) -> int:
    """Pairs of links between neighbouring layers that cross."""
    count = 0
    for layer, following in pairwise(layers):
        rank = {node: place for place, node in enumerate(following)}
        ends = [sorted(rank[each] for each in near.get(node, ()) if each in rank) for node in layer]
        seen: list[int] = []
        for row in ends:
            count += sum(1 for end in row for earlier in seen if earlier > end)
            seen += row
    return count


def _settled(layers: Sequence[Sequence[str]], near: Mapping[str, Sequence[str]], boxes: set[str]) -> dict[str, float]:
    """How far down each node stands: as near to the mean of its neighbours as order and distance within its layer allow."""
    room = {node: DOWN if node in boxes else DOWN / 2 for layer in layers for node in layer}
    down: dict[str, float] = {}
    for layer in layers:
        down.update(_apart(layer, [0.0] * len(layer), room))
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            wanted = [_mean([down[each] for each in near.get(node, ())], down[node]) for node in layer]
            down.update(_apart(layer, wanted, room))
    return down


def _apart(layer: Sequence[str], wanted: Sequence[float], room: Mapping[str, float]) -> dict[str, float]:
    """The places nearest to the wanted ones, in squares, that keep the order and the room of each: pools of neighbours."""
    offsets = [0.0]
    for before, after in pairwise(layer):
        offsets.append(offsets[-1] + (room[before] + room[after]) / 2)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        pools.append((place - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (last, count), (first, more) = pools.pop(), pools.pop()
            pools.append(((last * count + first * more) / (count + more), count + more))
    levels = [level for level, count in pools for _ in range(count)]
    return {node: level + offset for node, level, offset in zip(layer, levels, offsets, strict=False)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _framed(places: Mapping[str, Place]) -> dict[str, Place]:
    """The same places in whole units, with every box inside a margin."""
    left, top = (min(place[axis] for place in places.values()) - BOX[axis] / 2 - MARGIN for axis in (0, 1))
    return {name: (float(round(x - left)), float(round(y - top))) for name, (x, y) in places.items()}


def _size(places: Mapping[str, Place]) -> Place:
    wide, high = (max(place[axis] for place in places.values()) + BOX[axis] / 2 + MARGIN for axis in (0, 1))
    return wide, high
