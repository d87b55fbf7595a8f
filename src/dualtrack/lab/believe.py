"""What must one believe for a claim to hold? The numbers that decide it, and the values at which it turns.

Worlds are drawn in two parts: on the first, what decides is found; the second, drawn afresh, are run with the number held at one
value after another, each time held against history, and all else in them as drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dualtrack.errors import RunError, UnknownName, nearest, same_name
from dualtrack.lab.believed import Belief, BeliefMap, Believed
from dualtrack.lab.claim_inquiry import LEAST, Carrier, ClaimedWorlds, ClaimInquiry
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.asked import AskedClaim, Setting
from dualtrack.lab.questions.break_even import HALF, ShareCurve, passes
from dualtrack.lab.questions.condition import Claimed, Condition
from dualtrack.lab.questions.discover import FEWEST, PARTS, regions_among, three_parts
from dualtrack.lab.questions.discovery import Discovery
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share
from dualtrack.lab.verdicts.verdict import MUCH
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.lab.worlds.stretch import Leeway, stretched
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import Given
from dualtrack.targets.numeric.arrays import Array

LEVELS = (SUPPORTED, HALF, CONTRADICTED)
LEADING = 2
FRESH, COARSE = 6, 24
"""Of the worlds asked for, one in so many is run at each value, and at each place of the map."""
SIDE = 9
"""Values of each of two numbers on a map."""
SHOWN = 5
"""Numbers that are listed with what they carry."""
VALUES = 24
"""Values that are usually run along a number, for the report of progress."""


def believe(
    laboratory: Laboratory,
    claim: str,
    worlds: int,
    seed: int,
    report: StagedProgress,
    *,
    numbers: Sequence[str] = (),
    tilt: str = "",
) -> Belief:
    """What decides a claim and where it turns, for the two numbers that decide most, beyond chance, or for those named.

    Raises `UnknownName` for what is no claim or no uncertain number, `RunError` for a claim of which nothing is computed.
    """
    inquiry = ClaimInquiry.of(laboratory, claim, tilt)
    named = tuple(dict.fromkeys(_number(laboratory.model, each) for each in numbers))
    report("what decides", 0, worlds)
    found = _all_claimed(inquiry, draw(inquiry.model, worlds, seed))
    leading, by_margin = inquiry.leading(found)
    chosen = named or tuple(each.name for place, each in enumerate(leading[:LEADING]) if each.is_telling or not place)
    fresh = draw(inquiry.model, max(worlds // FRESH, 1), seed, worlds)
    coarse = fresh.part(0, max(worlds // COARSE, 1))
    carried = {each.name: each for each in leading}
    return Belief(
        test=inquiry.test,
        model=laboratory.model,
        tilt=inquiry.tilt,
        seed=seed,
        share=found.share,
        leading=leading[:SHOWN],
        by_margin=by_margin,
        numbers=tuple(_believed(inquiry, carried[name], fresh, report) for name in chosen),
        map=_map(inquiry, (chosen[0], chosen[1]), coarse, report) if len(chosen) > 1 else None,
        region=None if leading[0].carries >= MUCH else _region(inquiry, found, seed),
        worlds=worlds,
        fresh=fresh.count,
        coarse=coarse.count,
    )


def _all_claimed(inquiry: ClaimInquiry, drawn: Worlds) -> ClaimedWorlds:
    found = inquiry.asked(inquiry.model, drawn)
    if found is None:
        raise RunError(
            f"history leaves fewer than {LEAST} of {drawn.count} worlds in which {_judged(inquiry)}",
            fix="draw more worlds",
        )
    return found


def _judged(inquiry: ClaimInquiry) -> str:
    asked, said = inquiry.test.condition, f"{inquiry.test.id} can be judged"
    return f"{said}: it is asked only where {asked.label[0]}" if isinstance(asked, Given) else said


def _believed(inquiry: ClaimInquiry, carrier: Carrier, fresh: Worlds, report: StagedProgress) -> Believed:
    """Where the claim turns along one number."""
    clock, name, count = inquiry.laboratory.theory.clock, carrier.name, fresh.count
    model, stretch = stretched(inquiry.model, name, clock.step)
    stage = inquiry.stage(model)

    def share_at(value: float) -> Share | None:
        found = inquiry.asked(model, hold(model, fresh, {name: value}), stage)
        done = len(curve.found) + 1
        report(f"along {name}", done * count, max(done, VALUES) * count)
        return None if found is None else found.share

    curve = ShareCurve(share_at, model[name].number, stretch)
    turns = curve.break_evens(LEVELS)
    thin = tuple(sorted(value for value, each in curve.found.items() if each is None))
    return Believed(carrier, _left(stretch, curve), turns, tuple(curve.points), thin)


def _left(stretch: Leeway, curve: ShareCurve) -> Leeway:
    """As far as history leaves worlds enough."""
    told, asked = [value for value, _ in curve.points], list(curve.found)
    if told and min(asked) < told[0]:
        stretch = replace(stretch, least=told[0], least_by="history")
    if told and max(asked) > told[-1]:
        stretch = replace(stretch, most=told[-1], most_by="history")
    return stretch


def _map(inquiry: ClaimInquiry, names: tuple[str, str], coarse: Worlds, report: StagedProgress) -> BeliefMap:
    """The share at every pair of values of two numbers, all in the same worlds."""
    axes = [inquiry.model[name] for name in names]
    first, second = (np.array(each.few_values or np.linspace(each.low, each.high, SIDE)) for each in axes)
    report("map", 0, len(first) * len(second))
    cells = [(x, y) for y in second for x in first]
    tiled = {name: np.tile(values, len(cells)) for name, values in coarse.values.items()}
    tiled |= {name: np.repeat([cell[place] for cell in cells], coarse.count) for place, name in enumerate(names)}
    worlds = Worlds(tiled, coarse.seed, coarse.first, len(cells) * coarse.count)
    shares = inquiry.by_cell(worlds, np.repeat(np.arange(len(cells)), coarse.count), len(cells))
    rows = tuple(tuple(shares[row * len(first) : (row + 1) * len(first)]) for row in range(len(second)))
    between = (not axes[0].few_values, not axes[1].few_values)
    return BeliefMap(names, (tuple(first.tolist()), tuple(second.tolist())), rows, _line(first, second, rows, between))


def _region(inquiry: ClaimInquiry, found: ClaimedWorlds, seed: int) -> Discovery | None:
    """Boxes in the worlds of the first part in which it is true; none where too few are on one side."""
    parts = three_parts(found.worlds.values, found.true, np.ones(len(found.true), dtype=bool))
    if any(min(int(part.holds.sum()), int((~part.holds).sum())) < FEWEST for part in parts):
        return None
    laboratory, condition = inquiry.laboratory, Condition((Claimed(AskedClaim(inquiry.test)),))
    setting = Setting(
        laboratory.model, next(iter(laboratory.regimes.values())), None, laboratory.theory.clock, laboratory.regimes
    )
    return regions_among(setting, condition, parts, len(found.true) // PARTS, seed)


def _number(model: Model, name: str) -> str:
    known = same_name(name, model.drawn)
    if known is None:
        raise UnknownName(
            f"`{name}` is no uncertain number of the model",
            near=nearest(name, model.drawn),
            fix="name an uncertainty or a switch",
        )
    return known


def _line(
    first: Array, second: Array, rows: Sequence[Sequence[Share | None]], between: tuple[bool, bool]
) -> tuple[tuple[float, float], ...]:
    """Points at which the share passes one half, along every row and column of a number that has values `between`."""
    shares = np.array([[np.nan if each is None else each.value for each in row] for row in rows])
    along = [(x, float(y)) for y, row in zip(second, shares, strict=True) for x in passes(first, row, HALF) if between[0]]
    across = [
        (float(x), y) for x, column in zip(first, shares.T, strict=True) for y in passes(second, column, HALF) if between[1]
    ]
    return tuple(sorted(set(along) | set(across)))
