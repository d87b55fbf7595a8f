"""Do tests fit their model and their claims? Every name is known, every claim has one test, every mechanism one group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dualtrack.errors import DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.expressions.order import behind
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_measure import Arm, Reading, quantity_of, readings, runs_of
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.statements.claim_test import ClaimTest, MechanismGroup, StructureTest, Test, measures
from dualtrack.language.statements.ledger import Claim
from dualtrack.language.statements.named_loop import link_edges, stations


def arms_of(test: ClaimTest) -> tuple[Arm, ...]:
    """Every run that a test compares, once; not those that only lend a path."""
    found: dict[Arm, None] = {}
    for each in _read(test):
        found |= dict.fromkeys(runs_of(each))
    return tuple(found)


def regimes_of(tests: Iterable[Test]) -> tuple[str, ...]:
    """The regimes that tests compare, or read between, or take a path from; each once."""
    arms = (arm for test in tests if isinstance(test, ClaimTest) for arm in arms_of(test))
    runs = (run for arm in arms for run in (arm, *(frozen.like for frozen in arm.frozen)))
    return tuple(dict.fromkeys(name for run in runs for name in (run.regime, run.towards) if name))


def check_tests(
    model: Model, regimes: Iterable[str], claims: Iterable[Claim], tests: Iterable[Test], evidence: Mapping[str, Sides]
) -> None:
    """Raise for a claim without its one test or its evidence, and for any name that the model or the regimes have not.

    `DuplicateName` for two tests of one claim, `NoMeaning` for one that rests on what nothing it reads depends on, `UnknownName`
    for the rest.
    """
    ids, known = [claim.id for claim in claims], set(regimes)
    reads = {name: model.causes(name) for name in model.quantities}
    seen: set[str] = set()
    for test in tests:
        if test.id in seen:
            raise DuplicateName(f"claim {test.id} has two tests", fix="keep one")
        seen.add(test.id)
        _check_known(test.id, [test.id], ids, "claim")
        if isinstance(test, StructureTest):
            _check_known(test.id, test.levers, model.of_role(["lever"]), "lever")
        if isinstance(test, ClaimTest):
            _check_test(model, known, test)
            _check_reach(reads, test)
    for name in ids:
        for what, where in (("test", seen), ("evidence", set(evidence))):
            if name not in where:
                raise UnknownName(f"claim {name} has no {what}", fix="declare it, if only to say that it waits or none was found")


def check_groups(model: Model, groups: Iterable[MechanismGroup]) -> None:
    """Raise unless every switch stands in exactly one group: `DuplicateName` for two, `UnknownName` for none or no switch."""
    placed = [switch for group in groups for switch in group.switches]
    _check_known("attribution", placed, model.switches, "switch")
    for switch in model.switches:
        if placed.count(switch) != 1:
            raise DuplicateName(f"switch `{switch}` stands in {placed.count(switch)} groups of mechanisms", fix="name it in one")


def _check_test(model: Model, regimes: set[str], test: ClaimTest) -> None:
    _check_known(test.id, (*test.rests_on, *test.partners, *test.partners_off), model.switches, "switch")
    if twice := sorted({*test.partners_off} & {*test.partners, *test.rests_on}):
        raise DuplicateName(f"{test.id} is planted with `{twice[0]}` on and off", fix="name it as one of the two")
    _check_known(test.id, test.sizes, [name for name in model.drawn if name not in model.switches], "uncertain number")
    _check_null(model, regimes, test)
    for each in _read(test):
        _check_known(test.id, [quantity_of(each)], model.quantities, "quantity")
    for arm in arms_of(test):
        for run in (arm, *(frozen.like for frozen in arm.frozen)):
            _check_arm(model, regimes, test.id, run)


def _check_null(model: Model, regimes: set[str], test: ClaimTest) -> None:
    null = test.against
    if null is None:
        return
    _check_known(test.id, [name for name, _ in null.held], model.given, "number")
    if null.condition is not None:
        _check_test(model, regimes, replace(test, condition=null.condition, null=None, variants=(), placebo=None))


def _check_reach(reads: Mapping[str, tuple[str, ...]], test: ClaimTest) -> None:
    """Refuse a mechanism, a partner or a size that nothing which the test reads depends on."""
    read = {quantity_of(each) for each in _read(test)}
    reached = behind(reads, read) | read
    for name in (*test.rests_on, *test.partners, *test.partners_off, *test.sizes):
        if name not in reached:
            raise NoMeaning(
                f"the test of {test.id} rests on `{name}`, on which nothing that it reads depends",
                near=", ".join(sorted(read)),
                fix="name what carries the claim, or read a quantity that it moves",
            )


def _check_arm(model: Model, regimes: set[str], name: str, arm: Arm) -> None:
    _check_known(name, [arm.regime, *([arm.towards] if arm.towards else [])], regimes, "regime")
    _check_known(name, [*arm.dials, *(each.lever for each in arm.levers)], model.of_role(["lever"]), "lever")
    _check_known(name, [number for number, _ in arm.held], model.given, "number")
    bases = {*model.quantities, *(quantity.base for quantity in model.quantities.values())}
    linked = [each for frozen in arm.frozen for link in frozen.links for each in link]
    _check_known(name, [*linked, *(each for frozen in arm.frozen for each in frozen.names)], bases, "quantity")
    for source, target in (link for frozen in arm.frozen for link in frozen.links):
        if not link_edges(model, source, target):
            read = {model[cause].base for each in stations(model, (target,))[0] for cause in model.causes(each)}
            raise UnknownName(
                f"the test of {name} cuts a link from `{source}` to `{target}`, which no equation has",
                near=", ".join(sorted(read)),
                fix="name a quantity and one whose equation reads it",
            )


def _check_known(test: str, names: Iterable[str], known: Iterable[str], what: str) -> None:
    has = set(known)
    for name in names:
        if name not in has:
            raise UnknownName(
                f"the test of {test} names the {what} `{name}`, which is not there",
                near=nearest(name, has),
                fix="correct the name, or declare it",
            )


def _read(test: ClaimTest) -> Iterator[Reading]:
    for measure in (*measures(test.conditions), test.headline):
        yield from readings(measure)
