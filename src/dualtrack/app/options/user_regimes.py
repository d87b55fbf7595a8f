"""A user's own regimes on the command line: bound with the shipped ones, and what of them does not act is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as File

from dualtrack.app.bind import CLOCK, bind
from dualtrack.app.terminal.terminal import note
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regimes import HISTORY
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import late, remarks, unmoved


def bound(files: Sequence[File], clock: Clock = CLOCK) -> Laboratory:
    """The laboratory with a user's regimes, whose dates and values that do nothing until the clock stops are told."""
    laboratory = bind(files)
    for name, regime in laboratory.regimes.items():
        if name not in laboratory.shipped:
            _tell(remarks(laboratory.model, regime, _base(laboratory, regime), clock))
    return laboratory


def tell_late(laboratory: Laboratory, regime: Regime, clock: Clock) -> None:
    """Say which dates of a shipped regime come after a run; of a user's own, all was told when it was bound."""
    if regime.name in laboratory.shipped:
        _tell(late(regime, clock))


def tell_idle(
    laboratory: Laboratory,
    before: Regime,
    after: Regime,
    held: Mapping[str, float],
    clock: Clock,
    drawn: Mapping[str, float],
) -> None:
    """Say which values set on the command line are what the run has without them; `drawn` is the world that it is in."""
    idle = unmoved(laboratory.model, before, after, clock)
    idle += [name for name, value in held.items() if value == drawn.get(name, laboratory.model[name].number)]
    _tell([f"`--set {name}` changes nothing: this run has that value without it" for name in idle])


def note_unused(laboratory: Laboratory, chosen: Iterable[str]) -> None:
    """Name the user's regimes that were read and neither run nor the base of one that is; likely a slip."""
    used, waiting = set[str](), [name for name in chosen if name]
    while waiting:
        name = waiting.pop()
        if name != HISTORY and (regime := laboratory.regime(name)).name not in used:
            used.add(regime.name)
            waiting.append(regime.base)
    idle = [name for name in laboratory.regimes if name not in laboratory.shipped and name not in used]
    if idle:
        note(f"read from --from and not run: {', '.join(idle)}")


def _base(laboratory: Laboratory, regime: Regime) -> Regime:
    if regime.base == HISTORY:
        return Regime(HISTORY, laboratory.history)
    return laboratory.regime(regime.base)


def _tell(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        note(f"note: {sentence}")
