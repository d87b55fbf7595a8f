"""Which figure would decide between two beliefs, in both languages: of what, by whom, when, and how exact it must be."""

from __future__ import annotations

from dualtrack.app.disputes.dispute_amounts import belief
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.disputes.deciding_figure import DecidingFigure
from dualtrack.lab.questions.answer_unit import SHARE
from dualtrack.language.declaration import Label

NINE = 0.1


def figure_prose(found: DecidingFigure, titles: tuple[Label, Label]) -> tuple[Label, ...]:
    """What the number is and what each believes of it, who tells it, and how exact it must be."""
    (one, one_zh), (other, other_zh) = (belief(prior) for prior in found.priors)
    (first, first_zh), (second, second_zh) = titles
    (en, zh), unit = found.label, "" if found.unit == SHARE else f" {found.unit}"
    named, named_zh = (f"`{found.number}`{comma}" if unit else f"`{found.number}`" for comma in (",", "，"))
    what = (
        f"The number that divides them most is “{en}” ({named}{unit}). “{first}”: {one}. “{second}”: {other}.",
        f"双方最分歧的数值是“{zh}”（{named_zh}{unit.strip()}）。“{first_zh}”：{one_zh}。“{second_zh}”：{other_zh}。",
    )
    return what, _told(found), _exactness(found, unit)


def _told(found: DecidingFigure) -> Label:
    if not any(found.what):
        return "Nobody is known to measure it.", "未知有人测量它。"
    (en, zh), told = found.what, found.told
    publisher, publisher_zh = ("not known", "未知") if told is None or told.publisher is None else told.publisher
    parts, parts_zh = [f"told by: {publisher}"], [f"来源：{publisher_zh}"]
    if told is not None and told.due:
        parts, parts_zh = [*parts, f"next due {told.due}"], [*parts_zh, f"下次公布：{told.due}"]
    if told is not None and told.days is not None:
        days = number(told.days, 2)
        parts, parts_zh = [*parts, f"about {days} days of work"], [*parts_zh, f"约{days}天工作"]
    chinese = f"可测量它的是：{zh}；{'；'.join(parts_zh)}。" if zh else f"可测量它的是（英文原文）：{en}；{'；'.join(parts_zh)}。"
    return f"What would measure it: {_lower(en)}; {'; '.join(parts)}.", chinese


def _exactness(found: DecidingFigure, unit: str) -> Label:
    told = [_joins(found, unit), *([] if found.is_factor else [_speaks(found, unit)]), _attained(found, unit)]
    return " ".join(en for en, _ in told if en), "".join(zh for _, zh in told)


def _joins(found: DecidingFigure, unit: str) -> Label:
    half, nine = found.joins.values()
    if half is None:
        return (
            "No figure brings the two beliefs together: one holds likely what the other rules out.",
            "没有任何数据能使两种看法靠拢：一方认为可能者，另一方已排除。",
        )
    if found.is_factor:
        return _by_odds(half, nine)
    en = f"A figure with a standard error of {number(half, 2)}{unit} would halve what lies between what both expect of it"
    zh = f"标准误为{number(half, 2)}{unit}的数据，可使双方预期之差减半"
    if nine is None:
        return f"{en}; none would close nine tenths of it.", f"{zh}；没有数据能消去其十分之九。"
    return (
        f"{en}, one of {number(nine, 2)}{unit} would close nine tenths of it.",
        f"{zh}；为{number(nine, 2)}{unit}者可消去其十分之九。",
    )


def _by_odds(half: float, nine: float | None) -> Label:
    en = f"A study that moves the odds of its existence by a factor of {number(half, 2)}, either way, would halve the gap"
    zh = f"使其存在与否的几率改变{number(half, 2)}倍（无论方向）的研究，可使双方之差减半"
    if nine is None:
        return f"{en}; none would close nine tenths of it.", f"{zh}；没有研究能消去其十分之九。"
    return (
        f"{en}, one by a factor of {number(nine, 2)} would close nine tenths of it.",
        f"{zh}；改变{number(nine, 2)}倍者可消去其十分之九。",
    )


def _speaks(found: DecidingFigure, unit: str) -> Label:
    """At which errors a typical figure speaks for the belief that holds."""
    told = [(factor, error) for factor, error in found.errors.items() if error is not None]
    never = [factor for factor, error in found.errors.items() if error is None]
    en, zh = [], []
    if told:
        said = " and ".join(
            f"by a factor of {factor:g} at an error of {number(error, 2)}{unit} or less" for factor, error in told
        )
        en.append(f"A typical figure speaks for the belief that holds {said}.")
        zh.append(
            "；".join(f"误差不超过{number(error, 2)}{unit}时，典型数据支持属实一方{factor:g}倍" for factor, error in told) + "。"
        )
    if never:
        said = " or ".join(f"{factor:g}" for factor in never)
        en.append(f"The beliefs overlap so far that no typical figure, however exact, reaches a factor of {said}.")
        zh.append(f"两种看法重叠之多，使典型数据无论多精确，都达不到{'或'.join(f'{factor:g}' for factor in never)}倍。")
    return " ".join(en), "".join(zh)


def _attained(found: DecidingFigure, unit: str) -> Label:
    """Whether the error that is held attainable halves the gap."""
    error = None if found.told is None or found.is_factor else found.told.error
    half = found.joins[next(iter(found.joins))]
    if error is None or half is None:
        return "", ""
    enough, enough_zh = ("enough", "足以") if error <= half else ("not enough", "不足以")
    return (
        f"An error of {number(error, 2)}{unit} is held attainable: {enough} to halve it.",
        f"一般认为可达误差{number(error, 2)}{unit}：{enough_zh}使其减半。",
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
