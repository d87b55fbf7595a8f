"""What to find out from the command line: worths, who could tell, each claim and studies, and the same in JSON."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands import learn as module
from dualtrack.app.verdicts.kept_verdicts import open_claims
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.what_to_learn import what_to_learn
from tests.app.answer_faults import faults
from tests.app.calling import Caller

LABORATORY = bind()
ASKED: list[Any] = []


@cache
def _found(studies: tuple[tuple[str, float], ...]) -> Learned:
    return what_to_learn(LABORATORY, 2500, 7, claims=("H9", "E3"), studies=dict(studies))


@pytest.fixture(autouse=True)
def ask_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(*_: object, claims: tuple[str, ...], studies: Mapping[str, float], **__: object) -> Learned:
        ASKED.append(claims)
        return _found(tuple(studies.items()))

    monkeypatch.setattr(module, "what_to_learn", again)


def test_the_text_tells_numbers_who_could_tell_claims_and_what_no_number_decides(call: Caller) -> None:
    said = " ".join(call.fine("learn", "H9,E3").out.split())
    assert ASKED[-1] == ("H9", "E3")
    for words in ("What knowing a number is worth", "denial_strength", "What would measure them", "not known", "Claim by claim"):
        assert words in said
    assert "No single number decides E3" in said


def test_claims_that_are_open_are_asked_unless_some_are_named(call: Caller) -> None:
    call.fine("learn")
    assert ASKED[-1] == open_claims(LABORATORY)
    assert "L5" in ASKED[-1]
    assert "U1" not in ASKED[-1]


def test_data_hold_what_the_text_tells(call: Caller) -> None:
    data = call.fine("learn", "H9,E3", "--measure", "denial_strength=0.2", "--json").json
    assert sorted(set(faults("learn", data))) == []
    assert data["studies"][0]["attain"] == {"error": 0.2, "unit": "1"}
    assert data["studies"][0]["asked"]
    first = data["numbers"][0]
    assert first["name"] == "denial_strength"
    assert first["measuring"]["guess"]
    assert first["measuring"]["days"] == 5
    assert data["undecided"] == ["E3"]


def test_a_study_without_an_error_is_refused(call: Caller) -> None:
    assert "NAME=VALUE" in call.refused("learn", "H9", "--measure", "denial_strength")
