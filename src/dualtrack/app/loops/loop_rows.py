"""What was found about loops, in rows that JSON holds; labels in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dualtrack.app.loops.leverage_rows import leverage_rows
from dualtrack.app.result_rows import spread
from dualtrack.app.terminal.unit_words import SHARE
from dualtrack.lab.loop_study import LoopStudy, together
from dualtrack.lab.loops.dominance import LoopRank, Period
from dualtrack.lab.loops.loop_cut import HALF, LEAST, MONTHS, TENTH, CutEffect
from dualtrack.lab.statistics.band import band
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array

OTHERS = 5
"""Loops shown that no one named."""
RUNS = 0.05
"""The part of worlds and years in which a loop must run for its cut to say anything of a feedback."""
FEWEST = 0.005
"""Share below which a loop is not shown in a period."""


def loop_rows(study: LoopStudy) -> list[dict[str, Any]]:
    """Every named loop, the largest share first, with its standing over the whole run and what its cut does."""
    found = []
    for standing in study.dominance.whole.standings:
        loop = study.loops[standing.circuit]
        row = {
            "id": loop.id,
            "en": loop.label[0],
            "zh": loop.label[1],
            "declared": loop.polarity,
            "observed": observed(standing),
            "claims": list(loop.claims),
            "path": list(loop.path),
            **_standing(standing),
            "cut": {
                "from": loop.cut[0],
                "to": loop.cut[1],
                **_cut(study.cuts.effects[loop.id]),
                "runs": standing.active >= RUNS,
            },
        }
        found.append(row)
    return found


def period_rows(study: LoopStudy) -> list[dict[str, Any]]:
    """Periods of leadership, each with the loops that stand highest in it."""
    return [_period(each) for each in study.dominance.periods]


def stretch_rows(study: LoopStudy) -> list[dict[str, Any]]:
    """Stretches in which one kind of loop outweighs the other."""
    return [
        {"from": each.start, "to": each.stop, "kind": kind(each.reinforcing), "share": each.share}
        for each in study.dominance.stretches
    ]


def track_rows(study: LoopStudy) -> list[dict[str, Any]]:
    """For every two tracks what each adds while the other runs, and what both add only together."""
    effects = study.cuts.effects
    return [
        {
            "names": list(names),
            "first": _cut(effects[names[0]]),
            "second": _cut(effects[names[1]]),
            "both": _cut(effects[together(names)]),
            "joint_months": _band(found.joint_months),
            "joint_value": _band(found.joint_value),
            "joint_log_hazard": _band(found.joint_hazard),
            "share_supporting": found.support(),
        }
        for names, found in study.tracks.items()
    ]


def loops_data(model: Model, study: LoopStudy) -> dict[str, Any]:
    """All of it."""
    coverage, question = study.coverage, study.cuts.question
    others = [
        {"path": list(each.names), "share": each.share, "observed": kind(each.reinforcing)} for each in coverage.others[:OTHERS]
    ]
    return {
        "regime": question.treated.name,
        "against": question.reference.name,
        "worlds": {
            "drawn": study.drawn,
            "matched_to_history": study.matched,
            "scored": study.dominance.worlds,
            "cut": int(study.cuts.sound.sum()),
        },
        "seed": study.seed,
        "model": model.fingerprint,
        "relative_to": [loop.id for loop in study.loops.values()],
        "unscored_moments": study.unscored,
        "coverage": {
            "world": "nominal",
            "named_share": coverage.named,
            "found": coverage.found,
            "stocks_passed": coverage.stocks,
            "stocks_in_feedback": coverage.feedback,
            "largest_others": others,
        },
        "periods": period_rows(study),
        "shifts": list(study.dominance.shifts),
        "stretches": stretch_rows(study),
        "loops": loop_rows(study),
        "cut_rule": {
            "months": MONTHS,
            "part_of_effect": TENTH,
            "least_effect": LEAST,
            "share_of_worlds": HALF,
            "valued": question.valued,
            "year": question.year,
        },
        "tracks": track_rows(study),
        "leverage": leverage_rows(model, study.leverage),
    }


def kind(reinforcing: bool) -> str:
    """The word for a loop's polarity."""
    return "reinforcing" if reinforcing else "balancing"


def observed(standing: LoopRank) -> str:
    """The polarity that a circuit showed: one of the two words where it hardly ever showed the other, or `mixed`, or `idle`."""
    part = standing.reinforcing
    if part is None:
        return "idle"
    return kind(part > HALF) if max(part, 1 - part) >= 0.99 else "mixed"


def _period(period: Period) -> dict[str, Any]:
    shown = [each for each in period.standings if each.share >= FEWEST]
    return {
        "from": period.start,
        "to": period.stop,
        "leader": period.leader,
        "leader_is_told": period.leader_is_told,
        "standings": [_named(each) for each in shown],
    }


def _named(standing: LoopRank) -> dict[str, Any]:
    return {"id": standing.circuit, "observed": observed(standing), **_standing(standing)}


def _standing(standing: LoopRank) -> dict[str, Any]:
    return {
        "share": standing.share,
        "band": {"unit": SHARE, **spread(standing.band)},
        "leads_in": standing.leads,
        "active": standing.active,
    }


def _cut(effect: CutEffect) -> dict[str, Any]:
    return {
        "months": _band(effect.months),
        "log_value": _band(effect.change),
        "by_lag": effect.by_lag,
        "by_value": effect.by_value,
        "either": effect.either,
        "matters": effect.matters,
        "told": effect.told != "open",
    }


def _band(values: Array | Sequence[float]) -> dict[str, float] | None:
    held = np.asarray(values)[np.isfinite(values)]
    return spread(band(held)) if len(held) else None
