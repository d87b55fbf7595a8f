"""Verdicts for people and programs: what judging found, and beside it what the program keeps."""

from __future__ import annotations

from typing import Any

from dualtrack.app.verdicts.beside_kept import beside_kept
from dualtrack.app.verdicts.row_notes import noted
from dualtrack.lab.judged import Judged
from dualtrack.lab.verdicts.verdict_units import with_units
from dualtrack.targets.numeric.tidy import placed

Row = dict[str, Any]


def judged_data(judged: Judged) -> Row:
    """Everything about a judgement."""
    data, priors = judged.to_data(), len(judged.populations)
    verdicts = [noted(judged.laboratory, row) for row in data["verdicts"]]
    kept = (
        None
        if judged.planted
        else beside_kept(judged.laboratory, verdicts, judged.worlds, judged.seed, priors, full=bool(judged.calibrations))
    )
    return placed({**data, "verdicts": verdicts}, "deciders", {"kept": kept})


def judged_answer(judged: Judged) -> Row:
    """The same with the unit of every number."""
    return with_units(judged.laboratory.model, [each.test for each in judged.judgements], judged_data(judged))
