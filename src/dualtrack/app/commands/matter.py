"""Which uncertainties matter for an outcome: the share of its variance over worlds that each carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.command_groups import asked_data, question_of
from dualtrack.app.matter_words import SHOWN, carriers, held, sentence, sentence_left
from dualtrack.app.options.asked_regimes import setting_of, under, what
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count, held_numbers
from dualtrack.app.options.options import Count, Each, Flag, Hidden, Json, Numbers, Seed, Text, choice
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.terminal import note, show_label, show_prose, show_table, show_text
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.matching import matching
from dualtrack.lab.questions.asked import Asked, Setting, read_asked
from dualtrack.lab.questions.matter import Influences, Matter, Method, matter
from dualtrack.lab.questions.matter_left import LeftInfluences, MatterLeft, matter_left
from dualtrack.lab.questions.pick_freeze import FEWEST, PickFreeze
from dualtrack.lab.questions.screen import ROOM, Screen
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.studies.standing import check_frozen
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
    regime: Hidden = "",
    against: Hidden = "",
    year: Numbers = (),
    by: Annotated[Grouping, Parameter(converter=choice)] = "number",
    held_: Annotated[tuple[str, ...], Parameter(name="--held"), Each] = (),
    accepted: Flag = False,
    worlds: Count = 4096,
    seed: Seed = 7,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """Which uncertain numbers does an outcome hang on? Sobol' indices of first and total order, with intervals.

    Whether a claim is true, `judge` says; where a condition holds, `discover`; at which values a claim turns, `believe`.

    Example: dualtrack matter "lag({outcome})" --regime {treated} --against {reference}

    Parameters
    ----------
    outcome
        NAME, difference(NAME) or lag(NAME), the last two of which hold the regime against another; or a claim, true or false in
        the runs of its own test.
    regime
        The regime that is looked at, {past} unless named.
    against
        The regime that a difference or a lag is taken against.
    year
        A year to look at, those in which the theory is compared unless given; may be given again. A lag has none.
    by
        One row per number, per sector of the theory, or per group of numbers of one meaning.
    held_
        NAME=VALUE: an uncertain number that has this value in every run; may be given again.
    accepted
        Ask it of worlds that history leaves: each factor is drawn anew until history leaves the world with it.
    worlds
        Pairs of worlds at the most, or worlds that history leaves; fewer are drawn where the leading shares are narrow sooner.
    """
    check_count(worlds, LEAST)
    laboratory = bound(own, reads=accepted)
    regime = regime or laboratory.past.name
    setting = setting_of(laboratory, regime, against, held_numbers(laboratory.model, held_))
    note_unused(laboratory, [regime, against])
    claims = laboratory.theory.tests
    asked = tuple(dict.fromkeys(read_asked(outcome, laboratory.model, each, claims) for each in year or laboratory.theory.years))
    check_frozen(laboratory, [each.name for each in asked])
    method = method_of(worlds, by)
    if accepted:
        left = matter_left(setting, matching(laboratory), asked, method, seed=seed, progress=_left)
        if json:
            show_answer("matter", laboratory, {**left_data(left), **asked_data("matter")})
        else:
            show_left(setting, left)
            show_prose(question_of("matter")[0])
        return

    def ask(laid: Laboratory) -> Matter:
        there = setting_of(laid, regime, against, held_numbers(laid.model, held_))
        return matter(there, asked, method, seed=seed, progress=lambda done, most: note(f"{done} pairs of at most {most}"))

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, matter_data, ("mean", "standard_deviation", "total"))
    if json:
        show_answer("matter", laboratory, {**matter_data(found), **asked_data("matter")}, beside=changed)
    else:
        show_matter(setting, found)
        show_prose(question_of("matter")[0])
        show_beside(changed)


def matter_data(found: Matter) -> dict[str, Any]:
    """Every share with its interval, each answer with its sentence in both languages, and how they were had."""
    data = found.to_dict()
    said = [dict(zip(LANGUAGES, sentence(found.setting, each), strict=True)) for each in found.answers]
    return {**_with_units(found.setting, data), "answers": _told(data, said)}


def left_data(found: MatterLeft) -> dict[str, Any]:
    """The same of worlds that history leaves."""
    data = found.to_dict()
    said = [dict(zip(LANGUAGES, sentence_left(found.setting, each), strict=True)) for each in found.answers]
    return {**_with_units(found.setting, data), "answers": _told(data, said)}


def _told(data: dict[str, Any], said: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """Each answer with its sentence before its factors."""
    return [placed(row, "factors", each) for row, each in zip(data["answers"], said, strict=True)]


def _with_units(setting: Setting, data: dict[str, Any]) -> dict[str, Any]:
    """The data with the unit of each number that is held, by its name."""
    units = {name: str(setting.model[name].unit) for name in data.get("held", {})}
    return {**data, "units": units} if units else data


def show_left(setting: Setting, found: MatterLeft) -> None:
    """A table for every question in worlds that history leaves, then how sure it is."""
    for each in found.answers:
        shown = [row for row in each.rows if row.total.value >= SHOWN]
        if shown:
            lines = [[row.factor.name, row.factor.label[0], _cell(row.total), share(row.unmatched)] for row in shown]
            columns = ["uncertainty", "what it is", "share of variance\nit takes part in", "worlds without\na kept draw"]
            show_table(_title(setting, each.asked, each.shares.mean, each.shares.variance**0.5), columns, lines, words=2)
        show_label(sentence_left(setting, each))
        show_prose(_sureness_left(found, each))
        show_text("")
    tries, searched = found.redraw.tries, f"{found.drawn:,} worlds drawn, of which history leaves {share(found.left)}"
    show_prose(f"{searched}. Each factor was drawn anew up to {tries} times in each world looked at. Seed {found.seed}.")


def _left(done: int, most: int) -> None:
    note(f"{done} worlds that history leaves of at most {most}")


def _sureness_left(found: MatterLeft, each: LeftInfluences) -> str:
    if not each.rows:
        return f"{each.shares.worlds} worlds that history leaves were looked at."
    small, rule = sum(row.total.value < SHOWN for row in each.rows), found.method.pairs
    said = "are that narrow" if each.resolved else "are wider: unresolved at this size"
    return (
        f"{small} further rows are below {SHOWN:g}. Brackets hold 95 % (over {each.shares.worlds} worlds that history leaves); "
        f"those of the {rule.leading} leading rows were to be {rule.width:g} wide or less, and {said}."
    )


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
    title = _title(setting, each.asked, each.indices.mean, each.indices.variance**0.5)
    lines = [
        [row.factor.name, row.factor.label[0], _cell(row.total), _cell(row.first)]
        for row in each.rows
        if row.total.value >= SHOWN
    ]
    columns = ["uncertainty", "what it is", "share of variance\nit takes part in", "share it carries\nalone"]
    show_table(title, columns, lines, words=2)


def _title(setting: Setting, question: Asked, mean: float, spread: float) -> str:
    asked, where = what(setting.model, question)[0], under(setting, [question])[0]
    return f"{asked} {where}{held(setting)[0]}: mean {number(mean)}, standard deviation {number(spread)}"


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
