"""The page of kept verdicts: a row for every claim, its word in both languages, and nothing of a stale table."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts import verdict_page as page
from dualtrack.app.verdicts.verdict_page import verdict_page
from dualtrack.app.verdicts.verdict_words import SAID, tally_words

LABORATORY = bind()
PAGE = verdict_page(LABORATORY)


@pytest.mark.parametrize("claim", LABORATORY.theory.claims, ids=lambda claim: claim.id)
def test_every_claim_has_a_row_with_its_verdict(claim: object) -> None:
    name = claim.id  # type: ignore[attr-defined]
    found = found_if_current(LABORATORY)
    assert found is not None
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {name} |"))
    kept = found["verdicts"][name]
    assert all(said in row for said in SAID[kept["verdict"]])
    if kept["beside"]:
        assert f"{100 * kept['beside']['best']['probability']:.0f} %" in row


def test_the_page_counts_what_it_lists_and_says_what_moved() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    assert tally_words({"id": name, **row} for name, row in found["verdicts"].items()) in PAGE
    moved = PAGE.partition("## What changed since")[2]
    for entry in found["moved"]:
        assert all(f"| {row['id']} | {row['before']} | {row['now']} |" in moved for row in entry["moved"])


def test_nothing_of_a_stale_table_is_on_it() -> None:
    theory = LABORATORY.theory
    said = verdict_page(replace(LABORATORY, theory=replace(theory, matched=theory.matched[1:])))
    assert "not shown" in said and "|" not in said


def test_the_readme_counts_the_kept_verdicts() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    counts = tally_words({"id": name, **row} for name, row in found["verdicts"].items()).partition(";")[0]
    said = " ".join((Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8").split())
    assert f"Found from {found['worlds']:,} worlds: {counts} " in said


def test_it_says_of_which_worlds_a_claim_is_asked_and_where_it_has_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only under such a claim, and of none that it is asked of nowhere."""
    found = deepcopy(found_if_current(LABORATORY))
    assert found is not None
    few = {"label": ["a bubble forms", "出现泡沫"], "probability": 0.02, "low": 0.01, "high": 0.03, "worlds": 4000}
    none = {"probability": None, "low": None, "high": None, "worlds": 0, "worth": 0.0}
    for row in found["verdicts"].values():
        for answer in row["answers"]:
            answer["after"].pop("undefined", None)
    for name, more in (("L5", {"given_first": few, "undefined": {"probability": 0.25}}), ("L6", {"asked": none})):
        for answer in found["verdicts"][name]["answers"]:
            answer["after"] |= more
    found["verdicts"]["L6"]["beside"]["null"] = [none]
    monkeypatch.setattr(page, "found_if_current", lambda _: found)
    first = verdict_page(LABORATORY).partition("## Bodies of evidence")[0]
    said = {line.split(" | ")[0]: line for line in first.splitlines() if line.startswith("| L")}
    assert "of 4,000 worlds in which a bubble forms (2 %" in said["| L5"]
    assert "undefined in 25 % of worlds, which count as not true / 在25%的世界中无从定义" in said["| L5"]
    assert all("undefined" not in line and "asked in" not in line for name, line in said.items() if name != "| L5")
    assert "| – | – |" in said["| L6"]
