"""Files kept between runs: found again under the same key only, never trusted unseen, never in the way."""

import os
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.files import cache as file
from dualtrack.files.cache import Place, folder, keep, kept, private, sought
from tests.tampering import POISONS, Poison, made_a_folder

YEAR = 3.2e7


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


def place_of(*parts: bytes, kind: str = "thing") -> Path:
    place = sought(kind, parts)[1]
    assert place.folder is not None
    return place.folder / place.name


def test_a_thing_is_made_once_for_each_key(where: Path) -> None:
    assert made(b"first", b"a", b"b") == (b"first", True)
    assert made(b"other", b"a", b"b") == (b"first", False)
    assert made(b"second", b"ab") == (b"second", True)
    assert made(b"third", b"", b"ab") == (b"third", True)
    assert len(list(where.iterdir())) == 3


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_other_parts_mean_another_place(parts: list[bytes], others: list[bytes]) -> None:
    assert (sought("thing", parts)[1] == sought("thing", others)[1]) == (parts == others)
    assert sought("thing", parts)[1].key != sought("theme", parts)[1].key


@given(st.binary(max_size=40), st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), st.data())
def test_a_seal_is_of_one_content_in_one_place(content: bytes, key: bytes, other: bytes, data: st.DataObject) -> None:
    place = Place(None, "thing", key)
    sealed = place.sealed(content)
    assert place.opened(sealed) == content
    assert (Place(None, "thing", other).opened(sealed) is None) == (other != key)
    flipped = bytearray(sealed)
    flipped[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    assert place.opened(bytes(flipped)) is None
    assert place.opened(sealed[: data.draw(st.integers(0, len(sealed) - 1))]) is None


def test_the_file_of_another_key_is_not_believed_under_this_name(where: Path) -> None:
    made(b"dependence", b"one")
    made(b"valuation", b"two")
    place_of(b"one").write_bytes(place_of(b"two").read_bytes())
    assert made(b"dependence", b"one") == (b"dependence", True)
    assert made(b"valuation", b"two") == (b"valuation", False)


def test_the_file_of_another_kind_is_not_believed(where: Path) -> None:
    made(b"content", b"key")
    place_of(b"key").rename(place_of(b"key", kind="theme"))
    assert sought("theme", (b"key",))[0] is None


@pytest.mark.parametrize("poison", POISONS)
def test_a_poisoned_file_costs_time_and_nothing_else(poison: Poison, where: Path) -> None:
    made(b"right", b"key")
    made(b"wrong", b"other")
    poison(place_of(b"key"), place_of(b"other").read_bytes(), random.Random(1))
    for _ in range(2):
        assert made(b"right", b"key")[0] == b"right"
    assert made(b"wrong", b"other") == (b"wrong", False)


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(POISONS)), min_size=5, max_size=10, unique_by=lambda each: each[0]),
    st.randoms(),
)
def test_a_cache_that_was_tampered_with_gives_the_bytes_of_an_empty_one(
    damage: list[tuple[int, Poison]], chance: random.Random
) -> None:
    with pytest.MonkeyPatch.context() as patched, tempfile.TemporaryDirectory() as home:
        patched.setenv("XDG_CACHE_HOME", home)
        right = {bytes([key]): f"content {key}".encode() * (key + 1) for key in range(10)}
        for key, content in right.items():
            made(content, key, most=20)
        sealed = [place_of(key).read_bytes() for key in right]
        for number, poison in damage:
            poison(place_of(bytes([number])), sealed[(number + 1) % 10], chance)
        assert {key: made(content, key, most=20)[0] for key, content in right.items()} == right
        spoilt = {key for key in right if made(right[key], key, most=20)[1]}
        assert spoilt <= {bytes([number]) for number, poison in damage if poison is made_a_folder}


def test_a_file_that_others_may_write_is_made_again_for_this_user_alone(where: Path) -> None:
    made(b"content", b"key")
    place_of(b"key").chmod(0o666)
    assert made(b"content", b"key") == (b"content", True)
    assert place_of(b"key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mask", [0o000, 0o002, 0o077])
def test_what_is_kept_is_this_users_alone_whatever_the_mask(mask: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "deep" / "home"))
    before = os.umask(mask)
    try:
        made(b"content", b"key")
    finally:
        os.umask(before)
    assert made(b"content", b"key") == (b"content", False)
    for place in (tmp_path / "deep", tmp_path / "deep" / "home", place_of(b"key").parent, place_of(b"key")):
        assert place.stat().st_mode & 0o077 == 0


