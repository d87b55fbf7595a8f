"""Every mapped figure of the record on one generated page, beside what the prior expects; those outside have their reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from dualtrack.app.names.counterpart_words import BEARS, CAUSES, STANDS, double_use, error_words, use_words
from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.lab.confront import read_record
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.predictive import EDGE, Predicted, RecordRead
from dualtrack.language.declaration import Label
from dualtrack.language.statements.counterpart import reading
from dualtrack.targets.print.book import INDEX, NOTICE

RECORD_PAGE = "record.md"
WORLDS, SEED = 400, 7
"""Few, since a page is read and not judged by; more move the edges of a band by little."""
HEADS = (
    "period / 时期",
    "kind / 类别",
    "figure / 数值",
    "5 %",
    "50 %",
    "95 %",
    "worlds below / 低于此的世界",
    "standing / 用途",
    "source / 来源",
)
SERIES_HEADS = (
    "series / 序列",
    "says / 含义",
    "error of definition / 口径误差",
    "use / 用途",
    "rests on it already / 已用于",
    "caveat / 说明",
)


def record_page(laboratory: Laboratory) -> str:
    """The whole page."""
    found = read_record(laboratory, WORLDS, SEED)
    parts = [NOTICE, "# The record beside the prior / 记录与先验", *_lead(laboratory, found), _outside(found)]
    by_formula = sorted(found.figures, key=lambda each: each.mapped.counterpart.reads)
    for formula, figures in groupby(by_formula, key=lambda each: each.mapped.counterpart.reads):
        parts += _formula(laboratory, formula, tuple(figures))
    return "\n\n".join(parts) + "\n"


def _lead(laboratory: Laboratory, found: RecordRead) -> Iterator[str]:
    mapped, width = len(laboratory.theory.counterparts), share(1 - 2 * EDGE)
    yield (
        f"{mapped} of {len(laboratory.record.series)} series measure something of the theory, in {len(found.figures)} figures. "
        f"Each stands beside {found.worlds} worlds of the prior (seed {found.seed}), before any is ruled out, under the past as "
        f"it was. The band is the formula's own: no error widens it. {len(found.outside)} figures lie beyond the central {width} "
        "(**bold**), each with its reason. Nothing was tuned to bring a figure inside."
    )
    yield (
        f"记录的{len(laboratory.record.series)}个序列中，{mapped}个对应理论中的量，共{len(found.figures)}个数值。每个数值旁为先验的"
        f"{found.worlds}个世界（种子{found.seed}），均按既往政策运行、尚未经记录筛选。区间仅为公式本身，未计任何误差。"
        f"{len(found.outside)}个数值落在中央{width}之外（**粗体**），各附理由；未为纳入任何数值而调参。"
    )
    stands = Counter(each.mapped.standing for each in found.figures)
    yield table(
        ("standing / 用途", "figures / 数值"), [[_both(STANDS[name]), str(count)] for name, count in stands.most_common()]
    )
    yield f"[Contents]({INDEX})"


def _outside(found: RecordRead) -> str:
    counts = Counter(each.reason.cause for each in found.outside if each.reason)
    kinds = "; ".join(f"{_both(CAUSES[cause])}: {count}" for cause, count in counts.most_common())
    rows = [[each.mapped.row.series, *_figure(each)[:7], _why(each)] for each in found.outside]
    heads = ("series / 序列", *HEADS[:7], "reason / 理由")
    return "\n\n".join([f"## Outside / 落在之外 ({len(rows)})", f"{kinds}.", table(heads, rows)])


def _formula(laboratory: Laboratory, formula: str, figures: Sequence[Predicted]) -> Iterator[str]:
    unit = reading(laboratory.model, figures[0].mapped.counterpart).unit
    yield f"## `{formula}`"
    yield f"In {unit or 1}. / 单位：{unit or 1}。"
    by_series = [tuple(rows) for _, rows in groupby(figures, key=lambda each: each.mapped.row.series)]
    yield table(SERIES_HEADS, [_series(laboratory, rows[0]) for rows in by_series])
    for rows in by_series:
        yield f"`{rows[0].mapped.row.series}`"
        yield table(HEADS, [_figure(each) for each in rows])


def _series(laboratory: Laboratory, first: Predicted) -> list[str]:
    counterpart, series = first.mapped.counterpart, laboratory.record.series_of(first.mapped.row.series)
    asked, numbers = double_use(laboratory, counterpart)
    rests = ", ".join([*asked, *(f"`{name}`" for name in numbers)])
    return [
        f"{series.label_en} / {series.label_zh}\n`{series.series}`",
        _both(BEARS[counterpart.bears]),
        error_words(laboratory, counterpart),
        _both(use_words(counterpart)),
        rests or "–",
        _both(counterpart.caveat),
    ]


def _figure(each: Predicted) -> list[str]:
    mapped, found = each.mapped, each.band
    period = f"{mapped.row.start} – {mapped.row.end}"
    value = number(mapped.figure.value)
    if mapped.figure.low < mapped.figure.high:
        value += f" ({number(mapped.figure.low)}–{number(mapped.figure.high)})"
    below = "–" if each.below is None else f"{100 * each.below:.1f} %"
    return [
        period if mapped.row.start < mapped.row.end else str(mapped.row.start),
        mapped.row.kind,
        f"**{value}**" if each.beyond else value,
        *(number(end) for end in ((None,) * 3 if found is None else (found.lowest, found.median, found.highest))),
        f"**{below}**" if each.beyond else below,
        _both(STANDS[mapped.standing]),
        f"`{mapped.row.source}`",
    ]


def _why(each: Predicted) -> str:
    return "–" if each.reason is None else f"{_both(CAUSES[each.reason.cause])}: {_both(each.reason.why)}"


def _both(words: Label) -> str:
    return f"{words[0]} / {words[1]}"
