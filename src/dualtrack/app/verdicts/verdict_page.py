"""Every kept verdict on one generated page: the word, what turns it, the shares that it rests on, and which words moved since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dualtrack.app.page.pack.found import Data, found_if_current
from dualtrack.app.terminal.numbers import number, share, share_range
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.column_words import (
    NAMED,
    TITLE,
    column_cells,
    column_heads,
    full_record_words,
    words_apart,
)
from dualtrack.app.verdicts.kept_verdicts import STALE, STALE_ZH
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.app.verdicts.verdict_words import MEANT, SAID, near_label, tally_words, turning_label, verdict_label
from dualtrack.lab.laboratory import Laboratory
from dualtrack.targets.print.book import NOTICE

PAGE = "verdicts.md"
COLUMNS = (
    "",
    "claim / 主张",
    "verdict / 判定",
    "what turns it / 何者使之转折",
    "where it exists / 机制存在时",
    "null / 零假设",
    "planted / 植入",
    "best case / 最有利情形",
    "nothing on / 全部关闭",
    "existence / 存在",
    "earlier parting / 较早分开",
    "asked otherwise / 换一种问法",
)
CASES = ("planted", "best", "nothing")
BY = {"rule": "the rule / 规则", "theory": "the theory / 理论", "record": "the record / 记录"}


def verdict_page(laboratory: Laboratory) -> str:
    """The page, or why there are no verdicts on it."""
    found = found_if_current(laboratory)
    parts = [f"{NOTICE}\n# Verdicts / 判定"]
    parts += [STALE, STALE_ZH] if found is None else _parts(laboratory, found)
    return "\n\n".join(parts) + "\n"


def _parts(laboratory: Laboratory, found: Data) -> Iterator[str]:
    rows = [{"id": name, **row} for name, row in found["verdicts"].items()]
    yield (
        f"Found from {found['worlds']:,} worlds, seed {found['seed']}, by the rules of decision notes 014, 019 and 026. Shares "
        f"are of the worlds that history leaves; ranges are over priors. {tally_words(rows)}."
    )
    yield (
        f"判定依据{found['worlds']:,}个世界（种子{found['seed']}），按决定说明014、019与026的规则作出。"
        "占比以未被记录排除的世界计；区间为各先验之间的范围。"
    )
    yield "\n".join(f"- **{SAID[answer][0]} / {SAID[answer][1]}**: {en}. / {zh}。" for answer, (en, zh) in MEANT.items())
    yield table(COLUMNS, [_row(laboratory, row) for row in rows])
    yield from _columns(rows, found["fullRecord"])
    if found["moved"]:
        yield "## What changed since / 其后的变动"
        yield table(("moved by / 由何而变", "claim / 主张", "before / 先前", "now / 现在"), _moved(found["moved"]))


def _row(laboratory: Laboratory, row: Data) -> list[str]:
    claim = next(each for each in laboratory.theory.claims if each.id == row["id"])
    beside, second = row["beside"], row["second_parting"]
    last = [each["after"] or each["before"] for each in row["answers"]]
    asked = [" / ".join(each) for reading in last[:1] for each in asked_labels(reading)]
    cases = [_shares([beside[name]]) if beside else "–" for name in CASES]
    return [
        row["id"],
        f"{claim.statement[0]} / {claim.statement[1]}",
        "\n".join(" / ".join(each) for each in (verdict_label(row), near_label(row)) if each[0]),
        " / ".join(each for each in turning_label(laboratory.model, row) if each) or "–",
        "\n".join([_shares(each["asked"] for each in last), *asked]),
        _shares(beside["null"]) if beside else "–",
        *cases,
        "\n".join(f"{name} {'∞' if odds is None else number(odds, 2)}" for name, odds in row["existence"].items()) or "–",
        "–" if second is None else f"{' / '.join(verdict_label(second))}: {_shares(second['answers'])}",
        "\n".join(f"{' / '.join(each['label'])}: {share(each['probability'])}" for each in row["variants"]) or "–",
    ]


def _columns(rows: list[Data], full_record: list[Data] | None) -> Iterator[str]:
    """What each body of evidence gives every claim that is computed."""
    told = [row for row in rows if row["columns"]]
    if not told:
        return
    heads = column_heads(told)
    yield "## Bodies of evidence / 各类证据"
    yield "\n\n".join(part.replace("\n", " ") + end for part, end in zip(TITLE, (".", "。"), strict=True))
    yield " / ".join(full_record_words(full_record))
    heads_told = (" / ".join(NAMED[name]) for name in heads)
    names = ["", "before the record / 对照记录之前", *heads_told, "words, where they differ / 不一致时的各自判定"]
    yield table(names, [_column_row(row, heads) for row in told])


def _column_row(row: Data, heads: Sequence[str]) -> list[str]:
    before = _shares(each["before"]["asked"] for each in row["answers"])
    apart = " / ".join(word for word in words_apart(row) if word) or "–"
    return [row["id"], before, *column_cells(row, heads)[:-1], apart]


def _moved(entries: Iterable[Data]) -> Iterator[list[str]]:
    for entry in entries:
        for row in entry["moved"]:
            yield [", ".join(BY[each] for each in entry["by"]), row["id"], row["before"], row["now"]]


def _shares(rows: Iterable[Data | None]) -> str:
    return share_range(each["probability"] for each in rows if each is not None)
