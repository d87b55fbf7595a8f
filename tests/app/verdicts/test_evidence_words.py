"""Evidence as it is shown: the sentence, the grade beside it, and whether the source was read in full."""

from dualtrack.app.bind import bind
from dualtrack.app.verdicts.evidence_words import evidence_lines, grade_words
from dualtrack.lab.verdicts.evidence_rows import evidence_rows
from dualtrack.language.statements.claim_sides import Evidence, Sides

RECORD = bind().record
SOURCE = RECORD.sources[0]
SAID = ("Spending rose by a third.", "支出增加三分之一。")


def test_a_row_holds_grade_words_and_whether_the_source_was_read() -> None:
    rows = evidence_rows(Sides((Evidence(SOURCE.key, SAID),), (Evidence(SOURCE.key, SAID, is_read=True),)), RECORD)
    words = {"source": SOURCE.key, "grade": SOURCE.grade, "en": SAID[0], "zh": SAID[1]}
    assert rows == {"supports": [{**words, "read": False}], "opposes": [{**words, "read": True}]}
    assert grade_words(rows["supports"][0]) == (f"grade {SOURCE.grade}, not read in full", f"等级{SOURCE.grade}，未读全文")
    assert grade_words(rows["opposes"][0]) == (f"grade {SOURCE.grade}", f"等级{SOURCE.grade}")


def test_a_terminal_is_told_the_sentence_in_both_languages_and_the_source_below_it() -> None:
    rows = evidence_rows(Sides((Evidence(SOURCE.key, SAID),), ()), RECORD)
    english, chinese, cited = evidence_lines(rows["supports"], RECORD)
    assert (english, chinese) == SAID
    assert SOURCE.title in cited
    assert cited.endswith(f"grade {SOURCE.grade}, not read in full [{SOURCE.key}]")


def test_an_empty_side_says_that_none_was_found() -> None:
    assert evidence_lines([], RECORD) == ("none found among the sources of the record",)
