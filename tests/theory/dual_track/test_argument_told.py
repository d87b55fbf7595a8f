"""What the page tells of the essay: all of it declared, each worded value an anchor on record, and no chip named that is not."""

import re
from itertools import chain, pairwise

from dualtrack.app.bind import bind
from dualtrack.evidence.value_examples import value_examples
from dualtrack.language.statements.claim_test import ClaimTest

LABORATORY = bind()
THEORY = LABORATORY.theory
DISPLAY = THEORY.display
DRAWN = DISPLAY.argument_map
CHIP = re.compile(r"[A-Z]+\d{2,3}")
COMPUTED = [test.id for test in THEORY.tests if isinstance(test, ClaimTest)]


def anchors(lever: str) -> dict[float, str]:
    """What the codebook says of a lever's values."""
    return {value: said for each in LABORATORY.record.dials if each.dial == lever for value, said in value_examples(each.anchors)}


def test_every_worded_value_is_an_anchor_a_landmark_or_what_a_shipped_regime_sets() -> None:
    for each in DISPLAY.worded:
        paths = [regime.paths[each.lever] for regime in LABORATORY.regimes.values() if each.lever in regime.paths]
        known = {*anchors(each.lever), *DISPLAY.scales[each.lever].landmarks, *(v for path in paths for _, v in path.points)}
        assert {word.value for word in each.words} <= known, each.lever


def test_a_chip_is_named_only_where_the_codebook_names_it() -> None:
    named = 0
    for each in DISPLAY.worded:
        for word in each.words:
            for text in word.label:
                for chip in CHIP.findall(text):
                    assert chip in anchors(each.lever)[word.value], (each.lever, chip)
                    named += 1
    assert named == 6


def test_six_levers_are_worded_and_both_governments_have_some() -> None:
    sides = [each.side for each in DISPLAY.worded]
    assert len(sides) == 6 and set(sides) == set(DISPLAY.sides) == {"us", "china"}
    for each in DISPLAY.worded:
        group = next(group.id for group in DISPLAY.groups if each.lever in group.levers)
        assert group.startswith(each.side), each.lever


def test_the_map_has_an_arrow_for_each_claim_that_states_an_effect_and_no_other() -> None:
    assert DRAWN is not None
    assert sorted(arrow.claim for arrow in DRAWN.arrows) == sorted(COMPUTED)


def test_routes_run_along_and_across() -> None:
    assert DRAWN is not None
    for arrow in DRAWN.arrows:
        for route in arrow.routes:
            assert all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise(route)), arrow.claim


def test_a_badge_lies_on_its_arrow_and_no_two_touch() -> None:
    assert DRAWN is not None
    for arrow in DRAWN.arrows:
        x, y = arrow.badge
        segments = chain.from_iterable(pairwise(route) for route in arrow.routes)
        assert any(min(a[0], b[0]) <= x <= max(a[0], b[0]) and min(a[1], b[1]) <= y <= max(a[1], b[1]) for a, b in segments), (
            arrow.claim
        )
    badges = sorted(arrow.badge for arrow in DRAWN.arrows)
    near = [
        (a, b) for place, a in enumerate(badges) for b in badges[place + 1 :] if (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 < 22**2
    ]
    assert not near


def test_boxes_do_not_overlap() -> None:
    assert DRAWN is not None
    for place, one in enumerate(DRAWN.boxes):
        for two in DRAWN.boxes[place + 1 :]:
            apart = one.x + one.width <= two.x or two.x + two.width <= one.x
            assert apart or one.y + one.height <= two.y or two.y + two.height <= one.y, (one.id, two.id)


def test_the_tour_has_six_steps_and_passes_every_group() -> None:
    assert len(DISPLAY.tour) == 6
    told = {name for step in DISPLAY.tour for name in step.claims}
    assert all(told & set(group.claims) for group in DISPLAY.argument)
    assert not DISPLAY.tour[-1].claims


def test_no_words_of_the_tour_or_the_findings_tell_a_result() -> None:
    """Verdicts and numbers are found, never declared."""
    said = [*(text for step in DISPLAY.tour for text in step.text), *(text for each in DISPLAY.findings for text in each.title)]
    for text in said:
        assert not re.search(r"\d", text), text
        assert not re.search(r"supported|contradicted|holds in|fails|成立|不成立|未定", text), text


def test_findings_are_one_of_each_part_and_the_central_claims_are_among_them() -> None:
    groups = {name: group.id for group in DISPLAY.argument for name in group.claims}
    assert [groups[each.claim] for each in DISPLAY.findings] == ["lower", "upper", "way_out"]
    assert set(THEORY.central) <= {each.claim for each in DISPLAY.findings}
