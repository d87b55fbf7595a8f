"""What stands against a verdict stands beside it: in the headline, in its row, and beside those kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts.caveats import beside_kept, caveat, kept_words, moves, side, side_of_word, tally_words, verdict_cell
from dualtrack.app.verdicts.kept_verdicts import verdict_rows

LABORATORY = bind()
ROWS = verdict_rows(LABORATORY)
MOVED = moves(ROWS)
shares = st.floats(0, 1)


def test_a_claim_whose_share_lies_elsewhere_for_another_parting_is_named_in_the_headline() -> None:
    names = [name for row in MOVED for name in row["claims"]]
    assert "U1" in names
    said = tally_words(ROWS)
    assert "leave history in 2023.9" in said
    assert all(name in said.partition(";")[2] for name in names)


def test_only_claims_whose_word_rests_on_the_same_side_are_said_to_move() -> None:
    rows = {row["id"]: row for row in ROWS}
    for change in MOVED:
        for name in change["claims"]:
            assert change["here"] == side_of_word(rows[name]["word"]) == side(rows[name]["shares"])
            assert change["there"] == side(rows[name]["second_parting"]["shares"])


@given(st.lists(st.tuples(shares, shares).map(sorted), min_size=1, max_size=3))
def test_a_side_holds_for_every_share_with_its_whole_interval(ends: list[list[float]]) -> None:
    found = side([{"low": low, "high": high} for low, high in ends])
    assert found == side([{"interval": list(each)} for each in ends])
    assert (found == "high") == all(low >= 0.8 for low, _ in ends)
    assert (found == "low") == all(high <= 0.2 for _, high in ends)


def test_an_open_claim_says_why_and_near_which_bound() -> None:
    for row in ROWS:
        cell = verdict_cell(row)
        assert cell.startswith(row["word"]["answer"])
        assert row["word"]["number"] in cell
        assert row["word"]["near"] in cell


@pytest.mark.parametrize("verdict", ["supported", "contradicted"])
def test_a_verdict_without_another_stands_alone(verdict: str) -> None:
    assert caveat(verdict, None) == caveat(verdict, {"verdict": verdict, "year": 2023.9}) == ""
    assert "2023.9" in caveat(verdict, {"verdict": "not decided", "year": 2023.9})
    assert "2023" not in tally_words([row for row in ROWS if row["second_parting"] is None])


def test_fewer_worlds_are_told_beside_the_kept_verdicts() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    open_word = {"answer": "open", "why": "many things", "number": "", "near": ""}
    supported = [row["id"] for row in ROWS if row["word"]["answer"] == "supported"]
    here = [{**row, "word": open_word} if row["id"] in supported else row for row in ROWS]
    kept = beside_kept(LABORATORY, here, 6000, 7, 3)
    assert kept is not None
    assert [row["id"] for row in kept["differ"]] == supported
    said = kept_words(kept, 6000)
    assert all(f"{name} (open here, supported there)" in said for name in supported)
    assert "wider intervals" in said
    assert f"--worlds {found['worlds']}" in said


def test_the_kept_verdicts_themselves_are_compared_with_nothing() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    assert beside_kept(LABORATORY, ROWS, found["worlds"], found["seed"], 3) is None
    assert kept_words(None, 10) == ""
