"""A file is whole or absent; a draft of it is never someone else's file, and none is left behind."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.files.durable import settle_tree, write
from tests.house import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def names(folder: File) -> list[str]:
    return [file.name for file in folder.iterdir()]


def broken(error: BaseException) -> Iterator[bytes]:
    yield b"half of it"
    raise error


@given(parts=st.lists(st.binary(max_size=200)))
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]) -> None:
    file = tmp_path_factory.mktemp("written") / "file"
    write(file, parts)
    write(file, parts)
    assert file.read_bytes() == b"".join(parts)
    assert names(file.parent) == ["file"]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), ValueError("bad"), KeyboardInterrupt()])
def test_however_writing_ends_the_old_file_stays_and_no_draft(tmp_path: File, error: BaseException) -> None:
    file = tmp_path / "file"
    write(file, [b"old"])
    with pytest.raises(type(error)):
        write(file, broken(error))
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_a_disk_that_is_full_at_the_end_leaves_the_old_file(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    write(tmp_path / "file", [b"old"])
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "file", [b"new"])
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_a_file_larger_than_the_system_allows_leaves_the_old_one(tmp_path: File) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from dualtrack.files.durable import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)); write(Path(sys.argv[1]), [b'n' * 9000])"
    )
    write(tmp_path / "file", [b"old"])
    found = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "file")], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert b"File too large" in found.stderr
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize("planted", ["a link", "a file", "a link to nothing"])
def test_a_draft_is_never_opened_through_what_was_planted(tmp_path: File, monkeypatch: pytest.MonkeyPatch, planted: str) -> None:
    """Its name cannot be guessed; here it is, and what bears it stays as it was."""
    monkeypatch.setattr(secrets, "token_hex", lambda _: "known")
    other, draft = tmp_path / "other", tmp_path / ".file.known.part"
    other.write_bytes(b"another's")
    if planted == "a file":
        draft.write_bytes(b"another's")
    else:
        draft.symlink_to(other if planted == "a link" else tmp_path / "nothing")
    with pytest.raises(FileExistsError):
        write(tmp_path / "file", [b"mine"])
    assert other.read_bytes() == b"another's"
    assert draft.is_symlink() or draft.read_bytes() == b"another's"
    assert not (tmp_path / "file").exists() and not (tmp_path / "nothing").exists()


def test_no_two_drafts_have_one_name(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts: list[str] = []
    opened = os.open

    def noted(path: File, flags: int, mode: int) -> int:
        drafts.append(str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", noted)
    for _ in range(50):
        write(tmp_path / "file", [b""])
    assert len(set(drafts)) == 50


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_that_the_user_s_mask_leaves(tmp_path: File, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "file", [b"x"])
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == mode


def test_a_whole_tree_can_be_settled(tmp_path: File) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    write(tmp_path / "a" / "b" / "file", [b"x"])
    settle_tree(tmp_path)
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"x"
