"""Verifying a folder: every damaged, missing, changed or added file is named, and one hash stands for the whole."""

import json
import os
from pathlib import Path
from shutil import copytree

import pytest

from dualtrack.errors import OutputError
from dualtrack.files import swap
from dualtrack.files.manifest import PASSPORT, fingerprint, read_passport, sealed, text
from dualtrack.files.tree import Content
from dualtrack.lab.store.closing import Beside
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.verify_folder import verify
from tests.app.filling import OLD, write
from tests.damage import unnamed
from tests.lab.exploring import PLAN, explored
from tests.lab.toys import draining
from tests.refusals import refused


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An ensemble with a file of a user beside it."""
    folder = tmp_path_factory.mktemp("kept") / "futures"
    beside = Beside({"inputs/mine.toml": b"a = 1\n"}, {"command": ["dualtrack", "explore"]})
    explore(draining(), PLAN, folder, beside=beside)
    return folder


@pytest.fixture(params=["report", "ensemble"])
def folder(request: pytest.FixtureRequest, kept: Path, tmp_path: Path) -> Path:
    """A folder of either kind."""
    if request.param == "ensemble":
        copytree(kept, tmp_path / "folder")
    else:
        write(tmp_path / "folder", OLD)
    return tmp_path / "folder"


def test_a_folder_as_it_was_written_is_whole(folder: Path) -> None:
    found = verify(folder)
    assert found.is_whole
    assert (found.missing, dict(found.changed), dict(found.added), found.on_the_way, found.loose) == ((), {}, {}, (), ())
    assert found.files == len([each for each in folder.rglob("*") if each.is_file()])


@pytest.mark.parametrize("seed", range(3))
def test_every_damage_is_named_alone(folder: Path, seed: int) -> None:
    assert unnamed(folder, 12, seed) == []


def test_each_byte_of_a_passport_counts(folder: Path) -> None:
    whole = (folder / PASSPORT).read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 25)):
        (folder / PASSPORT).write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert PASSPORT in verify(folder).changed
    keys = [whole.replace(key, key[:-2] + b'_"', 1) for key in (b'"seal"', b'"files"', b'"kind"', b'"sha256"', b'"bytes"')]
    for other in (*keys, whole + b"\n", whole.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + whole, whole.replace(b" ", b"\t", 1)):
        (folder / PASSPORT).write_bytes(other)
        assert PASSPORT in verify(folder).changed


def test_nothing_that_a_changed_passport_says_is_believed(folder: Path) -> None:
    passport = json.loads((folder / PASSPORT).read_text(encoding="utf-8"))
    files = {name: {**each, "sha256": "0" * 64} for name, each in passport["files"].items()}
    (folder / PASSPORT).write_text(text({**passport, "files": files}), encoding="utf-8")
    found = verify(folder)
    assert (found.missing, set(found.changed), dict(found.added), found.loose) == ((), {PASSPORT}, {}, ())


def test_records_speak_for_their_files_beside_a_changed_passport(kept: Path, tmp_path: Path) -> None:
    copytree(kept, tmp_path / "futures")
    (tmp_path / "futures" / PASSPORT).write_text("{}", encoding="utf-8")
    (tmp_path / "futures" / "results.zarr/level/c/0/1/0").unlink()
    found = verify(tmp_path / "futures")
    assert (found.missing, set(found.changed)) == (("results.zarr/level/c/0/1/0",), {PASSPORT})


def test_what_was_added_is_told_and_is_no_damage(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "a\nb\udcff").write_text("mine", encoding="utf-8")
    (folder / "link").symlink_to("/")
    os.mkfifo(folder / "pipe")
    found = verify(folder)
    assert found.is_whole
    assert found.added == {"notes.txt": "a file", "a\\nb\\udcff": "a file", "link": "a link", "pipe": "a pipe"}


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "link above"])
def test_what_is_no_plain_file_is_no_longer_ours(folder: Path, tmp_path: Path, kind: str) -> None:
    name = "store/a/0" if (folder / "store").exists() else "results.zarr/level/c/0/1/0"
    moved = tmp_path / "moved"
    file = (folder / name).parent if kind == "link above" else folder / name
    file.rename(moved)
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(moved)
    assert name in verify(folder).changed


def test_a_file_that_cannot_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def guarded(file: Path, *rest: int) -> int:
        if Path(file).name == "0":
            raise PermissionError(13, "Permission denied")
        return opened(file, *rest)

    monkeypatch.setattr(os, "open", guarded)
    assert any("Permission denied" in now for now in verify(folder).changed.values())


def test_the_fingerprint_moves_with_every_file_and_not_with_the_command(folder: Path, tmp_path: Path) -> None:
    passport = read_passport(folder)
    entries = {key: value for key, value in passport.items() if key not in ("files", "seal")}
    files = {name: Content(**each) for name, each in passport["files"].items()}
    assert fingerprint(passport) == fingerprint(sealed({**entries, "command": ["other"]}, files)) == verify(folder).fingerprint
    for name in files:
        assert fingerprint(sealed(entries, {**files, name: Content(1, "0" * 64)})) != fingerprint(passport)


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/../../outside", "a//b", "a\\b", ""])
def test_a_list_that_leads_out_of_the_folder_is_damage(tmp_path: Path, name: str) -> None:
    write(tmp_path, OLD)
    (tmp_path / PASSPORT).write_text(text(sealed({"kind": "report"}, {name: Content(0, "0" * 64)})), encoding="utf-8")
    found = verify(tmp_path)
    assert set(found.changed) == {PASSPORT}
    assert found.missing == ()


def test_an_unfinished_ensemble_says_how_far_it_is(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "futures"
    copytree(kept, folder)
    for name in (PASSPORT, "failures.csv", "blocks/000003.json"):
        (folder / name).unlink()
    found = verify(folder)
    assert found.blocks == (PLAN.blocks - 1, PLAN.blocks)
    assert not found.is_whole
    assert (found.missing, dict(found.changed), dict(found.added)) == ((), {}, {})
    assert set(found.loose) == {
        f"results.zarr/{each}" for each in ("level/c/0/3/0", "log_level/c/0/3/0", "parameters/c/3/0", "status/c/0/3")
    }
    assert found.fingerprint == ""


def test_a_finished_ensemble_without_a_passport_lacks_it(kept: Path, tmp_path: Path) -> None:
    copytree(kept, tmp_path / "futures")
    (tmp_path / "futures" / PASSPORT).unlink()
    assert verify(tmp_path / "futures").missing == (PASSPORT,)


def test_an_ensemble_resumed_by_another_command_has_the_same_fingerprint(kept: Path, tmp_path: Path) -> None:
    copytree(kept, tmp_path / "futures")
    (tmp_path / "futures" / "blocks" / "000001.json").unlink()
    beside = Beside({"inputs/mine.toml": b"a = 1\n"}, {"command": ["dualtrack", "explore", "--resume"]})
    explore(draining(), PLAN, tmp_path / "futures", resume=True, beside=beside)
    assert verify(tmp_path / "futures").fingerprint == verify(kept).fingerprint
    assert (tmp_path / "futures" / PASSPORT).read_bytes() == (kept / PASSPORT).read_bytes()


@pytest.mark.parametrize("name", ["failures.csv", PASSPORT])
def test_a_table_that_a_user_changed_is_kept_when_an_ensemble_is_resumed(tmp_path: Path, name: str) -> None:
    explored(tmp_path / "futures")
    (tmp_path / "futures" / name).write_text("mine", encoding="utf-8")
    refused(OutputError, lambda: explored(tmp_path / "futures"), where=name)
    assert (tmp_path / "futures" / name).read_text(encoding="utf-8") == "mine"
    (tmp_path / "futures" / name).unlink()
    explored(tmp_path / "futures")
    assert verify(tmp_path / "futures").is_whole


def test_drafts_of_a_killed_run_are_told_and_are_no_damage(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    draft = swap.new_draft(tmp_path)
    (tmp_path / "store" / ".0.0123456789abcdef.part").write_text("half", encoding="utf-8")
    found = verify(tmp_path)
    assert found.is_whole
    assert found.on_the_way == (f"{draft.name}/draft", "store/.0.0123456789abcdef.part")


def test_a_folder_of_another_is_refused(tmp_path: Path) -> None:
    refused(OutputError, lambda: verify(tmp_path / "none"))
    assert f"no {PASSPORT}" in refused(OutputError, lambda: verify(tmp_path)).what
    (tmp_path / PASSPORT).write_text('{\n "dualtrack": "0.1"\n}\n', encoding="utf-8")
    assert "earlier version" in refused(OutputError, lambda: verify(tmp_path)).what
