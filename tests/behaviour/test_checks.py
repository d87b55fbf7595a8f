"""Every sentence that the theory declares holds in every world and regime, the corners of all ranges included."""

import re

from dualtrack.lab.checks.try_checks import check
from dualtrack.language.statements.reality_check import Response, Switches, formulas
from dualtrack.theory.dual_track.checks import CHECKS
from tests.behaviour.theory import CLOCK, model, regimes, worlds

NO_SENTENCE_NEEDED = {"units", "layers"}
"""Sectors that hold units and codings alone."""


def test_every_sentence_holds_in_every_world_and_was_put_to_the_test() -> None:
    """A response that moves nothing, or a condition that never comes true, would hold of any theory."""
    found = check(model(), CHECKS, regimes().values(), worlds(), CLOCK)
    assert [(each.check.sentence[0], *each.examples) for each in found.failed] == []
    assert [(each.check.sentence[0], *each.untried) for each in found.untried] == []


def test_each_sector_answers_for_something() -> None:
    read = {name for one in CHECKS for formula in formulas(one) for name in re.findall(r"[a-z_0-9]+", formula)}
    covered = {quantity.sector for quantity in model().quantities.values() if quantity.base in read}
    levers = {one.change.name.partition(".")[0] for one in CHECKS if isinstance(one, Response)}
    held = {each.name for one in CHECKS for each in getattr(one, "given", ()) if not isinstance(each, Switches)}
    covered |= {quantity.sector for quantity in model().quantities.values() if quantity.base in levers | held}
    assert {quantity.sector for quantity in model().quantities.values()} - covered <= NO_SENTENCE_NEEDED


def test_sentences_are_in_both_languages() -> None:
    for one in CHECKS:
        assert not re.search("[\u4e00-\u9fff]", one.sentence[0]) and one.sentence[0].endswith(".")
        assert re.search("[\u4e00-\u9fff]", one.sentence[1]) and one.sentence[1].endswith("。")
