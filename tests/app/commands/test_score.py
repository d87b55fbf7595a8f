"""The frozen forecasts from the command line: what came is scored, what is open says why, and an altered one ends with 1."""

import json
from pathlib import Path

from dualtrack.app.bind import bind
from tests.app.answer_faults import faults
from tests.app.calling import Caller

ROWS = """series,start,end,value,low,high,kind,source,published,note
nvidia_revenue,2026-01-26,2027-01-31,365,,,reported,my_page,2027-02-24,
nvidia_market_value,2026-12-31,2026-12-31,6100,,,reported,my_page,2026-12-31,
nvidia_revenue_quarter,2026-07-27,2026-10-25,100,,,reported,my_page,2026-11-19,
"""
"""Made-up figures: nobody knows them yet."""
SOURCES = """key,title,publisher,date,url,grade,relay,licence_note
my_page,A page of mine,Me,,https://example.org/page,B,,made up
"""


def told(folder: Path) -> str:
    (folder / "observations.csv").write_text(ROWS, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return str(folder)


def test_nothing_is_resolved_before_its_figure_has_come(call: Caller) -> None:
    said = call.fine("score").out
    assert "0 are resolved" in " ".join(said.split())
    assert "not due 57, waiting 5" in said
    every = call.fine("score", "--open").out
    assert "its period ended on 2026-10-25, and no" in " ".join(every.split())


def test_figures_of_a_user_resolve_forecasts_and_blind_ones_stand_apart(call: Caller, tmp_path: Path) -> None:
    said = " ".join(call.fine("score", "--record", told(tmp_path)).out.split())
    assert "3 are resolved" in said
    assert "Prospective: what came" in said
    assert "Blind, not prospective: what came" in said
    assert "Of 2 the model came nearer than every baseline in" in said


def test_its_data_has_the_shape_of_all_answers(call: Caller, tmp_path: Path) -> None:
    found = call.fine("score", "--record", told(tmp_path), "--json").json
    assert sorted(set(faults("score", found))) == []
    assert [each["batch"] for each in found["outcomes"]] == ["prospective", "prospective", "blind"]
    assert len(found["open"]) == 59


def test_an_altered_forecast_is_named_and_refused(call: Caller, tmp_path: Path) -> None:
    place = bind().theory.foretold.registry
    assert place is not None
    data = json.loads(place.read_text(encoding="utf-8"))
    data["forecasts"][0]["above"] = 300.0
    file = tmp_path / "altered.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    answer = call("score", "--registry", str(file))
    assert answer.code == 1
    assert data["forecasts"][0]["id"] in answer.err
    assert "61 forecasts" in answer.out


def test_verify_names_an_altered_forecast_and_passes_the_frozen_ones(call: Caller, tmp_path: Path) -> None:
    place = bind().theory.foretold.registry
    assert place is not None
    assert "62 forecasts are as they were frozen" in call.fine("verify", str(place)).out
    data = json.loads(place.read_text(encoding="utf-8"))
    data["forecasts"][3]["above"] = 300.0
    file = tmp_path / "altered.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    answer = call("verify", str(file), "--json")
    assert answer.code == 1
    assert [each["file"] for each in answer.json["changed"]] == [data["forecasts"][3]["id"]]
    assert "rerun" in call.refused("verify", str(place), "--rerun", code=2)


def test_a_wrong_row_is_refused(call: Caller, tmp_path: Path) -> None:
    folder = told(tmp_path)
    (tmp_path / "observations.csv").write_text(ROWS.replace("365", "many"), encoding="utf-8")
    assert "many" in call.refused("score", "--record", folder)


STUDY = """
name = "mine"
title = "Mine"
[[sources]]
key = "my_page"
title = "A page of mine"
publisher = "Me"
date = "2026-11-19"
url = "https://example.org/page"
grade = "B"
licence_note = "made up"
[[observations]]
series = "nvidia_revenue_quarter"
start = 2026-07-27
end = 2026-10-25
value = 100
kind = "reported"
source = "my_page"
published = 2026-11-19
"""


def test_what_a_row_of_a_study_resolves_stands_beside_what_is_shipped(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(STUDY, encoding="utf-8")
    beside = call.fine("score", "--study", str(file), "--json").json["beside"]
    assert [(each["place"].rpartition(" / ")[2], each["shipped"], each["mine"]) for each in beside] == [
        ("standing", "waiting", "resolved"),
        ("outcome", None, 100.0),
    ]
    (tmp_path / "prior.toml").write_text(
        'title = "Prior"\n[priors.progress_rate]\nlow = 0.2\nhigh = 0.3\nwhy = "a guess"\n', encoding="utf-8"
    )
    assert "beside" not in call.fine("score", "--study", str(tmp_path / "prior.toml"), "--json").json
