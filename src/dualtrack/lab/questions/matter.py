"""Which uncertainties matter? The share of an answer's variance that each carries, alone and with others.

First a screen of all of them, then pairs of worlds for those that it keeps; what it leaves is one more factor, whose share says
what the screen may have missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers, Desk
from dualtrack.lab.questions.answer_unit import SHARE, asked_unit
from dualtrack.lab.questions.asked import Asked, Setting
from dualtrack.lab.questions.pick_freeze import Indices, PickFreeze, Sample
from dualtrack.lab.questions.screen import Screen
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.effective_count import differ
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.factor import Factor, Grouping, factors, together
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

LANES = 16_384
"""Worlds run together: what they save stays below some hundred megabytes."""


@dataclass(frozen=True, slots=True)
class Method:
    """How influence is measured: a screen, and pairs of worlds for what it keeps; one object samples and estimates.

    Sectors and groups of one meaning are few, and none is screened away.
    """

    pairs: PickFreeze = field(default_factory=PickFreeze)
    screen: Screen = field(default_factory=Screen)
    by: Grouping = "number"


@dataclass(frozen=True, slots=True, repr=False)
class Influence(Printed):
    """A factor's share of variance by itself (`first`), and with every interaction that it takes part in (`total`)."""

    factor: Factor
    first: VarianceShare
    total: VarianceShare


@dataclass(frozen=True, slots=True, repr=False)
class Influences(Printed):
    """Of one question, the largest total first; `resolved` says whether the leading intervals became as narrow as asked.

    `indices` are the same with what carries them. There are no rows where too few worlds move the answer to tell any share.
    """

    asked: Asked
    rows: tuple[Influence, ...]
    resolved: bool
    indices: Indices

    def printed_title(self) -> str:
        return f"What {self.asked} hangs on: {len(self.rows)} uncertainties"

    def printed_lines(self) -> Mapping[str, object]:
        return {**{row.factor.name: row.total for row in self.rows}, "resolved": self.resolved}


