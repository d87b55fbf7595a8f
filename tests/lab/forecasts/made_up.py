"""A registry of three forecasts of a fishery, made up, with figures that are known."""

from datetime import date
from pathlib import Path
from typing import Any

from dualtrack.evidence.rows import Observation, Series
from dualtrack.lab.calibrate.figure_errors import Scale
from dualtrack.lab.forecasts.foretold_shape import of_normal
from dualtrack.lab.forecasts.sealed_registry import sealed_text

FROZEN = date(2026, 11, 30)
SERIES = (
    Series("fish_landed", "Fish landed", "渔获量", "ton/year", "flow", 0.0, 1e6, 30.0, "Landings."),
    Series("fish_share", "Share of cod", "鳕鱼占比", "1", "level", 0.0, 1.0, 30.0, "Part of landings."),
)


def forecast(
    series: str, end: str, batch: str = "prospective", location: float = 5.0, above: float | None = None
) -> dict[str, Any]:
    scale: Scale = "log" if series == "fish_landed" else "log odds"
    said = {name: of_normal(scale, location + shift, 0.5, 1e-3).to_row() for name, shift in WHO.items()}
    return {
        "id": f"{series}.{end}",
        "batch": batch,
        "series": series,
        "label": {"en": "Fish", "zh": "鱼"},
        "unit": "ton/year" if scale == "log" else "1",
        "reads": series,
        "scale": scale,
        "least": 1e-3,
        "rule": {"figure": "first release", "start": f"{end[:4]}-01-01", "end": end, "within_days": 10},
        "resolves": {"en": "The first figure.", "zh": "首个数值。"},
        "teller": {"publisher": "Fisheries Office", "page": "https://example.org/fish", "days": 30},
        "above": above,
        "said": said,
    }


WHO = {"accepted": 0.0, "no_change": -0.5, "trend": 0.5, "logistic": 1.0}


def data(*forecasts: dict[str, Any]) -> dict[str, Any]:
    return {
        "frozen": FROZEN.isoformat(),
        "origin": {"model": "none"},
        "rules": {"accepted": {"en": "A guess.", "zh": "猜测。"}},
        "forecasts": list(forecasts)
        or [forecast("fish_landed", "2027-12-31", above=200.0), forecast("fish_share", "2026-12-31")],
    }


def written(folder: Path, *forecasts: dict[str, Any]) -> Path:
    file = folder / "frozen.json"
    file.write_text(sealed_text(data(*forecasts)), encoding="utf-8")
    return file


def row(series: str, end: str, value: float, published: str, kind: str = "reported") -> Observation:
    last = date.fromisoformat(end)
    return Observation(series, date(last.year, 1, 1), last, value, None, None, kind, "office", date.fromisoformat(published), "")
