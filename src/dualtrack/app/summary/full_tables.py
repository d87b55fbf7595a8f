"""Every table of the main job: regimes side by side, facts reproduced and missed, the delay read, and every claim's verdict."""

from __future__ import annotations

from dualtrack.app.summary.first_screen import show_first
from dualtrack.app.terminal.few_worlds import band_text, cells_words, range_heading, share_of
from dualtrack.app.terminal.numbers import heading, months, number, rough, share, share_range
from dualtrack.app.terminal.terminal import on_paper, show_prose, show_table, show_text
from dualtrack.app.verdicts.kept_verdicts import STALE, kept_origin, verdict_rows
from dualtrack.app.verdicts.verdict_words import tally_words, turning_label, verdict_cell
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.record.fact_rows import COUNTED, Row, tally
from dualtrack.lab.verdicts.turning import WITHIN

WORDS = {"total": "in total", "indirect": "through the allocation", "direct": "by every other path"}


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
        f"{len(job.ensemble.paths)} regimes, the nominal world and {comparison.drawn} drawn ones (seed "
        f"{job.ensemble.worlds.seed}), {comparison.worlds} of which finished under every regime.",
        cells_words(comparison.worlds),
    )
    show_text("")
    for year in theory.years:
        show_levels(job, job.to_rows(), year)
    lags = comparison.lag_rows()
    for reference in theory.references:
        rows = [row for row in lags if row["reference"] == reference and row["outcome"] == theory.outcomes[0]]
        show_lags(job.laboratory, rows, reference, comparison.worlds)
    show_facts(job.facts.to_rows(), comparison.drawn)
    if theory.attributed:
        show_delay(job)
        show_text("")
    show_verdicts(job.laboratory)
    assumed = job.assumed_row()
    show_text("")
    show_prose(
        f"Of the model's {assumed['numbers']} numbers {assumed['assumed']} ({share(assumed['share'])}) are assumed: "
        "no study gives them; each has a range and says what would measure it (`dualtrack explain NAME`)."
    )


def show_levels(job: MainJob, rows: list[Row], year: float) -> None:
    """The main outcomes in one year, regimes below each other."""
    outcomes = job.laboratory.theory.outcomes
    cells = {(row["regime"], row["outcome"]): band_text(row, rough) for row in rows if row["year"] == year}
    lines = [[regime, *(cells[regime, name] for name in outcomes)] for regime in job.ensemble.paths]
    show_table(f"Outcomes in {year:g}", ["regime", *(heading(job.laboratory.model[name]) for name in outcomes)], lines)


def show_lags(laboratory: Laboratory, rows: list[Row], reference: str, worlds: int) -> None:
    """How many months later each regime brings the main outcome to its thresholds."""
    stop, thresholds = laboratory.theory.clock.stop, sorted({row["threshold"] for row in rows if row["threshold"] is not None})
    cells = {(row["regime"], row["threshold"]): _lag(row, worlds) for row in rows}
    regimes = list(dict.fromkeys(row["regime"] for row in rows))
    lines = [[regime, *(cells[regime, each] for each in (None, *thresholds))] for regime in regimes]
    title = (
        f"{laboratory.model[laboratory.theory.outcomes[0]].label[0]}: months later than under {reference} (minus: earlier)\n"
        f"with two shares: worlds that do not reach the threshold by {stop:g}, under the regime / under the reference"
    )
    show_table(title, ["regime", "all thresholds", *(f"at {each:g}" for each in thresholds)], lines)


def show_facts(rows: list[Row], worlds: int) -> None:
    """Which facts the model misses and which it reproduces, those held out apart; what was fed in is only counted."""
    for within in COUNTED:
        counted = [tally(rows, within, key) for key in ("nominal", "median")]
        title = f"Facts {within}: {counted[0][0]} of {counted[0][1]} in the nominal world, {counted[1][0]} in the median world"
        lines = [
            [row["id"], row["en"], _verdict(row, "nominal"), _verdict(row, "median"), share_of(row["share"], worlds)]
            for row in rows
            if row["group"] == within
        ]
        show_table(title, ["fact", "what happened", "nominal world", "median world", "worlds"], lines, words=2)
    left = [row["id"] for row in rows if row["group"] == "not counted"]
    show_prose(
        "A miss is told in tolerances, and a hard bound is missed at any distance; the median world reproduces what half of "
        f"the worlds do. Not counted, since they feed the model or set one of its numbers: {', '.join(left)}."
    )
    show_text("")


