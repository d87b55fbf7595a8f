"""How near is the world in which a regime fails, what makes it, and what would mend the regime there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.breaking.broken import Alone, Broken, Counted, FailingWorld, OffMiddle, labelled
from dualtrack.lab.breaking.descent import descend
from dualtrack.lab.breaking.limit_state import LimitState
from dualtrack.lab.breaking.mend import Mend, Workshop, mends
from dualtrack.lab.breaking.nearest_failure import ROUNDS, Nearest, nearest_failure
from dualtrack.lab.breaking.plateau import to_edges
from dualtrack.lab.questions.asked import AskedClaim, Setting
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.record.accept import Matching
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.statistics.normal import normal_share
from dualtrack.language.checked import checked
from dualtrack.language.statements.check_claims import regimes_of
from dualtrack.targets.numeric.arrays import Array

STAGES = 8
"""Stages that are usual, for the report of progress."""
ROOM = 0.5
"""Standard deviations beyond the edge of failure at which a change is asked to mend."""
FEW, AGAIN = 30, 100
"""Failing worlds drawn below which others are drawn around the nearest one, and how many of these stand for the prior."""


@checked
def break_regime(
    setting: Setting,
    condition: Condition,
    matching: Matching | None,
    worlds: int = 4000,
    *,
    seed: int = 7,
    tilt: str = "",
    groups: Sequence[Sequence[str]] = (),
    progress: StagedProgress | None = None,
) -> Broken:
    """The nearest world that history leaves in which the regime of the `setting` fails: in which its `condition` does not hold.

    As many `worlds` are drawn by `seed` from the prior of the setting's model, called `tilt`; `matching` says which history
    leaves, all where it is none. Distance is that of structural reliability (Hasofer and Lind, 1974): standard deviations from
    the middle of the prior. `groups` are levers of one hand, each with a cheapest change of its own; `progress`
    counts stages. Raises `RunError` where a claim runs another regime, or no world can be
    judged.
    """
    _check_claims(setting, condition)
    limit, done = LimitState.of(setting, condition, matching), 0

    def report(stage: str) -> None:
        nonlocal done
        if progress is not None:
            progress(stage, done, max(STAGES, done))
        done += 1

    random = np.random.Generator(np.random.Philox(key=seed))
    found = nearest_failure(limit, worlds, random, report)
    counted = _counted(limit, found, condition)
    report("changes that mend")
    since = setting.clock.start if setting.regime.parts_at is None else max(setting.regime.parts_at, setting.clock.start)
    changes, then = _mended(limit, found, since, groups, random)
    return _told(limit, found, Broken(setting, condition, tilt, seed, counted, mends=changes, since=since, then=then))


def _told(limit: LimitState, found: Nearest, broken: Broken) -> Broken:
    """The same with the worlds that were found."""
    return replace(
        broken,
        is_accepted=bool(found.middle.accepted[0]),
        middle_fails=bool(found.middle.fails[0]),
        middle_answers=_answers(limit, np.zeros(len(limit.latent.names))),
        nearest=None if found.point is None else _world(limit, found.point),
        told=None if found.plain is None else _world(limit, found.plain),
        nearer=found.nearer,
        half_space=None if found.point is None else float(normal_share(np.array([-found.distance]))[0]),
    )


def _check_claims(setting: Setting, condition: Condition) -> None:
    """Raise `RunError` for a claim whose test does not run the regime, which then can neither keep nor break it."""
    for each in condition.asked:
        if isinstance(each, AskedClaim) and setting.regime.name not in (ran := regimes_of([each.test])):
            raise RunError(
                f"claim {each} is tested in runs of {', '.join(ran)}, not of `{setting.regime.name}`",
                fix="break one of those regimes, or ask for a quantity",
            )


def _counted(limit: LimitState, found: Nearest, condition: Condition) -> Counted:
    left, standing = found.standing.accepted, found.standing
    failing, keeping = standing.fails & left, standing.holds & left
    if not (failing | keeping).any() and found.point is None:
        why = "history leaves none of them" if not left.any() else "none that history leaves finishes, or is asked"
        raise RunError(f"`{condition}` can be judged in none of {len(left)} worlds: {why}", fix="draw more worlds")
    edges = to_edges(limit.plateaus, found.drawn[:, failing])
    nearest = float(np.linalg.norm(edges, axis=0).min()) if failing.any() else None
    return Counted(len(left), int(left.sum()), int(failing.sum()), int(keeping.sum()), nearest)


def _mended(
    limit: LimitState, found: Nearest, since: float, groups: Sequence[Sequence[str]], random: np.random.Generator
) -> tuple[tuple[Mend, ...], float | None]:
    """Changes that mend, and how far away the nearest failing world is under the first."""
    if found.plain is None or not limit.setting.model.of_role(["lever"]):
        return (), None
    keeping = found.drawn[:, found.standing.holds & found.standing.accepted]
    shop = Workshop(limit, since, with_room(limit, found.plain), failing_worlds(limit, found, random), keeping, groups)
    changes = mends(shop)
    if not changes or not (changes[0].nearest or changes[0].half):
        return changes, None
    changed = shop.under(changes[0].nearest or changes[0].half)
    tried = ((start, which) for start in (np.zeros_like(found.plain), found.plain) for which in range(len(limit.asked)))
    met = [point for start, which in tried if (point := descend(changed, start, which, ROUNDS)) is not None]
    return changes, min((float(np.linalg.norm(each)) for each in met), default=None)


def with_room(limit: LimitState, point: Array) -> Array:
    """A world half a standard deviation beyond the failing one, `point[number]`, in its direction: [number].

    The edge of failure is mended by next to nothing, and so by anything. The point itself where the middle fails already, or the
    farther world does not.
    """
    length = float(np.linalg.norm(point))
    farther = point * (1.0 + ROOM / length) if length else point
    return farther if limit.at(farther[:, None]).fails[0] else point


def failing_worlds(limit: LimitState, found: Nearest, random: np.random.Generator) -> Array:
    """Failing worlds that history leaves: those drawn or, where these are few, some drawn around the nearest: [number, world].

    Those are weighed by the prior and drawn again, so that they stand for it (importance sampling at the design point).
    """
    assert found.point is not None
    own = found.drawn[:, found.standing.broken]
    if own.shape[1] >= FEW:
        return own
    tried = random.standard_normal(found.drawn.shape) + found.point[:, None]
    broken = tried[:, limit.at(tried).broken]
    if not broken.shape[1]:
        return own
    weights = np.exp(-found.point @ broken - (-found.point @ broken).max())
    places = np.searchsorted(np.cumsum(weights) / weights.sum(), (np.arange(AGAIN) + 0.5) / AGAIN)
    return np.asarray(broken[:, np.minimum(places, broken.shape[1] - 1)])


def _world(limit: LimitState, point: Array) -> FailingWorld:
    model, names = limit.setting.model, limit.latent.names
    values = limit.latent.values(np.stack([point, np.zeros_like(point)], axis=1))
    off = [int(place) for place in np.argsort(-np.abs(point), kind="stable") if point[place] != 0.0]
    alone, total = _alone(limit, point, off), float(point @ point)
    return FailingWorld(
        distance=float(np.sqrt(total)),
        values={name: float(values[name][0]) for name in names},
        units={name: str(model[name].unit) for name in names},
        off=tuple(
            OffMiddle(
                name=names[place],
                label=labelled(limit.setting, names[place]),
                unit=str(model[names[place]].unit),
                value=float(values[names[place]][0]),
                middle=float(values[names[place]][1]),
                deviations=float(point[place]),
                carries=float(point[place] ** 2 / total),
                alone=then,
            )
            for place, then in zip(off, alone, strict=True)
        ),
        answers=_answers(limit, point),
    )


def _alone(limit: LimitState, point: Array, off: Sequence[int]) -> list[Alone]:
    """What the world is with each of these numbers back at its middle, the others as they are."""
    if not off:
        return []
    states = np.repeat(point[:, None], len(off), axis=1)
    states[list(off), np.arange(len(off))] = 0.0
    standing = limit.everywhere(states)
    sides = zip(standing.accepted, standing.fails, strict=True)
    return ["ruled_out" if not accepted else "fails" if fails else "mended" for accepted, fails in sides]


def _answers(limit: LimitState, point: Array) -> tuple[float, ...]:
    return tuple(float(row[0]) for row in limit.answers(point[:, None]).values)
