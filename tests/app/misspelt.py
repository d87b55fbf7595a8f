"""Every place of the command line and the laboratory where a name is written, and whether a misspelt one passes there."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache

from cyclopts import CycloptsError

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS, build
from dualtrack.app.commands.explore import plan_of
from dualtrack.app.options.option_values import apply
from dualtrack.errors import LabError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.store.plan import Plan, check_plan
from dualtrack.lab.worlds.design import NAMES, design_named
from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.language.scenario import Path, Regime
from tests.misspelling import slips


@cache
def laboratory() -> Laboratory:
    return bind()


@dataclass(frozen=True)
class Place:
    """A place where a name is written: what may stand there, and what reads it."""

    name: str
    known: Collection[str]
    read: Callable[[str], object]


def places() -> Iterator[Place]:
    """All of them, cheap enough to try a thousand times."""
    lab, model = laboratory(), laboratory().model
    plan = plan_of(lab, 10, (), (), 7, "counter")
    worlds = draw(model, 1, 7)
    yield Place("regime", lab.regimes, lab.regime)
    yield Place("regimes of a plan", lab.regimes, lambda name: plan_of(lab, 10, ("as_is", name), (), 7, "counter"))
    yield Place("outcomes of a plan", model.quantities, lambda name: check_plan(model, replace(plan, save=(name,))))
    yield Place("lever of a regime", model.driven, lambda name: check_plan(model, _with_lever(plan, name)))
    yield Place("number of a world", model.given, lambda name: hold(model, worlds, {name: 0.5}))
    yield Place("--set", model.quantities, lambda name: apply(lab, lab.regimes["as_is"], [f"{name}=0.5"]))
    yield Place("design", NAMES, lambda name: design_named(name, 10))
    yield Place("option of explore", OPTIONS, lambda name: _parse(["explore", f"--{name}", "1"]))
    yield Place("command", COMMANDS, lambda name: _parse([name, "--seed", "1"]))


OPTIONS = (
    "worlds",
    "regimes",
    "outcomes",
    "seed",
    "output",
    "design",
    "from",
    "resume",
    "jobs",
    "fail-fast",
    "json",
    "help",
    "version",
)


def accepted(count: int, seed: int) -> list[tuple[str, str]]:
    """The misspelt names that some place takes for a real one."""
    return [(place.name, slip) for place in places() for slip in slips(place.known, count, seed) if _passes(place, slip)]


def _passes(place: Place, slip: str) -> bool:
    try:
        place.read(slip)
    except (LabError, CycloptsError) as error:
        return bool(isinstance(error, LabError) and not error.fix)
    return True


def _parse(words: list[str]) -> None:
    build().parse_args(words, exit_on_error=False, print_error=False)


def _with_lever(plan: Plan, name: str) -> Plan:
    return replace(plan, regimes=(Regime("drawn", {name: Path(((2027.0, 0.5),))}),))
