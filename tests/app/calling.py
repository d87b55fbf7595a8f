"""The command line as tests call it: in this process, or in one of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from dualtrack.app.cli import main
from tests.app.answer_faults import faults
from tests.app.json_schemas import keep, misfits
from tests.house import ROOT

SCRIPT = "import sys; from dualtrack.app.cli import main; sys.exit(main())"


@dataclass(frozen=True)
class Answer:
    """What a call printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        found = json.loads(self.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
        if isinstance(found, dict) and "schema" in found:
            if not keep(found, self.out):
                assert misfits(found) == [], "python -m tests.json_schema COMMAND writes what is new; read it"
            assert sorted(set(faults(found["schema"].removeprefix("dualtrack/"), found))) == []
        return found


@dataclass(frozen=True)
class Caller:
    """Calls a command in this process."""

    captured: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Answer:
        self.captured.readouterr()
        code = main(words)
        seen = self.captured.readouterr()
        return Answer(code, seen.out, seen.err)

    def fine(self, *words: str) -> Answer:
        answer = self(*words)
        assert answer.code == 0, answer.err
        return answer

    def refused(self, *words: str, code: int = 1) -> str:
        """What a refused call says; it must offer a fix, print no data and show no traceback."""
        answer = self(*words)
        assert answer.code == code, answer.out + answer.err
        assert answer.out == ""
        assert "  fix   " in answer.err
        assert "Traceback" not in answer.err
        return answer.err


def apart(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A call in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        check=False,
    )
