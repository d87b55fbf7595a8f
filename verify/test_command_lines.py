"""Five hundred made-up command lines, each with its end decided before it runs; some again in other encodings and widths."""

import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

from tests.app.calling import SCRIPT, Caller
from tests.app.command_lines import TOLD, Line, lines
from tests.app.command_words import FINE
from tests.app.options.test_options import OPTIONS, WORDS, kind_of, refused, slips
from tests.app.test_command_lines import check_end
from tests.house import ROOT

COUNT, SEED = 500, 2026
MADE = list(lines(COUNT, SEED))
TWENTIETH = MADE[::20]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(
        'name = "mine"\nlabel = { en = "Mine", zh = "我的" }\nbase = "as_is"\nparts_at = 2028.0\n[levers]\nmemory_access = 0.9\n',
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize("line", MADE, ids=lambda line: f"{line.words[0]}: {line.done}")
def test_a_made_up_line_comes_to_its_end(
    call: Caller, tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch, line: Line
) -> None:
    monkeypatch.chdir(tmp_path)
    check_end(call, line, tmp_path, mine)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("line", TWENTIETH, ids=lambda line: f"{line.words[0]}: {line.done}")
def test_it_comes_to_the_same_end_in_another_encoding_and_width(
    tmp_path: Path, mine: Path, line: Line, encoding: str, width: int
) -> None:
    settings = {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": encoding, "COLUMNS": str(width)}
    words = [word for word in line.at(mine.parent) if "\x00" not in word]
    if len(words) < len(line.words):
        pytest.skip("no system passes a zero byte to a program")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], capture_output=True, cwd=tmp_path, env={**environ, **settings}, check=False
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == (FINE if line.end == TOLD else line.end), done.stderr.decode(encoding, "replace")


@pytest.mark.parametrize(("command", "option", "hint"), [each for each in OPTIONS if kind_of(each[2]) is not None])
def test_every_slip_after_every_option_is_refused(command: str, option: str, hint: object) -> None:
    kind = kind_of(hint)
    assert kind is not None
    for bad in slips(command, option, kind):
        assert option in refused(command, *WORDS.get(command, ()), f"{option}={bad}")
