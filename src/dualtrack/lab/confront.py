"""The model's past held beside the record: facts, mapped figures, what breaks without a mechanism, how markets answered news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.errors import RecordError
from dualtrack.lab.calibrate.calibrate import calibrate
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.calibrate.record_moves import Move, RecordMoves, number_moves
from dualtrack.lab.calibrate.row_pulls import row_pulls
from dualtrack.lab.calibrate.share_moves import ClaimsAsked, fact_moves, mechanism_moves
from dualtrack.lab.calibrate.temper import Tempering
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.experiments.findings_read import PublishedRead, read_published
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching, own_figures, weighing
from dualtrack.lab.one_run import one_run
from dualtrack.lab.record.accept import Kept, accepted_worlds
from dualtrack.lab.record.fact_rows import check_rows, fact_row, missed_first
from dualtrack.lab.record.figure import figures
from dualtrack.lab.record.judge_facts import FactVerdict, judge_facts
from dualtrack.lab.record.mapped import mapped_rows
from dualtrack.lab.record.measure import seen
from dualtrack.lab.record.predictive import RecordRead, predict, saved_for
from dualtrack.lab.record.quarter_rows import quarter_rows
from dualtrack.lab.record.read_panel import PanelReading, read_panel
from dualtrack.lab.record.remove import Past, Removal, remove
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.runs.reporting import Progress, StagedProgress
from dualtrack.lab.studies.standing import without_own_claims
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.statements.ledger import variables
from dualtrack.targets.numeric.tidy import Row, Tidy, plain


@dataclass(frozen=True, repr=False)
class FactsRead(Tidy):
    """Every fact held beside the nominal world and beside the drawn ones, in the same order.

    `quarters` are what the record holds quarter by quarter, beside the nominal world; nothing is judged by them.
    """

    model: Model
    nominal: tuple[FactVerdict, ...]
    drawn: tuple[FactVerdict, ...]
    quarters: tuple[Mapping[str, Any], ...] = ()

    def printed_title(self) -> str:
        return f"{len(self.drawn)} facts held beside the nominal world and the drawn ones"

    def printed_lines(self) -> Mapping[str, object]:
        return {
            "reproduced in the nominal world": [each.fact.id for each in self.nominal if each.share == 1],
            "missed by the nominal world": [each.fact.id for each in self.nominal if each.share == 0],
            "not counted": [each.fact.id for each in self.nominal if each.share is None],
            "model": self.model,
        }

    def to_dict(self) -> Row:
        """Every fact, every check of every fact, and every quarter."""
        return {"facts": plain(self.to_rows()), "checks": plain(self.check_rows()), "quarters": plain(self.quarters)}

    def to_rows(self) -> list[Row]:
        """One row per fact, missed ones first in each group: whether it is reproduced, and the check that is missed by most."""
        rows = [fact_row(self.model, *pair) for pair in zip(self.nominal, self.drawn, strict=True)]
        return sorted(rows, key=missed_first)

    def check_rows(self) -> list[Row]:
        """One row per check, in the order of declaration."""
        pairs = zip(self.nominal, self.drawn, strict=True)
        return [row for pair in pairs for row in check_rows(self.model, *pair)]


def read_facts(laboratory: Laboratory, worlds: Worlds, progress: Progress | None = None) -> FactsRead:
    """Hold the past beside the facts, in the nominal world and in the drawn ones."""
    theory, look = laboratory.theory, figures(laboratory.record)
    nominal = one_run(laboratory, theory.past, theory.facts_clock)
    seen = run_ensemble(
        laboratory.model, [laboratory.past], worlds, theory.facts_clock, variables(theory.facts), progress=progress
    )
    found = judge_facts(theory.facts, look, seen[laboratory.past.name])
    mapped = mapped_rows(theory, laboratory.model, laboratory.record)
    quarters = quarter_rows(laboratory.model, laboratory.record, mapped, nominal.years, nominal.values)
    return FactsRead(laboratory.model, judge_facts(theory.facts, look, nominal), found, tuple(quarters))


def facts_in_drawn(laboratory: Laboratory, worlds: int, seed: int) -> FactsRead:
    """The facts held beside so many drawn worlds."""
    return read_facts(laboratory, draw(laboratory.model, worlds, seed))


def facts_in_accepted(laboratory: Laboratory, worlds: int, seed: int, tilt: str = "") -> tuple[Kept, FactsRead]:
    """Of so many worlds drawn under a tilt those that history leaves, and the facts held beside them."""
    kept = accepted_worlds(matching(laboratory, tilt), worlds, seed)
    return kept, read_facts(laboratory, kept.worlds)


def facts_without(laboratory: Laboratory, worlds: int, seed: int) -> Removal:
    """Hold each switch at zero in turn, and judge the facts again."""
    theory = laboratory.theory
    past = Past(laboratory.past, theory.facts_clock, theory.facts, figures(laboratory.record))
    return remove(laboratory.model, past, draw(laboratory.model, worlds, seed))


def read_reactions(laboratory: Laboratory) -> PanelReading:
    """What a share price did on dated days; raises `RecordError` where the theory declares no such reactions."""
    return read_panel(laboratory.reactions, laboratory.model, laboratory.record)


def read_record(laboratory: Laboratory, worlds: int, seed: int) -> RecordRead:
    """Every figure with a counterpart beside so many worlds drawn by a `seed`, run under the past as it was.

    Raises `RegimeError` where the theory names no past.
    """
    theory, model = laboratory.theory, laboratory.model
    figures = mapped_rows(theory, model, laboratory.record)
    save = saved_for(model, figures)
    run = run_ensemble(model, [laboratory.past], draw(model, worlds, seed), theory.clock, save)
    return RecordRead(model, predict(model, figures, seen(run[laboratory.past.name])), worlds, seed)


def read_findings(laboratory: Laboratory, worlds: int, seed: int) -> PublishedRead:
    """What published findings say of each mechanism, in the worlds that history leaves of so many drawn by a `seed`.

    Raises `RecordError` where the theory names none.
    """
    theory = laboratory.theory
    if not theory.published.experiments and not theory.published.sights:
        raise RecordError(
            f"theory `{theory.name}` names no published findings", fix="declare them: Theory(..., published=Published(...))"
        )
    kept = accepted_worlds(matching(laboratory), worlds, seed)
    first = theory.tilts[0]
    return read_published(
        laboratory.model,
        laboratory.regimes,
        theory.clock,
        theory.published,
        laboratory.record,
        Population(first.name, first.label, kept.worlds),
        seed,
    )


def moved_by_rows(
    shipped: Laboratory,
    merged: Laboratory,
    worlds: int,
    seed: int,
    tilt: str = "",
    floor: float = FLOOR,
    progress: StagedProgress | None = None,
) -> RecordMoves:
    """Match and calibrate by the `shipped` record and by the one that a user's rows were `merged` into, and say what moved.

    The two laboratories differ in nothing else; both draw twice so many worlds by one seed. Raises `RunError` where nothing
    weighs, and `RecordError` where no row was added.
    """
    own = merged.added
    if own is None:
        raise RecordError("no row was added to the record", fix="give a folder of rows: laboratory(record=...)")
    both = (shipped, merged)
    before, after = (
        draw_by_record(each, worlds, seed, tilt, floor, _under(progress, name))
        for each, name in zip(both, ("shipped record", "with your rows"), strict=True)
    )
    figures = own_figures(merged, tilt, floor)
    pulls = row_pulls(after.weighing, figures, (before.drawn, after.drawn))
    left = tuple(accepted_worlds(matching(each, tilt), worlds, seed).acceptance.share for each in both if each.theory.targets)
    moves: list[Move] = []
    if before.agreement.holds and after.agreement.holds:
        moves += fact_moves(before, after, figures, pulls) + number_moves(before, after, pulls)
        moves += mechanism_moves(before, after, pulls) + claims_asked(shipped, merged).moves(before, after, pulls)
    return RecordMoves(before, after, pulls, tuple(moves), left, own.alarms, merged.recorded)


def claims_asked(shipped: Laboratory, merged: Laboratory) -> ClaimsAsked:
    """Every claim of the theory that is computed, on the runs of either laboratory."""
    theory = without_own_claims(merged).theory
    tests = tuple(each for each in theory.tests if isinstance(each, ClaimTest))
    asked = [each for test in tests for each in reads(test)]
    one, other = (stage_for(each.model, each.regimes, theory.clock, asked) for each in (shipped, merged))
    return ClaimsAsked(tests, (one, other), {claim.id: claim.statement for claim in theory.claims})


def draw_under_each_prior(
    laboratory: Laboratory, worlds: int, seed: int, progress: StagedProgress | None = None
) -> tuple[Calibration, ...]:
    """Worlds drawn by every figure that weighs, twice and so many each, under every prior of the theory.

    None where the theory holds nothing beside history. Raises `RunError` where nothing weighs.
    """
    if not laboratory.theory.targets and not laboratory.theory.counterparts:
        return ()
    return tuple(
        draw_by_record(laboratory, worlds, seed, tilt.name, progress=_under(progress, tilt.name))
        for tilt in laboratory.theory.tilts
    )


def _under(progress: StagedProgress | None, prior: str) -> StagedProgress | None:
    """Tells the prior beside the stage."""
    if progress is None:
        return None
    return lambda stage, done, total: progress(f"{stage} under {prior}", done, total)


def draw_by_record(
    laboratory: Laboratory,
    worlds: int,
    seed: int,
    tilt: str = "",
    floor: float = FLOOR,
    progress: StagedProgress | None = None,
) -> Calibration:
    """Worlds drawn by every figure that weighs, twice and so many each, under a tilt, the first one unless named.

    The model is at best a `floor` off, as a share; `progress` counts worlds. Raises `RunError` where nothing weighs.
    """
    theory = laboratory.theory
    chosen = laboratory.tilt(tilt).name if tilt else theory.tilts[0].name
    asked = weighing(laboratory, chosen, floor)
    return calibrate(
        asked, seed, Tempering(worlds), facts=theory.facts, tilt=chosen, progress=progress, cluster=laboratory.cluster
    )
