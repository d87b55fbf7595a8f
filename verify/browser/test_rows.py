"""What a claim's row says besides its word, at a desk and on a phone, in both languages."""

import pytest

from tests.browser.conftest import Opener

AGAIN = {"en": ("if Beijing takes it up", "of all worlds"), "zh": ("若中方接纳", "在全部世界的")}
FIRST = {"en": "first edition's test", "zh": "第一版检验"}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_row_says_what_it_is_if_taken_up_and_which_test_it_keeps(open_page: Opener, language: str, width: int) -> None:
    reader = open_page(f"#believe?lang={language}", width=width)
    reader.page.locator("#claim-L5").scroll_into_view_if_needed()

    def notes(claim: str) -> str:
        return " ".join(reader.page.locator(f"tr:has(#claim-{claim}) .verdict-note").all_inner_texts())

    assert all(each in notes("L5") for each in AGAIN[language])
    assert AGAIN[language][0] not in notes("E1")
    for claim in ("P5", "C5"):
        assert FIRST[language] in notes(claim)
    assert FIRST[language] not in notes("L5")
    assert reader.overflow() == 0
