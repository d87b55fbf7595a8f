"""Which theory were results made with, and is it still there? Its program is not kept with them, so it has to be found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as File
from typing import Any

from dualtrack.app.theory_file import programs_of
from dualtrack.errors import NoMeaning, OutputError
from dualtrack.files.tree import shown
from dualtrack.lab.inputs import THEORY, program_seals

FIX = "say where it stands: `dualtrack verify {folder} --rerun --theory FOLDER`"
DIGITS = 12
"""Of a fingerprint, in words."""


def theory_again(folder: File, passport: Mapping[str, Any], typed: File | None, named: File | None) -> File | None:
    """The place of the theory with which the results of a `folder` are computed again; none where it was the shipped one.

    It is the place that is `named`, or the one that was `typed` when they were made, if it still holds what the passport says,
    which is seen before any of it is run. A named one may differ: what is then unlike is told. Raises `OutputError` where it is
    not to be found or was changed, and where one is named for results of the shipped theory.
    """
    told = passport.get(THEORY)
    if told is None and typed is None:
        if named is not None:
            raise OutputError("the results were made with the shipped theory", where=str(folder), fix="leave out --theory")
        return None
    if named is not None or told is None:
        return named or typed
    called = f"theory `{told['name']}` (fingerprint {told['fingerprint'][:DIGITS]})"
    fix = FIX.format(folder=shown(str(folder)))
    if typed is None or not typed.exists():
        what = f"the results were made with {called}, which is not there any more"
        raise OutputError(what, where=str(typed or folder), fix=fix)
    try:
        here = program_seals(programs_of(typed))
    except NoMeaning as error:
        raise OutputError(f"the results were made with {called}: {error.what}", where=str(typed), fix=fix) from None
    if here["fingerprint"] != told["fingerprint"]:
        unlike = sorted(name for name in {*here["files"], *told["files"]} if here["files"].get(name) != told["files"].get(name))
        raise OutputError(
            f"the results were made with {called}, and {', '.join(unlike)} there is another now", where=str(typed), fix=fix
        )
    return typed
