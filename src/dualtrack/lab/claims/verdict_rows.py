"""What was found of a claim, in rows: shares with intervals, odds, effects, what decides, and the parts of an effect."""

from __future__ import annotations

from typing import Any

from dualtrack.lab.claims.crux import Crux
from dualtrack.lab.claims.under_prior import Answer, ClaimReading
from dualtrack.lab.statistics.band import quantiles
from dualtrack.lab.statistics.share import share_row
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_test import ClaimTest, Given, Test

Row = dict[str, Any]


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


def answer_row(test: Test, answer: Answer) -> Row:
    """One claim under one prior."""
    return {
        "prior": answer.prior,
        "before": reading_row(test, answer.before),
        "after": None if answer.after is None else reading_row(test, answer.after),
        "odds": answer.odds,
        "cruxes": [crux_row(each) for each in answer.cruxes],
    }


def reading_row(test: Test, reading: ClaimReading) -> Row:
    """One claim in some worlds."""
    labels = [each.label for each in test.variants] if isinstance(test, ClaimTest) else []
    return {
        **share_row(reading.found),
        "given_mechanism": None if reading.given is None else reading.given.to_row(),
        "asked": share_row(reading.asked(test) if isinstance(test, ClaimTest) else reading.found),
        "given_first": _first_row(test, reading),
        "undefined": None if reading.undefined is None else reading.undefined.to_row(),
        "effect": quantiles(reading.effect),
        "lead": None if reading.lead is None else {"lead": reading.lead.value, "interval": list(reading.lead.interval)},
        "variants": [
            {"en": label[0], "zh": label[1], **share_row(each)} for label, each in zip(labels, reading.variants, strict=True)
        ],
        "failed": reading.failed,
    }


def _first_row(test: Test, reading: ClaimReading) -> Row | None:
    """In how many worlds the first condition of a claim holds, and what it says; none for a claim that has none."""
    if reading.first is None or not isinstance(test, ClaimTest) or not isinstance(test.condition, Given):
        return None
    en, zh = test.condition.label
    return {"label": {"en": en, "zh": zh}, **reading.first.to_row()}


def crux_row(crux: Crux) -> Row:
    """One number that decides."""
    en, zh = crux.words
    return {
        "name": crux.name,
        "label": {"en": crux.label[0], "zh": crux.label[1]},
        "en": en,
        "zh": zh,
        "low": crux.low.to_row(),
        "high": crux.high.to_row(),
        "difference": crux.difference,
        "interval": list(crux.interval),
    }
