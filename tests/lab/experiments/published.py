"""A published result of a toy, the experiment that corresponds to it, and a record that holds it."""

from dataclasses import replace

from dualtrack.evidence.record import EMPTY, Record
from dualtrack.evidence.rows import Finding, Source
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.experiment import Corresponds, Experiment
from tests.lab.toys import WORDS

STUDY = Finding(
    id="study",
    source="paper",
    design="panel",
    population="a toy",
    done="opened",
    outcome="progress",
    effect=0.5,
    error=0.1,
    basis="reported",
    scale="relative",
    unit="1",
    stake=None,
    out_of=None,
    chance=None,
    read="text",
    note="",
)
OPEN, SHUT = (Arm(regime, held=(("helping", 0.0),)) for regime in ("open", "shut"))
SLOWED = Gap(Point(OPEN, "progress", 2025.0), Point(SHUT, "progress", 2025.0), "log")
"""What opening costs in growth where the mechanism exists, half of it: log .5; else nothing."""


def experiment(*findings: str, spread: float = 0.1, mapping: float = 0.2) -> Experiment:
    """The findings of a switch, each beside the same runs."""
    corresponding = tuple(Corresponds(name, SLOWED) for name in findings)
    return Experiment("toy", "slowing", WORDS, corresponding, spread, mapping, WORDS)


def record_of(*rows: Finding) -> Record:
    """A record of these findings and their sources."""
    keys = dict.fromkeys(row.source for row in rows)
    sources = tuple(Source(key, key, key, "2024", "https://example.org/paper", "A", "", "cited") for key in keys)
    return replace(EMPTY, sources=sources, findings=rows)
