"""The documentation's site: the repository's own Markdown pages, as they stand, under a menu; `make site` builds it.

No page names the generator, so every page reads the same in a checkout. Formulas and diagrams are written into the pages when
the site is built (`drawn.py`), so that it asks no other machine for anything.
"""

import sys
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

MENU = {
    "docs/index": [
        "docs/start",
        "docs/choose",
        "docs/first_week",
        "docs/recipes/index",
        "Theory </docs/theory/index>",
        "docs/reference/index",
        "docs/limits",
        "Project </docs/project>",
    ],
    "docs/recipes/index": ["docs/recipes/*", "examples/rare_earths/README"],
    "docs/theory/index": [
        "docs/read_a_verdict",
        "docs/evidence",
        *(f"docs/theory/{name}" for name in ("verdicts", "record", "findings", "forecasts", "learn", "loops", "checks", "paths")),
        "docs/theory/*",
    ],
    "docs/reference/index": ["docs/reference/*", "docs/api", "docs/json/README"],
    "docs/project": [
        "README",
        "ARCHITECTURE",
        "CONTRIBUTING",
        "CHANGELOG",
        "docs/benchmarks",
        "docs/mutants",
        "docs/decisions/*",
    ],
}
"""What stands below each page of the menu, in order; a title of its own where that of the page is long."""

project = "dualtrack"
copyright = "dualtrack contributors; Apache-2.0"
extensions = ["myst_parser", "drawn"]
root_doc = "docs/index"
include_patterns = ["*.md", "docs/*.md", "docs/**/*.md", "examples/**/*.md"]
exclude_patterns = ["docs/decisions/000-template.md"]
myst_enable_extensions = ["dollarmath"]
myst_fence_as_directive = ["mermaid"]
myst_heading_anchors = 4
nitpicky = True

html_theme = "pydata_sphinx_theme"
html_title = "dualtrack"
html_sidebars: dict[str, list[str]] = {page: [] for page in ("docs/index", "docs/start", "docs/choose", "docs/limits")}
html_math_renderer = "mathml"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_additional_pages = {"index": "forward.html"}
templates_path = ["templates"]
html_copy_source = html_show_sourcelink = html_use_index = False
html_context = {"default_mode": "auto"}
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "header_links_before_dropdown": 7,
    "navigation_depth": 2,
}


def below(_: Sphinx, page: str, source: list[str]) -> None:
    """Write the menu's entries below a page, where it has some."""
    if page in MENU:
        source[0] += "\n".join(
            [
                "",
                "```{toctree}",
                ":hidden:",
                ":glob:",
                "",
                *(name if "<" in name else f"/{name}" for name in MENU[page]),
                "```",
                "",
            ]
        )


def setup(app: Sphinx) -> None:
    """Have the menu written as pages are read, and rows shown as they are."""
    app.add_lexer("csv", TextLexer)
    app.connect("source-read", below)
