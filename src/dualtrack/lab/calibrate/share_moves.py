"""Shares of drawn worlds before and after rows are added to the record: facts reproduced, mechanisms there, claims true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

import numpy as np

from dualtrack.errors import RecordError
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.calibrate.likelihood import Likelihood
from dualtrack.lab.calibrate.record_moves import BEYOND, Draws, Move, Thing
from dualtrack.lab.calibrate.row_pulls import Both, OwnFigure, RowPull, leading_pulls
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.record.figure import Figure, Look, target
from dualtrack.lab.record.judge_facts import judge_if_any
from dualtrack.lab.record.measure import SavedRun
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.statements.ledger import Fact, variables
from dualtrack.targets.numeric.arrays import Array

ASKED = 1000
"""Worlds of each draw in which claims are run: a share of both is then known to a point or two."""


def mechanism_moves(shipped: Calibration, merged: Calibration, pulls: Sequence[RowPull]) -> list[Move]:
    """Every switch: the share of drawn worlds in which it is above zero, and the factor of its odds."""
    found, model = [], merged.weighing.model
    for name in merged.switches:
        exists = tuple((each.drawn.values[name] > 0).astype(float) for each in (shipped, merged))
        factors = [each.switches[name] for each in (shipped, merged)]
        more = {"factors": [each.to_row()["factor"] for each in factors], "says": [each.says for each in factors]}
        found.append(share_move("mechanism", name, label_of(model[name]), (exists[0], exists[1]), pulls, more))
    return found


def fact_moves(shipped: Calibration, merged: Calibration, figures: Sequence[OwnFigure], pulls: Sequence[RowPull]) -> list[Move]:
    """Every fact that is a test: the shares that reproduce it of drawn worlds, and of the same worlds of the prior.

    Rows that a fact looks up are named besides those that pull it.
    """
    facts = [each.fact for each in merged.facts]
    looks = [each.weighing.look for each in (shipped, merged)]
    likelihoods = [Likelihood.of(each.weighing) for each in (shipped, merged)]
    asked, drawn = variables(facts), (shipped.drawn, merged.drawn)
    runs = [each.run(worlds.values, asked) for each, worlds in zip(likelihoods, drawn, strict=True)]
    found = []
    for before, after in zip(shipped.facts, merged.facts, strict=True):
        fact = after.fact
        own = [_holds(fact, *pair) for pair in zip(looks, runs, strict=True)]
        pulled = [_holds(fact, looks[1], run) for run in runs]
        more = {"prior": [before.before, after.before], "looked_up": _looked_up(fact, looks[1], figures)}
        found.append(share_move("fact", fact.id, fact.statement, (own[0], own[1]), pulls, more, (pulled[0], pulled[1])))
    return found


@dataclass(frozen=True)
class ClaimsAsked:
    """Claims and the stages on which they run, of the shipped record and of the merged one, in worlds drawn by each."""

    tests: tuple[ClaimTest, ...]
    stages: tuple[Stage, Stage]
    names: Mapping[str, Label]

    def moves(self, shipped: Calibration, merged: Calibration, pulls: Sequence[RowPull]) -> list[Move]:
        """Every claim: the share of drawn worlds in which it is true, of those in which its mechanism exists."""
        few = [_first_of_both(each.drawn) for each in (shipped, merged)]
        true = [self._true(stage, worlds) for stage, (worlds, _) in zip(self.stages, few, strict=True)]
        parts = [_of_places(each, few[0][1], few[1][1]) for each in pulls]
        found = []
        for row, test in enumerate(self.tests):
            asked = true[0][row], true[1][row]
            sides = [_bounds(each) for each in asked]
            more = {"sides": [_side(each) for each in asked], "crossed": _has_crossed(sides[0], sides[1])}
            found.append(share_move("claim", test.id, self.names[test.id], asked, parts, more))
        return found

    def _true(self, stage: Stage, worlds: Worlds) -> list[Array]:
        """Of each claim, 1 or 0 in each world, without a number where it is not asked: [world]."""
        truths = claim_truths(stage, self.tests, Population("drawn", ("drawn", "抽取"), worlds))
        found = []
        for row, test in enumerate(self.tests):
            exists = np.logical_and.reduce([worlds.values[name] > 0 for name in test.mechanisms], axis=0)
            found.append(np.where(truths.computable[row] & exists, truths.true[row].astype(float), np.nan))
        return found


def share_move(
    kind: Thing,
    name: str,
    label: Label,
    asked: Both,
    pulls: Sequence[RowPull],
    more: Mapping[str, Any],
    pulled: Both | None = None,
) -> Move:
    """A share of worlds by each draw: `asked` is 1 or 0 in each world, without a number where it is not asked.

    `pulled` is the same by one rule for both draws, where the rows change the rule itself.
    """
    before, after = (halves(each) for each in asked)
    sides = [_sampling(each) for each in asked]
    error = max(abs(before[0] - before[1]), abs(after[0] - after[1]), BEYOND * hypot(*sides))
    change = sum(after) / 2 - sum(before) / 2
    return Move(kind, name, label, before, after, error, leading_pulls(pulls, pulled or asked, change), more)


def halves(asked: Array) -> Draws:
    """The mean by each of two draws of as many worlds, of `asked[world]` where it has a number; 0 where it has none."""
    one, other = (each[np.isfinite(each)] for each in np.split(asked, 2))
    return tuple(float(each.mean()) if len(each) else 0.0 for each in (one, other))  # type: ignore[return-value]


def _sampling(asked: Array) -> float:
    """The standard error of a share, of which at least one world is taken to be otherwise."""
    told = asked[np.isfinite(asked)]
    count = max(len(told), 1)
    value = float(np.clip(told.mean() if len(told) else 0.5, 1 / (count + 1), count / (count + 1)))
    return sqrt(value * (1 - value) / count)


def _holds(fact: Fact, look: Look, run: SavedRun) -> Array:
    """1 in worlds that reproduce a fact, else 0: [world]."""
    return judge_if_any(fact, look, run).holds.astype(float)


def _looked_up(fact: Fact, look: Look, figures: Sequence[OwnFigure]) -> list[str]:
    """The places of a user's rows without which a figure of the fact is another."""

    def seen(by: Look) -> list[Figure] | None:
        try:
            return [target(check.yardstick, by) for check in fact.tests]
        except RecordError:
            return None

    whole = seen(look)
    return [each.place for each in figures if seen(each.without.look) != whole]


