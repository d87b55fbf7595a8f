"""The six words of a verdict are told apart by shape, by line and by colour, and each colour can be read on its ground."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from dualtrack.app.page.document import _folder
from tests.app.page.drawn_elements import built

SHAPED = ("supported", "contradicted", "too small as sized", "open", "built in")
TEXT, PICTURE = 4.5, 3.0
"""The least contrast of words, and of marks."""
COLOURS = ("supported", "contradicted", "undecided", "accounted", "too-small")


def shape(verdict: str) -> tuple[str, ...]:
    """What a mark is made of."""
    ((found),) = built("verdict_shapes.js", f'it.verdictShape("{verdict}", 10)')
    return (found["tag"], str(found.get("d", "")), str(found.get("rx", "")), str(found.get("width", "")))


def test_no_two_words_have_one_shape() -> None:
    shapes = {verdict: shape(verdict) for verdict in SHAPED}
    for one, other in combinations(SHAPED, 2):
        assert shapes[one] != shapes[other], (one, other)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("verdict", [*SHAPED, "structure only", "not judged"])
def test_a_mark_says_its_word(language: str, verdict: str) -> None:
    found = built("verdict_shapes.js", f'it.verdictMark("{verdict}")', language=language)
    assert found[0]["text"].strip()
    assert any(each["tag"] == "svg" for each in found) is (verdict in SHAPED)


def tokens(dark: bool) -> dict[str, str]:
    """The colours of a theme, of all style sheets."""
    text = "\n".join(_folder("styles", ".css").values())
    base = built_sheet() + text
    found: dict[str, str] = {}
    for block in re.findall(r"^(:root(?:\[data-theme=\"dark\"\])?) \{([^}]*)\}", base, re.MULTILINE):
        if block[0] == ":root" or dark:
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block[1]))
    return found


def built_sheet() -> str:
    from dualtrack.app.page.document import _read

    return _read("style.css")


def light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_of_a_state_is_read_on_paper_bands_and_marks(dark: bool, name: str) -> None:
    found = tokens(dark)
    for ground in ("paper", "panel", "band-0", "band-1"):
        assert contrast(found[name], found[ground]) >= TEXT, ground
    assert contrast(found["on-shape"], found[name]) >= TEXT
    assert contrast(found["ink"], found["band-1"]) >= TEXT and contrast(found["soft"], found["band-0"]) >= TEXT
