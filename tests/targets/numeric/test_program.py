"""Equations as one text of Python: a long one is kept compiled between runs, a short one leaves nothing behind."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dualtrack.language.build import build
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle
from tests.strategies import module_of

CLOCK = Clock(2020.0, 2021.0, 1 / 4, 1 / 4)
PAUSE = """
pause = constant(2.0, "year", low=1.0, high=4.0, **NUMBER)
"""
STOCK = """
@stock("1", initial=0, **NAMED)
def size_{place}(size_{place}, pause):
    "Fills."
    return (1 - size_{place}) / pause
"""


def of_stocks(count: int) -> Model:
    return build(module_of(PAUSE + "".join(STOCK.format(place=place) for place in range(count))))


def values(model: Model) -> Mapping[str, tuple[float, ...]]:
    return Oracle.of(model).run(Regime("held"), CLOCK).values


@pytest.mark.parametrize(("stocks", "files"), [(1, 0), (800, 1)], ids=["short", "long"])
def test_only_a_long_program_is_kept_and_read_back_it_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stocks: int, files: int
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    model = of_stocks(stocks)
    first = values(model)
    left = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert len(left) == files
    assert values(of_stocks(stocks)) == first
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == left
