"""The page as one file that opens from disk."""

from __future__ import annotations

from pathlib import Path as File
from typing import Any

from dualtrack.app.options.brought import NO_REGIMES, Brought, BroughtRegimes
from dualtrack.app.options.options import Flag, Json, Output, Replace
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.page.document import page
from dualtrack.app.page.pack.find_table import find_table
from dualtrack.app.page.pack.found import RENEW, STALE, is_current, read_old, table, table_text
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import note, show_text
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.standing import own_claims, without_own_claims


def write_page(
    *,
    output: Output = File("dualtrack.html"),
    renew: Flag = False,
    check: Flag = False,
    replace: Replace = False,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> int:
    """How is the whole laboratory handed over? As one HTML file that any browser of the last three years opens.

    Example: dualtrack page -o dualtrack.html

    Parameters
    ----------
    output
        The file to write.
    renew
        Find verdicts, truths and the drawn diagram again, which takes some minutes, and keep them with the program; of another
        theory, a study or rows of yours they stand in the page alone.
    check
        Write nothing, and end with 1 if what is kept was found from another model, record or test.
    """
    brought = bound(own)
    laboratory = without_own_claims(brought)
    if mine := own_claims(brought):
        note(f"the page shows the theory's claims alone: `dualtrack judge --study FILE` judges {', '.join(mine)}")
    if check:
        return _checked(laboratory, json)
    target = output_file(output, replace)
    found = _found(laboratory, is_kept=_is_shipped(own)) if renew else None
    current = found is not None or is_current(laboratory)
    size = target.write(page(laboratory, found))
    if json:
        show_answer("page", laboratory, {"file": str(output), "bytes": size, "verdicts": current})
    else:
        note(f"written to {output}: {size / 1e6:.2f} MB; open it in a browser")
    if not current:
        note(f"{STALE}, and are left out\n  fix   {RENEW}")
    return 0


def _is_shipped(own: Brought) -> bool:
    """Whether what verdicts rest on is the program's own: no other theory, no study and no row."""
    return own.theory is None and own.study is None and own.record is None


def _found(laboratory: Laboratory, *, is_kept: bool) -> dict[str, Any]:
    """The table found again, and kept with the program where it is that of the shipped laboratory."""
    kept = output_file(File(str(table())), replace=True) if is_kept else None
    with watched() as progress:
        found = find_table(laboratory, progress, read_old() if is_kept else None)
    if kept is not None:
        kept.write(table_text(found).encode())
    return found


def _checked(laboratory: Laboratory, json: bool) -> int:
    """Say whether what is kept fits; 1 where it does not."""
    current = is_current(laboratory)
    if json:
        show_answer("page", laboratory, {"current": current})
    elif current:
        show_text("the page's verdicts are current")
    if not current:
        note(f"{STALE}\n  fix   {RENEW}")
    return int(not current)
