"""Studies for tests: written to a folder and read against the shipped laboratory, which is bound once."""

from functools import cache
from pathlib import Path

from dualtrack.app.bind import bind
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.study import Study
from dualtrack.lab.studies.study_file import read_study

REGIME = """
[regimes.tight]
label = "Tools tightened"
base = "as_is"
parts_at = 2026.9
levers = { tool_access = 0.1 }
"""
PRIOR = """
[priors.progress_rate]
low = 0.2
high = 0.5
why = "a guess of mine"
"""
ROWS = """
[[sources]]
key = "my_count"
title = "A count of mine"
publisher = "Me"
date = "2026-03-01"
url = "https://example.org/count"
grade = "B"
licence_note = "own count"

[[observations]]
series = "smuggled_accelerators"
start = 2025-01-01
end = 2025-12-31
value = 250000
kind = "estimate"
source = "my_count"
published = 2026-03-01
"""


@cache
def shipped() -> Laboratory:
    return bind()


def written(folder: Path, *parts: str) -> Path:
    file = folder / "mine.toml"
    file.write_text("\n".join(parts), encoding="utf-8")
    return file


def study_of(folder: Path, *parts: str) -> Study:
    return read_study(written(folder, *parts), shipped())
