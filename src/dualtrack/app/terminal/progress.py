"""How far a long job is: a bar on standard error where a person watches, a line per stage where none does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from dualtrack.app.terminal.terminal import note
from dualtrack.lab.runs.reporting import StagedProgress


@contextmanager
def watched() -> Iterator[StagedProgress]:
    """A report of progress that leaves nothing on standard output."""
    if not sys.stderr.isatty():
        yield _Lines().report
        return
    columns = (TextColumn("{task.description:<9}"), BarColumn(), TextColumn("{task.completed} of {task.total} runs"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar, bar.add_task("compiling", total=None)).report


class _Lines:
    """One line when a stage first reports."""

    def __init__(self) -> None:
        self.stage = ""

    def report(self, stage: str, done: int, of: int) -> None:
        """Say the stage, once."""
        if stage != self.stage:
            self.stage = stage
            note(f"{stage}: {done} of {of} runs done")


class _Bar:
    """One bar for all stages."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self.bar, self.task = bar, task

    def report(self, stage: str, done: int, of: int) -> None:
        """Move the bar."""
        self.bar.update(self.task, description=stage, completed=done, total=of)
