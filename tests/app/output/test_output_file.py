"""One file of output: our own is replaced, a person's stays, and nothing but a plain file is ever written to."""

import errno
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.output.output_file import is_ours, output_file, sealed
from dualtrack.errors import OutputError
from tests.app.calling import Caller
from tests.refusals import refused


@given(st.text(), st.binary(min_size=1, max_size=3), st.floats(0, 1))
def test_a_sealed_text_is_known_until_a_byte_of_it_changes(text: str, other: bytes, place: float) -> None:
    whole = sealed(text.encode("utf-8", "replace").decode())
    assert is_ours(whole)
    at = int(place * (len(whole) - 1))
    changed = whole[:at] + other + whole[at + len(other) :]
    assert is_ours(changed) == (changed == whole)
    assert not is_ours(whole[:at])
    assert not is_ours(whole + b"\n")


def test_our_own_file_is_replaced_and_a_persons_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a" / "page.html"
    output_file(file).write("one\n")
    output_file(file).write("two\n")
    assert file.read_bytes() == sealed("two\n")
    file.write_bytes(file.read_bytes().replace(b"two", b"mine"))
    before = file.read_bytes()
    assert "--replace" in refused(OutputError, lambda: output_file(file), where="page.html").fix
    assert file.read_bytes() == before
    output_file(file, replace=True).write("three\n")
    assert file.read_bytes() == sealed("three\n")
    assert [each.name for each in file.parent.iterdir()] == ["page.html"]


def test_a_file_that_appears_during_the_work_is_kept(tmp_path: Path) -> None:
    target = output_file(tmp_path / "page.html")
    (tmp_path / "page.html").write_text("mine", encoding="utf-8")
    refused(OutputError, lambda: target.write("ours"))
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "mine"


def test_a_link_that_a_person_set_is_followed(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "page.html").symlink_to(tmp_path / "disk" / "page.html")
    for text in ("one\n", "two\n"):
        output_file(tmp_path / "page.html").write(text)
        assert (tmp_path / "page.html").is_symlink()
        assert (tmp_path / "disk" / "page.html").read_bytes() == sealed(text)


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a device"])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, kind: str) -> None:
    place = Path(os.devnull) if kind == "a device" else tmp_path / "place"
    if kind == "a folder":
        place.mkdir()
    elif kind == "a pipe":
        os.mkfifo(place)
    for replace in (False, True):
        assert kind in refused(OutputError, lambda replace=replace: output_file(place, replace)).what  # type: ignore[misc]


def test_a_place_is_tried_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    assert "make room" in refused(OutputError, lambda: output_file(tmp_path / "page.html")).fix
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    file = tmp_path / "file"
    output_file(file).write("one")
    monkeypatch.setattr(Path, "replace", fail)
    assert "permissions" in refused(OutputError, lambda: output_file(file).write("two"), where="file").fix
    assert file.read_bytes() == sealed("one")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("words", [("export", "m.xmile"), ("export", "t.csv"), ("export", "t.parquet"), ("page", "-o", "p.html")])
def test_no_command_replaces_a_file_of_a_person(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path(words[-1])
    file.write_bytes(b"years of work")
    assert "--replace" in call.refused(*words)
    assert file.read_bytes() == b"years of work"
    call.fine(*words, "--replace")
    assert file.stat().st_size > 100


def test_a_model_of_ours_is_replaced_and_reads_as_xml(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "model.xmile"
    call.fine("export", str(file))
    first = file.read_bytes()
    call.fine("export", str(file), "--regime", "refusal")
    assert file.read_bytes() != first
    assert ElementTree.parse(file).getroot().tag.endswith("xmile")
