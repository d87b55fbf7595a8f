"""Verdicts as rows that any program reads: shares with intervals, odds, effects, what decides, and the evidence on each side."""

from __future__ import annotations

from typing import Any

from dualtrack.app.result_rows import quantiles
from dualtrack.app.verdicts.caveats import beside_kept
from dualtrack.app.verdicts.verdict_deciders import decider_rows, undecided_without
from dualtrack.app.verdicts.verdict_reason import reason
from dualtrack.lab.claims.attribute import Attribution
from dualtrack.lab.claims.crux import Crux
from dualtrack.lab.claims.judge_claims import Judgement, tally
from dualtrack.lab.claims.under_prior import Answer, ClaimReading
from dualtrack.lab.judge_all import Judged
from dualtrack.lab.statistics.power import power
from dualtrack.lab.statistics.verdict import Share
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest

Row = dict[str, Any]


def judged_data(judged: Judged) -> Row:
    """Everything about a judgement."""
    verdicts = [verdict_row(judged, each) for each in judged.judgements]
    priors = len(judged.populations)
    return {
        "worlds": judged.worlds,
        "seed": judged.seed,
        "planted": judged.planted or None,
        "model": judged.laboratory.model.fingerprint,
        "priors": [prior_row(each) for each in judged.populations],
        "tally": dict(tally(judged.judgements)),
        "verdicts": verdicts,
        "kept": None if judged.planted else beside_kept(judged.laboratory, verdicts, judged.worlds, judged.seed, priors),
        "deciders": decider_rows(judged.laboratory.model, judged.laboratory.record, judged.judgements),
        "undecided_by_one_number": undecided_without(judged.judgements),
        "attribution": {
            name: {prior: attribution_rows(each) for prior, each in found.items()} for name, found in judged.attributions.items()
        },
        "errors": error_rows(judged),
    }


def prior_row(population: Population) -> Row:
    """A prior, how many worlds history leaves (none where it was not asked), and how many of its own those are worth."""
    return {
        "prior": population.name,
        "en": population.label[0],
        "zh": population.label[1],
        "worlds": population.worlds.count,
        "accepted": None if population.accepted is None else int(population.accepted.sum()),
        "worth": population.worth,
    }


def verdict_row(judged: Judged, judgement: Judgement) -> Row:
    """One claim."""
    test, (en, zh) = judgement.test, judged.claims[judgement.test.id]
    sides, reached = judged.laboratory.theory.evidence[test.id], judged.reached.get(test.id)
    why = reason(judgement, reached)
    return {
        "id": test.id,
        "en": en,
        "zh": zh,
        "asked": {"en": test.asked[0], "zh": test.asked[1]},
        "verdict": judgement.verdict,
        "reason": {"en": why[0], "zh": why[1]},
        "at_full_strength": None if reached is None else share_row(reached),
        "answers": [answer_row(judgement, each) for each in judgement.answers],
        "second_parting": second_row(judged, test.id),
        "examples": example_row(judged, judgement),
        "evidence": {"supports": list(sides.supports), "opposes": list(sides.opposes)},
    }


def second_row(judged: Judged, name: str) -> Row | None:
    """The same claim where regimes leave history earlier; none where nothing was computed."""
    if judged.second is None or name not in judged.second.judgements:
        return None
    found = judged.second.judgements[name]
    return {
        "year": judged.second.year,
        "verdict": found.verdict,
        "answers": [{"prior": each.prior, **reading_row(found, each.last)} for each in found.answers],
    }


def example_row(judged: Judged, judgement: Judgement) -> Row | None:
    """The first world in which the claim is true and the first in which it is false, with the prior each was drawn from."""
    if not judgement.answers:
        return None
    return {
        side: None if number is None else {"world": number, "prior": judged.populations[number % len(judged.populations)].name}
        for side, number in zip(("true", "false"), judgement.answers[0].examples, strict=True)
    }


def answer_row(judgement: Judgement, answer: Answer) -> Row:
    """One claim under one prior."""
    return {
        "prior": answer.prior,
        "before": reading_row(judgement, answer.before),
        "after": None if answer.after is None else reading_row(judgement, answer.after),
        "odds": answer.odds,
        "cruxes": [crux_row(each) for each in answer.cruxes],
    }


def reading_row(judgement: Judgement, reading: ClaimReading) -> Row:
    """One claim in some worlds."""
    labels = [each.label for each in judgement.test.variants] if isinstance(judgement.test, ClaimTest) else []
    return {
        **share_row(reading.share),
        "given_mechanism": None if reading.given is None else share_row(reading.given),
        "effect": quantiles(reading.effect),
        "lead": None if reading.lead is None else {"lead": reading.lead.value, "interval": list(reading.lead.interval)},
        "variants": [
            {"en": label[0], "zh": label[1], **share_row(each)} for label, each in zip(labels, reading.variants, strict=True)
        ],
        "failed": reading.failed,
    }


def share_row(share: Share) -> Row:
    """A share with its interval, the worlds it was counted in, and how many equal ones they are worth."""
    return {"probability": share.value, "interval": list(share.interval), "worlds": share.count, "worth": share.worlds}


def crux_row(crux: Crux) -> Row:
    """One number that decides."""
    en, zh = crux.words
    return {
        "name": crux.name,
        "label": {"en": crux.label[0], "zh": crux.label[1]},
        "en": en,
        "zh": zh,
        "low": share_row(crux.low),
        "high": share_row(crux.high),
        "difference": crux.difference,
        "interval": list(crux.interval),
    }


def attribution_rows(found: Attribution) -> Row:
    """An effect and its parts."""
    return {
        "mean": found.mean,
        "interval": list(found.interval),
        "without_any": found.without_any,
        "worlds": len(found.whole),
        "left_out": found.left_out,
        "parts": [
            {"group": part.group.name, "en": part.group.label[0], "zh": part.group.label[1], "mean": part.mean}
            | {"interval": list(part.interval), "switches": list(part.group.switches)}
            for part in found.parts
        ],
    }


def error_rows(judged: Judged) -> list[Row]:
    """How often verdicts over so many worlds are wrong, and how clear a claim must be."""
    counts = {int(answer.last.share.worlds) for each in judged.judgements for answer in each.answers}
    rows = [power(count) for count in sorted({min(counts), max(counts)})] if counts else []
    return [
        {
            "worlds": row.worlds,
            "wrong_support": row.wrong_support,
            "wrong_contradiction": row.wrong_contradiction,
            "clear_support": row.clear_support,
            "clear_contradiction": row.clear_contradiction,
        }
        for row in rows
    ]
