"""What each check asks of a run: which names to save, what to hold, and how to read the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from dualtrack.lab.checks.moment import Instant, Moments
from dualtrack.lab.checks.trial import Runs, TrialRun, TrialRunner, cut, fixed
from dualtrack.lab.checks.violations import AnswerPart, Line, bounded, compared, conserved, lines, responded
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.formula import read
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.reality_check import Bounded, Check, Conserved, Fixed, Given, Holds, Response, formulas

Cut = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """A check, its formulas ready to be worked out in the order in which they are written, and the names that they read."""

    check: Check
    lines: tuple[tuple[Line, ...], ...]
    reads: frozenset[str]

    @classmethod
    def of(cls, model: Model, check: Check) -> CheckQuestion:
        """Read a check."""
        texts = formulas(check)
        sides = (side for text in texts for reading in read(model, text) for side in reading.sides)
        return cls(check, tuple(lines(model, text) for text in texts), frozenset[str]().union(*map(names, sides)) - {TIME})


@dataclass(frozen=True)
class Agenda:
    """Every question, and what each kind of run saves, settled once so that each kind is compiled once.

    Where nothing is held a run saves everything; `every_step` is for stocks and flows, `held` by the quantities that are cut.
    """

    bench: TrialRunner
    clock: Clock
    questions: tuple[CheckQuestion, ...]
    every_step: tuple[str, ...]
    held: dict[Cut, tuple[str, ...]]

    @classmethod
    def of(cls, model: Model, checks: Iterable[Check], clock: Clock) -> Agenda:
        """Read every check and add up what its runs must save."""
        questions = tuple(CheckQuestion.of(model, check) for check in checks)
        every_step, held, moving = set[str](), dict[Cut, set[str]](), {*model.stocks, *model.order}
        for question in questions:
            match question.check:
                case Conserved():
                    every_step |= question.reads & moving
                case Holds(given=given, lasting=True):
                    held.setdefault(cut(model, fixed(model, given)), set()).update(question.reads & moving)
                case Response(given=given, change=change, lasting=True):
                    for some in (given, (*given, Fixed(change.name, change.levels[0]))):
                        held.setdefault(cut(model, fixed(model, some)), set()).update(question.reads & moving)
                case Bounded() | Holds() | Response():
                    pass
                case _:
                    assert_never(question.check)
        saved = {key: tuple(sorted(found)) for key, found in held.items()}
        return cls(TrialRunner(model), clock, questions, tuple(sorted(every_step)), saved)

    @cached_property
    def everything(self) -> tuple[str, ...]:
        """All that moves in a run."""
        return (*self.bench.model.stocks, *self.bench.model.order)

    @cached_property
    def instant(self) -> Instant:
        """The model's equations, for looking at single moments."""
        return Instant(self.bench.model)

    def answer(self, question: CheckQuestion, runs: Runs) -> list[AnswerPart]:
        """What a check found in the worlds of these runs."""
        match question.check:
            case Bounded():
                return list(bounded(self.bench.model, self.everything, self._plain(runs)))
            case Conserved():
                stock, flows = question.lines
                every_step = replace(self.clock, save=self.clock.step)
                return list(conserved(stock, flows, runs.get(every_step, {}, self.every_step)))
            case Holds(given=given, since=since, where=where, lasting=lasting):
                *found, condition = question.lines if where else (*question.lines, ())
                seen = self._seen(question, runs, given, lasting) if given else self._plain(runs)
                return list(compared([line for each in found for line in each], condition, seen, since))
            case Response(expected=expected, change=change) as check:
                levels = list(self._levels(question, check, runs))
                return list(responded([line for each in question.lines for line in each], expected, levels, change.since))
            case _:
                assert_never(question.check)

    def _plain(self, runs: Runs) -> TrialRun:
        return runs.get(self.clock, {}, self.everything)

    def _seen(self, question: CheckQuestion, runs: Runs, given: Given, lasting: bool) -> TrialRun:
        held = fixed(self.bench.model, given)
        if lasting:
            return runs.get(self.clock, held, self.held[cut(self.bench.model, held)])
        return Moments(self.instant, self._plain(runs)).look(held, question.reads)

    def _levels(self, question: CheckQuestion, check: Response, runs: Runs) -> Iterator[TrialRun]:
        if len(check.change.levels) == 1:
            yield self._seen(question, runs, check.given, check.lasting)
        for level in check.change.levels:
            given = (*check.given, Fixed(check.change.name, level, check.change.since))
            yield self._seen(question, runs, given, check.lasting)
