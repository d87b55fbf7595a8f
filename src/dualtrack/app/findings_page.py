"""What published findings say of each mechanism, on one generated page in both languages, and what could be seen at all."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.findings_words import band_words, counted, effect_told, plain, said
from dualtrack.app.terminal.numbers import number
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.lab.confront import read_findings
from dualtrack.lab.experiments.findings_read import FindingBeside, MechanismRead, PublishedRead
from dualtrack.lab.experiments.weigh_populations import DOUBTED, WITH
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.verdicts.existence import ExistenceFactor
from dualtrack.targets.print.book import INDEX, NOTICE

FINDINGS_PAGE = "findings.md"
WORLDS, SEED = 6000, 7
"""Few, since a page is read and not judged by: some thousand that history leaves."""
SAID = {
    "silent": "silent / 沉默",
    "unseen": "unseen / 不可见",
    "some": "some / 有所支持",
    "strong": "strong / 有力支持",
    "some against": "some against / 有所不利",
    "strong against": "strong against / 有力不利",
    "decidable": "decidable / 可判定",
    "no study known": "no study known / 未知有此研究",
}
SIDES = {"for": "for / 支持", "against": "against / 反对", "mixed": "mixed / 兼有"}
HEADS = (
    "mechanism / 机制",
    "",
    "record alone / 仅记录",
    "with findings / 计入已发表结果",
    "at twice their error / 误差加倍",
    "says / 结论",
    "weigh / 计入数",
    "for, against, mixed / 支持、反对、兼有",
    "could a study tell? / 研究能否判明",
)


def findings_page(laboratory: Laboratory) -> str:
    """The whole page."""
    found = read_findings(laboratory, WORLDS, SEED)
    parts = [NOTICE, "# Published findings / 已发表结果", *_lead(found)]
    for each in found.mechanisms:
        parts += _mechanism(found, each)
    return "\n\n".join(parts) + "\n"


def _lead(found: PublishedRead) -> Iterator[str]:
    weighing, computed, assumed = counted(found)
    yield (
        f"{len(found.record.findings)} findings stand in the record: {len(found.record.findings) - computed} from what others "
        f"published and {computed} computed here from public figures. {weighing} weigh worlds, {assumed} of these with an error "
        "that is assumed, since no text that gives one was read: the others tell "
        "no size, are no experiment that the model can run, or set a number of the model already. Factors are odds that a "
        f"mechanism exists over those of the prior, in {found.worlds:,} worlds that history leaves (seed {found.seed}); beyond 3 "
        "they speak, beyond 20 strongly. The step from a study to the model has an error that all findings of an experiment "
        "share; it counts as declared, and twice over. Rules: decision note 026."
    )
    yield (
        f"记录中有{len(found.record.findings)}项结果：{len(found.record.findings) - computed}项出自他人发表，"
        f"{computed}项由本项目据公开数据算得。"
        f"其中{weighing}项用于衡量世界（{assumed}项的误差为假定，因未读到给出误差的原文）；其余无数值、无法以模型实验对应，或已用于设定模型参数。"
        f"各数为机制存在的优势与先验优势之比，取自记录保留的{found.worlds:,}个世界（种子{found.seed}）；超过3为有所表示，超过20为有力。"
        "由研究到模型这一步的误差由同一实验的各结果共有，按设定及其两倍各计一次。规则见决定说明026。"
    )
    yield table(HEADS, [_line(each) for each in found.mechanisms])
    yield f"[Contents]({INDEX})"


def _line(each: MechanismRead) -> list[str]:
    counts = ", ".join(str(len(names)) for names in each.sides.values())
    factors = [_factor(factor) for factor in (each.before, each.after[WITH], each.after[DOUBTED])]
    sees = "–" if each.sees is None else SAID[each.sees]
    return [f"`{each.switch}`", " / ".join(each.label), *factors, SAID[each.says], str(len(each.weighing)), counts, sees]


def _mechanism(found: PublishedRead, each: MechanismRead) -> Iterator[str]:
    yield f"## {' / '.join(each.label)}"
    if each.weighing:
        heads = (
            "finding / 结果",
            "effect, as compared / 用于比较的效应",
            "error / 误差",
            "worlds where the mechanism exists / 机制存在的世界",
            "odds without this finding / 不计此项的优势比",
            "read / 所读",
        )
        yield table(heads, [_weighing(one) for one in each.weighing])
        for label, why in dict.fromkeys((one.experiment.label, one.experiment.why) for one in each.weighing):
            yield f"{label[0]}: {why[0]} / {label[1]}：{why[1]}"
    rows = [
        [
            SIDES[side],
            f"{name}: {said(found.record.finding(name))}",
            effect_told(found.record.finding(name)),
            found.record.finding(name).read,
        ]
        for side, names in each.sides.items()
        for name in names
    ]
    if rows:
        yield table(("", "finding / 结果", "effect, as told / 所述效应", "read / 所读"), rows)
    if each.studied is not None and each.studied.left_out[0]:
        yield f"Why the others do not weigh / 其余为何不计：{' / '.join(each.studied.left_out)}"
    yield from _sight(each)


def _sight(each: MechanismRead) -> Iterator[str]:
    if each.sight is None or each.needed is None or each.sees is None:
        return
    band, attain = band_words(each.needed.size), plain(each.sight.attain)
    needed = "none, however small / 再小亦不足" if each.needed.value is None else plain(each.needed.value)
    yield table(
        (
            "what would show it best / 最能显示者",
            "size / 大小",
            "largest deciding error / 可判定的最大误差",
            "attainable, a guess / 可达（估计）",
            "",
            "design / 设计",
        ),
        [[" / ".join(each.sight.label), band, needed, attain, SAID[each.sees], " / ".join(each.sight.design)]],
    )


def _weighing(one: FindingBeside) -> list[str]:
    basis = f"{one.row.read}, error {one.row.basis}" if one.row.basis else one.row.read
    return [
        f"{one.row.id}: {said(one.row)}",
        plain(one.effect),
        plain(one.error),
        band_words(one.here),
        _factor(one.without[WITH]),
        basis,
    ]


def _factor(factor: ExistenceFactor) -> str:
    return "∞" if factor.value > 1e9 else number(factor.value, 2)
