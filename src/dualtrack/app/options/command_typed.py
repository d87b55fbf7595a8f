"""The command line as it was typed, for whoever writes down where a result comes from."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar

PROGRAM = "dualtrack"
_WORDS: ContextVar[tuple[str, ...]] = ContextVar("words", default=())


def typed() -> list[str]:
    """The words of this command, the program's name first; nothing but letters that any file can hold."""
    return [PROGRAM, *(word.encode("utf-8", "backslashreplace").decode() for word in _WORDS.get())]


def remember(words: Sequence[str]) -> None:
    """Keep the words of the command that now begins."""
    _WORDS.set(tuple(words))
