"""What takes minutes to find, kept in one generated table: verdicts, truths, accepted worlds, influence and the drawn diagram.

The table carries a fingerprint of everything it was found from; another model, record or test leaves it stale, and nothing of a
stale table is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dualtrack.app.page.pack.basis import basis
from dualtrack.errors import OutputError
from dualtrack.lab.laboratory import Laboratory

Data = dict[str, Any]

STALE = "the page's verdicts were found from another model, record or test"
RENEW = "run `dualtrack page --renew`, which takes some minutes"


def table() -> Traversable:
    """Where the table stands."""
    return files("dualtrack.app.page.pack").joinpath("found.json")


def read_found(laboratory: Laboratory) -> Data:
    """The table for this laboratory; raises `OutputError` where there is none, or it was found from something else."""
    place, found = table(), _read()
    if found is None:
        raise OutputError("the page's table of verdicts cannot be read", where=str(place), fix=RENEW)
    if not isinstance(found, dict) or found.get("fingerprint") != basis(laboratory):
        raise OutputError(STALE, where=str(place), fix=RENEW)
    kept: Data = found
    return kept


def read_old() -> Data | None:
    """The table that is kept, whatever it was found from; none where it cannot be compared with another."""
    found = _read()
    return found if isinstance(found, dict) and {"verdicts", "parts", "moved"} <= found.keys() else None


def _read() -> Any:
    """What stands in the table's file; none where that cannot be read."""
    try:
        return json.loads(table().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def table_text(found: Data) -> str:
    """The table as JSON, a line for each part and for each claim."""
    return "{\n" + ",\n".join(_lines(found)) + "\n}\n"


def _lines(found: Data) -> Iterator[str]:
    for key, value in found.items():
        if key == "verdicts":
            rows = ",\n".join(f" {json.dumps(name)}: {_compact(row)}" for name, row in value.items())
            yield f'"{key}": {{\n{rows}\n}}'
        else:
            yield f'"{key}": {_compact(value)}'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def found_if_current(laboratory: Laboratory) -> Data | None:
    """The table for this laboratory; None where there is none, or it was found from something else."""
    try:
        return read_found(laboratory)
    except OutputError:
        return None


def is_current(laboratory: Laboratory) -> bool:
    """Whether the table was found from this laboratory."""
    return found_if_current(laboratory) is not None
