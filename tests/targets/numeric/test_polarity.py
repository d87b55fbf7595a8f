"""Which way causes push: signs that can be told from the equations by eye."""

from functools import cache

from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.polarity import polarity
from dualtrack.targets.numeric.python import Oracle
from tests.strategies import model_of
from tests.toys import two_sectors

TEXT = """
rate = uncertainty(0.5, "1/year", low=0.0, high=1.0, **NUMBER)
middle = uncertainty(0.75, "1", low=0.0, high=1.0, **NUMBER)
dial = lever(0.5, "1", low=0.0, high=1.0, **NUMBER)
idle = lever(0.0, "1", low=0.0, high=1.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def pond(rain, drying):
    "Water."
    return rain - drying
@flow("1/year", **NAMED)
def rain(dial, rate, idle):
    "What falls."
    return dial * rate + idle * rate * dial
@flow("1/year", **NAMED)
def drying(pond, rate):
    "What the sun takes."
    return pond * rate
@auxiliary("1", **NAMED)
def hill(pond, middle):
    "Falls, then rises, as the pond shrinks from one to a half."
    return (pond - middle) ** 2
@auxiliary("1", **NAMED)
def capped(pond, dial):
    "The lesser of the two, which is never the pond."
    return minimum(pond, dial - 1)
"""


@cache
def signs() -> dict[tuple[str, str], str]:
    return _signs(model_of(TEXT))


def _signs(model: Model) -> dict[tuple[str, str], str]:
    return dict(polarity(model, Oracle.of(model).run(Regime("plain"), Clock(2020.0, 2028.0, 1 / 4, 1 / 4))))


def test_what_adds_is_plus_and_what_takes_away_is_minus() -> None:
    assert signs()["rain", "pond"] == "+"
    assert signs()["drying", "pond"] == "-"
    assert signs()["pond", "drying"] == signs()["rate", "drying"] == signs()["dial", "rain"] == "+"


def test_a_sign_that_changes_along_the_run_is_said_to() -> None:
    assert signs()["pond", "hill"] == "±"


def test_where_another_term_decides_nothing_passes() -> None:
    assert signs()["pond", "capped"] == "0"
    assert signs()["dial", "capped"] == "+"


def test_layers_share_a_sign_and_a_smooth_follows_its_input() -> None:
    found = _signs(two_sectors())
    assert found["leaving", "adopters"] == "-"
    assert (
        found["adoption", "adopters"] == found["adopters", "all_adopters"] == found["all_adopters", "perceived_adopters"] == "+"
    )


def test_a_hold_on_oneself_is_no_link() -> None:
    assert not [link for link in signs() if link[0] == link[1]]
