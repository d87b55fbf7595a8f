"""Which uncertainties matter for an outcome: the share of its variance over worlds that each carries."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.bind import PAST, YEARS
from dualtrack.app.matter_words import SHOWN, carriers, sentence
from dualtrack.app.options.asked_regimes import setting_of, under, what
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Count, From, Hidden, Json, Numbers, Seed, Text, choice
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, span
from dualtrack.app.terminal.terminal import note, show_label, show_prose, show_table, show_text
from dualtrack.lab.questions.asked import Setting, read_asked
from dualtrack.lab.questions.matter import Influences, Matter, Method, matter
from dualtrack.lab.questions.pick_freeze import FEWEST, PickFreeze
from dualtrack.lab.questions.screen import ROOM, Screen
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.factor import Grouping
from dualtrack.targets.numeric.tidy import LANGUAGES, placed

LEAST = 64


def method_of(pairs: int, by: Grouping = "number") -> Method:
    """Pairs of worlds at the most, and a screen that costs no more than they do."""
    usual, least = Screen(), min(pairs, PickFreeze().least)
    worlds, few = min(max(pairs, 2 * ROOM), usual.worlds), min(max(pairs // 8, FEWEST), usual.pairs)
    return Method(PickFreeze(most=pairs, least=least), Screen(worlds=worlds, pairs=few), by)


@helpful
def matter_of(
    outcome: Text,
    /,
    *,
    regime: Text = PAST,
    against: Hidden = "",
    year: Numbers = YEARS,
    by: Annotated[Grouping, Parameter(converter=choice)] = "number",
    worlds: Count = 4096,
    seed: Seed = 7,
    from_: From = (),
    json: Json = False,
) -> None:
    """Say which uncertainties an outcome hangs on: Sobol' indices of first and total order, with intervals.

    Example: dualtrack matter "lag({outcome})" --regime {treated} --against {reference}

    Parameters
    ----------
    outcome
        NAME, difference(NAME) or lag(NAME), the last two of which hold the regime against another; or a claim, true or false in
        the runs of its own test.
    regime
        The regime that is looked at.
    against
        The regime that a difference or a lag is taken against.
    year
        A year to look at; may be given again. A lag has none.
    by
        One row per number, or one per sector of the theory.
    worlds
        Pairs of worlds at the most; fewer are drawn where the leading shares are narrow sooner.
    """
    check_count(worlds, LEAST)
    laboratory = bound(from_)
    setting = setting_of(laboratory, regime, against)
    note_unused(laboratory, [regime, against])
    claims = laboratory.theory.tests
    asked = tuple(dict.fromkeys(read_asked(outcome, laboratory.model, each, claims) for each in year))
    method = method_of(worlds, by)
    found = matter(setting, asked, method, seed=seed, progress=lambda done, most: note(f"{done} pairs of at most {most}"))
    if json:
        show_answer("matter", laboratory.model, matter_data(found))
    else:
        show_matter(setting, found)


def matter_data(found: Matter) -> dict[str, Any]:
    """Every share with its interval, each answer with its sentence in both languages, and how they were had."""
    data = found.to_dict()
    said = [dict(zip(LANGUAGES, sentence(found.setting, each), strict=True)) for each in found.answers]
    return {**data, "answers": [placed(row, "factors", each) for row, each in zip(data["answers"], said, strict=True)]}


def show_matter(setting: Setting, found: Matter) -> None:
    """A table for every question, then how sure it is."""
    for each in found.answers:
        if each.rows:
            _show_rows(setting, each)
        show_label(sentence(setting, each))
        show_prose(_sureness(found, each))
        show_text("")
    show_prose(_method(setting, found))


def _show_rows(setting: Setting, each: Influences) -> None:
    mean, spread = each.indices.mean, each.indices.variance**0.5
    asked, where = what(setting.model, each.asked)[0], under(setting, [each.asked])[0]
    title = f"{asked} {where}: mean {number(mean)}, standard deviation {number(spread)}"
    lines = [
        [row.factor.name, row.factor.label[0], _cell(row.total), _cell(row.first)]
        for row in each.rows
        if row.total.value >= SHOWN
    ]
    columns = ["uncertainty", "what it is", "share of variance\nit takes part in", "share it carries\nalone"]
    show_table(title, columns, lines, words=2)


def _cell(found: VarianceShare) -> str:
    low, high = number(found.low, 2), number(found.high, 2)
    return f"{number(found.value, 2)} ({span(low, high)})"


def _sureness(found: Matter, each: Influences) -> str:
    small = sum(row.total.value < SHOWN for row in each.rows)
    rule, pairs = found.method.pairs, each.indices.pairs
    left = f" Left out for want of an answer: {found.pairs - pairs}." if found.pairs > pairs else ""
    if not each.rows:
        return f"{pairs} pairs of worlds were drawn.{left}"
    said = "are that narrow" if each.resolved else "are wider: unresolved at this size"
    return (
        f"{small} further rows are below {SHOWN:g}. Brackets hold 95 % (over {pairs} pairs of worlds; {carriers(each)[0]}); "
        f"those of the {rule.leading} leading rows were to be {rule.width:g} wide or less, and {said}.{left}"
    )


def _method(setting: Setting, found: Matter) -> str:
    screened = (
        f"A screen of {found.method.screen.cost(found.screened)} worlds kept {found.method.screen.kept} of {found.screened}; the "
        "row of the others together says what it may have missed. "
        if found.screened
        else ""
    )
    joined = "; ".join(", ".join(group.names) for group in setting.model.correlations)
    drawn = f"Drawn together and taken as one: {joined}." if joined else "All are drawn independently of each other."
    return f"{screened}{drawn} Seed {found.seed}."
