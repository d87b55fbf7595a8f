"""The language in which a command speaks to whoever reads the terminal, said once where the command begins.

    speak("zh")
    show_prose(say("2 worlds", "2个世界"))

English is the default, and says Chinese labels beside its own where a command always did; in Chinese no English stands beside.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dualtrack.app.page.pack.translated import told
from dualtrack.app.terminal.stream import can_hold
from dualtrack.errors import UsageError
from dualtrack.language.declaration import Label
from dualtrack.language.tongue import ENGLISH, Tongue, set_in_chinese

ORIGINAL = "（英文原文）"
"""Before a text that was written in English alone and that no one has translated."""


def _tell(text: str) -> str:
    """A text that was written in English alone: its translation, or itself, marked."""
    return told(text)[1] or (f"{ORIGINAL}{text}" if text else "")


CHINESE = Tongue("zh", _tell)
WRITTEN = ENGLISH.name
"""The language of files, in which Chinese stands beside it: they are the same in whatever language the reader is spoken to."""
TONGUES = {each.name: each for each in (ENGLISH, CHINESE)}
_TONGUE: ContextVar[Tongue] = ContextVar("tongue", default=ENGLISH)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language, `en` or `zh`, and after it the one before, whatever was spoken meanwhile."""
    before = _TONGUE.set(TONGUES[lang])
    try:
        yield
    finally:
        _TONGUE.reset(before)


def speak(lang: str) -> None:
    """Speak a language from here to the end of the command; raises `UsageError` where standard output cannot hold it."""
    if TONGUES[lang].is_chinese and not can_hold("中文"):
        raise UsageError(
            "standard output cannot hold Chinese", where="--lang zh", fix="set PYTHONIOENCODING=utf-8, or leave out --lang"
        )
    _TONGUE.set(TONGUES[lang])


def tongue() -> Tongue:
    """The language that is spoken."""
    return _TONGUE.get()


def say(english: str, chinese: str) -> str:
    """One of two texts, in the language that is spoken."""
    return _TONGUE.get()(english, chinese)


def said(label: Label) -> str:
    """One of a label's two texts, in the language that is spoken."""
    return _TONGUE.get()(*label)


def both_lines(label: Label) -> tuple[str, ...]:
    """A label in both languages, a line each; in Chinese that alone."""
    return (said(label),) if tongue().is_chinese else label


def tell(text: str) -> str:
    """A text that was written in English alone, in the language that is spoken; untranslated, it is marked as what it is."""
    return _TONGUE.get().tell(text)


def figures(text: str) -> str:
    """Numbers as the language that is spoken sets them: 46 % and −3 to 4, 46% and −3至4."""
    return set_in_chinese(text) if _TONGUE.get().is_chinese else text
