"""The published schemas of answers: one for every command, a unit for every number, and a shape that only grows."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from dualtrack.app.cli import COMMANDS
from dualtrack.app.output.json_answer import VERSION
from tests.app.calling import Caller
from tests.app.json_schemas import ENVELOPE, FOLDER, misfits, place_of, published_body, read
from tests.app.json_shapes import keys_of, lost_keys, merged, shape_of, strict, unknown_units

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-1, 1) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcNM"), inner, max_size=3),
    max_leaves=12,
)


def is_name(key: str) -> bool:
    return key in "NM"


def test_every_command_has_a_schema_of_this_version_and_no_other_has() -> None:
    assert {place.name for place in FOLDER.glob("*.json")} == {place_of(command).name for command in COMMANDS}
    for command in COMMANDS:
        schema = read(command)
        assert schema is not None and meta.is_valid(schema)
        assert schema["properties"]["schema"] == {"const": f"dualtrack/{command}"}
        assert schema["properties"]["version"] == {"const": VERSION}, "write every schema anew: python -m tests.json_schema"
        assert set(ENVELOPE) <= set(schema["required"])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_number_of_a_schema_has_a_unit(command: str) -> None:
    schema = read(command)
    assert schema is not None
    assert list(unknown_units(published_body(schema))) == []


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_shape_allows_every_value_it_was_found_from_and_loses_no_key(values: list[Any]) -> None:
    found: dict[str, Any] = {}
    for value in values:
        before, found = found, merged(found, shape_of(value, is_name))
        if not _has_maps(found):
            assert set(keys_of(before)) <= set(keys_of(found))
    validator = Draft202012Validator(strict(found))
    assert all(validator.is_valid(value) for value in values)
    assert merged(found, found) == found


def _has_maps(shape: dict[str, Any]) -> bool:
    return "additionalProperties" in json.dumps(shape)


def test_a_key_that_goes_is_renamed_or_is_new_and_a_number_become_a_text_do_not_fit(call: Caller) -> None:
    answer = call.fine("list", "kinds", "--json").json
    assert misfits(answer) == []
    gone, renamed, new, text = (deepcopy(answer) for _ in range(4))
    del gone["noun"]
    renamed["nouns"] = renamed.pop("noun")
    new["rows"][0]["unheard_of"] = 1
    text["rows"][0]["count"] = "1"
    for bent in (gone, renamed, new, text, {**answer, "version": VERSION + 1}, {**answer, "schema": "dualtrack/nothing"}):
        assert misfits(bent)


@given(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1), st.sampled_from("abc"))
def test_a_key_that_every_answer_had_is_missed_where_it_is_gone(answer: dict[str, Any], gone: str) -> None:
    """So is one inside an object; what stands in no answer of a list that is empty now is not."""
    published = shape_of({"rows": [answer], "x": answer}, is_name)
    assert list(lost_keys(published, published)) == []
    left = {key: value for key, value in answer.items() if key != gone}
    lost = list(lost_keys(published, shape_of({"rows": [left], "x": left}, is_name)))
    assert lost == ([f".rows[].{gone}", f".x.{gone}"] if gone in answer else [])
    assert list(lost_keys(published, shape_of({"rows": [], "x": answer}, is_name))) == []
