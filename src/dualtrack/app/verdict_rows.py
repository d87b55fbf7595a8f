"""Verdicts as rows that any program reads: shares with intervals, odds, effects, what decides, and the evidence on each side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.app.judging import Judged
from dualtrack.app.reading import quantiles
from dualtrack.lab.attribute import Attribution
from dualtrack.lab.claims import Judgement, tally
from dualtrack.lab.crux import Crux
from dualtrack.lab.pool import Population
from dualtrack.lab.power import power
from dualtrack.lab.reading import Answer, Reading
from dualtrack.lab.verdict import CONTRADICTED, SUPPORTED, Share
from dualtrack.language.claim_test import ClaimTest, Waits
from dualtrack.language.declare import Label
from dualtrack.theory.dual_track.claim_evidence import CLAIM_EVIDENCE

Row = dict[str, Any]


def judged_data(judged: Judged) -> Row:
    """Everything about a judgement."""
    return {
        "worlds": judged.worlds,
        "seed": judged.seed,
        "planted": judged.planted or None,
        "model": judged.laboratory.model.fingerprint,
        "priors": [prior_row(each) for each in judged.populations],
        "tally": dict(tally(judged.judgements)),
        "verdicts": [verdict_row(judged, each) for each in judged.judgements],
        "attribution": {name: attribution_rows(each) for name, each in judged.attributions.items()},
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
    sides, why, reached = CLAIM_EVIDENCE[test.id], reason(judgement), judged.reached.get(test.id)
    return {
        "id": test.id,
        "en": en,
        "zh": zh,
        "asked": {"en": test.asked[0], "zh": test.asked[1]},
        "verdict": judgement.verdict,
        "reason": {"en": why[0], "zh": why[1]},
        "at_full_strength": None if reached is None else share_row(reached),
        "answers": [answer_row(judgement, each) for each in judgement.answers],
        "evidence": {"supports": list(sides.supports), "opposes": list(sides.opposes)},
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


def reading_row(judgement: Judgement, reading: Reading) -> Row:
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
        "without_any": float(found.nothing.mean()),
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


def reason(judgement: Judgement) -> Label:
    """Why a verdict is what it is, in one clause."""
    if isinstance(judgement.test, Waits):
        en, zh = judgement.test.reason
        return f"waits for {en}", f"待{zh}"
    if judgement.verdict == "structure":
        return "the levers exist and moved on record", "杠杆存在且有历史记录"
    if judgement.verdict != "not decided":
        return ("every prior agrees", "各先验一致") if len(judgement.answers) > 1 else ("clear of the bound", "明显越过界限")
    return _undecided([each.last for each in judgement.answers])


def _undecided(readings: Sequence[Reading]) -> Label:
    if all(each.share.interval[0] >= SUPPORTED for each in readings):
        return "hardly oftener true than without the mechanism", "与去除机制时相比并不明显更常成立"
    sides = {_side(each.share) for each in readings}
    clear = sides - {"unclear"}
    if sides == {"between"}:
        return ("between the bounds" + (" under every prior" if len(readings) > 1 else ""), "处于两界之间")
    if clear == {"between"}:
        return "between the bounds, or too near one to tell", "处于两界之间，或过于接近界限"
    if len(clear) > 1:
        return "priors differ", "各先验不一致"
    return "sampling error could flip it", "抽样误差足以翻转"


def _side(share: Share) -> str:
    """On which side of the bounds the whole interval of a share lies."""
    low, high = share.interval
    if low >= SUPPORTED:
        return "above"
    if high <= CONTRADICTED:
        return "below"
    return "between" if low > CONTRADICTED and high < SUPPORTED else "unclear"
