"""The parts of the page on lags, facts, claim L5, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.bind import OUTCOMES, REFERENCES, TREATED
from dualtrack.app.numbers import months, number, share, span
from dualtrack.app.page import words
from dualtrack.app.page.figures import Cell, figure, table
from dualtrack.app.page.html import Html, both, join, tag
from dualtrack.app.page.intervals import Interval, draw_intervals
from dualtrack.app.page.outcomes import band_of
from dualtrack.app.reading import Row, assumed_row, delay_rows, fact_rows, lag_rows, tally, unreached_rows
from dualtrack.app.study import Study
from dualtrack.language.declare import Label

AGAIN: Label = ("Run it again: ", "重新运行：")


def lag_figures(study: Study, source: Html) -> Html:
    """A figure per reference."""
    rows = [row for row in lag_rows(study.comparison) if row["outcome"] == OUTCOMES[0]]
    return tag("div", *(_lags(study, rows, reference, source) for reference in REFERENCES), class_="figures")


def _lags(study: Study, rows: Sequence[Row], reference: str, source: Html) -> Html:
    regimes = study.ensemble.regimes
    against = [row for row in rows if row["reference"] == reference]
    order = list(regimes)
    shown = [row for row in against if row["threshold"] is None and row["q50"] is not None]
    intervals = [Interval(regimes[row["regime"]].label, band_of(row), order.index(row["regime"])) for row in shown]
    label = regimes[reference].label
    title = f"Independent capability, against {label[0].lower()}", f"自主能力：相对于“{label[1]}”"
    said = [", ".join(f"{regimes[row['regime']].label[place]} {months(row['q50'])}" for row in shown) for place in (0, 1)]
    alt = f"{title[0]}, months later, medians: {said[0]}.", f"{title[1]}，推迟月数中位数：{said[1]}。"
    head = [words.REGIME, words.THRESHOLD, words.MEDIAN, words.NINE_TENTHS]
    head += [words.UNREACHED, words.UNREACHED_REFERENCE, words.PASSED, words.COUNTED]
    numbers = table(head, [_lag_cells(study, row) for row in against])
    drawing = draw_intervals(intervals, alt) if intervals else Html()
    return figure(title, words.MONTHS, words.INTERVAL_LEGEND, drawing, source, numbers)


def _lag_cells(study: Study, row: Row) -> list[Cell]:
    return [
        study.ensemble.regimes[row["regime"]].label,
        words.ALL if row["threshold"] is None else f"{row['threshold']:g}",
        months(row["q50"]),
        span(months(row["q05"]), months(row["q95"])),
        share(row["unreached"]),
        share(row["unreached_reference"]),
        share(row["passed"]),
        words.YES if row["counted"] else words.NO,
    ]


def facts_part(study: Study) -> Html:
    """A table per group of facts."""
    rows = fact_rows(study.facts)
    parts = []
    for group in ("in sample", "held out"):
        nominal, median = tally(rows, group, "nominal"), tally(rows, group, "median")
        counts = words.fill(
            (": {0} of {1} in the nominal world, {2} in the median world", "：标称世界再现{0}/{1}，中位世界再现{2}/{1}"),
            *map(str, (*nominal, median[0])),
        )
        head = [words.FACT, words.NOMINAL, words.MEDIAN_WORLD, words.WORLDS]
        cells = [_fact_cells(study, row) for row in rows if row["group"] == group]
        parts += [tag("h3", both(words.GROUPS[group]), both(counts)), table(head, cells, words_first=len(head))]
    left = [join(row["id"], " ", both((row["en"], row["zh"]))) for row in rows if row["group"] == "not counted"]
    folded = tag("details", tag("summary", both(words.GROUPS["not counted"])), tag("ul", *(tag("li", each) for each in left)))
    return join(tag("p", both(words.FACTS_TEXT)), *parts, folded)


def _fact_cells(study: Study, row: Row) -> list[Cell]:
    bar = tag("span", tag("i", style=f"width:{100 * row['share']:.0f}%"), class_="share", aria_hidden="true")
    links = (_source_link(study, key) for key in row["sources"].split(", "))
    sources = tag("span", both(words.SOURCE), ": ", *links, class_="words")
    return [
        join(row["id"], " ", both((row["en"], row["zh"])), sources),
        _verdict(row, "nominal"),
        _verdict(row, "median"),
        join(bar, tag("span", share(row["share"]), class_="whole")),
    ]


def _verdict(row: Row, world: str) -> Html:
    if row[world]:
        return tag("span", "✓\u00a0", both(words.REPRODUCED), class_="mark")
    return tag("span", "✗\u00a0", both(words.fill(words.MISSED, number(row[f"{world}_misses"]))), class_="mark")


def _source_link(study: Study, key: str) -> Html:
    source = study.laboratory.record.source(key)
    words_of_it = f"{source.publisher} {source.date}".strip()
    if not source.url.startswith(("https://", "http://")):
        return tag("span", words_of_it, " ")
    return join(tag("a", words_of_it, href=source.url, rel="noreferrer", title=source.title), " ")


def delay_part(study: Study, source: Html) -> Html:
    """Claim L5: the split of the lag, what it does not see, and what it is not."""
    rows = delay_rows(study.mediation)
    shown = [row for row in rows if row["q50"] is not None]
    intervals = [Interval(words.PARTS[row["part"]], band_of(row), 2) for row in shown]
    regimes = study.ensemble.regimes
    treated, reference = regimes[TREATED].label, regimes[REFERENCES[0]].label
    title = f"{treated[0]} against {reference[0].lower()}", f"“{treated[1]}”相对于“{reference[1]}”"
    said = [", ".join(f"{words.PARTS[row['part']][place]} {months(row['q50'])}" for row in shown) for place in (0, 1)]
    alt = f"Months later, medians: {said[0]}.", f"推迟月数中位数：{said[1]}。"
    head = [words.PART, words.MEDIAN, words.HALF, words.NINE_TENTHS, words.LATER_SHARE, words.EARLIER_SHARE]
    numbers = table(head, [_delay_cells(row) for row in rows])
    drawing = draw_intervals(intervals, alt) if intervals else Html()
    drawn = figure(title, words.MONTHS, words.INTERVAL_LEGEND, drawing, source, numbers)
    unseen = [tag("li", both(_unreached(study, row))) for row in unreached_rows(study.mediation)]
    return join(
        tag("p", both(words.DELAY_TEXT)),
        tag("div", drawn, class_="figures"),
        numbers,
        tag("ul", *unseen),
        tag("p", both(words.PRIOR_ONLY), class_="notice"),
    )


def _delay_cells(row: Row) -> list[Cell]:
    return [
        words.PARTS[row["part"]],
        months(row["q50"]),
        span(months(row["q25"]), months(row["q75"])),
        span(months(row["q05"]), months(row["q95"])),
        share(row["share_later"]),
        share(row["share_earlier"]),
    ]


def _unreached(study: Study, row: Row) -> Label:
    regimes = study.ensemble.regimes
    names = [(regimes[TREATED].label[place], regimes[REFERENCES[0]].label[place]) for place in (0, 1)]
    at, first, second = f"{row['threshold']:g}", share(row["treated"]), share(row["reference"])
    return (
        f"Threshold {at} is not reached by 2040 in {first} of worlds under {names[0][0].lower()}, in {second} under "
        f"{names[0][1].lower()}.",
        f"2040年前未到达阈值{at}的世界：{names[1][0]}{first}，{names[1][1]}{second}。",
    )


def basis_part(study: Study) -> Html:
    """How much is assumed, what limits the result, and how to have it again."""
    assumed, worlds = assumed_row(study.laboratory), study.ensemble.worlds
    counted: Label = (
        f"Of the model's {assumed['numbers']} numbers, {assumed['assumed']} ({share(assumed['share'])}) are assumed: no study "
        "gives them, and each has a range. They are varied together in every world.",
        f"模型的{assumed['numbers']}个参数中有{assumed['assumed']}个（{share(assumed['share'])}）为假设值：没有研究给出其数值，均标明范围，并在每个世界中一同变动。",
    )
    finished: Label = (
        f"{study.comparison.worlds} of {study.comparison.drawn} drawn worlds finished under every regime; others are left out.",
        f"抽取的{study.comparison.drawn}个世界中，{study.comparison.worlds}个在所有情景下完成；其余不计入。",
    )
    again = tag("p", both(AGAIN), tag("code", f"dualtrack --worlds {worlds.count} --seed {worlds.seed}"))
    paragraphs = [tag("p", both(each)) for each in (counted, finished, words.LIMITS)]
    return join(*paragraphs, again, tag("p", tag("code", f"{study.laboratory.model.fingerprint}")))
