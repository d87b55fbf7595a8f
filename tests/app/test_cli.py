"""The command line as a whole: help, exit codes, streams, and no traceback for anybody's mistake."""

import os
import subprocess
import sys

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS
from dualtrack.app.command_groups import ASKED, GROUPS, question_of
from dualtrack.app.names.list_record import command_rows
from tests.app.calling import SCRIPT, Caller, apart
from tests.house import ROOT

TAKES_A_WORD = ("discover", "explain", "export", "matter", "run")
each_command = pytest.mark.parametrize("command", COMMANDS)


@each_command
def test_every_command_has_help_with_an_example(call: Caller, command: str) -> None:
    said = call.fine(command, "--help").out
    assert f"Example: dualtrack {command}" in said
    assert "--json" in said
    assert "{" not in said, "a placeholder is left for the reader to guess"


@each_command
def test_every_command_refuses_an_unknown_option_with_the_nearest(call: Caller, command: str) -> None:
    assert "--json" in call.refused(command, *["x"] * (command in TAKES_A_WORD), "--jsn", code=2)


def test_help_names_every_command_and_the_main_job(call: Caller) -> None:
    said = call.fine("--help").out
    assert all(command in said for command in COMMANDS)
    assert "Without a command" in said


def test_an_unknown_command_is_refused_with_the_nearest(call: Caller) -> None:
    assert "near  compare" in call.refused("comprae", code=2)


def test_an_option_without_a_command_belongs_to_the_main_job(call: Caller) -> None:
    assert "--worlds" in call.refused("--wrlds", "3", code=2)


def test_a_missing_argument_is_named(call: Caller) -> None:
    assert "REGIME" in call.refused("run", code=2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "limted_opening"], "near  limited_opening"),
        (["run", "as_is", "--set", "memory_acess=1"], "near  memory_access"),
        (["run", "as_is", "--set", "memory_access=nan"], "finite"),
        (["run", "as_is", "--set", "memory_access=inf"], "finite"),
        (["run", "as_is", "--set", "memory_access"], "NAME=VALUE"),
        (["run", "as_is", "--set", "memory_access=0.5 share"], "NAME=VALUE"),
        (["run", "as_is", "--set", "memory_access=3"], "between 0 and 1"),
        (["run", "as_is", "--set", "diversion_strength=-0.1"], "between 0 and 1"),
        (["run", "as_is", "--set", "dependence=1"], "computed"),
        (["run", "as_is", "--set", "control_alarm=1"], "computed"),
        (["run", "as_is", "--scheme", "rk5"], "near  rk4"),
        (["run", "as_is", "--years", "2018-2040"], "FIRST:LAST"),
        (["run", "as_is", "--years", "2040:2030"], "rise"),
        (["run", "as_is", "--years", "1990:2030"], "2018"),
        (["run", "as_is", "--show", "dependance"], "near  dependence"),
        (["compare", "as_is"], "two or more"),
        (["compare", "as_is", "fre_trade"], "near  free_trade"),
        (["compare", "as_is", "as_is", "--worlds", "2"], "twice"),
        (["compare", "as_is", "free_trade", "--worlds", "0"], "--worlds"),
        (["report", "--worlds", "-5"], "--worlds"),
        (["facts", "--worlds", "0"], "--worlds"),
        (["report", "--worlds", "1000000000000"], "--worlds"),
        (["explain", "dependance"], "near  dependence"),
        (["matter", "dependance"], "near  dependence"),
        (["matter", "memory_access"], "is a lever"),
        (["matter", "dependence", "--worlds", "3"], "--worlds"),
        (["matter", "dependence", "--year", "1990"], "2018 to 2040"),
        (["matter", "lag(dependence)"], "--against"),
        (["matter", "dependence", "--regime", "limted_opening"], "near  limited_opening"),
        (["discover", "dependance < 1"], "near  dependence"),
        (["discover", "dependence = 1"], "compares nothing"),
        (["discover", "lag(dependence) > 1"], "--against"),
        (["discover", "dependence > 5", "--worlds", "30"], "holds in 0 of 30"),
        (["discover", "dependence > 5", "--worlds", "3"], "--worlds"),
        (["break", "limted_opening", "dependence < 1"], "near  limited_opening"),
        (["break", "as_is", "dependance < 1"], "near  dependence"),
        (["break", "as_is", "dependence = 1"], "compares nothing"),
        (["break", "as_is", "lag(dependence) > 1"], "--against"),
        (["break", "as_is", "L5"], "tested in runs of"),
        (["break", "as_is", "dependence < 1", "--worlds", "3"], "--worlds"),
        (["explain-change", "as_is"], "name two"),
        (["explain-change", "as_is", "as_is"], "set every lever alike"),
        (["explain-change", "as_is", "fre_trade"], "near  free_trade"),
        (["explain-change", "as_is", "refusal", "--world", "median"], "--world"),
        (["explain-change", "as_is", "refusal", "--year", "1990"], "2018 to 2040"),
        (["explain-change", "as_is", "refusal", "--show", "dependance"], "near  dependence"),
        (["export", "model.xmle"], "near  .xmile"),
    ],
)
def test_a_mistake_is_told_in_lines_with_a_fix(call: Caller, words: list[str], said: str) -> None:
    assert said in call.refused(*words)


