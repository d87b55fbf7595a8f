"""The command tells each check that the past misses, with both sides of the comparison."""

from tests.app.calling import Caller


def test_the_command_tells_both_sides_of_every_check_it_misses(call: Caller) -> None:
    found = call.fine("facts", "--worlds", "9", "--json").json
    said = call.fine("facts", "--worlds", "9").out
    lines = [line.split() for line in said[said.index("Checks that are missed") :].splitlines()]
    for row in found["checks"]:
        missed = max(row["nominal_misses"], row["median_misses"]) > (1 if row["relation"] == "within" else 0)
        told = [line for line in lines if line and line[0] == f"{row['fact']}.{row['check']}"]
        assert bool(told) == missed
    one = next(line for line in lines if line and line[0] == "F1.2")
    assert one[-4:-1] == ["0.410", "0.080", "2.02"]
    assert one[-6] == "0.571"
