"""What a study file may say, as the page needs it to read one: its parts and keys, and as what history is run."""

from __future__ import annotations

from typing import Any

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regime_file import KEYS as REGIME_KEYS
from dualtrack.lab.runs.regime_file import LONGEST_NAME
from dualtrack.lab.runs.regimes import HISTORY
from dualtrack.lab.studies.own_priors import KEYS as PRIOR_KEYS
from dualtrack.lab.studies.study_file import KEYS
from dualtrack.language.scenario import SMALL, Path

Data = dict[str, Any]


def study_row(laboratory: Laboratory) -> Data:
    """The words of the reader of studies; `past` says as what a regime that rests on history is run."""
    model = laboratory.model
    return {
        "parts": list(KEYS),
        "regimeKeys": [key for key in REGIME_KEYS if key != "name"],
        "priorKeys": list(PRIOR_KEYS),
        "history": HISTORY,
        "past": _past(laboratory),
        "dated": [name for name in model.of_role(["lever"]) if model[name].dated],
        "latest": laboratory.theory.latest,
        "longestName": LONGEST_NAME,
    }


def _past(laboratory: Laboratory) -> Data | None:
    """The first regime that is history but for levers of which history says nothing, with these held where they were."""
    model = laboratory.model
    for name, regime in laboratory.regimes.items():
        own = [lever for lever, path in regime.paths.items() if laboratory.history.get(lever) != path]
        since = regime.parts_at
        if since is None or not all(_begins(laboratory, regime.paths[each], each, since) for each in own):
            continue
        return {"regime": name, "levers": {lever: {"value": model[lever].number, "from": since} for lever in own}}
    return None


def _begins(laboratory: Laboratory, path: Path, lever: str, since: float) -> bool:
    """Whether a lever that history leaves alone stands as declared until a year."""
    declared = laboratory.model[lever].number
    return lever not in laboratory.history and all(value == declared for year, value in path.points if year < since - SMALL)
