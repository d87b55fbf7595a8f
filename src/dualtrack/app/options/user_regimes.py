"""A user's own regimes on the command line: bound with the shipped ones, and what of them does not act is told."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence

from dualtrack.app.bind import TOLD, brought_laboratory
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.terminal.speech import say, tell
from dualtrack.app.terminal.terminal import note
from dualtrack.errors import LabWarning
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regimes import HISTORY
from dualtrack.lab.studies.standing import own_claims
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import late, remarks, unmoved


def bound(brought: Brought = NOTHING, *, reads: bool = True, points: bool = True) -> Laboratory:
    """The laboratory with what a user brought; what of it does nothing until the clock stops is told.

    A command `reads` figures of the record; one that does not runs the past alone, in which only events with an alarm act. It
    `points` to what shows the values of a regime of which something is told, unless it shows them itself.
    """
    laboratory = read(brought)
    tell_without_effect(laboratory, laboratory.theory.clock, reads=reads, points=points)
    return laboratory


def tell_without_effect(laboratory: Laboratory, clock: Clock, *, reads: bool, points: bool = True) -> None:
    """Say what of a user's regimes and rows does nothing until a `clock` stops."""
    own = laboratory.added
    if own is not None and not reads and not own.alarms:
        _tell(
            ["no row that you brought acts in a run: only an event with an alarm does; facts, calibrate and judge read figures"]
        )
    for name, regime in laboratory.regimes.items():
        if name not in laboratory.shipped:
            told = remarks(laboratory.model, regime, _base(laboratory, regime), clock)
            shown = [f"`dualtrack show {regime.name}` sets each of its levers beside today's value"] if told and points else []
            _tell([*told, *shown])


def read(brought: Brought = NOTHING) -> Laboratory:
    """The laboratory with what a user brought; which rows were added is told, and which of them change nothing."""
    laboratory = read_unsaid(brought)
    if laboratory.study is not None:
        _tell([laboratory.study.printed_title()])
    for name, each in own_claims(laboratory).items():
        english, chinese = each.said
        _note(say(f"own claim {name}: {english}", f"自带主张 {name}：{chinese}"))
    if laboratory.added is not None and brought.record is not None:
        folder, counts = laboratory.added.folder, laboratory.added.counts.items()
        counted = ", ".join(f"{count} in {file}" for file, count in counts) or "none"
        counted_zh = "、".join(f"{file} {count}行" for file, count in counts) or "无"
        _note(say(f"rows added to the record from {folder}: {counted}", f"自 {folder} 加入记录的行：{counted_zh}"))
    _tell([f"without effect: {line}" for line in laboratory.unused[:TOLD]])
    if (more := len(laboratory.unused) - TOLD) > 0:
        _note(say(f"without effect: {more} entries more", f"另有{more}项无效果"))
    return laboratory


def read_unsaid(brought: Brought) -> Laboratory:
    """The same laboratory, with nothing told of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LabWarning)
        return brought_laboratory(brought.regimes, record=brought.record, theory=brought.theory, study=brought.study)


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
        note(say(f"brought and not run: {', '.join(idle)}", f"已读入但未运行：{'、'.join(idle)}"))


def _base(laboratory: Laboratory, regime: Regime) -> Regime:
    if regime.base == HISTORY:
        return Regime(HISTORY, laboratory.history)
    return laboratory.regime(regime.base)


def _tell(sentences: Sequence[str]) -> None:
    """Remarks of the floors below, which have them in English alone."""
    for sentence in sentences:
        _note(tell(sentence))


def _note(sentence: str) -> None:
    note(say("note: ", "注意：") + sentence)
