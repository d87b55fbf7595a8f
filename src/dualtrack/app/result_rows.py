"""What was found as rows of plain values: the one form from which text, JSON, tables and the page are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from dualtrack.app.names.fact_checks import CHECK_COLUMNS, hardest_check
from dualtrack.lab.confront import FactsRead
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.questions.compare import Comparison
from dualtrack.lab.questions.mediate import Mediation
from dualtrack.lab.record.judge_facts import FactVerdict
from dualtrack.lab.statistics.band import Band
from dualtrack.lab.statistics.lag import HALF, Lag, ThresholdLag
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Fact

Row = dict[str, Any]
QUANTILES = ("q05", "q25", "q50", "q75", "q95")
PARTS = ("total", "indirect", "direct")


def level_rows(job: MainJob) -> list[Row]:
    """The main outcomes by regime and year: the nominal world and the band."""
    return [
        {
            "regime": row.regime,
            "outcome": row.outcome,
            "unit": job.ensemble.units[row.outcome],
            "year": row.year,
            "nominal": job.nominal[row.regime].at(row.outcome, row.year),
            **spread(row.band),
        }
        for row in job.comparison.levels
    ]


def difference_rows(comparison: Comparison, units: Mapping[str, str]) -> list[Row]:
    """What each regime adds against each reference, in the same worlds, in the `units` of the outcomes."""
    return [
        {
            "regime": row.regime,
            "reference": row.reference,
            "outcome": row.outcome,
            "unit": units[row.outcome],
            "year": row.year,
            **spread(row.band),
            "share_above": row.share_above,
        }
        for row in comparison.differences
    ]


def lag_rows(comparison: Comparison) -> list[Row]:
    """Months by which a regime is later than a reference: over all counted thresholds (`threshold` empty), and at each."""
    rows: list[Row] = []
    for row in comparison.lags:
        start = {"outcome": row.outcome, "regime": row.regime, "reference": row.reference, "unit": "month"}
        rows.append({**start, "threshold": None, **_whole(row.lag)})
        rows += [{**start, "threshold": each.threshold, **_at(each)} for each in row.lag.thresholds]
    return rows


def _whole(lag: Lag) -> Row:
    return {"counted": bool(lag.counted), **spread(lag.band), "unreached": None, "unreached_reference": None, "passed": None}


def _at(each: ThresholdLag) -> Row:
    return {
        "counted": each.counted,
        **spread(each.band),
        "unreached": each.censored[0],
        "unreached_reference": each.censored[1],
        "passed": each.passed,
    }


def fact_rows(read: FactsRead) -> list[Row]:
    """Each fact: whether it is reproduced, by how many tolerances it is missed, and both sides of the check missed by most."""
    return [_fact(read.model, nominal, drawn) for nominal, drawn in zip(read.nominal, read.drawn, strict=True)]


def _fact(model: Model, nominal: FactVerdict, drawn: FactVerdict) -> Row:
    fact = nominal.fact
    row: Row = {"id": fact.id, "group": group(fact), "kind": fact.role, "en": fact.statement[0], "zh": fact.statement[1]}
    if not fact.tests:
        empty = ("nominal", "median", "nominal_misses", "median_misses", "share", "sources")
        return {**row, **dict.fromkeys((*empty, *CHECK_COLUMNS))}
    return {
        **row,
        "nominal": bool(nominal.holds[0]),
        "median": (drawn.share or 0.0) >= HALF,
        "nominal_misses": float(nominal.misses[0]),
        "median_misses": float(np.median(drawn.misses)),
        "share": drawn.share,
        "sources": list(dict.fromkeys(source for check in nominal.checks for source in check.target.sources)),
        **hardest_check(model, nominal, drawn),
    }


def group(fact: Fact) -> str:
    """How a fact counts: as a test of what was tuned, as one held out, or not at all."""
    if not fact.is_test:
        return "not counted"
    return "held out" if fact.held_out else "in sample"


def tally(rows: Iterable[Row], within: str, key: str) -> tuple[int, int]:
    """How many facts of a group were reproduced, and how many there are."""
    found = [row[key] for row in rows if row["group"] == within]
    return sum(map(bool, found)), len(found)


def delay_rows(mediation: Mediation) -> list[Row]:
    """The claim of a delay: the lag in total, through the mediators, and otherwise."""
    parts: Sequence[Lag] = (mediation.total, mediation.indirect, mediation.direct)
    return [
        {
            "part": name,
            "unit": "month",
            **spread(lag.band),
            "mean": lag.mean,
            "mean_interval": lag.mean_interval,
            "share_later": lag.share(MONTHS),
            "share_earlier": float(np.mean(lag.months <= -MONTHS)),
        }
        for name, lag in zip(PARTS, parts, strict=True)
    ]


def unreached_rows(mediation: Mediation) -> list[Row]:
    """For each threshold that counts, the shares of worlds not seen to reach it, under the treated regime and the reference."""
    return [
        {"threshold": each.threshold, "treated": each.censored[0], "reference": each.censored[1], "both": each.censored_both}
        for each in mediation.total.thresholds
        if each.counted
    ]


def assumed_row(laboratory: Laboratory) -> Row:
    """How many numbers of the model rest on no study."""
    numbers, assumed = len(laboratory.model.of_role(("constant", "uncertainty", "switch"))), len(laboratory.model.assumed)
    return {"numbers": numbers, "assumed": assumed, "share": assumed / numbers}


def quantiles(band: Band | None) -> Row:
    """A band by name; nothing where no world has a number."""
    return dict(zip(QUANTILES, (None,) * len(QUANTILES) if band is None else band.numbers, strict=True))


def spread(band: Band | None) -> Row:
    """A band with its least and greatest value and the worlds it holds, so that few are not told as many."""
    ends = {"least": None, "greatest": None, "worlds": 0}
    return {**quantiles(band), **(ends if band is None else {name: getattr(band, name) for name in ends})}
