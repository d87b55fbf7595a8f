"""How far a long job is: a bar on standard error where a person watches, a line per stage where none does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from dualtrack.app.terminal.speech import say
from dualtrack.app.terminal.terminal import note
from dualtrack.lab.runs.reporting import StagedProgress

STAGES = {
    "regimes": "各情景",
    "facts": "事实",
    "paths": "各路径",
    "groups": "数值组",
    "as shipped": "随附模型",
    "claims": "各项主张",
    "beside the answers": "与何对照",
    "what turns an answer": "何者使之转折",
    "held against history": "对照历史",
    "held beside published findings": "对照已发表结果",
    "by the full record": "按全部记录",
    "beside the answers, by the full record": "与何对照，按全部记录",
    "what decides": "何者起决定作用",
    "map": "两个数值的图",
    "first draw": "第一次抽样",
    "second draw": "第二次抽样",
}
"""What is being done, in Chinese."""
STARTS = {"along ": "沿数值 ", "parts of ": "效应归因 "}
UNDER = " under "


def stage_said(stage: str) -> str:
    """What is being done, by what the lab calls it; a stage without Chinese words stands as it is."""
    told, under, prior = stage.partition(UNDER)
    start = next((each for each in STARTS if told.startswith(each)), "")
    named = f"{STARTS[start]}{told.removeprefix(start)}" if start else STAGES.get(told, told)
    return say(stage, f"{named}，先验 {prior}" if under else named)


@contextmanager
def watched() -> Iterator[StagedProgress]:
    """A report of progress that leaves nothing on standard output."""
    if not sys.stderr.isatty():
        yield _Lines().report
        return
    columns = (
        TextColumn("{task.description:<9}"),
        BarColumn(),
        TextColumn(say("{task.completed} of {task.total} runs", "{task.completed}次运行，共{task.total}次")),
    )
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar, bar.add_task(say("compiling", "编译"), total=None)).report


class _Lines:
    """One line when a stage first reports."""

    def __init__(self) -> None:
        self.stage = ""

    def report(self, stage: str, done: int, of: int) -> None:
        """Say the stage, once."""
        if stage != self.stage:
            self.stage = stage
            note(say(f"{stage}: {done} of {of} runs done", f"{stage_said(stage)}：已完成{done}次运行，共{of}次"))


class _Bar:
    """One bar for all stages."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self.bar, self.task = bar, task

    def report(self, stage: str, done: int, of: int) -> None:
        """Move the bar."""
        self.bar.update(self.task, description=stage_said(stage), completed=done, total=of)
