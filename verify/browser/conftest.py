"""The page in a browser, as `tests/browser` opens it."""

from tests.browser.conftest import chromium, open_page, page_file

__all__ = ["chromium", "open_page", "page_file"]
