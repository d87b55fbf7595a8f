"""Formulas as MathML and diagrams as SVG, made when the site is built: a page needs no script and no network to show them."""

import re
from pathlib import Path
from typing import Any

import mmdr
from docutils import nodes
from docutils.parsers.rst import Directive
from latex2mathml.converter import convert
from sphinx.application import Sphinx

BOX = re.compile(r'^\s*(n\d+)[\[(]+"(.+?)"[\])]+$', re.MULTILINE)
ARROW = re.compile(r"^\s*(n\d+) \S+\|(.)\| (n\d+)$", re.MULTILINE)
WIDTH = re.compile(r'viewBox="\S+ \S+ (\S+) ')
LOOK = '%%{init: {"look": "classic", "theme": "neutral", "flowchart": {"htmlLabels": false}}}%%\n'
"""Plain boxes whose every label, a sign on an arrow too, is drawn in full."""
FOLDER = "_diagrams"
SCALE = 0.8
"""Pixels a unit of a drawing, so that its words are as large as small print; what is wider than the page scrolls."""


class Diagram(Directive):
    """A flow chart as an image, and its arrows as a list that can be read aloud."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Draw it into the site's folder, and show it."""
        page = self.state.document.settings.env
        text = "\n".join(self.content)
        name = f"{page.docname.replace('/', '-')}-{page.new_serialno('diagram')}.svg"
        folder = Path(page.app.outdir) / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        drawing = mmdr.render(LOOK + text.replace("|-|", "|\N{MINUS SIGN}|")).svg()
        (folder / name).write_text(drawing, encoding="utf-8")
        width = round(SCALE * float(WIDTH.findall(drawing)[0]))
        address = "../" * page.docname.count("/") + f"{FOLDER}/{name}"
        boxes, arrows = dict(BOX.findall(text)), ARROW.findall(text)
        lines = [f"<li>{boxes[cause]} → {boxes[effect]} ({sign})</li>" for cause, sign, effect in arrows]
        said = f"{len(boxes)} boxes and {len(arrows)} arrows, listed below"
        shown = (
            f'<div class="diagram" tabindex="0" role="group" aria-label="Diagram">'
            f'<img loading="lazy" width="{width}" src="{address}" alt="{said}"></div>'
            f"<details><summary>The arrows as a list</summary><ul>{''.join(lines)}</ul></details>"
        )
        return [nodes.raw("", shown, format="html")]


def formula(writer: Any, node: nodes.math | nodes.math_block) -> None:
    """Write a formula as MathML, which browsers show by themselves."""
    is_block = isinstance(node, nodes.math_block)
    shown = convert(node.astext(), display="block" if is_block else "inline")
    writer.body.append(f'<div class="formula" tabindex="0">{shown}</div>' if is_block else shown)
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Take both into a site."""
    app.add_directive("mermaid", Diagram)
    app.add_html_math_renderer("mathml", (formula, None), (formula, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
