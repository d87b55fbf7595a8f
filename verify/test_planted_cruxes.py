"""A planted crux of a dispute is named in a hundred of a hundred random toys, by either side, and told from the next."""

from dualtrack.lab.disputes.dispute import DisputeQuestion, dispute
from tests.lab.disputes.disagreeing import LAY
from tests.lab.disputes.planted import planted

TOYS = 100
ASKED = DisputeQuestion("gain @ 2022", worlds=60)


def test_a_planted_crux_is_named_in_every_toy() -> None:
    missed = []
    for seed in range(TOYS):
        one, other, name = planted(1000 + seed)
        best = dispute(LAY, one, other, ASKED).best
        if not all(best[by].leader.point.name == name and best[by].is_resolved for by in ("first", "second")):
            missed.append(seed)
    assert missed == []
