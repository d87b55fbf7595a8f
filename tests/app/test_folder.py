"""A results folder: whole or absent, ours replaced, anybody else's left alone."""

from pathlib import Path

import pytest

from dualtrack.app.folder import MARK, check_place, write_file, write_whole
from dualtrack.errors import OutputError
from tests.app.calling import Caller
from tests.refusals import refused


def fill(folder: Path) -> None:
    folder.mkdir()
    (folder / MARK).write_text('{"dualtrack": "0"}', encoding="utf-8")
    (folder / "numbers").write_text("new", encoding="utf-8")


def fail(folder: Path) -> None:
    folder.mkdir()
    (folder / "numbers").write_text("half", encoding="utf-8")
    raise OSError(28, "No space left on device")


def test_a_new_folder_appears_with_everything(tmp_path: Path) -> None:
    place = tmp_path / "a" / "results"
    write_whole(place, fill)
    assert sorted(each.name for each in place.iterdir()) == ["numbers", MARK]
    assert [each.name for each in place.parent.iterdir()] == ["results"]


def test_a_folder_of_ours_is_replaced_and_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "results"
    write_whole(place, fill)
    (place / "old").touch()
    write_whole(place, fill)
    assert not (place / "old").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["results"]


def test_a_failure_leaves_the_old_folder_and_nothing_half_written(tmp_path: Path) -> None:
    place = tmp_path / "results"
    write_whole(place, fill)
    assert "No space" in refused(OutputError, lambda: write_whole(place, fail), where="results").what
    assert (place / "numbers").read_text(encoding="utf-8") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["results"]


def test_an_interruption_leaves_nothing_half_written(tmp_path: Path) -> None:
    def interrupt(folder: Path) -> None:
        folder.mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "results", interrupt)
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_folder_is_refused_and_kept(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert "did not write" in call.refused("--worlds", "2", "-o", str(tmp_path))
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    write_whole(tmp_path, fill)
    assert (tmp_path / "numbers").exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", "no json", "null"])
def test_a_passport_of_another_kind_is_foreign(tmp_path: Path, text: str) -> None:
    (tmp_path / MARK).write_text(text, encoding="utf-8")
    refused(OutputError, lambda: check_place(tmp_path))


def test_a_file_and_a_place_below_a_file_are_refused(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert "a file" in call.refused("--worlds", "2", "-o", str(file))
    assert "cannot be written" in call.refused("--worlds", "2", "-o", str(file / "below"))
    assert "cannot be written" in call.refused("export", str(file / "below.csv"))


def test_the_folder_one_stands_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    refused(OutputError, lambda: check_place(Path()))
    refused(OutputError, lambda: check_place(Path("..")))


def test_a_folder_that_cannot_be_written_is_refused_before_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    refused(OutputError, lambda: check_place(tmp_path / "results"), where=str(tmp_path))


def test_a_file_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a" / "file"
    write_file(file, "one")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    refused(OutputError, lambda: write_file(file, "two"), where="file")
    assert file.read_text(encoding="utf-8") == "one"
    assert [each.name for each in file.parent.iterdir()] == ["file"]
