"""What a user's claim asks of a world: what is measured, and beside which number it is held. No prose is read, only these keys.

| measure | between | keys | is |
|---|---|---|---|
| `difference` | two runs | `of`, `year` | what the regime has more than the one it is held against |
| `relative difference` | two runs | `of`, `year` | the same as a share of the other |
| `log ratio` | two runs | `of`, `year` | the same between logarithms |
| `lag` | two runs | `of`, `thresholds` if wanted | months by which the regime reaches levels later |
| `change` | one run | `of`, `since`, `year` | what it has more in a year than in an earlier one |
| `relative change`, `log change` | one run | `of`, `since`, `year` | the same as a share, or between logarithms |
| `fall` | one run | `of`, `by`, `within`, `since` | the year in which it first stands a share below its highest |
| `later fall` | two runs | `of`, `by`, `within`, `since` | years by which that comes later |

`relation` is "at least", "at most", "above" or "below" the `value`; `either_way = true` leaves the sign out. Instead of a measure
`every = [...]` or `some = [...]` holds several such tables, each with the claim's regimes unless it names its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from dualtrack.lab.questions.asked import check_asked
from dualtrack.lab.studies.claim_run import RunReader
from dualtrack.lab.studies.entry import Entry
from dualtrack.lab.studies.mistakes import Mistakes
from dualtrack.language.statements.claim_measure import Arm, Delay, Fall, Gap, Measure, Point, Scale, Size, Sum
from dualtrack.language.statements.claim_test import Condition, Every, Is, Relation, Some

Holders = Mapping[str, tuple[Entry, str]]
"""Under which key of which table each run stands, `regime` and `against`."""
RUNS = ("regime", "against")
RELATIONS: Mapping[str, Relation] = {"at least": "at_least", "at most": "at_most", "above": "above", "below": "below"}
BETWEEN: Mapping[str, Scale] = {"difference": "difference", "relative difference": "relative", "log ratio": "log"}
OVER_TIME: Mapping[str, Scale] = {"change": "difference", "relative change": "relative", "log change": "log"}
FELL = ("of", "by", "within", "since")
READS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(BETWEEN, ("of", "year")),
    "lag": ("of", "thresholds"),
    **dict.fromkeys(OVER_TIME, ("of", "since", "year")),
    "fall": FELL,
    "later fall": FELL,
}
"""The keys of each measure, beside its runs."""
ALONE = (*OVER_TIME, "fall")
"""Measures of one run."""
HELD_BESIDE = ("measure", "relation", "value", "either_way")
ASKED = tuple(dict.fromkeys((*HELD_BESIDE, *(key for keys in READS.values() for key in keys))))
JOINED = ("every", "some")
QUESTION = (*RUNS, *ASKED, *JOINED)


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """Reads questions about runs; the keys of runs that some question used are noted in `used`."""

    runs: RunReader
    mistakes: Mistakes
    used: set[tuple[str, ...]] = field(default_factory=set)

    def condition(self, entry: Entry, above: Holders) -> Condition:
        """What a table asks, of its own runs or of those named `above` it; raises `StudyError` for what cannot be asked."""
        holders = {**above, **{key: (entry, key) for key in RUNS if key in entry}}
        kinds = [key for key in ("measure", *JOINED) if key in entry]
        if len(kinds) != 1:
            raise entry.refuse(
                f"{' and '.join(f'`{each}`' for each in kinds)} stand side by side" if kinds else "nothing is measured",
                *kinds[1:2],
                fix="give one of measure, every and some",
            )
        return self._compared(entry, holders) if kinds == ["measure"] else self._joined(entry, kinds[0], holders)

    def unused(self, entry: Entry) -> list[str]:
        """The runs of a table that no question of it used."""
        return [key for key in RUNS if key in entry and (*entry.sheet.inside, key) not in self.used]

    def _joined(self, entry: Entry, kind: str, holders: Holders) -> Condition:
        for key in ASKED:
            if key in entry:
                raise entry.refuse(f"`{key}` stands beside `{kind}`", key, fix="give it in each of the tables that need it")
        found = list[Condition]()
        for part in entry.each(kind, f'write {kind} = [{{ measure = "...", ... }}, ...]'):
            with self.mistakes:
                part.check_keys(QUESTION, "a question")
                found.append(self.condition(part, holders))
                if idle := self.unused(part):
                    raise part.refuse(f"`{idle[0]}` has no effect here", idle[0], fix="leave it out")
        return Every(tuple(found)) if kind == "every" else Some(tuple(found))

    def _compared(self, entry: Entry, holders: Holders) -> Is:
        name = entry.word("measure", READS)
        for key in ASKED:
            if key in entry and key not in (*HELD_BESIDE, *READS[name]):
                raise entry.refuse(
                    f"`{key}` has no effect on a measure “{name}”", key, fix="leave it out; it reads " + ", ".join(READS[name])
                )
        if name in ALONE and "against" in entry:
            raise entry.refuse(f"a measure “{name}” is of one run", "against", fix="leave it out, or measure between two runs")
        measure = self._measure(entry, name, holders)
        relation = RELATIONS[entry.word("relation", RELATIONS)]
        with entry.placed("value"):
            return Is(Size(measure) if entry.flag("either_way") else measure, relation, entry.number("value"))

    def _measure(self, entry: Entry, name: str, holders: Holders) -> Measure:
        of, clock = self._quantity(entry), self.runs.laboratory.theory.clock
        if name in ALONE:
            arm = self.runs.one(self._holder(entry, "regime", holders))
            if name == "fall":
                return self._fall(entry, arm, of)
            since, year = (entry.year(key, clock.start, clock.stop) for key in ("since", "year"))
            if not since < year:
                raise entry.refuse(f"it changes from {since:g} to {year:g}", "since", fix="let since come before year")
            return Gap(Point(arm, of, year), Point(arm, of, since), OVER_TIME[name])
        one, other = self.runs.pair(*(self._holder(entry, key, holders) for key in RUNS))
        if one == other:
            raise entry.refuse("a run is held against itself", "against", fix="let the two runs differ in what is asked about")
        if name == "lag":
            return Delay(one, other, of, self._thresholds(entry))
        if name == "later fall":
            return Sum(((1.0, self._fall(entry, one, of)), (-1.0, self._fall(entry, other, of))))
        year = entry.year("year", clock.start, clock.stop)
        return Gap(Point(one, of, year), Point(other, of, year), BETWEEN[name])

    def _holder(self, entry: Entry, key: str, holders: Holders) -> tuple[Entry, str]:
        holder, found = holders.get(key, (entry, key))
        self.used.add((*holder.sheet.inside, found))
        return holder, found

    def _quantity(self, entry: Entry) -> str:
        model = self.runs.laboratory.model
        name = entry.text("of", 'write of = "NAME", a quantity of the model')
        with entry.placed("of"):
            check_asked(model, name)
        return name

    def _fall(self, entry: Entry, arm: Arm, of: str) -> Fall:
        clock = self.runs.laboratory.theory.clock
        with entry.placed("by"):
            return Fall(arm, of, entry.number("by"), entry.number("within"), entry.year("since", clock.start, clock.stop))

    def _thresholds(self, entry: Entry) -> tuple[float, ...]:
        if "thresholds" not in entry:
            return ()
        return thresholds_in(entry)


def thresholds_in(entry: Entry) -> tuple[float, ...]:
    """Rising levels at which a lag is read; raises `StudyError` for others."""
    value, fix = entry.table["thresholds"], "write thresholds = [0.3, 0.4], rising"
    numbers = isinstance(value, list) and bool(value) and all(_is_number(each) for each in value)
    if not numbers or not all(a < b for a, b in pairwise(value)):
        raise entry.refuse(f"`thresholds` holds {value}", "thresholds", fix=fix)
    return tuple(float(each) for each in value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < float("inf")
