"""A moved verdict tells by what: a figure moves the record alone, a number the theory alone, a bound the rule alone."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack import basis
from dualtrack.app.page.pack.basis import PARTS, moved, parts
from dualtrack.language.scenario import Path

LABORATORY = bind()


def changed(other: dict[str, str]) -> list[str]:
    now = parts(LABORATORY)
    return [name for name in PARTS if now[name] != other[name]]


def test_a_number_or_a_test_is_the_theorys() -> None:
    theory, model = LABORATORY.theory, LABORATORY.model
    number = model["diversion_strength"]
    other = replace(model, quantities={**model.quantities, number.name: replace(number, value=0.123)})
    assert changed(parts(replace(LABORATORY, model=other))) == ["theory"]
    assert changed(parts(replace(LABORATORY, theory=replace(theory, tests=theory.tests[1:])))) == ["theory"]


def test_a_regime_is_the_theorys_from_where_it_parts_on() -> None:
    name = LABORATORY.shipped[1]
    regime = LABORATORY.regimes[name]
    assert regime.parts_at is not None
    for year, expected in ((regime.parts_at + 1, ["theory"]), (regime.parts_at - 5, [])):
        lever = next(each for each, path in regime.paths.items() if path.points[-1][0] != year)
        path = replace(regime.paths[lever], points=tuple(sorted((*regime.paths[lever].points, (year, 0.5)))))
        other = {**LABORATORY.regimes, name: replace(regime, paths={**regime.paths, lever: path})}
        assert changed(parts(replace(LABORATORY, regimes=other))) == expected


def test_history_is_the_records() -> None:
    name = next(iter(LABORATORY.history))
    other = {**LABORATORY.history, name: Path(((2010.0, 0.5),))}
    assert changed(parts(replace(LABORATORY, history=other))) == ["record"]


def test_a_bound_is_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = parts(LABORATORY)
    monkeypatch.setattr(basis, "MUCH", 0.5)
    assert changed(before) == ["rule"]


def found(verdict: str, **other: str) -> dict[str, Any]:
    return {
        "verdicts": {"A": {"verdict": verdict}, "B": {"verdict": "open"}},
        "parts": {**dict.fromkeys(PARTS, "0"), **other},
        "model": "m",
    }


def test_what_moved_is_listed_with_all_that_changed() -> None:
    assert moved(found("open"), found("open", rule="1")) is None
    expected = {"by": ["rule", "record"], "model": "m", "moved": [{"id": "A", "before": "open", "now": "supported"}]}
    assert moved(found("open"), found("supported", rule="1", record="1")) == expected
