"""Witnesses from the command line: the world that is named is the world that was meant, as text and as data."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands import witness as command
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accept
from dualtrack.lab.worlds.draw import draw
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from tests.app.calling import Caller

FEW = tuple(test for test in CLAIM_TESTS if test.id in ("P1", "L2", "C3", "H9"))


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    laboratory = bind()
    fewer = replace(laboratory, theory=replace(laboratory.theory, tests=FEW, attributed=(), central=()))
    monkeypatch.setattr(command, "bound", lambda *_, **__: fewer)


def test_worlds_named_as_data_are_among_those_that_history_leaves(call: Caller) -> None:
    found = call("witness", "--worlds", "120", "--json").json
    assert [each["id"] for each in found["claims"]] == ["L2", "C3", "H9"]
    laboratory = bind()
    kept = accept(matching(laboratory), draw(laboratory.model, 120, found["origin"]["seed"])).accepted
    for claim in found["claims"]:
        for side in ("true", "false"):
            if claim[side] is not None and not claim[side]["held"]:
                assert kept[claim[side]["world"]]
    assert found["whole"] >= 2


def test_what_is_held_to_find_a_world_is_told(call: Caller) -> None:
    said = call("witness", "--worlds", "120")
    assert "that history leaves" in said.out
    assert "C3: looking for a world that makes it true" in said.err
    assert "no proof" in " ".join(said.out.split())
