"""Made-up command lines come to the end that was decided for them before they ran."""

from pathlib import Path

import pytest

from tests.app.calling import Caller
from tests.app.command_lines import TOLD, Line, lines
from tests.app.command_words import FINE

COUNT, SEED = 60, 3
MADE = list(lines(COUNT, SEED))


def check_end(call: Caller, line: Line, folder: Path, mine: Path) -> None:
    """Run a line in an empty folder and hold its end beside the one decided."""
    assert mine.parent == folder
    answer = call(*line.at(folder))
    assert "Traceback" not in answer.out + answer.err
    assert answer.code == (FINE if line.end == TOLD else line.end), answer.err
    if line.end == TOLD:
        assert answer.err.strip()
    elif line.end != FINE:
        assert answer.out == ""
        assert "  fix   " in answer.err


@pytest.mark.parametrize("line", MADE, ids=lambda line: f"{line.words[0]}: {line.done}")
def test_a_made_up_line_comes_to_its_end(
    call: Caller, tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch, line: Line
) -> None:
    monkeypatch.chdir(tmp_path)
    check_end(call, line, tmp_path, mine)


def test_every_end_is_among_the_lines() -> None:
    assert {line.end for line in MADE} >= {0, 1, 2}
    assert list(lines(COUNT, SEED)) == MADE
