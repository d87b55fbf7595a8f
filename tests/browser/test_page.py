"""What holds of the page wherever a reader stands on it: it is whole, readable, local, and the same in both languages."""

import pytest

from tests.browser.conftest import Opener
from tests.browser.reader import TABS

WIDTHS = ((320, "en"), (360, "zh"), (1440, "zh"), (2560, "en"))


@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("zh", "light")])
def test_axe_finds_nothing(open_page: Opener, language: str, theme: str) -> None:
    """Each language in its other theme stands in `verify/browser/test_panels.py`, with every panel open."""
    reader = open_page(locale=language, color_scheme=theme)
    assert reader.page.locator("html").get_attribute("lang") in ("en", "zh-Hans")
    assert not reader.violations()


@pytest.mark.parametrize(("width", "language"), WIDTHS)
def test_nothing_is_cut_at_any_width(open_page: Opener, width: int, language: str) -> None:
    reader = open_page(locale=language, width=width)
    for tab in TABS:
        reader.go(tab)
        assert reader.overflow() <= 0, tab
