"""Verdicts for people and programs: what judging found, with the reasons in words, and beside it what the program keeps."""

from __future__ import annotations

from typing import Any

from dualtrack.app.verdicts.caveats import beside_kept
from dualtrack.app.verdicts.verdict_reason import reason
from dualtrack.lab.judged import Judged
from dualtrack.lab.verdicts.verdict_units import with_units
from dualtrack.targets.numeric.tidy import placed

Row = dict[str, Any]


def judged_data(judged: Judged) -> Row:
    """Everything about a judgement."""
    data, priors = judged.to_data(), len(judged.populations)
    whys = [reason(each, judged.reached.get(each.test.id)) for each in judged.judgements]
    verdicts = [row | {"reason": {"en": why[0], "zh": why[1]}} for row, why in zip(data["verdicts"], whys, strict=True)]
    kept = None if judged.planted else beside_kept(judged.laboratory, verdicts, judged.worlds, judged.seed, priors)
    return placed({**data, "verdicts": verdicts}, "deciders", {"kept": kept})


def judged_answer(judged: Judged) -> Row:
    """The same with the unit of every number."""
    return with_units(judged.laboratory.model, [each.test for each in judged.judgements], judged_data(judged))
