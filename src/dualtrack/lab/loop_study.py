"""Which loops drive a regime: scores over worlds, what the named loops leave out, cut tests, and the tracks together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dualtrack.errors import RegimeError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.leverage_study import LeverageStudy, study_leverage
from dualtrack.lab.loops.aim import Aim
from dualtrack.lab.loops.coverage import Coverage, cover
from dualtrack.lab.loops.dominance import Dominance, read_dominance
from dualtrack.lab.loops.leverage import check_aims
from dualtrack.lab.loops.loop_cut import CutQuestion, Cuts, Interaction, cut_tests, interaction
from dualtrack.lab.loops.loop_rows import coverage_row, drivers_row, loop_row, period_row, rule_row, stretch_row, track_row
from dualtrack.lab.loops.loop_score import Circuit, LoopScores, score_loops
from dualtrack.lab.loops.outcome_drivers import Drivers, drive
from dualtrack.lab.matching import matching
from dualtrack.lab.record.accept import accepted_worlds
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.named_loop import Loop, cut_edges, link_edges, stations
from dualtrack.language.theory import Span, Theory
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

SCORED, SEARCHED = 0.5, 2.0
"""Years between the moments at which loops are scored, and at which strongest paths are searched."""
STAGES = 5
ELSEWHERE = 4
"""Drawn worlds that are searched beside the nominal one, in which a theory's loops are likely to have been looked for."""


