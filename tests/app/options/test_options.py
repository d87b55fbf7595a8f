"""What is written after an option is read as it was meant or refused; what would have no effect is refused or told."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclopts import CycloptsError

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS, build
from dualtrack.app.options.idle_options import RULES, check_effects
from dualtrack.errors import UsageError
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.tilt import tilted
from tests.app.calling import Caller
from tests.documents.command_page import page

WORDS: dict[str, tuple[str, ...]] = {
    "run": ("as_is",),
    "compare": ("as_is", "refusal"),
    "matter": ("dependence",),
    "discover": ("dependence > 0.1",),
    "believe": ("L5",),
    "break": ("as_is", "dependence > 0.1"),
    "explain-change": ("as_is", "refusal"),
    "show": ("refusal",),
    "explain": ("dependence",),
    "cite": ("L5",),
    "list": ("levers",),
    "new": ("mine.toml",),
    "freeze": ("mine.toml",),
    "dispute": ("one.toml", "other.toml"),
    "export": ("model.xmile",),
    "verify": ("results",),
}
"""What a command needs before its options."""
LISTED_THERE = ("dispute --regime",)
"""An option that lists names in one command, and names one in another."""
NO_WHOLE = ("", " ", "1.5", "1e3", "1_000", "1,000", "0x10", "٣", "３", "nan", "inf", " 2", "2 ", "many", "--", "1/2")
NO_DECIMAL = ("", " ", "2_030", "2,030", "0x7ee", "٢٠٣٠", "nan", "inf", "1e999", " 2030", "soon")
NO_NAME = ("", " ", " as_is", "as_is ", "as\tis", "as\u202eis", "as_is\n", "as\u200bis")
NO_NAMES = ("", " ", ",", "as\tis", "as_is,")
NO_PLACE = ("", " ", "a\x1b[2Jb", "a\nb", "x" * 300)


def options() -> Iterator[tuple[str, str, type]]:
    """Every option of every command, with the type of what follows it."""
    app = build()
    for command in COMMANDS:
        for argument in app[command].assemble_argument_collection(parse_docstring=True):
            if argument.names[0].startswith("-"):
                yield command, argument.names[0], argument.hint


OPTIONS = list(options())
APP = build()
LISTED = ("--regimes", "--outcomes", "--claims", "--numbers")
"""Options that list names with commas, around which blanks are no fault."""
BAD = {int: NO_WHOLE, float: NO_DECIMAL, str: NO_NAME, Path: NO_PLACE}


def slips(command: str, option: str, kind: type) -> tuple[str, ...]:
    """What may not stand after an option of a command that takes this kind of value."""
    return NO_NAMES if option in LISTED or f"{command} {option}" in LISTED_THERE else BAD[kind]


def refused(*words: str) -> str:
    """What reading a command line says that must be refused; the command itself never begins."""
    with pytest.raises((UsageError, CycloptsError)) as caught:
        _, bound, _ = APP.parse_args(words, exit_on_error=False, print_error=False)
        check_effects(words[0], bound.arguments)
    assert isinstance(caught.value, CycloptsError) or (isinstance(caught.value, UsageError) and caught.value.fix)
    return str(caught.value)


def kind_of(hint: object) -> type | None:
    """What one word after the option is; None for a bare flag or a closed set of words."""
    said = str(hint)
    if hint is bool or "Literal" in said:
        return None
    return next((kind for kind in (int, float, Path, str) if kind is hint or kind.__name__ in said), None)


@pytest.mark.parametrize(("command", "option", "hint"), [each for each in OPTIONS if kind_of(each[2]) is not None])
def test_no_word_is_read_as_something_else(command: str, option: str, hint: object) -> None:
    kind = kind_of(hint)
    assert kind is not None
    for bad in ("", *random.Random(command + option).sample(slips(command, option, kind), 4)):
        assert option in refused(command, *WORDS.get(command, ()), f"{option}={bad}")


@pytest.mark.parametrize(("command", "option", "hint"), OPTIONS)
def test_an_option_given_twice_is_refused(command: str, option: str, hint: object) -> None:
    value = {int: "2", float: "2035", Path: "here", str: "dependence"}.get(kind_of(hint) or object)
    words = [option] if hint is bool else [f"{option}={value or 'number'}"]
    said = refused(command, *WORDS.get(command, ()), *words, *words)
    assert "multiple times" in said or "given twice" in said


@pytest.mark.parametrize("names", ["", ",", "as_is,", "as_is,,refusal", "as_is,AS_IS", "as_is, as_is"])
@pytest.mark.parametrize("option", [["check", "--regimes"], ["explore", "--regimes"], ["judge", "--claims"]])
def test_names_with_commas_are_different_and_none_is_empty(option: list[str], names: str) -> None:
    assert option[1] in refused(*option, names)


@pytest.mark.parametrize(
    "words",
    [
        ["run", "as_is", "--seed", "3"],
        ["run", "as_is", "--world", "nominal", "--tilt", "essay"],
        ["explain-change", "as_is", "refusal", "--seed", "3"],
        ["facts", "--tilt", "essay"],
        ["facts", "--removal", "--tilt", "essay"],
        ["facts", "--panel", "--worlds", "3"],
        ["facts", "--panel", "--seed", "3"],
        ["judge", "--planted", "essay", "--prior", "essay"],
        ["matter", "lag(dependence)", "--year", "2030"],
        ["matter", "dependence @ 2030", "--year", "2035"],
        ["matter", "L5", "--year", "2035"],
        ["matter", "l5", "--regime", "as_is"],
        ["discover", "L5 and not H9", "--regime", "as_is"],
        ["discover", "not l5", "--against", "as_is"],
        ["export", "runs.csv", "--regime", "refusal"],
        ["export", "runs.PARQUET", "--regime", "refusal"],
        ["export", "runs.csv", "--seed", "3"],
        ["page", "--check", "-o", "page.html"],
        ["page", "--check", "--renew"],
        ["list", "claims", "--from", "mine.toml"],
        ["explain", "dependence", "--seed", "3"],
    ],
)
def test_an_option_without_effect_is_refused_with_what_would_give_it_one(words: list[str]) -> None:
    assert "has no effect here" in refused(*words)


def test_every_rule_about_effects_names_options_that_the_command_has() -> None:
    app = build()
    for command, rules in RULES.items():
        known = {argument.field_info.name for argument in app[command].assemble_argument_collection(parse_docstring=True)}
        assert {option for rule in rules for option in rule.options} <= known


@pytest.mark.parametrize("settings", [["memory_access=0.1", "memory_access=0.9"], ["memory_access=0.1", "MEMORY_ACCESS=0.1"]])
def test_a_number_is_set_once(call: Caller, settings: list[str]) -> None:
    call.refused("run", "as_is", *[word for each in settings for word in ("--set", each)], code=2)


def test_a_regime_file_is_named_once_by_whatever_path(call: Caller, mine: Path) -> None:
    other = mine.parent / "." / ".." / mine.parent.name / mine.name
    assert "given twice" in call.refused("run", "mine", "--from", str(mine), "--from", str(other), code=2)


@pytest.mark.parametrize(
    "words",
    [["export", "mine.xmile"], ["page", "-o", "mine.toml"], ["report", "--worlds", "2", "-o", "."], ["explore", "-o", "."]],
)
def test_an_output_never_replaces_an_input(call: Caller, mine: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(mine.parent)
    source = mine.with_suffix(".xmile") if words[0] == "export" else mine
    mine.rename(source)
    before = source.read_bytes()
    assert "would replace the input" in call.refused(*words, "--from", source.name, code=2)
    assert source.read_bytes() == before


def test_a_regime_that_was_read_and_not_run_is_told(call: Caller, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine.parent)
    words = ["--years", "2040:2040", "--from", str(mine)]
    assert "not run: mine" in call.fine("run", "as_is", *words).err
    assert call.fine("run", "mine", *words).err == ""
    words = ["export", "as_is.xmile", "--from", str(mine)]
    assert "not run: mine" in call.fine(*words, "--regime", "as_is").err


def test_the_base_of_a_regime_that_is_run_is_not_idle(call: Caller, mine: Path) -> None:
    other = mine.with_name("other.toml")
    other.write_text(mine.read_text(encoding="utf-8").replace('"mine"', '"other"').replace('"as_is"', '"mine"'), encoding="utf-8")
    words = ["--years", "2040:2040", "--from", str(mine), "--from", str(other)]
    assert "not run" not in call.fine("run", "other", *words).err
    assert "not run: other" in call.fine("run", "mine", *words).err


def test_years_that_end_before_the_regime_parts_are_told(call: Caller) -> None:
    assert "after the run, which ends in 2024" in call.fine("run", "refusal", "--years", "2020:2024").err
    assert call.fine("run", "refusal", "--years", "2029:2029").err == ""


def test_one_year_is_a_span(call: Caller) -> None:
    for year in ("2018", "2035", "2060"):
        assert call.fine("run", "as_is", "--years", f"{year}:{year}", "--json").json["years"] == [int(year)]


@pytest.mark.parametrize(
    "words",
    [
        ["run", "AS_IS", "--show", "Dependence", "--set", "Memory_Access=0.5"],
        ["compare", "AS_IS", "Refusal", "--worlds", "2"],
    ],
)
def test_names_are_known_in_any_case(call: Caller, words: list[str]) -> None:
    lower = call.fine(*[word if word.startswith("--") else word.lower() for word in words]).out
    assert call.fine(*words).out == lower


@pytest.mark.parametrize("tilt", ["agnostic", "essay"])
def test_a_world_run_by_its_number_has_the_numbers_of_the_draw(call: Caller, tilt: str) -> None:
    laboratory, shown = bind(), ("diversion_strength", "lobbying")
    drawn = draw(tilted(laboratory.model, laboratory.tilt(tilt)), 6, 11).world(5)
    words = ["--world", "5", "--seed", "11", "--tilt", tilt, "--years", "2020:2020", "--json"]
    found = call.fine("run", "as_is", *words, *[word for name in shown for word in ("--show", name)]).json
    assert {name: found["values"][name][0] for name in shown} == {name: drawn[name] for name in shown}
    assert (found["world"], found["origin"]["seed"], found["prior"]) == (5, 11, tilt)


@pytest.mark.parametrize("world", ["-1", "1.5", "median", "1e3", "٣"])
def test_no_other_world_than_a_drawn_one_is_run(call: Caller, world: str) -> None:
    assert "--world" in call.refused("run", "as_is", f"--world={world}")


@pytest.mark.parametrize("seed", ["-1", "9" * 25])
def test_a_seed_that_no_draw_can_start_from_is_refused_everywhere(call: Caller, seed: str) -> None:
    for command, option, _ in OPTIONS:
        if option == "--seed":
            assert "is no seed" in call.refused(command, *WORDS.get(command, ()), f"--seed={seed}")


def test_the_suffix_of_an_export_is_known_in_capitals(call: Caller, tmp_path: Path) -> None:
    call.fine("export", str(tmp_path / "model.XMILE"))
    call.fine("export", str(tmp_path / "model.xmile"))
    assert (tmp_path / "model.XMILE").read_bytes() == (tmp_path / "model.xmile").read_bytes()


def test_the_version_stands_alone(call: Caller) -> None:
    call.refused("--version", "run", code=2)


def test_every_option_and_argument_of_every_command_says_what_it_does() -> None:
    told = [line for line in page().splitlines() if line.startswith("- `")]
    assert [line for line in told if not line.partition("`: ")[2].partition("*[")[0].strip()] == []
    assert sum(line.startswith("- `--") for line in told) > 3 * len(COMMANDS)
