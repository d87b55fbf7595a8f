"""What is an answer held beside? How often a claim is true in its null, planted, in its best case, and with nothing on.

*Null*: what the claim affirms taken away, as its test declares. *Planted*: its own mechanisms at full strength, and the partners
through which it runs. *Best case*: planted, and each number that says how large the mechanism is at the end of its range that
favours the claim, or as drawn where neither end does. *Nothing*: every switch at zero. All else is as drawn. The rules are those
of decision notes 014 and 020.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, assert_never

import numpy as np

from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset, holds, is_asked, values
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.statistics.share import Share, share, share_row
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.frozen import frozen
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_measure import Fall
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Every, Given, Is, Some
from dualtrack.targets.numeric.arrays import Array, Mask

SEARCHED, SEARCHED_WHERE_DEAR, SEARCHED_WHERE_RARE = 300, 100, 1500
"""Accepted worlds in which corners are compared.

Fewer for a test that bounds its worlds, since one answer takes many runs; more for one that is asked only of some of them.
"""
READ = 1000
"""Other accepted worlds, at the most, in which the best case is read."""
FAR = 10.0
"""Bounds, or years of a fall, from which a margin is no further counted: one world should not decide between two ends."""
Accepts = Callable[[Worlds], Mask]


@dataclass(frozen=True, slots=True)
class ReferenceCases:
    """Shares of one claim in each case: in its null under each prior, in the others under the first; none where there is no case.

    None also where there is no world that the claim is asked of, in the null for each prior; no share at all in it says that no
    null is written.
    `reread` are the shares in the null where other evidence weighs the worlds too, by its name. `corner` gives the end of each
    size in the best case, and `accepted` the share of worlds there that history leaves.
    """

    null: tuple[Share | None, ...]
    planted: Share | None
    best: Share | None
    nothing: Share | None
    corner: Mapping[str, float]
    accepted: Share | None
    reread: Mapping[str, tuple[Share | None, ...]] = field(default_factory=dict)

    def to_row(self) -> dict[str, Any]:
        """Every case by name, with its interval and the worlds it was counted in."""
        shares = {name: getattr(self, name) for name in ("planted", "best", "nothing", "accepted")}
        rows = {name: None if each is None else each.to_row() for name, each in shares.items()}
        return {"null": [share_row(each) for each in self.null], **rows, "corner": dict(self.corner)}


def reference_cases(
    stage: Stage, test: ClaimTest, left: Sequence[Population], drawn: Worlds, accepts: Accepts | None = None
) -> ReferenceCases:
    """Run every case of a claim in the worlds that history leaves, those of the null as each prior weighs them.

    `left` are populations of the same worlds, whose first ones are searched for the corner and whose others are read there;
    `drawn` are worlds before history was asked, in which the corner is held beside it by `accepts`.
    """
    plain, own, first = _asking(test, test.condition), planted_at(test), left[0]
    corner = _corner(stage, plain, searched(test, first).worlds, own)
    best = {**own, **corner}
    null = null_columns(stage, test, left)
    return ReferenceCases(
        null=null.pop(""),
        planted=share_where(stage, test, first, own),
        best=share_where(stage, test, _others(first, _few(test)), best),
        nothing=share_where(stage, test, first, dict.fromkeys(stage.model.switches, 0.0)),
        corner=frozen(corner),
        accepted=None if accepts is None else share(accepts(hold(stage.model, drawn, best))),
        reread=frozen(null),
    )


def cases_at(stage: Stage, test: ClaimTest, left: Sequence[Population], corner: Mapping[str, float], most: int) -> ReferenceCases:
    """The cases that a word needs, at a corner found before: the null, and the best case in so many worlds at the most."""
    best = share_where(stage, test, _between(left[0], 0, most), {**planted_at(test), **corner})
    null = null_columns(stage, test, left)
    return ReferenceCases(null.pop(""), None, best, None, frozen(corner), None, frozen(null))


def null_columns(stage: Stage, test: ClaimTest, left: Sequence[Population]) -> dict[str, tuple[Share | None, ...]]:
    """How often a claim holds without what it affirms, as each prior weighs the same worlds; empty where no null is written.

    By the name of the other evidence that weighs them too, and by an empty one where none does. None under a prior for which no
    world finishes the runs, or none is one that it is asked of.
    """
    null, columns = test.against, ("", *left[0].reweighed)
    if null is None:
        return dict.fromkeys(columns, ())
    seen = [each.seen_with(column) for column in columns for each in left]
    found = _shares(stage, _asking(test, null.condition or test.condition), seen, dict(null.held))
    return {column: found[place * len(left) : (place + 1) * len(left)] for place, column in enumerate(columns)}


def share_where(stage: Stage, test: ClaimTest, population: Population, held: Mapping[str, float]) -> Share | None:
    """How often a claim holds in a population with some numbers held; none where no world finishes the runs or is asked."""
    return _shares(stage, _asking(test, test.condition), [population], held)[0]


def searched(test: ClaimTest, population: Population) -> Population:
    """The worlds in which corners of a claim's sizes are compared, each weighed alike."""
    return Population(population.name, population.label, population.worlds.part(0, _few(test)))


