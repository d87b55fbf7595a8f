"""A value that cannot change is worked on once while it is among the last few asked about; another like it is not it."""

from dualtrack.app.page.pack.remembered import KEPT, remembered


def test_the_same_value_is_worked_on_once_and_another_like_it_again() -> None:
    worked: list[tuple[int, ...]] = []

    @remembered
    def total(value: tuple[int, ...]) -> int:
        worked.append(value)
        return sum(value)

    one, alike = tuple(iter([1, 2])), tuple(iter([1, 2]))
    assert [total(one), total(one), total(alike)] == [3, 3, 3]
    assert len(worked) == 2


def test_what_was_asked_long_ago_is_worked_on_again_and_not_mistaken() -> None:
    asked: list[int] = []

    @remembered
    def first(value: list[int]) -> int:
        asked.append(value[0])
        return value[0]

    values = [[number] for number in range(KEPT + 1)]
    assert [first(value) for value in (*values, *values)] == [*range(KEPT + 1), *range(KEPT + 1)]
    assert asked == [*range(KEPT + 1), *range(KEPT + 1)]
