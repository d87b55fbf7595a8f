"""Standard output and standard error made safe: any code page, a full disk, a closed pipe, or no stream at all."""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from typing import TextIO, cast

from dualtrack.errors import OutputError
from dualtrack.files.user_file import reason, remedy

SPELLED = "dualtrack.spelled"
"""The name by which codecs know how to spell what an encoding cannot hold."""
SPELLINGS = (
    ("‐‑‒–—―−─━", "-"),
    ("“”„«»《》", '"'),
    ("‘’‚′", "'"),
    ("≥", ">="),
    ("≤", "<="),
    ("≠", "!="),
    ("≈", "~"),
    ("±", "+/-"),
    ("×", "x"),
    ("·•", "*"),
    ("→", "->"),
    ("←", "<-"),
    ("…", "..."),
    ("°", " deg"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("ß", "ss"),
    ("øØ", "o"),
    ("ł", "l"),
    ("、", ", "),
    ("。", ". "),
    ("│", "|"),
    ("\u200b\ufeff", ""),
)
PLAIN = {letter: word for letters, word in SPELLINGS for letter in letters}
"""What people write instead where only ASCII can be written."""
NUMBERS = STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR = range(3)
SURROGATES = range(0xD800, 0xE000)
UNDECODED = range(0xDC80, 0xDD00)
"""Where Python keeps the bytes of a file name that are no text."""


class ReaderGone(Exception):
    """Whoever read the output has left, and needs no more of it."""


class Outlet(io.TextIOBase):
    """A text stream whose faults are errors of the house, so that nobody takes them for those of another file."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream."""
        return self.stream.encoding

    def write(self, text: str) -> int:
        """Write a text; raises `ReaderGone` where a pipe was closed, `OutputError` for every other fault."""
        try:
            return self.stream.write(text)
        except OSError as error:
            raise _fault(self.stream, error) from None

    def flush(self) -> None:
        """Send what was kept back; raises as `write` does."""
        try:
            self.stream.flush()
        except OSError as error:
            raise _fault(self.stream, error) from None

    def fileno(self) -> int:
        """The number of the stream."""
        return self.stream.fileno()

    def isatty(self) -> bool:
        """Whether a person watches."""
        return self.stream.isatty()

    def close(self) -> None:
        """Leave the stream to its owner."""


@dataclass
class NotedOnce:
    """Whether something could not be written as it is, which the reader is told once."""

    escaped: bool = False


TOLD = NotedOnce()


@contextmanager
def guarded() -> Iterator[None]:
    """Let both streams spell what they cannot hold, and stand something in for one that is closed.

    Without a stand-in the next file that is opened would take the closed stream's number and receive what is printed.
    """
    TOLD.escaped = False
    if sys.stdout is None or sys.stderr is None:
        _occupy()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors != SPELLED:
            stream.reconfigure(errors=SPELLED)
    outlet = cast(TextIO, Outlet(sys.stdout))
    with redirect_stdout(outlet):
        yield
    with suppress(ReaderGone, OutputError):
        outlet.flush()


def spelled(text: str) -> str:
    """The text as standard output will show it, so that widths can be reckoned before it is written."""
    encoding = _encoding()
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, SPELLED).decode(encoding)
    return text


def holds(text: str) -> bool:
    """Whether standard output can hold a text as it is; where it cannot, the reader is told once at the end."""
    is_held = can_hold(text)
    TOLD.escaped = TOLD.escaped or not is_held
    return is_held


def can_hold(text: str) -> bool:
    """The same, and nobody is told."""
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        return False
    return True


def as_json(data: object) -> str:
    """JSON in letters where they can be written in UTF-8, which JSON demands, and with codes for all but ASCII elsewhere."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    if codecs.lookup(_encoding()).name != "utf-8" or any(ord(letter) in SURROGATES for letter in text):
        return json.dumps(data, indent=1, allow_nan=False)
    return text


def left_out() -> str:
    """What to tell a reader whose encoding could not hold everything; empty where it did."""
    if not TOLD.escaped:
        return ""
    return (
        f"the output is in {_encoding()}, which cannot hold every character: Chinese is left out or written as codes\n"
        "  fix   set PYTHONIOENCODING=utf-8"
    )


def _fault(stream: TextIO, error: OSError) -> Exception:
    """What a fault of standard output means; what is still to come goes nowhere, so that the program's end is quiet."""
    with suppress(AttributeError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
        return ReaderGone()
    if error.errno == errno.EBADF:
        return OutputError("standard output is closed", where="standard output", fix="send it to a file, or to the null device")
    return OutputError(f"standard output cannot be written: {reason(error)}", where="standard output", fix=remedy(error))


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _occupy() -> None:
    """Open the null device in place of each closed stream: output refuses what is written, remarks are dropped."""
    for number in NUMBERS:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == STANDARD_ERROR else os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = os.fdopen(STANDARD_OUTPUT, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(STANDARD_ERROR, "w", encoding="utf-8", closefd=False)


def _spell(error: UnicodeError) -> tuple[str, int]:
    """The stretch that an encoding cannot hold in ASCII: what people write instead, letters without accents, or codes."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_letter, error.object[error.start : error.end])), error.end


def _letter(letter: str) -> str:
    if letter in PLAIN:
        return PLAIN[letter]
    if ord(letter) in UNDECODED:
        return f"\\x{ord(letter) - UNDECODED.start + 0x80:02x}"
    bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    if bare.isascii():
        return bare
    TOLD.escaped = True
    return letter.encode("ascii", "backslashreplace").decode()


codecs.register_error(SPELLED, _spell)
