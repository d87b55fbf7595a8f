"""Regimes from files: what a path becomes on its base, in any order of files, and what is refused, with its place."""

from itertools import permutations
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.lab.runs.regimes import read_regimes, set_lever, with_lever_on
from dualtrack.language.scenario import Path, Regime, check_regime
from tests.lab.toys import growth

MODEL = growth()
PAST = {"access": Path(((2018.0, 1.0), (2022.75, 0.5))), "alarm": Path(((2018.0, 0.0), (2022.75, 4.0), (2023.0, 0.0)))}
HEAD = 'label = { en = "A", zh = "甲" }\n'


def regime(name: str, body: str, base: str = "history") -> str:
    return f'name = "{name}"\n{HEAD}base = "{base}"\n{body}'


def write(folder: File, **texts: str) -> File:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


OPEN = regime("open", 'parts_at = 2026.9\ndoc = { en = "Opens.", zh = "开放。" }\n[levers]\naccess = 0.75\n')
RISING = regime("rising", "parts_at = 2028\n[levers]\naccess = { ramp = [[2028, 0.0], [2032, 1.0]] }\n", base="open")
STEPS = regime("steps", "parts_at = 2027\ncut_off = 2031.5\n[levers]\naccess = [[2027, 0.1], [2029, 0.2]]\n", base="open")


def test_a_regime_follows_its_base_until_it_parts(tmp_path: File) -> None:
    found = read_regimes(write(tmp_path, a=OPEN, b=RISING, c=STEPS), MODEL, PAST)
    assert list(found) == ["open", "rising", "steps"]
    seen = {name: [found[name].paths["access"].at(year) for year in (2020, 2024, 2027.5, 2030)] for name in found}
    assert seen == {"open": [1, 0.5, 0.75, 0.75], "rising": [1, 0.5, 0.75, 0.5], "steps": [1, 0.5, 0.1, 0.2]}
    assert found["open"].parts_at == 2026.9
    assert (found["open"].label, found["open"].doc) == (("A", "甲"), ("Opens.", "开放。"))
    for each in found.values():
        check_regime(MODEL, each)
        assert each.paths["alarm"] == PAST["alarm"]


def test_a_cut_off_is_a_date_on_any_regime(tmp_path: File) -> None:
    found = read_regimes(write(tmp_path, a=OPEN, c=STEPS), MODEL, PAST)
    assert [found["steps"].paths["cut_off"].at(year) for year in (2020, 2031.4, 2031.5, 2039)] == [0, 0, 1, 1]
    cut = with_lever_on(MODEL, found["open"], "cut_off", 2030.0)
    assert cut.name == "open_cut_off_2030"
    assert [cut.paths["cut_off"].at(year) for year in (2029.9, 2030)] == [0, 1]
    assert cut.paths["access"] == found["open"].paths["access"]


def test_only_a_lever_that_the_model_declares_as_dated_is_set_by_its_date_alone(tmp_path: File) -> None:
    text = regime("a", "access = 2030.0\n", base="history")
    with pytest.raises(RegimeError, match="`access` is no key of a regime") as caught:
        read_regimes(write(tmp_path, a=text), MODEL, PAST)
    assert caught.value.fix.endswith("levers, edition, changed, cut_off")


def test_a_regime_that_only_dates_a_lever_parts_at_that_date(tmp_path: File) -> None:
    found = read_regimes(write(tmp_path, a=regime("a", "cut_off = 2030.0\n")), MODEL, PAST)["a"]
    assert found.parts_at == 2030.0


def test_nothing_but_a_lever_is_on_from_a_year_on_and_not_before_the_regime_parts(tmp_path: File) -> None:
    opened = read_regimes(write(tmp_path, a=OPEN), MODEL, PAST)["open"]
    with pytest.raises(RegimeError, match="no lever") as caught:
        with_lever_on(MODEL, opened, "cut_of", 2030.0)
    assert caught.value.near == "cut_off"
    with pytest.raises(RegimeError, match="before regime `open` parts"):
        with_lever_on(MODEL, opened, "cut_off", 2026.0)


def test_the_order_of_files_changes_nothing(tmp_path: File) -> None:
    files = [write(tmp_path, a=OPEN, b=RISING, c=STEPS) / f"{name}.toml" for name in "abc"]
    expected = read_regimes(files, MODEL, PAST)
    for order in permutations(files):
        assert read_regimes(order, MODEL, PAST) == expected


def test_a_lever_follows_its_base_until_its_own_first_date(tmp_path: File) -> None:
    late = regime("late", "parts_at = 2027\n[levers]\naccess = [[2030, 0.1]]\n", base="open")
    path = read_regimes(write(tmp_path, a=OPEN, b=late), MODEL, PAST)["late"].paths["access"]
    assert [path.at(year) for year in (2024, 2027, 2029.9, 2030)] == [0.5, 0.75, 0.75, 0.1]


