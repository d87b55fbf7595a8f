"""What one must believe for a claim to hold, in one sentence of each language."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.commands.discover import existence_words, limit_words
from dualtrack.app.options.asked_regimes import listed
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.unit_words import amount_in_chinese
from dualtrack.lab.believed import Belief, Believed
from dualtrack.lab.questions.break_even import BreakEven
from dualtrack.lab.questions.discovery import Region
from dualtrack.lab.statistics.share import SUPPORTED
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.stretch import Leeway, Why
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.tongue import quoted_in_chinese, set_in_chinese

BOUNDS: dict[Why, Label] = {
    "times": ("ten times its range", "其范围的十倍"),
    "switch": ("all that a switch can be", "机制强度的全部取值"),
    "share": (
        "all that a share can be, as a number declared within 0 and 1 may be one",
        "份额的全部取值，因声明于0与1之间者可能是份额",
    ),
    "sign": ("a tenth of its least, so that it keeps its sign", "其最小值的十分之一，以保持正负号"),
    "values": ("all the values that it can take", "其全部可能取值"),
    "history": ("where history leaves too few worlds to say", "历史所留世界过少而无从判断之处"),
    "step": ("as far as the step of a run can follow", "运行步长所能跟随的极限"),
}
"""Why a number is taken no further."""


def sentence(model: Model, found: Belief) -> Label:
    """What one must believe of the number that decides most, and where none decides alone, of the numbers of a region."""
    first, claim = found.numbers[0], found.test.id
    en, zh = _demand(model, first)
    said = (
        f"To hold {claim} true in {share(SUPPORTED)} of worlds one must believe {en}",
        f"若要认为{claim}在{share(SUPPORTED)}的世界中成立，{zh}",
    )
    if found.is_single or found.by_margin:
        return f"{said[0]}.", set_in_chinese(f"{said[1]}。")
    more, more_zh = _many(model, found)
    return f"{said[0]}; {more}.", set_in_chinese(f"{said[1]}；{more_zh}。")


def side(turn: BreakEven, value: Label) -> Label:
    """A value as what must at least, or at most, be; of a level that the share must reach."""
    (en, zh) = value
    return (f"at least {en}", f"不低于{zh}") if turn.above else (f"at most {en}", f"不高于{zh}")


def with_unit(model: Model, name: str, values: Sequence[float]) -> Label:
    """A value, or the span of two, and its unit, where it has one."""
    unit, first, last = model[name].unit, number(values[0]), number(values[-1])
    said = first if len(values) == 1 else span(first, last)
    return said if str(unit) == "1" else f"{said} {unit}", amount_in_chinese(values, unit)


def where_words(stretch: Leeway, value: float) -> Label:
    """Where a value lies against the declared range."""
    low, high = number(stretch.low), number(stretch.high)
    if stretch.low <= value <= stretch.high:
        return f"within its range of {span(low, high)}", f"在其范围{low}至{high}之内"
    if value > stretch.high > 0:
        times = number(value / stretch.high, 2)
        return f"{times} times the largest value of its range, {span(low, high)}", f"为其范围{low}至{high}上限的{times}倍"
    if 0 < value < stretch.low:
        part = number(value / stretch.low, 2)
        return f"{part} of the least value of its range, {span(low, high)}", f"为其范围{low}至{high}下限的{part}倍"
    return f"outside its range of {span(low, high)}", f"在其范围{low}至{high}之外"


def tried_words(stretch: Leeway) -> Label:
    """How far the number was taken, and why no further."""
    least, most = BOUNDS[stretch.least_by], BOUNDS[stretch.most_by]
    if stretch.least_by == stretch.most_by:
        return most
    return f"down to {least[0]}, and up to {most[0]}", f"下至{least[1]}，上至{most[1]}"


def tried_span(model: Model, believed: Believed) -> Label:
    """The least and the greatest value at which worlds enough were left, with their unit."""
    if not believed.curve:
        return "none", "无"
    return with_unit(model, believed.carrier.name, (believed.curve[0][0], believed.curve[-1][0]))


def again_words(turn: BreakEven) -> Label:
    """Where the claim turns again, if it does."""
    if not turn.again:
        return "", ""
    en, zh = listed([(number(value), number(value)) for value in turn.again])
    return f" (and it turns back about {en})", f"（并在约{zh}处反转）"


def _demand(model: Model, believed: Believed) -> Label:
    name, turn, stretch = believed.carrier.name, believed.at(SUPPORTED), believed.stretch
    (en, zh) = label_of(model[name])
    en, zh = f"“{en}”", quoted_in_chinese(zh)
    if turn.value is None:
        (far, far_zh), (tried, tried_zh) = tried_words(stretch), tried_span(model, believed)
        if turn.above:
            return (
                f"nothing of {en}: every value tried will do, {tried} ({far})",
                f"对{zh}无所要求：所试各值{tried_zh}（{far_zh}）均可",
            )
        return (
            f"more than {en} can give: no value tried is enough, {tried} ({far})",
            f"{zh}本身不足以做到：所试各值{tried_zh}（{far_zh}）均不够",
        )
    if model[name].is_existence:
        exists, exists_zh = existence_words(turn.above)
        return f"that {en} {exists}", f"须相信{zh}{exists_zh}"
    (least, least_zh), (where, where_zh) = (
        side(turn, with_unit(model, name, [turn.value])),
        where_words(stretch, turn.value),
    )
    again, again_zh = again_words(turn)
    return f"that {en} is {least}, {where}{again}", f"须相信{zh}{least_zh}，{where_zh}{again_zh}"


def _many(model: Model, found: Belief) -> Label:
    """That no number decides alone, and the region where it holds most."""
    leader = found.leading[0]
    en, zh = label_of(model[leader.name])
    alone = (
        f"no single number decides it (“{en}” carries {share(leader.carries)} of its variance, the most)",
        f"没有任何单一数值能决定它（{quoted_in_chinese(zh)}所占方差最多，为{share(leader.carries)}）",
    )
    regions = () if found.region is None else found.region.regions
    if not regions:
        return f"{alone[0]}, and no region of several was found", f"{alone[1]}，亦未找到由若干数值界定的区域"
    best = max(regions, key=lambda each: each.held.density)
    where, where_zh = _limits(model, best)
    density = share(best.held.density)
    return (
        f"{alone[0]}, and where {where}, it holds in {density} of worlds",
        f"{alone[1]}；当{where_zh}时，它在{density}的世界中成立",
    )


def _limits(model: Model, region: Region) -> Label:
    names = dict.fromkeys(limit.name for limit in region.limits)
    return listed([limit_words(model, [each for each in region.limits if each.name == name]) for name in names])
