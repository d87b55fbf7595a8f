"""Every command that takes a study holds its answer beside what is shipped: with other priors something differs in each."""

from pathlib import Path

import pytest

from tests.app.calling import Caller
from tests.house import ROOT

THEORY = str(ROOT / "examples" / "rare_earths")
MINE = """
title = "A trader's reading"
[priors.elasticity]
low = 0.2
high = 0.5
why = "users told me that they can do with less at once"
[priors.mines_strength]
exists = 0.3
why = "few mines were opened for a price alone"
"""
CALLS = {
    "run": ["run", "quota_kept"],
    "compare": ["compare", "quota_kept", "no_quota", "--worlds", "40"],
    "explain-change": ["explain-change", "quota_kept", "no_quota"],
    "facts": ["facts", "--worlds", "40"],
    "loops": ["loops", "quota_kept", "--worlds", "10"],
    "matter": ["matter", "price", "--worlds", "100"],
    "discover": ["discover", "price < 7", "--worlds", "400"],
    "witness": ["witness", "--worlds", "40"],
    "judge": ["judge", "--worlds", "60"],
    "believe": ["believe", "R3", "--worlds", "300"],
    "break": ["break", "quota_kept", "price < 20", "--worlds", "100"],
    "calibrate": ["calibrate", "--worlds", "1500"],
}


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    monkeypatch.delenv("COLUMNS", raising=False)
    return Caller(capsys)


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
def test_what_a_study_changes_stands_beside_what_is_shipped(call: Caller, tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    asked = [*words, "--theory", THEORY, "--study", str(file)]
    rows = call.fine(*asked, "--json").json["beside"]
    numbers = [row for row in rows if row["difference"] is not None]
    assert numbers and all(row["difference"] == row["mine"] - row["shipped"] != 0 for row in numbers)
    assert all(row["mine"] != row["shipped"] for row in rows)
    assert "What your study changes" in call.fine(*asked).out


def test_the_shipped_side_is_what_the_command_says_without_the_study(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    asked = [*CALLS["judge"], "--theory", THEORY]
    shipped, mine = (call.fine(*asked, *more, "--json").json for more in ((), ("--study", str(file))))
    rows = {row["place"]: row for row in mine["beside"]}
    for side, answer in (("shipped", shipped), ("mine", mine)):
        for claim in answer["verdicts"]:
            if (row := rows.get(f"claims / {claim['id']} / verdict")) is not None:
                assert row[side] == claim["verdict"]
            for reading in claim["answers"]:
                found = (reading["after"] or reading["before"])["asked"]["probability"]
                if (row := rows.get(f"claims / {claim['id']} / {reading['prior']} / where_it_exists")) is not None:
                    assert row[side] == found
    assert len(rows) > len(mine["verdicts"])
