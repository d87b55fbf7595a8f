"""The facts that the theory answers for: reproduced or missed, and what they rule out."""

from __future__ import annotations

from typing import Any

from dualtrack.app.bind import brought_laboratory
from dualtrack.app.names.fact_checks import show_checks, show_quarters
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count, check_one
from dualtrack.app.options.options import Flag, Json, OneWorld, Seed, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.options.world_option import world_alone, world_data, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.summary.full_tables import show_facts
from dualtrack.app.terminal.few_worlds import range_heading, range_words, share_of
from dualtrack.app.terminal.numbers import MINUS, number, rough, share, span
from dualtrack.app.terminal.terminal import note, show_prose, show_table, show_text
from dualtrack.lab.confront import FactsRead, facts_in_accepted, facts_in_drawn, facts_without, read_facts, read_reactions
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.acceptance import Acceptance
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.record.read_panel import PanelReading, Range
from dualtrack.lab.record.remove import Removal
from dualtrack.lab.statistics.band import spread

VISIBLE = 0.02
"""The change of a share of worlds from which a removal is shown in text; all are in the JSON."""
SEEN = 0.005
"""The share of worlds beyond the cut-off from which a target is shown in text."""
SIZES = ((1e9, " bn"), (1e6, " m"))
Data = dict[str, Any]


@helpful
def facts(
    *,
    worlds: Worlds = 200,
    world: OneWorld = "",
    seed: Seed = 7,
    accepted: Flag = False,
    removal: Flag = False,
    panel: Flag = False,
    tilt: Tilt = NEUTRAL,
    own: Brought = NOTHING,
    json: Json = False,
) -> None:
    """Does the model's past fit what was seen? Dated facts; those that feed the model are listed and not counted.

    Example: dualtrack facts --accepted --worlds 20000 --tilt {tilt}

    Parameters
    ----------
    accepted
        Rule out worlds that history finds implausible, and hold the rest beside the facts.
    removal
        Hold each mechanism at zero in turn: which fact breaks without it?
    panel
        Read what market reactions to dated news allow.
    """
    check_one({"--accepted": accepted, "--removal": removal, "--panel": panel, "--world": bool(world)})
    check_count(worlds)
    laboratory, text = bound(own), not json
    _tell_unread(laboratory, own)

    def ask(asked: Laboratory, *, aloud: bool = False) -> Data:
        if accepted:
            return confront_accepted(asked, worlds, seed, tilt, text=aloud)
        if removal:
            return confront_removal(asked, worlds, seed, text=aloud)
        if panel:
            return confront_panel(asked, text=aloud)
        if not world:
            return confront_drawn(facts_in_drawn(asked, worlds, seed), worlds, text=aloud)
        if aloud:
            show_prose(f"One world alone, {world_words(world, seed, tilt)}, stands beside the nominal one; it is the median too.")
        return confront_drawn(read_facts(asked, world_alone(asked, world, seed, tilt)), 1, text=aloud)

    found = ask(laboratory, aloud=text)
    changed = shipped_beside(own, laboratory.study, found, ask, dict, ("median_misses", "share", "seen", "nominal_misses"))
    if json:
        which = world_data(world, seed, tilt) if world else {"seed": None if panel else seed}
        show_answer("facts", laboratory, {**found, **which}, beside=changed)
    else:
        show_beside(changed)


def confront_drawn(read: FactsRead, worlds: int, *, text: bool) -> Data:
    """The nominal world and so many drawn ones held beside the facts."""
    found = {**read.to_dict(), "worlds": worlds}
    if text:
        show_facts(found["facts"], worlds)
        show_checks(found["checks"])
        show_quarters(found["quarters"])
    return found


def _tell_unread(laboratory: Laboratory, own: Brought) -> None:
    """Say where a user's rows change no figure that a fact or a target looks up, so that nothing here changes by them."""
    if laboratory.added is None:
        return
    theory = laboratory.theory
    yardsticks = [check.yardstick for fact in theory.facts for check in fact.tests]
    yardsticks += [each.yardstick for each in theory.targets]
    looks = [figures(each) for each in (brought_laboratory(theory=own.theory).record, laboratory.record)]
    if all(target(each, looks[0]) == target(each, looks[1]) for each in yardsticks):
        note(
            "no fact and no target reads a figure that your rows change: nothing below is moved by them\n"
            "  fix   `dualtrack calibrate --record DIR` weighs every figure that measures something of the theory"
        )


def confront_accepted(laboratory: Laboratory, worlds: int, seed: int, tilt: str, *, text: bool) -> Data:
    """Draw worlds, rule out what history finds implausible, and hold the rest beside the facts."""
    kept, read = facts_in_accepted(laboratory, worlds, seed, tilt)
    found = kept.acceptance
    facts = read.to_dict()
    if text:
        _show_acceptance(laboratory, found, tilt)
        show_text("The facts in the accepted worlds")
        show_facts(facts["facts"], found.effective)
        show_checks(facts["checks"])
        show_quarters(facts["quarters"])
    return {"tilt": tilt, **found.to_dict(), **facts}


def confront_removal(laboratory: Laboratory, worlds: int, seed: int, *, text: bool) -> Data:
    """Hold each switch at zero in turn and judge the facts again."""
    found = facts_without(laboratory, worlds, seed)
    if text:
        _show_removal(laboratory, found)
    return found.to_dict()


