"""Of few worlds no percentiles and no per cent are told: the one value, or the least and the greatest, with their number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.terminal.few_worlds import FEWEST, band_text, cells_words, range_words, share_of
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.statistics.band import band, spread
from tests.app.calling import Caller

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


@given(VALUES)
def test_a_range_holds_what_its_words_say(values: list[float]) -> None:
    row = spread(band(np.array(values)))
    assert row["worlds"] == len(values)
    assert (row["least"], row["greatest"]) == (min(values), max(values))
    said = range_words(row, number)
    if len(values) == 1:
        assert said == ""
        assert band_text(row, number) == number(values[0])
    elif len(values) < FEWEST:
        assert number(min(values)) in said and number(max(values)) in said
    else:
        assert number(row["q05"]) in said and number(row["q95"]) in said


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_share_of_few_worlds_is_a_count(some: int, worlds: int) -> None:
    """A share that is not one of few worlds is in whole per cent, half a point off at the most."""
    true = min(some, worlds)
    said = share_of(true / worlds, worlds)
    if worlds < FEWEST:
        assert said == f"{true} of {worlds}"
    else:
        assert abs(int(said.removesuffix(" %")) - 100 * true / worlds) <= 0.5


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=9), st.data())
def test_a_world_without_weight_is_none(values: list[float], data: st.DataObject) -> None:
    weights = np.array(data.draw(st.lists(st.sampled_from([0.0, 1.0]), min_size=len(values), max_size=len(values))))
    weights[0] = 1.0
    found, held = band(np.array(values), weights), np.array(values)[weights > 0]
    assert (found.least, found.greatest, found.worlds) == (held.min(), held.max(), len(held))


@pytest.mark.parametrize(("worlds", "words"), [(1, ["compare", "as_is", "free_trade"]), (5, ["facts"])])
def test_no_percentile_and_no_per_cent_is_told_of_few_worlds(call: Caller, worlds: int, words: list[str]) -> None:
    said = call.fine(*words, "--worlds", str(worlds)).out
    assert "%" not in said
    assert f"of {worlds}" in said


def test_many_worlds_have_their_band(call: Caller) -> None:
    assert "5 to 95 %" in call.fine("compare", "as_is", "free_trade", "--worlds", str(FEWEST)).out
    assert "5 to 95 %" not in cells_words(FEWEST - 1)
