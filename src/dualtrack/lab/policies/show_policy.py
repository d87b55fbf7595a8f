"""What does a regime set? Each lever by year beside the rules that are in force when it parts, and beside another regime."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.value_examples import value_examples
from dualtrack.evidence.vocabulary import BASELINE
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import clock_until
from dualtrack.lab.policies.lever_course import LeverStage, lever_stages
from dualtrack.lab.policies.policy_shown import (
    DatedStep,
    JointShown,
    JointYear,
    PastSeries,
    PolicyShown,
    ShownLever,
)
from dualtrack.lab.runs.regimes import HISTORY
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import LONG_AGO, SMALL, Path, Regime, check_regime
from dualtrack.language.statements.display import LeverGroup
from dualtrack.language.statements.lever_scale import JointReading, LeverScale
from dualtrack.targets.numeric.python import Oracle

Said = Callable[[str], Label]
"""Gives an English text of the record in both languages."""
SAME = 0.005
"""Share of a value below which two readings of it are alike."""
UNDECLARED = LeverScale("neither")


def in_english(text: str) -> Label:
    """The text for both languages, where nothing translates it."""
    return text, text


@checked
def show_policy(laboratory: Laboratory, regime: Regime, second: Regime | None = None, *, said: Said = in_english) -> PolicyShown:
    """Every lever under a `regime` beside today's rules, and under a `second` one beside it, from the year they part.

    Today's rules are those of the regime that is held beside the record, in the year in which the regime parts; in the last year
    of the record where it never does. `said` gives what the record says in English in both languages. Raises `RegimeError` for a
    regime that does not fit the model.
    """
    chosen = [regime] if second is None else [regime, second]
    for each in chosen:
        check_regime(laboratory.model, each)
    past = _today(laboratory)
    columns = (past, *chosen)
    since = min((each.parts_at for each in chosen if each.parts_at is not None), default=_last_date(laboratory))
    levers = tuple(
        _lever(laboratory, columns, since, group, laboratory.model[name], said)
        for group in _groups(laboratory)
        for base in group.levers
        for name in laboratory.model.of_role(["lever"])
        if laboratory.model[name].base == base
    )
    levers = _with_joint(laboratory, levers)
    joint = tuple(_joint(laboratory, columns, since, each, levers) for each in _moved(laboratory, levers))
    return PolicyShown(columns, since, laboratory.theory.clock.stop, levers, joint, _pasts(laboratory))


def _today(laboratory: Laboratory) -> Regime:
    return laboratory.past if laboratory.theory.past else Regime(HISTORY, laboratory.history, (HISTORY, "历史"))


def _last_date(laboratory: Laboratory) -> float:
    """The last year in which the record moves something; the first of a run where it holds nothing."""
    dates = [path.points[-1][0] for path in laboratory.history.values()]
    return max(dates, default=laboratory.theory.clock.start)


def _groups(laboratory: Laboratory) -> Sequence[LeverGroup]:
    model, theory = laboratory.model, laboratory.theory
    every = tuple(dict.fromkeys(model[name].base for name in model.of_role(["lever"])))
    return theory.display.groups or (LeverGroup(theory.name, theory.label, every),)


def _lever(
    laboratory: Laboratory, columns: Sequence[Regime], since: float, group: LeverGroup, quantity: Quantity, said: Said
) -> ShownLever:
    """One lever, today's rules in the first column."""
    name, scale = quantity.name, laboratory.theory.display.scales.get(quantity.base, UNDECLARED)
    default = Path(((LONG_AGO, quantity.number),))
    seen = laboratory.theory.display.at_work.get(quantity.base, ())
    return ShownLever(
        quantity,
        label_of(quantity),
        group,
        lever_stages([each.paths.get(name, default) for each in columns], since),
        scale.more,
        True,
        ("", *(_written(laboratory, each, columns[0], name) for each in columns[1:])),
        dict(sorted((_examples(laboratory.record, name, said) | dict(scale.landmarks)).items())),
        _behind(laboratory.record, name, since, said),
        tuple(_event(laboratory.record, event) for event in seen if decimal_year(laboratory.record.event(event).date) <= since),
    )


