"""Every table of the main job: regimes side by side, facts reproduced and missed, the delay read, and every claim's verdict."""

from __future__ import annotations

from dualtrack.app.summary.fact_words import GROUPS
from dualtrack.app.summary.first_screen import regime_names, show_first
from dualtrack.app.terminal.few_worlds import band_text, cells_words, range_heading, share_of
from dualtrack.app.terminal.numbers import months, number, rough, share, share_range
from dualtrack.app.terminal.speech import said, say
from dualtrack.app.terminal.terminal import on_paper, show_prose, show_table, show_text
from dualtrack.app.terminal.unit_words import over_column
from dualtrack.app.verdicts.kept_verdicts import STALE_LABEL, kept_origin, verdict_rows
from dualtrack.app.verdicts.verdict_words import tally_words, turning_label, verdict_cell
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.record.fact_rows import COUNTED, Row, tally
from dualtrack.lab.verdicts.turning import WITHIN
from dualtrack.language.declaration import Label
from dualtrack.language.tongue import quoted_in_chinese

WORDS: dict[str, Label] = {
    "total": ("in total", "合计"),
    "indirect": ("through the allocation", "经由资源配置"),
    "direct": ("by every other path", "经由其他各路径"),
}


def report_text(job: MainJob) -> str:
    """The first screen and every table as one text, laid out alike whatever the terminal is."""
    with on_paper() as sheet:
        show_full(job)
    return sheet.getvalue()


def show_full(job: MainJob) -> None:
    """The first screen, and every table after it."""
    show_first(job)
    show_text("")
    show_tables(job)


def show_tables(job: MainJob) -> None:
    """Every table, in the order in which the first screen speaks of them."""
    comparison, theory = job.comparison, job.laboratory.theory
    show_prose(
        say(
            f"{len(job.ensemble.paths)} regimes, the nominal world and {comparison.drawn} drawn ones (seed "
            f"{job.ensemble.worlds.seed}), {comparison.worlds} of which finished under every regime.",
            f"{len(job.ensemble.paths)}种情景；默认参数世界与抽取的{comparison.drawn}个世界（种子{job.ensemble.worlds.seed}），"
            f"其中{comparison.worlds}个在每种情景下均运行完毕。",
        ),
        cells_words(comparison.worlds),
    )
    show_text("")
    for year in theory.years:
        show_levels(job, job.to_rows(), year)
    lags = comparison.lag_rows()
    for reference in theory.references:
        main = [row for row in lags if row["reference"] == reference and row["outcome"] == theory.outcomes[0]]
        show_lags(job.laboratory, main, reference, comparison.worlds)
    show_facts(job.facts.to_rows(), comparison.drawn)
    if theory.attributed:
        show_delay(job)
        show_text("")
    show_verdicts(job.laboratory)
    assumed = job.assumed_row()
    show_text("")
    show_prose(
        say(
            f"Of the model's {assumed['numbers']} numbers {assumed['assumed']} ({share(assumed['share'])}) are assumed: "
            "no study gives them; each has a range and says what would measure it (`dualtrack explain NAME`).",
            f"模型的{assumed['numbers']}个数值中，{assumed['assumed']}个（{share(assumed['share'])}）为假设值：没有研究给出；"
            "均给出取值范围与可用以测定的数据（`dualtrack explain NAME --lang zh`）。",
        )
    )


def show_levels(job: MainJob, rows: list[Row], year: float) -> None:
    """The main outcomes in one year, regimes below each other."""
    outcomes = job.laboratory.theory.outcomes
    cells = {(row["regime"], row["outcome"]): band_text(row, rough) for row in rows if row["year"] == year}
    names = regime_names(job.laboratory)
    lines = [[names[regime], *(cells[regime, name] for name in outcomes)] for regime in job.ensemble.paths]
    title = say(f"Outcomes in {year:g}", f"{year:g}年的结果指标")
    show_table(title, [say("regime", "情景"), *(over_column(job.laboratory.model[name]) for name in outcomes)], lines)


