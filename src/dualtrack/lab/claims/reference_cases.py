"""What is an answer held beside? How often a claim is true in its null, planted, in its best case, and with nothing on.

*Null*: what the claim affirms taken away, as its test declares. *Planted*: its own mechanisms at full strength, and the partners
through which it runs. *Best case*: planted, and each number that says how large the mechanism is at the end of its range that
favours the claim. *Nothing*: every switch at zero. All else is as drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.claims.arms import ArmReadings, Stage
from dualtrack.lab.claims.effect import Subset, holds, values
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.statistics.verdict import Share, share
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Every, Is, Some
from dualtrack.targets.numeric.arrays import Array, Mask

SEARCHED = 200
"""Worlds in which the ends of a size are compared, for a test of few runs."""
SWEEPS = 2
"""How often each size is looked at, so that what pairs of them do counts."""
RUNS = 4
"""Runs a world up to which a test is searched in all of these worlds; one of more in as many fewer."""
FEWEST = 40
FAR = 10.0
"""Bounds from which a miss, or a margin, is no further counted: one world should not decide between two ends."""
Accepts = Callable[[Worlds], Mask]


@dataclass(frozen=True, slots=True)
class ReferenceCases:
    """A share for each prior, in their order, of one claim in each case; none where the case does not exist.

    `corner` gives the end of each size in the best case, and `accepted` the share of worlds there that history leaves.
    """

    null: tuple[Share, ...]
    planted: tuple[Share, ...]
    best: tuple[Share, ...]
    corner: Mapping[str, float]
    accepted: Share | None


def reference_cases(
    stage: Stage, test: ClaimTest, left: Sequence[Population], drawn: Worlds, accepts: Accepts | None = None
) -> ReferenceCases:
    """Run every case of a claim in the worlds that history leaves, as each prior weighs them.

    `left` are populations of the same worlds; `drawn` are worlds before history was asked, in which the best case's corner is
    held beside it by `accepts`.
    """
    worlds, null = left[0].worlds, test.against
    own = planted_at(test)
    corner = _corner(stage, test, worlds, own)
    best = {**own, **corner}
    asked = test if null is None or null.condition is None else _asking(test, null.condition)
    return ReferenceCases(
        null=() if null is None else _shares(stage, asked, left, dict(null.held)),
        planted=_shares(stage, test, left, own) if own else (),
        best=_shares(stage, test, left, best) if best else (),
        corner=corner,
        accepted=None if accepts is None or not best else share(accepts(hold(stage.model, drawn, best))),
    )


def nothing_on(stage: Stage, tests: Sequence[ClaimTest], left: Sequence[Population]) -> dict[str, tuple[Share, ...]]:
    """How often each claim is true, for each prior, with every switch at zero; all claims share the runs."""
    plain = [_asking(test, test.condition) for test in tests]
    off = hold(stage.model, left[0].worlds, dict.fromkeys(stage.model.switches, 0.0))
    seen = stage.see([each for test in plain for each in reads(test)], off)
    return {test.id: _counted(stage, test, left, seen) for test in plain}


def planted_at(test: ClaimTest) -> dict[str, float]:
    """Switches where a claim is planted: its own on, or off where it claims an absence, and its partners on."""
    return {**dict.fromkeys(test.partners, 1.0), **dict.fromkeys(test.rests_on, 0.0 if test.absence else 1.0)}


def _asking(test: ClaimTest, condition: Condition) -> ClaimTest:
    """The test of another condition, without what is only shown beside the claim's own."""
    return replace(test, condition=condition, null=None, variants=(), placebo=None)


def _shares(stage: Stage, test: ClaimTest, left: Sequence[Population], held: Mapping[str, float]) -> tuple[Share, ...]:
    asked = _asking(test, test.condition)
    return _counted(stage, asked, left, stage.see(reads(asked), hold(stage.model, left[0].worlds, held)))


def _counted(stage: Stage, test: ClaimTest, left: Sequence[Population], seen: ArmReadings) -> tuple[Share, ...]:
    sound, found = _sound(test, seen), list[Share]()
    for each in left:
        weights = each.weight(sound)
        counted = (
            share(holds(test.condition, Subset(seen, sound, stage.rule.thresholds, weights)), weights) if len(sound) else None
        )
        found += [] if counted is None else [counted]
    return tuple(found)


def _sound(test: ClaimTest, seen: ArmReadings) -> NDArray[np.intp]:
    """The places of the worlds that finish every run of a test."""
    return np.flatnonzero(np.logical_and.reduce([seen.sound[arm] for arm in arms_of(test)]))


def _corner(stage: Stage, test: ClaimTest, worlds: Worlds, own: Mapping[str, float]) -> dict[str, float]:
    """The end of each size that favours the claim, one size after another and all of them twice."""
    asked = _asking(test, test.condition)
    few = worlds.part(0, max(FEWEST, SEARCHED * RUNS // max(RUNS, len(arms_of(asked)))))
    found: dict[str, float] = {}
    for _ in range(SWEEPS if len(test.sizes) > 1 else 1):
        for name in test.sizes:
            ends = (stage.model[name].low, stage.model[name].high)
            found[name] = max(ends, key=lambda end, name=name: _favour(stage, asked, few, {**own, **found, name: end}))  # type: ignore[misc]
    return found


def _favour(stage: Stage, test: ClaimTest, worlds: Worlds, held: Mapping[str, float]) -> tuple[float, float]:
    """How often the claim is true, then by how much it is on the right side of its bounds."""
    seen = stage.see(reads(test), hold(stage.model, worlds, held))
    sound = _sound(test, seen)
    if not len(sound):
        return -1.0, -FAR
    subset = Subset(seen, sound, stage.rule.thresholds)
    return float(holds(test.condition, subset).mean()), float(margin(test.condition, subset).mean())


def margin(condition: Condition, subset: Subset) -> Array:
    """By how many bounds [world] each lies on the right side of a condition; the least of several that must all hold."""
    match condition:
        case Every(parts):
            return np.asarray(np.min([margin(part, subset) for part in parts], axis=0))
        case Some(parts):
            return np.asarray(np.max([margin(part, subset) for part in parts], axis=0))
        case Is(measure, relation, value):
            beyond = (values(measure, subset) - value) / (abs(value) or 1.0)
            signed = beyond if relation in ("at_least", "above") else -beyond
            return np.clip(np.nan_to_num(signed, nan=-FAR), -FAR, FAR)
        case _:
            assert_never(condition)
