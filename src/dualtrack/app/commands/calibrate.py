"""Worlds drawn by every figure of the record: what moved, which mechanisms it speaks of, and whether two draws agree."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.moves_text import MOVED, show_moves
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Cluster, Count, Json, Number, Seed, Tilt
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, read_unsaid
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import MINUS, number, share, span
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.speech import say
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.lab.calibrate.calibration import Calibration, FactBeside
from dualtrack.lab.calibrate.figures_covered import HALF, MOST, share_within
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.calibrate.temper import CALIBRATED, FEWEST
from dualtrack.lab.confront import draw_by_record, moved_by_rows
from dualtrack.lab.laboratory import at_cluster
from dualtrack.lab.runs.cluster import connected
from dualtrack.lab.studies.beside import AnswersBeside
from dualtrack.lab.worlds.factor import label_of

SHOWN = 12
"""Numbers that are shown in text; all are in the JSON."""
LARGE = 100.0
"""A factor that is told as no more exact than this."""
COUNTS = ("tried", "left", "directions", "rounds", "left_out", "figures_used", "formulas_used", "targets_used")
SHARES = ("before", "after", "below", "floor", "within_half", "within_nine_tenths", "memory", "lead", "temperature")
SIZES = ("shift", "by_run", "told", "factor", "interval", "log_evidence", "typical", "greatest", "shrink")
BESIDE = ("agrees", "after", "factor", "says", "mean", "shift")
"""Figures that are held beside what is shipped: shares of facts, odds of mechanisms, and where numbers went."""
Data = dict[str, Any]


@helpful
def calibrate_worlds(
    *,
    worlds: Annotated[Count, Parameter(help="Worlds in each of the two draws.")] = CALIBRATED,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    floor: Annotated[
        Number, Parameter(help="How far the model is off at best: .2 is a fifth of a quantity, or .2 in a share's log odds.")
    ] = FLOOR,
    cluster: Cluster = "",
    own: Brought = NOTHING,
    json: Json = False,
) -> int:
    """What does the whole record teach? Worlds drawn by every figure, twice; ends with 1 where the draws disagree.

    Says which numbers moved and how far, how the record changes the odds of each mechanism, and of what it is silent. With
    --record draws by the shipped record as well, and says what moves with your rows, and which row moves it.

    Example: dualtrack calibrate --tilt {tilt} --floor 0.4
    """
    check_count(worlds, least=FEWEST)
    laboratory, begun = bound(own), perf_counter()
    with watched() as progress, connected(cluster, "--cluster") as client:
        there = partial(at_cluster, client=client)
        if own.record is None:
            moves, found = None, draw_by_record(there(laboratory), worlds, seed, tilt, floor, progress)
        else:
            shipped = there(read_unsaid(replace(own, record=None)))
            moves = moved_by_rows(shipped, there(laboratory), worlds, seed, tilt, floor, progress)
            found = moves.merged
        seconds, study = perf_counter() - begun, laboratory.study if found.agreement.holds else None
        held = partial(told, own=study.priors if study is not None else ())
        changed = shipped_beside(
            own, study, found, lambda asked: draw_by_record(there(asked), worlds, seed, tilt, floor, progress), held, BESIDE
        )
    if json:
        units = dict.fromkeys((*COUNTS, *SHARES, *SIZES, *MOVED, "width", "accepted"), "1")
        data = found.to_dict() if moves is None else {**found.to_dict(), "moved": moves.to_dict()}
        show_answer("calibrate", laboratory, {**data, "seconds": seconds, "units": units}, beside=changed)
    elif moves is None:
        show_calibration(found, seconds)
    else:
        show_moves(moves, seconds)
    if not json:
        _show_beside(changed, found)
    return int(not (found.agreement.holds if moves is None else moves.holds))


def told(found: Calibration, own: Collection[str] = ()) -> Data:
    """What is held beside what is shipped; nothing but that the draws disagree where they do.

    Where a number went is told by its shift in standard deviations of the prior; where its prior is the study's `own`, those of
    two priors cannot be compared, and its mean in worlds drawn by the record stands instead.
    """
    data = found.to_dict()
    if not found.agreement.holds:
        return {"agrees": data["agrees"]}
    means, model = found.worlds.values, found.weighing.model
    numbers = [
        {"name": each.name, "unit": str(model[each.name].unit), "mean": float(means[each.name].mean())}
        if each.name in own
        else {"name": each.name, "unit": "standard_deviation", "shift": each.shift}
        for each in found.numbers
    ]
    switches = [{"name": name, "factor": min(each.value, LARGE), "says": each.says} for name, each in found.switches.items()]
    return {"agrees": data["agrees"], "facts": data["facts"], "switches": switches, "numbers": numbers}


def _show_beside(changed: AnswersBeside | None, found: Calibration) -> None:
    """What differs, but for shifts that are no larger than between two draws by one record."""
    if changed is None:
        return
    typical = found.agreement.typical
    kept = [
        each for each in changed.moved if each.place[-1] != "shift" or each.difference is None or abs(each.difference) > typical
    ]
    show_beside(replace(changed, moved=tuple(kept)))
    if few := len(changed.moved) - len(kept):
        show_prose(
            say(
                f"{few} numbers more differ by {typical:.3f} sd or less, as two draws by one record do: that is chance.",
                f"另有{few}个数值相差不超过{typical:.3f}个标准差，与按同一记录的两次抽样之差相当，属于偶然。",
            )
        )


def show_calibration(found: Calibration, seconds: float) -> None:
    """Whether it is a result, how it came about, and only if it is: numbers, mechanisms and facts."""
    show_label(found.agreement.says)
    _show_account(found, seconds)
    show_text("")
    _show_draws(found)
    if not found.agreement.holds:
        show_prose("What each draw found is not shown: it is no result. Draw more worlds: --worlds.")
        return
    _show_numbers(found)
    _show_switches(found)
    _show_facts(found)


def _show_account(found: Calibration, seconds: float) -> None:
    weighing = found.weighing
    left = ", ".join(f"{why} {count}" for why, count in sorted(weighing.left_out.items()))
    within = [share(share_within(found.cover, part)) for part in (HALF, MOST)]
    show_prose(
        f"{found.rows_used} figures of {len(weighing.figures)} formulas and {len(weighing.targets)} targets weigh worlds of the "
        f"prior `{found.tilt}`; the model is taken to be {share(weighing.floor)} off at best. Left out: {left or 'nothing'}.",
        f"{found.tried:,} worlds were run in {seconds:.0f} s; seed {found.seed}.",
        f"With errors, the middle half of worlds holds {within[0]} of the figures, and nine tenths hold {within[1]}."
        if found.agreement.holds
        else "",
    )


def _show_draws(found: Calibration) -> None:
    both, agreed = zip(*(cloud.rungs for cloud in found.clouds), strict=False), found.agreement
    rows = [[_pair(pair, "temperature"), _pair(pair, "memory"), _pair(pair, "lead")] for pair in both]
    show_table("The two draws, temperature by temperature", ["temperature", "memory of all", "of what leads"], rows, words=0)
    low, high = (f"{value:.2f}".replace("-", MINUS) for value in agreed.log_evidence)
    show_prose(
        f"Log evidence {low} and {high}. Means differ by {agreed.typical:.3f} sd over all numbers and by {agreed.greatest:.2f} "
        f"at most (`{agreed.worst}`); R-hat is at most {agreed.shrink:.3f}."
    )
    show_text("")


def _pair(pair: tuple[Any, ...], field: str) -> str:
    return span(*(f"{getattr(each, field):.3f}" for each in pair))


def _show_numbers(found: Calibration) -> None:
    model = found.weighing.model
    rows = [
        [each.name, label_of(model[each.name])[0], _signed(each.shift), f"{each.width:.2f}", f"{each.told:.2f}"]
        for each in found.numbers[:SHOWN]
    ]
    total = sum(each.told for each in found.numbers)
    title = f"What moved most, in sd of the prior (0 and 1 there), of {total:.1f} nats in all {len(found.numbers)} numbers"
    show_table(title, ["number", "", "shift", "width", "nats"], rows, words=2)


def _show_switches(found: Calibration) -> None:
    model = found.weighing.model
    ordered = sorted(found.switches.items(), key=lambda each: -each[1].value)
    rows = [
        [name, label_of(model[name])[0], _factor(each.value), span(*map(_factor, each.interval)), each.says]
        for name, each in ordered
    ]
    show_table(
        "Odds that a mechanism exists, over those of the prior", ["switch", "", "factor", "interval", "says"], rows, words=2
    )
    show_prose(f"The record is silent on {len(found.silent)} of {len(found.switches)} mechanisms.")
    show_text("")


def _show_facts(found: Calibration) -> None:
    rows = [
        [each.fact.id, each.fact.statement[0], _standing(each), share(each.before), share(each.after)] for each in found.facts
    ]
    show_table("Facts, in shares of worlds that reproduce them", ["fact", "", "", "prior", "drawn by the record"], rows, words=3)
    show_prose("Of a fact that is `weighed` the figures told a quantity, of one `held out` no figure of its sources was used.")


def _standing(each: FactBeside) -> str:
    """Whether the figures that weighed had a say in it."""
    return "held out" if each.fact.held_out else "weighed" if each.is_weighed else ""


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", MINUS)


def _factor(value: float) -> str:
    return f"over {LARGE:g}" if value > LARGE else number(value, 2)
