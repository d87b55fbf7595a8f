"""A claim explained: what is asked of each world, the verdict that is kept with the program, and the evidence on both sides."""

from __future__ import annotations

from typing import Any

from dualtrack.app.names.claim_test_words import condition_words
from dualtrack.app.page.pack.found import STALE, found_if_current
from dualtrack.app.terminal.numbers import share, span
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.evidence_words import evidence_lines
from dualtrack.app.verdicts.verdict_words import MEANT, caveat, near_label, turning_label, verdict_label
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.verdicts.evidence_rows import evidence_rows
from dualtrack.language.statements.claim_test import ClaimTest, StructureTest, Test, Waits
from dualtrack.language.statements.ledger import Claim

Facts = dict[str, tuple[str, ...]]
CASES = {"planted": "where planted", "best": "in its best case", "nothing": "with every switch at zero"}
"""What an answer is held beside under the first prior, in words."""


def claim_facts(laboratory: Laboratory, name: str) -> Facts:
    """Test, verdict and evidence of a claim."""
    claim = next(each for each in laboratory.theory.claims if each.id == name)
    theory = laboratory.theory
    test, pieces = next(each for each in theory.tests if each.id == name), claim_evidence(laboratory, name)
    return {
        "asked of each world": test.asked,
        "test": _test(test),
        **_verdict(laboratory, claim),
        **_beside(laboratory, test),
        "evidence for": evidence_lines(pieces["supports"], laboratory.record),
        "evidence against": evidence_lines(pieces["opposes"], laboratory.record),
        "rests on": (", ".join(claim.carried_by),) if claim.carried_by else (),
        "waits for": (claim.waits_for,) if claim.waits_for else (),
    }


def claim_evidence(laboratory: Laboratory, name: str) -> dict[str, list[dict[str, Any]]]:
    """What speaks for a claim and against it."""
    return evidence_rows(laboratory.theory.evidence[name], laboratory.record)


def _test(test: Test) -> tuple[str, ...]:
    match test:
        case ClaimTest():
            others = [
                line for each in test.variants for line in (f"beside it: {each.label[0]}", *condition_words(each.condition))
            ]
            off = f"mechanisms that carry it: {', '.join(test.rests_on)}" if test.rests_on else ""
            placebo = (
                ""
                if test.placebo is None
                else f"support also needs it to hold {share(test.placebo.margin)} of worlds oftener than without them"
            )
            return tuple(line for line in (*condition_words(test.condition), *others, off, placebo) if line)
        case StructureTest():
            return (f"levers that moved on record: {', '.join(test.levers)}",)
        case Waits():
            return (f"none yet: it waits for {test.reason[0]}",)


def _verdict(laboratory: Laboratory, claim: Claim) -> Facts:
    found = found_if_current(laboratory)
    if found is None:
        return {"verdict": (f"{STALE}; `dualtrack judge --claims {claim.id}` finds it",)}
    row = found["verdicts"][claim.id]
    beside = (near_label(row), turning_label(laboratory.model, row), caveat(row))
    head = "; ".join([f"{verdict_label(row)[0]} ({MEANT[row['verdict']][0]})", *(each for each, _ in beside if each)])
    rest = f"from {found['worlds']:,} worlds, seed {found['seed']}, kept with the program"
    again = f"`dualtrack judge --claims {claim.id}` finds it again"
    asked = [en for answer in row["answers"][:1] for en, _ in asked_labels(answer["after"] or answer["before"])]
    return {"verdict": (head, *map(_answer, row["answers"]), *asked, *_second(row), rest, again)}


def _beside(laboratory: Laboratory, test: Test) -> Facts:
    """What the claim is held beside, and what its null takes away."""
    found = found_if_current(laboratory)
    row = None if found is None else found["verdicts"][test.id]
    if row is None or row["beside"] is None or not isinstance(test, ClaimTest):
        return {}
    beside, null = row["beside"], test.against
    cases = [f"{_share(beside[name])} {said}" for name, said in CASES.items() if beside[name] is not None]
    shares = ", ".join(_share(each) for each in beside["null"])
    lines = [f"null: {null.why[0].rstrip('.')}; true in {shares}"] if null is not None else []
    corner = ", ".join(f"{name} {value:g}" for name, value in beside["corner"].items())
    best = [f"best case at {corner}; history accepts {_share(beside['accepted'])} of worlds there"] if corner else []
    factors = ", ".join(f"{name} {'without bound' if each is None else f'{each:.2g}'}" for name, each in row["existence"].items())
    exists = [f"by what factor the record changes the odds that it exists: {factors}"] if factors else []
    otherwise = [f"asked otherwise, {each['label'][0]}: true in {_share(each)}" for each in row["variants"]]
    return {"beside the verdict": (*lines, *([f"true in {', '.join(cases)}"] if cases else []), *best, *exists, *otherwise)}


def _answer(answer: dict[str, Any]) -> str:
    last = answer["after"] or answer["before"]
    when = "left by history" if answer["after"] else "drawn"
    given = last["asked"]
    exists = (
        "" if given["worlds"] == last["worlds"] else f"; where its mechanism exists in {_share(given)} of {given['worlds']:,}"
    )
    return f"prior {answer['prior']}: true in {_share(last)} of {last['worlds']:,} worlds {when}{exists}"


def _second(row: dict[str, Any]) -> list[str]:
    second = row["second_parting"]
    if second is None:
        return []
    said = "; ".join(f"{each['prior']} {_share(each)}" for each in second["answers"])
    return [f"where regimes leave history in {second['year']:g}: {verdict_label(second)[0]}; {said}"]


def _share(found: dict[str, Any]) -> str:
    if found["probability"] is None:
        return "no world to ask"
    low, high = f"{100 * found['low']:.1f}", f"{100 * found['high']:.1f} %"
    return f"{share(found['probability'])} ({span(low, high)})"
