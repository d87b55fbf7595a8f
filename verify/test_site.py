"""The documentation's site: built without a warning, whole, read from disk with no request to anyone, open to every reader."""

import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser import conftest
from tests.documents.markdown_pages import PAGES
from tests.house import ROOT

chromium = conftest.chromium
LEFT_OUT = {ROOT / "docs" / "decisions" / "000-template.md"}
LOOKED_AT = (
    "docs/index.html",
    "docs/start.html",
    "docs/choose.html",
    "docs/recipes/write_a_policy.html",
    "docs/theory/access.html",
)
SIZES = ((1280, "light"), (1280, "dark"), (390, "light"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    words = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs/site", "-d", str(place / "read"), "."]
    told = subprocess.run([*words, str(place / "made")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return place / "made"


def test_every_page_of_the_project_is_on_it(site: Path) -> None:
    names = {page.relative_to(ROOT).with_suffix(".html") for page in PAGES if page not in LEFT_OUT}
    assert [str(name) for name in names if not (site / name).is_file()] == []


def test_no_page_asks_another_machine_or_misses_a_file(site: Path, chromium: Browser) -> None:
    page, strange = chromium.new_page(), list[str]()
    page.on("request", lambda request: strange.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
    page.on("requestfailed", lambda request: strange.append(request.url))
    for file in sorted(each for each in site.rglob("*.html") if each != site / "index.html" and each.parent.name != "_static"):
        page.goto(file.as_uri())
    assert strange == []


def test_the_folder_opens_at_the_first_page(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/docs/index.html")


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_pages_can_be_read_by_everyone(site: Path, chromium: Browser, width: int, scheme: str) -> None:
    dark = scheme == "dark"
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    for name in LOOKED_AT:
        page = context.new_page()
        page.goto((site / name).as_uri())
        found = Axe().run(page).response["violations"]
        assert [(name, each["id"]) for each in found] == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), name
    context.close()