def confront_panel(laboratory: Laboratory, *, text: bool) -> Data:
    """Read what a share price did on dated days, and what that allows."""
    found = read_reactions(laboratory)
    if text:
        _show_panel(laboratory, found)
    return found.to_dict()


def _show_acceptance(laboratory: Laboratory, found: Acceptance, tilt: str) -> None:
    statements = {each.id: each.statement[0] for each in laboratory.theory.targets}
    show_prose(
        f"{found.effective} of {len(found.numbers)} worlds ({share(found.share)}) are accepted under the prior `{tilt}`: at most "
        f"{found.spared} target lies beyond {found.cutoff:g} errors, and no hard bound fails. A share of accepted worlds is "
        f"known to within {share(found.margin)}.",
        found.note,
    )
    show_text("")
    lines = [
        [row.target, statements[row.target], share(row.beyond), share(row.ruled_out), share(row.decides), number(row.median)]
        for row in sorted(found.rows(), key=lambda row: -row.beyond)
        if row.beyond >= SEEN
    ]
    columns = ["target", "what was seen", "beyond the\ncut-off", "of these\nruled out", "decided by\nit alone", "median\nerrors"]
    show_table("Targets that some worlds miss, in shares of all worlds", columns, lines, words=2)
    for pair in found.pairs(3):
        show_prose(f"{pair.one} and {pair.other} are missed together in {share(pair.share)} of the worlds ruled out.")
    show_text("")
    _show_bounds(laboratory, found)


def _show_bounds(laboratory: Laboratory, found: Acceptance) -> None:
    statements = {each.id: each.statement[0] for each in laboratory.theory.bounds}
    matched = max((row.band.worlds for row in found.bound_rows() if row.band is not None), default=0)
    lines = [
        [
            row.bound + (" (hard)" if row.hard else ""),
            statements[row.bound],
            span(_sized(row.low), _sized(row.high)),
            "–" if row.band is None else range_words(spread(row.band), _sized) or _sized(row.band.median),
            share_of(row.inside, 0 if row.band is None else row.band.worlds),
        ]
        for row in found.bound_rows()
    ]
    show_table(
        f"Published bounds, in worlds that history leaves: {share_of(found.bounds_kept, matched)} lie inside all of them",
        ["bound", "what would not be believed beyond it", "from to", range_heading(matched), "inside"],
        lines,
        words=2,
    )


def _show_removal(laboratory: Laboratory, found: Removal) -> None:
    labels = {name: laboratory.model[name].label[0] for name in laboratory.model.switches}
    moved = found.moved(VISIBLE)
    lines = [
        [
            row.removed,
            labels[row.removed],
            row.fact,
            share_of(row.share, found.worlds),
            share_of(row.share_without, found.worlds),
            share_of(row.broken, found.worlds),
        ]
        for row in moved
    ]
    columns = ["mechanism", "", "fact", "with it", "without", "broken"]
    show_table(f"Worlds that reproduce a fact, of {found.worlds}, with and without a mechanism", columns, lines, words=3)
    idle = [name for name in laboratory.model.switches if name not in {row.removed for row in moved}]
    show_prose(
        f"No fact is reproduced in {share(VISIBLE)} more or fewer of the worlds without {', '.join(idle) or 'any other'}: "
        "the record of the past says little of these, whatever they do later."
    )


def _show_panel(laboratory: Laboratory, found: PanelReading) -> None:
    statements = {each.id: each.statement[0] for each in laboratory.reactions.reactions}
    lines = [
        [
            row.day,
            statements[row.id],
            _percent(row.move),
            _percent(row.own_move) + ("" if row.market_known else " *"),
            _percent(row.at_stake),
            _plain(row.weight),
            _plain(row.belief),
            "yes" if row.by_chance else "no",
        ]
        for row in found.rows
    ]
    columns = [
        "day",
        "news",
        "move",
        "less the\nmarket's",
        "revenue\nat stake",
        "weight\nof cash",
        "belief",
        "moves so on\nother days",
    ]
    show_table("The leading vendor's share on dated days", columns, lines, words=2)
    show_prose(
        *([] if all(row.market_known for row in found.rows) else ["* the market's own move that day is not in the record."]),
        "Less the market's: where the record holds an event study of the day, the return beyond what the market explains, give "
        "or take 1.96 standard errors; it moves so on other days where it is within two. A weight is what Chinese cash counts "
        "for if the news was wholly unexpected and held to last: half expected news needs twice the weight, news that changed "
        "other beliefs a smaller one.",
    )
    show_text("")
    agreed = "which no single weight fits" if found.common is None else f"of which {_plain(found.common)} fits all"
    use = "" if found.identified else " No news of revenue moved the share further than other days do, so no switch is bounded."
    show_prose(
        f"Taken at their word the days allow a weight of {_plain(found.weight)}, {agreed}.{use}",
        laboratory.reactions.limits[0],
    )


def _percent(pair: Range | None) -> str:
    return "–" if pair is None else _plain((100 * pair[0], 100 * pair[1])) + " %"


def _plain(pair: Range | None) -> str:
    if pair is None:
        return "–"
    low, high = (f"{value:.2g}".replace("-", MINUS) for value in pair)
    return low if low == high else span(low, high)


def _sized(value: float | None) -> str:
    """A number that may be large, in millions or thousand millions."""
    if value is None:
        return rough(value)
    size, word = next(((size, word) for size, word in SIZES if abs(value) >= size), (1.0, ""))
    return rough(value / size) + word
