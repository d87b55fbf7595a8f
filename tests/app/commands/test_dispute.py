"""`dualtrack dispute`: two people read one text, find themselves in it, and the point on which they part."""

import json
from pathlib import Path

import pytest

from dualtrack.app.cli import main
from tests.app.command_words import DISPUTED

FEW = ["--worlds", "700", "--about", "H2"]
"""Enough for both answers to be told apart where they are an existence apart."""


def test_the_text_calls_both_by_their_titles_and_names_the_one_belief(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "both.md"
    assert main(["dispute", *DISPUTED, *FEW, "-o", str(file)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "“An optimist about the opening” and “A sceptic about the opening”: where they part" in said
    assert "takes the belief about “Access teaches”" in said
    written = file.read_text(encoding="utf-8")
    assert "# “An optimist about the opening”" in written
    assert "# “看好放开者”与“质疑放开者”：分歧何在" in written
    assert not {"right", "wrong", "correct", "mistaken", "正确", "错误"} & set(written.lower().replace(".", " ").split())


def test_json_holds_the_difference_by_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dispute", *DISPUTED, *FEW, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    parts = {row["part"]: row["value"] for row in found["parts"]}
    assert sum(parts.values()) == pytest.approx(found["difference"]["value"], abs=1e-9)
    assert parts["evidence"] == parts["thresholds"] == 0
    assert found["decides"]["name"] == "diffusion_strength"
    assert {row["name"] for row in found["best"]} == {"diffusion_strength"}


def test_of_one_study_twice_it_is_told_that_both_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dispute", DISPUTED[0], DISPUTED[0], "--worlds", "700"]) == 0
    assert "agree on everything" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([*DISPUTED, "--about", "lag(dependance)"], "near  dependence"),
        ([*DISPUTED, "--about", "L5", "--regime", "opening"], "names its runs"),
        ([*DISPUTED, "--regime", "opening,openig"], "near  opening"),
        ([*DISPUTED, "--worlds", "5"], "30"),
        ([*DISPUTED, "--replace"], "nothing is written"),
        ([DISPUTED[0], "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dispute", *words]) > 0
    assert told in capsys.readouterr().err
