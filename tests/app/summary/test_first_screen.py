"""The first screen: it fits, says nothing that the data do not, and says what is missing."""

import json
import re

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.output.json_answer import answer
from dualtrack.app.summary.first_screen import show_first
from dualtrack.app.summary.job_data import job_data
from dualtrack.app.summary.main_answer import main_answer, named_rows
from dualtrack.app.terminal.numbers import months, rough, share
from dualtrack.app.terminal.terminal import on_paper
from dualtrack.app.terminal.wrap import cells
from dualtrack.lab.main_job import MainJob, run_main_job
from tests.app.conftest import Job

MOST = 40
NUMBER = re.compile(r"(?<![\w.])[+−]?\d[\d,]*(?:\.\d+)?")
RULE = {"80", "20", "3", "40", "95"}
"""Bounds of the rule, what an interval holds and the months that count, which stand in the text as constants."""


def screen(job: MainJob, columns: int = 80) -> str:
    """What is printed."""
    with on_paper(columns) as sheet:
        show_first(job)
    return sheet.getvalue()


def numbers(value: object) -> list[float]:
    """Every number in the data, those in names too."""
    match value:
        case dict():
            return [each for inner in value.values() for each in numbers(inner)]
        case list():
            return [each for inner in value for each in numbers(inner)]
        case bool():
            return []
        case int() | float():
            return [float(value)]
        case _:
            return []


def agrees(said: str, data: list[float]) -> bool:
    """Whether a number as printed is one of the data's, as it is, in per cent or as a count of few worlds, rounded alike."""
    value = float(said.replace("−", "-").replace("+", "").replace(",", ""))
    digits = said.replace("+", "").replace("−", "").replace(",", "")
    places = len(digits.partition(".")[2])
    figures = len(digits.replace(".", "").lstrip("0").rstrip("0") or "0")
    half = 0.5 * 10**-places if places or figures > 2 else 0.5 * 10 ** (len(digits) - 2 if len(digits) > 2 else 0)
    return any(abs(value - scale * each) <= half * (1 + 1e-9) for each in data for scale in (1, 100))


@pytest.mark.parametrize(("worlds", "seed"), [(2, 5), (12, 3), (40, 11)])
def test_the_answer_fits_a_screen_for_any_draw(worlds: int, seed: int) -> None:
    said = screen(run_main_job(bind(), worlds, seed, lambda *_: None))
    assert len(said.splitlines()) <= MOST
    assert max(map(cells, said.splitlines())) <= 80


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 160])
def test_the_screen_keeps_to_its_width(job: Job, columns: int) -> None:
    lines = screen(job.found, columns).splitlines()
    assert max(map(cells, lines)) <= columns
    assert columns < 80 or len(lines) <= MOST


def test_every_number_on_the_screen_is_one_of_the_data(job: Job) -> None:
    found = answer("report", job.found.laboratory.model, job_data(job.found, "somewhere"))
    told = ("origin", "answer", "how_sure", "hangs_on", "groups", "assumed", "delay")
    data = numbers(json.loads(json.dumps({key: found[key] for key in told})))
    names = {claim.id for claim in job.found.laboratory.theory.claims}
    text = re.sub(r"\b(?:" + "|".join(names) + r")\b", "", " ".join(screen(job.found).split()))
    for row in named_rows(job.found.laboratory):
        text = text.replace(row["given_first"]["en"], "") if row["given_first"] else text
    strange = [said for said in NUMBER.findall(text) if said not in RULE and not agrees(said, data)]
    assert strange == []


def test_every_median_and_share_of_the_answer_is_shown_in_its_own_row(job: Job) -> None:
    found = main_answer(job.found)["answer"]
    said = {line.split("  ")[0]: line for line in screen(job.found, 100).splitlines()}
    lag, level = said["- its lag in months"], said[found["differences"][0]["en"]]
    for row in found["lags"]:
        assert months(row["q50"]) in lag
        assert f"{share(row['share_later'])} later" in lag
    for row in found["differences"][: len(found["lags"])]:
        assert rough(row["q50"]) in level
        assert f"{share(row['share_above'])} more" in level


def test_the_screen_opens_with_the_question_and_ends_with_what_to_type(job: Job) -> None:
    said = screen(job.found)
    laboratory = job.found.laboratory
    assert said.startswith(f"Asked: {laboratory.theory.question[0].split()[0]}")
    first = laboratory.theory.attributed[0]
    for words in (f"`dualtrack explain {first}`", f"`dualtrack believe {first}`", "assumed", "of the priors alone"):
        assert words in " ".join(said.split())


def test_a_stale_table_is_told_and_the_rest_is_shown(stale: MainJob) -> None:
    said = " ".join(screen(stale).split())
    assert "Verdicts are not shown: those kept with the program were found from another model" in said
    assert "It hangs on: not shown, as it was found for another model" in said
    for word in ("supported", "contradicted", "too small"):
        assert word not in said
    for words in ("What does “Limited opening” change", "its lag in months", "are assumed", "in sample"):
        assert words in said
