"""A claim of the theory asked otherwise: its own test with another number, another year or other levels, and all else as it is.

What could be meant of two things is refused: a test of several comparisons has no one number to change.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from dualtrack.errors import nearest
from dualtrack.lab.studies.claim_question import thresholds_in
from dualtrack.lab.studies.entry import Entry
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.claim_measure import Arm, Delay, Point
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Is
from dualtrack.language.statements.ledger import Claim
from dualtrack.language.theory import Theory

OTHERWISE = ("value", "year", "thresholds")
Change = Callable[[Any], Any]
WRITE_OUT = "write the claim out with regime, against and measure, instead of of_claim"


def asked_otherwise(theory: Theory, entry: Entry) -> tuple[Claim, ClaimTest]:
    """The claim of the `theory` that a table names under `of_claim`, and its test with what the table changes.

    Raises `StudyError` for no such claim, one that takes no runs, nothing changed, or a change that could be meant of two things.
    """
    tests = {each.id: each for each in theory.tests if isinstance(each, ClaimTest)}
    name = entry.text("of_claim", 'write of_claim = "CLAIM", a claim of the theory')
    if name not in tests:
        known = name in [each.id for each in theory.claims]
        raise entry.refuse(
            f"nothing is computed of claim {name}" if known else f"the theory has no claim `{name}`",
            "of_claim",
            near=nearest(name, tests),
            fix="name a claim whose test takes runs",
        )
    wanted = [key for key in OTHERWISE if key in entry]
    if not wanted:
        raise entry.refuse(f"nothing of claim {name} is asked otherwise", fix="change one of " + ", ".join(OTHERWISE))
    test = tests[name]
    for key in wanted:
        test = _CHANGES[key](test, entry, theory.clock)
    return next(each for each in theory.claims if each.id == name), replace(test, variants=())


def _with_value(test: ClaimTest, entry: Entry, clock: Clock) -> ClaimTest:
    value = entry.number("value")
    for condition in _asked(test):
        compared = [each for each in _parts(condition) if isinstance(each, Is)]
        _refuse_several(entry, "value", test, len(compared), "compares {} measures with a number each")
        if compared[0].value == value:
            raise entry.refuse(f"claim {test.id} asks for {value:g} already", "value", fix="give another number")
    return _everywhere(test, lambda part: replace(part, value=value) if isinstance(part, Is) else part)


def _with_year(test: ClaimTest, entry: Entry, clock: Clock) -> ClaimTest:
    year, old = entry.year("year", clock.start, clock.stop), -math.inf
    for condition in _asked(test):
        years = {each.year for each in _parts(condition) if isinstance(each, Point)}
        reading = [each for each in _parts(condition) if isinstance(each, Is) and _reads(each, Point)]
        if not years:
            raise entry.refuse(f"claim {test.id} is not read in a year", "year", fix="leave it out")
        _refuse_several(entry, "year", test, max(len(years), len(reading)), "reads {} years or measures")
        if years == {year}:
            raise entry.refuse(f"claim {test.id} is read in {year:g} already", "year", fix="give another year")
        (old,) = years
    return _everywhere(test, lambda part: replace(part, year=year) if isinstance(part, Point) and part.year == old else part)


def _with_thresholds(test: ClaimTest, entry: Entry, clock: Clock) -> ClaimTest:
    levels = thresholds_in(entry)
    for condition in _asked(test):
        lags = [each for each in _parts(condition) if isinstance(each, Delay)]
        if not lags:
            raise entry.refuse(f"claim {test.id} reads no lag", "thresholds", fix="leave them out")
        _refuse_several(entry, "thresholds", test, len(lags), "reads {} lags")
        if lags[0].thresholds == levels:
            raise entry.refuse(f"claim {test.id} is read at these levels already", "thresholds", fix="give other levels")
    return _everywhere(test, lambda part: replace(part, thresholds=levels) if isinstance(part, Delay) else part)


_CHANGES: dict[str, Callable[[ClaimTest, Entry, Clock], ClaimTest]] = {
    "value": _with_value,
    "year": _with_year,
    "thresholds": _with_thresholds,
}


def _refuse_several(entry: Entry, key: str, test: ClaimTest, count: int, what: str) -> None:
    if count != 1:
        raise entry.refuse(
            f"`{key}` could be meant of several parts of claim {test.id}, whose test {what.format(count)}", key, fix=WRITE_OUT
        )


def _asked(test: ClaimTest) -> Iterator[Condition]:
    """Every form in which the question is put: of the world, of what would be so if it were false, and of its placebo."""
    yield test.condition
    if test.null is not None and test.null.condition is not None:
        yield test.null.condition
    if test.placebo is not None:
        yield test.placebo.condition


def _everywhere(test: ClaimTest, change: Change) -> ClaimTest:
    """The test with a change in its condition, its null's and its placebo's, and in what is shown of it."""
    null, placebo = _changed(test.null, change), _changed(test.placebo, change)
    return replace(
        test,
        condition=_changed(test.condition, change),
        null=null,
        placebo=placebo,
        headline=_changed(test.headline, change),
    )


def _changed(part: Any, change: Change) -> Any:
    """A part of a question with a change in everything inside it, runs left as they are."""
    if isinstance(part, tuple):
        return tuple(_changed(each, change) for each in part)
    if isinstance(part, Arm) or not is_dataclass(part) or isinstance(part, type):
        return part
    inner = {each.name: _changed(getattr(part, each.name), change) for each in fields(part)}
    return change(replace(part, **inner))


def _parts(part: Any) -> Iterator[Any]:
    """Everything inside a question but runs."""
    if isinstance(part, tuple):
        for each in part:
            yield from _parts(each)
    elif is_dataclass(part) and not isinstance(part, Arm):
        yield part
        for each in fields(part):
            yield from _parts(getattr(part, each.name))


def _reads(condition: Condition, kind: type) -> bool:
    return any(isinstance(each, kind) for each in _parts(condition))
