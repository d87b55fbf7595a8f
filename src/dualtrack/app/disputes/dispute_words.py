"""Where two studies part, as sentences and tables in both languages; it calls them by their titles, and neither of them right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.app.disputes.dispute_amounts import amount, belief, of_worlds, portion
from dualtrack.app.disputes.figure_words import figure_prose
from dualtrack.app.options.asked_regimes import listed, what
from dualtrack.app.terminal.numbers import number
from dualtrack.lab.disputes.concessions import Best, By
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.lab.disputes.points import PARTS, Part, StudyPoint
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.subject import Pair
from dualtrack.lab.questions.asked import AskedClaim
from dualtrack.lab.questions.condition import Condition
from dualtrack.language.declaration import Label

NAMES: Mapping[Part, Label] = {
    "policies": ("policies: what is done", "政策：做什么"),
    "priors": ("priors: what is believed", "先验：信什么"),
    "evidence": ("evidence: which rows of the record count", "证据：采信哪些记录"),
    "thresholds": ("thresholds: from where on a claim counts as true", "阈值：主张自何处起算成立"),
}
ALIKE: Label = ("both agree", "双方一致")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some paragraphs under a heading, and a table below them: its columns, and its rows of cells in both languages."""

    heading: Label
    prose: tuple[Label, ...]
    columns: tuple[Label, ...] = ()
    rows: tuple[tuple[Label, ...], ...] = ()


def passages(found: Disputed) -> tuple[Passage, ...]:
    """The whole text."""
    if found.agrees:
        return (_question(found), _apart_from_it(found))
    told = [_question(found), _parts(found), _shares(found), _concessions(found)]
    if found.figure is not None:
        told.append(Passage(("What would decide", "何者可定"), figure_prose(found.figure, found.titles)))
    return (*told, _apart_from_it(found), _method(found))


def heading(found: Disputed) -> Label:
    """The title of the text."""
    (one, one_zh), (other, other_zh) = found.titles
    return f"“{one}” and “{other}”: where they part", f"“{one_zh}”与“{other_zh}”：分歧何在"


def _question(found: Disputed) -> Passage:
    (one, one_zh), (other, other_zh) = found.titles
    asked, place = _asked(found), _place(found)
    first = (
        f"Asked: {asked[0]}{place[0]}. The answer of a study is the mean over the worlds that the record leaves.",
        f"所问：{asked[1]}{place[1]}。一份研究的答案，是记录所留各世界的均值。",
    )
    if found.agrees:
        said = (
            f"“{one}” and “{other}” agree on everything that this rests on: both answer {_amount(found, found.answers[0])[0]}.",
            f"此问所依的一切，“{one_zh}”与“{other_zh}”均一致：双方答案都是{_amount(found, found.answers[0])[1]}。",
        )
        return Passage(("The question", "问题"), (first, said))
    answers, apart = [_amount(found, each) for each in found.answers], _amount(found, found.difference)
    second = (
        f"“{one}” answers {answers[0][0]}, “{other}” {answers[1][0]}. The second less the first: {apart[0]}. Brackets hold 95 %.",
        f"“{one_zh}”答{answers[0][1]}，“{other_zh}”答{answers[1][1]}。后者减前者：{apart[1]}。括号为95%区间。",
    )
    return Passage(("The question", "问题"), (first, second, *_unsure(found)))


def _unsure(found: Disputed) -> tuple[Label, ...]:
    if found.is_resolved:
        return ()
    if found.difference.value == 0:
        return (("They differ in what they say and not in what they answer.", "双方所言不同，所答相同。"),)
    return (
        (
            "The two answers are not told apart at 95 %: what follows is what these worlds say, and more may say otherwise.",
            "两个答案在95%水平上未能分辨：以下仅为这些世界所示，更多世界或有不同。",
        ),
    )


def _parts(found: Disputed) -> Passage:
    held = {point.part for point in found.points}
    rows = [(NAMES[part], _amount(found, found.parts[part]) if part in held else ALIKE) for part in PARTS]
    total = (("in all", "合计"), _amount(found, found.difference))
    text = (
        "What each part carries of the difference (Shapley's shares over every mixture of both studies); they sum to it exactly.",
        "各部分在差异中所占（对两份研究的一切混合求沙普利份额），合计恰为全部差异。",
    )
    return Passage(("Where the difference lies", "差异所在"), (text,), (("part", "部分"), ("carries", "承担")), (*rows, total))


def _shares(found: Disputed) -> Passage:
    rows = []
    for part, shares in found.within.items():
        for each in shares:
            name = each.move.lever or each.move.name
            drawn = "" if found.exact[part] else f" ±{number(each.drawn_error, 2)}"
            en, zh = _amount(found, each.carries)
            rows.append((NAMES[part][0].split(":")[0], name, each.label, (en + drawn, zh + drawn), NAMES[part][1].split("：")[0]))
    cells = tuple(((part, part_zh), (name, name), label, said) for part, name, label, said, part_zh in rows)
    prose: tuple[Label, ...] = ()
    if not all(found.exact.values()):
        prose = (
            (
                "Too many entries differ for every mixture to be run: orders were drawn, and ± is the standard error of that.",
                "不同之处过多，未能运行全部混合：对次序抽样，±为抽样标准误。",
            ),
        )
    columns = (("part", "部分"), ("entry", "条目"), ("what it is", "含义"), ("carries", "承担"))
    return Passage(("Entry by entry", "逐条"), prose, columns, cells)


