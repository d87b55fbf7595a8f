"""What was found about loops, in a terminal: who leads when, each loop's share, and what a cut of it changes."""

from __future__ import annotations

from typing import Any

from dualtrack.app.loops.coverage_text import show_coverage
from dualtrack.app.loops.driver_text import show_drivers
from dualtrack.app.loops.leverage_text import show_leverage
from dualtrack.app.terminal.few_worlds import inline, range_heading, range_words, share_of
from dualtrack.app.terminal.numbers import MINUS, months, rough, share
from dualtrack.app.terminal.terminal import both, show_prose, show_table, show_text
from dualtrack.lab.loop_study import LoopStudy
from dualtrack.lab.loops.aim import PER_CENT
from dualtrack.lab.loops.loop_cut import HALF, LEAST, MONTHS, TENTH
from dualtrack.lab.loops.loop_rows import RUNS, period_row, stretch_row
from dualtrack.language.model import Model

LEADERS = 3
WORDS = 2
SLIGHT = "does not"
SHOWN = 0.01
"""Share below which a loop is named without a row of its own."""


def show_loops(model: Model, study: LoopStudy) -> None:
    """All of it, with what the shares are relative to."""
    question, coverage = study.cuts.question, study.coverage
    show_prose(
        f"Loops under {question.treated.name} in {study.dominance.worlds} of {study.drawn} drawn worlds (seed {study.seed}),",
        "those that history leaves." if study.matched else "history not asked.",
        f"A share is a loop's part of the magnitudes of the {len(study.loops)} named loops, a stock's hold on itself left out.",
        f"In the nominal world strongest paths find {coverage.found} loops; the named ones make up {share(coverage.named)} of",
        f"the magnitudes of all named or found, and {share(coverage.spelled)} with those that are made of their links alone.",
        "Scores illustrate; whether a loop matters is for the cut test to say.",
    )
    show_text("")
    _show_periods(study)
    show_drivers(model, study)
    _show_shares(study)
    show_coverage(model, study)
    _show_cuts(model, study)
    _show_tracks(study)
    show_leverage(model, study.leverage)


def _show_periods(study: LoopStudy) -> None:
    lines = []
    for row in map(period_row, study.dominance.periods):
        leader, *others = row["standings"][:LEADERS]
        near = "\n".join(f"{each['id']} {_percent(each['share'])}" for each in others)
        lines.append([_years(row), _leader(study, row, leader["id"]), near, *_shares(leader)])
    columns = ["years", "leads, by mean share", "next", "mean share", range_heading(study.dominance.worlds), "leads in"]
    show_table("Which loop leads when", columns, lines, words=3)
    found = [f"{_years(row)} {row['kind']} ({_percent(row['share'])})" for row in map(stretch_row, study.dominance.stretches)]
    show_prose("More than half of the magnitudes:", "; ".join(found) + ".")
    show_text("")


def _show_shares(study: LoopStudy) -> None:
    rows = [row for row in study.to_rows() if row["observed"] != "idle"]
    shown = [row for row in rows if row["share"] >= SHOWN] or rows
    lines = [[row["id"], both((row["en"], row["zh"]), "\n"), _polarity(row), *_shares(row)] for row in shown]
    columns = ["loop", "", "polarity", "mean share", range_heading(study.dominance.worlds), "leads in"]
    show_table("Shares of the named loops over all years", columns, lines, words=3)
    smaller = [row["id"] for row in rows if row not in shown]
    show_prose(
        "Shares add up to one among the named loops.",
        *([f"Below {_percent(SHOWN)} each:", ", ".join(smaller) + "."] if smaller else []),
    )
    show_text("")
    if idle := [row["id"] for row in study.to_rows() if row["observed"] == "idle"]:
        show_prose(f"Idle throughout, in each of the {study.dominance.worlds} worlds scored:", ", ".join(idle) + ".")
        show_text("")


