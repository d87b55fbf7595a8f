"""The verdicts that the main job shows: those kept with the program, and none that were found from something else."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.verdicts.kept_verdicts import show_verdicts, verdict_rows


def test_every_claim_has_a_row_with_its_shares_under_each_prior() -> None:
    laboratory = bind()
    rows = verdict_rows(laboratory)
    assert [row["id"] for row in rows] == [claim.id for claim in laboratory.theory.claims]
    for row in rows:
        computed = row["verdict"] != "structure only"
        assert list(row["shares"]) == ([tilt.name for tilt in laboratory.theory.tilts] if computed else [])
        assert all(0 <= each <= 1 for each in row["shares"].values())


def test_a_verdict_agrees_with_the_shares_beside_it() -> None:
    for row in verdict_rows(bind()):
        match row["verdict"]:
            case "supported" | "built in":
                assert min(row["shares"].values()) >= 0.8
            case "contradicted" | "too small as sized":
                assert max(row["shares"].values()) <= 0.2


def test_verdicts_of_another_model_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    laboratory = bind()
    other = replace(laboratory, theory=replace(laboratory.theory, matched=laboratory.theory.matched[1:]))
    assert verdict_rows(other) == []
    show_verdicts(other)
    assert "not shown" in capsys.readouterr().out


def test_the_table_counts_what_it_lists(capsys: pytest.CaptureFixture[str]) -> None:
    laboratory = bind()
    rows = verdict_rows(laboratory)
    show_verdicts(laboratory)
    said = capsys.readouterr().out
    for verdict in {row["verdict"] for row in rows}:
        assert f"{sum(row['verdict'] == verdict for row in rows)} {verdict}" in said
