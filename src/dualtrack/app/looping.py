"""Which loops drive a regime: scores over worlds, what the named loops leave out, cut tests, and the two tracks together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dualtrack.app.bind import CLOCK, OUTCOMES, REFERENCES, Laboratory
from dualtrack.app.leverage import LeverageStudy, study_leverage
from dualtrack.app.matching import matching
from dualtrack.errors import RegimeError
from dualtrack.lab.accept import accepted_worlds
from dualtrack.lab.coverage import Coverage, cover
from dualtrack.lab.cut_test import Crossed, CutQuestion, Cuts, cut_tests, interaction
from dualtrack.lab.dominance import Dominance, read_dominance
from dualtrack.lab.draw import Worlds, draw, nominal
from dualtrack.lab.leverage import Aim, check_aims
from dualtrack.lab.loop_score import Circuit, score_loops
from dualtrack.language.cut import Edge
from dualtrack.language.loop import Loop, cut_edges, link_edges, stations

SCORED = replace(CLOCK, save=0.5)
SEARCHED = replace(CLOCK, save=2.0)
LAGGED, VALUED, VALUED_YEAR = OUTCOMES[0], OUTCOMES[2], 2032.0
UPPER, LOWER, BOTH = "upper track", "lower track", "both tracks"
STAGES = 4
PRIOR = "agnostic"
"""The prior that leans to no side."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class LoopStudy:
    """Everything the command shows about one regime against another."""

    loops: Mapping[str, Loop]
    dominance: Dominance
    unscored: int
    coverage: Coverage
    cuts: Cuts
    tracks: Crossed
    leverage: LeverageStudy
    drawn: int
    seed: int
    matched: bool


@dataclass(frozen=True)
class Ask:
    """The regimes, the worlds drawn, whether only those count that history does not rule out, and what leverage is asked on.

    Without an outcome, leverage is asked on the lag and on valuation.
    """

    regime: str
    against: str
    worlds: int
    seed: int
    matched: bool = True
    outcome: str | None = None

    @property
    def aims(self) -> tuple[Aim, ...]:
        """What a nudge is to move."""
        return (Aim(LAGGED), Aim(VALUED, VALUED_YEAR)) if self.outcome is None else (Aim(self.outcome, VALUED_YEAR),)


def reference_of(laboratory: Laboratory, regime: str, against: str) -> str:
    """The regime whose paths cut links follow: the one asked for, or the first usual one that is not the regime itself."""
    asked = laboratory.regime(regime).name
    chosen = against or next(name for name in REFERENCES if name != asked)
    if laboratory.regime(chosen).name == asked:
        raise RegimeError(f"`{regime}` cannot be held against itself", where="--against", fix="name another regime")
    return chosen


def study_loops(laboratory: Laboratory, ask: Ask, report: Progress) -> LoopStudy:
    """Score the named loops in drawn worlds, search the nominal one, and cut each loop in turn."""
    check_aims(laboratory.model, ask.aims)
    model, worlds = laboratory.model, _worlds(laboratory, ask)
    circuits, count = named_circuits(laboratory), worlds.count
    question = CutQuestion(laboratory.regime(ask.regime), laboratory.regime(ask.against), LAGGED, VALUED, VALUED_YEAR)

    def stage(name: str, before: int) -> Callable[[int, int], None]:
        report(name, before * count, STAGES * count)
        return lambda done, _: report(name, before * count + done, STAGES * count)

    scores = score_loops(model, question.treated, worlds, SCORED, circuits, progress=stage("scores", 0))
    stage("search", 1)
    coverage = cover(model, question.treated, nominal(model), SEARCHED, circuits)
    cuts = cut_tests(model, question, every_cut(laboratory), worlds, CLOCK, progress=stage("cuts", 2))
    leverage = study_leverage(laboratory, ask.regime, ask.aims, worlds, _scaled(stage("nudges", 3), count))
    return LoopStudy(
        loops={loop.id: loop for loop in laboratory.theory.loops},
        dominance=read_dominance(scores),
        unscored=sum(scores.unscored.values()),
        coverage=coverage,
        cuts=cuts,
        tracks=interaction(cuts, UPPER, LOWER, BOTH),
        leverage=leverage,
        drawn=ask.worlds,
        seed=ask.seed,
        matched=ask.matched,
    )


def _scaled(report: Callable[[int, int], None], whole: int) -> Callable[[int, int], None]:
    """Progress of any number of parts, as if they were so many worlds."""
    return lambda done, parts: report(whole * done // parts, whole)


def _worlds(laboratory: Laboratory, ask: Ask) -> Worlds:
    """The worlds drawn, or those of them that history leaves."""
    if ask.matched:
        return accepted_worlds(matching(laboratory, PRIOR), ask.worlds, ask.seed).worlds
    return draw(laboratory.model, ask.worlds, ask.seed)


def named_circuits(laboratory: Laboratory) -> tuple[Circuit, ...]:
    """The theory's loops."""
    return tuple(Circuit(loop.id, stations(laboratory.model, loop.path)) for loop in laboratory.theory.loops)


def every_cut(laboratory: Laboratory) -> dict[str, tuple[Edge, ...]]:
    """The cut of each loop, and those of the upper track, the lower track and both."""
    model, theory = laboratory.model, laboratory.theory
    tracks = {name: tuple(each for link in theory.tracks[name] for each in link_edges(model, *link)) for name in (UPPER, LOWER)}
    return {
        **{loop.id: cut_edges(model, loop) for loop in theory.loops},
        **tracks,
        BOTH: (*tracks[UPPER], *tracks[LOWER]),
    }