def show_lags(laboratory: Laboratory, rows: list[Row], reference: str, worlds: int) -> None:
    """How many months later each regime brings the main outcome to its thresholds."""
    names, (label, label_zh) = regime_names(laboratory), laboratory.model[laboratory.theory.outcomes[0]].label
    stop = laboratory.theory.clock.stop
    thresholds = sorted({row["threshold"] for row in rows if row["threshold"] is not None})
    cells = {(row["regime"], row["threshold"]): _lag(row, worlds) for row in rows}
    regimes = list(dict.fromkeys(row["regime"] for row in rows))
    lines = [[names[regime], *(cells[regime, each] for each in (None, *thresholds))] for regime in regimes]
    title = say(
        f"{label}: months later than under {reference} (minus: earlier)\n"
        f"with two shares: worlds that do not reach the threshold by {stop:g}, under the regime / under the reference",
        f"{label_zh}：比{names[reference]}推迟的月数（负数为提前）\n"
        f"另列两个占比：至{stop:g}年仍未达到门槛的世界，该情景下/对照情景下",
    )
    heads = [say(f"at {each:g}", f"门槛{each:g}") for each in thresholds]
    show_table(title, [say("regime", "情景"), say("all thresholds", "全部门槛"), *heads], lines)


def show_facts(rows: list[Row], worlds: int) -> None:
    """Which facts the model misses and which it reproduces, those held out apart; what was fed in is only counted."""
    for within in COUNTED:
        counted = [tally(rows, within, key) for key in ("nominal", "median")]
        (nominal, of), (median, _) = counted
        title = say(
            f"Facts {within}: {nominal} of {of} in the nominal world, {median} in the median world",
            f"{GROUPS[within][1]}：共{of}项，默认参数世界再现{nominal}项，各世界的中位再现{median}项",
        )
        lines = [
            [
                row["id"],
                say(row["en"], row["zh"]),
                _verdict(row, "nominal"),
                _verdict(row, "median"),
                share_of(row["share"], worlds),
            ]
            for row in rows
            if row["group"] == within
        ]
        columns: list[Label] = [
            ("fact", "事实"),
            ("what happened", "所发生的情况"),
            ("nominal world", "默认参数世界"),
            ("median world", "中位"),
            ("worlds", "世界占比"),
        ]
        show_table(title, [said(head) for head in columns], lines, words=2)
    left = [row["id"] for row in rows if row["group"] == "not counted"]
    show_prose(
        say(
            "A miss is told in tolerances, and a hard bound is missed at any distance; the median world reproduces what half of "
            f"the worlds do. Not counted, since they feed the model or set one of its numbers: {', '.join(left)}.",
            "偏差以容差计；硬性界限只要越过即为未再现；半数世界再现的事实，即为中位再现。不计入，因其用于输入模型或设定参数："
            f"{'、'.join(left)}。",
        )
    )
    show_text("")


def show_delay(job: MainJob) -> None:
    """The first reading of the claim of a delay, from the priors alone."""
    rows, theory = job.mediation.to_rows(), job.laboratory.theory
    claim = next(each for each in theory.claims if each.id == theory.attributed[0])
    (outcome, outcome_zh), names = job.laboratory.model[theory.outcomes[0]].label, regime_names(job.laboratory)
    treated, reference = names[theory.treated], names[theory.references[0]]
    show_prose(
        say(
            f"Claim {claim.id}, a first reading: {claim.statement[0]} Months by which “{outcome}” comes later under {treated} "
            f"than under {reference}, in total and through what the claim rests on.",
            f"主张{claim.id}的初步读数：{claim.statement[1]}{quoted_in_chinese(outcome_zh)}在{treated}下比在{reference}下推迟的月数，"
            "包括合计与经由该主张所据者。",
        )
    )
    show_text("")
    lines = [
        [
            said(WORDS[row["part"]]),
            band_text(row, months),
            share_of(row["share_later"], row["worlds"]),
            share_of(row["share_earlier"], row["worlds"]),
        ]
        for row in rows
    ]
    total = job.mediation.total.band
    within = range_heading(0 if total is None else total.worlds)
    columns: list[Label] = [
        ("", ""),
        (f"median and\n{within}", f"中位数与\n{within}"),
        (f"worlds at least\n{MONTHS:g} months later", f"推迟{MONTHS:g}个月\n以上的世界"),
        (f"worlds at least\n{MONTHS:g} months earlier", f"提前{MONTHS:g}个月\n以上的世界"),
    ]
    title = say(f"Months later under {treated} (minus: earlier)", f"{treated}下推迟的月数（负数为提前）")
    show_table(title, [said(head) for head in columns], lines)
    worlds = job.comparison.worlds
    stop = theory.clock.stop
    for row in job.mediation.unreached_rows():
        under, against = share_of(row["treated"], worlds), share_of(row["reference"], worlds)
        show_prose(
            say(
                f"Threshold {row['threshold']:g} is not reached by {stop:g} in {under} of worlds "
                f"under {treated} and in {against} under {reference}; a lag there is cut off.",
                f"至{stop:g}年仍未达到门槛{row['threshold']:g}的世界，{treated}下占{under}，{reference}下占{against}；"
                "该处的推迟按届时截断。",
            )
        )
    show_prose(
        say(
            f"The claim needs the middle row at {MONTHS:g} months or more, its strong form the first.",
            f"该主张要求第二行达到{MONTHS:g}个月以上，其强形式要求第一行如此。",
        ),
        say(
            "This rests on the priors alone: no world was weighed by the facts. It is a reading, not a verdict.",
            "以上仅依据先验，各世界未经事实筛选。这是读数，不是判定。",
        ),
    )


