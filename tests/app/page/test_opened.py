"""The pack as the page's scripts open it: every quantity whole, elements under their own names, bits where they belong."""

from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.claim_rows import bits
from dualtrack.app.page.pack.find_table import UNJUDGED
from dualtrack.app.page.pack.whole import pack
from dualtrack.language.quantity import Quantity
from tests.app.page.asking import asked_of_node

FIRST = """
const pack = it.openPack(given);
const rows = {};
for (const [name, row] of Object.entries(pack.quantities)) {
  const { base, element, role, unit, label, value, assumed, stage } = row;
  rows[name] = [row.name, base, element, role, unit, label, value, assumed, stage];
}
const set = Array.from({ length: given.worlds }, (_, place) => it.isSet(pack.truth.claims.L5, place));
console.log(JSON.stringify({ rows, set, elements: pack.bases.readiness.elements, accepted: Array.from(pack.accepted) }));
"""
TRUE = [place % 3 == 0 for place in range(37)]


@pytest.fixture(scope="module")
def opened() -> Any:
    laboratory = bind()
    found = {
        "fingerprint": "",
        "seed": 7,
        "worlds": len(TRUE),
        "accepted": list(range(len(TRUE))),
        "facts": {},
        "loopCoverage": {},
        "diagram": {},
        "matter": {},
        "attribution": {},
        "verdicts": {claim.id: UNJUDGED for claim in laboratory.theory.claims},
        "story": None,
        "truth": {"claims": {"L5": bits(np.array(TRUE))}, "computable": {"L5": bits(np.array(TRUE))}},
    }
    return asked_of_node("pack.js", FIRST, {**pack(laboratory, found, catalogues()), "worlds": len(TRUE)})


def expected(quantity: Quantity) -> list[Any]:
    label = list(quantity.label)
    if quantity.dimension is not None:
        place = quantity.dimension.elements.index(quantity.element or "")
        english, chinese = quantity.dimension.labels[place]
        label = [f"{quantity.label[0]}: {english}", f"{quantity.label[1]}：{chinese}"]
    is_stage = quantity.expanded_from == "delay" and quantity.role == "stock"
    known = [quantity.name, quantity.base, quantity.element, quantity.role, str(quantity.unit), label, quantity.value]
    return [*known, quantity.is_assumed, is_stage]


def test_every_quantity_is_whole(opened: Any) -> None:
    model = bind().model
    assert opened["rows"].keys() == model.quantities.keys()
    for name, quantity in model.quantities.items():
        assert opened["rows"][name] == expected(quantity)


def test_the_elements_of_a_name_stand_together(opened: Any) -> None:
    model = bind().model
    assert opened["elements"] == [name for name, quantity in model.quantities.items() if quantity.base == "readiness"]


def test_a_bit_belongs_to_its_world(opened: Any) -> None:
    assert opened["set"] == TRUE
    assert opened["accepted"] == list(range(len(TRUE)))
