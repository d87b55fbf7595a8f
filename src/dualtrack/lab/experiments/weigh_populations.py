"""Worlds of every prior weighed by published findings too, at the mapping errors as declared and at twice those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from dualtrack.evidence.record import Record
from dualtrack.lab.experiments.finding_likelihood import MISTRUSTED, RECOMMENDED, finding_likelihood
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.experiment import Evidential

WITH, DOUBTED = "with findings", "findings at twice their error"
"""The columns of evidence in which findings count, as declared and where one mistrusts the step from a study to the model."""
TIMES = {WITH: RECOMMENDED, DOUBTED: MISTRUSTED}


def with_findings(
    populations: Sequence[Population],
    model: Model,
    regimes: Mapping[str, Regime],
    clock: Clock,
    experiments: Sequence[Evidential],
    record: Record,
) -> list[Population]:
    """The same populations, of one set of worlds, with the findings' columns; as they are where nothing was published.

    Only worlds that history leaves are run; others weigh nothing in these columns, in which nothing is asked of them.
    """
    first = populations[0]
    places = np.flatnonzero(np.logical_or.reduce([each.kept for each in populations]))
    if not experiments or not len(places):
        return list(populations)
    wanted = np.zeros(first.worlds.count, dtype=bool)
    wanted[places] = True
    found = finding_likelihood(model, regimes, clock, experiments, record, first.worlds.only(wanted))
    columns = {}
    for name, times in TIMES.items():
        columns[name] = np.zeros(first.worlds.count)
        columns[name][places] = found.factor(times)
    return [replace(each, reweighed=columns) for each in populations]
