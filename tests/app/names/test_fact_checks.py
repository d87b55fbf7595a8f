"""The command tells each check that the past misses, with both sides of the comparison."""

import pytest

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
    assert one[-4:-2] == ["0.410", "0.080"]
    (row,) = [row for row in found["checks"] if (row["fact"], row["check"]) == ("F1", 2)]
    assert float(one[-2]) == pytest.approx(row["nominal_misses"], rel=0.01)


def test_the_first_table_of_facts_starts_with_one_that_is_missed(call: Caller) -> None:
    said = call.fine("facts", "--worlds", "9").out
    table = said[said.index("Facts in sample") : said.index("Facts held out")].splitlines()
    cells = [line for line in table if "missed by" in line or "reproduced" in line]
    assert "missed by" in cells[0]
