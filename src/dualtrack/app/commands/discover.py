"""Where a condition holds: regions of what is uncertain, told in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.app.command_groups import asked_data, question_of
from dualtrack.app.options.asked_regimes import listed, setting_of, under, what
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Hidden, Json, Seed, Text, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.app.terminal.unit_words import amount_in_chinese
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import Claimed, Condition, Inequality, Sign, read_condition
from dualtrack.lab.questions.discover import FEWEST, discover
from dualtrack.lab.questions.discovery import Discovery, Limit, Region
from dualtrack.lab.studies.standing import check_frozen
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.tongue import quoted_in_chinese

SIGNS: dict[Sign, Label] = {
    "<": ("is below", "低于"),
    "<=": ("is at most", "不高于"),
    ">": ("is above", "高于"),
    ">=": ("is at least", "不低于"),
}
WORDS = {"low": ("above", "高于"), "high": ("below", "低于")}


@helpful
def discover_where(
    condition: Text,
    /,
    *,
    regime: Hidden = "",
    against: Hidden = "",
    worlds: Worlds = 4000,
    seed: Seed = 7,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """In which worlds does a condition hold? A few bounds on uncertain numbers, measured in worlds apart.

    Whether a claim is true, `judge` says; which numbers a spread comes from, `matter`; at which values a claim turns, `believe`.

    Example: dualtrack discover "lag({outcome}) >= 3" --regime {treated} --against {reference}

    Parameters
    ----------
    condition
        TERM < NUMBER, with <, <=, > or >=, joined by `and`; a TERM is NAME, difference(NAME) or lag(NAME), the first two with
        @ YEAR where it is not {stop}. A claim stands by itself, as {claim} or not {claim}, and is asked of the runs of its test.
    regime
        The regime that is looked at, {past} unless named.
    against
        The regime that a difference or a lag is taken against.
    worlds
        Worlds drawn to find a region; as many again choose it, and as many again measure it.
    """
    check_count(worlds, FEWEST)
    laboratory = bound(own, reads=False)
    regime = regime or laboratory.past.name
    setting = setting_of(laboratory, regime, against)
    note_unused(laboratory, [regime, against])
    read = read_condition(condition, laboratory.model, laboratory.theory.clock.stop, laboratory.theory.tests)
    check_frozen(laboratory, [each.name for each in read.asked])

    def ask(laid: Laboratory) -> Discovery:
        return discover(setting_of(laid, regime, against), read, worlds, seed=seed)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, discovery_data, ("share", "density", "coverage", "mass"))
    if json:
        show_answer("discover", laboratory, {**discovery_data(found), **asked_data("discover")}, beside=changed)
    else:
        show_discovery(setting, found)
        show_prose(question_of("discover")[0])
        show_beside(changed)


def discovery_data(found: Discovery) -> dict[str, Any]:
    """Every region with its limits and its sentence in both languages, and how they were had."""
    return {**found.to_dict(), "sentences": [{"en": en, "zh": zh} for en, zh in sentences(found.setting, found)]}


def show_discovery(setting: Setting, found: Discovery) -> None:
    """Sentences, then a table per region."""
    for sentence in sentences(setting, found):
        show_label(sentence)
        show_text("")
    for place, region in enumerate(found.regions, 1):
        title = (
            f"Region {place}: holds in {share(region.held.density)} of it (density); it has {share(region.held.coverage)} of all "
            f"worlds in which the condition holds (coverage) and {share(region.held.mass)} of all worlds"
        )
        lines = [_line(setting.model, limit) for limit in region.limits]
        show_table(title, ["uncertainty", "what it is", "limit", "chance alone", "returns in refits"], lines, words=2)
    if found.often:
        said = ", ".join(f"{name} {WORDS[end][0]} a bound ({share(returns)})" for name, end, returns in found.often)
        show_prose(f"Often limited as well when the search is repeated on resampled worlds: {said}.")
    failed = f", of which {found.failed} did not finish" if found.failed else ""
    show_prose(
        f"Found on {found.worlds} worlds, chosen on {found.worlds} others and measured on {found.worlds} more{failed}, seed "
        f"{found.seed}. “Chance alone” is the quasi-p value of a limit; “returns” counts {found.search.resamples} refits."
    )


def sentences(setting: Setting, found: Discovery) -> tuple[Label, ...]:
    """What was found, in both languages."""
    (said, said_zh), (where, where_zh) = condition_words(setting.model, found.condition), under(setting, found.condition.asked)
    first = (
        f"{said} in {share(found.share)} of worlds {where}.",
        f"{where_zh}，{share(found.share)} 的世界中，{said_zh}。",
    )
    wanted = share(found.wanted)
    thin = (
        f"No region was found in which it holds in {wanted} of worlds or more.",
        f"没有找到使其在 {wanted} 以上的世界中成立的区域。",
    )
    told = tuple(region_words(setting.model, region) for region in found.regions)
    if not told:
        return first, nothing_words(setting.model, found)
    return (first, *told) if any(region.is_dense for region in found.regions) else (first, *told, thin)


def nothing_words(model: Model, found: Discovery) -> Label:
    """That no limit was found, and what was tried: no proof that there is none."""
    if not found.telling:
        return (
            f"None found: of {found.tried} numbers tried one by one, none differs between the worlds in which it holds and the "
            "others by more than chance would show in so many. Small effects may be there all the same.",
            f"未找到：逐一检验的 {found.tried} 个数值中，没有一个在成立与不成立的世界之间的差异超出如此多次检验下的偶然。"
            "较小的影响仍可能存在。",
        )
    labels = [label_of(model[name]) for name in found.telling]
    en, zh = listed([(f"“{each[0]}”", f"“{each[1]}”") for each in labels])
    return (
        f"No limits found. Of {found.tried} numbers tried one by one, {en} go with it beyond chance, but no limit on them held "
        "in worlds apart.",
        f"未找到界限。逐一检验的 {found.tried} 个数值中，{zh}与之的关联超出偶然，"
        "但对它们的任何界限在另一部分世界中均未得到证实。",
    )


def region_words(model: Model, region: Region) -> Label:
    """One region in both languages."""
    names = dict.fromkeys(limit.name for limit in region.limits)
    en, zh = listed([limit_words(model, [each for each in region.limits if each.name == name]) for name in names])
    counted = region.held
    density, mass, coverage = share(counted.density), share(counted.mass), share(counted.coverage)
    return (
        f"Where {en}, it holds in {density} of worlds; such worlds are {mass} of all, and among them are {coverage} of those in "
        "which it holds.",
        f"当{zh}时，它在 {density} 的世界中成立；这类世界占全部的 {mass}，其中包括成立之世界的 {coverage}。",
    )


def existence_words(is_there: bool) -> Label:
    """What is said of a mechanism that exists or not."""
    return ("exists", "存在") if is_there else ("does not exist", "不存在")


def limit_words(model: Model, limits: Sequence[Limit]) -> Label:
    """The bounds on one number in both languages."""
    quantity = model[limits[0].name]
    unit = "" if str(quantity.unit) == "1" else f" {quantity.unit}"
    en, zh = label_of(quantity)
    if quantity.is_existence:
        exists, exists_zh = existence_words(limits[0].end == "low")
        return f"“{en}” {exists}", f"{quoted_in_chinese(zh)}{exists_zh}"
    if len(limits) > 1:
        low, high = sorted(each.bound for each in limits)
        span = number(low), number(high)
        ends = [amount_in_chinese([value], quantity.unit) for value in (low, high)]
        return f"“{en}” is between {span[0]} and {span[1]}{unit}", f"{quoted_in_chinese(zh)}介于{ends[0]}与{ends[1]}之间"
    (limit,) = limits
    side, side_zh = WORDS[limit.end]
    return (
        f"“{en}” is {side} {number(limit.bound)}{unit}",
        f"{quoted_in_chinese(zh)}{side_zh}{amount_in_chinese([limit.bound], quantity.unit)}",
    )


def condition_words(model: Model, condition: Condition) -> Label:
    """A condition in both languages."""
    parts = [_part_words(model, each) for each in condition.comparisons]
    return " and ".join(en for en, _ in parts), "，且".join(zh for _, zh in parts)


def _part_words(model: Model, part: Inequality | Claimed) -> Label:
    if isinstance(part, Claimed):
        return (
            f"Claim {part.asked} is {'true' if part.true else 'false'}",
            f"主张 {part.asked} {'成立' if part.true else '不成立'}",
        )
    (en, zh), sign, bound = what(model, part.asked), SIGNS[part.sign], f"{part.number:g}"
    return f"{en} {sign[0]} {bound}", f"{zh}{sign[1]} {bound}"


def _line(model: Model, limit: Limit) -> list[str]:
    quantity = model[limit.name]
    bound = f"{WORDS[limit.end][0]} {number(limit.bound)}"
    if quantity.is_existence:
        bound = existence_words(limit.end == "low")[0]
    chance = "< 0.001" if limit.chance < 0.001 else number(limit.chance, 2)
    return [limit.name, label_of(quantity)[0], bound, chance, share(limit.returns)]
