"""What to find out next, on one generated page in both languages: numbers, who could tell them, claims and studies."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.learn_words import (
    QUESTIONS,
    claims_words,
    cost_words,
    deciding,
    due_words,
    measured_words,
    most_words,
    publisher_words,
    said_words,
    settled_words,
    undecided_words,
    worth_words,
)
from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.verdicts.kept_verdicts import open_claims
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.what_to_learn import what_to_learn
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.targets.print.book import INDEX, NOTICE

LEARN_PAGE = "learn.md"
WORLDS, SEED = 6000, 7
"""Few, since a page is read and not judged by: about a thousand that history leaves."""
SHOWN, LEADING = 30, 3


def learn_page(laboratory: Laboratory) -> str:
    """The whole page."""
    found = what_to_learn(laboratory, WORLDS, SEED, claims=open_claims(laboratory))
    parts = [NOTICE, "# What to find out next / 下一步该查明什么", *_lead(found), *_numbers(found), *_claims(found)]
    return "\n\n".join([*parts, *_studies(found)]) + "\n"


def _lead(found: Learned) -> Iterator[str]:
    most, worlds = most_words(found.most), f"{found.worlds:,}"
    yield (
        f"{len(found.stakes)} open claims are called true or false by their share of {worlds} worlds that history leaves of "
        f"{found.drawn:,} (prior `{found.tilt}`, seed {found.seed}). A worth says how many calls in a hundred worlds turn out "
        f"better where a number is known, summed over claims; knowing every answer is worth {most}. In brackets 95 %. Each "
        "world is called by others, so that chance gains nothing. `dualtrack learn` asks more worlds. Rules: decision note 030."
    )
    yield (
        f"{len(found.stakes)}项未定主张按其在历史所留{worlds}个世界（抽取{found.drawn:,}个，先验`{found.tilt}`，种子{found.seed}）"
        f"中的比例判为真或假。“价值”指知道某数后每百个世界中多判对几个，按主张求和；知道全部答案值{most}。括号为95%区间。"
        "每个世界由其他世界来判，偶然不会增值。`dualtrack learn`以更多世界计算。规则见决定说明030。"
    )
    yield f"[Contents]({INDEX})"


def _numbers(found: Learned) -> Iterator[str]:
    yield "## Numbers, and who could tell them / 各数值及可告知者"
    yield ("Those whose interval lies above nought. What is not known stands so. / 区间高于零者。未知者如实标注。")
    rows = []
    for each in [one for one in found.numbers if one.total.interval[0] > 0][:SHOWN]:
        told = found.measurables.get(each.name)
        rows.append(
            [
                f"`{each.name}`<br>{_both(label_of(found.model[each.name]))}",
                worth_words(each.total),
                claims_words(each) or "–",
                _both(measured_words(found, each.name)),
                _both(publisher_words(told)),
                _both(cost_words(told)),
                _both(due_words(told)),
                _both(said_words(told)),
            ]
        )
    heads = (
        "number / 数值",
        "worth / 价值",
        "beyond chance for / 超出偶然的主张",
        "what would measure it / 何以测量",
        "who has it / 谁有数据",
        "work / 工作量",
        "next by / 最近公布",
        "who says so / 依据",
    )
    yield table(heads, rows)


def _claims(found: Learned) -> Iterator[str]:
    yield "## Claim by claim / 逐项主张"
    yield (
        "A claim is settled where its share is .8 or more, or .2 or less; beside each number the part of its distribution at "
        "which it would be. A number may settle a claim that is called alike at all its values, and be worth nothing by that."
    )
    yield "比例达.8以上或.2以下为已定；各数值旁为其分布中可使主张落定的部分。若各取值判法相同，则可落定而无价值。"
    rows = []
    for each in found.stakes:
        leading = [
            f"`{name}` {worth_words(one.gain)}, {settled_words(one.settled)}"
            for name, one in deciding(found, each.test.id, LEADING)
        ]
        rows.append(
            [
                each.test.id,
                _both(QUESTIONS[each.asked]),
                share(each.share.value),
                most_words(each.most),
                "\n".join(leading) or "none told from chance / 无超出偶然者",
            ]
        )
    if found.undecided:
        yield _both(undecided_words(found))
    heads = (
        "claim / 主张",
        "asked / 所问",
        "true in / 成立比例",
        "knowing all / 全知价值",
        "numbers: worth, settled in / 数值：价值、落定部分",
    )
    yield table(heads, rows)


def _studies(found: Learned) -> Iterator[str]:
    yield "## Studies that do not exist yet / 尚不存在的研究"
    yield (
        "Each by the standard error that it could attain, a guess; what it would be worth, and what an exact one would be. / "
        "按可达标准误（估计）；所值，及若无误差之所值。"
    )
    rows = [
        [
            f"`{each.number}`",
            _both(each.label),
            number(each.error, 2) + ("" if each.unit == "1" else f" {each.unit}"),
            worth_words(each.value.total),
            most_words(each.exact.total.value),
        ]
        for each in found.studies
        if each.value.total.interval[0] > 0
    ]
    yield table(("of / 关于", "study / 研究", "error / 误差", "worth / 价值", "if exact / 若精确"), rows)
    blunt = [f"`{each.number}`" for each in found.studies if each.exact.total.interval[0] > 0 >= each.value.total.interval[0]]
    if blunt:
        yield (
            f"Worth something if exact, and not surely anything at that error: {', '.join(blunt)}. / "
            f"若精确则有价值，而在该误差下未必：{'、'.join(blunt)}。"
        )


def _both(label: Label) -> str:
    english, chinese = label
    return english if english == chinese or not chinese else f"{english} / {chinese}"