@given(st.floats(2019.0, 2039.0), st.floats(0.0, 1.0), st.floats(0.001, 20.0))
def test_a_changed_lever_keeps_its_past(date: float, value: float, gap: float) -> None:
    before = Regime("past", PAST)
    access = set_lever(MODEL, before, "access", value, date).paths["access"]
    assert access.at(date - gap) == PAST["access"].at(date - gap)
    assert access.at(date) == access.at(date + gap) == value
    unset = set_lever(MODEL, before, "cut_off", value, date).paths["cut_off"]
    assert unset.at(date - gap) == MODEL["cut_off"].number


LEVERS = "parts_at = 2026.9\n[levers]\n"
WRONG = {
    "no regime": ("", "name"),
    "unknown key": (regime("a", "part_at = 2026.9\n"), "unknown.toml:4 part_at"),
    "no TOML": ("name = \n", "is not TOML"),
    "no label": ('name = "a"\nbase = "history"\n', "label"),
    "third language": ('name = "a"\nlabel = { fr = "A" }\nbase = "history"\n', "label"),
    "strange name": (regime("a/b", ""), "cannot name a regime"),
    "taken name": (regime("history", ""), "two regimes `history`"),
    "unknown base": (regime("a", "", base="histori"), "unknown.toml:3 base"),
    "own base": (regime("a", "", base="a"), "a -> a"),
    "unknown lever": (regime("a", LEVERS + "acess = 0.5\n"), "unknown.toml:6 acess"),
    "not a lever": (regime("a", LEVERS + "alarm = 0.5\n"), "which is no lever"),
    "a world's number": (regime("a", LEVERS + "mechanism = 0.5\n"), "which is no lever"),
    "out of range": (regime("a", LEVERS + "access = 1.5\n"), "unknown.toml:6 access"),
    "out of range later": (regime("a", LEVERS + "access = [[2027, 0.5], [2030, -0.1]]\n"), "-0.1 in 2030"),
    "not a number": (regime("a", LEVERS + "access = nan\n"), "no finite number"),
    "a truth value": (regime("a", LEVERS + "access = true\n"), "no finite number"),
    "a text": (regime("a", LEVERS + 'access = "half"\n'), "no finite number"),
    "strange table": (regime("a", LEVERS + "access = { slope = [[2027, 0.5]] }\n"), "no ramp"),
    "no date": (regime("a", LEVERS + "access = [2027, 0.5]\n"), "no date"),
    "falling dates": (regime("a", LEVERS + "access = [[2030, 0.5], [2027, 0.1]]\n"), "dates must rise"),
    "no dates": (regime("a", LEVERS + "access = []\n"), "dates must rise"),
    "before parting": (regime("a", LEVERS + "access = [[2026, 0.5]]\n"), "before `parts_at` 2026.9"),
    "never parts": (regime("a", "[levers]\naccess = 0.5\n"), "no `parts_at`"),
    "early cut-off": (regime("a", "parts_at = 2026.9\ncut_off = 2026.0\n"), "before `parts_at`"),
    "no table": (regime("a", "parts_at = 2026.9\nlevers = 3\n"), "must be a table"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_faulty_file_is_refused_with_its_place(tmp_path: File, fault: str) -> None:
    text, said = WRONG[fault]
    with pytest.raises(RegimeError) as caught:
        read_regimes(write(tmp_path, unknown=text), MODEL, PAST)
    assert said in str(caught.value)
    assert "unknown.toml" in caught.value.where
    assert caught.value.fix


def test_misspelt_names_are_met_with_the_nearest(tmp_path: File) -> None:
    for text, near in ((WRONG["unknown key"][0], "parts_at"), (WRONG["unknown lever"][0], "access")):
        with pytest.raises(RegimeError) as caught:
            read_regimes(write(tmp_path, unknown=text), MODEL, PAST)
        assert caught.value.near == near


def test_a_circle_is_shown(tmp_path: File) -> None:
    texts = {"a": regime("a", "", base="b"), "b": regime("b", "", base="c"), "c": regime("c", "", base="b")}
    with pytest.raises(RegimeError, match="b -> c -> b"):
        read_regimes(write(tmp_path, **texts), MODEL, PAST)


def test_one_name_in_two_files_is_refused(tmp_path: File) -> None:
    with pytest.raises(RegimeError, match=r"two regimes `open`: also .*a\.toml"):
        read_regimes(write(tmp_path, a=OPEN, b=OPEN), MODEL, PAST)


def test_no_file_is_refused(tmp_path: File) -> None:
    for places, said in ((tmp_path, "holds no regime"), ([], "no regime file"), (tmp_path / "x.toml", "cannot be read")):
        with pytest.raises(RegimeError, match=said):
            read_regimes(places, MODEL, PAST)


def test_a_history_of_what_the_model_has_not_is_refused(tmp_path: File) -> None:
    with pytest.raises(RegimeError, match="regime `history` sets `acces`"):
        read_regimes(write(tmp_path, a=OPEN), MODEL, {"acces": PAST["access"]})


@pytest.mark.parametrize(("name", "value"), [("acces", 0.5), ("alarm", 0.5), ("access", 1.5), ("access", float("nan"))])
def test_a_lever_that_cannot_be_set_is_refused(name: str, value: float) -> None:
    with pytest.raises(RegimeError):
        set_lever(MODEL, Regime("past", PAST), name, value, 2030.0)
