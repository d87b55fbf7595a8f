"""Instructions in another order: all that anything needs, each after those it reads, and long chains side by side."""

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.targets.native.interleave import FEEDING, interleaved

OPERATIONS = ("fadd", "fmul", "fdiv", "call", "select", "load", "getelementptr")


@st.composite
def functions(draw: st.DrawFn) -> list[str]:
    """Lines of straight code whose operands are earlier values, arguments or nothing."""
    lines: list[str] = []
    for count in range(draw(st.integers(0, 30))):
        earlier = [f"%v{i}" for i in range(count) if lines[i].lstrip().startswith("%v")]
        read = draw(st.lists(st.sampled_from([*earlier, "%work"]), max_size=3))
        stores = draw(st.integers(0, 5)) == 0
        head = "store" if stores else f"%v{count} = {draw(st.sampled_from(OPERATIONS))}"
        lines.append(f"  {head} {', '.join([*read, str(count)])}")
    return lines


@given(functions())
def test_every_instruction_stays_and_follows_what_it_reads(lines: list[str]) -> None:
    found = interleaved(lines)
    assert len(found) == len(set(found))
    assert set(found) <= set(lines)
    assert all(line.split()[2] in FEEDING for line in set(lines) - set(found))
    written: set[str] = set()
    for line in found:
        words = line.replace(",", " ").split()
        name = words[0] if words[0].startswith("%v") else ""
        assert {word for word in words if word.startswith("%v")} - {name} <= written
        written.add(name)


def chain(name: int, length: int) -> list[str]:
    first = [f"  %v{name} = load ptr %work"]
    return first + [f"  %v{name + i} = fmul %v{name + i - 1}, %v{name + i - 1}" for i in range(1, length)]


def test_chains_that_do_not_need_each_other_advance_together() -> None:
    found = interleaved(chain(0, 10) + chain(100, 10) + chain(200, 10) + chain(300, 10))
    links = [int(line.split()[0].removeprefix("%v")) // 100 for line in found if "fmul" in line]
    assert all(len(set(links[i : i + 4])) == 4 for i in range(0, 36, 4))


def test_what_is_fetched_is_written_where_it_is_needed() -> None:
    found = interleaved([*chain(0, 8), "  %v50 = load ptr %work", "  %v51 = fadd %v7, %v50"])
    assert found[-2:] == ["  %v50 = load ptr %work", "  %v51 = fadd %v7, %v50"]
