"""What corresponds to a published finding: refused where an error is missing, words are, or a name is not the model's."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning, TraceError, UnknownName
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.experiment import (
    Corresponds,
    Experiment,
    OfWorld,
    Published,
    Sight,
    Studied,
    Timing,
    check_published,
    regimes_run,
)
from tests.lab.coins import coins
from tests.lab.toys import WORDS

SLOWED = Gap(Point(Arm("open"), "progress", 2025.0), Point(Arm("shut"), "progress", 2025.0))
STUDY = Experiment("toy", "slowing", WORDS, (Corresponds("study", SLOWED),), 0.1, 0.2, WORDS)
COUNT = Timing("count", "slowing", WORDS, "counted", 0.1, WORDS)
SIGHT = Sight("slowing", WORDS, SLOWED, 0.1, WORDS)
ONE_LANGUAGE = ("Toy", "")
WRONG: dict[str, tuple[Any, dict[str, Any], type[LabError]]] = {
    "a mapping error of none": (STUDY, {"mapping": 0.0}, BadNumber),
    "a spread below 0": (STUDY, {"spread": -0.1}, BadNumber),
    "an error that is not a number": (STUDY, {"mapping": float("nan")}, BadNumber),
    "nothing that corresponds": (STUDY, {"corresponding": ()}, NoMeaning),
    "an experiment in one language": (STUDY, {"why": ONE_LANGUAGE}, NoMeaning),
    "a unit of nothing": (STUDY.corresponding[0], {"per": 0.0}, BadNumber),
    "a slack that is no share": (COUNT, {"slack": 0.7}, BadNumber),
    "a count in one language": (COUNT, {"label": ONE_LANGUAGE}, NoMeaning),
    "an error that cannot be attained": (SIGHT, {"attain": 0.0}, BadNumber),
    "a sight in one language": (SIGHT, {"design": ONE_LANGUAGE}, NoMeaning),
    "a reason in one language": (Studied("slowing"), {"left_out": ONE_LANGUAGE}, NoMeaning),
}
TWICE: dict[str, dict[str, Any]] = {
    "experiments": {"experiments": (STUDY, replace(STUDY, corresponding=(Corresponds("other", SLOWED),)))},
    "weighing findings": {"experiments": (STUDY, replace(STUDY, name="again"))},
    "sights": {"sights": (SIGHT, SIGHT)},
    "lists": {"studied": (Studied("slowing"), Studied("slowing"))},
}
UNKNOWN: dict[str, tuple[Published, type[LabError], str]] = {
    "a switch": (Published((replace(STUDY, switch="slowin"),)), UnknownName, "near  slowing"),
    "a quantity": (
        Published(sights=(replace(SIGHT, measure=Gap(Point(Arm("open"), "progres", 2025.0), SLOWED.against)),)),
        UnknownName,
        "near  progress",
    ),
    "a formula that needs a run": (
        Published((replace(STUDY, corresponding=(Corresponds("s", OfWorld("level * 2")),)),)),
        TraceError,
        "needs a run",
    ),
    "a formula that compares": (
        Published((replace(STUDY, corresponding=(Corresponds("s", OfWorld("gain > 0")),)),)),
        TraceError,
        "needs a run",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_weigh_is_refused(case: str) -> None:
    whole, change, error = WRONG[case]
    with pytest.raises(error):
        replace(whole, **change)


@pytest.mark.parametrize("case", TWICE)
def test_nothing_counts_twice(case: str) -> None:
    with pytest.raises(DuplicateName, match="two of the"):
        Published(**TWICE[case])


@pytest.mark.parametrize("case", UNKNOWN)
def test_names_are_those_of_the_model(case: str) -> None:
    published, error, said = UNKNOWN[case]
    with pytest.raises(error) as refused:
        check_published(coins(), published)
    assert said in str(refused.value)


def test_what_fits_passes_and_tells_the_regimes_that_it_runs() -> None:
    formula = replace(STUDY, name="formula", corresponding=(Corresponds("third", OfWorld("gain * speed")),))
    published = Published((STUDY, COUNT, formula), (SIGHT,), (Studied("slowing", ("study",), mixed=("fourth",)),))
    check_published(coins(), published)
    assert regimes_run(published) == ("open", "shut")
    assert published.findings == ("study", "counted", "third", "fourth")
