"""A regime file of a user on the command line: its dates act, are refused with the range, or are told; it is one plain file."""

import os
from pathlib import Path as File

import pytest

from tests.app.calling import Caller

HEAD = 'name = "mine"\nlabel = { en = "Mine", zh = "甲" }\nbase = "as_is"\n'
LATE = {
    "parting": "parts_at = 2100\n[levers]\nmemory_access = 0.5\n",
    "parting before the clock": "parts_at = 1990\n[levers]\nmemory_access = 0.5\n",
    "step": "parts_at = 2026.9\n[levers]\nmemory_access = [[2026.9, 0.5], [20300.0, 0.1]]\n",
    "ramp": "parts_at = 2026.9\n[levers]\nmemory_access = { ramp = [[2026.9, 0.1], [2103, 0.9]] }\n",
    "cut-off": "parts_at = 2026.9\ncut_off = 2060\n",
}


def written(folder: File, body: str, name: str = "mine.toml") -> str:
    file = folder / name
    file.write_text(HEAD + body, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("date", LATE)
def test_a_date_that_no_run_can_reach_is_refused_with_line_and_range(call: Caller, tmp_path: File, date: str) -> None:
    said = call.refused("run", "mine", "--from", written(tmp_path, LATE[date]))
    assert "mine.toml:" in said
    assert "2018" in said
    assert "2060" in said


def test_a_date_after_a_short_run_is_told_and_the_run_is_made(call: Caller, tmp_path: File) -> None:
    file = written(tmp_path, "parts_at = 2030\n[levers]\nmemory_access = 0.9\n")
    answer = call.fine("run", "mine", "--from", file, "--years", "2018:2022", "--json")
    assert "parts in 2030, after the run, which ends in 2022" in answer.err
    assert answer.json["values"] == call.fine("run", "as_is", "--years", "2018:2022", "--json").json["values"]
    assert "parts in 2026.9" in call.fine("run", "limited_opening", "--years", "2018:2022").err


def test_a_date_beyond_the_clock_of_a_comparison_is_refused(call: Caller, tmp_path: File) -> None:
    file = written(tmp_path, "parts_at = 2045\n[levers]\nmemory_access = 0.9\n")
    assert "2018 to 2040" in call.refused("compare", "mine", "as_is", "--worlds", "2", "--from", file)


def test_a_pulse_that_leaves_no_trace_is_told(call: Caller, tmp_path: File) -> None:
    file = written(tmp_path, "parts_at = 2027\n[levers]\nmemory_access = [[2027.02, 0.9], [2027.05, 0.1]]\n")
    answer = call.fine("run", "mine", "--from", file)
    assert "it leaves no trace" in answer.err
    assert "acts as `as_is` does" in answer.err


def test_the_current_folder_is_never_read_by_accident(call: Caller, tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "parts_at = 2027\n[levers]\nmemory_access = 0.9\n")
    monkeypatch.chdir(tmp_path)
    assert "is empty" in call.refused("run", "mine", "--from", "", code=2)


def test_pipes_and_devices_are_refused_at_once(call: Caller, tmp_path: File) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert "is a pipe" in call.refused("run", "as_is", "--from", str(tmp_path / "pipe.toml"))
    assert "is a pipe" in call.refused("run", "as_is", "--from", str(tmp_path))
    assert "is a device" in call.refused("run", "as_is", "--from", "/dev/zero")


def test_only_visible_toml_files_of_a_folder_are_read(call: Caller, tmp_path: File) -> None:
    written(tmp_path, "parts_at = 2027\n[levers]\nmemory_access = 0.9\n", "MINE.TOML")
    for name in (".mine.toml.swp", ".hidden.toml", "notes.txt"):
        (tmp_path / name).write_bytes(b"\0not TOML")
    assert "mine" in call.fine("run", "mine", "--from", str(tmp_path)).out


@pytest.mark.parametrize(("setting", "is_idle"), [("memory_access=0.1", True), ("memory_access=0.2", False)])
def test_a_value_that_a_run_has_anyway_is_told(call: Caller, setting: str, is_idle: bool) -> None:
    assert ("changes nothing" in call.fine("run", "as_is", "--set", setting).err) is is_idle


@pytest.mark.parametrize(("base", "said"), [("limited_opening", "broad_opening"), ("near_embargo", "thresholds")])
def test_a_file_of_an_earlier_edition_on_a_regime_that_changed_is_told(
    call: Caller, tmp_path: File, base: str, said: str
) -> None:
    body = "parts_at = 2027\n{}[levers]\nmemory_access = 0.9\n"
    old = written(tmp_path, body.format("")).replace("mine.toml", "")
    for edition, is_told in (("", True), ("edition = 1\n", True), ("edition = 2\n", False)):
        file = File(old) / "mine.toml"
        file.write_text((HEAD + body.format(edition)).replace('"as_is"', f'"{base}"'), encoding="utf-8")
        told = call.fine("run", "mine", "--from", str(file)).err
        assert ("changed in edition 2" in told and said in told and "edition = 2" in told) is is_told
    assert "changed in edition" not in call.fine("run", "mine", "--from", written(tmp_path, body.format(""))).err


@pytest.mark.parametrize("edition", ["0", "-1", "2.5", "true", '"2"'])
def test_an_edition_is_a_whole_number(call: Caller, tmp_path: File, edition: str) -> None:
    file = written(tmp_path, f"parts_at = 2027\nedition = {edition}\n")
    assert "edition" in call.refused("run", "mine", "--from", file)