def _few(test: ClaimTest) -> int:
    if test.most is not None:
        return SEARCHED_WHERE_DEAR
    return SEARCHED_WHERE_RARE if isinstance(test.condition, Given) else SEARCHED


def planted_at(test: ClaimTest) -> dict[str, float]:
    """Switches where a claim is planted: its own and its partners on, what would stop it off, and what an absence denies off."""
    denied = dict.fromkeys([name for name, _ in test.null.held], 0.0) if test.absence and test.null is not None else {}
    on = dict.fromkeys((*test.partners, *(() if test.absence else test.rests_on)), 1.0)
    return {**on, **dict.fromkeys(test.partners_off, 0.0), **denied}


def _asking(test: ClaimTest, condition: Condition) -> ClaimTest:
    """The test of another condition, without what is only shown beside the claim's own."""
    return replace(test, condition=condition, null=None, variants=(), placebo=None)


def _others(first: Population, few: int) -> Population:
    """The worlds after those that were searched, or the same ones where there are no others."""
    start = few if first.worlds.count > few else 0
    return _between(first, start, start + READ)


def _between(population: Population, start: int, stop: int) -> Population:
    """The worlds of a population from one place to another, as far as there are any."""
    places = np.arange(start, min(stop, population.worlds.count))
    return Population(population.name, population.label, population.worlds.part(start, stop), None, population.weight(places))


def _shares(stage: Stage, test: ClaimTest, left: Sequence[Population], held: Mapping[str, float]) -> tuple[Share | None, ...]:
    subset = _told(stage, test, left[0].worlds, held)
    true = holds(test.condition, subset)
    return tuple(share(true, each.weight(subset.worlds)) for each in left)


def _told(stage: Stage, test: ClaimTest, worlds: Worlds, held: Mapping[str, float]) -> Subset:
    """The worlds that finish every run of a test with some numbers held, and that it is asked of there."""
    seen = stage.see(reads(test), hold(stage.model, worlds, held))
    sound = np.flatnonzero(np.logical_and.reduce([seen.sound[arm] for arm in arms_of(test)]))
    finished = Subset(seen, sound, stage.rule.thresholds)
    return Subset(seen, sound[is_asked(test.condition, finished)], stage.rule.thresholds)


def _corner(stage: Stage, test: ClaimTest, worlds: Worlds, own: Mapping[str, float]) -> dict[str, float]:
    """The corner that favours the claim: ends that favour it alone, then turned one at a time while a turn helps.

    A size that helps the claim at neither end, where both make it less often true than it is as drawn, is left out.
    """

    def favour(corner: Mapping[str, float]) -> tuple[float, float]:
        return _favour(stage, test, worlds, {**own, **corner})

    ends = {name: (stage.model[name].low, stage.model[name].high) for name in test.sizes}
    found = {name: low if favour({name: low}) >= favour({name: high}) else high for name, (low, high) in ends.items()}
    best, is_better = favour(found), bool(found)
    while is_better:
        is_better = False
        for name, both in ends.items():
            for turned in _turns(found, name, both):
                now = favour(turned)
                if now > best:
                    found, best, is_better = turned, now, True
    return found


def _turns(corner: Mapping[str, float], name: str, ends: tuple[float, float]) -> list[dict[str, float]]:
    """The corner with one size elsewhere: at its other end or at either, and as drawn."""
    others = {each: value for each, value in corner.items() if each != name}
    turned = [{**others, name: end} for end in dict.fromkeys(ends) if corner.get(name) != end]
    return [*turned, others] if name in corner else turned


def _favour(stage: Stage, test: ClaimTest, worlds: Worlds, held: Mapping[str, float]) -> tuple[float, float]:
    """How often the claim is true, and where that ties, by how much it is on the right side of its bounds.

    A corner at which it is asked of no world favours it least.
    """
    subset = _told(stage, test, worlds, held)
    if not len(subset.worlds):
        return -1.0, -FAR
    return float(holds(test.condition, subset).mean()), float(margin(test.condition, subset).mean())


def margin(condition: Condition, subset: Subset) -> Array:
    """By how many bounds [world] each lies on the right side of a condition; the least of several that must all hold.

    The bound of a fall is a date, so its margin is in years; a fall that never comes is as far as is counted.
    """
    match condition:
        case Every(parts):
            return np.asarray(np.min([margin(part, subset) for part in parts], axis=0))
        case Some(parts):
            return np.asarray(np.max([margin(part, subset) for part in parts], axis=0))
        case Is(measure, relation, value):
            beyond = (values(measure, subset) - value) / (1.0 if isinstance(measure, Fall) else abs(value) or 1.0)
            signed = beyond if relation in ("at_least", "above") else -beyond
            return np.clip(np.where(np.isnan(signed), -FAR, signed), -FAR, FAR)
        case Given(_, then):
            return margin(then, subset)
        case _:
            assert_never(condition)
