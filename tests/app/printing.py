"""What a command writes byte for byte, in any encoding and at any width, called in this process."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from dualtrack.app.cli import main

ENCODINGS = ("ascii", "cp1252", "gbk", "latin-1")
WIDTHS = (20, 40, 80, 200)


@dataclass(frozen=True)
class Printed:
    """How a call ended, and the bytes of both streams."""

    code: int
    out: bytes
    err: bytes


def printed(*words: str, encoding: str = "utf-8", width: int = 120, environment: dict[str, str] | None = None) -> Printed:
    """Call a command whose streams have an encoding and are strict about it, as a pipe's are."""
    out, err = io.BytesIO(), io.BytesIO()
    wrapped = [io.TextIOWrapper(each, encoding=encoding, write_through=True) for each in (out, err)]
    with (
        redirect_stdout(wrapped[0]),
        redirect_stderr(wrapped[1]),
        patch.dict(os.environ, {"COLUMNS": str(width), **(environment or {})}),
    ):
        code = main(words)
    return Printed(code, out.getvalue(), err.getvalue())
