"""What a study changes in an answer: the same question asked of the laboratory as it is shipped, and both beside each other.

    found = ask(laboratory)
    show_answer("facts", laboratory, data(found), beside=shipped_beside(own, laboratory.study, found, ask, data, KEYS))

Regimes of the study stay in both, since a question may be about them: what differs is what its priors and rows do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dualtrack.app.options.brought import Brought
from dualtrack.app.options.user_regimes import read_unsaid
from dualtrack.app.terminal.numbers import number, signed
from dualtrack.app.terminal.speech import said, say
from dualtrack.app.terminal.terminal import note, show_prose, show_table, show_text
from dualtrack.app.verdicts.verdict_words import SAID, SAYS
from dualtrack.errors import RunError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.beside import AnswersBeside, Leaf, Path, beside
from dualtrack.lab.studies.lay_study import lay_study
from dualtrack.lab.studies.study import Study
from dualtrack.language.declaration import Label

Found = TypeVar("Found")
FIGURES: dict[str, Label] = {
    "q50": ("median", "中位数"),
    "share_above": ("share of worlds above", "更高的世界占比"),
    "share": ("share", "成立的世界占比"),
    "failing_share": ("share of worlds in which it fails", "失效的世界占比"),
    "nominal": ("nominal world", "默认参数世界"),
    "value": ("value", "数值"),
    "distance": ("how far it fails", "失效之距"),
    "distance_then": ("how far, mended", "修补后失效之距"),
    "half_space": ("share beyond a flat edge", "平直边界外之占比"),
    "deviations": ("standard deviations", "标准差数"),
    "fails": ("fails", "失效"),
    "accepted": ("history leaves it", "历史未排除"),
    "agrees": ("draws agree", "抽样一致"),
    "after": ("share by the record", "按记录之占比"),
    "factor": ("factor on the odds", "优势比倍数"),
    "says": ("the record", "记录"),
    "leader": ("leads", "居首"),
    "mean": ("mean", "平均值"),
    "shift": ("shift in sd", "移动（标准差）"),
    "worlds_left": ("worlds that history leaves", "未被记录排除的世界数"),
    "whole": ("can be either", "可真可假"),
    "verdict": ("verdict", "判定"),
    "where_it_exists": ("share where it exists", "机制存在时成立的占比"),
}
WORDS: dict[str, Label] = dict(SAID.items()) | SAYS
"""Words that stand in an answer instead of figures."""
SHOWN = 24
"""Parts that are shown in text; all are in the JSON."""


def shipped_beside(
    own: Brought,
    study: Study | None,
    found: Found,
    ask: Callable[[Laboratory], Found],
    data: Callable[[Found], Mapping[str, Any]],
    keys: Sequence[str],
) -> AnswersBeside | None:
    """What a `study`, read of what was brought, `own`, makes of an answer `found`, under any of the `keys` of its `data`.

    Asks again, of the laboratory with the regimes that were brought and no priors or rows of the study. None without a study,
    where it has neither, and where what is shipped has no answer, which is told.
    """
    shipped = shipped_of(own, study)
    if shipped is None:
        return None
    try:
        other = ask(shipped)
    except RunError as error:
        note(say(f"without your study there is no answer: {error.what}", f"不用您的研究则无答案：{error.what}"))
        return None
    return beside(data(other), data(found), keys)


def shipped_of(own: Brought, study: Study | None) -> Laboratory | None:
    """The laboratory of what was brought with the regimes and claims of a `study` alone; none where it has no other parts."""
    if study is None or not (study.priors or study.rows):
        return None
    return lay_study(read_unsaid(replace(own, study=None)), replace(study, priors={}, rows={}))


def show_beside(found: AnswersBeside | None) -> None:
    """A table of what differs: shipped, mine and the difference."""
    if found is None:
        return
    show_text("")
    alone = len(found.alone)
    if not found.moved:
        standing = _many(alone, "stands in one answer alone", "stand in one answer alone")
        more, more_zh = (f"; {standing}", f"；另有{alone}项只见于其中一方") if alone else ("", "")
        held = _many(found.same, "figure", "figures")
        show_prose(
            say(
                f"Your study changes none of the {held} of this answer held beside what is shipped{more}.",
                f"本答案中与随附模型对照的{found.same}个数值，您的研究均未改变{more_zh}。",
            )
        )
        return
    ranked = sorted(found.moved, key=lambda each: each.difference is not None)
    rows = [
        [*_words(each.place), _cell(each.shipped), _cell(each.mine), "" if each.difference is None else signed(each.difference)]
        for each in ranked[:SHOWN]
    ]
    columns: list[Label] = [
        ("of what", "何者"),
        ("figure", "数值"),
        ("shipped", "随附模型"),
        ("mine", "我的研究"),
        ("difference", "差值"),
    ]
    show_table(say("What your study changes", "您的研究所改变者"), [said(head) for head in columns], rows, words=2)
    left = len(ranked) - SHOWN
    rest = [say(_many(left, "more differs", "more differ"), f"另有{left}项不同")] if left > 0 else []
    rest += [say(_many(found.same, "is the same", "are the same"), f"{found.same}项相同")] if found.same else []
    rest += (
        [say(_many(alone, "stands in one answer alone", "stand in one answer alone"), f"{alone}项只见于其中一方")]
        if alone
        else []
    )
    if rest:
        show_prose(
            say(
                f"Of what is held side by side, {', '.join(rest)}; `--json` has all of it.",
                f"并列各项中，{'、'.join(rest)}；`--json` 列出全部。",
            )
        )


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _words(place: Path) -> tuple[str, str]:
    """Of what a part speaks, and which figure of it."""
    *of_what, figure = place
    named = figure.replace("_", " ")
    return ": ".join(of_what), said(FIGURES.get(figure, (named, named)))


def _cell(value: Leaf) -> str:
    match value:
        case bool():
            return say("yes", "是") if value else say("no", "否")
        case None:
            return "–"
        case str():
            return said(WORDS.get(value, (value, value)))
        case _:
            return number(value)
