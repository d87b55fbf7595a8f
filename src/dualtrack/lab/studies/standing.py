"""Which claims of a user's own may get a verdict? Only those that were frozen before, and are as they were then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from dualtrack.errors import StudyError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.own_claim import OwnClaim
from dualtrack.language.statements.claim_test import Test

Of = TypeVar("Of", bound=Laboratory)
FREEZE = "freeze it first, which dates and seals it: `dualtrack freeze {file}`"
AGAIN = "give it another name, or take its `frozen` and `seal` out and freeze it again as of today: `dualtrack freeze {file}`"


def own_claims(laboratory: Laboratory) -> Mapping[str, OwnClaim]:
    """The claims that a user brought, by name."""
    return {} if laboratory.study is None else laboratory.study.claims


def check_frozen(laboratory: Laboratory, claims: Iterable[str]) -> None:
    """Raise `StudyError` for the first of the `claims`, by name, that is a user's own and was not frozen, or altered since."""
    own = own_claims(laboratory)
    for name in claims:
        if name in own and own[name].standing != "frozen":
            raise refusal(laboratory, own[name])


def refusal(laboratory: Laboratory, claim: OwnClaim) -> StudyError:
    """Why a claim that is not frozen gets no verdict."""
    file, name = laboratory.study.file if laboratory.study else "", claim.claim.id
    if claim.standing == "altered":
        return StudyError(
            f"claim {name} was altered since it was frozen on {claim.frozen}, so it gets no verdict",
            where=claim.where,
            fix=AGAIN.format(file=file),
        )
    return StudyError(f"claim {name} is not frozen, so it gets no verdict", where=claim.where, fix=FREEZE.format(file=file))


def told_tests(laboratory: Laboratory) -> tuple[Test, ...]:
    """The tests of the theory's claims and of a user's frozen ones."""
    own = own_claims(laboratory)
    return tuple(each for each in laboratory.theory.tests if each.id not in own or own[each.id].standing == "frozen")


def without_own_claims(laboratory: Of) -> Of:
    """The same laboratory with the claims of its theory alone: what is kept with the program knows no others."""
    own, theory = own_claims(laboratory), laboratory.theory
    if not own:
        return laboratory
    kept = replace(
        theory,
        claims=tuple(each for each in theory.claims if each.id not in own),
        tests=tuple(each for each in theory.tests if each.id not in own),
        evidence={name: sides for name, sides in theory.evidence.items() if name not in own},
    )
    return replace(laboratory, theory=kept)
