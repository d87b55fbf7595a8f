"""The public list: complete, true, and enough for the first lines of a notebook."""

import pytest

import dualtrack as dt
from dualtrack.theory import dual_track


def test_every_public_name_has_one_home() -> None:
    assert sorted(dt._HOMES, key=str.casefold) == dt.__all__
    assert set(dt.__all__) <= set(dir(dt))


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="Regmie"):
        dt.Regmie  # noqa: B018 - asking is the test


def test_a_notebook_gets_from_a_theory_to_a_comparison() -> None:
    model = dt.build(dual_track)
    assert "independent_capability" in dt.explain(model, "independent_capability").text()
    record = dt.load_record()
    assert dt.figures(record)("china_accelerator_domestic_share", 2025).sources
    laboratory = dt.bind()
    regimes = [laboratory.regime("near_embargo"), dt.set_lever(model, laboratory.regime("as_is"), "memory_access", 1.0, 2027.0)]
    worlds = dt.draw(model, 5, seed=7)
    futures = dt.run_ensemble(model, regimes, worlds, dt.Clock(2018.0, 2040.0, 1 / 16, 1.0), ["independent_capability"])
    table = dt.compare(futures, ["independent_capability"], [2040.0], ["near_embargo"]).table()
    assert len(table) == 3
    assert "<xmile" in dt.xmile(model, regimes[0], dt.Clock(2018.0, 2040.0, 1 / 16, 1.0))
