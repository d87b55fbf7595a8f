"""A reader of the page: what it asks for, what goes wrong on it, and the few things that every tour does."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

READY = "html[data-ready='true']"
TABS = ("argument", "try", "believe", "evidence", "method")
LOCAL = ("file:", "data:", "blob:")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    # Every rule runs; only what passes is not told place by place, which takes longer than the rules do.
    "resultTypes": ["violations"],
}


class Reader:
    """A page with a record of the troubles it met and of the addresses it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self._seen)

    def wait_until_ready(self) -> None:
        """Until the page has drawn its first charts."""
        self.page.wait_for_selector(READY, state="attached", timeout=30_000)

    def stop_clock(self) -> None:
        """Nothing that the page does after a while happens until its clock goes on."""
        now: float = self.page.evaluate("Date.now()")
        self.page.clock.pause_at(now / 1000 + 1)

    def start_clock(self) -> None:
        """Let the page's clock go on."""
        self.page.clock.resume()

    def go(self, tab: str) -> None:
        """Show a tab by its link, as a reader does."""
        self.page.locator(f".tab-bar a[href='#{tab}']").click()
        self.page.locator(f"#tab-{tab}").wait_for()

    def open_all(self) -> None:
        """Open whatever can be opened in the tab that is shown."""
        self.page.evaluate("document.querySelectorAll('.tab:not([hidden]) details').forEach((each) => { each.open = true; })")
        # What a group that opens fills itself with comes after the event of its opening.
        self.page.evaluate("new Promise((done) => setTimeout(done, 0))")

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA, each with the first places."""
        found: list[dict[str, Any]] = Axe().run(self.page, options=RULES).response["violations"]
        return [f"{rule['id']}: {rule['help']}: {[node['target'] for node in rule['nodes'][:3]]}" for rule in found]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wide

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def _seen(self, request: Request) -> None:
        if not request.url.startswith(LOCAL):
            self.asked.append(request.url)
