"""Every main outcome can be asked for its loops: those through it, or where it is only read, those that reach it."""

from typing import Any

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.circuit_rows import loop_rows
from dualtrack.app.page.pack.quantity_rows import base_rows
from tests.app.page.asking import asked_of_node

BODY = "console.log(JSON.stringify(given.names.map((name) => it.loopsOf(given.pack, name))));"


def loops_of(names: list[str], pack: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asked_of_node("diagram_loops.js", BODY, {"names": names, "pack": pack})
    return found


def test_each_main_outcome_names_loops_and_the_causes_through_which_they_reach_it() -> None:
    laboratory = bind()
    pack = {"loops": loop_rows(laboratory.model, laboratory.theory.loops), "bases": base_rows(laboratory.model)}
    for name, found in zip(laboratory.theory.outcomes, loops_of(list(laboratory.theory.outcomes), pack), strict=True):
        assert found["loops"], f"no loop reaches {name}"
        for loop in found["loops"]:
            assert set(loop["members"]) & ({*found["through"]} or {name})


def test_the_nearest_causes_on_a_loop_are_named_and_no_others() -> None:
    bases = {"read": ["plain"], "plain": ["near", "level"], "near": ["far"], "far": ["near"], "level": []}
    loops = [{"id": "R1", "members": ["near", "far"]}, {"id": "R2", "members": ["far"]}]
    pack = {"bases": {name: {"causes": causes} for name, causes in bases.items()}, "loops": loops}
    through, itself, nothing = loops_of(["read", "far", "level"], pack)
    assert (through["through"], [loop["id"] for loop in through["loops"]]) == (["near"], ["R1"])
    assert (itself["through"], [loop["id"] for loop in itself["loops"]]) == ([], ["R1", "R2"])
    assert nothing == {"loops": [], "through": []}
