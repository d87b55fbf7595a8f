"""A map of an argument holds together: nothing twice, nothing outside, and no arrow that ends in the open."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning
from dualtrack.language.statements.argument_map import ArgumentMap, MapArrow, MapBand, MapBox

WORDS = ("Words", "词")
LEFT = MapBox("left", WORDS, 10, 10, 40, 20, "home")
RIGHT = MapBox("right", WORDS, 100, 10, 40, 20, "home")
BAND = MapBand("ground", WORDS, WORDS, 0, 50, 200, 40)
ARROW = MapArrow("K1", WORDS, (((50, 20), (100, 20)),), (75, 20), "b")
WHOLE = ArgumentMap(200, 100, (BAND,), (LEFT, RIGHT), (ARROW,))


@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ({"boxes": (LEFT, RIGHT, LEFT)}, DuplicateName, "two boxes called `left`"),
        ({"bands": (BAND, BAND)}, DuplicateName, "two bands called `ground`"),
        ({"arrows": (ARROW, ARROW)}, DuplicateName, "two arrows called `K1`"),
        ({"width": 120.0}, BadNumber, "reaches"),
        ({"boxes": (LEFT, replace(RIGHT, y=90.0))}, BadNumber, "`right` reaches 140, 110"),
        ({"arrows": (replace(ARROW, badge=(75.0, -1.0)),)}, BadNumber, "the arrow of K1 reaches 75, -1"),
        ({"arrows": (replace(ARROW, routes=(((50.0, 20.0), (99.0, 20.0)),)),)}, NoMeaning, "ends in the open, at 99, 20"),
        ({"arrows": (replace(ARROW, routes=(((30.0, 20.0), (100.0, 20.0)),)),)}, NoMeaning, "ends in the open, at 30, 20"),
    ],
)
def test_what_does_not_hold_together_is_refused(changed: dict[str, Any], kind: type[LabError], said: str) -> None:
    with pytest.raises(kind) as caught:
        replace(WHOLE, **changed)
    assert said in str(caught.value)
    assert caught.value.fix


def test_an_arrow_may_join_bands_and_fork() -> None:
    fork = (((50.0, 20.0), (100.0, 20.0)), ((50.0, 20.0), (70.0, 20.0), (70.0, 50.0)))
    assert replace(WHOLE, arrows=(replace(ARROW, routes=fork),)).arrows[0].routes == fork


@pytest.mark.parametrize("routes", [(), (((50.0, 20.0),),)])
def test_an_arrow_goes_somewhere(routes: tuple[Any, ...]) -> None:
    with pytest.raises(BadNumber, match="goes nowhere"):
        replace(ARROW, routes=routes)


def test_every_word_is_said_in_both_languages() -> None:
    for make in (
        lambda said: replace(LEFT, label=said),
        lambda said: replace(BAND, label=said),
        lambda said: replace(BAND, note=said),
        lambda said: replace(ARROW, label=said),
    ):
        with pytest.raises(NoMeaning):
            make(("Words", ""))
    with pytest.raises(NoMeaning):
        replace(LEFT, id="")


@given(st.integers(0, 60), st.integers(0, 40))
def test_a_route_ends_well_exactly_on_an_edge(x: int, y: int) -> None:
    """Beside the left box, whose edges are written out; the right one and the band are further off."""
    on = (x in (10, 50) and 10 <= y <= 30) or (y in (10, 30) and 10 <= x <= 50)
    arrows = (replace(ARROW, routes=(((float(x), float(y)), (100.0, 20.0)),)),)
    if on:
        assert replace(WHOLE, arrows=arrows).arrows == arrows
    else:
        with pytest.raises(NoMeaning):
            replace(WHOLE, arrows=arrows)
