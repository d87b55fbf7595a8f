"""The way of some outcomes to the last year, regime by regime, beside what is published of them: one generated page.

The worlds are few, so that the page is written in seconds; what is published is of the record and of the bounds, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.terminal.numbers import rough
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.evidence.rows import Observation
from dualtrack.lab.compared import regimes_in_worlds
from dualtrack.lab.kept_table import first_accepted
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.mapped import factor_of, shown_beside
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.statistics.band import band
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Assumed
from dualtrack.language.expressions.expr import Ref
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Level
from dualtrack.targets.print.book import NOTICE

PAGE = "paths.md"
WORLDS, SEED = 200, 7
YEARS = (2026.0, 2030.0, 2032.0, 2036.0, 2040.0)
NONE = "none found in the record / 记录中未找到"


def paths_page(laboratory: Laboratory) -> str:
    """The page: a table for each outcome, and under it every published figure or bound, or that none was found."""
    names = laboratory.theory.display.paths
    worlds = first_accepted(laboratory, WORLDS, SEED)
    regimes = [laboratory.regime(name) for name in laboratory.theory.display.path_regimes]
    ensemble = regimes_in_worlds(laboratory, regimes, worlds, names)
    parts = [
        f"{NOTICE}\n# Paths to {YEARS[-1]:g} / 至{YEARS[-1]:g}年的路径",
        f"Median and, in brackets, 5 to 95 % of {WORLDS} worlds that history leaves (seed {SEED}): a reading to two figures, not "
        "a forecast. A published figure speaks for its own period and scope, which need not be the model's.",
        f"未被记录排除的{WORLDS}个世界（种子{SEED}）的中位数，括号内为5%至95%；仅供两位有效数字的参考，并非预测。公布的数字各有其时期与口径，未必与模型相同。",
        *(part for name in names for part in _outcome(laboratory, ensemble, name)),
    ]
    return "\n\n".join(parts) + "\n"


def _outcome(laboratory: Laboratory, ensemble: Ensemble, name: str) -> Iterator[str]:
    quantity = laboratory.model[name]
    unit = "" if str(quantity.unit) == "1" else f" [{quantity.unit}]"
    yield f"## {' / '.join(label_of(quantity))}{unit}"
    rows = [[regime, *(_cell(ensemble, regime, name, year) for year in YEARS)] for regime in ensemble.paths]
    yield table(["regime / 情景", *(f"{year:g}" for year in YEARS)], rows)
    found = dict.fromkeys((*_bounds(laboratory, name), *_figures(laboratory, name)))
    yield "Published / 已公布：" + ("\n\n" + "\n".join(f"- {each}" for each in found) if found else NONE)


def _cell(ensemble: Ensemble, regime: str, name: str, year: float) -> str:
    found = band(ensemble.at(regime, name, year))
    return f"{rough(found.median)} ({rough(found.lowest)} to {rough(found.highest)})"


def _bounds(laboratory: Laboratory, name: str) -> Iterator[str]:
    """What would not be believed beyond it, with its source or that it is assumed."""
    for each in laboratory.theory.bounds:
        if isinstance(each.measure, Level) and each.measure.variable in alike(laboratory.model, name):
            source = f"assumed: {each.source.why}" if isinstance(each.source, Assumed) else f"[{each.source}]"
            yield f"{each.id}: {' / '.join(each.statement)} ({source})"


def _figures(laboratory: Laboratory, name: str) -> Iterator[str]:
    """The latest observation of every series that measures just this quantity, in the quantity's unit."""
    for each in shown_beside(laboratory.theory, laboratory.model, name):
        series, seen = laboratory.record.series_of(each.series), laboratory.record.observations_of(each.series)
        if seen:
            said = _observed(seen[-1], factor_of(each, laboratory.model, laboratory.record))
            yield f"{series.label_en} / {series.label_zh}: {said}"


def _observed(seen: Observation, times: float) -> str:
    ends = "" if seen.low is None or seen.high is None else f" ({rough(seen.low * times)} to {rough(seen.high * times)})"
    return f"{seen.start.isoformat()} to {seen.end.isoformat()}, {rough(seen.value * times)}{ends}, {seen.kind} [{seen.source}]"


def alike(model: Model, name: str) -> set[str]:
    """The quantity, and that which it only repeats under another name."""
    tree = model[name].tree
    return {name, tree.name} if isinstance(tree, Ref) else {name}
