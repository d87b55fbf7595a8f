"""A study that can be read, from which bent ones are made: its parts, each by its header and its lines."""

import random
from dataclasses import dataclass

NUMBERS = {
    "progress_rate": (0.12, 0.3),
    "withering_rate": (0.02, 0.2),
    "refusal_threshold": (0.7, 1.1),
    "talent_time": (2.0, 5.0),
}
"""Uncertain numbers and a range for each that is not the shipped one."""
SWITCHES = ("urgency_strength", "diversion_strength", "denial_strength", "workload_strength")
LEVERS = ("tool_access", "memory_access", "eda_access", "cloud_access", "deal_review")
FIGURE = {
    "series": '"smuggled_accelerators"',
    "start": "2025-01-01",
    "end": "2025-12-31",
    "value": "250000",
    "kind": '"estimate"',
    "source": '"my_count"',
    "published": "2026-03-01",
}
SOURCE = {
    "key": '"my_count"',
    "title": '"A count of mine"',
    "publisher": '"Me"',
    "date": '"2026-03-01"',
    "url": '"https://example.org/count"',
    "grade": '"B"',
    "licence_note": '"own count"',
}
Entry = dict[str, str]


@dataclass(frozen=True)
class Sound:
    """The parts of a study that can be read, each by its header and its lines."""

    number: str
    switch: str
    lever: str
    head: Entry
    regime: Entry
    prior: Entry
    existence: Entry
    source: Entry
    figure: Entry

    def text(self) -> str:
        tables = (
            ("[regimes.mine]", self.regime),
            (f"[priors.{self.number}]", self.prior),
            (f"[priors.{self.switch}]", self.existence),
            ("[[sources]]", self.source),
            ("[[observations]]", self.figure),
        )
        return "\n".join([lines(self.head), *(f"{header}\n{lines(entry)}" for header, entry in tables if entry)])


def lines(entry: Entry) -> str:
    return "".join(f"{key} = {value}\n" for key, value in entry.items())


def sound(chance: random.Random) -> Sound:
    number, switch, lever = chance.choice(list(NUMBERS)), chance.choice(SWITCHES), chance.choice(LEVERS)
    low, high = NUMBERS[number]
    return Sound(
        number=number,
        switch=switch,
        lever=lever,
        head={"name": '"bent"', "title": '"A bent study"'},
        regime={
            "label": '"Mine"',
            "base": '"as_is"',
            "parts_at": "2026.9375",
            "levers": f"{{ {lever} = {chance.choice(['0.33', '0.47', '0.63'])} }}",
        },
        prior={"low": f"{low}", "high": f"{high}", "why": '"a guess"'},
        existence={"exists": chance.choice(["0.5", "0.9", "0.25"]), "why": '"odds"'},
        source=dict(SOURCE),
        figure=dict(FIGURE),
    )
