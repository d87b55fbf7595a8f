"""The page as a reader opens it: written once, from disk, in a real Chromium with no network."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dualtrack.app.cli import main
from tests.browser.reader import Reader

NAMES = (os.environ.get("CHROMIUM_PATH", "chromium"), "chromium-browser", "google-chrome")
WIDE, HIGH = 1440, 900
Opener = Callable[..., Reader]
BUSY = "globalThis.requestIdleCallback = () => 0;"
"""A page that never finds itself idle works out only what is in sight; tests of what is out of sight ask for `idle=True`."""


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "dualtrack.html"
    assert main(["page", "-o", str(file)]) == 0
    return file


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "no Chromium: `make browser` installs it, CHROMIUM_PATH names one"
    with sync_playwright() as driver:
        # Chromium refuses its sandbox to root, as which a check on a change may run.
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, page_file: Path) -> Iterator[Opener]:
    """Opens the page offline; whatever it asks of a network, logs as an error or throws fails the test."""
    opened: list[tuple[BrowserContext, Reader]] = []

    def open_at(
        link: str = "", *, width: int = WIDE, height: int = HIGH, ready: bool = True, idle: bool = False, **options: object
    ) -> Reader:
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, **options)  # type: ignore[arg-type]
        page: Page = context.new_page()
        # The page's own clock goes on by itself, and a test may stop it or move it on: no test waits for a machine to be fast.
        page.clock.install()
        if not idle:
            page.add_init_script(BUSY)
        reader = Reader(page)
        opened.append((context, reader))
        page.goto(page_file.as_uri() + link)
        if ready:
            reader.wait_until_ready()
        return reader

    yield open_at
    for context, reader in opened:
        troubles, asked = list(reader.troubles), list(reader.asked)
        context.close()
        assert not troubles, troubles
        assert not asked, f"the page asked a network for {asked}"
