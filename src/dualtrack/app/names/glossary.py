"""The words of the house, each said once in both languages: what a reader meets in an answer and may ask the meaning of."""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.app.names.glossary_runs import RUN_WORDS
from dualtrack.app.names.glossary_verdicts import VERDICT_WORDS
from dualtrack.app.verdicts.verdict_words import MEANT, SAID
from dualtrack.language.declaration import Label

GRADES: dict[str, Label] = {
    "A": ("primary: the document itself, its abstract, or whoever counted", "一手来源：文件本身、其摘要，或统计者本人"),
    "B": ("credible press, or a second hand that says where it has it from", "可信的新闻报道，或注明出处的二手来源"),
    "C": ("weak: a relay, a forum or a digest", "弱来源：转述、论坛或摘编"),
}
"""What the grade of a source means."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word in English and Chinese, what it means, and the command that shows it, if any."""

    word: str
    zh: str
    meaning: Label
    see: str = ""


def terms() -> tuple[Term, ...]:
    """Every word that is explained, those of verdicts and grades by the tables that hold them."""
    written = [Term(word, zh, (en, said), "".join(see)) for word, zh, en, said, *see in (*RUN_WORDS, *VERDICT_WORDS)]
    answers = [Term(said, zh, MEANT[answer], "dualtrack judge") for answer, (said, zh) in SAID.items()]
    grades = [Term(f"grade {grade}", f"{grade}级", meaning, "dualtrack list sources") for grade, meaning in GRADES.items()]
    return (*written, *answers, *grades)