def show_delay(job: MainJob) -> None:
    """The first reading of the claim of a delay, from the priors alone."""
    rows, theory = job.mediation.to_rows(), job.laboratory.theory
    claim = next(each for each in theory.claims if each.id == theory.attributed[0])
    outcome, treated, reference = job.laboratory.model[theory.outcomes[0]].label[0], theory.treated, theory.references[0]
    show_prose(
        f"Claim {claim.id}, a first reading: {claim.statement[0]} Months by which “{outcome}” comes later under {treated} than "
        f"under {reference}, in total and through what the claim rests on."
    )
    show_text("")
    lines = [
        [
            WORDS[row["part"]],
            band_text(row, months),
            share_of(row["share_later"], row["worlds"]),
            share_of(row["share_earlier"], row["worlds"]),
        ]
        for row in rows
    ]
    bound, total = f"{MONTHS:g} months", job.mediation.total.band
    within = range_heading(0 if total is None else total.worlds)
    show_table(
        f"Months later under {treated} (minus: earlier)",
        [
            "",
            f"median and\n{within}",
            f"worlds at least\n{bound} later",
            f"worlds at least\n{bound} earlier",
        ],
        lines,
    )
    worlds = job.comparison.worlds
    stop = theory.clock.stop
    for row in job.mediation.unreached_rows():
        show_prose(
            f"Threshold {row['threshold']:g} is not reached by {stop:g} in {share_of(row['treated'], worlds)} of worlds "
            f"under {treated} and in {share_of(row['reference'], worlds)} under {reference}; a lag there is cut off."
        )
    show_prose(
        f"The claim needs the middle row at {MONTHS:g} months or more, its strong form the first.",
        "This rests on the priors alone: no world was weighed by the facts. It is a reading, not a verdict.",
    )


def show_verdicts(laboratory: Laboratory) -> None:
    """The table of verdicts, or why there is none."""
    rows, origin = verdict_rows(laboratory), kept_origin(laboratory)
    if origin is None:
        show_prose(STALE)
        return
    lines = [
        [
            row["id"],
            row["en"],
            verdict_cell(row),
            turning_label(laboratory.model, row)[0],
            *(
                share_range(each["share"] for each in case)
                for case in (row["null"], row["drawn"], [row["best"]] if row["best"] else [])
            ),
        ]
        for row in rows
    ]
    columns = ["id", "claim", "verdict", "what turns it", "in its\nnull", "as\ndrawn", "best\ncase"]
    show_table(f"Verdicts on claims and rivals: {tally_words(rows)}", columns, lines, words=4)
    show_prose(
        f"Found from {origin['worlds']:,} worlds (seed {origin['seed']}), of those that history leaves, and kept with the "
        "program. Shares of worlds in which a claim's test holds, from the least to the greatest over priors: without what it "
        "affirms, where its mechanisms exist, and at its best sizes. Firm: no number flips the verdict within "
        f"{WITHIN:g} standard deviations. A year beside a verdict: the verdict where regimes leave history then, on fewer "
        "worlds. A verdict is on the test of a claim, not on its words: `dualtrack explain ID` gives the test, `dualtrack judge` "
        "judges again, with what decides it and the evidence."
    )


def _lag(row: Row, worlds: int) -> str:
    if row["threshold"] is None:
        return band_text(row, months)
    if row["q50"] is None:
        return "passed before"
    return f"{band_text(row, months)}\n{share_of(row['unreached'], worlds)} / {share_of(row['unreached_reference'], worlds)}"


def _verdict(row: Row, world: str) -> str:
    return "reproduced" if row[world] else f"missed by {number(row[f'{world}_misses'])}"
