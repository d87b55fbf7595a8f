"""Regimes of a user's own files that a command read and did not run: said, since a file without effect is likely a slip."""

from __future__ import annotations

from collections.abc import Iterable

from dualtrack.app.bind import Laboratory
from dualtrack.app.terminal import note


def note_unused(laboratory: Laboratory, chosen: Iterable[str]) -> None:
    """Name the regimes of --from that are none of those chosen; another may still rest on them."""
    run = {name.casefold() for name in chosen}
    idle = [name for name in laboratory.regimes if name not in laboratory.shipped and name.casefold() not in run]
    if idle:
        note(f"read from --from and not run: {', '.join(idle)}")
