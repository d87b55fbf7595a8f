"""The verdicts that are kept with the program, as rows: for each claim its verdict and the shares that it is read from."""

from __future__ import annotations

from math import inf, isfinite, log

from dualtrack.app.page.pack.claim_rows import VERDICT
from dualtrack.app.page.pack.found import Data, found_if_current
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.standing import without_own_claims
from dualtrack.language.statements.claim_test import ClaimTest, Given, Test
from dualtrack.language.statements.ledger import Claim
from dualtrack.targets.numeric.tidy import Row

STALE = (
    "Verdicts are not shown: those kept with the program were found from another model, record or test. `dualtrack judge` finds "
    "them, `dualtrack page --renew` keeps them."
)
STALE_ZH = (
    "各项主张的判定此处从略：随程序保存的判定出自另一模型、记录或检验。运行 `dualtrack judge` 可重新判定，"
    "运行 `dualtrack page --renew` 可将结果保存。"
)
STALE_LABEL = STALE, STALE_ZH


def verdict_rows(laboratory: Laboratory) -> list[Row]:
    """One row per claim in the theory's order; none where the kept verdicts were found from something else.

    A claim of a user's own has none that is kept.
    """
    found, claims = found_if_current(laboratory), without_own_claims(laboratory).theory.claims
    return [] if found is None else [_row(laboratory, claim, found["verdicts"][claim.id]) for claim in claims]


def open_claims(laboratory: Laboratory) -> tuple[str, ...]:
    """The claims that the kept verdicts leave open, in the theory's order; none where they were found from something else."""
    found = found_if_current(laboratory)
    return () if found is None else tuple(name for name, row in found["verdicts"].items() if row["verdict"] == "open")


def kept_origin(laboratory: Laboratory) -> Row | None:
    """How many worlds the kept verdicts were judged in, how many of them history left, and their seed; None if they are stale."""
    found = found_if_current(laboratory)
    if found is None:
        return None
    last = [answer["after"] for row in found["verdicts"].values() for answer in row["answers"] if answer["after"]]
    return {
        "worlds": found["worlds"],
        "accepted": max((each["worlds"] for each in last), default=None),
        "seed": found["seed"],
        "unit": "1",
    }


def existence_rows(laboratory: Laboratory) -> list[Row]:
    """By what factor every body of evidence that counts changes the odds of each mechanism on which a claim rests.

    It is the one nearest to 1 of them, so that it speaks only where all speak; least first, without bound last. `bodies` says how
    many there are.
    """
    found = found_if_current(laboratory)
    rows = [] if found is None else list(found["verdicts"].values())
    every: dict[str, list[float]] = {}
    for row in rows:
        for column in [each for each in row["columns"] if each["counts"]]:
            for name, factor in column["existence"].items():
                every.setdefault(name, []).append(inf if factor is None else factor)
    bodies = max((sum(column["counts"] for column in row["columns"]) for row in rows), default=0)
    odds = {name: min(factors, key=_apart) for name, factors in every.items()}
    known = sorted(odds, key=lambda name: (odds[name], name))
    told = {name: odds[name] if isfinite(odds[name]) else None for name in known}
    return [{"name": name, **_said(laboratory, name), "odds": told[name], "bodies": bodies} for name in known]


def _apart(factor: float) -> float:
    """How far a factor lies from saying nothing."""
    return abs(log(factor)) if factor > 0 else inf


def influence_rows(laboratory: Laboratory, most: int) -> list[Row]:
    """The numbers that take part in most of the variance of the main outcome's lag, and of its last level, largest first."""
    found = found_if_current(laboratory)
    matter = {} if found is None else found["matter"]
    rows = []
    for of in ("lag", laboratory.theory.outcomes[0]):
        parts = sorted(((parts[of], name) for name, parts in matter.items() if of in parts), reverse=True)[:most]
        rows += [{"of": of, "name": name, **_said(laboratory, name), "part": part} for part, name in parts]
    return [{**row, "kind": _kind(laboratory, row["name"])} for row in rows]


def _row(laboratory: Laboratory, claim: Claim, kept: Data) -> Row:
    test = next(each for each in laboratory.theory.tests if each.id == claim.id)
    in_mechanism = isinstance(test, ClaimTest) and bool(test.mechanisms)
    last = [(each["prior"], each["after"] or each["before"]) for each in kept["answers"]]
    priors, beside = [prior for prior, _ in last], kept["beside"]
    return {
        "id": claim.id,
        "en": claim.statement[0],
        "zh": claim.statement[1],
        **{key: kept[key] for key in (*VERDICT, "firmness", "turns", "needed", "second_parting")},
        "variants": [{"en": each["label"][0], "zh": each["label"][1], **_share(each, priors[0])} for each in kept["variants"]],
        "where": "mechanism exists" if in_mechanism else "all",
        "given_first": _asked_where(test),
        "drawn": [_share(each["asked"], prior) for prior, each in last],
        "null": [_share(each, prior) for prior, each in zip(priors, beside["null"], strict=True)] if beside else [],
        "best": _share(beside["best"], priors[0]) if beside and beside["best"] else None,
        "shares": [_share(each, prior) for prior, each in last],
    }


def _asked_where(test: Test) -> Row | None:
    """In which worlds alone a claim is asked, in words; none where it is asked in all."""
    if not isinstance(test, ClaimTest) or not isinstance(test.condition, Given):
        return None
    return dict(zip(("en", "zh"), test.condition.label, strict=True))


def _share(found: Data, prior: str) -> Row:
    return {"prior": prior, "share": found["probability"], "low": found["low"], "high": found["high"], "unit": "1"}


def _said(laboratory: Laboratory, name: str) -> Row:
    return dict(zip(("en", "zh"), laboratory.model[name].label, strict=True))


def _kind(laboratory: Laboratory, name: str) -> str:
    """Whether a number is a mechanism's switch, assumed, or from a source."""
    if laboratory.model[name].role == "switch":
        return "switch"
    return "assumed" if name in laboratory.model.assumed else "sourced"
