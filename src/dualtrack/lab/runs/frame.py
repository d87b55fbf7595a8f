"""The axes of a set of results, in memory and on disk alike: regimes, worlds, years, quantities and drawn numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError
from dualtrack.lab.runs.result_words import PARAMETERS, STATUS, correlations_text
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.quantity_words import Words, words_of
from dualtrack.targets.print.quantity_facts import prior_text

if TYPE_CHECKING:
    import xarray

Variable = tuple[tuple[str, ...], NDArray[Any], Words]
"""Axes, values and attributes, as xarray takes them."""

CURVES, DRAWN, STATE = ("regime", "world", "year"), ("world", "parameter"), ("regime", "world")
NOMINAL = "nominal_"
"""In front of a quantity's name: its curve in the world where every number has its declared value."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Frame(Printed):
    """What the axes hold; `numbers[world]` are the worlds' own, and `size` worlds are written together."""

    model: Model
    regimes: tuple[Regime, ...]
    numbers: NDArray[np.int64] | range
    years: tuple[float, ...]
    save: tuple[str, ...]
    parameters: tuple[str, ...]
    size: int

    @property
    def labels(self) -> dict[str, Variable]:
        """The axes themselves and every text along them."""
        numbers = self.numbers if not isinstance(self.numbers, range) else np.arange(self.numbers.start, self.numbers.stop)
        return {
            "regime": (("regime",), _texts(each.name for each in self.regimes), _named("Regime", "制度")),
            "world": (("world",), numbers, {**_named("Number of the world", "世界编号"), "units": "1"}),
            "year": (("year",), np.asarray(self.years), {**_named("Year", "年份"), "units": "year"}),
            "parameter": (("parameter",), _texts(self.parameters), _named("Parameter", "参数")),
            **_of_regimes(self.regimes),
            **_of_parameters(self.model, self.parameters),
        }

    @property
    def lengths(self) -> dict[str, int]:
        """How many places each axis has."""
        counts = map(len, (self.regimes, self.numbers, self.years, self.parameters))
        return dict(zip(("regime", "world", "year", "parameter"), counts, strict=True))

    @property
    def blocks(self) -> int:
        """How many blocks there are; the last may be smaller."""
        return -(-len(self.numbers) // self.size)

    @property
    def curves(self) -> dict[str, Words]:
        """What is said of each saved quantity."""
        return {name: words_of(self.model[name]) for name in self.save}

    @property
    def drawn(self) -> Words:
        """What is said of the drawn numbers."""
        return {**PARAMETERS, "correlations": correlations_text(self.model)} if self.model.correlations else dict(PARAMETERS)

    def dataset(
        self,
        curves: Mapping[str, NDArray[np.float64]],
        drawn: Mapping[str, NDArray[np.float64]],
        status: NDArray[np.int64],
        words: Words,
    ) -> xarray.Dataset:
        """The results in memory, under the names and with the words that the store on disk has.

        `curves[name][regime, world, year]`, `drawn[name][world]` and `status[regime, world]` are what it holds.
        """
        import xarray

        data: dict[str, Any] = {name: (CURVES, curves[name], said) for name, said in self.curves.items()}
        data["parameters"] = DRAWN, np.stack([drawn[name] for name in self.parameters], axis=1), self.drawn
        data["status"] = STATE, status, dict(STATUS)
        return xarray.Dataset(data, coords=self.labels, attrs=words)


def check_names(save: Iterable[str], taken: Iterable[str]) -> None:
    """Raise `RegimeError` for a quantity whose name the results need for themselves."""
    for name in save:
        if name in {*taken, "parameters", "status"} or name.startswith(NOMINAL):
            raise RegimeError(f"`{name}` is a part of every set of results and cannot be saved in it", fix="rename the quantity")


def _of_regimes(regimes: tuple[Regime, ...]) -> dict[str, Variable]:
    parts_at = np.array([math.nan if each.parts_at is None else each.parts_at for each in regimes])
    texts = {
        "regime_long_name": ([each.label[0] for each in regimes], _named("Name of the regime", "制度名称（英文）")),
        "regime_long_name_zh": ([each.label[1] for each in regimes], _named("Name of the regime in Chinese", "制度名称")),
        "regime_comment": ([each.doc[0] for each in regimes], _named("What the regime stands for", "制度含义（英文）")),
        "regime_comment_zh": ([each.doc[1] for each in regimes], _named("What the regime stands for, in Chinese", "制度含义")),
    }
    found: dict[str, Variable] = {name: (("regime",), _texts(values), words) for name, (values, words) in texts.items()}
    words = _named("Year in which the regime parts from the past", "制度与既往分开的年份")
    return {**found, "regime_parts_at": (("regime",), parts_at, {**words, "units": "year"})}


def _of_parameters(model: Model, names: tuple[str, ...]) -> dict[str, Variable]:
    rows = [(model[name], words_of(model[name])) for name in names]
    texts = {
        "parameter_units": ([said["units"] for _, said in rows], _named("Unit", "单位")),
        "parameter_long_name": ([said["long_name"] for _, said in rows], _named("Name", "名称（英文）")),
        "parameter_long_name_zh": ([said["long_name_zh"] for _, said in rows], _named("Name in Chinese", "名称")),
        "parameter_comment": ([said["comment"] for _, said in rows], _named("What it is", "含义（英文）")),
        "parameter_prior": ([prior_text(each) for each, _ in rows], _named("Prior", "先验分布（英文）")),
    }
    numbers = {
        "parameter_value": ([each.number for each, _ in rows], _named("Declared value", "设定值")),
        "parameter_low": ([each.low for each, _ in rows], _named("Least value allowed", "允许的最小值")),
        "parameter_high": ([each.high for each, _ in rows], _named("Greatest value allowed", "允许的最大值")),
    }
    found: dict[str, Variable] = {name: (("parameter",), _texts(values), words) for name, (values, words) in texts.items()}
    return found | {name: (("parameter",), np.array(values), words) for name, (values, words) in numbers.items()}


def _named(english: str, chinese: str) -> Words:
    return {"long_name": english, "long_name_zh": chinese}


def _texts(values: Iterable[str]) -> NDArray[np.str_]:
    return np.array(list(values), dtype=np.str_)
