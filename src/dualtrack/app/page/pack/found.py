"""What takes minutes to find, kept in one generated table: verdicts, truths, accepted worlds, influence and the drawn diagram.

The table carries a fingerprint of everything it was found from; another model, record or test leaves it stale, and nothing of a
stale table is shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.runs.passport import regime_fingerprint
from dualtrack.language.in_full import in_full
from dualtrack.language.tilt import Tilt

Data = dict[str, Any]

SEED = 7
ACCEPTED = 2000
"""Worlds that the page's bands, failures and verdicts use."""
FORM = 1
"""Counts up when the table's own form changes, so that an older one is stale."""
STALE = "the page's verdicts were found from another model, record or test"
RENEW = "run `dualtrack page --renew`, which takes some minutes"


def table() -> Traversable:
    """Where the table stands."""
    return files("dualtrack.app.page.pack").joinpath("found.json")


def read_found(laboratory: Laboratory) -> Data:
    """The table for this laboratory; raises `OutputError` where there is none, or it was found from something else."""
    place = table()
    try:
        found: Any = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise OutputError("the page's table of verdicts cannot be read", where=str(place), fix=RENEW) from None
    if not isinstance(found, dict) or found.get("fingerprint") != basis(laboratory):
        raise OutputError(STALE, where=str(place), fix=RENEW)
    kept: Data = found
    return kept


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


def basis(laboratory: Laboratory) -> str:
    """A hash over all that the table depends on: numbers, and tests with the words in which they ask."""
    return hashlib.sha256("\n".join(_basis(laboratory)).encode()).hexdigest()


def _sizes(tilt: Tilt) -> tuple[tuple[str, ...], ...]:
    """The sizes that a tilt leans on; nothing for one that names none, which is as it was before a tilt could."""
    return (tilt.larger, tilt.smaller) if tilt.larger or tilt.smaller else ()


def _basis(laboratory: Laboratory) -> Iterator[str]:
    look, theory = figures(laboratory.record), laboratory.theory
    yield in_full((FORM, SEED, ACCEPTED, theory.outcomes, theory.past, theory.clock, theory.facts_clock))
    yield laboratory.model.fingerprint
    for name in laboratory.shipped:
        yield f"{name} {regime_fingerprint(laboratory.regimes[name])}"
    for each in theory.targets:
        yield in_full((each.id, each.measure, each.relation, target(each.yardstick, look), each.errors))
    for fact in theory.facts:
        yield in_full(
            (
                fact.id,
                fact.role,
                fact.held_out,
                [(c.measure, c.relation, target(c.yardstick, look), c.tolerance) for c in fact.tests],
            )
        )
    for bound in theory.bounds:
        yield in_full((bound.id, bound.measure, bound.low, bound.high, bound.hard))
    yield in_full([(tilt.name, tilt.raised, tilt.lowered, *_sizes(tilt)) for tilt in theory.tilts])
    yield in_full(theory.tests)
    yield in_full([(loop.id, loop.path, loop.cut) for loop in theory.loops])
