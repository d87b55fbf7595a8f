"""A claim explained: what is asked of each world, the verdict that is kept with the program, and the evidence on both sides."""

from __future__ import annotations

from typing import Any

from dualtrack.app.names.claim_test_words import condition_words
from dualtrack.app.page.pack.found import STALE, found_if_current
from dualtrack.app.terminal.numbers import share, span
from dualtrack.app.terminal.speech import both_lines, said, say, tell
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.evidence_words import evidence_lines
from dualtrack.app.verdicts.verdict_words import MEANT, caveat, near_label, turning_label, verdict_label
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.own_claim import OwnClaim
from dualtrack.lab.studies.standing import own_claims
from dualtrack.lab.verdicts.evidence_rows import evidence_rows
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_test import ClaimTest, StructureTest, Test, Waits
from dualtrack.language.statements.ledger import Claim
from dualtrack.language.tongue import quoted_in_chinese

Facts = dict[str, tuple[str, ...]]
Kept = dict[str, Any] | None
"""The verdicts that come with the program; none where they were found from something else."""
CASES: dict[str, Label] = {
    "planted": ("where planted", "其机制及所经机制均取全强时"),
    "best": ("in its best case", "最有利情形下"),
    "nothing": ("with every switch at zero", "全部机制关闭时"),
}
"""What an answer is held beside under the first prior, in words."""


def claim_facts(laboratory: Laboratory, name: str) -> Facts:
    """Test, verdict and evidence of a claim."""
    claim = next(each for each in laboratory.theory.claims if each.id == name)
    theory = laboratory.theory
    test, kept = next(each for each in theory.tests if each.id == name), found_if_current(laboratory)
    own = own_claims(laboratory).get(name)
    return {
        "asked of each world": tuple(dict.fromkeys(both_lines(test.asked))),
        "test": _test(test),
        **(_verdict(laboratory, claim, kept) if own is None else _own(laboratory, own)),
        **({} if own is not None else _beside(test, kept)),
        **({} if own is not None else _evidence(laboratory, name)),
        "rests on": (", ".join(claim.carried_by),) if claim.carried_by else (),
        "waits for": (tell(claim.waits_for),) if claim.waits_for else (),
    }


def claim_evidence(laboratory: Laboratory, name: str) -> dict[str, list[dict[str, Any]]]:
    """What speaks for a claim and against it."""
    return evidence_rows(laboratory.theory.evidence[name], laboratory.record)


def _evidence(laboratory: Laboratory, name: str) -> Facts:
    pieces = claim_evidence(laboratory, name)
    return {
        "evidence for": evidence_lines(pieces["supports"], laboratory.record),
        "evidence against": evidence_lines(pieces["opposes"], laboratory.record),
    }


def _own(laboratory: Laboratory, own: OwnClaim) -> Facts:
    """What stands in place of a verdict and evidence for a claim that a user brought."""
    file, null = laboratory.study.file if laboratory.study else "", own.test.against
    judge, freeze = f"`dualtrack judge --study {file} --claims {own.claim.id}`", f"`dualtrack freeze {file}`"
    found = say(f"own claim, none is kept; {judge} finds it", f"自带主张，不存有判定；运行 {judge} 可判定")
    sealed = say(f"{own.frozen}, seal {own.seal}", f"{own.frozen}，封印{own.seal}")
    first = say(f"{freeze} dates and seals it, and then {judge} judges it", f"先运行 {freeze} 冻结，再运行 {judge} 判定")
    held = [f"{name} {value:g}" for name, value in null.held] if null is not None else []
    return {
        "verdict": (found,) if own.standing == "frozen" else (say(*own.said), *(() if own.frozen else (first,))),
        "frozen on": (sealed,) if own.frozen else (),
        "null": () if null is None else (say(": ", "：").join(filter(None, [said(null.why), ", ".join(held)])),),
        "why it is asked": tuple(dict.fromkeys(both_lines(own.why))) if any(own.why) else (),
        "asks otherwise": (own.of_claim,) if own.of_claim else (),
    }


def _test(test: Test) -> tuple[str, ...]:
    match test:
        case ClaimTest():
            others = [
                line
                for each in test.variants
                for line in (say(f"beside it: {each.label[0]}", f"换一种问法：{each.label[1]}"), *condition_words(each.condition))
            ]
            names, margin = ", ".join(test.rests_on), "" if test.placebo is None else share(test.placebo.margin)
            off = say(f"mechanisms that carry it: {names}", f"承载它的机制：{names}") if names else ""
            placebo = say(
                f"support also needs it to hold {margin} of worlds oftener than without them",
                f"判为支持还须在比去掉这些机制时多{margin}的世界中成立",
            )
            placebo = placebo if margin else ""
            return tuple(line for line in (*condition_words(test.condition), *others, off, placebo) if line)
        case StructureTest():
            levers = ", ".join(test.levers)
            return (say(f"levers that moved on record: {levers}", f"记录中动过的政策杠杆：{levers}"),)
        case Waits():
            return (say(f"none yet: it waits for {test.reason[0]}", f"尚无检验：有待{test.reason[1]}"),)


