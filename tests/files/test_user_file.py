"""A user's file is read only if it is plain, small and made of characters that can be seen; else the refusal says why."""

import errno
import os
import socket
import tempfile
import unicodedata
import zipfile
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.files.user_file import REMEDIES, hidden, read_bytes, read_text, read_toml, reason, remedy
from tests.refusals import refused

SEEN = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))
UNSEEN = st.characters(categories=["Cc", "Cf", "Zl", "Zp"], exclude_characters="\t\n\r\u200c\u200d")


def text_of(data: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = File(folder) / "notes.toml"
        file.write_bytes(data)
        return read_text(file, "notes", RegimeError)


def refusal(data: bytes) -> str:
    error = refused(RegimeError, lambda: text_of(data), where="notes.toml")
    return f"{error}"


@given(st.lists(SEEN), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_what_can_be_seen_is_read_as_it_is_whatever_ends_its_lines(lines: list[str], end: str, marked: bool) -> None:
    data = end.join(lines).encode()
    assert text_of(b"\xef\xbb\xbf" + data if marked else data) == "\n".join(lines)


@given(SEEN, UNSEEN, SEEN, st.integers(0, 3))
def test_what_cannot_be_seen_is_named_with_its_place(before: str, letter: str, after: str, line: int) -> None:
    said = refusal(("\n" * line + before.lstrip("\ufeff") + letter + after).encode() if before or line else f"x{letter}".encode())
    column = len(before) + 1 if before or line else 2
    assert f"notes.toml:{line + 1}, character {column}" in said
    assert f"U+{ord(letter):04X}" in said


@given(st.text())
def test_hidden_names_exactly_what_unicode_calls_invisible(text: str) -> None:
    expected = [
        column
        for column, letter in enumerate(text, 1)
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in "\t\n\r\u200c\u200d"
    ]
    assert [column for column, _ in hidden(text)] == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("有限开放".encode("gb18030"), "gb18030"),
        ("café à la carte".encode("cp1252"), "not in UTF-8"),
        ("有限".encode("utf-16"), "UTF-16"),
        ("有限".encode("utf-16-be"), "not in UTF-8"),
        ("plain".encode("utf-16-le"), "cannot be seen"),
        ("plain".encode("utf-32"), "UTF-16"),
        (b"one\ntwo \xff", "notes.toml:2"),
    ],
)
def test_another_encoding_is_told(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_only_plain_files_are_opened(tmp_path: File) -> None:
    """A pipe that nobody writes to would be waited for, an endless device read until memory ends."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{short}/s")
        places = {
            "pipe": "a pipe",
            "link": "a pipe",
            ".": "a folder",
            "/dev/zero": "a device",
            "/dev/stdin": "",
            f"{short}/s": "a socket",
        }
        for place, kind in places.items():
            if kind:
                assert kind in refused(RegimeError, lambda p=place: read_bytes(tmp_path / p, "notes", RegimeError)).what  # type: ignore[misc]


def test_a_link_to_a_plain_file_is_followed_and_a_circle_is_told(tmp_path: File) -> None:
    (tmp_path / "notes").write_bytes(b"seen")
    (tmp_path / "link").symlink_to(tmp_path / "notes")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    assert read_bytes(tmp_path / "link", "notes", RegimeError) == b"seen"
    assert "circle" in refused(RegimeError, lambda: read_bytes(tmp_path / "circle", "notes", RegimeError)).fix
    assert "not there" in refused(RegimeError, lambda: read_bytes(tmp_path / "broken", "notes", RegimeError)).fix


def test_size_is_asked_before_anything_is_read(tmp_path: File) -> None:
    file = tmp_path / "notes"
    file.write_bytes(b"x" * 100)
    assert len(read_bytes(file, "notes", RegimeError, most=100)) == 100
    refused(RegimeError, lambda: read_bytes(file, "notes", RegimeError, most=99))
    os.truncate(file, 1 << 40)
    assert "larger" in refused(RegimeError, lambda: read_bytes(file, "notes", RegimeError)).what


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "missing", "notes/inside"])
def test_a_path_that_leads_nowhere_is_refused(tmp_path: File, name: str) -> None:
    (tmp_path / "notes").write_bytes(b"")
    refused(RegimeError, lambda: read_bytes(tmp_path / name, "notes", RegimeError))


def test_a_file_inside_an_archive_is_read_like_any_other(tmp_path: File) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("notes.toml", "a = 1\n")
    assert read_toml(zipfile.Path(tmp_path / "a.zip", "notes.toml"), "notes", RegimeError)[0] == {"a": 1}


@pytest.mark.parametrize(
    "text",
    [
        "a = ",
        "a = 1\na = 2",
        f"a = {'[' * 100_000}",
        f"a = {'9' * 10_000}",
        'a = "\\u0000"',
        '"\\u202e" = 1',
        "a = 1979-13-40",
        "a = '''x",
    ],
)
def test_every_error_of_the_parser_is_a_refusal(tmp_path: File, text: str) -> None:
    (tmp_path / "notes.toml").write_text(text, encoding="utf-8")
    error = refused(RegimeError, lambda: read_toml(tmp_path / "notes.toml", "notes", RegimeError), where="notes.toml")
    assert "set_int_max_str_digits" not in error.what


def test_each_cause_has_a_remedy_of_its_own() -> None:
    space, denied, missing = (remedy(OSError(code, "")) for code in (errno.ENOSPC, errno.EACCES, errno.ENOENT))
    assert len({space, denied, missing}) == 3
    assert "room" in space
    assert not any("room" in words for code, words in REMEDIES.items() if code not in (errno.ENOSPC, errno.EDQUOT))
    assert remedy(OSError("strange")) and reason(OSError("strange")) == "strange"