@pytest.mark.parametrize(("words", "said"), [(["facts", "--worlds", "many"], "many"), (["list", "lever"], "levers")])
def test_a_word_of_the_wrong_kind_is_a_fault_of_usage(call: Caller, words: list[str], said: str) -> None:
    assert said in call.refused(*words, code=2)


def test_data_goes_to_standard_output_and_remarks_elsewhere() -> None:
    done = apart("facts", "--worlds", "2", "--json")
    assert done.returncode == 0
    assert done.stdout.startswith("{")
    assert done.stderr == ""


def test_no_colour_is_written_where_none_is_wanted() -> None:
    assert "\x1b[" not in apart("list", "regimes", NO_COLOR="1").stdout


def test_a_reader_that_leaves_early_ends_the_program_quietly() -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "list", "sources", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert program.stdout is not None and program.stderr is not None
    program.stdout.close()
    said = program.stderr.read()
    program.stderr.close()
    assert program.wait() == 141
    assert said == b""


def test_an_interrupted_program_says_so_and_writes_nothing(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("dualtrack.app.cli._run", interrupt)
    answer = call("run", "as_is")
    assert answer.code == 130
    assert answer.out == ""
    assert "nothing was written" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["run", "limted_opening"],
        ["run", "zz"],
        ["explain", "dependance"],
        ["matter", "dependance"],
        ["run", "as_is", "--show", "x"],
    ],
)
def test_a_wrong_name_is_answered_with_the_command_that_lists_the_right_ones(call: Caller, words: list[str]) -> None:
    assert "`dualtrack list" in call.refused(*words).partition("  fix   ")[2]


def test_a_wrong_number_is_not_sent_to_the_list_of_names(call: Caller) -> None:
    assert "dualtrack list" not in call.refused("run", "as_is", "--set", "memory_access=3")


def test_help_opens_with_start_here_and_says_of_every_command_once_which_question_it_answers(call: Caller) -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(COMMANDS)
    said = call.fine("--help").out
    headings = [line.strip("╭─╮ ") for line in said.splitlines() if "╭─" in line]
    assert headings == [*GROUPS, "Help"]
    assert next(iter(GROUPS)) == "Start here"
    for row in command_rows(bind()):
        assert "?" in row["meaning"], f"the first line of {row['command']} asks no question"


@pytest.mark.parametrize("command", ASKED)
def test_what_is_easily_confused_names_the_others(call: Caller, command: str) -> None:
    said = call.fine(command, "--help").out
    assert all(f"`{other}`" in said for other in ASKED if other != command)
    assert all(f"`dualtrack {other}`" in text for text in question_of(command) for other in ASKED if other != command)
