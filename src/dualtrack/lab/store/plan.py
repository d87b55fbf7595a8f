"""What is a large ensemble asked for? Everything that decides its bytes, as one value that can be told apart from another."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dualtrack.errors import RegimeError
from dualtrack.lab.runs.ensemble import by_name, check_saved
from dualtrack.lab.runs.frame import Frame, check_names
from dualtrack.lab.runs.passport import regime_fingerprint
from dualtrack.lab.runs.software import version_of
from dualtrack.lab.worlds.design import COUNTER, Design, LatinHypercube, name_of
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime, check_regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.targets.numeric.scheme import EULER, Scheme

FORM = 3
"""The arrangement of the folder; a program that arranges it otherwise counts up."""
LARGEST_BLOCK = 16_384
"""Worlds; what a kill may cost is the time that one or two blocks take."""
BLOCK_BYTES = 128 * 1024**2
"""What the saved quantities of one block under all regimes may take in memory."""
SOFTWARE = ("dualtrack", "llvmlite", "numcodecs", "numpy", "zarr")
"""What decides the last bit of a number or a byte of a file."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Plan(Printed):
    """`regimes` that meet the same `worlds`, drawn by `seed` and `design`, and what is kept of each; neither has an order.

    They run over the years of `clock`, steps are taken by `scheme`, and the quantities named in `save` are kept. `block` worlds
    are computed and written together; 0 takes as many as memory allows.
    """

    regimes: tuple[Regime, ...]
    worlds: int
    seed: int
    clock: Clock
    save: tuple[str, ...]
    design: Design = COUNTER
    scheme: Scheme = EULER
    block: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "regimes", tuple(sorted(self.regimes, key=lambda regime: regime.name)))
        object.__setattr__(self, "save", tuple(sorted(set(self.save))))

    @property
    def size(self) -> int:
        """Worlds in a block: as asked, else what memory allows; never more than there are."""
        row = len(self.regimes) * len(self.save) * len(self.clock.saved)
        return min(self.block or fitting(row), self.worlds)

    @property
    def blocks(self) -> int:
        """How many blocks there are; the last may be smaller."""
        return -(-self.worlds // self.size)

    def span(self, block: int) -> tuple[int, int]:
        """The first world of the block of this number, `block`, and how many it has."""
        first = block * self.size
        return first, min(self.size, self.worlds - first)

    def printed_title(self) -> str:
        return f"Plan: {self.worlds} worlds under {len(self.regimes)} regimes, seed {self.seed}"


def check_plan(model: Model, plan: Plan) -> None:
    """Raise for a plan that the model or the store cannot serve.

    `UnknownName` for quantities that are not there, `RegimeError` for no worlds, regimes that do not fit, and quantities whose
    name the store needs for itself.
    """
    if plan.worlds < 1 or plan.block < 0:
        raise RegimeError(
            f"cannot draw {plan.worlds} worlds in blocks of {plan.block}",
            fix="ask for at least one world, in blocks of at least one",
        )
    if isinstance(plan.design, LatinHypercube) and plan.design.worlds != plan.worlds:
        raise RegimeError(
            f"{plan.worlds} worlds of a Latin hypercube of {plan.design.worlds} are none", fix="give both the same number"
        )
    draw(model, 1, plan.seed, plan.worlds - 1, plan.design)
    check_saved(model, plan.save)
    for regime in by_name(plan.regimes).values():
        check_regime(model, regime)
        check_acting(regime, plan.clock)
    check_names(plan.save, replace(frame_of(model, plan), numbers=range(0)).labels)


def fitting(row: int) -> int:
    """How many worlds of so many numbers each make a block that memory holds."""
    return min(1 << max(BLOCK_BYTES // (8 * row), 1).bit_length() - 1, LARGEST_BLOCK)


def frame_of(model: Model, plan: Plan) -> Frame:
    """The axes of what a plan asks for."""
    return Frame(
        model=model,
        regimes=plan.regimes,
        numbers=range(plan.worlds),
        years=plan.clock.saved,
        save=plan.save,
        parameters=model.drawn,
        size=plan.size,
    )


def origin(model: Model, plan: Plan, engine: str) -> dict[str, Any]:
    """All that decides the bytes of the store, ready for JSON; no date, no place."""
    clock = plan.clock
    made = {
        "form": FORM,
        "software": {name: version_of(name) for name in SOFTWARE},
        "machine": platform.machine(),
        "engine": engine,
        "model": {"name": model.name, "fingerprint": model.fingerprint},
        "regimes": {regime.name: regime_fingerprint(regime) for regime in plan.regimes},
        "clock": {"start": clock.start, "stop": clock.stop, "step": clock.step, "save": clock.save, "scheme": plan.scheme.name},
        "worlds": {"count": plan.worlds, "seed": plan.seed, "design": name_of(plan.design), "block": plan.size},
        "save": list(plan.save),
    }
    again: dict[str, Any] = json.loads(json.dumps(made))
    return again


def value_at(entries: Mapping[str, Any], place: str) -> object:
    """What stands at a dotted place, such as `worlds.seed`."""
    found: Any = entries
    for key in place.split("."):
        found = found.get(key, "nothing") if isinstance(found, Mapping) else "nothing"
    return found
