"""What a user writes after an option, read and refused where it makes no sense: NAME=VALUE, FIRST:LAST, a count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dualtrack.app.options.words_read import distinct
from dualtrack.errors import RegimeError, RunError, UsageError, nearest, same_name
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.number_text import decimal, whole
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime, check_world
from dualtrack.language.theory import Theory

MOST = 50_000
"""Worlds of one job: the outcomes of each take some seventy thousand bytes."""


def apply(laboratory: Laboratory, regime: Regime, settings: Sequence[str]) -> tuple[Regime, dict[str, float]]:
    """The regime with its levers set, and the world's changed numbers; raises `RegimeError` for anything else."""
    world: dict[str, float] = {}
    model, start = laboratory.model, laboratory.theory.clock.start
    given = [_assignment(setting) for setting in settings]
    distinct([name for name, _ in given], "--set")
    for written, value in given:
        name = same_name(written, model.quantities) or written
        if name in model.of_role(["lever"]):
            regime = set_lever(model, regime, name, value, start if regime.parts_at is None else regime.parts_at)
        elif name in model.given:
            world[name] = value
        else:
            raise _not_settable(model, name)
    check_world(model, world)
    return regime, world


def held_numbers(model: Model, settings: Sequence[str]) -> dict[str, float]:
    """Uncertain numbers of NAME=VALUE; raises `RegimeError` for anything else, or a value out of range."""
    given = [_assignment(setting, "--held") for setting in settings]
    distinct([name for name, _ in given], "--held")
    found = {same_name(written, model.drawn) or written: value for written, value in given}
    for name in found:
        if name not in model.drawn:
            raise RegimeError(
                f"`{name}` is no uncertain number",
                where="--held",
                near=nearest(name, model.drawn),
                fix="hold an uncertainty or a switch; `dualtrack list uncertainties` and `dualtrack list switches` show them",
            )
    check_world(model, found)
    return found


def study_errors(model: Model, settings: Sequence[str]) -> dict[str, float]:
    """Standard errors of studies of uncertain numbers, of NAME=ERROR; raises `RegimeError` for what is no number."""
    given = [_assignment(setting, "--measure") for setting in settings]
    distinct([name for name, _ in given], "--measure")
    return {same_name(written, model.drawn) or written: value for written, value in given}


def parse_years(theory: Theory, text: str) -> tuple[int, int]:
    """The first and the last year of FIRST:LAST; those of the theory's clock where nothing is written."""
    clock = theory.clock
    if not text:
        return round(clock.start), round(clock.stop)
    first, _, last = text.partition(":")
    start, stop = whole(first), whole(last)
    if start is None or stop is None:
        raise RunError(
            f"`{text}` is no span of years", where="--years", fix=f"write FIRST:LAST, such as {clock.start:g}:{clock.stop:g}"
        )
    if not clock.start <= start <= stop <= theory.latest:
        raise RunError(
            f"the years run from {start} to {stop}",
            where="--years",
            fix=f"let them rise within {clock.start:g}:{theory.latest:g}",
        )
    return start, stop


def running(theory: Theory, last: int) -> Clock:
    """A clock from the start of history to a year, or to the one after it where that is the start, with a row a year."""
    clock = theory.clock
    return Clock(clock.start, max(float(last), clock.start + 1.0), clock.step, 1.0)


def check_count(worlds: int, least: int = 1, most: int = MOST) -> int:
    """The number of worlds; raises `RunError` for too few, or more than memory holds."""
    if not least <= worlds <= most:
        raise RunError(f"{worlds} worlds were asked for", where="--worlds", fix=f"ask for {least} to {most}")
    return worlds


def check_one(flags: Mapping[str, bool]) -> None:
    """Refuse two flags that ask for different things."""
    given = [name for name, is_set in flags.items() if is_set]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} ask for different things", where=given[0], fix="give one of them at a time")


def check_regimes(names: Sequence[str]) -> Sequence[str]:
    """The names of regimes to compare; raises `RegimeError` for fewer than two."""
    if len(names) < 2:
        raise RegimeError(
            f"{len(names)} regimes were named",
            fix="name two or more, the first to hold the others against; `dualtrack list regimes`",
        )
    return names


def _assignment(setting: str, option: str = "--set") -> tuple[str, float]:
    name, equals, text = setting.partition("=")
    value = decimal(text.strip())
    if not (equals and name.strip()) or value is None:
        raise RegimeError(
            f"`{setting}` sets nothing to a finite number", where=option, fix="write NAME=VALUE, VALUE a number such as 0.5"
        )
    return name.strip(), value


def _not_settable(model: Model, name: str) -> RegimeError:
    known = [*model.of_role(["lever"]), *model.given]
    what = f"`{name}` is computed ({model[name].role})" if name in model.quantities else f"no `{name}` is known"
    return RegimeError(
        what,
        where="--set",
        near=nearest(name, known),
        fix="set a lever, uncertainty, switch or constant; `dualtrack list quantities` shows them",
    )