def _verdict(laboratory: Laboratory, claim: Claim, found: Kept) -> Facts:
    if found is None:
        again = f"`dualtrack judge --claims {claim.id}`"
        return {
            "verdict": (
                say(f"{STALE}; {again} finds it", f"原有判定出自另一模型、记录或检验，此处从略；运行 {again} 可重新判定"),
            )
        }
    row = found["verdicts"][claim.id]
    beside = (near_label(row), turning_label(laboratory.model, row), caveat(row))
    (word, word_zh), (means, means_zh) = verdict_label(row), MEANT[row["verdict"]]
    head = say("; ", "；").join(
        [say(f"{word} ({means})", f"{word_zh}（{means_zh}）"), *(said(each) for each in beside if each[0])]
    )
    rest = say(
        f"from {found['worlds']:,} worlds, seed {found['seed']}, kept with the program",
        f"依据{found['worlds']}个世界，种子{found['seed']}，随程序保存",
    )
    command = f"`dualtrack judge --claims {claim.id}`"
    again = say(f"{command} finds it again", f"运行 {command} 可重新判定")
    asked = [said(each) for answer in row["answers"][:1] for each in asked_labels(answer["after"] or answer["before"])]
    answers = [_answer(laboratory, each) for each in row["answers"]]
    return {"verdict": (head, *answers, *asked, *_second(laboratory, row), rest, again)}


def _beside(test: Test, found: Kept) -> Facts:
    """What the claim is held beside, and what its null takes away."""
    row = None if found is None else found["verdicts"][test.id]
    if row is None or row["beside"] is None or not isinstance(test, ClaimTest):
        return {}
    beside, null = row["beside"], test.against
    told = [(_share(beside[name]), words) for name, words in CASES.items() if beside[name] is not None]
    cases = say(
        f"true in {', '.join(f'{found} {en}' for found, (en, _) in told)}", "；".join(f"{zh}{each}成立" for each, (_, zh) in told)
    )
    shares = say(", ", "、").join(_share(each) for each in beside["null"])
    lines = []
    if null is not None:
        without, without_zh = null.why[0].rstrip("."), null.why[1].rstrip("。")
        lines.append(say(f"null: {without}; true in {shares}", f"零假设：{without_zh}；成立的世界占比：{shares}"))
    otherwise = [
        say(
            f"asked otherwise, {each['label'][0]}: true in {_share(each)}",
            f"换一种问法，{each['label'][1]}：在{_share(each)}的世界中成立",
        )
        for each in row["variants"]
    ]
    return {"beside the verdict": (*lines, *([cases] if told else []), *_best(beside), *_exists(row), *otherwise)}


def _best(beside: dict[str, Any]) -> list[str]:
    """Where a claim has its best case, and how often history accepts worlds there."""
    corner = ", ".join(f"{name} {value:g}" for name, value in beside["corner"].items())
    if not corner:
        return []
    accepted = _share(beside["accepted"])
    return [
        say(
            f"best case at {corner}; history accepts {accepted} of worlds there",
            f"最有利情形：{corner}；记录保留该处{accepted}的世界",
        )
    ]


def _exists(row: dict[str, Any]) -> list[str]:
    """By what factor the record changes the odds that the claim's mechanisms exist."""
    factors = ", ".join(
        f"{name} {say('without bound', '无上限') if each is None else f'{each:.2g}'}" for name, each in row["existence"].items()
    )
    return [
        say(
            f"by what factor the record changes the odds that it exists: {factors}",
            f"机制是否存在，以对照记录之后与之前的优势比衡量：{factors}",
        )
    ] * bool(factors)


def _prior(laboratory: Laboratory, name: str) -> str:
    """A prior by its name, in Chinese by its label."""
    return say(name, quoted_in_chinese(laboratory.tilt(name).label[1]))


def _answer(laboratory: Laboratory, answer: dict[str, Any]) -> str:
    last, prior = answer["after"] or answer["before"], _prior(laboratory, answer["prior"])
    when, when_zh = ("left by history", "未被记录排除的") if answer["after"] else ("drawn", "所抽取的")
    given = last["asked"]
    exists = exists_zh = ""
    if given["worlds"] != last["worlds"]:
        exists = f"; where its mechanism exists in {_share(given)} of {given['worlds']:,}"
        exists_zh = f"；其机制存在的{given['worlds']}个世界中，{_share(given)}成立"
    return say(
        f"prior {prior}: true in {_share(last)} of {last['worlds']:,} worlds {when}{exists}",
        f"{prior}先验：{when_zh}{last['worlds']}个世界中，{_share(last)}成立{exists_zh}",
    )


def _second(laboratory: Laboratory, row: dict[str, Any]) -> list[str]:
    second = row["second_parting"]
    if second is None:
        return []
    shares = say("; ", "；").join(f"{_prior(laboratory, each['prior'])} {_share(each)}" for each in second["answers"])
    (word, word_zh), year = verdict_label(second), f"{second['year']:g}"
    return [
        say(f"where regimes leave history in {year}: {word}; {shares}", f"若各情景自{year}年起与历史分开：{word_zh}；{shares}")
    ]


def _share(found: dict[str, Any]) -> str:
    if found["probability"] is None:
        return say("no world to ask", "没有可供检验的世界")
    held, low, high = share(found["probability"]), f"{100 * found['low']:.1f}", f"{100 * found['high']:.1f} %"
    return say(f"{held} ({span(low, high)})", f"{held}（{low}%至{high}）")
