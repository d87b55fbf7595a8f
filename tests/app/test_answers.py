"""JSON of every command: one shape, a unit for every number, two languages under one key, no number as a text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS
from dualtrack.app.output.json_answer import UNITS, VERSION, answer, shaped
from tests.app.minimal import minimal, prepared
from tests.app.printing import printed

QUICK = (
    "run",
    "show",
    "show-two",
    "compare",
    "facts",
    "facts-panel",
    "explain-change",
    "explain",
    "explain-claim",
    "export",
    "page-check",
)
WORD = re.compile(r"\S+")
TEXTS = {
    "name",
    "version",
    "element",
    "id",
    "prior",
    "key",
    "date",
    "set",
    "formula",
    "formulas",
    "path",
    "day",
    "program",
    "title",
    "unit",
    "publisher",
}
"""Keys whose text may look like a number: names, dates, versions and what a user wrote."""


def faults(name: str, found: Any) -> Iterator[str]:
    """What is wrong with the shape of an answer."""
    command = name.partition("-")[0] if name not in COMMANDS else name
    if list(found)[:4] != ["schema", "version", "origin", "units"]:
        yield f"it opens with {list(found)[:4]}"
        return
    if found["schema"] != f"dualtrack/{command}" or found["version"] != VERSION:
        yield f"it is {found['schema']} {found['version']}"
    if set(found["origin"]) != {"program", "model", "record", "seed", "worlds"} or len(found["origin"]["model"]) != 64:
        yield f"its origin is {found['origin']}"
    body = {key: value for key, value in found.items() if key not in ("schema", "version", "origin", "units")}
    yield from _faults(body, found["units"], ())


def _faults(value: Any, units: dict[str, str], place: tuple[str, ...], unit: bool = False) -> Iterator[str]:
    match value:
        case dict():
            yield from (f"{place}: key `{key}`" for key in value if not WORD.fullmatch(key) or key.endswith(("_en", "_zh")))
            if {"en", "zh"} & set(value) and set(value) != {"en", "zh"}:
                yield f"{place}: languages beside {set(value)}"
            known = unit or "unit" in value
            for key, inner in value.items():
                yield from _faults(inner, units, (*place, key), known or key in units)
        case list():
            for inner in value:
                yield from _faults(inner, units, place, unit)
        case str():
            if re.fullmatch(r"[-+−]?[0-9.]+(e-?[0-9]+)?", value) and place[-1] not in TEXTS:
                yield f"{place}: the number {value} is a text"
        case bool() | None:
            return
        case _:
            if not unit:
                yield f"{place}: no unit"


def check(name: str, folder: Path) -> None:
    done = printed(*prepared(name, folder), "--json")
    assert done.code == 0, done.err.decode()
    found = json.loads(done.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    assert sorted(set(faults(name, found))) == []


@pytest.mark.parametrize("name", QUICK)
def test_an_answer_has_the_shape_of_all_answers(name: str, tmp_path: Path) -> None:
    check(name, tmp_path)


@pytest.mark.parametrize("noun", ["levers", "regimes", "claims", "facts", "sources", "outcomes", "switches", "uncertainties"])
def test_a_listing_has_the_shape_of_all_answers(noun: str, tmp_path: Path) -> None:
    check(f"list-{noun}", tmp_path)


def test_every_command_has_a_smallest_call(tmp_path: Path) -> None:
    assert {words[0] for words in minimal(tmp_path).values()} == set(COMMANDS)


def test_two_languages_stand_under_one_key_and_keys_are_one_word() -> None:
    row = {"id": "L1", "en": "a", "zh": "甲", "said_en": "b", "said_zh": "乙", "too small": float("nan")}
    expected = {"id": "L1", "text": {"en": "a", "zh": "甲"}, "said": {"en": "b", "zh": "乙"}, "too_small": None}
    assert shaped([row]) == [expected]
    assert shaped({"en": "a", "zh": "甲"}) == {"en": "a", "zh": "甲"}


def test_an_answer_says_where_it_comes_from_and_in_which_units() -> None:
    found = answer("run", bind().model, {"year": 2030.0, "worlds": 3, "seed": 7, "values": {"a": [1.0]}, "units": {"a": "USD"}})
    assert found["origin"]["model"] == bind().model.fingerprint
    assert (found["origin"]["seed"], found["origin"]["worlds"]) == (7, {"drawn": 3})
    assert found["units"] == {"year": UNITS["year"], "a": "USD"}
    assert list(faults("run", found)) == []
