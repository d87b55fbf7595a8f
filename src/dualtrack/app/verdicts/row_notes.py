"""What stands in a claim's row besides its word: the share where it is asked again in the way its theory names, and a remark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.app.terminal.numbers import share
from dualtrack.app.terminal.speech import say
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import LANGUAGES

Row = dict[str, Any]
SIDES: dict[str, Label] = {
    "high": ("high", "为高"),
    "low": ("low", "为低"),
    "between": ("neither high nor low", "既不高也不低"),
}


def noted(laboratory: Laboratory, row: Row) -> Row:
    """A verdict's row with its notes: `again`, with the side on which the share lies, and `remark`; None where there is none."""
    display, answers = laboratory.theory.display, row["answers"]
    last: Row | None = (answers[0]["after"] or answers[0]["before"]) if answers else None
    variants = last["variants"] if last else []
    again = next((each for each in variants if each["en"] == display.asked_again[0]), None)
    remark = display.remarks.get(row["id"])
    return {
        **row,
        "again": again
        and {
            **again,
            "unit": "1",
            "side": _side(again),
            "differs": last is not None and _side(again) != _side(last["asked"]),
            "of_such": bool(last and last.get("given_first")),
        },
        "remark": remark and dict(zip(LANGUAGES, remark, strict=True)),
    }


def note_lines(row: Mapping[str, Any]) -> list[str]:
    """The same in a few words each."""
    again, remark = row.get("again"), row.get("remark")
    lines = list[str]()
    if again:
        side, side_zh = SIDES[again["side"]] if again["differs"] else ("", "")
        among, among_zh = ("of all such", "全部此类世界") if again["of_such"] else ("of all", "全部世界")
        found = share(again["probability"])
        english = f"{again['en']}: {found} {among}" + (f", {side}" if side else "")
        lines.append(say(english, f"{again['zh']}：在{among_zh}的{found}中成立" + (f"，{side_zh}" if side_zh else "")))
    return [*lines, *([say(remark["en"], remark["zh"])] if remark else [])]


def _side(found: Row) -> str:
    low, high = found["interval"]
    if low >= SUPPORTED:
        return "high"
    return "low" if high <= CONTRADICTED else "between"
