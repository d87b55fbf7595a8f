"""Does what is told of an argument fit the theory? Claims in one group, effects on the map, levers in their range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.language.statements.display import Display
from dualtrack.language.statements.ledger import Claim


def check_argument(
    model: Model,
    display: Display,
    claims: Sequence[Claim],
    tests: Sequence[Test],
) -> None:
    """Raise for what the display tells of an argument and the theory does not bear.

    `UnknownName` for a claim, a lever or a side that is not there, `DuplicateName` for a claim in two groups or none or a lever
    worded twice, `NoMeaning` for an effect without an arrow, `BadNumber` for a value out of range.
    """
    known = [claim.id for claim in claims]
    _check_claims(display, known)
    _check_groups(display, known)
    _check_map(display, [test.id for test in tests if isinstance(test, ClaimTest)])
    _check_levers(model, display)


def check_read_at(display: Display, clock: Clock, parts_at: float) -> None:
    """Raise `BadNumber` for a first screen that is read before regimes part, or after the end."""
    year = display.read_at
    if year is not None and not parts_at < year <= clock.stop:
        raise BadNumber(f"the first screen is read in {year}", fix=f"name a year after {parts_at:g}, by {clock.stop:g}")


def check_remarks(display: Display, claims: Sequence[Claim], tests: Sequence[Test]) -> None:
    """Raise `UnknownName` for a remark on what is no claim, and for a variant to be shown that no test has."""
    asked = display.asked_again
    _known(display.remarks, [each.id for each in claims], "a remark is made on")
    labels = [each.label for test in tests if isinstance(test, ClaimTest) for each in test.variants]
    if any(asked) and asked not in labels:
        raise UnknownName(
            f"no claim has a variant “{asked[0]}” to show in its row",
            near=nearest(asked[0], [en for en, _ in labels]),
            fix="call it as the tests do",
        )


def _check_claims(display: Display, known: Sequence[str]) -> None:
    arrows = () if display.argument_map is None else display.argument_map.arrows
    _known((each.claim for each in display.findings), known, "a finding tells")
    _known((name for group in display.argument for name in group.claims), known, "a group of the argument holds")
    _known((name for step in display.tour for name in step.claims), known, "the tour speaks of")
    _known((arrow.claim for arrow in arrows), known, "an arrow is drawn for")


def _check_groups(display: Display, known: Sequence[str]) -> None:
    held = [name for group in display.argument for name in group.claims]
    for name in known if display.argument else ():
        if held.count(name) != 1:
            raise DuplicateName(f"claim {name} stands in {held.count(name)} groups of the argument", fix="put it in one")


def _check_map(display: Display, computed: Sequence[str]) -> None:
    drawn = display.argument_map
    if drawn is None:
        return
    arrows = [arrow.claim for arrow in drawn.arrows]
    for name in computed:
        if name not in arrows:
            raise NoMeaning(f"claim {name} states an effect, and the map has no arrow for it", fix="draw one")
    _known((box.side for box in drawn.boxes), display.sides, "a box stands on", "side")


def _check_levers(model: Model, display: Display) -> None:
    levers = model.of_role(["lever"])
    worded = [each.lever for each in display.worded]
    _known(worded, levers, "words are given for", "lever")
    _known((name for each in display.worded for name in each.beside), levers, "words stand beside", "lever")
    _known((each.side for each in display.worded), display.sides, "a worded lever is set by", "side")
    for each in display.worded:
        if worded.count(each.lever) > 1:
            raise DuplicateName(f"lever `{each.lever}` is worded twice", fix="keep one")
        low, high = model[each.lever].low, model[each.lever].high
        for word in each.words:
            if not low <= word.value <= high:
                raise BadNumber(f"lever `{each.lever}` has words at {word.value:g}", fix=f"stay between {low:g} and {high:g}")


def _known(names: Iterable[str], known: Iterable[str], said: str, kind: str = "claim") -> None:
    held = tuple(known)
    for name in names:
        if name not in held:
            raise UnknownName(f"{said} `{name}`, which is no {kind}", near=nearest(name, held), fix=f"name a {kind}")
