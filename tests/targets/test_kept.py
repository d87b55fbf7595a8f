"""Files kept between runs: found again under the same key only, never trusted unseen, never in the way."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.targets.kept import folder, kept, sought


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "dualtrack"


def made(content: bytes, *parts: bytes, most: int = 5) -> tuple[bytes, bool]:
    """What is kept under these parts, and whether it had to be made."""
    asked: list[bytes] = []

    def make() -> bytes:
        asked.append(content)
        return content

    return kept("thing", parts, make, most=most), bool(asked)


def test_a_thing_is_made_once_for_each_key(where: Path) -> None:
    assert made(b"first", b"a", b"b") == (b"first", True)
    assert made(b"other", b"a", b"b") == (b"first", False)
    assert made(b"second", b"ab") == (b"second", True)
    assert made(b"third", b"", b"ab") == (b"third", True)
    assert len(list(where.iterdir())) == 3


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_other_parts_mean_another_place(parts: list[bytes], others: list[bytes]) -> None:
    assert (sought("thing", parts)[1] == sought("thing", others)[1]) == (parts == others)
    assert sought("thing", parts)[1] != sought("theme", parts)[1]


@pytest.mark.parametrize(
    "spoil",
    [lambda content: b"", lambda content: content[:-1], lambda content: b"?" + content[1:], lambda content: content + b"?"],
)
def test_a_spoilt_file_is_made_again(spoil: Callable[[bytes], bytes], where: Path) -> None:
    made(b"content", b"key")
    (file,) = where.iterdir()
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert made(b"content", b"key") == (b"content", True)
    assert file.read_bytes() == whole


def test_a_file_that_others_may_write_is_not_believed(where: Path) -> None:
    made(b"content", b"key")
    (file,) = where.iterdir()
    file.chmod(0o666)
    assert made(b"content", b"key") == (b"content", True)
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_of_another_user_is_not_believed(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(b"content", b"key")
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert made(b"content", b"key") == (b"content", True)


def test_a_folder_that_cannot_be_written_costs_time_only(where: Path) -> None:
    where.write_text("a file where the folder should be")
    for _ in range(2):
        assert made(b"content", b"key") == (b"content", True)


def test_only_the_latest_of_a_kind_stay(where: Path) -> None:
    for age, key in enumerate((b"recent", b"older", b"oldest"), start=1):
        made(key, key)
        place = sought("thing", (key,))[1]
        os.utime(place, (1e9 - age, 1e9 - age))
    (where / "kernel.kernel").touch()
    made(b"new", b"new", most=2)
    assert {sought("thing", (key,))[0] for key in (b"new", b"recent", b"older", b"oldest")} == {b"new", b"recent", None}
    assert (where / "kernel.kernel").exists()


def test_without_the_variable_things_go_where_caches_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    assert folder() == Path.home() / ".cache" / "dualtrack"
