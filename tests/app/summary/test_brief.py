"""The page for a memo: both languages, one page, the same numbers, and its sources."""

import re

import pytest

from dualtrack.app.summary.brief import brief, brief_sources
from dualtrack.app.summary.main_answer import main_answer
from dualtrack.lab.main_job import MainJob
from tests.app.calling import Caller
from tests.app.conftest import Job

HAN = re.compile(r"[\u4e00-\u9fff]")
PERCENT = re.compile(r"(\d+) ?%")
LONGEST = {"en": 5000, "zh": 3000}
"""Letters that a printed page holds."""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_a_page_in_its_own_language(job: Job, language: str) -> None:
    said = brief(job.found, language)
    assert said.startswith("# " + job.found.laboratory.theory.question[language == "zh"])
    assert len(said) <= LONGEST[language]
    assert (len(HAN.findall(said)) > 500) == (language == "zh")
    assert language == "zh" or not HAN.search(said)
    assert (job.folder / f"brief.{language}.md").read_text(encoding="utf-8") == said


def test_both_languages_tell_the_same_shares(job: Job) -> None:
    english, chinese = (PERCENT.findall(brief(job.found, language)) for language in ("en", "zh"))
    assert set(english) <= set(chinese) | {"90"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_cited_is_in_the_record_with_date_and_grade(job: Job, language: str) -> None:
    said, record = brief(job.found, language), job.found.laboratory.record
    sources = brief_sources(job.found, main_answer(job.found))
    assert sources
    for row in sources:
        source = record.source(row["key"])
        assert row["title"] in source.title
        assert row["title"] in said
        assert source.date in said
        assert source.grade == row["grade"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_stale_table_leaves_the_rest(stale: MainJob, language: str) -> None:
    said = brief(stale, language)
    assert {"en": "Verdicts are not shown", "zh": "此处从略"}[language] in said
    assert "dualtrack matter" in said
    assert {"en": "Limited opening", "zh": "有限放开"}[language] in said.splitlines()[0]


@pytest.mark.parametrize(("words", "why"), [(("--brief", "en", "--full"), "one length"), (("--brief", "zh", "--json"), "JSON")])
def test_options_that_do_nothing_together_are_refused(call: Caller, words: tuple[str, ...], why: str) -> None:
    answer = call("report", *words)
    assert answer.code == 2
    assert why in answer.err


def test_an_unknown_language_is_refused_with_those_there_are(call: Caller) -> None:
    answer = call("report", "--brief", "fr")
    assert answer.code == 2
    assert "en" in answer.err and "zh" in answer.err
