"""Why a verdict is what it is, in a line that a sceptic can check: who agrees, and whether the record or the model decides."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.terminal.numbers import share as percent
from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.claims.under_prior import ClaimReading
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED, Share
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_test import Waits

NEARLY = 0.98
"""The share of worlds before the record from which on a claim is nearly true by how the model is built."""


def reason(judgement: Judgement, reached: Share | None = None) -> Label:
    """Why a verdict is what it is; `reached` is how often the claim holds with its mechanisms at full strength."""
    if isinstance(judgement.test, Waits):
        en, zh = judgement.test.reason
        return f"waits for {en}", f"待{zh}"
    match judgement.verdict:
        case "structure":
            return "the levers exist and moved on record", "杠杆存在且有历史记录"
        case "not decided":
            return _undecided([each.last for each in judgement.answers])
        case _:
            return _joined(_agreement(judgement), _built_in(judgement, reached) or _by_the_record(judgement))


def _agreement(judgement: Judgement) -> Label:
    return ("every prior agrees", "各先验一致") if len(judgement.answers) > 1 else ("clear of the bound", "明显越过界限")


def _built_in(judgement: Judgement, reached: Share | None) -> Label | None:
    """Whether the model's own construction or sizes decide, rather than the record."""
    before = [each.before.share.value for each in judgement.answers]
    if judgement.verdict == "supported" and min(before) >= NEARLY:
        return (
            f"nearly true by construction: in {percent(min(before))} of worlds before any record",
            f"近乎由模型构造决定：未用任何史实时已在{percent(min(before))}的世界中成立",
        )
    if judgement.verdict == "contradicted" and reached is not None:
        at_full = percent(reached.value)
        if reached.interval[1] <= CONTRADICTED:
            return (
                f"by the sizes declared, not the record: with its mechanism at full strength true in {at_full}",
                f"由所设大小而非史实决定：机制全强时仅{at_full}成立",
            )
        return f"with its mechanism at full strength true in {at_full}", f"机制全强时{at_full}成立"
    if judgement.verdict == "contradicted" and max(before) <= 1 - NEARLY:
        return (
            f"nearly false by construction: true in {percent(max(before))} of worlds before any record",
            f"近乎由模型构造决定：未用任何史实时仅{percent(max(before))}成立",
        )
    return None


def _by_the_record(judgement: Judgement) -> Label:
    """Whether the verdict stands without the record too."""
    before = [each.before.share for each in judgement.answers]
    if all(_side(each) == ("above" if judgement.verdict == "supported" else "below") for each in before):
        return "so before any record too", "未用任何史实时已然如此"
    return "the record tips it", "由史实定夺"


def _joined(first: Label, second: Label) -> Label:
    return f"{first[0]}; {second[0]}", f"{first[1]}；{second[1]}"


def _undecided(readings: Sequence[ClaimReading]) -> Label:
    if all(each.share.interval[0] >= SUPPORTED for each in readings):
        return "hardly oftener true than without the mechanism", "与去除机制时相比并不明显更常成立"
    sides = {_side(each.share) for each in readings}
    clear = sides - {"unclear"}
    if sides == {"between"}:
        return ("between the bounds" + (" under every prior" if len(readings) > 1 else ""), "处于两界之间")
    if clear == {"between"}:
        return "between the bounds, or too near one to tell", "处于两界之间，或过于接近界限"
    if len(clear) > 1:
        return "priors differ", "各先验不一致"
    return "sampling error could flip it", "抽样误差足以翻转"


def _side(share: Share) -> str:
    """On which side of the bounds the whole interval of a share lies."""
    low, high = share.interval
    if low >= SUPPORTED:
        return "above"
    if high <= CONTRADICTED:
        return "below"
    return "between" if low > CONTRADICTED and high < SUPPORTED else "unclear"
