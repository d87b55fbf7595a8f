"""The page of reality checks: every sentence that must hold, with its formulas and what is held meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from dualtrack.language.statements.reality_check import (
    Bounded,
    Check,
    Conserved,
    Fixed,
    Given,
    Holds,
    Response,
    Switches,
    formulas,
)
from dualtrack.targets.markdown.markdown_table import table
from dualtrack.targets.print.book import INDEX, NOTICE
from dualtrack.targets.print.plain import number_text

CHECKS_PAGE = "checks.md"


def checks_page(checks: Sequence[Check]) -> str:
    """The whole page."""
    rows = [[" / ".join(check.sentence), _asked(check), _held(check)] for check in checks]
    parts = [
        NOTICE,
        "# What must hold",
        f"{len(checks)} sentences that hold by reason in every world, whatever its numbers are.",
        f"[Contents]({INDEX})",
        table(["sentence", "formula", "held meanwhile"], rows),
    ]
    return "\n\n".join(parts) + "\n"


def _asked(check: Check) -> str:
    match check:
        case Bounded():
            return "the bounds of every declaration"
        case Conserved(stock=stock, flows=flows):
            return f"change of `{stock}` in a step = step × (`{flows}`)"
        case Holds(where=where):
            every = formulas(check)[:-1] if where else formulas(check)
            return "; ".join(f"`{each}`" for each in every) + (f" where `{where}`" if where else "")
        case Response(change=change, expected=expected, values=values):
            levels = ", ".join(map(number_text, change.levels))
            since = f" from {number_text(change.since)} on" if change.since is not None else ""
            return f"as `{change.name}` is {levels}{since}: {expected} {', '.join(f'`{each}`' for each in values)}"
        case _:
            assert_never(check)


def _held(check: Check) -> str:
    match check:
        case Holds(given=given, lasting=lasting) | Response(given=given, lasting=lasting):
            return "; ".join([*_settings(given), *(["through a run of its own"] if lasting else [])])
        case Bounded() | Conserved():
            return ""
        case _:
            assert_never(check)


def _settings(given: Given) -> list[str]:
    found = []
    for each in given:
        match each:
            case Switches(value):
                found.append(f"every switch = {number_text(value)}")
            case Fixed(name, value, since):
                found.append(f"`{name}` = {number_text(value)}" + (f" from {number_text(since)} on" if since is not None else ""))
            case _:
                assert_never(each)
    return found
