"""Which test does a study hold against the other's? That of the same name, or that of the claim which it asks otherwise.

A study that asks one claim of the theory otherwise means its own test by that claim's name. Where it asks it otherwise in several
ways, none of them is the claim, which then stays as it is shipped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from dualtrack.lab.studies.study import Study
from dualtrack.language.statements.claim_test import Test
from dualtrack.language.theory import Theory


def restating(study: Study) -> Mapping[str, str]:
    """By the name of each claim of the theory that a study asks otherwise in one way, the name of the study's own claim."""
    found = {name: each.of_claim for name, each in study.claims.items() if each.of_claim}
    counted = Counter(found.values())
    return {of: name for name, of in found.items() if counted[of] == 1}


def stands_for(name: str, study: Study, other: Study) -> str:
    """The claim of a `study`, or of the theory, that is tested where `name` is asked, which may be a claim of the `other`."""
    if name in study.claims:
        return name
    of = other.claims[name].of_claim if name in other.claims else name
    return restating(study).get(of, of or name)


def tests_beside(theory: Theory, other_theory: Theory, study: Study, other: Study) -> dict[str, Test]:
    """The tests of a `study`, by claim, those of the `other` alone included, each as the study itself asks it where it does."""
    mine, theirs = ({test.id: test for test in each.tests} for each in (theory, other_theory))
    found = {}
    for name, test in {**theirs, **mine}.items():
        found[name] = replace(mine.get(stands_for(name, study, other), test), id=name)
    return {name: found[name] for name in (*mine, *(each for each in theirs if each not in mine))}
