"""Help speaks the names of the theory that is bound, whichever it is."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.options.theory_help import filled, names_of


def test_another_theory_is_helped_in_its_own_names() -> None:
    theory = bind().theory
    other = replace(theory, name="other", treated="opened", references=("shut", "free"), outcomes=("reach",))
    assert {key: names_of(other)[key] for key in ("theory", "treated", "reference", "other", "outcome")} == {
        "theory": "other",
        "treated": "opened",
        "reference": "shut",
        "other": "free",
        "outcome": "reach",
    }


def test_priors_are_offered_as_a_choice_and_only_those_that_lean_as_sides() -> None:
    theory = bind().theory
    first, *others = theory.tilts
    said = names_of(replace(theory, tilts=(first, others[0])))
    assert said["tilts"] == f"{first.name} or {others[0].name}"
    assert said["sides"] == others[0].name


def test_a_placeholder_that_nothing_stands_for_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("run {nothing}")
