"""What was found about loops, in rows; labels in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.lab.loops.coverage import Coverage, FoundLoop
from dualtrack.lab.loops.dominance import LoopRank, Period, Stretch
from dualtrack.lab.loops.leverage_rows import named_row
from dualtrack.lab.loops.loop_cut import HALF, LEAST, MONTHS, TENTH, CutEffect, CutQuestion, Interaction
from dualtrack.lab.loops.loop_words import loop_words
from dualtrack.lab.loops.outcome_drivers import Drivers
from dualtrack.lab.questions.answer_unit import SHARE
from dualtrack.lab.statistics.band import spread, spread_of
from dualtrack.language.model import Model
from dualtrack.language.statements.named_loop import Loop

Row = dict[str, Any]

OTHERS = 5
"""Loops shown that no one named."""
RUNS = 0.05
"""The part of worlds and years in which a loop must run for its cut to say anything of a feedback."""
FEWEST = 0.005
"""Share below which a loop is not shown in a period."""


def loop_row(loop: Loop, rank: LoopRank, effect: CutEffect) -> Row:
    """A named loop with its standing over the whole run and what its cut does."""
    return {
        "id": loop.id,
        "en": loop.label[0],
        "zh": loop.label[1],
        "declared": loop.polarity,
        "observed": observed(rank),
        "claims": list(loop.claims),
        "path": list(loop.path),
        **_standing(rank),
        "cut": {"from": loop.cut[0], "to": loop.cut[1], **cut_row(effect), "runs": rank.active >= RUNS},
    }


def period_row(period: Period) -> Row:
    """A period of leadership, with the loops that stand highest in it."""
    shown = [each for each in period.standings if each.share >= FEWEST]
    return {
        "from": period.start,
        "to": period.stop,
        "leader": period.leader if period.standings else None,
        "leader_is_told": period.leader_is_told,
        "standings": [{"id": each.circuit, "observed": observed(each), **_standing(each)} for each in shown],
    }


def drivers_row(model: Model, found: Drivers) -> Row:
    """What drives an outcome: the stocks that feed it with their weights, and by period the loops that pass these."""
    return {
        **named_row(model, found.outcome),
        "periods": [
            {
                **period_row(period),
                "told": period.told,
                "reached": float(found.reached[place]),
                "stocks": [
                    {**named_row(model, stock), "weight": float(weights[place])}
                    for stock, weights in sorted(found.weights.items(), key=lambda each: -each[1][place])
                ],
            }
            for place, period in enumerate(found.periods)
        ],
    }


def stretch_row(stretch: Stretch) -> Row:
    """A stretch in which one kind of loop outweighs the other."""
    return {"from": stretch.start, "to": stretch.stop, "kind": kind(stretch.reinforcing), "share": stretch.share}


def track_row(names: tuple[str, str], effects: tuple[CutEffect, CutEffect, CutEffect], found: Interaction) -> Row:
    """Of two tracks what each adds while the other runs, and what both add only together."""
    return {
        "names": list(names),
        **dict(zip(("first", "second", "both"), map(cut_row, effects), strict=True)),
        "joint_months": spread_of(found.joint_months),
        "joint_value": spread_of(found.joint_value),
        "joint_log_hazard": spread_of(found.joint_hazard),
        "share_supporting": found.support(),
    }


def coverage_row(model: Model, found: Coverage, elsewhere: Sequence[Coverage] = ()) -> Row:
    """How much of the feedback of the nominal world the named loops hold by each measure, and the largest of the others.

    The measures of some drawn worlds stand beside.
    """
    families = found.families
    return {
        "world": "nominal",
        "method": "strongest paths, from every stock at every moment searched: strong loops, not all loops",
        **measures_row(found),
        "in_drawn_worlds": [measures_row(each) for each in elsewhere],
        "named_share_by_year": [
            {"year": year, "share": share} for year, share in zip(found.years.tolist(), found.by_year.tolist(), strict=True)
        ],
        "families": [{"id": name, "share": share} for name, share in sorted(families.shares.items(), key=lambda each: -each[1])],
        "stocks_passed": found.stocks,
        "stocks_in_feedback": found.feedback,
        "largest_others": [found_row(model, each) for each in found.others[:OTHERS]],
        "strange": len(found.strange),
        "largest_strange": [found_row(model, each) for each in found.telling[:OTHERS]],
        "in_no_family": len(families.left),
        "largest_in_no_family": [found_row(model, each) for each in families.left[:OTHERS]],
    }


def measures_row(found: Coverage) -> Row:
    """What the named loops carry of the feedback of one world."""
    return {
        "named_share": found.named,
        "spelled_share": found.spelled,
        "family_share": found.families.carried,
        "one_family_share": found.families.alone,
        "families_passed": found.families.passed,
        "cancelled_share": found.cancelled,
        "found": found.found,
    }


def found_row(model: Model, loop: FoundLoop) -> Row:
    """A loop that no one named, by what it does."""
    english, chinese = loop_words(model, loop)
    return {
        "en": english,
        "zh": chinese,
        "path": list(loop.names),
        "share": loop.share,
        "observed": kind(loop.reinforcing),
        "families": list(loop.families),
        "strange_links": [list(link) for link in loop.strange],
    }


def rule_row(question: CutQuestion) -> Row:
    """By what rule a loop matters."""
    rule = {"months": MONTHS, "part_of_effect": TENTH, "least_effect": LEAST, "share_of_worlds": HALF}
    return {**rule, "valued": question.valued, "year": question.year}


def kind(reinforcing: bool) -> str:
    """The word for a loop's polarity."""
    return "reinforcing" if reinforcing else "balancing"


def observed(standing: LoopRank) -> str:
    """The polarity that a circuit showed: one of the two words where it hardly ever showed the other, or `mixed`, or `idle`."""
    part = standing.reinforcing
    if part is None:
        return "idle"
    return kind(part > HALF) if max(part, 1 - part) >= 0.99 else "mixed"


def _standing(standing: LoopRank) -> Row:
    return {
        "share": standing.share,
        "band": {"unit": SHARE, **spread(standing.band)},
        "leads_in": standing.leads,
        "active": standing.active,
    }


def cut_row(effect: CutEffect) -> Row:
    """What a cut changes, over worlds."""
    return {
        "months": spread_of(effect.months),
        "log_value": spread_of(effect.change),
        "by_lag": effect.by_lag,
        "by_value": effect.by_value,
        "either": effect.either,
        "matters": effect.matters,
        "told": effect.told != "open",
    }
