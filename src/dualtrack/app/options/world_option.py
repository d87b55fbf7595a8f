"""One world by its number, wherever a run of one world is shown: the numbers that any draw with its seed and prior gives it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dualtrack.app.options.theory_help import NEUTRAL
from dualtrack.app.terminal.speech import say
from dualtrack.errors import RegimeError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.number_text import whole

if TYPE_CHECKING:
    from dualtrack.lab.worlds.draw import Worlds

NOMINAL = "nominal"
WORLD = "dualtrack.lab.drawn"
"""Loaded by name, as commands are, so that a nominal run loads no arrays."""
LAST = 2**53
"""Numbers of worlds stay below what a float counts exactly."""


def world_of(laboratory: Laboratory, name: str, seed: int, tilt: str = NEUTRAL) -> dict[str, float] | None:
    """The drawn world of a number, every uncertain number by name; None for the nominal one."""
    prior, number = laboratory.tilt(tilt), _number(name)
    if number is None:
        return None
    world: dict[str, float] = import_module(WORLD).one_world(laboratory, number, seed, prior.name)
    return world


def world_alone(laboratory: Laboratory, name: str, seed: int, tilt: str = NEUTRAL) -> Worlds:
    """The one world of a number, or the nominal one, for a question that is asked of many."""
    prior, number = laboratory.tilt(tilt), _number(name)
    found: Worlds = import_module(WORLD).world_alone(laboratory, number, seed, prior.name)
    return found


def _number(name: str) -> int | None:
    """The number of a drawn world; None for the nominal one, and `RegimeError` for what is neither."""
    if name.casefold() == NOMINAL:
        return None
    number = whole(name)
    if number is None or not 0 <= number <= LAST:
        raise RegimeError(
            f"there is no world `{name}`",
            where="--world",
            fix="write nominal, or the number of a drawn world, which counts from 0",
        )
    return number


def world_named(text: str) -> int | None:
    """The number in `world 3`, in any case; None for what names no world."""
    word, _, number = text.partition(" ")
    found = whole(number)
    return found if word.casefold() == "world" and found is not None and 0 <= found <= LAST else None


def world_words(name: str, seed: int, tilt: str = NEUTRAL) -> str:
    """Which world it is, in words."""
    if name.casefold() == NOMINAL:
        return say("nominal world", "默认参数世界")
    prior = "" if tilt == NEUTRAL else say(f" under the prior {tilt}", f"，先验 {tilt}")
    return say(f"world {int(name)} of seed {seed}", f"第{int(name)}号世界，种子{seed}") + prior


def world_data(name: str, seed: int, tilt: str = NEUTRAL) -> dict[str, str | int | None]:
    """Which world it is, for a program; the nominal one has no number, seed or prior."""
    if name.casefold() == NOMINAL:
        return {"world": None, "seed": None, "prior": None}
    return {"world": int(name), "seed": seed, "prior": tilt}
