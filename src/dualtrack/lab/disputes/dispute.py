"""Where do two people part? The difference of what their studies answer, shared out, and what would close it.

    dispute(lay, one, other, DisputeQuestion(about="lag(fish_stock)"))

Every mixture of the two is run in the same worlds by number. Neither is said to be right: they are called in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.lab.disputes.both_studies import BothStudies, Lay
from dualtrack.lab.disputes.concessions import Best, By, best_of, concessions, middle
from dualtrack.lab.disputes.deciding_figure import DecidingFigure, deciding_figure
from dualtrack.lab.disputes.disputed import Disputed, MoveShare
from dualtrack.lab.disputes.mixture_answers import MixtureAnswers
from dualtrack.lab.disputes.paired_numbers import PairedNumbers
from dualtrack.lab.disputes.points import PARTS, Part, StudyMove, StudyPoint
from dualtrack.lab.disputes.policy_points import PARTS_AT, policy_point
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.share_out import Game, SharedOut, mixtures_asked
from dualtrack.lab.disputes.subject import Pair, Subject, subject_of
from dualtrack.lab.runs.engine import engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.studies.standing import check_frozen
from dualtrack.lab.studies.study import Study
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_measure import Arm
from dualtrack.language.statements.claim_test import ClaimTest

NO_YEAR: Label = ("the year in which it parts", "分岔之年")
SIDES: tuple[By, ...] = ("first", "second", "both")
Points = tuple[StudyPoint, ...]
SHARED: tuple[Part, ...] = ("policies", "priors")
"""Parts whose single moves are shared out too."""


@dataclass(frozen=True, slots=True)
class DisputeQuestion:
    """What is in dispute, `about`, under which `regime` of both studies or of each, and `against` which; empty where they say it.

    So many `worlds` are drawn by a `seed`.
    """

    about: str = ""
    regime: tuple[str, ...] = ()
    against: str = ""
    worlds: int = 2000
    seed: int = 7


def dispute(lay: Lay, first: Study, second: Study, asked: DisputeQuestion, progress: Progress | None = None) -> Disputed:
    """The difference of two studies' answers, shared out over parts and single entries, and what would close it.

    `lay` puts a study, or none, on the ground that both share; `progress` counts mixtures. Raises `RegimeError` where it is not
    clear which regimes are meant, `UnknownName` and `RunError` for what is no question, `StudyError` for a claim of a study that
    was not frozen before, and `RunError` where the record leaves too few worlds of some mixture.
    """
    studies = BothStudies(lay, first, second)
    subject = subject_of(studies.ends, asked.about, asked.regime, asked.against)
    for side, end in enumerate(studies.ends):
        check_frozen(end, [studies.tested(side, each.id) for each in subject.claims(end)])
    points, idle = _points(studies, subject)
    parts = tuple(part for part in PARTS if any(point.part == part for point in points))
    moves = tuple(_moves(points, part) for part in parts)
    wanted = sum(mixtures_asked(len(moves[place]), len(parts) - 1) for place, part in enumerate(parts) if part in SHARED)
    numbers, compiled = PairedNumbers(studies, asked.worlds, asked.seed), engine(studies.wide.model)
    answers = MixtureAnswers(studies, subject, numbers, compiled, progress, wanted + 2 * len(points) + (1 << len(parts)))
    return _collected(answers, Game(answers, moves), parts, (points, idle))


def _collected(answers: MixtureAnswers, game: Game, parts: Sequence[Part], told: tuple[Points, Points]) -> Disputed:
    """Everything that is asked of the mixtures."""
    studies, seed, (points, idle) = answers.studies, answers.numbers.seed, told
    one, other = game.answer(frozenset()), game.answer(game.everything)
    carried = dict.fromkeys(PARTS, Reckoned(0.0, np.zeros(answers.numbers.worlds)))
    carried |= dict(zip(parts, game.of_parts(), strict=True)) if parts else {}
    shared = {part: game.of_moves(place, seed) for place, part in enumerate(parts) if part in SHARED}
    within = {part: _named(studies, points, found) for part, found in shared.items()}
    conceded = concessions(game, points, lambda point: _met(answers, game, point)) if one.value != other.value else ()
    best = {by: found for by in SIDES if (found := best_of(conceded, by)) is not None}
    return Disputed(
        ground=studies.ground,
        ends=studies.ends,
        titles=(studies.first.title, studies.second.title),
        subject=answers.subject,
        unit=answers.subject.unit(studies.ends[0]),
        answers=(one, other),
        points=points,
        parts=carried,
        within=within,
        exact={part: found.is_exact for part, found in shared.items()},
        concessions=conceded,
        best=best,
        figure=_figure(studies, best, within, seed),
        idle=idle,
        left=(answers.left[frozenset()], answers.left[game.everything]),
        worlds=answers.numbers.worlds,
        seed=seed,
        mixtures=len(answers.left),
        priors={point.name: studies.priors(point.name) for point in points if point.part == "priors"},
    )


def _points(studies: BothStudies, subject: Subject) -> tuple[Points, Points]:
    """The points in which the studies differ, and apart from them those that what is asked does not run."""
    regimes = _run(studies, subject)
    policies = [_policy(studies, pair) for pair in regimes]
    claims = {each.id for each in subject.claims(studies.ends[0])}
    thresholds = studies.threshold_points()
    points = (
        *(each for each in policies if each is not None),
        *studies.prior_points(),
        *studies.evidence_points(),
        *(each for each in thresholds if each.name in claims),
    )
    named = {name for pair in regimes for name in pair}
    unused = [name for name in studies.regimes_that_differ() if name not in named]
    return points, (
        *(StudyPoint("policies", name, studies.label(name), ()) for name in unused),
        *(each for each in thresholds if each.name not in claims),
    )


def _run(studies: BothStudies, subject: Subject) -> tuple[Pair, ...]:
    """The regimes that a question runs, in the first study and in the second."""
    pairs = [pair for pair in (subject.regime, subject.against) if pair is not None]
    named = {arm.regime: None for end in studies.ends for test in subject.claims(end) for arm in _arms(test)}
    towards = {arm.towards: None for end in studies.ends for test in subject.claims(end) for arm in _arms(test) if arm.towards}
    return tuple(dict.fromkeys([*pairs, *((name, name) for name in (*named, *towards))]))


def _arms(test: ClaimTest) -> Iterator[Arm]:
    """The runs of a test, and those along which it holds something."""
    for arm in arms_of(test):
        yield arm
        yield from (frozen.like for frozen in arm.frozen)


def _policy(studies: BothStudies, pair: Pair) -> StudyPoint | None:
    one, other = (end.regime(name) for end, name in zip(studies.ends, pair, strict=True))
    return policy_point(studies.ground.model, pair, (one, other))


def _moves(points: Sequence[StudyPoint], part: Part) -> tuple[StudyMove, ...]:
    return tuple(move for point in points if point.part == part for move in point.moves)


def _named(studies: BothStudies, points: Sequence[StudyPoint], found: SharedOut) -> tuple[MoveShare, ...]:
    """What each move carries, the largest first, called by the lever or by the number."""
    model, labels = studies.ground.model, {point.name: point.label for point in points}
    shares = []
    for move, carried in found.found.items():
        label = labels[move.name]
        if move.lever:
            label = NO_YEAR if move.lever == PARTS_AT else label_of(model[move.lever])
        shares.append(MoveShare(move, label, carried, found.drawn_error[move]))
    return tuple(sorted(shares, key=lambda each: -abs(each.carries.value)))


def _met(answers: MixtureAnswers, game: Game, point: StudyPoint) -> tuple[Reckoned, Reckoned] | None:
    """What both studies answer once they have met on a number halfway; none where there is no halfway."""
    halfway = middle(*answers.studies.priors(point.name)) if point.part == "priors" else None
    if halfway is None:
        return None
    met = answers.meeting(point.name, halfway)
    return met(frozenset()), met(game.everything)


def _figure(
    studies: BothStudies, best: Mapping[By, Best], within: Mapping[Part, tuple[MoveShare, ...]], seed: int
) -> DecidingFigure | None:
    """The figure that would decide the number whose concession closes most, else that carries most; none where none differs."""
    told = [best[by].leader for by in ("first", "second") if by in best]
    leader = max(told, key=lambda each: each.closes.value, default=None)
    if leader is not None and leader.point.part == "priors":
        name = leader.point.name
    elif within.get("priors"):
        name = within["priors"][0].move.name
    else:
        return None
    return deciding_figure(studies.ground.model, studies.ground.theory, name, studies.priors(name), seed)
