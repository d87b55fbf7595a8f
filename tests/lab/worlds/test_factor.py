"""What is varied together: every uncertain number in exactly one factor, whatever they are grouped by."""

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.errors import NoMeaning
from dualtrack.lab.worlds.factor import REST, Grouping, factors
from dualtrack.language.correlated import correlated
from dualtrack.language.model import Model
from dualtrack.language.statements.display import NumberGroup
from tests.lab.toys import TOY, WORDS, growth

MEANINGS = (NumberGroup("speed", ("Speed", "速度"), ("base_speed", "scale")),)


@pytest.mark.parametrize("by", ["number", "sector", "meaning"])
def test_every_number_of_the_theory_is_in_one_factor(by: Grouping) -> None:
    model = bind().model
    members = [name for factor in factors(model, by, THEORY.display.meanings) for name in factor.members]
    assert sorted(members) == sorted(model.drawn)


def test_a_group_holds_every_element_of_a_number_and_what_is_in_none_is_the_rest() -> None:
    rest, speed = sorted(factors(growth(), "meaning", MEANINGS), key=lambda each: each.name)
    assert (speed.name, speed.label, speed.is_rest) == ("speed", ("Speed", "速度"), False)
    assert set(speed.members) == {"base_speed", "scale.tools", "scale.memory"}
    assert (rest.name, rest.is_rest) == (REST, True)
    assert set(rest.members) == set(growth().drawn) - set(speed.members)


def test_a_correlation_joins_the_groups_that_it_spans() -> None:
    from tests.lab.questions.test_matter import toy

    joined = correlated(("first", "third"), ((1.0, 0.8), (0.8, 1.0)), source=TOY["source"], label=WORDS, doc="A toy.")
    model: Model = toy(joined=joined)
    groups = (NumberGroup("left", ("Left", "左"), ("first",)), NumberGroup("right", ("Right", "右"), ("third",)))
    found = {each.name: each.members for each in factors(model, "meaning", groups)}
    assert found == {"left + right": ("first", "third"), REST: ("second",)}


def test_a_theory_without_groups_cannot_be_asked_by_meaning() -> None:
    with pytest.raises(NoMeaning) as caught:
        factors(growth(), "meaning")
    assert caught.value.fix
