"""What breaking a regime says where no world fails, and where the middle of the prior does; a search takes ten seconds each."""

from dualtrack.app.bind import bind
from dualtrack.app.commands.break_regime import broken_data, paragraphs
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.find_witnesses import find_failing


def found(text: str) -> Broken:
    laboratory = bind()
    return find_failing(laboratory, (laboratory.regime("limited_opening"), None), text, 80, 3, "")


def test_what_holds_in_every_world_is_told_with_its_bound() -> None:
    direct = found("dependence < 5")
    (said,) = paragraphs(bind(), direct)
    assert "No world was met" in said[0] and "no proof" in said[0]
    assert broken_data(bind(), direct)["distance"] is None


def test_what_fails_in_the_middle_is_told_so() -> None:
    direct = found("independent_capability < 0.5")
    first, mended = paragraphs(bind(), direct)
    assert "fails in the middle of the prior itself" in first[0]
    assert "half a standard deviation" not in mended[0]
