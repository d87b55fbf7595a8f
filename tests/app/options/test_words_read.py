"""Words of the command line read as names: each is taken as written, and an empty one is no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.options.words_read import names_of
from dualtrack.errors import UsageError
from tests.refusals import refused

NAMES = st.lists(st.text("abcdef_0123", min_size=1, max_size=8), min_size=1, max_size=5, unique=True)


@given(NAMES, st.sampled_from([",", ", ", " ,  "]))
def test_names_with_commas_between_them_are_read_in_order(names: list[str], comma: str) -> None:
    assert names_of(comma.join(names), "--names") == tuple(names)


@given(NAMES, st.data())
def test_an_empty_name_among_others_is_refused(names: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(names)))
    text = ",".join([*names[:place], data.draw(st.sampled_from(["", " "])), *names[place:]])
    assert "empty name" in refused(UsageError, lambda: names_of(text, "--names"), where="--names").what


@pytest.mark.parametrize("text", ["", " ", ","])
def test_nothing_is_no_name(text: str) -> None:
    refused(UsageError, lambda: names_of(text, "--names"), where="--names")


@given(NAMES)
def test_a_name_twice_is_refused_in_whatever_case(names: list[str]) -> None:
    refused(UsageError, lambda: names_of(",".join([*names, names[0].upper()]), "--names"), where="--names")
