"""Passports: the same for the same inputs, different where anything differs that could change a number."""

import json
from dataclasses import replace
from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from dualtrack.errors import OutputError
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.runs.passport import differences, names_apart, passport, regime_fingerprint
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import draining, growth

CLOCK = Clock(2020.0, 2030.0, 0.25, 0.25)
OPEN = Regime("open", {"access": Path(((2020.0, 1.0),)), "cut_off": Path(((2020.0, 0.0),))})


def made(seed: int = 1, regime: Regime = OPEN, clock: Clock = CLOCK, inputs: tuple[File, ...] = ()) -> dict[str, Any]:
    ensemble = run_ensemble(growth(), [regime], draw(growth(), 5, seed), clock, ["capability"])
    return passport(growth(), ensemble, clock, inputs)


def test_the_same_work_has_the_same_passport_and_survives_json() -> None:
    assert made() == made() == json.loads(json.dumps(made()))


def test_it_says_what_differs(tmp_path: File) -> None:
    file = tmp_path / "rule.toml"
    file.write_text("a = 1", encoding="utf-8")
    other = replace(OPEN, paths={**OPEN.paths, "access": Path(((2020.0, 0.9),))})
    assert differences(made(), made()) == ()
    assert differences(made(), made(seed=2)) == ("worlds.seed",)
    assert differences(made(), made(regime=other)) == ("regimes.open",)
    assert differences(made(), made(clock=Clock(2020.0, 2030.0, 0.125, 0.25))) == ("clock.step",)
    assert differences(made(), made(inputs=(file,))) == ("inputs.rule.toml",)
    before = made(inputs=(file,))
    file.write_text("a = 2", encoding="utf-8")
    assert differences(before, made(inputs=(file,))) == ("inputs.rule.toml",)


def test_a_failed_world_is_counted() -> None:
    ensemble = run_ensemble(draining(), [Regime("running")], draw(draining(), 40, 1), CLOCK, ["log_level"])
    assert passport(draining(), ensemble, CLOCK)["worlds"]["failed"] == len(ensemble.failures) > 0


def test_a_regime_s_words_and_order_change_nothing() -> None:
    turned = Regime("other", dict(reversed(list(OPEN.paths.items()))), ("Open", "开放"), ("Text.", "文字。"))
    assert regime_fingerprint(turned) == regime_fingerprint(OPEN)
    ramp = replace(OPEN, paths={**OPEN.paths, "access": Path(((2020.0, 1.0),), ramp=True)})
    assert regime_fingerprint(ramp) != regime_fingerprint(OPEN)


def test_no_place_of_this_machine_is_named(tmp_path: File) -> None:
    file = tmp_path / "rule.toml"
    file.write_text("a = 1", encoding="utf-8")
    assert str(tmp_path) not in json.dumps(made(inputs=(file,)))


def test_inputs_of_one_name_are_both_kept_apart(tmp_path: File) -> None:
    places = [tmp_path / "rule.toml", tmp_path / "a" / "rule.toml", tmp_path / "b" / "Rule.toml", tmp_path / "rule.2.toml"]
    for number, file in enumerate(places):
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"a = {number}", encoding="utf-8")
    found = made(inputs=tuple(places))["inputs"]
    assert list(found) == sorted(names_apart(places)) == ["Rule.3.toml", "rule.2.2.toml", "rule.2.toml", "rule.toml"]
    assert len(set(found.values())) == len(places)


def test_a_name_that_some_system_forbids_is_written_otherwise() -> None:
    assert names_apart([File('a:b?\udcff"\n.toml'), File("笔记.toml")]) == ("a_b____.toml", "笔记.toml")


def test_an_input_that_cannot_be_read_is_refused(tmp_path: File) -> None:
    with pytest.raises(OutputError, match="cannot be read"):
        made(inputs=(tmp_path / "none.toml",))


def test_worlds_picked_from_a_draw_are_told_from_others_as_many() -> None:
    worlds = draw(growth(), 6, 1)
    ensembles = [
        run_ensemble(growth(), [OPEN], worlds.only(np.array(wanted, dtype=bool)), CLOCK, ["capability"])
        for wanted in ([1, 0, 1, 0, 0, 0], [1, 0, 0, 0, 1, 0])
    ]
    one, other = (passport(growth(), each, CLOCK) for each in ensembles)
    assert differences(one, other) == ("worlds.numbers",)
    whole, first = (
        passport(growth(), run_ensemble(growth(), [OPEN], each, CLOCK, ["capability"]), CLOCK)
        for each in (draw(growth(), 2, 1), worlds.only(np.arange(6) < 2))
    )
    assert differences(whole, first) == ()
