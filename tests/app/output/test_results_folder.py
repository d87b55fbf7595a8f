"""A results folder: our files are replaced one by one, and a user's stay."""

import errno
from pathlib import Path

import pytest

from dualtrack.app.output.results_folder import results_folder
from dualtrack.errors import OutputError
from dualtrack.files.manifest import PASSPORT
from tests.app.calling import Caller
from tests.app.filling import NEW, OLD, TOP, filling, holds, rerun, write
from tests.refusals import refused


def test_a_new_folder_appears_with_everything(tmp_path: Path) -> None:
    place = tmp_path / "a" / "results"
    write(place)
    assert holds(place, OLD)
    assert [each.name for each in place.parent.iterdir()] == ["results"]


def test_a_rerun_replaces_what_it_wrote_and_removes_what_is_no_more(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    write(tmp_path, NEW)
    assert holds(tmp_path, NEW)
    assert not (tmp_path / "store" / "gone").exists()


def test_files_of_a_user_stay_where_they_are(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "store" / "gone" / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    write(tmp_path, NEW)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "store" / "gone" / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "empty").is_dir()
    assert (tmp_path / "numbers").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("seed", range(40))
def test_no_rerun_changes_anything_that_is_not_ours(tmp_path: Path, seed: int) -> None:
    rerun(tmp_path, seed)


@pytest.mark.parametrize("name", ["numbers", "store/a/0"])
def test_a_changed_file_is_named_before_the_work(tmp_path: Path, name: str) -> None:
    write(tmp_path, OLD)
    (tmp_path / name).write_text("edited", encoding="utf-8")
    error = refused(OutputError, lambda: write(tmp_path, NEW), where=str(tmp_path))
    assert name in error.what
    assert (tmp_path / name).read_text(encoding="utf-8") == "edited"
    (tmp_path / name).unlink()
    write(tmp_path, NEW)
    assert holds(tmp_path, NEW)


def test_a_changed_passport_is_refused(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    text = (tmp_path / PASSPORT).read_text(encoding="utf-8")
    (tmp_path / PASSPORT).write_text(text.replace('"seed": 7', '"seed": 8'), encoding="utf-8")
    assert "changed or damaged" in refused(OutputError, lambda: write(tmp_path, NEW)).what
    assert (tmp_path / "numbers").read_text(encoding="utf-8") == "old"


def test_a_failure_leaves_the_old_files_and_no_draft(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        filling({"numbers": "half"})(folder)
        raise OSError(errno.ENOSPC, "No space left on device")

    def attempt() -> None:
        with results_folder(tmp_path, TOP) as results:
            results.write(fail, {})

    write(tmp_path, OLD)
    error = refused(OutputError, attempt)
    assert "No space" in error.what
    assert "make room" in error.fix
    assert holds(tmp_path, OLD)


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), results_folder(tmp_path / "a" / "results", TOP):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
    write(tmp_path, OLD)
    with pytest.raises(KeyboardInterrupt), results_folder(tmp_path, TOP):
        raise KeyboardInterrupt
    assert holds(tmp_path, OLD)


def test_nothing_is_written_through_a_planted_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    filling({"numbers": "theirs", "a/0": "theirs"})(outside)
    place = tmp_path / "results"
    write(place, OLD)
    (place / "numbers").unlink()
    (place / "numbers").symlink_to(outside / "numbers")
    assert "a link" in refused(OutputError, lambda: write(place, NEW)).what
    (place / "numbers").unlink()
    (place / "store").rename(tmp_path / "aside")
    (place / "store").symlink_to(outside)
    assert "store" in refused(OutputError, lambda: write(place, NEW)).what
    assert (outside / "numbers").read_text(encoding="utf-8") == (outside / "a/0").read_text(encoding="utf-8") == "theirs"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_to_a_folder_on_another_disk_is_followed(tmp_path: Path, is_there: bool) -> None:
    target, link = tmp_path / "bigger" / "disk", tmp_path / "results"
    if is_there:
        target.mkdir(parents=True)
    link.symlink_to(target)
    for files in (OLD, NEW):
        write(link, files)
        assert link.is_symlink()
        assert holds(target, files)


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    refused(OutputError, lambda: write(tmp_path / "a"))


def test_a_foreign_folder_is_refused_and_kept(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert "did not write: thesis.txt" in call.refused("--worlds", "2", "-o", str(tmp_path))
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("text", ["", "[]", "{}", "no json", "null", "[" * 100_000])
def test_a_passport_of_another_kind_is_foreign(tmp_path: Path, text: str) -> None:
    (tmp_path / PASSPORT).write_text(text, encoding="utf-8")
    refused(OutputError, lambda: write(tmp_path))
    assert (tmp_path / PASSPORT).read_text(encoding="utf-8") == text


def test_a_passport_of_an_earlier_version_says_so(tmp_path: Path) -> None:
    (tmp_path / PASSPORT).write_text('{\n "dualtrack": "0.1"\n}\n', encoding="utf-8")
    assert "earlier version" in refused(OutputError, lambda: write(tmp_path)).what


def test_a_file_in_the_way_of_a_new_result_is_named_before_the_work(tmp_path: Path) -> None:
    write(tmp_path, {"numbers": "old"})
    filling({"store/mine.txt": "mine"})(tmp_path)
    assert "in the way of the results: store" in refused(OutputError, lambda: write(tmp_path, NEW)).what


@pytest.mark.parametrize("name", ["store", "store/b", "store/b/0"])
@pytest.mark.parametrize("other", ["file", "link", "empty folder", "full folder"])
def test_only_an_empty_folder_may_stand_where_a_folder_of_results_goes(tmp_path: Path, name: str, other: str) -> None:
    """Folders in which there is nothing are nothing that a user could lose."""
    write(tmp_path, {"numbers": "old"})
    place = tmp_path / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if other == "file":
        place.write_text("mine", encoding="utf-8")
    elif other == "link":
        place.symlink_to(tmp_path.parent)
    else:
        place.mkdir()
    if other == "full folder":
        (place / "mine.txt").write_text("mine", encoding="utf-8")
    if other == "empty folder":
        with results_folder(tmp_path, ("store",)):
            pass
        assert not list(place.iterdir())
    else:
        with pytest.raises(OutputError, match="store"), results_folder(tmp_path, ("store",)):
            pytest.fail("what is in the way is told before the work")


def test_a_file_and_a_place_below_a_file_are_refused(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert "a file" in call.refused("--worlds", "2", "-o", str(file))
    assert "Not a directory" in call.refused("--worlds", "2", "-o", str(file / "below"))


def test_an_empty_folder_one_stands_in_may_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path())
    assert holds(tmp_path, OLD)


def test_a_folder_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", read_only)
    assert "takes no writing" in refused(OutputError, lambda: write(tmp_path / "results")).fix


def test_too_small_a_disk_is_refused_before_the_work(tmp_path: Path) -> None:
    def attempt() -> None:
        with results_folder(tmp_path / "results", TOP, needed=1e18):
            pytest.fail("the work began")

    assert "MB left" in refused(OutputError, attempt).what
    assert list(tmp_path.iterdir()) == []
