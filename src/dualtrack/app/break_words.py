"""What `break` found in sentences of two languages: how near failure is, what makes it, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dualtrack.app.commands.discover import condition_words, existence_words
from dualtrack.app.options.asked_regimes import listed, what
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.lab.breaking.broken import Broken, FailingWorld, OffMiddle
from dualtrack.lab.breaking.mend import Mend
from dualtrack.lab.breaking.moved_lever import LeverMove
from dualtrack.lab.questions.condition import Claimed
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model

NAMED = 8
"""Numbers named in a paragraph."""
AT_EDGE = 0.05
"""Standard deviations below which the middle itself is at the edge."""
THIN = 3.0
"""Times by which the share beyond a flat edge is above what was counted, from which the failing worlds are a thin corner."""


def distance_words(found: Broken) -> Label:
    """How far the nearest failing world is, or that none was met."""
    (en, zh), (said, said_zh) = found.setting.regime.label, condition_words(found.setting.model, found.condition)
    counted, there = found.counted, _read(found, found.middle_answers)
    if found.nearest is None:
        told = counted.failing + counted.keeping
        most = share_of(counted.bound)
        return (
            f"No world was met in which “{en}” fails, that is, in which it is not so that: {said}. It holds in all {told} of "
            f"{counted.drawn} drawn worlds that history leaves and that can be judged, so that it fails in at most {most} of "
            "such (95 %); nor did the search from the middle of the prior lead to one. That is no proof that there is none.",
            f"没有遇到“{zh}”失败的世界，即不满足“{said_zh}”的世界。在抽取的 {counted.drawn} 个世界中，历史留下且可判断的 {told} "
            f"个都满足，因此失败的比例至多 {most}（95%）；从先验中点出发的搜索也没有找到。这并不证明没有。",
        )
    if found.middle_fails and found.nearest.distance == 0:
        return (
            f"“{en}” fails in the middle of the prior itself, where every number has its median and history leaves the world: "
            f"it is not so that: {said} ({there[0]}). Nothing unusual is needed; to see what it hangs on, ask for the opposite.",
            f"“{zh}”在先验的中点（每个数值取中位数，且历史留下该世界）即告失败：不满足“{said_zh}”（{there[1]}）。"
            "不需要任何不寻常之处；要看它取决于什么，请问相反的条件。",
        )
    length, beyond = number(found.nearest.distance), share_of(found.half_space)
    thin, thin_zh = _thin_words(found)
    side = "holds" if not found.middle_fails else "fails too, but history rules that world out,"
    side_zh = "成立" if not found.middle_fails else "也失败，但历史排除该世界"
    return (
        f"The nearest world that history leaves in which “{en}” fails, that is, in which it is not so that: {said}, lies "
        f"{length} standard deviations from the middle of the prior, where it {side} ({there[0]}). Were the edge of failure "
        f"flat, {beyond} of the prior would lie beyond; counted, it fails in {_counted(found)} of the worlds that history "
        f"leaves{thin}.",
        f"历史留下的世界中，“{zh}”失败（即不满足“{said_zh}”）的最近的世界距先验中点 {length} 个标准差；在中点它{side_zh}"
        f"（{there[1]}）。若失败的边界是平的，先验的 {beyond} 在其外；"
        f"按计数，它在历史留下的世界的 {_counted(found)} 中失败{thin_zh}。",
    )


def story_words(found: Broken) -> Label | None:
    """The failing world in one paragraph; none where nothing is off its middle."""
    told, nearest = found.told, found.nearest
    if told is None or nearest is None or not told.off:
        return None
    model, there = found.setting.model, _read(found, told.answers)
    named, rest = told.off[:NAMED], told.off[NAMED:]
    en, zh = listed([_number_words(model, each) for each in named])
    more = f", and {len(rest)} small ones, which carry {share(sum(e.carries for e in rest))} of it" if rest else ""
    more_zh = f"，以及 {len(rest)} 个较小的（占 {share(sum(e.carries for e in rest))}）" if rest else ""
    lead, lead_zh = _lead(told, nearest)
    return (
        f"{lead} {en}{more or '; all else is at its middle'}. That is the edge: {there[0]}.",
        f"{lead_zh}{zh}{more_zh or '；其余都在中点'}。这正是边界：{there[1]}。",
    )


def mend_words(found: Broken, groups: dict[str, Label]) -> Label | None:
    """The cheapest change; none where there is no failing world."""
    if found.told is None:
        return None
    best = found.mends[0] if found.mends else None
    if best is None or not best.nearest:
        return (
            "No lever, and no two of those that come nearest, mend it there, however far they are moved.",
            "任何一个杠杆，以及最接近的杠杆中的任何两个，无论移动多远，都不能使其在那里成立。",
        )
    model = found.setting.model
    (en, zh), total = listed([_move_words(model, move, groups) for move in best.nearest]), share(best.share)
    then, then_zh = _then_words(found)
    room = "" if not found.told.off else ", with half a standard deviation of room,"
    mended, one = f"{best.mended} of {best.failing}", "one lever" if len(best.nearest) == 1 else "two levers"
    return (
        f"The cheapest change of {one} that mends it there{room} is to have {en} from {found.since:g} on, {total} of its range. "
        f"It mends {mended} failing worlds; {then}.",
        f"使其在那里成立的最小改动：自 {found.since:g} 年起{zh}，即其范围的 {total}。"
        f"它使 {best.failing} 个失败世界中的 {best.mended} 个成立；{then_zh}。",
    )


def _then_words(found: Broken) -> Label:
    """How far away failure is after the change."""
    if found.then is None:
        return "no failing world was met any more", "此后没有再遇到失败的世界"
    if found.then < AT_EDGE:
        return "the middle then stands at the edge of failure", "此后中点恰在失败的边界"
    return f"the nearest failing world then lies {number(found.then)} away", f"此后最近的失败世界距 {number(found.then)}"


def mend_row(model: Model, each: Mend, groups: dict[str, Label]) -> list[str]:
    """One change as cells: who moves what, how far in the nearest world and for half of the failing ones, mended and spoilt."""
    return [
        " + ".join(move.name for move in each.whole),
        " + ".join(_whose(model, move, groups)[0] for move in each.whole),
        _values(each.whole, "start"),
        f"{_values(each.nearest, 'value')} ({share(each.share)})" if each.nearest else "no",
        f"{each.mended} of {each.failing}" if each.nearest else "–",
        _values(each.half, "value") or "no",
        f"{_values(each.whole, 'value')}: {each.all_mended} of {each.failing}",
        f"{each.spoilt} of {each.keeping}",
    ]


def share_of(value: float | None) -> str:
    """A share in per cent, small ones with their figures."""
    return share(value) if value is None or value >= 0.01 else f"{number(100 * value, 2)} %"


def _counted(found: Broken) -> str:
    counted = found.counted
    if counted.share is None:
        return "–"
    low, high = counted.share.interval
    told = counted.failing + counted.keeping
    return f"{counted.failing}/{told} ({span(share_of(low).removesuffix(' %'), share_of(high))})"


def _thin_words(found: Broken) -> Label:
    """That far fewer worlds fail than a flat edge so near would let expect."""
    counted, beyond = found.counted.share, found.half_space
    if counted is None or beyond is None or counted.interval[1] * THIN > beyond:
        return "", ""
    return (
        ": far fewer, so that the failing worlds near it are a thin corner, and the distance makes failure look likelier than it "
        "is",
        "：远少于此，因此附近的失败世界只是狭窄的一角，该距离使失败显得比实际更可能",
    )


def _lead(told: FailingWorld, nearest: FailingWorld) -> Label:
    count, length = len(told.off), number(told.distance)
    if told.distance == nearest.distance:
        return "In it,", "其中："
    return (
        f"Hardly farther, {length} away, {count} number{'s' if count > 1 else ''} alone make{'' if count > 1 else 's'} it fail:",
        f"稍远一点（{length}），仅 {count} 个数值即可使其失败：",
    )


def _number_words(model: Model, each: OffMiddle) -> Label:
    en, zh = each.label
    if model[each.name].is_existence:
        is_there, is_there_zh = existence_words(bool(each.value))
        return (
            f"“{en}” {is_there} ({share(each.carries)} of the squared distance)",
            f"“{zh}”{is_there_zh}（{share(each.carries)}）",
        )
    unit = "" if each.unit == "1" else f" {each.unit}"
    value, middle = number(each.value), number(each.middle)
    return (
        f"“{en}” is {value}{unit} instead of {middle} ({share(each.carries)})",
        f"“{zh}”为 {value}{unit} 而非 {middle}（{share(each.carries)}）",
    )


def _read(found: Broken, answers: tuple[float, ...]) -> Label:
    """What each comparison reads."""
    parts, model = [], found.setting.model
    for each, unit, value in zip(found.condition.comparisons, found.units, answers, strict=True):
        if isinstance(each, Claimed):
            parts.append(
                (f"claim {each.asked} is {'true' if value else 'false'}", f"主张 {each.asked} {'成立' if value else '不成立'}")
            )
            continue
        en, zh = what(model, each.asked)
        said = number(value) + ("" if unit in ("1", "month") else f" {unit}")
        parts.append((f"{en[:1].lower()}{en[1:]} is {said}", f"{zh}为 {said}"))
    return listed(parts)


def _move_words(model: Model, move: LeverMove, groups: dict[str, Label]) -> Label:
    en, zh = _lever(model, move, groups)
    unit = "" if move.unit == "1" else f" {move.unit}"
    ends = number(move.value), number(move.start)
    return f"“{en}” at {ends[0]}{unit} instead of {ends[1]}", f"“{zh}”由 {ends[1]} 改为 {ends[0]}{unit}"


def _lever(model: Model, move: LeverMove, groups: dict[str, Label]) -> Label:
    """A lever with whose it is."""
    (en, zh), (group, group_zh) = label_of(model[move.name]), _whose(model, move, groups)
    return (f"{en} ({group})", f"{zh}（{group_zh}）") if group else (en, zh)


def _whose(model: Model, move: LeverMove, groups: dict[str, Label]) -> Label:
    """The group that a lever stands in."""
    return groups.get(model[move.name].base, ("", ""))


def _values(moves: Sequence[LeverMove], end: Literal["start", "value"]) -> str:
    """Where levers stand before or after they are moved."""
    return " + ".join(number(getattr(move, end)) for move in moves)
