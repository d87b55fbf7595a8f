"""What judging found: the verdicts, and the worlds, priors and splits of effects that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.claims.attribute import Attribution
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.claims.under_prior import Answer
from dualtrack.lab.claims.verdict_rows import answer_row, prior_row, reading_row
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.answer_unit import claim_unit
from dualtrack.lab.second_parting import Second
from dualtrack.lab.statistics.power import power
from dualtrack.lab.studies.standing import own_claims
from dualtrack.lab.verdicts.deciders import decider_rows, open_without
from dualtrack.lab.verdicts.evidence_rows import evidence_rows
from dualtrack.lab.verdicts.existence import ExistenceFactor
from dualtrack.lab.verdicts.ruling import Ruling
from dualtrack.lab.verdicts.verdict import ANSWERS, Answered
from dualtrack.lab.verdicts.verdict_units import with_units
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row

ByPrior = Mapping[str, Attribution]


@dataclass(frozen=True, repr=False)
class Judged(Tidy):
    """The verdicts, and the worlds, priors and splits of effects that they rest on.

    `rulings` hold by claim the verdict, in one of the six words of decision note 014, with what stands beside it; `factors` say
    by how much the record changes the odds that a switch exists. `calibrations` hold the worlds drawn by the full record under
    each prior; none where they were not asked for.
    """

    laboratory: Laboratory
    judgements: tuple[Judgement, ...]
    rulings: Mapping[str, Ruling]
    second: Second | None
    populations: tuple[Population, ...]
    attributions: Mapping[str, ByPrior]
    factors: Mapping[str, ExistenceFactor]
    worlds: int
    seed: int
    planted: str
    calibrations: tuple[Calibration, ...] = ()

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def claims(self) -> Mapping[str, Label]:
        """What each claim says, in both languages."""
        return {claim.id: claim.statement for claim in self.laboratory.theory.claims}

    def given(self, answer: Answered) -> list[str]:
        """The claims with an answer, in their order."""
        return [each.test.id for each in self.judgements if self.rulings[each.test.id].verdict.answer == answer]

    def printed_title(self) -> str:
        return f"Judged: {len(self.judgements)} claims in {self.worlds} worlds, seed {self.seed}"

    def printed_lines(self) -> Mapping[str, object]:
        found: dict[str, object] = {answer: names for answer in ANSWERS if (names := self.given(answer))}
        rest = ("laboratory", "populations", "attributions", "second", "planted")
        return {**found, **{name: getattr(self, name) for name in rest}}

    def to_dict(self) -> Row:
        """Everything about a judgement, with the unit of every number; an effect is in the unit of its claim's measure."""
        return plain_row(with_units(self.laboratory.model, [each.test for each in self.judgements], self.to_data()))

    def to_rows(self) -> list[Row]:
        """One row per claim and prior; of a claim that no world was run for, one row without numbers."""
        model = self.laboratory.model
        return [
            {"id": each.test.id, "label": dict(zip(LANGUAGES, self.claims[each.test.id], strict=True))}
            | self.rulings[each.test.id].verdict.to_row()
            | {"unit": claim_unit(model, each.test.headline) if isinstance(each.test, ClaimTest) else None}
            | {"prior": None if answer is None else answer.prior, **(_last(each.test, answer) if answer else {})}
            for each in self.judgements
            for answer in each.answers or (None,)
        ]

    def to_data(self) -> Row:
        """The same without units, and with the parts of effects by claim and prior."""
        model = self.laboratory.model
        split = {name: {p: each.to_dict() for p, each in found.items()} for name, found in self.attributions.items()}
        return {
            "worlds": self.worlds,
            "seed": self.seed,
            "planted": self.planted or None,
            "full_record": self._full_record(),
            "model": model.fingerprint,
            "priors": [prior_row(each) for each in self.populations],
            "tally": {answer: len(self.given(answer)) for answer in ANSWERS},
            "verdicts": [self._verdict(each) for each in self.judgements],
            "deciders": decider_rows(model, self.laboratory.record, self._open),
            "open_without": open_without(self._open),
            "attribution": split,
            "errors": _error_rows(self.judgements),
        }

    def _full_record(self) -> list[Row] | None:
        """By prior how many worlds were drawn by the full record, and whether two draws of them agree; none where not asked."""
        told = [(each, each.agreement) for each in self.calibrations]
        return [
            {"prior": each.tilt, "worlds": each.drawn.count, "agrees": agreed.holds, "en": agreed.says[0], "zh": agreed.says[1]}
            for each, agreed in told
        ] or None

    @property
    def _open(self) -> list[Judgement]:
        return [each for each in self.judgements if self.rulings[each.test.id].verdict.answer == "open"]

    def _verdict(self, judgement: Judgement) -> Row:
        test, (en, zh), own = judgement.test, self.claims[judgement.test.id], own_claims(self.laboratory)
        return {
            "id": test.id,
            "en": en,
            "zh": zh,
            "own": own[test.id].origin if test.id in own else None,
            "asked": {"en": test.asked[0], "zh": test.asked[1]},
            **self.rulings[test.id].to_row(),
            "existence": {name: self.factors[name].to_row() for name in test.rests_on} if isinstance(test, ClaimTest) else {},
            "answers": [answer_row(test, each) for each in judgement.answers],
            "second_parting": None if self.second is None else self.second.to_row(test.id),
            "examples": self._examples(judgement),
            "evidence": evidence_rows(self.laboratory.theory.evidence[test.id], self.laboratory.record),
        }

    def _examples(self, judgement: Judgement) -> Row | None:
        """The first world in which the claim is true and the first in which it is false, with the prior each was drawn from."""
        if not judgement.answers:
            return None
        return {
            side: None if number is None else {"world": number, "prior": self.populations[number % len(self.populations)].name}
            for side, number in zip(("true", "false"), judgement.answers[0].examples, strict=True)
        }


def _last(test: Test, answer: Answer) -> Row:
    """The reading on which a verdict rests, in one level."""
    row = reading_row(test, answer.last)
    return {key: row[key] for key in ("probability", "interval", "worlds", "worth", "effect", "failed")} | {"odds": answer.odds}


def _error_rows(judgements: Iterable[Judgement]) -> list[Row]:
    """How often verdicts over so many worlds are wrong, and how clear a claim must be."""
    shares = [answer.last.found for each in judgements for answer in each.answers]
    counts = {int(each.worlds) for each in shares if each is not None}
    return [asdict(power(count)) for count in sorted({min(counts), max(counts)})] if counts else []
