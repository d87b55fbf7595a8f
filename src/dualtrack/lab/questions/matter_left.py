"""Which uncertainties matter in the worlds that history leaves? There a factor is drawn anew until history leaves the world too.

Beside `matter`, which asks it of all drawn worlds. Only total shares are had here: where inputs depend on each other none of
them carries a share alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers, Desk
from dualtrack.lab.questions.answer_unit import SHARE, asked_unit
from dualtrack.lab.questions.asked import Asked, Setting
from dualtrack.lab.questions.matter import LANES, Method
from dualtrack.lab.questions.redraw import LeftShares, Redraw, Redrawn, is_narrow
from dualtrack.lab.record.accept import Matching, is_left
from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.lab.worlds.factor import Factor, factors
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

SEARCHED = 40_960
"""Worlds drawn without one that is kept, before the search is given up."""
AT_ONCE = 4096
"""Worlds drawn together."""


@dataclass(frozen=True, slots=True, repr=False)
class LeftInfluence(Printed):
    """A factor's `total` share of variance in worlds that history leaves, and in what share of them no draw of it was kept."""

    factor: Factor
    total: VarianceShare
    unmatched: float


@dataclass(frozen=True, slots=True, repr=False)
class LeftInfluences(Printed):
    """Of one question, the largest total first; `resolved` says whether the leading intervals became as narrow as asked."""

    asked: Asked
    rows: tuple[LeftInfluence, ...]
    resolved: bool
    shares: LeftShares

    def printed_title(self) -> str:
        return f"What {self.asked} hangs on in worlds that history leaves: {len(self.rows)} factors"

    def printed_lines(self) -> Mapping[str, object]:
        return {**{row.factor.name: row.total for row in self.rows}, "resolved": self.resolved}


