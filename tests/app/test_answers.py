"""JSON of every command: one shape, a unit for every number, two languages under one key, no number as a text."""

import json
from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS
from dualtrack.app.output.json_answer import UNITS, answer, shaped
from tests.app.answer_faults import faults
from tests.app.json_schemas import keep, misfits
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


def check(name: str, folder: Path) -> None:
    done = printed(*prepared(name, folder), "--json")
    assert done.code == 0, done.err.decode()
    found = json.loads(done.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    assert sorted(set(faults(name, found))) == []
    assert keep(found, done.out.decode()) or misfits(found) == [], (
        "python -m tests.json_schema COMMAND writes what is new; read it"
    )


@pytest.mark.parametrize("name", QUICK)
def test_an_answer_has_the_shape_of_all_answers(name: str, tmp_path: Path) -> None:
    check(name, tmp_path)


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
