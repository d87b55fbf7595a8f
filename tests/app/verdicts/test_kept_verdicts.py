"""The verdicts that the main job shows: those kept with the program, and none that were found from something else."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.summary.full_tables import show_verdicts
from dualtrack.app.verdicts.kept_verdicts import existence_rows, influence_rows, kept_origin, verdict_rows
from dualtrack.lab.laboratory import Laboratory

LABORATORY = bind()


def stale() -> Laboratory:
    """A laboratory for which nothing is kept."""
    return replace(LABORATORY, theory=replace(LABORATORY.theory, matched=LABORATORY.theory.matched[1:]))


def test_every_claim_has_a_row_with_its_shares_under_each_prior() -> None:
    rows, priors = verdict_rows(LABORATORY), [tilt.name for tilt in LABORATORY.theory.tilts]
    assert [row["id"] for row in rows] == [claim.id for claim in LABORATORY.theory.claims]
    for row in rows:
        computed = row["verdict"] != "structure only"
        for case in ("drawn", "null", "shares"):
            assert [each["prior"] for each in row[case]] == (priors if computed else [])
            assert all(0 <= each["low"] <= each["share"] + 1e-12 <= each["high"] + 2e-12 <= 1 + 3e-12 for each in row[case])
        assert (row["best"] is not None) == computed


def test_a_word_agrees_with_the_shares_beside_it() -> None:
    for row in verdict_rows(LABORATORY):
        drawn, null = ([each["share"] for each in row[case]] for case in ("drawn", "null"))
        match row["verdict"]:
            case "supported":
                assert min(drawn) >= 0.8 and max(null) < 0.5
            case "built in":
                assert min(drawn) >= 0.8 and min(null) >= 0.8
            case "contradicted":
                assert max(drawn) <= 0.2
            case "too small as sized":
                assert max(drawn) <= 0.2 and row["best"]["share"] < 0.8


def test_verdicts_of_another_model_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    other = stale()
    assert (verdict_rows(other), existence_rows(other), influence_rows(other, 3), kept_origin(other)) == ([], [], [], None)
    show_verdicts(other)
    assert "not shown" in capsys.readouterr().out


def test_the_table_counts_what_it_lists(capsys: pytest.CaptureFixture[str]) -> None:
    rows = verdict_rows(LABORATORY)
    show_verdicts(LABORATORY)
    said = " ".join(capsys.readouterr().out.split())
    for word in {row["verdict"] for row in rows}:
        assert f"{sum(row['verdict'] == word for row in rows)} {word}" in said


def test_what_matters_comes_largest_first_and_says_what_it_is() -> None:
    rows = influence_rows(LABORATORY, 3)
    for of in ("lag", LABORATORY.theory.outcomes[0]):
        parts = [row["part"] for row in rows if row["of"] == of]
        assert parts == sorted(parts, reverse=True)
        assert len(parts) == 3
    for row in rows:
        assert (row["kind"] == "assumed") == (row["name"] in LABORATORY.model.assumed)