def _written(laboratory: Laboratory, regime: Regime, past: Regime, lever: str) -> str:
    """The regime, or the base of it, that first sets a lever as it is; none where it is what the past sets, or nothing does."""
    path = regime.paths.get(lever)
    if path is None or path in (past.paths.get(lever), laboratory.history.get(lever)):
        return ""
    base = laboratory.regimes.get(regime.base)
    return regime.name if base is None or base.paths.get(lever) != path else _written(laboratory, base, past, lever)


def _examples(record: Record, lever: str, said: Said) -> dict[float, Label]:
    """The values that the codebook of the record gives as examples."""
    dials = (dial for dial in record.dials if dial.dial == lever)
    return {value: said(meaning) for dial in dials for value, meaning in value_examples(dial.anchors)}


def _behind(record: Record, lever: str, since: float, said: Said) -> DatedStep | None:
    """What set the value that a lever has when a regime parts."""
    rows = [row for row in record.settings if row.dial == lever and decimal_year(row.start) <= since + SMALL]
    if not rows:
        return None
    last = max(rows, key=lambda row: row.start)
    if last.event == BASELINE:
        return DatedStep(last.start, "", said(last.why))
    event = record.event(last.event)
    return DatedStep(last.start, last.event, (event.title_en, event.title_zh))


def _event(record: Record, name: str) -> DatedStep:
    event = record.event(name)
    return DatedStep(event.date, name, (event.title_en, event.title_zh))


def _moved(laboratory: Laboratory, levers: Sequence[ShownLever]) -> list[JointReading]:
    """The readings of which some lever differs."""
    moved = {each.quantity.base for each in levers if each.differs}
    return [each for each in laboratory.theory.display.together if moved & set(each.levers)]


def _with_joint(laboratory: Laboratory, levers: tuple[ShownLever, ...]) -> tuple[ShownLever, ...]:
    """The levers, those marked that go another way than one they are read with, so that neither says by itself which way."""
    mixed: set[str] = set()
    for reading in _moved(laboratory, levers):
        ways = {
            course for each in levers if each.quantity.base in reading.levers for s in each.stages for course in each.courses(s)
        }
        mixed |= set(reading.levers) if len(ways) > 1 else set()
    return tuple(replace(each, alone=each.quantity.base not in mixed) for each in levers)


def _joint(
    laboratory: Laboratory, columns: Sequence[Regime], since: float, reading: JointReading, levers: Sequence[ShownLever]
) -> JointShown:
    """A quantity in the nominal world on the first saved row of each stage of its levers, and in the first year compared."""
    theory, scale = laboratory.theory, laboratory.theory.display.scales.get(reading.scale, UNDECLARED)
    dates = {stage.since for each in levers if each.quantity.base in reading.levers for stage in each.stages}
    asked = {*dates, *(year for year in theory.years[:1] if year > since)}
    saved = [next((row for row in theory.clock.saved if row >= year), theory.clock.stop) for year in sorted(asked)]
    years = sorted(set(saved))
    clock, oracle = clock_until(theory, years[-1]), Oracle.of(laboratory.model)
    runs = [oracle.run(each, clock) for each in columns]
    rows = []
    for year in years:
        values = tuple(run.values[reading.quantity][run.years.index(year)] for run in runs)
        stage = LeverStage(year, year, values, values)
        alike = abs(values[-1] - values[-2]) <= SAME * max(map(abs, values[-2:]))
        rows.append(JointYear(year, values, () if alike else stage.courses(scale.more, -1, -2)))
    named = next(each.landmarks for each in levers if each.quantity.base == reading.scale)
    return JointShown(reading.levers, laboratory.model[reading.quantity], reading.label, tuple(rows), named)


def _pasts(laboratory: Laboratory) -> tuple[PastSeries, ...]:
    """The histories that the record gives, with the events that make them."""
    events = sorted((each for each in laboratory.record.events if each.alarm), key=lambda each: each.date)
    last = _event(laboratory.record, events[-1].id) if events else None
    return tuple(
        PastSeries(laboratory.model[name], len(events), last, laboratory.history[name].points[-1][0])
        for name in laboratory.model.of_role(["history"])
        if name in laboratory.history
    )
