"""Does every sentence hold in every world? Each is tried under each regime; the first worlds that break it are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from dualtrack.errors import LabError, RunError
from dualtrack.lab.checks.check_question import Agenda
from dualtrack.lab.checks.trial import Runs
from dualtrack.lab.checks.violations import ROUNDING, AnswerPart
from dualtrack.lab.runs.ensemble import by_name
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.expressions.formula import read
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.statements.reality_check import Check, check_checks, formulas
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

State = Literal["broken", "untried", "holds"]

BLOCK = 250
"""Worlds at a time, so that memory stays bounded."""
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Where a sentence broke: regime, world, year, formula and element if it has some, and the two values that stand wrong."""

    regime: str
    world: int
    year: float
    formula: str
    element: str
    left: float
    right: float


@dataclass(frozen=True, slots=True, repr=False)
class SentenceTried(Printed):
    """A sentence over worlds and regimes: the runs that tried it and those that broke it.

    `untried` names formulas that nothing in them put to the test: no condition came true, or no response moved anything.
    """

    check: Check
    tried: int
    broken: int
    untried: tuple[str, ...]
    examples: tuple[Counterexample, ...]

    @property
    def holds(self) -> bool:
        """Whether no run broke it."""
        return self.broken == 0

    def printed_title(self) -> str:
        return f"Sentence tried: {self.check.sentence[0]}"

    @property
    def state(self) -> State:
        """What became of the sentence."""
        return "broken" if not self.holds else "untried" if self.untried else "holds"

    def to_row(self) -> Row:
        """The sentence in both languages, and how it fared."""
        return {
            "en": self.check.sentence[0],
            "zh": self.check.sentence[1],
            "kind": type(self.check).__name__.lower(),
            "formulas": list(formulas(self.check)),
            "state": self.state,
            "runs": self.tried,
            "broken": self.broken,
            "untried": list(self.untried),
        }


@dataclass(frozen=True, slots=True, repr=False)
class Checked(Tidy):
    """Every sentence in the order of the checks; values count as equal within `tolerance` of the largest in their run."""

    tried_sentences: tuple[SentenceTried, ...]
    regimes: tuple[str, ...]
    worlds: int
    tolerance: float
    model: Model

    @property
    def failed(self) -> tuple[SentenceTried, ...]:
        """What some world broke."""
        return tuple(each for each in self.tried_sentences if not each.holds)

    @property
    def untried(self) -> tuple[SentenceTried, ...]:
        """What no world broke, and nothing put to the test in full."""
        return tuple(each for each in self.tried_sentences if each.holds and each.untried)

    def to_dict(self) -> Row:
        """Every sentence with what became of it."""
        return plain_row(
            {
                "worlds": self.worlds,
                "regimes": self.regimes,
                "tolerance": self.tolerance,
                "broken": len(self.failed),
                "checks": [
                    {**row, "counterexamples": [self._example(example) for example in each.examples]}
                    for row, each in zip(self.to_rows(), self.tried_sentences, strict=True)
                ],
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per sentence."""
        return [each.to_row() for each in self.tried_sentences]

    def _example(self, example: Counterexample) -> Row:
        place = {"regime": example.regime, "world": example.world, "year": example.year, "formula": example.formula}
        compared = {"unit": _unit(self.model, example.formula), "left": example.left, "right": example.right}
        return {**place, "element": example.element, **compared}

    def printed_title(self) -> str:
        count = len(self.tried_sentences)
        return f"Checked: {count - len(self.failed)} of {count} sentences hold in {self.worlds} worlds"


@checked
def check(
    model: Model,
    checks: Iterable[Check],
    regimes: Iterable[Regime],
    worlds: Worlds,
    clock: Clock,
    *,
    progress: Progress | None = None,
) -> Checked:
    """Try every check in every world under every regime; a check that is broken is an answer and no error.

    `checks` are sentences of a theory about its `model`; each of `regimes` is run in all `worlds` over the years of `clock`.
    `progress` counts worlds, each once under every regime. Raises `RunError` for no check, and `ModelError` or `TraceError` for
    one that does not fit the model.
    """
    declared, chosen = tuple(checks), by_name(regimes)
    if not declared:
        raise RunError("there is nothing to check", fix="declare at least one check")
    check_checks(model, declared)
    for regime in chosen.values():
        check_acting(regime, clock)
    agenda = Agenda.of(model, declared, clock)
    tallies = [_Tally() for _ in declared]
    done, everything = 0, worlds.count * len(chosen)
    for start in range(0, worlds.count, BLOCK):
        part = worlds.part(start, start + BLOCK)
        for regime in chosen.values():
            runs = Runs(agenda.bench, regime, part)
            for tally, question in zip(tallies, agenda.questions, strict=True):
                tally.add(regime.name, part, agenda.answer(question, runs))
            done += part.count
            if progress is not None:
                progress(done, everything)
    tried = tuple(tally.sentence(each) for tally, each in zip(tallies, declared, strict=True))
    return Checked(tried, tuple(chosen), worlds.count, ROUNDING, model)


@dataclass
class _Tally:
    """What was found so far for one check."""

    tried: int = 0
    broken: int = 0
    met: dict[str, bool] = field(default_factory=dict)
    examples: list[Counterexample] = field(default_factory=list)

    def add(self, regime: str, worlds: Worlds, parts: Sequence[AnswerPart]) -> None:
        """Count the worlds of one regime, and keep the first that break the sentence."""
        bad = np.logical_or.reduce([part.bad.any(axis=1) for part in parts])
        self.tried += worlds.count
        self.broken += int(bad.sum())
        for part in parts:
            self.met[part.formula] = part.met or self.met.get(part.formula, False)
        for part in parts if len(self.examples) < EXAMPLES else ():
            rows = np.argmax(part.bad, axis=1)
            for world in np.flatnonzero(part.bad.any(axis=1))[: EXAMPLES - len(self.examples)]:
                row = rows[world]
                place = (regime, worlds.first + int(world), float(part.years[row]), part.formula, part.element)
                self.examples.append(Counterexample(*place, float(part.left[world, row]), float(part.right[world, row])))

    def sentence(self, check: Check) -> SentenceTried:
        """The answer."""
        untried = tuple(formula for formula, met in self.met.items() if not met)
        return SentenceTried(check, self.tried, self.broken, untried, tuple(self.examples))


def _unit(model: Model, formula: str) -> str | None:
    """The unit of what a formula compares; none where it compares no two values of one unit."""
    try:
        found = read(model, formula)[0].unit
    except LabError:
        return None
    return None if found is None else str(found)