@dataclass(frozen=True, repr=False)
class LoopStudy(Tidy):
    """One regime against another: who leads when, what is left out, what matters, and where a nudge moves most.

    `drivers` say which loops pass the stocks that feed each main outcome, by period. `coverage` is that of the nominal world, and
    `elsewhere` of some drawn ones. `tracks` says what two tracks add only together, by their names; none where the theory has
    fewer than two.
    """

    loops: Mapping[str, Loop]
    dominance: Dominance
    drivers: tuple[Drivers, ...]
    unscored: int
    coverage: Coverage
    elsewhere: tuple[Coverage, ...]
    cuts: Cuts
    tracks: Mapping[tuple[str, str], Interaction]
    leverage: LeverageStudy
    model: Model
    drawn: int
    seed: int
    matched: bool

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Loops under `{self.dominance.regime}`: {len(self.loops)} in {self.dominance.worlds} worlds"

    def to_dict(self) -> Row:
        """Who leads when, what each cut changes, and where a nudge moves most, all in rows."""
        question = self.cuts.question
        return plain_row(
            {
                "regime": question.treated.name,
                "against": question.reference.name,
                "worlds": {
                    "drawn": self.drawn,
                    "matched_to_history": self.matched,
                    "scored": self.dominance.worlds,
                    "cut": int(self.cuts.sound.sum()),
                },
                "seed": self.seed,
                "model": self.model.fingerprint,
                "relative_to": [loop.id for loop in self.loops.values()],
                "unscored_moments": self.unscored,
                "coverage": coverage_row(self.model, self.coverage, self.elsewhere),
                "periods": [period_row(each) for each in self.dominance.periods],
                "shifts": self.dominance.shifts,
                "outcomes": [drivers_row(self.model, each) for each in self.drivers],
                "stretches": [stretch_row(each) for each in self.dominance.stretches],
                "loops": self.to_rows(),
                "cut_rule": rule_row(question),
                "tracks": self.track_rows(),
                "leverage": self.leverage.aim_rows(),
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per named loop, the largest share first."""
        ranks, effects = self.dominance.whole.standings, self.cuts.effects
        return [loop_row(self.loops[each.circuit], each, effects[each.circuit]) for each in ranks]

    def track_rows(self) -> list[Row]:
        """One row for every two tracks."""
        effects = self.cuts.effects
        return [
            track_row(names, (effects[names[0]], effects[names[1]], effects[together(names)]), found)
            for names, found in self.tracks.items()
        ]


@dataclass(frozen=True)
class LoopQuestion:
    """The regimes, the worlds drawn, whether only those count that history does not rule out, and what leverage is asked on.

    Without an outcome, leverage is asked on the lag and on what the theory values. Worlds that are `given` are asked as they are.
    """

    regime: str
    against: str
    worlds: int
    seed: int
    matched: bool = True
    outcome: str | None = None
    given: Worlds | None = None


def reference_of(laboratory: Laboratory, regime: str, against: str) -> str:
    """The regime whose paths cut links follow: the one asked for, or the first usual one that is not the regime itself.

    Raises `RegimeError` where a regime would be held against itself, or against none.
    """
    asked = laboratory.regime(regime).name
    chosen = against or next((name for name in laboratory.theory.references if name != asked), "")
    if not chosen or laboratory.regime(chosen).name == asked:
        raise RegimeError(f"`{regime}` cannot be held against {'itself' if chosen else 'nothing'}", fix="name another regime")
    return chosen


def study_loops(laboratory: Laboratory, ask: LoopQuestion, report: StagedProgress) -> LoopStudy:
    """Score the named loops in drawn worlds, search the nominal one, and cut each loop in turn."""
    model, theory = laboratory.model, laboratory.theory
    aims = aims_of(theory, ask.outcome)
    check_aims(model, aims)
    worlds = _worlds(laboratory, ask)
    circuits, count = named_circuits(laboratory), worlds.count
    question = CutQuestion(
        laboratory.regime(ask.regime), laboratory.regime(ask.against), lagged_of(theory)[0], *valued_of(theory)
    )

    def stage(name: str, before: int) -> Progress:
        report(name, before * count, STAGES * count)
        return lambda done, _: report(name, before * count + done, STAGES * count)

    scores = score_loops(model, question.treated, worlds, scored(theory), circuits, progress=stage("scores", 0))
    drivers = drivers_of(laboratory, question.treated, worlds, stage("outcomes", 1))
    stage("search", 2)
    nominally, *elsewhere = coverages(laboratory, question.treated, worlds.only(scores.sound))
    cuts = cut_tests(model, question, every_cut(laboratory), worlds, theory.clock, progress=stage("cuts", 3))
    leverage = study_leverage(laboratory, ask.regime, aims, worlds, _scaled(stage("nudges", 4), count))
    return LoopStudy(
        loops={loop.id: loop for loop in theory.loops},
        dominance=read_dominance(scores),
        drivers=drivers,
        unscored=sum(scores.unscored.values()),
        coverage=nominally,
        elsewhere=tuple(elsewhere),
        cuts=cuts,
        tracks={pair: interaction(cuts, *pair, together(pair)) for pair in combinations(theory.tracks, 2)},
        leverage=leverage,
        model=model,
        drawn=ask.worlds if ask.given is None else ask.given.count,
        seed=ask.seed,
        matched=ask.matched and ask.given is None,
    )


def coverages(laboratory: Laboratory, regime: Regime, worlds: Worlds) -> tuple[Coverage, ...]:
    """What the named loops carry in the nominal world, and in the first few of some others that finish."""
    model, clock, circuits = laboratory.model, searched(laboratory.theory), named_circuits(laboratory)
    few = [worlds.part(place, place + 1) for place in range(min(ELSEWHERE, worlds.count))]
    return tuple(cover(model, regime, world, clock, circuits) for world in (nominal(model), *few))


def drivers_of(laboratory: Laboratory, regime: Regime, worlds: Worlds, progress: Progress | None = None) -> tuple[Drivers, ...]:
    """Which named loops drive each main outcome, in the past and in each of the theory's spans."""
    theory, circuits = laboratory.theory, named_circuits(laboratory)
    spans = periods_of(theory)
    return drive(laboratory.model, regime, worlds, scored(theory), circuits, theory.outcomes, spans, progress=progress)


def aims_of(theory: Theory, outcome: str | None) -> tuple[Aim, ...]:
    """What a nudge is to move: the level of the outcome asked for, or the lag and what the theory values."""
    valued, year = valued_of(theory)
    return (Aim(lagged_of(theory)[0]), Aim(valued, year)) if outcome is None else (Aim(outcome, year),)


def lagged_of(theory: Theory) -> tuple[str, ...]:
    """The outcomes of which it is asked how much later they come."""
    return theory.lagged or theory.outcomes[:1]


def valued_of(theory: Theory) -> tuple[str, float]:
    """The outcome and the year by whose level loops are weighed; the last main outcome at the end unless the theory says."""
    return theory.valued or (theory.outcomes[-1], theory.clock.stop)


def periods_of(theory: Theory) -> tuple[Span, ...]:
    """The years between which it is asked what drives an outcome: the past, then the theory's spans; or all years."""
    if not theory.spans:
        return ((theory.clock.start, theory.clock.stop),)
    first = theory.spans[0][0]
    past = ((theory.clock.start, first),) if first >= theory.clock.start + SCORED else ()
    return (*past, *theory.spans)


def scored(theory: Theory) -> Clock:
    """The clock on which loops are scored."""
    return theory.clock.saving(SCORED)


def searched(theory: Theory) -> Clock:
    """The clock on which strongest paths are searched."""
    return theory.clock.saving(SEARCHED)


def together(names: tuple[str, ...]) -> str:
    """What the cut of several tracks at once is called."""
    return " and ".join(names)


def named_circuits(laboratory: Laboratory) -> tuple[Circuit, ...]:
    """The theory's loops."""
    model = laboratory.model
    return tuple(Circuit(loop.id, stations(model, loop.path), cut_edges(model, loop)) for loop in laboratory.theory.loops)


def every_cut(laboratory: Laboratory) -> dict[str, tuple[Edge, ...]]:
    """The cut of each loop, of each track, and of every two tracks at once."""
    model, theory = laboratory.model, laboratory.theory
    tracks = {name: tuple(each for link in links for each in link_edges(model, *link)) for name, links in theory.tracks.items()}
    pairs = {together(pair): (*tracks[pair[0]], *tracks[pair[1]]) for pair in combinations(tracks, 2)}
    return {**{loop.id: cut_edges(model, loop) for loop in theory.loops}, **tracks, **pairs}


def nominal_loops(laboratory: Laboratory) -> Mapping[str, tuple[LoopScores, Coverage]]:
    """By regime, the scores of the named loops in the nominal world, and how much of its feedback they hold."""
    model, theory = laboratory.model, laboratory.theory
    circuits, world = named_circuits(laboratory), nominal(model)
    return {
        name: (
            score_loops(model, regime, world, scored(theory), circuits),
            cover(model, regime, world, searched(theory), circuits),
        )
        for name, regime in laboratory.regimes.items()
    }


def _scaled(report: Progress, whole: int) -> Progress:
    """Progress of any number of parts, as if they were so many worlds."""
    return lambda done, parts: report(whole * done // parts, whole)


def _worlds(laboratory: Laboratory, ask: LoopQuestion) -> Worlds:
    """The worlds given or drawn, or those of them that history leaves."""
    if ask.given is not None:
        return ask.given
    if ask.matched and laboratory.theory.targets:
        return accepted_worlds(matching(laboratory), ask.worlds, ask.seed).worlds
    return draw(laboratory.model, ask.worlds, ask.seed)
