"""Every command printed in four encodings at four widths, as text and as JSON: never a traceback, never a cut line of a table."""

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.cli import COMMANDS
from tests.app.answer_faults import faults
from tests.app.minimal import minimal, prepared
from tests.app.printing import ENCODINGS, WIDTHS, printed

COMPUTED = {
    "report": "run_main_job",
    "compare": "regimes_in_worlds",
    "judge": "judge_all",
    "witness": "find_witnesses",
    "believe": "believe",
    "calibrate": "draw_by_record",
    "check": "check_laboratory",
    "matter": "matter",
    "discover": "discover",
    "break": "find_failing",
    "explain-change": "explain_change",
    "loops": "study_loops",
    "explore": "explore",
    "page": "page",
    "docs": "theory_pages",
}
"""What each command computes before it prints: done once here, since only the printing is tried again."""


PASSING = {"seconds", "worlds_per_second", "peak_memory_bytes", "blocks_reused", "written", "disk_bytes"}
"""Keys that depend on when a command was called, or whether it had been called before."""


TIMED = ("explore", "calibrate")
"""Commands that print how long they took."""
UNBROKEN = 2000


@pytest.fixture
def computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for command, name in COMPUTED.items():
        module = import_module(f"dualtrack.app.commands.{COMMANDS[command].partition(':')[0]}")
        monkeypatch.setattr(module, name, _once(getattr(module, name)))


def _once(function: Any) -> Any:
    found: list[Any] = []

    def remembered(*given: Any, **named: Any) -> Any:
        if not found:
            found.append(function(*given, **named))
        return found[0]

    return remembered


@pytest.mark.parametrize("name", minimal(Path()))
def test_every_encoding_and_width_can_be_printed(name: str, tmp_path: Path, computed_once: None) -> None:
    words = prepared(name, tmp_path)
    usual = printed(*words, width=UNBROKEN)
    figures = set() if name in TIMED else set(re.findall(r"\d[\d.]*\d|\d", usual.out.decode()))
    for encoding in ENCODINGS:
        for width in WIDTHS:
            found = printed(*words, encoding=encoding, width=width)
            said = found.out.decode(encoding) + found.err.decode(encoding)
            assert "Traceback" not in said
            assert found.code == usual.code
            assert bool(found.out) == bool(usual.out)
            shown = "".join(found.out.decode(encoding).split())
            assert [figure for figure in figures if figure not in shown] == []


@pytest.mark.parametrize("name", minimal(Path()))
def test_every_answer_has_one_shape_and_is_one_value_in_every_encoding(name: str, tmp_path: Path, computed_once: None) -> None:
    words = [*prepared(name, tmp_path), "--json"]
    first, *others = [json.loads(printed(*words, encoding=encoding).out.decode("ascii")) for encoding in ENCODINGS]
    assert sorted(set(faults(name, first))) == []
    for other in others:
        assert _lasting(other) == _lasting(first)


def _lasting(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key not in PASSING}
