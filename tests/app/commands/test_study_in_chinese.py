"""What a study changes, and which other questions there are, in Chinese where that is asked for."""

from pathlib import Path

import pytest

from dualtrack.app.command_groups import question_of
from tests.app.calling import Caller
from tests.house import ROOT

THEORY = str(ROOT / "examples" / "rare_earths")


@pytest.mark.parametrize("words", [("judge", "--worlds", "30", "--claims", "R2"), ("believe", "R2", "--worlds", "60")])
def test_all_that_follows_the_answer_is_chinese(call: Caller, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('title = "Mine"\n[priors.mines_strength]\nheld = 0\nwhy = "a guess"\n', encoding="utf-8")
    said = "".join(call.fine(*words, "--theory", THEORY, "--study", str(file), "--lang", "zh").out.split())
    english, chinese = question_of(words[0])
    assert "".join(chinese.split()) in said
    assert "".join(english.split())[:20] not in said
    assert "您的研究" in said
    assert "Your study".replace(" ", "") not in said
