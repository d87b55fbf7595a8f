"""In which levers do the policies of two studies differ, as far as a question runs them, and what is a regime of some of each?"""

from __future__ import annotations

from collections.abc import Collection

from dualtrack.lab.disputes.points import StudyMove, StudyPoint
from dualtrack.lab.disputes.subject import Pair
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.scenario import LONG_AGO, Path, Regime

PARTS_AT = "parts_at"
"""The move of the year in which a regime parts, beside those of its levers."""


def called(pair: Pair) -> str:
    """The name of what two studies put in one place: theirs, or both where they differ, in either order of the studies."""
    return "/".join(sorted(set(pair)))


def policy_point(model: Model, pair: Pair, both: tuple[Regime, Regime]) -> StudyPoint | None:
    """The point in which two studies differ that put these regimes in one place; none where they set everything alike."""
    one, other = both
    levers = [name for name in model.driven if _path(model, one, name) != _path(model, other, name)]
    moved = [*levers, *([PARTS_AT] if one.parts_at != other.parts_at else [])]
    if not moved:
        return None
    name = called(pair)
    return StudyPoint("policies", name, _label(one, other), tuple(StudyMove("policies", name, lever) for lever in moved))


def mixed_regime(both: tuple[Regime, Regime], name: str, moved: Collection[StudyMove]) -> Regime:
    """The first regime, with the levers of the second where they are `moved`, under the name of their place."""
    one, other = both
    paths = dict(one.paths)
    for lever in {*one.paths, *other.paths}:
        if StudyMove("policies", name, lever) in moved:
            paths.pop(lever, None)
            if lever in other.paths:
                paths[lever] = other.paths[lever]
    parts_at = other.parts_at if StudyMove("policies", name, PARTS_AT) in moved else one.parts_at
    return Regime(one.name, paths, one.label, one.doc, parts_at, one.base, one.edition, one.changed)


def _path(model: Model, regime: Regime, lever: str) -> Path:
    """What a regime sets, or the declared value that it leaves."""
    return regime.paths.get(lever) or Path(((LONG_AGO, model[lever].number),))


def _label(one: Regime, other: Regime) -> Label:
    if one.label == other.label:
        return one.label
    return f"{one.label[0]} / {other.label[0]}", f"{one.label[1]}／{other.label[1]}"