def test_nothing_of_another_user_is_believed_or_written_over(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(b"content", b"key")
    before = place_of(b"key").stat()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    for _ in range(2):
        assert made(b"content", b"key") == (b"content", True)
    assert place_of(b"key").stat().st_ino == before.st_ino


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777, 0o720])
def test_a_folder_that_others_may_write_to_is_not_used(mode: int, where: Path) -> None:
    made(b"content", b"key")
    where.chmod(mode)
    for _ in range(2):
        assert made(b"content", b"key") == (b"content", True)
    where.chmod(0o700)
    assert made(b"content", b"key") == (b"content", False)


@pytest.mark.parametrize(("mode", "good"), [(0o777, False), (0o770, False), (0o1777, True), (0o755, True), (0o700, True)])
def test_a_folder_above_that_others_may_write_to_will_do_only_where_it_is_sticky(mode: int, good: bool, where: Path) -> None:
    made(b"content", b"key")
    where.parent.chmod(mode)
    assert private(where) == good
    assert made(b"content", b"key") == (b"content", not good)
    where.parent.chmod(0o700)


def test_a_folder_behind_a_link_that_the_user_set_is_used(where: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir(mode=0o700)
    where.symlink_to(disk)
    made(b"content", b"key")
    assert made(b"content", b"key") == (b"content", False)
    assert len(list(disk.iterdir())) == 1


def test_a_folder_that_cannot_be_written_costs_time_only(where: Path) -> None:
    where.write_text("a file where the folder should be")
    for _ in range(2):
        assert made(b"content", b"key") == (b"content", True)


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nothing/here", "/" + "a" * 300, "/loop/" * 900])
def test_a_home_that_is_none_costs_time_only(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    for _ in range(2):
        assert made(b"content", b"key") == (b"content", True)


def test_a_home_relative_to_wherever_the_program_runs_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for home in ("", ".", "cache", "../cache", "~"):
        monkeypatch.setenv("XDG_CACHE_HOME", home)
        assert folder() == Path(os.path.realpath(Path.home() / ".cache" / "dualtrack"))


def test_without_any_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "home")
    assert folder() is None
    assert made(b"content", b"key") == made(b"content", b"key") == (b"content", True)
    assert list(tmp_path.iterdir()) == []


def test_only_the_latest_of_a_kind_stay(where: Path) -> None:
    for age, key in enumerate((b"recent", b"older", b"oldest"), start=1):
        made(key, key)
        os.utime(place_of(key), (1e9 - age, 1e9 - age))
    (where / "kernel.kernel").touch()
    made(b"new", b"new", most=2)
    assert {sought("thing", (key,))[0] for key in (b"new", b"recent", b"older", b"oldest")} == {b"new", b"recent", None}
    assert (where / "kernel.kernel").exists()


def test_drafts_of_killed_processes_go_when_they_are_old(where: Path) -> None:
    made(b"content", b"key")
    now = place_of(b"key").stat().st_mtime
    young, old = where / "young.draft", where / "old.draft"
    for draft, age in ((young, 60.0), (old, YEAR)):
        draft.touch()
        os.utime(draft, (now - age, now - age))
    made(b"content", b"another key")
    assert (young.exists(), old.exists()) == (True, False)


def test_a_write_that_fails_leaves_no_draft(where: Path) -> None:
    made(b"content", b"key")
    place_of(b"key").unlink()
    place_of(b"key").mkdir()
    assert made(b"content", b"key") == (b"content", True)
    assert [each.suffix for each in where.iterdir()] == [".thing"]


def test_two_that_forget_at_once_do_not_trip_over_each_other(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in (b"a", b"b", b"c"):
        made(key, key)
        os.utime(place_of(key), (1e9, 1e9))
    look = Path.lstat

    def vanishing(path: Path) -> os.stat_result:
        """Another process removes each file just after this one has seen its name."""
        if path.suffix == ".thing" and path != place_of(b"d"):
            path.unlink(missing_ok=True)
        return look(path)

    monkeypatch.setattr(Path, "lstat", vanishing)
    assert made(b"d", b"d", most=1) == (b"d", True)
    assert made(b"d", b"d", most=1) == (b"d", False)


def test_what_is_too_large_is_not_kept(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "LARGEST", 100)
    keep(sought("thing", (b"key",))[1], bytes(101), most=5)
    assert not where.exists()
