"""What the kept table rests on: rule, theory and record, each under a fingerprint, so that a moved word tells by what it moved.

Numbers and tests count, and the words in which tests ask; labels and comments do not. The code that judges is held by a small
judgement that the tests compute again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dualtrack.app.page.pack.remembered import remembered
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.calibrate.temper import CALIBRATED
from dualtrack.lab.experiments.weigh_populations import TIMES
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.runs.passport import regime_fingerprint
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, TAIL
from dualtrack.lab.story.told_story import RULE
from dualtrack.lab.studies.standing import without_own_claims
from dualtrack.lab.verdicts.existence import SOME, STRONG
from dualtrack.lab.verdicts.turning import LEVELS, WITHIN
from dualtrack.lab.verdicts.verdict import HALF, MUCH
from dualtrack.language.in_full import in_full
from dualtrack.language.scenario import SMALL, Regime

Data = dict[str, Any]

SEED = 7
ACCEPTED = 2000
"""Worlds that the page's bands, failures and verdicts use."""
FORM = 5
"""Counts up when the table's own form changes, so that an older one is stale."""
WEIGHS = ("series", "reads", "error", "scale", "per", "bears", "at_end", "used", "since", "until", "part_of")
TELLS = ("name", "switch", "corresponding", "finding", "spread", "mapping", "slack")
"""What of a counterpart and of an experiment says how it weighs; the rest is words."""
PARTS = ("rule", "theory", "record")


def basis(laboratory: Laboratory) -> str:
    """A hash over all that the table depends on; claims of a user's own are no part of it."""
    regimes = [f"{name} {regime_fingerprint(laboratory.regimes[name])}" for name in laboratory.shipped]
    return _hash([in_full((FORM, SEED, ACCEPTED)), *parts(laboratory).values(), *regimes, story_basis(laboratory)])


def parts(laboratory: Laboratory) -> dict[str, str]:
    """A hash for each of `PARTS`."""
    return {"rule": _hash(_rule()), "theory": _theory_hash(laboratory), "record": _record_hash(laboratory)}


def moved(before: Mapping[str, Any], now: Mapping[str, Any]) -> Data | None:
    """Which words moved from one table to the next, and which parts under them; none where no word did."""
    old, new = before["verdicts"], now["verdicts"]
    words = [
        {"id": name, "before": old[name]["verdict"], "now": new[name]["verdict"]}
        for name in new
        if name in old and old[name]["verdict"] != new[name]["verdict"]
    ]
    by = [name for name in PARTS if before["parts"].get(name) != now["parts"][name]]
    return {"by": by, "model": now["model"], "moved": words} if words else None


@remembered
def _theory_hash(laboratory: Laboratory) -> str:
    return _hash(_theory(laboratory))


@remembered
def _record_hash(laboratory: Laboratory) -> str:
    return _hash(_record(laboratory))


def _rule() -> Iterator[str]:
    yield in_full((SUPPORTED, CONTRADICTED, TAIL, HALF, MUCH, SOME, STRONG, LEVELS, WITHIN))
    yield in_full((CALIBRATED, FLOOR, sorted(TIMES.items())))


def _theory(laboratory: Laboratory) -> Iterator[str]:
    theory = without_own_claims(laboratory).theory
    yield laboratory.model.fingerprint
    yield in_full((theory.outcomes, theory.past, theory.clock, theory.facts_clock, theory.tests))
    for name in laboratory.shipped:
        yield in_full((name, *_departure(laboratory.regimes[name])))
    for each in theory.targets:
        yield in_full((each.id, each.measure, each.relation, each.errors))
    for fact in theory.facts:
        yield in_full((fact.id, fact.role, fact.held_out, [(c.measure, c.relation, c.tolerance) for c in fact.tests]))
    for bound in theory.bounds:
        yield in_full((bound.id, bound.measure, bound.low, bound.high, bound.hard))
    yield in_full([(tilt.name, tilt.raised, tilt.lowered, tilt.larger, tilt.smaller) for tilt in theory.tilts])
    yield in_full([(loop.id, loop.path, loop.cut) for loop in theory.loops])
    for counterpart in theory.counterparts:
        yield in_full([getattr(counterpart, name) for name in WEIGHS])
    for experiment in theory.published.experiments:
        yield in_full([getattr(experiment, name) for name in TELLS if hasattr(experiment, name)])


def story_basis(laboratory: Laboratory) -> str:
    """What the first screen's story rests on beside all that verdicts do; no verdict moves by it."""
    theory = laboratory.theory
    pathways = [(each.name, each.links) for each in theory.pathways]
    return in_full((RULE, theory.treated, theory.references[:1], theory.display.read_at, pathways))


def _departure(regime: Regime) -> Iterator[Any]:
    """What a regime does from where it parts on; what it shares with history is the record's."""
    start = regime.parts_at
    yield start
    for name, path in sorted(regime.paths.items()):
        later = [point for point in path.points if start is not None and point[0] >= start - SMALL]
        if later:
            yield name, path.ramp, later


def _record(laboratory: Laboratory) -> Iterator[str]:
    look, theory = figures(laboratory.record), laboratory.theory
    for name, path in sorted(laboratory.history.items()):
        yield in_full((name, path.ramp, list(path.points)))
    for each in theory.targets:
        yield in_full((each.id, target(each.yardstick, look)))
    for fact in theory.facts:
        yield in_full((fact.id, [target(check.yardstick, look) for check in fact.tests]))
    yield from _weighed(laboratory)


def _weighed(laboratory: Laboratory) -> Iterator[str]:
    """The figures that may weigh worlds, and the published findings that do."""
    record, theory = laboratory.record, laboratory.theory
    mapped = {each.series for each in theory.counterparts}
    for row in record.observations:
        if row.series in mapped:
            grade = record.source(row.source).grade
            yield in_full((row.series, str(row.start), str(row.end), row.value, row.low, row.high, row.kind, grade))
    for experiment in theory.published.experiments:
        for name in experiment.findings:
            found = record.finding(name)
            yield in_full((name, found.effect, found.error, found.scale, found.stake, found.out_of, found.chance))


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