def _first_of_both(worlds: Worlds) -> tuple[Worlds, Array]:
    """The first worlds of each of two draws, and their positions."""
    half = worlds.count // 2
    places = np.concatenate([start + np.arange(min(ASKED, half)) for start in (0, half)])
    return Worlds({name: values[places] for name, values in worlds.values.items()}, None, 0, len(places)), places


def _of_places(pull: RowPull, before: Array, after: Array) -> RowPull:
    return RowPull(pull.place, pull.row, pull.reads, pull.standing, pull.before[before], pull.after[after])


def _bounds(asked: Array) -> Draws:
    """Where the share of all possible worlds lies, by sampling and by what two draws differ by."""
    told = asked[np.isfinite(asked)]
    if not len(told):
        return 0.0, 1.0
    low, high = Share(float(told.sum()), len(told)).interval
    each = halves(asked)
    return min(low, *each), max(high, *each)


def _side(asked: Array) -> str:
    """On which side of the bounds of a verdict the share itself lies."""
    value = sum(halves(asked)) / 2
    return "above" if value >= SUPPORTED else "below" if value <= CONTRADICTED else "between"


def _has_crossed(before: Draws, after: Draws) -> bool:
    """Whether a share left one side of a bound for the other with all of its interval."""
    pairs = ((before, after), (after, before))
    return any(low[1] < bound <= high[0] for low, high in pairs for bound in (CONTRADICTED, SUPPORTED))
