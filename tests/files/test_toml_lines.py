"""The line of a key is the line on which it is written, however it is written; the parser says which keys there are."""

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.files.toml_lines import key_lines, line_of

BARE = st.text("abcdefgh-_0123456789", min_size=1, max_size=6)
KEY = BARE | st.text("abc .#='[]{}\"\\", max_size=6).map(lambda key: json.dumps(key))
VALUE = st.sampled_from(
    [
        "1",
        '"a # b"',
        "'x = 1'",
        '"""\n[a]\nb = 2\n"""',
        "'''\nc = \"3\n'''",
        "[\n 1, # ]\n 2,\n]",
        "{ x = 1 }",
        '"\\" = 1"',
        '""""a"""""',
    ]
)


def written(keys: list[str], values: list[str], gaps: list[str]) -> tuple[str, list[int]]:
    """A file with a key on a line of its own each, and those lines."""
    text, lines = "", []
    for key, value, gap in zip(keys, values, gaps, strict=True):
        text += gap
        lines.append(text.count("\n") + 1)
        text += f"{key} = {value}\n"
    return text, lines


def unquoted(key: str) -> str:
    found: Any = tomllib.loads(f"{key} = 0")
    return str(next(iter(found)))


@given(st.data(), st.lists(KEY, max_size=6, unique_by=unquoted))
def test_every_key_is_found_on_its_line(data: st.DataObject, keys: list[str]) -> None:
    values = [data.draw(VALUE) for _ in keys]
    gaps = [data.draw(st.sampled_from(["", "\n", "# x = 1\n", "   \n\n", "# '''\n"])) for _ in keys]
    text, lines = written(keys, values, gaps)
    assert set(tomllib.loads(text)) == {unquoted(key) for key in keys}
    assert [key_lines(text)[(unquoted(key),)] for key in keys] == lines


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("[levers]\naccess = 1\n", ("levers", "access"), 2),
        ("levers.access = 1\n", ("levers", "access"), 1),
        ("\nlevers = { access = 1 }\n", ("levers", "access"), 2),
        ('[levers]\n"a.b" = 1\n', ("levers", "a.b"), 2),
        ("[levers]\na . b = 1\n", ("levers", "a", "b"), 2),
        ("[ 'levers' ]\n\n'access'=1", ("levers", "access"), 3),
        ('doc = """\nbase = 1\n"""\nbase = 2\n', ("base",), 4),
        ("[[levers]]\na = 1\n[[levers]]\na = 2\n", ("levers", "1", "a"), 4),
        ("a = 1\n", ("b",), None),
    ],
)
def test_the_line_of_a_key(text: str, place: tuple[str, ...], line: int | None) -> None:
    assert line_of(key_lines(text), place) == line


def places(inner: dict[str, Any], above: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Every table and every key that the parser found."""
    found = {(*above, key) for key in inner}
    return found.union(*(places(value, (*above, key)) for key, value in inner.items() if isinstance(value, dict)))


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple), max_size=4))
def test_the_tables_that_a_dotted_key_opens_stand_on_its_line(keys: list[tuple[str, ...]]) -> None:
    apart = [key for place, key in enumerate(keys) if not any(key[: len(k)] == k or k[: len(key)] == key for k in keys[:place])]
    text = "".join(f"{'.'.join(key)} = 1\n" for key in apart)
    found = key_lines(text)
    assert found.keys() == places(tomllib.loads(text))
    for place, line in found.items():
        assert line == 1 + next(at for at, key in enumerate(apart) if key[: len(place)] == place)
