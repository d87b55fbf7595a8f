"""A regime file that can be read, made at random, and values that none of its keys takes."""

from __future__ import annotations

import random
from dataclasses import dataclass

LEVERS = {
    "memory_access": 0.1,
    "tool_access": 0.25,
    "eda_access": 0.8,
    "cloud_access": 0.7,
    "remote_control": 0.3,
    "foundry_access": 0.1,
}
"""Levers between 0 and 1, with what the record's last event set them to."""
KEYS = ("name", "label", "doc", "base", "parts_at", "levers")
LONG = f'"{"n" * 300}"'
WRONG = {
    "name": [
        "3",
        "true",
        "[]",
        '["a"]',
        "2027-01-01",
        '""',
        '" "',
        '"a b"',
        '"a/b"',
        '"-a"',
        '"../a"',
        '"history"',
        '"a\\u0301"',
        LONG,
    ],
    "label": [
        *('""', "3", "[]", "{}", '{ fr = "A" }', '{ en = "A", zh = 3 }', '{ en = "", zh = "" }', '["A", "B"]'),
        *(
            '{ en = "A", zh = "B", fr = "C" }',
            '{ en = "A\\nB", zh = "C" }',
            '{ en = "A", zh = "\\t" }',
            f'{{ en = {LONG}, zh = "C" }}',
        ),
    ],
    "doc": ["3", "[]", '""', '{ fr = "A" }', "true", "2027-01-01"],
    "base": ["3", "[]", '""', '"histori"', '"bent"', '"History"', "true", '"as_is "'],
    "parts_at": [
        *('"2027"', "true", "[]", "[2027]", "{}", "2027-01-01", "2027-01-01T00:00:00Z", "9999-12-31", "12:00:00"),
        *("nan", "inf", "-inf"),
    ],
    "levers": ["levers = 3", "levers = []", 'levers = "x"', "[[levers]]", "levers = true", "levers = 2027-01-01"],
    "lever": [
        *(
            '"half"',
            "true",
            "nan",
            "inf",
            "-inf",
            "{}",
            "[]",
            "[[]]",
            "[2027]",
            "[[2027]]",
            "[[2027, 0.5, 1]]",
            '[["2027", 0.5]]',
        ),
        *("[[2027, true]]", "2027-01-01", "[2027, [2028, 0.5]]", "{ ramp = 3 }", "{ ramp = [] }", "{ slope = [[2027, 0.5]] }"),
        *("[[2030.0, nan]]", "[[nan, 0.5]]", "{ ramp = [[2027.0, 0.5]], steps = 1 }", "[[2030.0, 0.5], [2030.0, 0.6]]"),
        *("[[2031.0, 0.5], [2030.0, 0.6]]", "[[2027-01-01, 0.5]]"),
    ],
}
"""Values of another kind than their key takes."""


@dataclass(frozen=True)
class Sound:
    """A file that can be read; `steps` are two dates on steps of the clock, `values` unlike what the levers were."""

    lever: str
    other: str
    start: float
    steps: tuple[float, float]
    values: tuple[float, float]

    def text(self, **changed: str) -> str:
        """The file with some of its lines put otherwise, by key; an empty text leaves a line out."""
        a, b = self.values
        lines = {
            "name": 'name = "bent"',
            "label": 'label = { en = "Bent", zh = "弯" }',
            "doc": 'doc = "What it stands for."',
            "base": 'base = "history"',
            "parts_at": f"parts_at = {self.start!r}",
            "levers": "[levers]",
            "lever": f"{self.lever} = {a!r}",
            "other": f"{self.other} = [[{self.steps[0]!r}, {a!r}], [{self.steps[1]!r}, {b!r}]]",
        }
        return "\n".join(line for line in {**lines, **changed}.values() if line) + "\n"


def sound(chance: random.Random) -> Sound:
    """A random sound file: its dates lie on steps of a sixteenth of a year, its values off every default and coded one."""
    lever, other = chance.sample(list(LEVERS), 2)
    first, last = sorted(chance.sample(range(144, 300), 2))
    values = tuple(chance.sample([0.33, 0.43, 0.47, 0.57, 0.63, 0.67, 0.73], 2))
    return Sound(lever, other, 2018 + 143 / 16, (2018 + first / 16, 2018 + (last + 16) / 16), (values[0], values[1]))
