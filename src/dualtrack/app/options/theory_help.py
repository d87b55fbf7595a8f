"""Help in the names of the theory that is bound: a command's docstring says `{treated}`, and its reader sees a regime.

    @helpful
    def run(regime):
        "Run one regime in one world.

        Example: dualtrack run {treated}"

Not like this: a name of the theory in the text itself, which is wrong with the next theory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from dualtrack.app.bind import THEORY
from dualtrack.language.theory import Theory

Command = TypeVar("Command", bound=Callable[..., Any])
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def names_of(theory: Theory) -> dict[str, str]:
    """What stands for each placeholder: the first name that the theory has of its kind, or all of them."""
    tilts = [tilt.name for tilt in theory.tilts]
    return {
        "theory": theory.name,
        "past": theory.past,
        "treated": theory.treated,
        "reference": theory.references[0],
        "other": theory.references[-1],
        "outcome": theory.outcomes[0],
        "switch": theory.groups[0].switches[0],
        "claim": theory.attributed[0],
        "claims": ",".join(theory.attributed),
        "fact": theory.facts[0].id,
        "tilt": tilts[-1],
        "tilts": either(tilts),
        "sides": either([tilt.name for tilt in theory.tilts if tilt.raised]),
        "start": f"{theory.clock.start:g}",
        "stop": f"{theory.clock.stop:g}",
    }


def either(names: list[str]) -> str:
    """Names as a choice in words."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


NAMES = names_of(THEORY)
NEUTRAL = THEORY.tilts[0].name
"""The prior that leans to no side, from which worlds are drawn unless another is named."""


def filled(text: str) -> str:
    """A text with every placeholder filled; `KeyError` for one that nothing stands for."""
    return PLACEHOLDER.sub(lambda found: NAMES[found[1]], text)


def helpful(command: Command) -> Command:
    """The command itself, its docstring in the names of the theory."""
    command.__doc__ = filled(command.__doc__ or "")
    return command
