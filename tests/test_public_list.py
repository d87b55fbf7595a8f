"""The public list: complete, true, and enough for the first lines of a notebook."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

import dualtrack as dt
from dualtrack.theory import dual_track


def test_every_public_name_is_listed_once_with_its_home() -> None:
    listed = ast.parse((Path(dt.__file__).parent / "__init__.pyi").read_text(encoding="utf-8"))
    homes = [(alias.name, node.module) for node in listed.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted((name for name, _ in homes), key=lambda name: (name.casefold(), name)) == dt.__all__
    for name, module in homes:
        assert getattr(dt, name) is getattr(import_module(str(module)), name)
    assert set(dt.__all__) <= set(dir(dt))


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="Regmie"):
        dt.Regmie  # type: ignore[attr-defined]  # noqa: B018 - asking is the test


def test_everything_public_can_be_imported_at_once() -> None:
    found: dict[str, object] = {}
    exec("from dualtrack import *", found)
    assert set(dt.__all__) <= set(found)


def test_a_notebook_gets_from_a_theory_to_a_comparison() -> None:
    model = dt.build(dual_track)
    assert "independent_capability" in dt.explain(model, "independent_capability").text()
    record = dt.load_record()
    assert dt.figures(record)("china_accelerator_domestic_share", 2025).sources
    laboratory = dt.bind()
    regimes = [laboratory.regime("near_embargo"), dt.set_lever(model, laboratory.regime("as_is"), "memory_access", 1.0, 2027.0)]
    worlds = dt.draw(model, 5, seed=7)
    futures = dt.run_ensemble(model, regimes, worlds, dt.Clock(2018.0, 2040.0, 1 / 16, 1.0), ["independent_capability"])
    table = dt.compare(futures, ["independent_capability"], [2040.0], ["near_embargo"]).to_polars()
    assert len(table) == 3
    assert "<xmile" in dt.xmile(model, regimes[0], dt.Clock(2018.0, 2040.0, 1 / 16, 1.0))
