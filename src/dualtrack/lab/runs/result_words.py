"""What results are called, in flat attributes without a date, such as CF, xarray's plots and every format of xarray take."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from dualtrack.lab.runs.software import version_of
from dualtrack.language.model import Model
from dualtrack.targets.numeric.quantity_words import Words

CONVENTIONS: Final = "CF-1.11"
NOT_COMPUTED, FINISHED, FAILED = 0, 1, 2
STATUS: Final[Words] = {
    "long_name": "Whether a world was run under a regime, and finished",
    "long_name_zh": "某个世界在某种制度下是否已运行并完成",
    "flag_values": [NOT_COMPUTED, FINISHED, FAILED],
    "flag_meanings": "not_computed finished failed",
    "comment": "A failed world holds no number in any outcome; any other gap is damage.",
}
PARAMETERS: Final[Words] = {
    "long_name": "Numbers drawn for each world",
    "long_name_zh": "为每个世界抽取的数值",
    "comment": "Each parameter has its own unit: see parameter_units.",
}


def root_words(model: Model, seed: int | None, provenance: Mapping[str, Any]) -> Words:
    """What a whole set of results says of itself; what has an inner order is told as JSON in `provenance`."""
    found: Words = {
        "Conventions": CONVENTIONS,
        "title": f"Runs of the model {model.name} under regimes in drawn worlds",
        "title_zh": f"模型 {model.name} 在各种制度与抽取的世界中的运行结果",
        "source": f"dualtrack {version_of('dualtrack')}, model {model.name}",
        "model": model.name,
        "model_fingerprint": model.fingerprint,
    }
    if seed is not None:
        found["seed"] = seed
    if provenance:
        found["provenance"] = json.dumps(provenance, ensure_ascii=False, sort_keys=True)
    return found


def correlations_text(model: Model) -> str:
    """The groups of numbers that are drawn together, with their rank correlations, as JSON."""
    ordered = [group.ordered for group in model.correlations]
    return json.dumps([{"names": list(names), "matrix": [list(row) for row in matrix]} for names, matrix in ordered])
