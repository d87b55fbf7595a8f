"""What was found in minutes is kept under a fingerprint of all that it hangs on, and is never shown beside anything else."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack import found
from dualtrack.app.page.pack.basis import basis
from dualtrack.app.page.pack.claim_rows import verdict_of
from dualtrack.app.page.pack.find_table import UNJUDGED
from dualtrack.app.page.pack.found import is_current, read_found, table_text
from dualtrack.errors import OutputError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.scenario import Path as Steps
from dualtrack.language.scenario import Regime


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


def kept(laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch, place: Path, text: str | None = None) -> None:
    """Let the table stand somewhere else, with this text or found from this laboratory."""
    rows = {"fingerprint": basis(laboratory), "verdicts": {"L5": UNJUDGED}, "accepted": [1, 4]}
    place.write_text(table_text(rows) if text is None else text, encoding="utf-8")
    monkeypatch.setattr(found, "table", lambda: place)


def test_the_table_is_read_as_it_was_written(laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept(laboratory, monkeypatch, tmp_path / "found.json")
    assert read_found(laboratory)["verdicts"] == {"L5": UNJUDGED}
    assert is_current(laboratory)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"fingerprint": "0"}'])
def test_a_table_found_from_anything_else_is_refused(
    laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    kept(laboratory, monkeypatch, tmp_path / "found.json", text)
    assert not is_current(laboratory)
    with pytest.raises(OutputError, match="--renew"):
        read_found(laboratory)


def test_a_number_moves_the_basis_and_a_word_does_not(laboratory: Laboratory) -> None:
    model = laboratory.model
    quantity = model["diversion_strength"]
    moved = replace(model, quantities={**model.quantities, quantity.name: replace(quantity, value=0.123)})
    worded = replace(model, quantities={**model.quantities, quantity.name: replace(quantity, doc="Said otherwise.")})
    assert basis(replace(laboratory, model=worded)) == basis(laboratory) != basis(replace(laboratory, model=moved))


def test_targets_bounds_tilts_and_shipped_regimes_are_part_of_the_basis(laboratory: Laboratory) -> None:
    theory, name = laboratory.theory, laboratory.shipped[1]
    path = {**laboratory.regimes[name].paths, "memory_access": Steps(((2026.9, 0.77),))}
    weighs = theory.published.experiments[0].findings[0]
    other = [replace(row, effect=0.777) if row.id == weighs else row for row in laboratory.record.findings]
    changed: list[dict[str, Any]] = [
        {"theory": replace(theory, matched=theory.matched[1:])},
        {"theory": replace(theory, bounds=theory.bounds[1:])},
        {"theory": replace(theory, tilts=theory.tilts[1:])},
        {"theory": replace(theory, facts=theory.facts[1:])},
        {"theory": replace(theory, counterparts=theory.counterparts[1:])},
        {"theory": replace(theory, published=replace(theory.published, experiments=theory.published.experiments[1:]))},
        {"record": replace(laboratory.record, findings=tuple(other))},
        {"regimes": {**laboratory.regimes, name: replace(laboratory.regimes[name], paths=path)}},
    ]
    assert len({basis(laboratory), *(basis(replace(laboratory, **each)) for each in changed)}) == 1 + len(changed)


def test_a_users_own_regime_changes_no_verdict(laboratory: Laboratory) -> None:
    mine = {**laboratory.regimes, "mine": Regime("mine", {})}
    assert basis(replace(laboratory, regimes=mine)) == basis(laboratory)


def test_the_table_has_a_line_for_every_claim() -> None:
    text = table_text({"fingerprint": "0", "verdicts": {"A": UNJUDGED, "B": UNJUDGED}, "accepted": [1, 2]})
    assert len(text.splitlines()) == 2 + 1 + 4 + 1
    assert json.loads(text)["accepted"] == [1, 2]


def test_a_verdict_keeps_shares_intervals_and_what_it_hangs_on() -> None:
    share = {"probability": 0.5, "interval": [0.4, 0.6], "worlds": 100, "worth": 40.5}
    crux = {"name": "x", "en": "X", "zh": "甲", "low": share, "high": share, "difference": 0.0, "interval": [0, 0]}
    reading = {**share, "given_mechanism": share, "asked": share, "effect": None, "lead": {"lead": 0.1, "interval": [0.0, 0.2]}}
    reading |= {"given_first": None, "undefined": None}
    reading |= {"variants": [{"en": "V", "zh": "乙", **share}], "failed": 0}
    answer = {"prior": "agnostic", "before": reading, "after": None, "odds": None, "cruxes": [crux]}
    verdict = {"verdict": "open", "why": "many things", "number": "", "near": ""}
    row: dict[str, Any] = {
        **verdict,
        "firmness": {"firm": False, "flips": {"name": "x", "value": 1.0, "distance": 1.5, **share}},
        "turns": [{"level": 0.5, "value": None}],
        "needed": {"factor": 3.2, "share": share, "stopped": []},
        "second_parting": {"year": 2023.9, **verdict, "answers": [{"prior": "agnostic", **reading}]},
        "beside": {"null": [share], "planted": share, "best": share, "nothing": None, "accepted": None, "corner": {"x": 1.0}},
        "existence": {"x": {"factor": 2.0, "interval": [1.0, 3.0], "says": "silent"}},
        "columns": [
            {
                "name": "accepted",
                "counts": True,
                "verdict": "open",
                "why": "many things",
                "number": "",
                "near": "",
                "asked": [share],
                "null": [share],
                "existence": {"x": {"factor": 2.0, "interval": [1.0, 3.0], "says": "silent"}},
            }
        ],
        "answers": [answer],
    }
    kept = verdict_of(row)
    plain = {"probability": 0.5, "low": 0.4, "high": 0.6, "worlds": 100, "worth": 40.5}
    assert {key: kept[key] for key in verdict} == verdict and kept["turns"] == row["turns"]
    assert kept["answers"][0]["before"]["low"] == 0.4 and kept["answers"][0]["before"]["asked"] == plain
    assert kept["answers"][0]["before"]["lead"] == {"value": 0.1, "low": 0.0, "high": 0.2}
    assert kept["cruxes"] == [{"name": "x", "label": ["X", "甲"], "low": 0.5, "high": 0.5, "difference": 0.0}]
    assert kept["second_parting"]["answers"] == [{"prior": "agnostic", **plain}] and kept["second_parting"]["verdict"] == "open"
    assert kept["firmness"]["flips"] == {"name": "x", "value": 1.0, "distance": 1.5, **plain}
    assert kept["needed"] == {"factor": 3.2, "share": plain, "stopped": []} and kept["existence"] == {"x": 2.0}
    assert kept["beside"]["null"] == [plain] and kept["beside"]["corner"] == {"x": 1.0}
    assert kept["beside"]["planted"] == plain and kept["beside"]["nothing"] is None
    assert kept["variants"][0]["label"] == ["V", "乙"]
    (column,) = kept["columns"]
    assert (column["name"], column["counts"], column["verdict"], column["asked"]) == ("accepted", True, "open", [plain])
    assert column["existence"] == {"x": 2.0}
