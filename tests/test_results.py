"""What a notebook holds: every public kind of value is short to look at, goes to other tools, and cannot be changed."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import polars as pl
import pytest
import xarray

from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.tidy import Tidy, level_columns, placed, plain
from tests.kept_results import HOSTILE, OPEN, futures, model, run, shipped, toys

SCREEN, LOOKED_AT = 2000, 300
NAMES = {
    "model": "growth",
    "quantity": "capability",
    "regime": "open",
    "worlds": "12",
    "ensemble": "12 of 12",
    "run": "open",
    "judgement": "T1",
    "explained": "`shut` to `open`",
    "matter": "64",
    "laboratory": "dual_track",
    "theory": "dual_track",
    "record": "observations",
    "loops": "limited_opening",
    "judged": "seed 7",
}
"""What the first lines of some of them must tell."""


def every() -> Iterator[tuple[str, Any]]:
    for examples in (toys(), shipped()):
        yield from examples.items()


def inside(value: Any, seen: dict[int, Any]) -> Iterator[Any]:
    """A value and everything it holds, each once."""
    if id(value) in seen:
        return
    seen[id(value)] = value
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        parts: list[Any] = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, MappingProxyType | dict):
        parts = [*value, *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        parts = list(value)
    else:
        parts = []
    for part in parts:
        yield from inside(part, seen)


def test_every_value_and_all_that_it_holds_is_short_to_look_at() -> None:
    """Of what is held by the thousand, such as the loops of a search, the first hundreds of each kind."""
    long = {}
    for name, value in every():
        looked_at = Counter[type]()
        for each in inside(value, {}):
            looked_at[type(each)] += 1
            if looked_at[type(each)] <= LOOKED_AT and is_dataclass(each) and len(repr(each)) >= SCREEN:
                long[name] = type(each).__name__
    assert long == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_value_says_what_it_is(name: str) -> None:
    value = dict(every())[name]
    assert NAMES[name] in repr(value).splitlines()[0]
    assert NAMES[name] in value._repr_html_().replace("&#x27;", "'")


def test_a_hostile_label_reaches_no_page() -> None:
    assert HOSTILE[0] in repr(OPEN)
    for value in toys().values():
        if isinstance(value, Printed):
            assert "<script" not in value._repr_html_()
            assert "<b>" not in value._repr_html_()


def test_what_was_found_is_json_without_a_number_that_is_none() -> None:
    for name, value in every():
        if isinstance(value, Tidy):
            told = json.dumps(value.to_dict(), allow_nan=False, ensure_ascii=False)
            assert json.loads(told) == value.to_dict(), name


def test_a_table_has_a_row_for_each_thing() -> None:
    for name, value in every():
        if isinstance(value, Tidy):
            table = value.to_polars()
            assert isinstance(table, pl.DataFrame)
            assert len(table) == len(value.to_rows()), name
            assert not any(dtype in (pl.Object, pl.Struct, pl.List) for dtype in table.dtypes), name


def test_nothing_that_is_shared_can_be_changed() -> None:
    held: dict[int, Any] = {}
    for name, value in every():
        for each in inside(value, held):
            assert not isinstance(each, dict | list | set), f"{name} holds {type(each).__name__}: {each!r:.80}"
            if isinstance(each, np.ndarray) and each.size:
                with pytest.raises(ValueError, match="read-only"):
                    each[...] = 0
            elif isinstance(each, MappingProxyType):
                with pytest.raises(TypeError):
                    each["more"] = 1  # type: ignore[index]
            elif is_dataclass(each) and fields(each):
                with pytest.raises(FrozenInstanceError):
                    setattr(each, fields(each)[0].name, None)


def test_a_run_and_its_dataset_agree() -> None:
    data, found = run().to_xarray(), run()
    assert data["capability"].values.tolist() == list(found["capability"])
    assert data["year"].values.tolist() == list(found.years)
    assert (data["capability"].attrs["units"], data["capability"].attrs["long_name_zh"]) == ("1", "玩具")
    assert found.to_polars()["capability"].to_list() == list(found["capability"])
    assert found.to_dict()["units"]["progress"] == "1/year"


def test_an_ensemble_stands_beside_what_was_drawn_for_it() -> None:
    table, data = futures().to_polars([2022.5, 2030.0]), futures().to_xarray()
    assert len(table) == 2 * 2 * 12
    for regime in ("shut", "open"):
        rows = table.filter((pl.col("regime") == regime) & (pl.col("year") == 2030.0))
        np.testing.assert_array_equal(rows["capability"], futures().at(regime, "capability", 2030.0))
        np.testing.assert_array_equal(rows["base_speed"], futures().worlds.values["base_speed"])
        np.testing.assert_array_equal(data["capability"].sel(regime=regime), futures().curves(regime, "capability"))
    np.testing.assert_array_equal(data["parameters"].sel(parameter="base_speed"), futures().worlds.values["base_speed"])
    assert set(model().drawn) <= set(table.columns)


def test_without_a_year_the_last_one_is_told() -> None:
    assert futures().to_polars()["year"].unique().to_list() == [2030.0]


def test_an_ensemble_in_memory_and_one_on_disk_have_one_form() -> None:
    stored, kept = toys()["explored"].to_xarray().load(), futures().to_xarray()
    regimes = ["open", "shut"]
    for name in ("capability", "progress", "status"):
        xarray.testing.assert_identical(stored[name].sel(regime=regimes), kept[name].sel(regime=regimes))
    xarray.testing.assert_identical(stored["parameters"], kept["parameters"])


def test_a_comparison_tells_unit_and_label_of_every_row() -> None:
    table = toys()["comparison"].to_polars()
    assert table["kind"].unique(maintain_order=True).to_list() == ["level", "difference", "lag"]
    assert set(table["label_zh"]) == {"玩具"}
    assert set(table.filter(pl.col("kind") == "lag")["unit"]) == {"month"}


def test_what_is_no_number_is_none_and_arrays_are_lists() -> None:
    told = plain({"a": np.array([1.0, math.nan]), "b": (np.float64(2.0), math.inf), 3: np.int64(4), "c": np.bool_(True)})
    assert told == {"a": [1.0, None], "b": [2.0, None], "3": 4, "c": True}
    assert [type(each) for each in (told["3"], told["c"], told["b"][0])] == [int, bool, float]


def test_languages_and_ends_of_an_interval_have_columns_of_their_own() -> None:
    rows: list[dict[str, object]] = [
        {"id": 1, "label": {"en": "a", "zh": "甲"}, "interval": [0.1, 0.2], "names": ["x", "y"]},
        {"id": 2, "interval": None},
    ]
    columns = level_columns(rows)
    assert list(columns) == ["id", "label_en", "label_zh", "interval_low", "interval_high", "names"]
    assert columns["interval_high"] == [0.2, None]
    assert columns["names"] == ["x, y", None]


def test_a_key_is_placed_in_front_of_another() -> None:
    assert list(placed({"a": 1, "b": 2}, "b", {"c": 3})) == ["a", "c", "b"]
