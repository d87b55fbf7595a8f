"""Why a verdict is what it is, in a line that a sceptic can check: who agrees, and whether the record or the model decides."""

from __future__ import annotations

from typing import assert_never

from dualtrack.app.terminal.numbers import share as percent
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.statistics.verdict import Share
from dualtrack.lab.verdicts.grounds import VerdictGrounds, grounds
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_test import Waits


def reason(judgement: Judgement, reached: Share | None = None) -> Label:
    """Why a verdict is what it is; `reached` is how often the claim holds with its mechanisms at full strength."""
    if isinstance(judgement.test, Waits):
        en, zh = judgement.test.reason
        return f"waits for {en}", f"待{zh}"
    found = grounds(judgement, reached)
    said = _said(found, percent(found.share))
    return said if judgement.verdict in ("structure", "not decided") else _joined(_agreement(found), said)


def _agreement(found: VerdictGrounds) -> Label:
    return ("every prior agrees", "各先验一致") if found.priors > 1 else ("clear of the bound", "明显越过界限")


def _said(found: VerdictGrounds, share: str) -> Label:
    match found.ground:
        case "true by construction":
            return (
                f"nearly true by construction: in {share} of worlds before any record",
                f"近乎由模型构造决定：未用任何史实时已在{share}的世界中成立",
            )
        case "false by construction":
            return (
                f"nearly false by construction: true in {share} of worlds before any record",
                f"近乎由模型构造决定：未用任何史实时仅{share}成立",
            )
        case "sizes":
            return (
                f"by the sizes declared, not the record: with its mechanism at full strength true in {share}",
                f"由所设大小而非史实决定：机制全强时仅{share}成立",
            )
        case "strength":
            return f"with its mechanism at full strength true in {share}", f"机制全强时{share}成立"
        case "before the record":
            return "so before any record too", "未用任何史实时已然如此"
        case "record":
            return "the record tips it", "由史实定夺"
        case "structure" | "waiting":
            return "the levers exist and moved on record", "杠杆存在且有历史记录"
        case "no better than without":
            return "hardly oftener true than without the mechanism", "与去除机制时相比并不明显更常成立"
        case "between":
            return ("between the bounds" + (" under every prior" if found.priors > 1 else ""), "处于两界之间")
        case "between or near":
            return "between the bounds, or too near one to tell", "处于两界之间，或过于接近界限"
        case "priors differ":
            return "priors differ", "各先验不一致"
        case "sampling error":
            return "sampling error could flip it", "抽样误差足以翻转"
        case _:
            assert_never(found.ground)


def _joined(first: Label, second: Label) -> Label:
    return f"{first[0]}; {second[0]}", f"{first[1]}；{second[1]}"
