"""Values of levers in words: a number with its year, what it means on the lever's own scale, and which way it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dualtrack.app.policies import policy_words as words
from dualtrack.app.terminal.numbers import MINUS, number
from dualtrack.lab.policies.policy_shown import DatedStep, JointShown, PolicyShown, ShownLever
from dualtrack.language.declaration import Label
from dualtrack.language.scenario import SMALL
from dualtrack.targets.numeric.tidy import LANGUAGES

Cells = tuple[str, ...]
"""One line of the table: today, each regime, and which way the last goes."""


@dataclass(frozen=True)
class PolicySpeaker:
    """Says what was found in one `tongue`."""

    found: PolicyShown
    tongue: str

    def say(self, text: Label, **slots: object) -> str:
        """A text in the language, its slots filled."""
        return text[LANGUAGES.index(self.tongue)].format(**slots)

    def label(self, name: Label) -> str:
        """A name or a text of the theory, the record or a user, as it is; in the other language where it has none in this one."""
        return name[LANGUAGES.index(self.tongue)] or name[0] or name[1]

    def listed(self, parts: Sequence[str]) -> str:
        """Several things in a row."""
        return self.say(words.LIST_OF).join(parts)

    @property
    def is_pair(self) -> bool:
        """Whether two regimes stand beside each other."""
        return len(self.found.regimes) > len(("today", "one"))

    def heads(self) -> Cells:
        """What stands over the columns of values."""
        against = words.AGAINST if self.is_pair else words.AGAINST_TODAY
        return (self.say(words.TODAY), *(each.name for each in self.found.regimes[1:]), self.say(against))

    def ways(self, courses: Sequence[str], *, marked: bool = False) -> str:
        """Which way the last column goes from the one before it."""
        if not courses:
            return self.say(words.ALIKE if self.is_pair else words.AS_TODAY)
        return self.say(words.THEN).join(self.say(words.WAYS[each]) for each in courses) + words.MARK * marked

    def lever_lines(self, lever: ShownLever) -> list[Cells]:
        """A line for each stage; what stays as it was is left blank, and so is a beginning in which nothing differs."""
        lines: list[Cells] = []
        told = [stage for stage in lever.stages if lever.courses(stage)] or list(lever.stages[:1])
        for place, stage in enumerate(lever.stages):
            if stage.since < told[0].since - SMALL:
                continue
            cells = tuple(self._value(lever, place, column, bool(lines)) for column in range(len(stage.values)))
            lines.append((*cells, self.ways(lever.courses(stage), marked=not lever.alone and bool(lever.courses(stage)))))
        return lines

    def joint_lines(self, joint: JointShown) -> list[Cells]:
        """A line for each year in which the quantity is read."""
        return [
            (
                number(each.values[0]),
                *(self.say(words.JOINT_YEAR, value=number(value), year=f"{each.year:.6g}") for value in each.values[1:]),
                self.ways(each.courses),
            )
            for each in joint.years
        ]

    def _value(self, lever: ShownLever, place: int, column: int, is_later: bool) -> str:
        """A value, its year where that is not the one of parting; nothing on a later line in which it goes on as it was."""
        stage, earlier = lever.stages[place], lever.stages[:place]
        value, end = stage.values[column], stage.ends[column]
        is_same = all(each.values[column] == each.ends[column] == value == end for each in earlier[-1 if is_later else 0 :])
        if is_same and is_later:
            return ""
        if value != end:
            slots = {"value": set_to(value), "end": set_to(end), "year": f"{stage.until:.6g}", "since": f"{stage.since:.6g}"}
            return self.say(words.LINE_FROM if earlier else words.LINE, **slots)
        return set_to(value) if is_same else self.say(words.FROM_YEAR, value=set_to(value), year=f"{stage.since:.6g}")

    def meanings(self, values: Sequence[float], landmarks: Mapping[float, Label], say: Callable[[float], str]) -> str:
        """What values mean, as `say` writes them: as the landmark says, or between which two they lie; each told in full once."""
        alike: dict[tuple[float | None, float | None], list[float]] = {}
        for value in dict.fromkeys(values):
            alike.setdefault(_place(value, landmarks), []).append(value)
        told: set[float] = set()
        said = [
            self.say(
                words.MEANS,
                value=self.listed(list(dict.fromkeys(map(say, held)))),
                meaning=self._place_words(place, landmarks, told),
            )
            for place, held in alike.items()
            if place != (None, None)
        ]
        return self.say(words.APART).join(said)

    def _place_words(self, place: tuple[float | None, float | None], landmarks: Mapping[float, Label], told: set[float]) -> str:
        low, high = place
        if low is not None and low == high:
            told.add(low)
            return self.landmark(landmarks[low])
        ends = {"low": self._told(low, landmarks, told), "high": self._told(high, landmarks, told)}
        return self.say(words.ABOVE if high is None else words.BELOW if low is None else words.BETWEEN, **ends)

    def _told(self, value: float | None, landmarks: Mapping[float, Label], told: set[float]) -> str:
        """A landmark as a value with its meaning; the value alone where it was told before."""
        if value is None or value in told:
            return "" if value is None else set_to(value)
        told.add(value)
        return self.say(words.NAMED, value=set_to(value), meaning=self.landmark(landmarks[value]))

    def landmark(self, meaning: Label) -> str:
        """The meaning without its full stop, in English where no one has translated it."""
        return self.label(meaning).rstrip(".。")

    def title(self, step: DatedStep) -> str:
        """What was done, without its full stop."""
        return self.label(step.label).rstrip(".。")


def set_to(value: float) -> str:
    """A value as someone sets it: every figure of it, and none more."""
    return f"{value:.6g}".replace("-", MINUS)


def _place(value: float, landmarks: Mapping[float, Label]) -> tuple[float | None, float | None]:
    """The landmarks between which a value lies, or the one on which it stands, twice."""
    low = max((each for each in landmarks if each <= value), default=None)
    return low, low if low == value else min((each for each in landmarks if each > value), default=None)
