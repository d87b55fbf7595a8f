"""How a lever is read: one of three senses, landmarks with words, and nothing that is not there."""

from dataclasses import replace

import pytest

from dualtrack.errors import BadNumber, NoMeaning, UnknownName
from dualtrack.language.statements.display import Display, check_display
from dualtrack.language.statements.lever_scale import JointReading, LeverScale
from tests.lab.toys import growth

MODEL = growth()
OPEN = LeverScale("looser", {0.0: ("none", "无"), 1.0: ("all", "全部")})
WHOLE = Display(
    scales={"access": OPEN, "cut_off": LeverScale("tighter")},
    together=(JointReading(("access", "cut_off"), "diverted_share", "access", ("Both", "两者")),),
)


def test_a_scale_for_every_lever_is_taken_and_so_is_none_at_all() -> None:
    check_display(MODEL, WHOLE)
    check_display(MODEL, Display())


def test_a_lever_without_a_scale_beside_others_that_have_one_is_refused() -> None:
    with pytest.raises(NoMeaning, match="`cut_off`"):
        check_display(MODEL, replace(WHOLE, scales={"access": OPEN}))


def test_what_is_not_there_and_what_cannot_be_is_refused() -> None:
    with pytest.raises(UnknownName, match="`acess`"):
        check_display(MODEL, replace(WHOLE, scales={**WHOLE.scales, "acess": OPEN}))
    with pytest.raises(UnknownName, match="`diverted`"):
        check_display(MODEL, replace(WHOLE, together=(replace(WHOLE.together[0], quantity="diverted"),)))
    with pytest.raises(BadNumber, match="landmark at 2"):
        check_display(MODEL, replace(WHOLE, scales={**WHOLE.scales, "access": LeverScale("looser", {2.0: ("two", "二")})}))
    for wrong in ("loosens", ""):
        with pytest.raises(NoMeaning, match="one of tighter, looser, neither"):
            LeverScale(wrong)
    with pytest.raises(NoMeaning, match="both languages"):
        LeverScale("looser", {1.0: ("all", "")})
    with pytest.raises(BadNumber):
        LeverScale("looser", {float("nan"): ("all", "全部")})
    with pytest.raises(NoMeaning):
        JointReading((), "diverted_share", "access", ("Both", "两者"))
