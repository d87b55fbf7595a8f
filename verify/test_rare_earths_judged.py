"""The verdicts on the second theory's page, found again in all worlds."""

from tests.examples.rare_earths_lab import module


def test_the_verdicts_on_the_page_are_what_the_laboratory_finds():
    judge = module("judge")
    text = judge.README.read_text(encoding="utf-8")
    assert judge.renewed(text, judge.table()) == text
