"""Standard output and error: any encoding, any width, a full disk, a closed stream; never a traceback, never half."""

import errno
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dualtrack.app.cli import main
from dualtrack.app.terminal.stream import SPELLED, Outlet
from dualtrack.errors import OutputError
from tests.app.calling import SCRIPT
from tests.app.printing import ENCODINGS, WIDTHS, Printed, printed
from tests.house import ROOT

CHEAP = (
    ["run", "limited_opening", "--years", "2030:2032"],
    ["list", "levers"],
    ["list", "claims"],
    ["explain", "memory_access"],
    ["explain", "L5"],
    ["facts", "--panel"],
    ["--help"],
    ["run", "--help"],
    ["run", "nobody’s—régime"],
    ["run"],
    ["--wörlds", "3"],
)
FULL = "/dev/full"
each_encoding = pytest.mark.parametrize("encoding", ENCODINGS)


@cache
def as_usual(*words: str) -> Printed:
    """What is printed where every sign can be."""
    return printed(*words)


@each_encoding
def test_every_encoding_holds_what_is_printed(encoding: str) -> None:
    for words in CHEAP:
        usual, found = as_usual(*words), printed(*words, encoding=encoding)
        assert found.code == usual.code
        said = found.out.decode(encoding) + found.err.decode(encoding)
        assert "Traceback" not in said
        assert bool(found.out) == bool(usual.out)
        assert said.count("?") == (usual.out + usual.err).count(b"?")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_keeps_every_number_of_a_run(width: int) -> None:
    words = ("run", "as_is", "--years", "2030:2032")
    values = [word for word in as_usual(*words).out.decode().split() if word[0].isdigit() and word not in ("0", "1)")]
    lines = printed(*words, width=width).out.decode().splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert set(values) <= set(" ".join(lines).split())


def test_a_reader_in_ascii_reads_words_for_signs_and_is_told_of_what_is_missing() -> None:
    said = printed("list", "switches", encoding="ascii")
    assert b"\\u" not in said.out
    assert "Chinese is left out" in said.err.decode()
    assert "zh" not in said.out.decode().splitlines()[1].split()
    assert "zh" in printed("list", "switches").out.decode().splitlines()[1].split()


@each_encoding
def test_json_is_the_same_value_in_every_encoding(encoding: str) -> None:
    found = printed("list", "levers", "--json", encoding=encoding)
    assert json.loads(found.out.decode("ascii")) == json.loads(as_usual("list", "levers", "--json").out.decode("utf-8"))
    assert found.err == b""


@settings(max_examples=50)
@given(st.text(), st.sampled_from([*ENCODINGS, "utf-8", "cp437", "utf-16"]))
def test_any_text_can_be_spelled_in_any_encoding(text: str, encoding: str) -> None:
    rest = iter(text.encode(encoding, SPELLED).decode(encoding))
    assert all(letter in rest for letter in text if letter.isascii()), "letters of ASCII stay, in their order"


@pytest.mark.parametrize(
    ("text", "said"),
    [("0.2–0.7", "0.2-0.7"), ("−1", "-1"), ("“a”", '"a"'), ("≥ 3", ">= 3"), ("é", "e"), ("中", "\\u4e2d"), ("\udcff", "\\xff")],
)
def test_signs_are_written_as_people_write_them(text: str, said: str) -> None:
    assert text.encode("ascii", SPELLED).decode() == said


def test_bytes_of_a_file_name_that_are_no_text_are_shown_as_codes() -> None:
    assert "`x\\xff`" in printed("explain", "x\udcff").err.decode("utf-8")


class Refusing(io.RawIOBase):
    """A stream on which the disk is full, until room is made."""

    has_room = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        if self.has_room:
            return len(data)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("words", [["list", "levers"], ["list", "levers", "--json"], ["--help"], ["--version"]])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_full_disk_is_told_in_the_houses_form(words: list[str], at_once: bool, capsys: pytest.CaptureFixture[str]) -> None:
    disk = Refusing()
    stream = io.TextIOWrapper(io.BufferedWriter(disk, 1 << 20), encoding="utf-8", write_through=at_once)
    with redirect_stdout(stream):
        assert main(words) == 1
    said = capsys.readouterr().err
    assert "where standard output" in said
    assert "make room" in said
    assert "Traceback" not in said
    disk.has_room = True


def test_a_fault_of_the_stream_is_never_an_error_of_the_system() -> None:
    disk = Refusing()
    outlet = Outlet(io.TextIOWrapper(io.BufferedWriter(disk)))
    outlet.write("a")
    with pytest.raises(OutputError, match="standard output"):
        outlet.flush()
    disk.has_room = True


@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        (f"> {FULL}", 1, "No space left"),
        (">&-", 1, "standard output is closed"),
        ("2>&-", 0, ""),
        (">&- 2>&- <&-", 1, ""),
    ],
)
def test_a_stream_that_takes_nothing_ends_in_a_line_or_in_silence(redirection: str, code: int, said: str) -> None:
    command = f"{sys.executable} -c '{SCRIPT}' list regimes {redirection}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
