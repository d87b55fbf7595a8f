"""Bodies of evidence in words: the shares that each gives a claim, and where their words differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dualtrack.app.terminal.numbers import share_range
from dualtrack.app.terminal.speech import said
from dualtrack.app.verdicts.verdict_words import SAID
from dualtrack.lab.experiments.weigh_populations import DOUBTED, WITH
from dualtrack.lab.verdicts.columns import ACCEPTED, FULL
from dualtrack.language.declaration import Label

Row = Mapping[str, Any]
NAMED: Mapping[str, Label] = {
    ACCEPTED: ("accepted worlds", "未被记录排除的世界"),
    f"{ACCEPTED}, {WITH}": ("accepted worlds, with findings", "未被记录排除的世界，计入已发表结果"),
    f"{ACCEPTED}, {DOUBTED}": ("accepted worlds, findings at twice their error", "未被记录排除的世界，结果误差加倍"),
    FULL: ("full record", "全部记录"),
    f"{FULL}, {WITH}": ("full record, with findings", "全部记录，计入已发表结果"),
    f"{FULL}, {DOUBTED}": ("full record, findings at twice their error", "全部记录，结果误差加倍"),
}
"""Every body of evidence by its name."""
TITLE: Label = (
    "Bodies of evidence: shares of worlds in which the claim is true, over priors; a settled word must be that of every one\n"
    "in which findings count",
    "各类证据：主张成立的世界占比（各先验之间的范围）；已定的判定须在计入已发表结果的各列中一致",
)


def column_heads(rows: Iterable[Row]) -> list[str]:
    """The names of the columns that any claim has, in their order."""
    return list(dict.fromkeys(column["name"] for row in rows for column in row["columns"]))


def column_cells(row: Row, heads: Sequence[str]) -> list[str]:
    """The shares of a claim in each body of evidence, and its words where they are not all one."""
    found = {column["name"]: column for column in row["columns"]}
    cells = [share_range(each["probability"] for each in found[name]["asked"]) if name in found else "–" for name in heads]
    return [*cells, said(words_apart(row)) or "–"]


def words_apart(row: Row) -> Label:
    """The words of the columns that count, with how many have each, where they differ; empty where they agree."""
    words = Counter(column["verdict"] for column in row["columns"] if column["counts"])
    if len(words) < 2:
        return "", ""
    english = ", ".join(f"{SAID[word][0]} {count}" for word, count in words.items())
    return english, "、".join(f"{SAID[word][1]} {count}" for word, count in words.items())


def full_record_words(found: Sequence[Row] | None) -> Label:
    """Whether the words rest on the full record too, and why not."""
    if not found:
        return (
            "The full record was not asked: words rest on accepted worlds alone (`--full-record` asks it, some minutes).",
            "未对照全部记录：判定仅依据未被记录排除的世界（加上 `--full-record` 即对照，约需数分钟）。",
        )
    failed = [each for each in found if not each["agrees"]]
    if failed:
        names = ", ".join(each["prior"] for each in failed)
        return (
            f"Draws by the full record disagree under {names}, which is no result: words rest on accepted worlds alone.",
            f"在{names}先验下按全部记录的两次抽样不一致，不成结果：判定仅依据未被记录排除的世界。",
        )
    counts = ", ".join(f"{each['worlds']:,} under {each['prior']}" for each in found)
    zh = "、".join(f"{each['prior']} {each['worlds']:,}" for each in found)
    return f"Worlds drawn by the full record: {counts}.", f"按全部记录抽取的世界：{zh}。"
