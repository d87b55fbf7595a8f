"""Frozen mappings: nobody changes them, nobody changes them from behind, and they travel like any other value."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.frozen import frozen

TABLES = st.dictionaries(st.text(max_size=3), st.integers(), max_size=5)


@given(TABLES)
def test_a_frozen_mapping_has_the_same_keys_and_values_in_the_same_order(table: dict[str, int]) -> None:
    assert list(frozen(table).items()) == list(table.items())
    assert frozen(table) == table


@given(TABLES)
def test_it_stays_as_it_was_when_the_mapping_it_was_made_from_changes(table: dict[str, int]) -> None:
    before = dict(table)
    held = frozen(table)
    table["new key"] = 1
    assert held == before


@given(TABLES)
def test_it_survives_pickling_and_copying(table: dict[str, int]) -> None:
    held = frozen(table)
    for other in (pickle.loads(pickle.dumps(held)), copy.deepcopy(held), copy.copy(held)):
        assert list(other.items()) == list(table.items())
        assert type(other) is type(held)


def test_nothing_can_be_put_in_or_taken_out() -> None:
    held = frozen({"a": 1})
    with pytest.raises(TypeError):
        held["a"] = 2  # type: ignore[index]
    with pytest.raises(TypeError):
        del held["a"]  # type: ignore[attr-defined]
    assert held == {"a": 1}
