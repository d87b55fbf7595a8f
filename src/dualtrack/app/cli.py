"""The command line: reads what was asked, hands it to one command, and turns every mistake into a few lines.

Commands are loaded by name when they are given, so that a single run does not wait for what only an ensemble needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from inspect import signature
from typing import Any

from cyclopts import App, CycloptsError, Group, Parameter

from dualtrack.app.command_groups import GROUPS, group_of
from dualtrack.app.options.brought import Brought
from dualtrack.app.options.command_typed import remember
from dualtrack.app.options.idle_options import check_effects
from dualtrack.app.options.words_read import shown
from dualtrack.app.output.memory import EnoughMemory
from dualtrack.app.terminal.speech import WRITTEN, speaking
from dualtrack.app.terminal.stream import ReaderGone, guarded, left_out
from dualtrack.app.terminal.terminal import note
from dualtrack.app.theory_file import theory_at
from dualtrack.errors import LabError, RegimeError, UnknownName, UsageError, nearest
from dualtrack.files.user_file import reason, remedy

MAIN, LISTS = "report", "dualtrack list"
COMMANDS = {
    MAIN: "report:report",
    "run": "run:run",
    "show": "show:show_regime",
    "compare": "compare:compare_regimes",
    "explore": "explore:explore_worlds",
    "facts": "facts:facts",
    "calibrate": "calibrate:calibrate_worlds",
    "findings": "findings:findings",
    "freeze": "freeze:freeze",
    "judge": "judge:judge",
    "score": "score:score",
    "learn": "learn:learn",
    "witness": "witness:witness",
    "believe": "believe:believe_claim",
    "check": "check:check_worlds",
    "matter": "matter:matter_of",
    "discover": "discover:discover_where",
    "break": "break_regime:break_regime_of",
    "dispute": "dispute:dispute_between",
    "explain-change": "explain_change:explain_change_between",
    "loops": "loops:loops",
    "new": "new:new",
    "explain": "explain:explain_name",
    "list": "list:list_names",
    "cite": "cite:cite",
    "export": "export:export",
    "page": "page:write_page",
    "docs": "docs:docs",
    "verify": "verify:verify_folder",
}
HELP = """Strategic stories about chips and AI as stock-and-flow models, confronted with the record.

Without a command, the main job runs, as `dualtrack report` does.

Example: dualtrack --worlds 500 -o results
"""
HELP_FLAGS, VERSION_FLAG = ("--help", "-h"), "--version"
FINE, MISTAKE, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


def build() -> App:
    """The parser with every command."""
    app = App(
        name="dualtrack",
        help=HELP,
        version=_version,
        help_format="plaintext",
        default_parameter=Parameter(negative=()),
        suppress_keyboard_interrupt=False,
    )
    headings = {heading: Group(heading, sort_key=order) for order, heading in enumerate(GROUPS)}
    for order, name in enumerate(name for names in GROUPS.values() for name in names):
        app.command(f"dualtrack.app.commands.{COMMANDS[name]}", name=name, group=headings[group_of(name)], sort_key=order)
    app["--help"].group = app["--version"].group = Group("Help", sort_key=len(GROUPS))
    return app


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 is fine, 1 a mistake or a failed check, 2 a command that cannot be read."""
    with guarded(), speaking(WRITTEN):
        code = _answer(list(sys.argv[1:] if argv is None else argv))
        if remark := left_out():
            note(remark)
    return code


def _answer(words: list[str]) -> int:
    """Run one command, and turn every mistake into lines."""
    try:
        with EnoughMemory(words):
            code = _run(words)
        sys.stdout.flush()
    except CycloptsError as error:
        note(f"{error}\n  fix   `dualtrack {_command(error)}--help` shows what can be written")
        return USAGE
    except UsageError as error:
        note(str(error))
        return USAGE
    except LabError as error:
        note(str(_with_list(error)))
        return MISTAKE
    except OSError as error:
        note(str(LabError(f"the system refused: {reason(error)}", where=str(error.filename or ""), fix=remedy(error))))
        return MISTAKE
    except KeyboardInterrupt:
        note("stopped; nothing was written")
        return INTERRUPTED
    except ReaderGone:
        return PIPE_CLOSED
    return code


def _with_list(error: LabError) -> LabError:
    """The error, and where a name was wrong the command that shows the right ones, of which the floors below know nothing."""
    asks_for_name = isinstance(error, RegimeError) and (error.near or error.fix.startswith("name "))
    if not (isinstance(error, UnknownName) or asks_for_name) or LISTS in error.fix:
        return error
    fix = "; ".join(part for part in (error.fix, f"`{LISTS} names` shows every name") if part)
    return LabError(error.what, where=error.where, near=error.near, fix=fix)


def _run(words: list[str]) -> int:
    remember(words)
    app, first = build(), words[0] if words else ""
    if first in HELP_FLAGS:
        for name in COMMANDS:
            app[name]
    elif first == VERSION_FLAG and len(words) > 1:
        raise UsageError(f"{VERSION_FLAG} stands alone, not beside {shown(words[1])}", fix=f"write `dualtrack {VERSION_FLAG}`")
    elif not first or (first.startswith("-") and first != VERSION_FLAG):
        words = [MAIN, *words]
    elif first not in (*COMMANDS, VERSION_FLAG):
        raise UsageError(
            f"there is no command {shown(first)}", near=nearest(first, COMMANDS), fix="one of " + ", ".join(COMMANDS)
        )
    command, bound, _ = app.parse_args(words, exit_on_error=False, print_error=False)
    check_effects(words[0], bound.arguments)
    code = command(*bound.args, **bound.kwargs, **_prior_of_theory(command, bound.arguments))
    return code if isinstance(code, int) else FINE


def _prior_of_theory(command: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, str]:
    """The first prior of another theory that is brought, where a command draws from one and none was named."""
    brought = given.get("own")
    if (
        not isinstance(brought, Brought)
        or brought.theory is None
        or "tilt" in given
        or "tilt" not in signature(command).parameters
    ):
        return {}
    return {"tilt": theory_at(brought.theory).tilts[0].name}


def _version() -> str:
    try:
        return version("dualtrack")
    except PackageNotFoundError:
        return "not installed"


def _command(error: CycloptsError) -> str:
    chain = error.command_chain or ()
    return "".join(f"{word} " for word in chain if word in COMMANDS)