def show_verdicts(laboratory: Laboratory) -> None:
    """The table of verdicts, or why there is none."""
    rows, origin = verdict_rows(laboratory), kept_origin(laboratory)
    if origin is None:
        show_prose(said(STALE_LABEL))
        return
    lines = [
        [
            row["id"],
            say(row["en"], row["zh"]),
            verdict_cell(row),
            said(turning_label(laboratory.model, row)),
            *(
                share_range(each["share"] for each in case)
                for case in (row["null"], row["drawn"], [row["best"]] if row["best"] else [])
            ),
        ]
        for row in rows
    ]
    columns: list[Label] = [
        ("id", "编号"),
        ("claim", "主张"),
        ("verdict", "判定"),
        ("what turns it", "何者使之转折"),
        ("in its\nnull", "零假设"),
        ("as\ndrawn", "机制\n存在时"),
        ("best\ncase", "最有利\n情形"),
    ]
    title = say(f"Verdicts on claims and rivals: {tally_words(rows)}", f"对主张与反方的主张的判定：{tally_words(rows)}")
    show_table(title, [said(head) for head in columns], lines, words=4)
    show_prose(_verdicts_basis(origin))


def _verdicts_basis(origin: Row) -> str:
    """In which worlds the kept verdicts were found, and what their columns hold."""
    return say(
        f"Found from {origin['worlds']:,} worlds (seed {origin['seed']}), of those that history leaves, and kept with the "
        "program. Shares of worlds in which a claim's test holds, from the least to the greatest over priors: without what it "
        "affirms, where its mechanisms exist, and at its best sizes. Firm: no number flips the verdict within "
        f"{WITHIN:g} standard deviations. A year beside a verdict: the verdict where regimes leave history then, on fewer "
        "worlds. A verdict is on the test of a claim, not on its words: `dualtrack explain ID` gives the test, `dualtrack judge` "
        "judges again, with what decides it and the evidence.",
        f"判定依据{origin['worlds']}个世界（种子{origin['seed']}）中未被记录排除者，随程序保存。各列为检验成立的世界占比，取各先验之间的"
        "范围：去掉主张所肯定的内容之后、机制存在时、各大小取最有利之值时。稳固：任何单一数值在"
        f"{WITHIN:g}个标准差之内都不足以翻转判定。判定旁的年份：各情景自该年起与历史分开时的判定，所依据的世界较少。判定针对的是"
        "每项主张的检验，而非其字面表述：`dualtrack explain ID --lang zh` 列出检验，`dualtrack judge --lang zh` 重新判定，"
        "并说明取决于什么、有何证据。",
    )


def _lag(row: Row, worlds: int) -> str:
    if row["threshold"] is None:
        return band_text(row, months)
    if row["q50"] is None:
        return say("passed before", "此前已达到")
    return f"{band_text(row, months)}\n{share_of(row['unreached'], worlds)} / {share_of(row['unreached_reference'], worlds)}"


def _verdict(row: Row, world: str) -> str:
    misses = number(row[f"{world}_misses"])
    return say("reproduced", "再现") if row[world] else say(f"missed by {misses}", f"偏差为容差的{misses}倍")
