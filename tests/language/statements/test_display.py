"""What a theory says of how it is shown names what is there, and every lever and sector once."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.errors import DuplicateName, ModelError, NoMeaning, UnknownName
from dualtrack.language.statements.display import Display, LeverGroup, check_display
from tests.lab.toys import growth

MODEL = growth()
SECTORS = {name: (name, name) for name in MODEL.sectors}
WHOLE = Display(
    groups=(LeverGroup("doors", ("Doors", "门"), ("access",)), LeverGroup("stops", ("Stops", "停"), ("cut_off",))),
    at_work={"access": ("an_event",)},
    sectors=SECTORS,
)


def test_what_fits_is_taken_and_so_is_nothing_at_all() -> None:
    check_display(MODEL, WHOLE)
    check_display(MODEL, Display())


@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ({"groups": (*WHOLE.groups, LeverGroup("more", ("More", "更多"), ("acess",)))}, UnknownName, "`acess`"),
        ({"groups": (*WHOLE.groups, LeverGroup("more", ("More", "更多"), ("mechanism",)))}, UnknownName, "no lever"),
        ({"groups": WHOLE.groups[:1]}, DuplicateName, "`cut_off` stands in 0 groups"),
        ({"groups": (*WHOLE.groups, LeverGroup("again", ("Again", "再"), ("access",)))}, DuplicateName, "in 2 groups"),
        ({"at_work": {"capability": ("an_event",)}}, UnknownName, "no lever"),
        ({"sectors": {**SECTORS, "elsewhere": ("Elsewhere", "别处")}}, UnknownName, "no sector"),
    ],
)
def test_what_is_not_there_is_refused_by_name(changed: dict[str, Any], kind: type[ModelError], said: str) -> None:
    with pytest.raises(kind) as caught:
        check_display(MODEL, replace(WHOLE, **changed))
    assert said in str(caught.value)
    assert caught.value.fix


def test_two_groups_of_one_name_and_a_group_without_words_are_refused() -> None:
    with pytest.raises(DuplicateName):
        Display(groups=(WHOLE.groups[0], WHOLE.groups[0]))
    with pytest.raises(NoMeaning):
        LeverGroup("doors", ("Doors", ""), ("access",))
    assert len(MODEL.sectors) == 1
    with pytest.raises(NoMeaning):
        check_display(replace(MODEL, sectors={**MODEL.sectors, "unsaid": ""}), WHOLE)
