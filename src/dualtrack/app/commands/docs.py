"""The theory as pages, generated from its declarations."""

from __future__ import annotations

from pathlib import Path as File

from dualtrack.app.bind import bind
from dualtrack.app.options.options import Flag, Json, Output, Replace
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.pages import stale_pages, write_pages
from dualtrack.app.terminal.terminal import note, show_text
from dualtrack.errors import OutputError
from dualtrack.lab.link_facts import link_facts
from dualtrack.targets.markdown.theory_pages import theory_pages


def docs(
    *,
    output: Output = File("docs/theory"),
    check: Flag = False,
    replace: Replace = False,
    json: Json = False,
) -> int:
    """Write the theory's pages, or check that those of a checkout are current.

    Example: dualtrack docs --check

    Parameters
    ----------
    output
        The folder of the pages.
    check
        Write nothing, and end with 1 if a page is missing, stale or left over: for whoever works on the theory in a checkout.
    """
    if check and not output.is_dir():
        raise OutputError(
            "there are no pages to check",
            where=str(output),
            fix=f"--check is for a checkout of the sources, where the pages stand; `dualtrack docs -o {output}` writes them",
        )
    laboratory = bind()
    if not check:
        output_file(output / "index.md", replace=True)
    links = link_facts(laboratory)
    pages = theory_pages(
        laboratory.model,
        loops=laboratory.theory.loops,
        checks=laboratory.theory.checks,
        signs=links.signs,
        importance=links.importance,
    )
    changed = stale_pages(output, pages)
    if not check:
        write_pages(output, pages, changed, replace)
    if json:
        show_answer(
            "docs", laboratory.model, {"folder": str(output), "pages": len(pages), "stale" if check else "written": changed}
        )
    else:
        show_text("\n".join(changed) or "every page is current")
    if check and changed:
        note(f"{len(changed)} pages differ from the theory\n  fix   run `dualtrack docs -o {output}`")
    return int(check and bool(changed))
