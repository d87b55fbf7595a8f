"""Two answers beside each other: what differs is found by what it is called, and nothing differs from itself."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.studies.beside import beside

number = st.floats(-10, 10, allow_nan=False)
names = st.lists(st.text("abc", min_size=1, max_size=3), unique=True, min_size=1, max_size=5)


def rows(named: dict[str, float]) -> dict[str, Any]:
    return {"levels": [{"regime": name, "unit": "month", "year": 2030.0, "q50": value} for name, value in named.items()]}


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), number, min_size=1, max_size=5), st.randoms())
def test_the_order_of_a_list_changes_nothing(values: dict[str, float], chance: Any) -> None:
    turned = list(values.items())
    chance.shuffle(turned)
    found = beside(rows(values), rows(dict(turned)), ("q50",))
    assert (found.moved, found.alone, found.same) == ((), (), len(values))


@given(names, number, number)
def test_each_difference_is_mine_less_shipped_and_turns_its_sign_with_the_sides(
    labels: list[str], one: float, two: float
) -> None:
    here, there = rows(dict.fromkeys(labels, one)), rows(dict.fromkeys(labels, two))
    found, turned = beside(here, there, ("q50",)), beside(there, here, ("q50",))
    assert [each.difference for each in found.moved] == [two - one] * (len(labels) if one != two else 0)
    assert [each.difference for each in turned.moved] == [one - two] * len(found.moved)
    assert all(each.unit == "month" for each in found.moved)


def test_words_that_change_are_told_and_what_one_answer_lacks_too() -> None:
    one = {"claims": [{"id": "A", "word": "open"}, {"id": "B", "word": "open"}]}
    two = {"claims": [{"id": "A", "word": "supported"}, {"id": "C", "word": "open"}]}
    found = beside(one, two, ("word",))
    assert [(each.place, each.shipped, each.mine) for each in found.moved] == [(("claims", "A", "word"), "open", "supported")]
    assert set(found.alone) == {("claims", "B", "word"), ("claims", "C", "word")}
    assert found.same == 0


@given(names, st.sampled_from(["strong", "silent"]), st.sampled_from(["strong", "silent"]), number, number)
def test_what_is_asked_never_tells_one_entry_from_another(
    labels: list[str], one: str, two: str, here: float, there: float
) -> None:
    """A finding in words or a figure that names an entry elsewhere pairs where it is asked, though it differs."""
    shipped = {"switches": [{"name": name, "says": one, "seen": here, "factor": 1.0} for name in labels]}
    mine = {"switches": [{"name": name, "says": two, "seen": there, "factor": 2.0} for name in labels]}
    found = beside(shipped, mine, ("says", "seen", "factor"))
    assert found.alone == ()
    assert len(found.moved) == len(labels) * sum((True, one != two, here != there))
