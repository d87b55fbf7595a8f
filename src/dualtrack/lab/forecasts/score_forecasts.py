"""How near did the forecasts come? Scores, coverage and skill against each baseline, of what is resolved and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dualtrack.evidence.rows import Observation, Series
from dualtrack.lab.forecasts.baselines import BASELINES
from dualtrack.lab.forecasts.foretold_shape import WITHIN, ForecastShape
from dualtrack.lab.forecasts.resolve_forecasts import ResolvedForecast, resolve_all
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry, FrozenForecast
from dualtrack.lab.statistics.forecast_scores import skill
from dualtrack.language.frozen import freeze_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

FIRST = "accepted"
"""The forecaster that stands for the model where one is asked."""


@dataclass(frozen=True, slots=True)
class ScoredForecast:
    """A resolved forecast: the `outcome` in the unit of its series, and each forecaster's score, `crps`, and `brier` if asked."""

    forecast: FrozenForecast
    outcome: float
    crps: Mapping[str, float]
    brier: Mapping[str, float]

    def __post_init__(self) -> None:
        freeze_fields(self)

    @property
    def won(self) -> tuple[str, ...]:
        """The baselines that the model came nearer than."""
        return tuple(name for name in BASELINES if name in self.crps and self.crps[FIRST] < self.crps[name])

    def within(self, name: str, part: float) -> bool:
        """Whether the outcome lies in the middle `part` of what a forecaster said."""
        low, high = self.forecast.shapes[name].ends(part)
        return low <= self.outcome <= high


@dataclass(frozen=True, slots=True)
class ForecasterScore:
    """A forecaster over some outcomes: mean scores, the share of outcomes in its middle parts, and its skill against baselines.

    A skill is the part by which its score is lower, with the ends of nine tenths of a bootstrap over outcomes.
    """

    name: str
    crps: float
    brier: float | None
    coverage: Mapping[float, float]
    skill: Mapping[str, tuple[float, float, float]]

    def __post_init__(self) -> None:
        freeze_fields(self)


@dataclass(frozen=True, repr=False)
class ScoreCard(Tidy):
    """A `registry` beside the rows told until a `day`: what is `scored`, and what is `open` with why."""

    registry: ForecastRegistry
    day: date
    scored: tuple[ScoredForecast, ...]
    open: tuple[ResolvedForecast, ...]
    seed: int

    def of(self, batch: str) -> tuple[ScoredForecast, ...]:
        """What is scored of one batch; the batches are never mixed."""
        return tuple(each for each in self.scored if each.forecast.batch == batch)

    def forecasters(self, batch: str) -> tuple[ForecasterScore, ...]:
        """Each forecaster over the outcomes of a batch; none where nothing is resolved."""
        return forecaster_scores(self.of(batch), self.seed)

    @property
    def batches(self) -> tuple[str, ...]:
        """The batches that the registry holds, in its order."""
        return tuple(dict.fromkeys(each.batch for each in self.registry.forecasts))

    def printed_title(self) -> str:
        return f"{len(self.scored)} of {len(self.registry.forecasts)} forecasts of {self.registry.frozen} are resolved"

    def printed_lines(self) -> Mapping[str, object]:
        standing: dict[str, int] = Counter(each.standing for each in self.open)
        means = {f"crps of {each.name}, {batch}": each.crps for batch in self.batches for each in self.forecasters(batch)}
        return {"until": str(self.day), "altered": list(self.registry.altered), **standing, **means}

    def to_dict(self) -> Row:
        """Every outcome, every forecaster by batch, and what is open."""
        return {
            "frozen": self.registry.frozen.isoformat(),
            "until": self.day.isoformat(),
            "seal": self.registry.seal,
            "altered": list(self.registry.altered),
            "seed": self.seed,
            "outcomes": self.to_rows(),
            "forecasters": [_forecaster(batch, each) for batch in self.batches for each in self.forecasters(batch)],
            "open": [{"id": each.forecast.id, "standing": each.standing, "why": each.why} for each in self.open],
        }

    def to_rows(self) -> list[Row]:
        """One row per resolved forecast."""
        return [plain_row(_outcome(each)) for each in self.scored]


def score_forecasts(
    registry: ForecastRegistry, rows: Sequence[Observation], series: Iterable[Series], seed: int = 7
) -> ScoreCard:
    """Resolve what is due by the frozen rules and score it; what was altered since is named in the registry and not scored."""
    found, day = resolve_all(registry, rows, series)
    scored = tuple(_scored(each.forecast, each.row.value) for each in found if each.row is not None)
    return ScoreCard(registry, day, scored, tuple(each for each in found if each.row is None), seed)


def forecaster_scores(scored: Sequence[ScoredForecast], seed: int) -> tuple[ForecasterScore, ...]:
    """Each forecaster that answered all of these, and its skill; outcomes of one formula are drawn together."""
    if not scored:
        return ()
    names = [name for name in scored[0].crps if all(name in each.crps for each in scored)]
    by = {name: np.array([each.crps[name] for each in scored]) for name in names}
    groups = np.array([each.forecast.reads for each in scored])
    found = []
    for name in names:
        squares = [each.brier[name] for each in scored if name in each.brier]
        coverage = {part: float(np.mean([each.within(name, part) for each in scored])) for part in WITHIN}
        over = {other: skill(by[name], by[other], groups, seed) for other in BASELINES if name not in BASELINES and other in by}
        brier = float(np.mean(squares)) if squares else None
        found.append(ForecasterScore(name, float(by[name].mean()), brier, coverage, over))
    return tuple(found)


def _scored(forecast: FrozenForecast, outcome: float) -> ScoredForecast:
    shapes: Mapping[str, ForecastShape] = forecast.shapes
    asked = forecast.above
    brier = {} if asked is None else {name: shape.brier(asked, outcome) for name, shape in shapes.items()}
    return ScoredForecast(forecast, outcome, {name: shape.crps(outcome) for name, shape in shapes.items()}, brier)


def _outcome(each: ScoredForecast) -> Row:
    forecast = each.forecast
    return {
        "id": forecast.id,
        "batch": forecast.batch,
        "label": {"en": forecast.label[0], "zh": forecast.label[1]},
        "unit": forecast.unit,
        "outcome": each.outcome,
        **{f"median_{name}": shape.median for name, shape in forecast.shapes.items()},
        **{f"crps_{name}": value for name, value in each.crps.items()},
        **{f"brier_{name}": value for name, value in each.brier.items()},
        "nearer_than": list(each.won),
    }


def _forecaster(batch: str, each: ForecasterScore) -> Row:
    return {
        "batch": batch,
        "forecaster": each.name,
        "crps": each.crps,
        "brier": each.brier,
        "coverage": {f"within_{100 * part:.0f}": value for part, value in each.coverage.items()},
        "skill": {name: {"value": value, "low": low, "high": high} for name, (value, low, high) in each.skill.items()},
    }
