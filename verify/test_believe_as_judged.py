"""What one must believe rests on the shares of the judge."""

from dualtrack.app.bind import bind
from dualtrack.lab.believe import believe
from dualtrack.lab.judge_all import Docket, judge_all


def test_the_share_as_drawn_is_that_of_the_judge() -> None:
    laboratory = bind()
    found = believe(laboratory, "L5", 600, 3, lambda *_: None, numbers=["progress_rate"])
    docket = Docket.of(laboratory.theory).only(["L5"])
    (judged,) = judge_all(laboratory, 600, 3, lambda *_: None, prior=found.tilt, docket=docket).judgements
    assert found.share == judged.answers[0].last.share
