"""Places of boxes: none upon another, causes to the left of effects, every route from middle to middle, the same on every run."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.targets.print.diagram_layout import ACROSS, BOX, MARGIN, Arrow, DiagramLayout, in_layers, in_sectors

NAMES = [f"box {number}" for number in range(12)]
CHAIN = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("d", "b")]
some = settings(max_examples=15, deadline=None)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[Arrow]]:
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    return names, draw(st.lists(pairs, unique=True, max_size=20)) if len(names) > 1 else []


def check(layout: DiagramLayout, names: list[str], arrows: list[Arrow]) -> None:
    assert list(layout.places) == names
    for (ax, ay), (bx, by) in combinations(layout.places.values(), 2):
        assert abs(ax - bx) >= BOX[0] or abs(ay - by) >= BOX[1]
    for place in layout.places.values():
        for axis in (0, 1):
            assert BOX[axis] / 2 + MARGIN - 1 <= place[axis] <= layout.size[axis] - BOX[axis] / 2 - MARGIN + 1
    assert list(layout.routes) == arrows
    for (cause, effect), route in layout.routes.items():
        assert (route[0], route[-1]) == (layout.places[cause], layout.places[effect])


@some
@given(graphs())
def test_boxes_in_layers_stand_apart_and_arrows_join_them(graph: tuple[list[str], list[Arrow]]) -> None:
    layout = in_layers(*graph)
    check(layout, *graph)
    for route in layout.routes.values():
        assert all(abs(abs(b[0] - a[0]) - ACROSS) <= 1 for a, b in pairwise(route))


@some
@given(graphs(), st.integers(1, 4))
def test_boxes_in_sectors_stand_apart_and_arrows_join_them(graph: tuple[list[str], list[Arrow]], count: int) -> None:
    names, arrows = graph
    check(in_sectors({name: f"group {place % count}" for place, name in enumerate(names)}, arrows), names, arrows)


def test_causes_stand_left_of_effects_but_for_the_arrow_listed_last_of_a_circle() -> None:
    layout = in_layers(["a", "b", "c", "d"], CHAIN)
    across = {name: place[0] for name, place in layout.places.items()}
    assert across["a"] < across["b"] < across["c"] < across["d"]
    assert len(layout.routes["a", "d"]) == 4
    turned = in_layers(["a", "b", "c", "d"], [("d", "b"), ("a", "b"), ("a", "d"), ("b", "c"), ("c", "d")])
    assert turned.places["d"][0] < turned.places["b"][0] < turned.places["c"][0]


def test_what_has_no_cause_stands_next_to_its_first_effect() -> None:
    layout = in_layers(["a", "b", "c", "late"], [("a", "b"), ("b", "c"), ("late", "c")])
    assert layout.places["late"][0] == layout.places["b"][0]


def test_a_sector_stands_together_and_the_cause_of_another_to_its_left() -> None:
    sector_of = {name: f"sector {place // 2}" for place, name in enumerate(NAMES)}
    arrows = [(NAMES[place], NAMES[place + 2]) for place in range(len(NAMES) - 2)]
    places = in_sectors(sector_of, arrows).places
    for sector in set(sector_of.values()):
        own = [places[name] for name in NAMES if sector_of[name] == sector]
        others = [places[name] for name in NAMES if sector_of[name] != sector]
        (left, top), (right, bottom) = (tuple(end(each[axis] for each in own) for axis in (0, 1)) for end in (min, max))
        assert not any(left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1 for x, y in others)
    across = [places[name][0] for name in NAMES]
    assert across == sorted(across)
    assert across[0] < across[-1]


def test_arrows_that_need_not_cross_do_not() -> None:
    names = [f"{side}{number}" for side in "ab" for number in range(6)]
    layout = in_layers(names, [(f"a{number}", f"b{(number * 5 + 2) % 6}") for number in range(6)])
    heads = sorted(layout.routes.values(), key=lambda route: route[0][1])
    assert [route[-1][1] for route in heads] == sorted(route[-1][1] for route in heads)


def test_the_same_graph_gets_the_same_places() -> None:
    assert in_layers(["a", "b", "c", "d"], CHAIN) == in_layers(["a", "b", "c", "d"], CHAIN)
