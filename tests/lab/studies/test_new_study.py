"""A study to begin with: as it is written it says nothing, and taken out of its comments it says what holds already."""

from datetime import date
from pathlib import Path

from dualtrack.lab.studies.new_study import new_study, said
from dualtrack.lab.studies.study_file import read_study
from tests.lab.studies.studying import shipped, study_of

TODAY = date(2026, 11, 30)


def text(*numbers: str) -> str:
    return new_study(shipped(), "mine", shipped().past.name, numbers, "mine.toml", TODAY)


def test_a_new_study_says_nothing(tmp_path: Path) -> None:
    study = study_of(tmp_path, text("progress_rate"))
    assert not any(study.parts.values())


def test_every_line_taken_out_of_its_comment_says_what_holds_already(tmp_path: Path) -> None:
    drawn = [name for name in shipped().model.drawn if name not in shipped().model.switches]
    file = tmp_path / "mine.toml"
    file.write_text(said(text(*drawn)), encoding="utf-8")
    study = read_study(file, shipped())
    assert study.priors == {}
    assert len(study.idle) == len(shipped().model.drawn)
    assert set(study.regimes) == {"mine"}
    assert set(study.rows) == {"sources", "observations"}
    assert set(study.claims) == {"mine_1"}


def test_it_shows_every_lever_with_its_value_of_the_day() -> None:
    past, model, found = shipped().past, shipped().model, text()
    for name in model.of_role(["lever"]):
        if not model[name].dated:
            value = past.paths[name].at(past.parts_at or 0.0) if name in past.paths else model[name].number
            assert f"{name}{chr(34) if '.' in name else ''} = {value:g}" in found
