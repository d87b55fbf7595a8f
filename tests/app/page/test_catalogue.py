"""The catalogues: the same keys and slots in both languages, every key used, and nothing left in English."""

import re
from pathlib import Path

import pytest

from dualtrack.app.page.catalogue import catalogues, pair
from dualtrack.app.page.document import scripts
from dualtrack.app.page.pack import translated as told
from dualtrack.errors import DuplicateName, LabError, NoMeaning, OutputError


def written(folder: Path, **files: str) -> Path:
    """Catalogues in a folder; a file is named by its language and its name."""
    for name, text in files.items():
        language, _, file = name.partition("_")
        (folder / language).mkdir(exist_ok=True)
        (folder / language / f"{file}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_files_of_a_language_are_one_catalogue(tmp_path: Path) -> None:
    found = catalogues(written(tmp_path, en_a='[x]\na = "A"', en_b='b = "{0} B"', zh_a='[x]\na = "甲"', zh_b='b = "乙{0}"'))
    assert found == {"en": {"x.a": "A", "b": "{0} B"}, "zh": {"x.a": "甲", "b": "乙{0}"}}
    assert pair(found, "x.a") == ("A", "甲")


@pytest.mark.parametrize(
    ("files", "error", "said"),
    [
        ({"en_a": 'a = "A"', "zh_a": ""}, NoMeaning, "`a` is missing in zh"),
        ({"en_a": 'a = "A"', "zh_a": 'a = ""'}, NoMeaning, "`a` is missing in zh"),
        ({"en_a": "", "zh_a": 'a = "甲"'}, NoMeaning, "`a` is missing in en"),
        ({"en_a": 'a = "{0} of {1}"', "zh_a": 'a = "{0}"'}, NoMeaning, "other slots"),
        ({"en_a": 'a = "A"', "en_b": 'a = "A"', "zh_a": 'a = "甲"'}, DuplicateName, "stands in two files"),
        ({"en_a": "a = 3", "zh_a": 'a = "甲"'}, NoMeaning, "no text"),
        ({"en_a": "a = ", "zh_a": 'a = "甲"'}, OutputError, "cannot be read"),
    ],
)
def test_uneven_catalogues_are_refused(tmp_path: Path, files: dict[str, str], error: type[LabError], said: str) -> None:
    with pytest.raises(error) as caught:
        catalogues(written(tmp_path, **files))
    assert said in str(caught.value)


def test_the_pages_own_catalogues_are_even() -> None:
    found = catalogues()
    assert found["en"].keys() == found["zh"].keys()
    same = {key for key, text in found["en"].items() if found["zh"][key] == text}
    mixed = {key for key, text in found["en"].items() if any("\u4e00" <= sign <= "\u9fff" for sign in text)}
    assert mixed <= same, "a language is named in itself, and nothing else is Chinese in English"


def test_a_key_that_a_module_says_is_in_the_catalogues() -> None:
    found = catalogues()
    said = {key for text in scripts().values() for key in re.findall(r"\bsay(?:Pair)?\(\s*\"([\w.]+)\"", text)}
    assert len(said) > 50
    assert sorted(said - found["en"].keys()) == []


def test_a_translation_is_found_by_its_english_whatever_the_line_breaks() -> None:
    english = next(iter(told.translations()))
    assert told.told(english.replace(" ", "\n ")) == (english, told.translations()[english])
