"""What stands against a verdict stands beside it: in the headline, in its row, in the report and in the explanation."""

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts.caveats import beside_kept, caveat, kept_words, tally_words, verdict_cell
from dualtrack.app.verdicts.kept_verdicts import show_verdicts, verdict_rows

LABORATORY = bind()
ROWS = verdict_rows(LABORATORY)
MOVED = [row for row in ROWS if row["second_parting"] and row["second_parting"]["verdict"] != row["verdict"]]


def test_a_claim_with_another_verdict_elsewhere_says_so_in_headline_and_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert "U1" in {row["id"] for row in MOVED}
    show_verdicts(LABORATORY)
    said = capsys.readouterr().out
    headline = said.partition("id ")[0]
    for row in MOVED:
        assert row["id"] in headline
        assert f"{row['second_parting']['year']:g}: {row['second_parting']['verdict']}" in verdict_cell(row)


def test_a_verdict_without_a_caveat_stands_alone() -> None:
    row = next(row for row in ROWS if row not in MOVED and row["second_parting"])
    assert caveat(row["verdict"], row["second_parting"]) == ""
    assert "2023" not in verdict_cell(row)
    assert "2023" not in tally_words([row])


def test_fewer_worlds_are_told_beside_the_kept_verdicts() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    here = [{**row, "verdict": "not decided"} if row["verdict"] == "supported" else row for row in ROWS]
    kept = beside_kept(LABORATORY, here, 6000, 7, 3)
    assert kept is not None
    supported = [row["id"] for row in ROWS if row["verdict"] == "supported"]
    assert [row["id"] for row in kept["differ"]] == supported
    said = kept_words(kept, 6000)
    assert all(f"{name} (not decided here, supported there)" in said for name in supported)
    assert "wider intervals" in said
    assert f"--worlds {found['worlds']}" in said


def test_the_kept_verdicts_themselves_are_compared_with_nothing() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    assert beside_kept(LABORATORY, ROWS, found["worlds"], found["seed"], 3) is None
    assert kept_words(None, 10) == ""
