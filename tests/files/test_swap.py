"""A run that dies, or meets another, leaves a folder that the next run finishes; what a killed run left goes, a user's stays."""

import os
import re
from pathlib import Path

import pytest

from dualtrack.app.output.results_folder import results_folder
from dualtrack.errors import OutputError
from dualtrack.files import swap
from dualtrack.files.hold import HOLD, held
from tests.app.filling import NEW, OLD, TOP, filling, holds, write
from tests.refusals import refused


@pytest.mark.parametrize("moves", range(4))
@pytest.mark.parametrize("before", [{}, OLD], ids=["new", "old"])
def test_a_run_that_dies_while_it_moves_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, before: dict[str, str]
) -> None:
    if before:
        write(tmp_path, before)
    die_after(moves, tmp_path, monkeypatch)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (left,) = swap.drafts(tmp_path)
    assert swap.is_ready(left)
    with results_folder(tmp_path, TOP):
        (tmp_path / "notes.txt").rename(tmp_path.parent / "notes.txt")
    assert holds(tmp_path, NEW)
    assert (tmp_path.parent / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_changed_while_results_wait_is_kept_and_the_results_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, OLD)
    die_after(1, tmp_path, monkeypatch)
    (tmp_path / "numbers").write_text("edited", encoding="utf-8")
    assert "numbers" in refused(OutputError, lambda: write(tmp_path, OLD)).what
    assert (tmp_path / "numbers").read_text(encoding="utf-8") == "edited"
    (tmp_path / "numbers").unlink()
    write(tmp_path, OLD)
    assert holds(tmp_path, OLD)


def die_after(moves: int, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write, and end without any cleaning up after so many moves, as a killed process does."""

    class Killed(Exception):
        """The end of a process."""

    done = 0
    replace = Path.replace

    def counted(source: Path, target: Path) -> Path:
        nonlocal done
        if swap.NAME.fullmatch(target.relative_to(place).parts[0]) is None and (done := done + 1) > moves:
            raise Killed
        return replace(source, target)

    draft = swap.new_draft(place)
    swap.fill_draft(draft, filling(NEW), {"kind": "report", "seed": 8})
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(Path, "replace", counted)
        swap.finish(place, draft)
        raise Killed


def test_a_draft_of_a_killed_run_is_removed(tmp_path: Path) -> None:
    filling({"new/numbers": "half"})(swap.new_draft(tmp_path))
    write(tmp_path, NEW)
    assert holds(tmp_path, NEW)


def test_a_folder_that_looks_like_a_draft_stays(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    mine = tmp_path / ".dualtrack-0123456789abcdef.part" / "new" / "thesis.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("years of work", encoding="utf-8")
    write(tmp_path, NEW)
    assert mine.read_text(encoding="utf-8") == "years of work"


def test_two_runs_do_not_fill_one_folder_at_once(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    with held(tmp_path):
        child = os.fork()
        if child == 0:
            try:
                write(tmp_path, NEW)
            except OutputError as error:
                os._exit(3 if "another process" in error.what else 4)
            os._exit(5)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert not (tmp_path / HOLD).exists()
    assert holds(tmp_path, OLD)


def test_a_file_by_the_name_of_the_hold_is_kept(tmp_path: Path) -> None:
    (tmp_path / HOLD).write_text("mine", encoding="utf-8")
    refused(OutputError, lambda: write(tmp_path))
    assert (tmp_path / HOLD).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("count", range(1, 2 * swap.NAMED + 1))
def test_every_file_in_the_way_is_named_or_counted(tmp_path: Path, count: int) -> None:
    names = {f"file_{place}": "other" for place in range(count)}
    filling(names)(tmp_path)
    draft = swap.new_draft(tmp_path)
    swap.fill_draft(draft, filling(dict.fromkeys(names, "new")), {"kind": "report"})
    what = refused(OutputError, lambda: swap.finish(tmp_path, draft)).what
    named, more = sum(name in what for name in names), re.search(r"and (\d+) more", what)
    assert named == min(count, swap.NAMED)
    assert named + (int(more[1]) if more else 0) == count


def test_no_folder_is_left_empty_however_deep_its_last_file_lay(tmp_path: Path) -> None:
    deep = {f"store/{name}/0": "old" for name in ("a", "b/c/d/e", "f/g", "f/h/i")}
    for files in ({"numbers": "old", **deep}, {"numbers": "new"}):
        draft = swap.new_draft(tmp_path)
        swap.fill_draft(draft, filling(files), {"kind": "report"})
        swap.finish(tmp_path, draft)
    assert [place.name for place in tmp_path.rglob("*") if place.is_dir()] == []
    assert holds(tmp_path, {"numbers": "new"})
