"""Results of a study with rows of its own are computed again from the study that was copied into them, wherever it stood."""

from pathlib import Path

import pytest

from tests.app.calling import Caller
from tests.house import ROOT

THEORY = ("--theory", str(ROOT / "examples" / "rare_earths"))
STUDY = """
title = "A figure of mine"
[[sources]]
key = "my_count"
title = "A count of mine"
publisher = "Me"
date = "2016-03-01"
url = "https://example.org/count"
grade = "B"
licence_note = "own count"
[[observations]]
series = "china_exports"
start = 2014-01-01
end = 2014-12-31
value = 29
kind = "estimate"
source = "my_count"
published = 2016-03-01
"""


def test_results_with_rows_of_a_study_come_out_the_same(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(STUDY, encoding="utf-8")
    call.fine("report", "--worlds", "12", *THEORY, "--study", "mine.toml", "-o", "results")
    assert "equal: every file is the same again" in call.fine("verify", "results", "--rerun").out