def _show_cuts(model: Model, study: LoopStudy) -> None:
    question, cuts = study.cuts.question, study.cuts
    against, outcome = question.reference.name, model[question.valued].label[0]
    lines = []
    slight = []
    for row in sorted(study.to_rows(), key=lambda each: -each["cut"]["either"]):
        cut = row["cut"]
        if _verdict(cut) == SLIGHT:
            slight.append(row["id"])
            continue
        link = f"{_name(model, cut['from'])}\n→ {_name(model, cut['to'])}"
        lines.append([row["id"], link, *_changes(cut), _verdict(cut)])
    columns = ["loop", "link cut", "months of lag", "value, %", f"{MONTHS:g} months or more", "a tenth or more", "by the rule"]
    show_table(f"Cut tests in {int(cuts.sound.sum())} worlds: what the link adds", columns, lines, words=WORDS)
    show_prose(
        *([f"By the rule, and with no row here, these do not matter: {', '.join(slight)}."] if slight else []),
        f"Cut links follow their path under {against}. The lag is that of {question.lagged} behind {against}",
        f"({months(None if cuts.lag.band is None else cuts.lag.band.median)} months in the median world while whole);",
        f"the value is {outcome} in {question.year:g}, and a tenth is one of what the regime does to it.",
        f"A loop matters where its cut changes the lag by {MONTHS:g} months or the value by {share(TENTH)} of the effect, in at",
        f"least {share(HALF)} of worlds; where sampling error leaves that open it cannot be told in so few worlds.",
        f"An effect below {share(LEAST)} is none.",
        "A cut takes away a path from what the regimes do differently as well as a feedback, and does not tell them apart;",
        f"a loop that runs in less than {share(RUNS)} of worlds and years can matter as a path only.",
    )
    show_text("")


def _show_tracks(study: LoopStudy) -> None:
    for row in study.track_rows():
        first, second = row["names"]
        lines = [[name, *_changes(row[cut])] for name, cut in ((first, "first"), (second, "second"), ("both", "both"))]
        columns = ["cut", "months of lag", "value, %", f"{MONTHS:g} months or more", "a tenth or more"]
        show_table(f"{first} and {second}, each cut while the other runs", columns, lines)
        show_prose(
            f"Together beyond their sum: {_band(row['joint_months'], months)} months of lag,",
            f"{_band(row['joint_value'], _per_cent)} % of value and {_band(row['joint_log_hazard'], rough)} of log hazard.",
            f"The {first} lengthens the lag by a month and the {second} raises the value by 1 %, both at once, in",
            f"{share_of(row['share_supporting'], int(study.cuts.sound.sum()))} of worlds.",
        )
        show_text("")


def _verdict(cut: dict[str, Any]) -> str:
    if not cut["told"]:
        return "cannot be told"
    if not cut["matters"]:
        return SLIGHT
    return "matters" if cut["runs"] else "as a path"


def _changes(cut: dict[str, Any]) -> list[str]:
    value = _band(cut["log_value"], _per_cent)
    worlds = cut["log_value"]["worlds"] if cut["log_value"] else 0
    return [_band(cut["months"], months), value, share_of(cut["by_lag"], worlds), share_of(cut["by_value"], worlds)]


def _shares(row: dict[str, Any]) -> list[str]:
    band = row["band"]
    return [_percent(row["share"]), range_words(band, _percent), share_of(row["leads_in"], band["worlds"])]


def _band(band: dict[str, float] | None, say: Any) -> str:
    if band is None:
        return "–"
    return inline(band, say)


def _per_cent(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{PER_CENT * value:+.2f}".replace("-", MINUS)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{PER_CENT * value:.1f} %"


def _years(row: dict[str, Any]) -> str:
    return f"{row['from']:.1f}–{row['to']:.1f}"


def _polarity(row: dict[str, Any]) -> str:
    return row["observed"] if row["observed"] == row["declared"] else f"{row['observed']}\n(named {row['declared']})"


def _label(study: LoopStudy, name: str) -> str:
    return both(study.loops[name].label, "\n")


def _leader(study: LoopStudy, row: dict[str, Any], name: str) -> str:
    """The loop with the largest share, and that it is no leader where so few worlds cannot tell it from the next."""
    open_ = "" if row["leader_is_told"] else "\n(not told from the next in so few worlds)"
    return f"{name} {_label(study, name)}{open_}"


def _name(model: Model, base: str) -> str:
    return next(quantity.label[0] for quantity in model.quantities.values() if quantity.base == base)
