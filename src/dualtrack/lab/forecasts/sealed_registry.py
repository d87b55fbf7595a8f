"""The registry of forecasts: what was said, by whom, and what will tell, each under a hash and all under a seal.

A hash covers all that a forecast says, the words of its rule included; the seal covers the whole file and stands in the theory.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File
from typing import Any

from dualtrack.errors import RecordError
from dualtrack.files.user_file import LARGE, read_text
from dualtrack.lab.calibrate.figure_errors import Scale
from dualtrack.lab.forecasts.foretold_shape import ForecastShape, read_shape
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed

HASH = "sha256"
OVERLAP = 0.5
"""Of the narrower of two middle parts, what they share at the least if two forecasts say the same."""
PART = 0.8


@dataclass(frozen=True, slots=True)
class FrozenForecast:
    """One forecast as it was frozen: of which `series`, in what `unit`, for which days, and each forecaster's shape.

    `reads` is the formula that the series measured, `teller` who will tell and on what page, `resolves` the rule in words,
    `above` a threshold that was asked of, and `seal` its own hash.
    """

    id: str
    batch: str
    series: str
    label: Label
    unit: str
    reads: str
    start: date
    end: date
    teller: tuple[str, str]
    days: int
    resolves: Label
    above: float | None
    shapes: Mapping[str, ForecastShape]
    seal: str

    def __post_init__(self) -> None:
        freeze_fields(self)

    def differs(self, own: str, other: str) -> bool:
        """Whether two forecasters say something else: their middle parts share little, or their medians lie a deviation apart."""
        one, two = self.shapes[own], self.shapes[other]
        (low, high), (least, most) = ([one.at(end) for end in each.ends(PART)] for each in (one, two))
        common = min(high, most) - max(low, least)
        narrower = max(min(high - low, most - least), 1e-12)
        return common < OVERLAP * narrower or abs(one.at(one.median) - one.at(two.median)) > one.spread


@dataclass(frozen=True, repr=False)
class ForecastRegistry(Printed):
    """All `forecasts` that are as they were frozen, on which day and from what; `altered` names those that are not.

    `origin` is what the numbers rest on, `rules` how they came about, in both languages, and `seal` the hash over the whole.
    """

    frozen: date
    origin: Mapping[str, Any]
    rules: Mapping[str, Label]
    forecasts: tuple[FrozenForecast, ...]
    altered: tuple[str, ...]
    seal: str

    def __post_init__(self) -> None:
        freeze_fields(self)

    def printed_title(self) -> str:
        return f"{len(self.forecasts)} forecasts frozen on {self.frozen}, {len(self.altered)} altered since"


def read_registry(file: File, seal: str = "") -> ForecastRegistry:
    """The registry in a `file`, held beside its hashes and, unless empty, a `seal` that stands elsewhere.

    Raises `RecordError` for what is no registry, and for one that was changed and does not say where: then no forecast can be
    told from another.
    """
    data = _object(file)
    forecasts = [each for each in data["forecasts"] if isinstance(each, dict)]
    altered = tuple(str(each.get("id")) for each in forecasts if each.get(HASH) != hash_of(each))
    if not altered and (data.get(HASH) != hash_of(data) or (seal and data.get(HASH) != seal)):
        raise RecordError(
            "the registry is not the one that was sealed, and every forecast in it bears its hash",
            where=str(file),
            near=f"sealed {seal or data.get(HASH)}, and it is {hash_of(data)}",
            fix="take the file as it was frozen: forecasts were taken out, added or sealed anew",
        )
    try:
        sound = tuple(_forecast(each, str(file)) for each in forecasts if each["id"] not in altered)
        rules = {name: (words["en"], words["zh"]) for name, words in data["rules"].items()}
        return ForecastRegistry(date.fromisoformat(data["frozen"]), data["origin"], rules, sound, altered, str(data[HASH]))
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(
            f"the registry lacks what it must hold: {error}", where=str(file), fix="take the file as it was frozen"
        ) from None


def hash_of(row: Mapping[str, Any]) -> str:
    """The hash over everything but the hash itself; neither the order of keys nor blanks count."""
    said = {key: value for key, value in row.items() if key != HASH}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def sealed_text(data: Mapping[str, Any]) -> str:
    """The file of a registry: each forecast with its hash, and the whole."""
    whole = {**data, "forecasts": [{**each, HASH: hash_of(each)} for each in data["forecasts"]]}
    return json.dumps({**whole, HASH: hash_of(whole)}, indent=1, ensure_ascii=False) + "\n"


def _object(file: File) -> dict[str, Any]:
    text = read_text(file, "registry of forecasts", RecordError, LARGE)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(
            f"the registry is no JSON: {error.msg}", where=f"{file}:{error.lineno}", fix="take the file as it was frozen"
        ) from None
    if not isinstance(data, dict) or not isinstance(data.get("forecasts"), list):
        raise RecordError("the file holds no list of forecasts", where=str(file), fix="name a registry that was frozen")
    return data


def _forecast(row: Mapping[str, Any], where: str) -> FrozenForecast:
    scales: dict[str, Scale] = {"log": "log", "log odds": "log odds"}
    scale, least = scales[row["scale"]], float(row["least"])
    return FrozenForecast(
        id=row["id"],
        batch=row["batch"],
        series=row["series"],
        label=(row["label"]["en"], row["label"]["zh"]),
        unit=row["unit"],
        reads=row["reads"],
        start=date.fromisoformat(row["rule"]["start"]),
        end=date.fromisoformat(row["rule"]["end"]),
        teller=(row["teller"]["publisher"], row["teller"]["page"]),
        days=int(row["teller"]["days"]),
        resolves=(row["resolves"]["en"], row["resolves"]["zh"]),
        above=None if row["above"] is None else float(row["above"]),
        shapes={name: read_shape(scale, least, each, f"{where}: {row['id']}") for name, each in row["said"].items()},
        seal=row[HASH],
    )
