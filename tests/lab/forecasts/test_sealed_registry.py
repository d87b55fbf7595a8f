"""What was frozen stays as it was: a forecast that was changed is named, and a list that was changed is refused."""

import json
from pathlib import Path

import pytest

from dualtrack.errors import RecordError
from dualtrack.lab.forecasts.sealed_registry import hash_of, read_registry
from tests.lab.forecasts.made_up import FROZEN, data, written


def test_a_registry_is_read_as_it_was_sealed(tmp_path: Path) -> None:
    found = read_registry(written(tmp_path))
    assert found.frozen == FROZEN
    assert [each.id for each in found.forecasts] == ["fish_landed.2027-12-31", "fish_share.2026-12-31"]
    assert not found.altered
    assert read_registry(written(tmp_path), found.seal).seal == found.seal


def test_an_altered_forecast_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    file = written(tmp_path)
    changed = json.loads(file.read_text(encoding="utf-8"))
    changed["forecasts"][0]["said"]["accepted"]["location"] += 0.01
    file.write_text(json.dumps(changed), encoding="utf-8")
    found = read_registry(file)
    assert found.altered == ("fish_landed.2027-12-31",)
    assert [each.id for each in found.forecasts] == ["fish_share.2026-12-31"]


def test_a_registry_sealed_anew_or_shortened_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path)
    seal = read_registry(file).seal
    shorter = json.loads(file.read_text(encoding="utf-8"))
    shorter["forecasts"].pop()
    file.write_text(json.dumps(shorter), encoding="utf-8")
    with pytest.raises(RecordError, match="not the one that was sealed"):
        read_registry(file)
    shorter["sha256"] = hash_of(shorter)
    file.write_text(json.dumps(shorter), encoding="utf-8")
    assert len(read_registry(file).forecasts) == 1
    with pytest.raises(RecordError, match="not the one that was sealed"):
        read_registry(file, seal)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"forecasts": [], "sha256": ""}', "\ufeff{"])
def test_what_is_no_registry_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "frozen.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RecordError):
        read_registry(file)


def test_neither_the_order_of_keys_nor_blanks_count() -> None:
    row = data()["forecasts"][0]
    assert hash_of(dict(reversed(row.items()))) == hash_of(row)
    assert hash_of({**row, "batch": "blind"}) != hash_of(row)


def test_forecasters_differ_where_their_middles_part(tmp_path: Path) -> None:
    first = read_registry(written(tmp_path)).forecasts[0]
    assert not first.differs("accepted", "accepted")
    assert first.differs("accepted", "logistic")
