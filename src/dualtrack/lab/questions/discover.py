"""Where does a condition hold? Boxes in the space of what is uncertain, few limits each, measured in worlds apart.

Worlds are drawn in three parts: on one boxes are found, on the next they are chosen, on the last they are measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from dualtrack.errors import RegimeError, RunError
from dualtrack.lab.questions.answer import Desk, Ran
from dualtrack.lab.questions.asked import Asked, AskedClaim, Setting
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.questions.discovery import Discovery, Limit, Region, Search
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.box import ENDS, Box, BoxCount, Cases, End, held, quasi_p
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.checked import checked
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.many import Paths

PARTS = 3
FEWEST = 20
"""Worlds on each side of the condition, in each part, below which no box is looked for."""
LANES = 8192
"""Worlds run together, so that memory stays bounded."""


@checked
def discover(
    setting: Setting,
    condition: Condition,
    worlds: int,
    *,
    seed: int = 7,
    search: Search | None = None,
    rule: LagRule | None = None,
    progress: Progress | None = None,
) -> Discovery:
    """Look for boxes of inputs in which the `condition` holds: scenario discovery (Bryant and Lempert, 2010).

    Draws as many `worlds` by `seed`, runs them in the `setting`, and looks as `search` says; `rule` says what a lag is, the usual
    one unless given. `progress` counts refits. Raises `RunError` where the condition holds nearly everywhere or nowhere.
    """
    setting.check(condition.asked)
    desk, drawn = Desk.of(setting, rule), draw(setting.model, PARTS * worlds, seed)
    return _discovered(desk, condition, drawn, _run(desk, drawn, condition.asked), seed, search or Search(), progress)


@checked
def discover_in(
    setting: Setting,
    condition: Condition,
    ensemble: Ensemble,
    *,
    search: Search | None = None,
    rule: LagRule | None = None,
    progress: Progress | None = None,
) -> Discovery:
    """The same in an `ensemble` that holds the regimes of the `setting` and what the `condition` reads, its worlds cut in three.

    Worlds left over are the last ones. `search`, `rule` and `progress` are as in `discover`. Raises `RegimeError` or
    `UnknownName` for what the ensemble did not run or keep, and `RunError` where the condition holds nearly everywhere or
    nowhere.
    """
    setting.check(condition.asked)
    drawn, seed = ensemble.worlds.part(0, ensemble.worlds.count // PARTS * PARTS), ensemble.worlds.seed or 0
    desk, plain = Desk.of(setting, rule), any(not isinstance(each, AskedClaim) for each in condition.asked)
    against = None if setting.against is None else _kept(ensemble, setting.against, condition, drawn.count)
    regime = _kept(ensemble, setting.regime, condition, drawn.count) if plain else None
    ran = Ran(regime, against, desk.tested(drawn.values, condition.asked))
    return _discovered(desk, condition, drawn, ran, seed, search or Search(), progress)


def three_parts(values: Mapping[str, Array], holds: Mask, left: Mask) -> tuple[Cases, ...]:
    """Worlds, `values[name][world]`, in three parts; `holds[world]` is the condition, `left[world]` who counts."""
    worlds = len(holds) // PARTS
    pieces = [slice(part * worlds, (part + 1) * worlds) for part in range(PARTS)]
    return tuple(Cases.of({n: v[piece][left[piece]] for n, v in values.items()}, holds[piece][left[piece]]) for piece in pieces)


def regions_among(
    setting: Setting,
    condition: Condition,
    parts: tuple[Cases, ...],
    worlds: int,
    seed: int,
    *,
    failed: int = 0,
    search: Search | None = None,
    progress: Progress | None = None,
) -> Discovery:
    """Boxes in worlds of which it is known whether the condition holds, in three parts that `worlds` were drawn for each.

    Raises `RunError` where it holds nearly everywhere or nowhere.
    """
    search = search or Search()
    for part in parts:
        _check_sides(part, condition)
    boxes = _boxes(search, parts)
    ends = _refits(search, parts, seed, progress)
    names, measured = parts[2].names, parts[2]
    inside = np.logical_or.reduce([box.inside(measured) for box in boxes] or [np.zeros(len(measured.holds), dtype=np.bool_)])
    together = BoxCount(int(inside.sum()), int((inside & measured.holds).sum()), len(inside), int(measured.holds.sum()))
    limited = set(boxes[0].limits) if boxes else set()
    return Discovery(
        condition=condition,
        share=float(measured.holds.mean()),
        regions=tuple(_region(box, measured, search, ends if place == 0 else None) for place, box in enumerate(boxes)),
        together=together,
        often=tuple((names[i], end, share) for (i, end), share in ends.items() if share >= 0.5 and (i, end) not in limited),
        tried=len(names),
        telling=tuple(names[place] for place in search.peel.telling(*parts[:2])),
        worlds=worlds,
        failed=failed,
        seed=seed,
        search=search,
        setting=setting,
    )


def _discovered(
    desk: Desk, condition: Condition, drawn: Worlds, ran: Ran, seed: int, search: Search, progress: Progress | None
) -> Discovery:
    """Three parts of the worlds that finish and are asked, and the boxes in them."""
    desk.check_told(ran, condition.asked)
    left = ~(ran.failed | desk.unasked(ran, condition.asked))
    parts = three_parts(drawn.values, condition.holds(desk.read(ran, condition.asked)), left)
    failed = int(ran.failed.sum())
    worlds = drawn.count // PARTS
    return regions_among(desk.setting, condition, parts, worlds, seed, failed=failed, search=search, progress=progress)


def _run(desk: Desk, worlds: Worlds, asked: tuple[Asked, ...]) -> Ran:
    starts = range(0, worlds.count, LANES)
    return Ran.joined([desk.run(worlds.part(start, start + LANES).values, asked) for start in starts])


def _kept(ensemble: Ensemble, regime: Regime, condition: Condition, count: int) -> Paths:
    """What an ensemble kept of a regime, of its first worlds."""
    paths = ensemble[regime.name]
    if regime != ensemble.regimes[regime.name]:
        raise RegimeError(f"the ensemble ran another regime by the name `{regime.name}`", fix="run it again, or rename one")
    for each in condition.asked:
        if not isinstance(each, AskedClaim):
            ensemble.curves(regime.name, each.name)
    values = {name: rows[:count] for name, rows in paths.values.items()}
    return Paths(paths.regime, paths.years, values, paths.failed[:count], paths.failed_step[:count])


def _boxes(search: Search, parts: tuple[Cases, ...]) -> list[Box]:
    """Boxes one after another, each on the worlds that the earlier ones left."""
    finding, choosing = parts[:2]
    found, wanted = list[Box](), search.peel.wanted(float(choosing.holds.mean()))
    while len(found) < search.boxes and min(int(part.holds.sum()) for part in (finding, choosing)) >= FEWEST:
        box = search.peel.fit(finding, choosing)
        if not box.limited or (found and held(box, choosing).density < wanted):
            break
        found.append(box)
        finding, choosing = (part.only(~box.inside(part)) for part in (finding, choosing))
    return found


def _refits(search: Search, parts: tuple[Cases, ...], seed: int, progress: Progress | None) -> dict[tuple[int, End], float]:
    """How often each end is bounded when the first box is found again on worlds drawn with replacement."""
    generator = np.random.Generator(np.random.Philox(key=seed))
    seen: Counter[tuple[int, End]] = Counter()
    for done in range(search.resamples):
        again = [part.only(generator.integers(0, len(part.holds), len(part.holds))) for part in parts[:2]]
        seen.update(search.peel.fit(*again).limits)
        if progress is not None:
            progress(done + 1, search.resamples)
    return {end: count / search.resamples for end, count in seen.most_common()}


def _region(box: Box, cases: Cases, search: Search, ends: dict[tuple[int, End], float] | None) -> Region:
    limits = sorted(box.limits, key=lambda each: (quasi_p(box, cases, each[0]), each[0], ENDS.index(each[1])))
    counted = held(box, cases)
    return Region(
        limits=tuple(
            Limit(
                cases.names[place],
                end,
                float(box.bounds(end)[place]),
                quasi_p(box, cases, place),
                None if ends is None or not search.resamples else ends.get((place, end), 0.0),
            )
            for place, end in limits
        ),
        held=counted,
        is_dense=counted.density >= search.peel.wanted(counted.all_hits / counted.all_worlds),
    )


def _check_sides(cases: Cases, condition: Condition) -> None:
    hits = int(cases.holds.sum())
    if min(hits, len(cases.holds) - hits) < FEWEST:
        raise RunError(
            f"`{condition}` holds in {hits} of {len(cases.holds)} worlds: too few on one side to say where",
            fix="move the number, or draw more worlds",
        )
