"""Every claim as data: its statement, its test in words, the verdict that was found, and the evidence on both sides."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.statements.check_claims import regimes_of
from dualtrack.language.statements.claim_sides import Evidence, Sides
from dualtrack.language.statements.claim_test import ClaimTest, StructureTest, Test
from dualtrack.language.statements.ledger import Claim
from dualtrack.language.tilt import Tilt

Data = dict[str, Any]
VERDICT = ("verdict", "why", "number", "near")
"""A verdict by the rule: its word, why an open one is open, the number it hangs on, and a bound that is near."""
DIGITS = 5
"""Significant digits of what is shown: two more than any row prints."""
KINDS = {ClaimTest: "computed", StructureTest: "structure"}


def claim_rows(
    claims: Iterable[Claim], tests: Iterable[Test], evidence: Mapping[str, Sides], found: Mapping[str, Data]
) -> list[Data]:
    """Claims in their declared order; `found` holds the verdict of each by id, its numbers to as many digits as are read."""
    asked = {test.id: test for test in tests}
    return [{**_declared(claim, asked[claim.id], evidence[claim.id]), **_read(found[claim.id])} for claim in claims]


def _read(found: Any) -> Any:
    if isinstance(found, float):
        return float(f"{found:.{DIGITS}g}")
    if isinstance(found, list):
        return [_read(each) for each in found]
    return {key: _read(each) for key, each in found.items()} if isinstance(found, dict) else found


def _declared(claim: Claim, test: Test, sides: Sides) -> Data:
    """What is written of a claim before any world is run."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "label": list(claim.statement),
        "carriedBy": list(claim.carried_by),
        "asked": list(test.asked),
        "test": KINDS.get(type(test), "waiting"),
        "levers": list(test.levers) if isinstance(test, StructureTest) else [],
        "compares": list(regimes_of([test])),
        "mechanisms": list(test.mechanisms) if isinstance(test, ClaimTest) else [],
        "evidenceFor": [_piece(each) for each in sides.supports],
        "evidenceAgainst": [_piece(each) for each in sides.opposes],
    }


def _piece(each: Evidence) -> Data:
    """One source with what in it bears on the claim; its grade stands with the sources."""
    return {"source": each.source, "text": list(each.relevance), "isRead": each.is_read}


def verdict_of(row: Data) -> Data:
    """What judging found of a claim, from the row that `dualtrack judge --json` prints, without what the page does not show."""
    answers, second = row["answers"], row["second_parting"]
    last = (answers[0]["after"] or answers[0]["before"]) if answers else None
    return {
        **{key: row[key] for key in VERDICT},
        "firmness": row["firmness"] and _firmness(row["firmness"]),
        "turns": row["turns"],
        "needed": row["needed"] and _needed(row["needed"]),
        "beside": None if row["beside"] is None else _beside(row["beside"]),
        "existence": {name: each["factor"] for name, each in row["existence"].items()},
        "columns": [_column(each) for each in row["columns"]],
        "answers": [_answer(each) for each in answers],
        "second_parting": None if second is None else _second(second),
        "variants": [{"label": _both(each), **_share(each)} for each in last["variants"]] if last else [],
        "cruxes": [_crux(each) for each in answers[0]["cruxes"]] if answers else [],
    }


def _firmness(found: Data) -> Data:
    """Whether one number flips the verdict, and the first that does."""
    flips = found["flips"]
    return {
        "firm": found["firm"],
        "flips": flips and {**_share(flips), **{key: flips[key] for key in ("name", "value", "distance")}},
    }


def _needed(found: Data) -> Data:
    """By what factor sizes fall short."""
    return {**found, "share": found["share"] and _share(found["share"])}


def _beside(beside: Data) -> Data:
    """The shares beside an answer, and the corner of its best case."""
    cases = {name: None if beside[name] is None else _share(beside[name]) for name in ("planted", "best", "nothing", "accepted")}
    return {"null": [_share(each) for each in beside["null"]], **cases, "corner": beside["corner"]}


def _column(column: Data) -> Data:
    """One body of evidence: the shares under each prior, the factors of existence, and its word by itself."""
    return {
        **{key: column[key] for key in ("name", "counts", "verdict", "why")},
        "asked": [_share(each) for each in column["asked"]],
        "null": [_share(each) for each in column["null"]],
        "existence": {name: each["factor"] for name, each in column["existence"].items()},
    }


def _answer(answer: Data) -> Data:
    """One prior."""
    return {
        "prior": answer["prior"],
        "before": reading_of(answer["before"]),
        "after": None if answer["after"] is None else reading_of(answer["after"]),
        "odds": answer["odds"],
    }


def _second(second: Data) -> Data:
    """The same claim where regimes leave history earlier."""
    return {
        "year": second["year"],
        **{key: second[key] for key in VERDICT},
        "answers": [{"prior": each["prior"], **_share(each["asked"])} for each in second["answers"]],
    }


def attribution_of(split: Mapping[str, Data]) -> Data:
    """By claim and prior the mean effect and its parts by group of mechanisms, from the rows that judging gives."""
    return {
        name: {
            prior: {"mean": each["mean"], "parts": [_part(part) for part in each["parts"]]} for prior, each in by_prior.items()
        }
        for name, by_prior in split.items()
    }


def _part(part: Data) -> Data:
    low, high = part["interval"]
    return {"group": part["group"], "label": _both(part), "mean": part["mean"], "low": low, "high": high}


def reading_of(reading: Data) -> Data:
    """A claim in some worlds as the page has it; of which alone it is asked, and in how many it has no number, if any."""
    lead, first, undefined = reading["lead"], reading["given_first"], reading["undefined"]
    asked = {} if first is None else {"given_first": {"label": list(first["label"].values()), **_share(first)}}
    return {
        **asked,
        **({"undefined": _share(undefined)} if undefined and undefined["probability"] else {}),
        **_share(reading),
        "asked": _share(reading["asked"]),
        "effect": reading["effect"],
        "lead": None if lead is None else {"value": lead["lead"], "low": lead["interval"][0], "high": lead["interval"][1]},
    }


def _share(share: Data) -> Data:
    low, high = share["interval"]
    return {"probability": share["probability"], "low": low, "high": high, "worlds": share["worlds"], "worth": share["worth"]}


def _crux(crux: Data) -> Data:
    """What decides; `low` and `high` are how often the claim holds in the worlds below and above a middle value."""
    return {
        "name": crux["name"],
        "label": _both(crux),
        "low": crux["low"]["probability"],
        "high": crux["high"]["probability"],
        "difference": crux["difference"],
    }


def _both(row: Data) -> list[str]:
    return [row["en"], row["zh"]]


def tilt_rows(tilts: Iterable[Tilt]) -> list[Data]:
    """The priors tried, and on which switches and sizes each leans."""
    sides = ("raised", "lowered", "larger", "smaller")
    return [
        {"name": each.name, "label": list(each.label), **{side: list(getattr(each, side)) for side in sides}} for each in tilts
    ]


def bits(row: NDArray[np.bool_]) -> str:
    """A row of yes and no as base64, eight to a byte and the first in the lowest bit."""
    return base64.b64encode(np.packbits(row, bitorder="little").tobytes()).decode("ascii")


def bits_read(text: str, count: int) -> NDArray[np.bool_]:
    """So many yes and no, as `bits` writes them."""
    packed = np.frombuffer(base64.b64decode(text), dtype=np.uint8)
    return np.unpackbits(packed, bitorder="little")[:count].astype(bool)
