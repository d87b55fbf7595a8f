"""The theory as pages, generated from its declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path as File

from dualtrack.app import paths_page
from dualtrack.app.bind import bind
from dualtrack.app.findings_page import FINDINGS_PAGE, findings_page
from dualtrack.app.forecast_page import FORECAST_PAGE, forecast_page
from dualtrack.app.learn_page import LEARN_PAGE, learn_page
from dualtrack.app.options.options import Flag, Json, Output, Replace
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.record_page import RECORD_PAGE, record_page
from dualtrack.app.terminal.terminal import note, show_text
from dualtrack.app.verdicts.verdict_page import PAGE, verdict_page
from dualtrack.errors import OutputError
from dualtrack.files import tree
from dualtrack.files.user_file import LARGE, read_text, reason, remedy
from dualtrack.lab.link_facts import link_facts
from dualtrack.targets.markdown.theory_pages import theory_pages
from dualtrack.targets.print.book import INDEX, NOTICE


def docs(
    *,
    output: Output = File("docs/theory"),
    check: Flag = False,
    replace: Replace = False,
    json: Json = False,
) -> int:
    """Are the theory's pages current? Writes them, with those of verdicts, record, forecasts and what to learn.

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
    beside = {
        PAGE: verdict_page(laboratory),
        paths_page.PAGE: paths_page.paths_page(laboratory),
        RECORD_PAGE: record_page(laboratory),
        FORECAST_PAGE: forecast_page(laboratory),
        FINDINGS_PAGE: findings_page(laboratory),
        LEARN_PAGE: learn_page(laboratory),
    }
    pages = {**pages, **beside, INDEX: pages[INDEX] + contents(beside)}
    changed = stale_pages(output, pages)
    if not check:
        write_pages(output, pages, changed, replace)
    if json:
        show_answer("docs", laboratory, {"folder": str(output), "pages": len(pages), "stale" if check else "written": changed})
    else:
        show_text("\n".join(changed) or "every page is current")
    if check and changed:
        note(f"{len(changed)} pages differ from the theory\n  fix   run `dualtrack docs -o {output}`")
    return int(check and bool(changed))


def contents(pages: Mapping[str, str]) -> str:
    """A list of pages by their headings, for the end of the contents."""
    headings = {name: next(line for line in text.splitlines() if line.startswith("# ")) for name, text in pages.items()}
    lines = [f"- [{heading.removeprefix('# ')}]({name})" for name, heading in headings.items()]
    return "\n".join(["", "## Beside the theory / 理论之外", "", *lines, ""])


def stale_pages(folder: File, pages: Mapping[str, str]) -> list[str]:
    """Names of pages that are missing, differ, or were generated once and are no longer; sorted."""
    written = _written(folder, pages)
    left_over = [name for name in written if name not in pages]
    return sorted([name for name, text in pages.items() if written.get(name) != text] + left_over)


def write_pages(folder: File, pages: Mapping[str, str], changed: Sequence[str], replace: bool = False) -> None:
    """Write the pages that changed, and remove generated ones that have no sector left.

    Raises `OutputError` before any is written where one would replace a page of a person, unless `replace`.
    """
    for name, text in _written(folder, pages).items():
        if name in changed and not (replace or text.startswith(NOTICE)):
            raise OutputError(
                "there is a page that this program did not write",
                where=str(folder / name),
                fix="name another folder with -o, or replace the page with --replace",
            )
    targets = {name: output_file(folder / name, replace=True) for name in changed}
    for name in changed:
        if name in pages:
            targets[name].write(pages[name].encode())
        else:
            (folder / name).unlink()


def _written(folder: File, pages: Mapping[str, str]) -> dict[str, str]:
    """The texts of the pages that are there, and of those beside them that were generated."""
    try:
        names = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
        found = [name for name in names if name in pages or (name.endswith(".md") and _is_generated(folder / name))]
    except OSError as error:
        raise OutputError(f"the pages cannot be read: {reason(error)}", where=str(folder), fix=remedy(error)) from None
    return {name: read_text(folder / name, "page", OutputError, LARGE) for name in found}


def _is_generated(file: File) -> bool:
    """Whether a plain file says that it was generated."""
    if tree.kind_of(file) != tree.PLAIN:
        return False
    with file.open("rb") as stream:
        return stream.read(len(NOTICE)) == NOTICE.encode()