@dataclass(frozen=True, slots=True, repr=False)
class Matter(Tidy):
    """What matters for every question; `screened` counts the factors that the screen looked at, 0 where none was needed.

    `pairs` of worlds were sampled in `worlds` worlds under each regime; those with a missing answer are left out per question.
    """

    answers: tuple[Influences, ...]
    screened: int
    pairs: int
    worlds: int
    seed: int
    method: Method
    setting: Setting

    def printed_title(self) -> str:
        return f"What matters: {len(self.answers)} answers from {self.pairs} pairs of worlds, seed {self.seed}"

    def to_dict(self) -> Row:
        """Every share with its interval, and how they were had."""
        pairs, model = self.method.pairs, self.setting.model
        return plain_row(
            {
                "answers": [_answer(each, asked_unit(model, each.asked)) for each in self.answers],
                "factors_screened": self.screened,
                "pairs": self.pairs,
                "worlds_run": self.worlds,
                "rule": {"width": pairs.width, "leading": pairs.leading, "most_pairs": pairs.most, "by": self.method.by},
                "held": dict(self.setting.held),
                "seed": self.seed,
                "model": model.fingerprint,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per answer and factor, the largest shares first."""
        rows = [(each, row) for each in self.answers for row in each.rows]
        return [
            {"asked": str(each.asked), "factor": row.factor.name, "label": dict(zip(LANGUAGES, row.factor.label, strict=True))}
            | {"unit": SHARE, "total": _share(row.total), "first": _share(row.first), "resolved": each.resolved}
            for each, row in rows
        ]


@checked
def matter(
    setting: Setting,
    asked: Sequence[Asked],
    method: Method | None = None,
    *,
    seed: int = 7,
    rule: LagRule | None = None,
    progress: Progress | None = None,
) -> Matter:
    """Measure the influence of every uncertain number on what is `asked` in a `setting`.

    Shares of variance, 0 to 1, by Sobol' indices (Sobol', 1993; Homma and Saltelli, 1996) with 95 % intervals. `method` says how
    many pairs are run and what is screened out before; the same `seed` gives the same shares. `rule` says what a lag is;
    `progress` counts pairs. Raises `RunError` where nothing can be told, since worlds fail or a question has no number in them.
    """
    setting.check(tuple(asked))
    study = _Study.of(setting, tuple(asked), method or Method(), seed, rule)
    sample = study.sample(progress)
    found = study.method.pairs.estimate(sample)
    return Matter(
        answers=tuple(study.influences(each, indices) for each, indices in zip(study.asked, found, strict=True)),
        screened=study.screened,
        pairs=sample.pairs,
        worlds=sample.pairs * (len(study.chosen) + 2) + study.method.screen.cost(study.screened),
        seed=seed,
        method=study.method,
        setting=setting,
    )


@dataclass(frozen=True, slots=True)
class _Study:
    """A desk, the questions, and the factors that are sampled."""

    desk: Desk
    asked: tuple[Asked, ...]
    method: Method
    chosen: tuple[Factor, ...]
    screened: int
    seed: int

    @classmethod
    def of(cls, setting: Setting, asked: tuple[Asked, ...], method: Method, seed: int, rule: LagRule | None) -> _Study:
        """Run the plain ensemble, and choose the factors."""
        desk, every = Desk.of(setting, rule), factors(setting.model, method.by, setting.meanings)
        worlds = draw(setting.model, method.screen.worlds, seed).values
        ran = desk.run(worlds, asked)
        desk.check_told(ran, asked)
        answers = desk.read(ran, asked)
        _check_present(answers, asked)
        if method.by != "number" or len(every) <= method.screen.kept + 1:
            return cls(desk, asked, method, every, 0, seed)
        every_number = cls(desk, asked, method, every, len(every), seed)
        order = _order(method.screen, worlds, every, answers, every_number.totals())
        kept, left = order[: method.screen.kept], sorted(order[method.screen.kept :])
        chosen = (*(every[place] for place in kept), together([every[place] for place in left]))
        return cls(desk, asked, method, chosen, len(every), seed)

    def totals(self) -> list[float]:
        """The largest total share of each factor in any answer, from the screen's few pairs, which come after all others.

        An answer that too few of these worlds move has none.
        """
        sample = self._more(self.method.pairs.most, self.method.screen.pairs)
        found = [indices.total for indices in self.method.pairs.estimate(sample) if indices.is_told]
        return [max((shares[place].value for shares in found), default=0.0) for place in range(len(self.chosen))]

    def sample(self, progress: Progress | None) -> Sample:
        """Pairs, doubled until the method is content or has done its most."""
        method = self.method.pairs
        sample = self._more(0, method.least)
        while sample.pairs < method.most and not all(map(method.is_resolved, method.estimate(sample))):
            if progress is not None:
                progress(sample.pairs, method.most)
            sample = sample.with_more(self._more(sample.pairs, min(sample.pairs, method.most - sample.pairs)))
        return sample

    def influences(self, asked: Asked, found: Indices) -> Influences:
        """One question's factors in the order of their totals; none where the totals cannot be told."""
        rows = [Influence(*each) for each in zip(self.chosen, found.first, found.total, strict=True)] if found.is_told else []
        rows.sort(key=lambda row: -row.total.value)
        return Influences(asked, tuple(rows), self.method.pairs.is_resolved(found), found)

    def _more(self, first: int, pairs: int) -> Sample:
        """Pairs in blocks, so that memory stays bounded."""
        members = [factor.members for factor in self.chosen]
        block = max(LANES // (len(members) + 2), 1)
        found: Sample | None = None
        for start in range(first, first + pairs, block):
            count = min(block, first + pairs - start)
            piece = self.method.pairs.sample(self._answer, self._draw, members, start, count)
            found = piece if found is None else found.with_more(piece)
        assert found is not None
        return found

    def _draw(self, first: int, count: int) -> Mapping[str, Array]:
        return draw(self.desk.setting.model, count, self.seed, first).values

    def _answer(self, worlds: Mapping[str, Array]) -> Answers:
        return self.desk.read(self.desk.run(worlds, self.asked), self.asked)


def _order(
    screen: Screen, worlds: Mapping[str, Array], every: Sequence[Factor], answers: Answers, totals: Sequence[float]
) -> list[int]:
    kept = ~answers.missing.any(axis=0)
    inputs = {name: values[kept] for name, values in worlds.items()}
    return screen.order(inputs, [factor.members for factor in every], [row[kept] for row in answers.values], totals)


def _check_present(answers: Answers, asked: Sequence[Asked]) -> None:
    """Refuse questions that most worlds cannot answer, and those that all answer alike."""
    for question, each in enumerate(asked):
        present = answers.values[question][~answers.missing[question]]
        if 2 * len(present) < answers.values.shape[1]:
            raise RunError(
                f"{len(present)} of {answers.values.shape[1]} worlds have an answer to `{each}`",
                fix="ask for a level or a difference, or look at what fails with `run_ensemble`",
            )
        if not differ(present):
            raise RunError(
                f"`{each}` is {present[0]:g} in each of the {len(present):,} worlds drawn",
                fix="ask for something that differs between worlds, for a later year, or draw more worlds",
            )


def _answer(found: Influences, unit: str) -> Row:
    indices = found.indices
    return {
        "asked": str(found.asked),
        "unit": unit,
        "mean": indices.mean,
        "standard_deviation": indices.variance**0.5,
        "resolved": found.resolved,
        "pairs": indices.pairs,
        "worlds_that_move_it": indices.moved,
        "worlds_that_carry_it": indices.carried,
        "interplay": {"unit": SHARE} | _share(indices.interplay) if found.rows else None,
        "factors": [_factor(row) for row in found.rows],
    }


def _factor(row: Influence) -> Row:
    en, zh = row.factor.label
    words = {"factor": row.factor.name, "en": en, "zh": zh, "members": list(row.factor.members), "unit": SHARE}
    return {**words, "total": _share(row.total), "first": _share(row.first)}


def _share(found: VarianceShare) -> Row:
    return {"value": found.value, "low": found.low, "high": found.high}
