"""The argument in the pack: every claim once, the map as it is declared, and what another theory gets that declares none."""

import json
from typing import Any

from dualtrack.app.bind import bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.argument_rows import argument_row
from dualtrack.app.page.pack.whole import json_text
from tests.examples.rare_earths_lab import rare_earths

THEORY = bind().theory
ROW: dict[str, Any] = json.loads(json_text(argument_row(THEORY, catalogues())))


def test_every_claim_stands_in_one_group() -> None:
    held = [name for group in ROW["groups"] for name in group["claims"]]
    assert sorted(held) == sorted(claim.id for claim in THEORY.claims)


def test_the_map_is_the_declared_one() -> None:
    drawn, declared = ROW["map"], THEORY.display.argument_map
    assert declared is not None
    assert (drawn["width"], drawn["height"]) == (declared.width, declared.height)
    assert [tuple(each["label"]) for each in drawn["boxes"]] == [box.label for box in declared.boxes]
    assert [tuple(each["note"]) for each in drawn["bands"]] == [band.note for band in declared.bands]
    for row, arrow in zip(drawn["arrows"], declared.arrows, strict=True):
        assert (row["claim"], tuple(row["label"]), tuple(row["badge"])) == (arrow.claim, arrow.label, arrow.badge)
        assert tuple(tuple(map(tuple, route)) for route in row["routes"]) == arrow.routes
        assert (row["side"], row["both"]) == (arrow.side, arrow.both)


def test_arrows_have_the_keys_that_the_page_reads() -> None:
    assert ROW["map"]["arrows"][0].keys() == {"claim", "label", "routes", "badge", "side", "both"}
    assert ROW["map"]["boxes"][0].keys() == {"id", "label", "x", "y", "width", "height", "side"}
    assert ROW["map"]["bands"][0].keys() == {"id", "label", "note", "x", "y", "width", "height"}


def test_a_theory_that_declares_none_has_claims_and_rivals_and_no_map() -> None:
    theory = rare_earths().theory
    row = argument_row(theory, catalogues())
    assert row["map"] is None
    assert [group["id"] for group in row["groups"]] == ["claim", "rival"]
    for group in row["groups"]:
        assert all(group["label"])
        assert group["claims"] == [claim.id for claim in theory.claims if claim.kind == group["id"]]
