"""`dualtrack dispute`: two people read one text, find themselves in it, and the point on which they part."""

import json
from pathlib import Path

import pytest

from dualtrack.app.cli import main
from tests.app.command_words import DISPUTED

FEW = ["--worlds", "700", "--about", "H2"]
"""Enough for both answers to be told apart where they are an existence apart."""


def test_one_text_in_both_languages_and_the_same_in_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "both.md"
    assert main(["dispute", *DISPUTED, *FEW, "--json", "-o", str(file)]) == 0
    found, written = json.loads(capsys.readouterr().out), file.read_text(encoding="utf-8")
    assert "# “An optimist about the opening” and “A sceptic about the opening”: where they part" in written
    assert "# “看好放开者”与“质疑放开者”：分歧何在" in written
    assert "takes the belief about “Access teaches”" in written
    assert not {"right", "wrong", "correct", "mistaken"} & set(written.lower().replace(".", " ").split())
    parts = {row["part"]: row["value"] for row in found["parts"]}
    assert sum(parts.values()) == pytest.approx(found["difference"]["value"], abs=1e-9)
    assert parts["evidence"] == parts["thresholds"] == 0
    assert {row["name"] for row in found["best"]} == {"diffusion_strength"} == {found["decides"]["name"]}


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
