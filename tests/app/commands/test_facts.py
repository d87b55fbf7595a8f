"""The record against the worlds, as the command line tells it: the laboratory's numbers, and one question at a time."""

import re

import pytest

from dualtrack.app.bind import bind
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accepted_worlds
from dualtrack.lab.record.read_panel import read_panel
from tests.app.calling import Caller


def test_accepted_worlds_are_told_as_the_laboratory_finds_them(call: Caller) -> None:
    found = call.fine("facts", "--accepted", "--worlds", "60", "--tilt", "rivals", "--json").json
    kept = accepted_worlds(matching(bind(), "rivals"), 60, 7).acceptance
    assert (found["origin"]["worlds"]["drawn"], found["accepted"], found["share"]) == (60, kept.effective, kept.share)
    assert [row["target"] for row in found["targets"]] == [row.target for row in kept.rows()]
    assert [row["inside"] for row in found["bounds"]] == [row.inside for row in kept.bound_rows()]
    assert {row["id"] for row in found["facts"]} == {fact.id for fact in bind().theory.facts}


def test_accepted_worlds_in_text_say_the_rule_and_the_share(call: Caller) -> None:
    said = " ".join(call.fine("facts", "--accepted", "--worlds", "60").out.split())
    for words in ("of 60 worlds", "prior `agnostic`", "beyond 3 errors", "decided by", "Published bounds", "Facts held out"):
        assert words in said


def test_every_switch_is_removed_in_turn(call: Caller) -> None:
    rows = call.fine("facts", "--removal", "--worlds", "8", "--json").json["rows"]
    laboratory = bind()
    tests = [fact.id for fact in laboratory.theory.facts if fact.is_test]
    assert [(row["removed"], row["fact"]) for row in rows] == [(n, f) for n in laboratory.model.switches for f in tests]
    said = " ".join(call.fine("facts", "--removal", "--worlds", "8").out.split())
    assert "with and without a mechanism" in said
    assert "No fact is reproduced in 2 % more or fewer" in said


def test_the_panel_says_what_it_cannot_tell(call: Caller) -> None:
    laboratory = bind()
    found = call.fine("facts", "--panel", "--json").json
    read = read_panel(laboratory.reactions, laboratory.model, laboratory.record)
    assert found["weight"] == list(read.weight or ())
    assert [row["day"] for row in found["rows"]] == [row.day for row in read.rows]
    said = " ".join(call.fine("facts", "--panel").out.split())
    assert laboratory.reactions.limits[0] in said
    assert all(row.day in said for row in read.rows)


def numbers(said: str) -> list[float]:
    """The numbers of a cell: none, one, or both ends of a range."""
    return [float(each.replace("−", "-")) for each in re.findall(r"−?\d+(?:\.\d+)?", said)]


def test_the_panel_tells_each_day_to_two_figures_and_shares_in_per_cent(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    told = [re.split(r" {2,}", line) for line in call.fine("facts", "--panel").out.splitlines()]
    rows = {cells[0]: cells[2:] for cells in told if len(cells) == 8}
    for row in call.fine("facts", "--panel", "--json").json["rows"]:
        *cells, by_chance = rows[row["day"]]
        assert (by_chance == "yes") == row["by_chance"]
        for name, factor, cell in zip(
            ("move", "own_move", "at_stake", "weight", "belief"), (100, 100, 100, 1, 1), cells, strict=True
        ):
            ends = [factor * each for each in row[name] or ()]
            found = numbers(cell)
            assert found == pytest.approx(ends if len(found) == len(ends) else ends[:1], rel=0.05)
            assert ("%" in cell) == (factor == 100 and bool(ends))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--accepted", "--tilt", "esay"], "near  essay"),
        (["--removal", "--worlds", "0"], "--worlds"),
    ],
)
def test_what_makes_no_sense_is_refused(call: Caller, words: list[str], said: str) -> None:
    assert said in call.refused("facts", *words)


@pytest.mark.parametrize("words", [["--accepted", "--panel"], ["--accepted", "--removal", "--panel"]])
def test_two_questions_at_once_are_refused(call: Caller, words: list[str]) -> None:
    assert "ask for different things" in call.refused("facts", *words, code=2)