def _concessions(found: Disputed) -> Passage:
    if not found.best:
        return Passage(("One concession", "一项让步"), (("There is no difference to close.", "没有可弥合的差异。"),))
    told = [_conceded(found, by, best) for by, best in found.best.items()]
    halves = [best.half for best in found.best.values()]
    if all(half == "slight" for half in halves):
        told.append(("No single concession closes half of the difference.", "没有任何单项让步可弥合差异的一半。"))
    elif "clear" not in halves:
        told.append(
            (
                "Whether a single concession closes half of the difference is not resolved in these worlds.",
                "是否有单项让步可弥合差异的一半，在这些世界中尚无定论。",
            )
        )
    return Passage(("One concession", "一项让步"), tuple(told))


def _conceded(found: Disputed, by: By, best: Best) -> Label:
    """The best concession of one side, or the best meeting, and whether it is told from the next."""
    leader = best.leader
    if leader.closes.value <= 0:
        return _nothing(found, by)
    closes, left, point = portion(leader.closes), _amount(found, leader.remains), called(found, leader.point)
    start = _start(found, by, point)
    tail: Label = ("", "")
    if not best.is_resolved and best.next_one is not None:
        rival = best.next_one.point.label
        tail = f" It is not told at 95 % from “{rival[0]}”.", f"与“{rival[1]}”在95%水平上未能分出高下。"
    return (
        f"{start[0]}, {closes[0]} of the difference closes; left are {left[0]}.{tail[0]}",
        f"{start[1]}，差异弥合{closes[1]}，余{left[1]}。{tail[1]}",
    )


def _start(found: Disputed, by: By, point: Label) -> Label:
    (one, one_zh), (other, other_zh) = found.titles if by != "second" else found.titles[::-1]
    if by == "both":
        return f"If both meet halfway on {point[0]}", f"若双方{point[1]}各让一半"
    return f"If “{one}” takes {point[0]} from “{other}”", f"若“{one_zh}”采用“{other_zh}”{point[1]}"


def _nothing(found: Disputed, by: By) -> Label:
    if by == "both":
        return "Meeting halfway on any one number closes nothing.", "就任何单个数值各让一半，均不能弥合差异。"
    en, zh = found.titles[by == "second"]
    return f"Nothing that “{en}” could take closes any of it.", f"“{zh}”单取对方任何一条，均不能弥合差异。"


def called(found: Disputed, point: StudyPoint) -> Label:
    """A point in words, a number with what both believe of it."""
    en, zh = point.label
    match point.part:
        case "policies":
            return f"the regime “{en}”", f"的政策情景“{zh}”"
        case "priors":
            (one, one_zh), (other, other_zh) = (belief(prior) for prior in found.priors[point.name])
            return f"the belief about “{en}” ({one}, against {other})", f"对“{zh}”的看法（{one_zh}，对{other_zh}）"
        case "evidence":
            return f"the row {en}", f"的记录“{zh}”"
        case _:
            return f"the threshold of claim {point.name}", f"的主张{point.name}的阈值"


def _apart_from_it(found: Disputed) -> Passage:
    told = []
    if found.idle:
        names = listed([(each.name, each.name) for each in found.idle])
        told.append(
            (
                f"They differ besides in {names[0]}, which this question does not run.",
                f"此外双方在{names[1]}上也不同，本问并不涉及。",
            )
        )
    if found.without_effect and not found.agrees:
        names = listed([(each.name, each.name) for each in found.without_effect])
        told.append((f"Without any effect on this answer: {names[0]}.", f"对本答案毫无影响：{names[1]}。"))
    return Passage(("Besides", "其他"), tuple(told))


def _method(found: Disputed) -> Passage:
    left = " / ".join(number(each) for each in found.left)
    return Passage(
        ("How it was had", "如何得出"),
        (
            (
                f"{found.mixtures} mixtures of the two studies, each in the same {found.worlds} worlds by number (seed "
                f"{found.seed}); the record leaves what {left} equal worlds are worth. The mean is taken since differences of "
                "paired worlds add up in it. Within a part, shares are Owen's.",
                f"两份研究的{found.mixtures}种混合，各在编号相同的{found.worlds}个世界中运行（种子{found.seed}）；记录所留相当于"
                f"{left}个等权世界。取均值，是因为成对世界之差在均值中可以相加。部分之内为欧文份额。",
            ),
        ),
    )


def _asked(found: Disputed) -> Label:
    laboratory = found.ends[0]
    question = found.subject.read(laboratory)
    if isinstance(question, Condition):
        return f"the share of worlds in which {question}", f"使“{question}”成立的世界份额"
    if isinstance(question, AskedClaim):
        return f"the share of worlds in which claim {question} is true", f"主张{question}成立的世界份额"
    en, zh = what(laboratory.model, question)
    return en[0].lower() + en[1:], zh


def _place(found: Disputed) -> Label:
    regime, against = found.subject.regime, found.subject.against
    if regime is None:
        return ", in the runs of its own test", "，在其检验所用的各次运行中"
    en, zh = _called(found, regime)
    if against is None:
        return f", under {en}", f"，在{zh}之下"
    other, other_zh = _called(found, against)
    return f", under {en} against {other}", f"，在{zh}之下、相对于{other_zh}"


def _called(found: Disputed, pair: Pair) -> Label:
    """A regime by its label, or each study's own."""
    labels = [end.regime(name).label for end, name in zip(found.ends, pair, strict=True)]
    if pair[0] == pair[1] and labels[0] == labels[1]:
        return f"“{labels[0][0]}”", f"“{labels[0][1]}”"
    return f"“{labels[0][0]}” or “{labels[1][0]}”", f"“{labels[0][1]}”或“{labels[1][1]}”"


def _amount(found: Disputed, value: Reckoned) -> Label:
    question = found.subject.read(found.ends[0])
    if isinstance(question, Condition | AskedClaim):
        return of_worlds(value, not any(value is each for each in found.answers))
    return amount(value, found.unit)
