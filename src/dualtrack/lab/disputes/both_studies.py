"""Two studies beside each other: in which points they differ, and the laboratory of any mixture of them.

Parts are combined as values, never as text. A regime that one study alone brings stays at hand in every mixture, since both may
name it; one that both bring under one name is that of the side whose policies are taken. Sources and series count as no evidence
by themselves, and go with the rows that rest on them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dualtrack.evidence.complaints import Placed
from dualtrack.evidence.rows import Event, Observation
from dualtrack.lab.disputes.claims_restated import stands_for, tests_beside
from dualtrack.lab.disputes.points import Mixture, StudyMove, StudyPoint
from dualtrack.lab.disputes.subject import unlike
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.study import Study
from dualtrack.lab.worlds.draw import prior_of
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.distribution import Prior
from dualtrack.language.frozen import frozen
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.language.tilt import tilted

Lay = Callable[[Study | None], Laboratory]
"""Lays a study, or none, on the ground that both studies share."""
BESIDE = ("sources", "series")
"""Rows that others rest on."""
Key = tuple[str, str]


@dataclass(frozen=True)
class BothStudies:
    """Two studies on one ground: `lay` puts either, or a mixture of them, on it, and `ends` are the laboratories of each."""

    lay: Lay
    first: Study
    second: Study
    kept: dict[object, Laboratory] = field(default_factory=dict, compare=False)
    believed: list[Mapping[str, Prior]] = field(default_factory=list, compare=False)

    @property
    def both(self) -> tuple[Study, Study]:
        """The studies in their order."""
        return self.first, self.second

    @property
    def ends(self) -> tuple[Laboratory, Laboratory]:
        """The laboratory of each study as it is, with what the other brings under names of its own at hand."""
        return self._kept(("asked", 0), lambda: self._asked(0)), self._kept(("asked", 1), lambda: self._asked(1))

    def priors(self, name: str) -> tuple[Prior, Prior]:
        """What each study believes of a number."""
        one, other = (each[name] for each in self._leaning())
        return one, other

    def prior_points(self) -> tuple[StudyPoint, ...]:
        """Numbers of which the studies believe something else."""
        model, (one, other) = self.ends[0].model, self._leaning()
        apart = [name for name in model.drawn if one[name] != other[name]]
        return tuple(StudyPoint("priors", name, label_of(model[name]), (StudyMove("priors", name),)) for name in apart)

    def evidence_points(self) -> tuple[StudyPoint, ...]:
        """Rows of the record that one study has, or has otherwise."""
        one, other = (_evidence(each) for each in self.both)
        apart = [key for key in dict.fromkeys((*one, *other)) if _row(one, key) != _row(other, key)]
        found = []
        for key in apart:
            name, row = "/".join(key), (one.get(key) or other[key]).row
            found.append(StudyPoint("evidence", name, _label(row, name), (StudyMove("evidence", name),)))
        return tuple(found)

    def threshold_points(self) -> tuple[StudyPoint, ...]:
        """Claims that one study tests otherwise than the other; what one of them alone asks is asked of both."""
        one, other = (self.tests(side) for side in (0, 1))
        apart = [name for name, test in one.items() if _question(test) != _question(other[name])]
        labels = {claim.id: claim.statement for end in self.ends for claim in end.theory.claims}
        return tuple(
            StudyPoint("thresholds", name, labels.get(name, (name, name)), (StudyMove("thresholds", name),)) for name in apart
        )

    def tests(self, side: int) -> dict[str, Test]:
        """The tests of claims as one study has them, by claim, and those that the other alone has."""
        return {test.id: test for test in self.ends[side].theory.tests}

    def tested(self, side: int, name: str) -> str:
        """The claim whose test stands on one side where a claim is asked by `name`: its own restatement of it, if it has one."""
        return stands_for(name, *self._sides(side))

    def regimes_that_differ(self) -> tuple[str, ...]:
        """Regimes that one study brings and the other has not, or fills otherwise."""
        names = dict.fromkeys(name for study in self.both for name in study.regimes)
        differing = unlike(self.ends)
        return tuple(name for name in names if name in differing or not all(name in study.regimes for study in self.both))

    def label(self, regime: str) -> Label:
        """What a regime of either study is called."""
        return next(end.regimes[regime].label for end in self.ends if regime in end.regimes)

    def laboratory(self, mixture: Mixture, side: int) -> Laboratory:
        """The laboratory of the evidence and thresholds of a mixture, with the policies of a `side` and no prior of either."""
        rows = frozenset(move for move in mixture if move.part == "evidence")
        return self._kept((side, rows), lambda: self._mixed(side, self._rows(rows)))

    @property
    def ground(self) -> Laboratory:
        """The laboratory without either study."""
        return self._kept("ground", lambda: self.lay(None))

    @property
    def wide(self) -> Laboratory:
        """The same, each number with a range that holds what either study believes of it: in it the worlds of mixtures run."""
        return self._kept("wide", lambda: replace(self.ground, model=self._wide_model()))

    def _wide_model(self) -> Model:
        model, ends = self.ground.model, [end.model for end in self.ends]
        changed = {}
        for name in model.drawn:
            every = [each[name] for each in (model, *ends)]
            low, high = min(each.low for each in every), max(each.high for each in every)
            if (low, high) != (model[name].low, model[name].high):
                changed[name] = replace(model[name], low=low, high=high, prior=prior_of(model, name))
        return replace(model, quantities={**model.quantities, **changed}) if changed else model

    def _leaning(self) -> tuple[Mapping[str, Prior], Mapping[str, Prior]]:
        """What each study believes of every number, by the first prior of the theory."""
        if not self.believed:
            for end in self.ends:
                model = tilted(end.model, end.theory.tilts[0])
                self.believed.append({name: prior_of(model, name) for name in model.drawn})
        return self.believed[0], self.believed[1]

    def _sides(self, side: int) -> tuple[Study, Study]:
        """The study of one side, and the other."""
        return self.both[side], self.both[1 - side]

    def _asked(self, side: int) -> Laboratory:
        """One study whole, with the claims besides that the other alone has."""
        found, other = self._end(side).theory, self._end(1 - side).theory
        tests, claims = tests_beside(found, other, *self._sides(side)), {claim.id: claim for claim in found.claims}
        claims |= {claim.id: claim for claim in other.claims if claim.id not in claims}
        theory = replace(found, tests=tuple(tests.values()), claims=tuple(claims.values()))
        return replace(self._end(side), theory=theory)

    def _end(self, side: int) -> Laboratory:
        """One study whole."""
        study, other = self._sides(side)
        whole = replace(study, regimes={**other.regimes, **study.regimes}, rows=_joined_rows(study, other, _evidence(study)))
        return self._kept(("end", side), lambda: replace(self.lay(whole), study=study))

    def _mixed(self, side: int, rows: Mapping[str, tuple[Placed[Any], ...]]) -> Laboratory:
        study, other = self._sides(side)
        regimes = {**other.regimes, **study.regimes}
        found = self.lay(replace(study, regimes=regimes, priors={}, rows=rows))
        return replace(found, model=self.wide.model)

    def _rows(self, moves: Mixture) -> Mapping[str, tuple[Placed[Any], ...]]:
        """The rows of the first study, but those of the second where it is moved."""
        one, other = (_evidence(each) for each in self.both)
        taken = {move.name for move in moves}
        chosen = {}
        for key in dict.fromkeys((*one, *other)):
            side = other if "/".join(key) in taken else one
            if key in side:
                chosen[key] = side[key]
        return _joined_rows(self.first, self.second, chosen)

    def _kept(self, key: object, make: Callable[[], Laboratory]) -> Laboratory:
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]


def _question(test: Test) -> Any:
    """What a test asks of a world, whatever it is called."""
    return test.condition if isinstance(test, ClaimTest) else test


def _evidence(study: Study) -> dict[Key, Placed[Any]]:
    """The rows of a study that say something by themselves, by what makes each the only one of its kind."""
    found = {}
    for table, rows in study.rows.items():
        if table not in BESIDE:
            for placed in rows:
                found[table, _key(placed.row)] = placed
    return found


def _key(row: Any) -> str:
    if isinstance(row, Observation):
        return f"{row.series} {row.start} {row.end}"
    if isinstance(row, Event):
        return row.id
    return str(next(iter(getattr(row, name) for name in type(row).__slots__)))


def _label(row: Any, name: str) -> Label:
    if isinstance(row, Event):
        return row.title_en, row.title_zh
    return name, name


def _row(rows: Mapping[Key, Placed[Any]], key: Key) -> Any:
    return rows[key].row if key in rows else None


def _joined_rows(first: Study, second: Study, chosen: Mapping[Key, Placed[Any]]) -> Mapping[str, tuple[Placed[Any], ...]]:
    """The chosen rows, and the sources and series of both studies, the first one's where both have one under a key."""
    found: dict[str, dict[str, Placed[Any]]] = {}
    for study in (second, first):
        for table in BESIDE:
            for placed in study.rows.get(table, ()):
                found.setdefault(table, {})[_key(placed.row)] = placed
    for (table, key), placed in chosen.items():
        found.setdefault(table, {})[key] = placed
    return frozen({table: tuple(rows.values()) for table, rows in found.items()})