@dataclass(frozen=True, slots=True, repr=False)
class MatterLeft(Tidy):
    """What matters for every question in `worlds` that history leaves; of those `drawn` it leaves the share `left`."""

    answers: tuple[LeftInfluences, ...]
    worlds: int
    drawn: int
    left: float
    seed: int
    method: Method
    redraw: Redraw
    setting: Setting

    def printed_title(self) -> str:
        return f"What matters: {len(self.answers)} answers from {self.worlds} worlds that history leaves, seed {self.seed}"

    def to_dict(self) -> Row:
        """Every share with its interval, and how they were had."""
        pairs, model = self.method.pairs, self.setting.model
        return plain_row(
            {
                "answers": [_answer(each, asked_unit(model, each.asked)) for each in self.answers],
                "worlds_looked_at": self.worlds,
                "drawn": self.drawn,
                "share_left": self.left,
                "rule": {"width": pairs.width, "leading": pairs.leading, "most_worlds": pairs.most, "by": self.method.by}
                | {"tries": self.redraw.tries},
                "held": dict(self.setting.held),
                "seed": self.seed,
                "model": model.fingerprint,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per answer and factor, the largest shares first."""
        return [
            {"asked": str(each.asked), "factor": row.factor.name, "label": dict(zip(LANGUAGES, row.factor.label, strict=True))}
            | {"unit": SHARE, "total": _share(row.total), "unmatched": row.unmatched, "resolved": each.resolved}
            for each in self.answers
            for row in each.rows
        ]


@checked
def matter_left(
    setting: Setting,
    matching: Matching,
    asked: Sequence[Asked],
    method: Method | None = None,
    *,
    seed: int = 7,
    redraw: Redraw | None = None,
    progress: Progress | None = None,
) -> MatterLeft:
    """Measure what the variance of what is `asked` in a `setting` hangs on, over worlds that `matching` does not rule out.

    Shares from 0 to 1 with 95 % intervals, by a draw of each factor anew until the world is kept (Kucherenko and others, 2012).
    `method` says how many such worlds are looked at and what a factor is; nothing is screened. `redraw` says how often a factor
    is drawn anew; the same `seed` gives the same shares, and `progress` counts worlds. Numbers that the setting holds are held
    where the question is answered, not where worlds are kept. Raises `RunError` where too few worlds are kept.
    """
    setting.check(tuple(asked))
    chosen = method or Method()
    study = _LeftStudy(
        Desk.of(setting),
        matching,
        engine(matching.model).runner,
        tuple(asked),
        factors(matching.model, chosen.by, setting.meanings),
        redraw or Redraw(),
        seed,
    )
    sample = study.sample(chosen, progress)
    found = study.redraw.estimate(sample)
    answers = tuple(study.influences(each, shares, chosen) for each, shares in zip(study.asked, found, strict=True))
    return MatterLeft(answers, sample.worlds, study.drawn, study.left / study.drawn, seed, chosen, study.redraw, setting)


@dataclass(slots=True)
class _LeftStudy:
    """A desk, the rule by which worlds are kept, the questions and the factors; it remembers how many worlds were drawn."""

    desk: Desk
    matching: Matching
    runner: Runner
    asked: tuple[Asked, ...]
    every: tuple[Factor, ...]
    redraw: Redraw
    seed: int
    drawn: int = 0
    left: int = 0
    waiting: list[Mapping[str, Array]] = field(default_factory=list)

    def sample(self, method: Method, progress: Progress | None) -> Redrawn:
        """Kept worlds, doubled until the intervals are narrow or as many as the method's most are looked at."""
        rule = method.pairs
        sample = self._more(0, rule.least)
        while sample.worlds < rule.most and not self._is_narrow(sample, method):
            if progress is not None:
                progress(sample.worlds, rule.most)
            sample = sample.with_more(self._more(sample.worlds, min(sample.worlds, rule.most - sample.worlds)))
        return sample

    def influences(self, asked: Asked, found: LeftShares, method: Method) -> LeftInfluences:
        """One question's factors in the order of their totals; none where the totals cannot be told."""
        rows = [LeftInfluence(*each) for each in zip(self.every, found.total, found.unmatched, strict=True)]
        rows.sort(key=lambda row: -row.total.value)
        narrow = is_narrow(found, method.pairs.width, method.pairs.leading)
        return LeftInfluences(asked, tuple(rows if found.is_told else ()), narrow, found)

    def _is_narrow(self, sample: Redrawn, method: Method) -> bool:
        found = self.redraw.estimate(sample)
        return all(is_narrow(each, method.pairs.width, method.pairs.leading) for each in found)

    def _more(self, first: int, count: int) -> Redrawn:
        """Kept worlds in blocks, so that memory stays bounded."""
        members = [factor.members for factor in self.every]
        block = max(LANES // (len(members) + 1), 1)
        found: Redrawn | None = None
        for start in range(first, first + count, block):
            worlds = self._next(min(block, first + count - start))
            piece = self.redraw.sample(self._answer, self._kept, self._draw, worlds, members, start)
            found = piece if found is None else found.with_more(piece)
        assert found is not None
        return found

    def _next(self, count: int) -> Mapping[str, Array]:
        """The next worlds that history leaves; raises `RunError` where too few of many are left."""
        while sum(map(_size, self.waiting)) < count:
            if self.drawn >= SEARCHED and not self.waiting:
                raise RunError(
                    f"history leaves none of {self.drawn} worlds", fix="look at what the targets and the ranges say of each other"
                )
            worlds = draw(self.matching.model, AT_ONCE, self.seed, self.drawn)
            kept = is_left(self.matching, self.runner, worlds)
            self.drawn, self.left = self.drawn + AT_ONCE, self.left + int(kept.sum())
            if kept.any():
                self.waiting.append(worlds.only(kept).values)
        whole = {name: np.concatenate([piece[name] for piece in self.waiting]) for name in self.waiting[0]}
        self.waiting = [{name: values[count:] for name, values in whole.items()}] if _size(whole) > count else []
        return {name: values[:count] for name, values in whole.items()}

    def _draw(self, first: int, count: int) -> Mapping[str, Array]:
        return draw(self.matching.model, count, self.seed, first).values

    def _kept(self, worlds: Mapping[str, Array]) -> Mask:
        return is_left(self.matching, self.runner, Worlds(worlds, self.seed, 0, _size(worlds)))

    def _answer(self, worlds: Mapping[str, Array]) -> Answers:
        return self.desk.read(self.desk.run(worlds, self.asked), self.asked)


def _size(worlds: Mapping[str, Array]) -> int:
    return len(next(iter(worlds.values())))


def _answer(found: LeftInfluences, unit: str) -> Row:
    shares = found.shares
    return {
        "asked": str(found.asked),
        "unit": unit,
        "mean": shares.mean,
        "standard_deviation": shares.variance**0.5,
        "resolved": found.resolved,
        "worlds": shares.worlds,
        "worlds_that_move_it": shares.moved,
        "worlds_that_carry_it": shares.carried,
        "factors": [_factor(row) for row in found.rows],
    }


def _factor(row: LeftInfluence) -> Row:
    en, zh = row.factor.label
    words = {"factor": row.factor.name, "en": en, "zh": zh, "members": list(row.factor.members), "unit": SHARE}
    return {**words, "total": _share(row.total), "unmatched": row.unmatched}


def _share(found: VarianceShare) -> Row:
    return {"value": found.value, "low": found.low, "high": found.high}
