"""A user's rows beside the shipped record, by the option and in a notebook: told, kept apart, refused without effect."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualtrack.app import notebook
from dualtrack.app.bind import bind, shipped_record
from dualtrack.app.moves_text import show_moves
from dualtrack.errors import LabWarning, OutputError, RecordError
from dualtrack.lab.calibrate.share_moves import share_move
from dualtrack.lab.inputs import RECORD, ROWS, read_inputs
from dualtrack.lab.matching import own_figures
from tests.app.calling import Caller
from tests.evidence.test_merge import ROWS as EVERY
from tests.evidence.test_merge import SOURCE, write
from tests.lab.calibrate.test_record_moves import moved
from tests.refusals import refused

FIGURE = ("smuggled_accelerators", "2025-01-01", "2025-12-31", "250000", "", "", "estimate", SOURCE[0], "2026-03-01", "")
OLD = ("smuggled_accelerators", "2025-01-01", "2025-12-31", "250000", "", "", "forecast", SOURCE[0], "2024-03-01", "")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(tmp_path / "own", {"sources.csv": [SOURCE], "observations.csv": [FIGURE, OLD]})


def test_added_rows_are_told_and_stand_apart_in_the_origin(call: Caller, own: Path) -> None:
    found = call.fine("facts", "--worlds", "2", "--record", str(own), "--json")
    assert "1 in sources.csv, 2 in observations.csv" in found.err
    origin = found.json["origin"]["record"]
    assert origin["shipped"] == shipped_record().fingerprint
    assert origin["own"]["rows"] == {"sources.csv": 1, "observations.csv": 2}
    assert set(origin["own"]["files"]) == {"sources.csv", "observations.csv"}
    assert call.fine("facts", "--worlds", "2", "--json").json["origin"]["record"] == {"shipped": origin["shipped"], "own": None}


def test_a_run_says_that_no_figure_acts_in_it(call: Caller, own: Path) -> None:
    assert "no row that you brought acts in a run" in call.fine("run", "as_is", "--years", "2035:2035", "--record", str(own)).err


def test_an_alarm_acts_in_a_run(call: Caller, tmp_path: Path) -> None:
    event = [*EVERY["events.csv"][:-1], "0.9"]
    folder = write(tmp_path / "own", {"sources.csv": [SOURCE], "events.csv": [event]})
    words = ["run", "as_is", "--years", "2026:2026", "--json"]
    changed = call.fine(*words, "--record", str(folder))
    assert "no row that you brought acts" not in changed.err
    assert changed.json["values"] != call.fine(*words).json["values"]


def test_what_a_user_added_is_explained_and_listed(call: Caller, own: Path) -> None:
    assert "figures in  smuggled_accelerators" in call.fine("explain", SOURCE[0], "--record", str(own)).out
    assert SOURCE[0] in call.fine("list", "sources", "--record", str(own)).out
    assert "has no effect here" in call.refused("list", "claims", "--record", str(own), code=2)


def test_rows_without_effect_are_told(call: Caller, tmp_path: Path) -> None:
    folder = write(tmp_path / "own", {file: [row] for file, row in EVERY.items()})
    said = call.fine("facts", "--worlds", "2", "--record", str(folder)).err
    assert "without effect: observations.csv: `a_series_of_mine`" in said
    assert "without effect: findings.csv: `a_finding_of_mine`" in said
    with pytest.warns(LabWarning, match="without effect: 2"):
        assert len(bind(record=folder).unused) == 2


def test_a_wrong_folder_is_refused_by_name(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "observation.csv").write_text("", encoding="utf-8")
    assert "near: observations.csv" in call.refused("facts", "--record", str(tmp_path))
    assert "would replace the input" in call.refused(
        "export", str(tmp_path / "observation.csv"), "--record", str(tmp_path), code=2
    )


def test_each_figure_says_why_it_weighs_or_not(own: Path) -> None:
    found = own_figures(bind(record=own))
    assert {each.row.kind: each.standing for each in found} == {"estimate": "weighs", "forecast": "outlook"}
    assert {each.reads for each in found} == {"smuggled_chips"}


def test_a_notebook_takes_rows_too(own: Path) -> None:
    lab = notebook.laboratory(record=own)
    assert lab.added is not None
    assert lab.recorded["own"]["rows"]["observations.csv"] == 2
    assert lab.record.source(SOURCE[0]).grade == "B"
    refused(RecordError, lambda: notebook.laboratory(lab.theory, record=own))
    refused(RecordError, lambda: notebook.laboratory().moved(worlds=100))


def test_a_folder_of_results_keeps_the_rows_and_can_be_computed_again(call: Caller, own: Path, tmp_path: Path) -> None:
    place = tmp_path / "results"
    words = ["explore", "--worlds", "3", "--regimes", "as_is", "-o", str(place)]
    call.fine(*words, "--record", str(own))
    passport = json.loads((place / "passport.json").read_text(encoding="utf-8"))
    assert passport[RECORD]["own"]["rows"]["observations.csv"] == 2
    assert f"{ROWS}/observations.csv" in passport["inputs"]
    kept = place / "inputs" / ROWS / "observations.csv"
    assert kept.read_bytes() == (own / "observations.csv").read_bytes()
    (own / "observations.csv").unlink()
    call.fine("verify", str(place), "--rerun")


def test_a_table_that_was_changed_meanwhile_is_refused(own: Path) -> None:
    laboratory = bind(record=own)
    (own / "sources.csv").write_text("", encoding="utf-8")
    assert "changed while it was used" in refused(OutputError, lambda: read_inputs(laboratory)).what


def test_what_moved_is_told_in_text(capsys: pytest.CaptureFixture[str]) -> None:
    asked = (np.tile([0.0, 1.0], 500), np.ones(1000))
    more = {"sides": ["between", "above"], "crossed": True}
    claim = share_move("claim", "C1", ("It is so", "如此"), asked, (), more)
    show_moves(replace(moved(), moves=(*moved().moves, claim)), 3.0)
    said = " ".join(capsys.readouterr().out.split())
    for words in (
        "Figures that you added: 2",
        "observations.csv:2",
        "mine",
        "Numbers, in sd of the prior",
        "base_speed",
        "leaves of the same prior",
        "It is so",
        "between to above: changed",
    ):
        assert words in said


def test_a_failed_draw_shows_the_rows_and_nothing_that_moved(capsys: pytest.CaptureFixture[str]) -> None:
    failed = replace(moved().shipped, agreement=replace(moved().shipped.agreement, typical=0.06))
    show_moves(replace(moved(), shipped=failed), 3.0)
    said = capsys.readouterr().out
    assert "shipped record: It failed" in said
    assert "no result" in said
    assert "base_speed" not in said
