"""Every lever of the theory says which way it restricts, or that it does neither, and every value that has a name bears it."""

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.translated import told
from dualtrack.evidence.value_examples import value_examples
from dualtrack.theory.dual_track.lever_scales import SCALES

LAB = bind()
BASES = sorted({LAB.model[name].base for name in LAB.model.of_role(["lever"])})
DIALS = {dial.dial: dial for dial in LAB.record.dials}


def test_every_lever_says_which_way_it_restricts() -> None:
    assert sorted(SCALES) == BASES


@pytest.mark.parametrize("base", BASES)
def test_every_lever_has_values_with_a_meaning_in_both_languages(base: str) -> None:
    examples = value_examples(DIALS[base].anchors) if base in DIALS else ()
    assert len(examples) + len(SCALES[base].landmarks) >= 2
    assert all(all(told(meaning)) for _, meaning in examples)


@pytest.mark.parametrize(("ends", "sense"), [("near_embargo", "tighter"), ("free_trade", "looser")])
def test_the_ends_of_policy_are_where_the_scales_say(ends: str, sense: str) -> None:
    """A near-embargo tightens, and free trade loosens, every lever of Washington that restricts sales and access."""
    past, regime = LAB.past, LAB.regime(ends)
    aside = {"chip_levy", "chip_performance_ceiling"} if ends == "near_embargo" else {"chip_performance_ceiling"}
    for name in sorted(set(SCALES) - aside):
        before, after = past.paths.get(name), regime.paths.get(name)
        if SCALES[name].more == "neither" or before is None or after is None:
            continue
        gap = after.at(2030.0) - before.at(2030.0)
        assert not gap or (sense if gap > 0 else "other") == SCALES[name].more or (gap < 0 and SCALES[name].more != sense), name
