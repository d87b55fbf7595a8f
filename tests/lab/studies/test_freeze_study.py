"""Freezing: what a claim says decides its seal, the rest of the file stays, and a claim that was altered is refused."""

import random
import stat
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import LabError, OutputError, StudyError
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.freeze_study import freeze_study, frozen_text
from dualtrack.lab.studies.lay_study import lay_study
from dualtrack.lab.studies.own_claim import OwnClaim, content_seal
from dualtrack.lab.studies.standing import check_frozen, told_tests, without_own_claims
from dualtrack.lab.studies.study_file import read_study
from tests.lab.studies.claiming import CLAIM
from tests.lab.studies.studying import shipped, study_of, written

DAY = date(2026, 11, 30)
NUMBER = st.integers(-9, 9) | st.floats(-9, 9, allow_nan=False).filter(lambda value: value != int(value))
LEAF = st.text('ab "\\#\n中', max_size=5) | NUMBER | st.booleans()
KEY = st.sampled_from(["sentence", "why", "value", "of", "regime", "null", "sizes"])
ENTRY: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    KEY, LEAF | st.lists(LEAF, max_size=3) | st.dictionaries(KEY, LEAF, min_size=1, max_size=3), min_size=1
)


def toml(value: Any, chance: random.Random) -> str:
    """A value as TOML, numbers and texts in one of their ways."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(f"\\u{ord(letter):04X}" if chance.random() < 0.5 else _plain(letter) for letter in value) + '"'
        case int():
            return chance.choice([str(value), f"{value}.0", f"{value}e0"])
        case float():
            return chance.choice([repr(value), f"{value:.17e}"])
        case list():
            return "[" + chance.choice([", ", ",\n  # more\n"]).join(toml(each, chance) for each in value) + "]"
        case _:
            return "{ " + ", ".join(f"{key} = {toml(each, chance)}" for key, each in _shuffled(value, chance)) + " }"


def _plain(letter: str) -> str:
    return {'"': '\\"', "\\": "\\\\", "\n": "\\n"}.get(letter, letter)


def _shuffled(entry: dict[str, Any], chance: random.Random) -> list[tuple[str, Any]]:
    found = list(entry.items())
    chance.shuffle(found)
    return found


def laid_out(entry: dict[str, Any], seed: int) -> str:
    """A claim in some order of keys, with comments and gaps, tables inside it in a line or under a header."""
    chance = random.Random(seed)
    lines, tables = ["[claims.a]"], list[str]()
    for key, value in _shuffled(entry, chance):
        if isinstance(value, dict) and chance.random() < 0.5:
            tables += [f"[claims.a.{key}]", *(f"{inner} = {toml(each, chance)}" for inner, each in _shuffled(value, chance))]
        else:
            lines.append(f"{key}{chance.choice(['=', '  =  '])}{toml(value, chance)}{chance.choice(['', ' # why', '  '])}")
        lines += chance.choice([[], ["# a remark"], ["", ""]])
    return "\n".join([*lines, *tables]) + "\n"


def seal(entry: dict[str, Any]) -> str:
    return content_seal("a", entry, {})


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(text)["claims"]["a"]
    return found


@given(ENTRY, st.integers(), st.integers())
def test_comments_layout_and_order_leave_a_seal_as_it_is(entry: dict[str, Any], one: int, other: int) -> None:
    assert seal(entry) == seal(read(laid_out(entry, one))) == seal(read(laid_out(entry, other)))


@given(ENTRY, ENTRY)
def test_two_claims_have_one_seal_only_if_they_say_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    same = typed(one) == typed(other)
    assert (seal(one) == seal(other)) == same


@given(ENTRY, st.data())
def test_any_change_of_what_is_said_changes_the_seal(entry: dict[str, Any], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(entry)))
    fresh = data.draw(LEAF.filter(lambda value: typed(value) != typed(entry[key])))
    assert seal(entry) != seal({**entry, key: fresh})
    assert seal(entry) != seal({each: value for each, value in entry.items() if each != key})
    assert seal(entry) != content_seal("b", entry, {})


def typed(value: Any) -> Any:
    """The value with truth and numbers told apart, as Python does not."""
    match value:
        case dict():
            return {key: typed(each) for key, each in value.items()}
        case list():
            return [typed(each) for each in value]
        case bool():
            return ("truth", value)
        case _:
            return value


@given(
    st.lists(st.sampled_from(["# [claims.mine_1]", 'about = "é 中"', "", 'x = """\n[claims.mine_1]\n"""']), unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_every_other_byte_of_the_file_stays(before: list[str], end: str, marked: bool) -> None:
    text = "\n".join([*before, CLAIM.replace("[claims.mine_1]", "  [ claims . mine_1 ]  # mine"), "# the end"])
    data = ("\ufeff" if marked else "").encode() + text.replace("\n", end).encode()
    found = frozen_text(data, {"mine_1": own()}, DAY)
    added = f'frozen = 2026-11-30{end}seal = "{own().content}"{end}'.encode()
    assert found.count(added) == 1
    assert found.replace(added, b"") == data
    assert found.index(added) == data.index(b"# mine") + len("# mine" + end)


def own(text: str = CLAIM) -> OwnClaim:
    """The claim, as it would be read."""
    entry = tomllib.loads(text)["claims"]["mine_1"]
    test, claim = shipped().theory.tests[1], shipped().theory.claims[1]
    return OwnClaim(claim, test, ("", ""), content_seal("mine_1", entry, {}), "mine.toml:2")  # type: ignore[arg-type]


def laid(file: Path) -> Laboratory:
    return lay_study(shipped(), read_study(file, shipped(), DAY))


def test_a_claim_is_frozen_once_and_altered_ones_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path, CLAIM)
    file.chmod(0o640)
    fresh = laid(file)
    with pytest.raises(StudyError, match="not frozen") as refused:
        check_frozen(fresh, ["mine_1"])
    assert "dualtrack freeze" in refused.value.fix
    assert freeze_study(fresh, DAY).new == ("mine_1",)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    frozen = file.read_bytes()
    check_frozen(laid(file), ["mine_1"])
    assert freeze_study(laid(file), date(2026, 12, 24)).new == ()
    assert file.read_bytes() == frozen
    file.write_bytes(frozen.replace(b"value = 3.0", b"# three\nvalue = 3"))
    check_frozen(laid(file), ["mine_1"])
    file.write_bytes(frozen.replace(b"value = 3.0", b"value = 2.0"))
    for ask in (lambda: check_frozen(laid(file), ["mine_1"]), lambda: freeze_study(laid(file), DAY)):
        with pytest.raises(StudyError, match="mine_1 was altered since it was frozen on 2026-11-30") as told:
            ask()
        assert "another name" in told.value.fix


def test_no_verdict_is_found_of_a_claim_that_is_not_frozen(tmp_path: Path) -> None:
    laboratory = laid(written(tmp_path, CLAIM))
    with pytest.raises(StudyError, match="gets no verdict"):
        judge_all(laboratory, 6, 7, lambda *_: None, docket=Docket.of(laboratory.theory).only(["mine_1"]))
    assert [each.id for each in laboratory.theory.tests][-1] == "mine_1"
    assert told_tests(laboratory) == shipped().theory.tests == without_own_claims(laboratory).theory.tests


def test_a_file_that_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, CLAIM)
    laboratory = laid(file)
    file.write_text(CLAIM.replace("3.0", "4.0"), encoding="utf-8")
    with pytest.raises(OutputError, match="was changed"):
        freeze_study(laboratory, DAY)
    assert "frozen" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["claims.mine_1." + "\nclaims.mine_1.".join(CLAIM.strip().splitlines()[1:]), 'name = "empty"'])
def test_what_cannot_be_frozen_is_refused_with_a_fix(text: str, tmp_path: Path) -> None:
    with pytest.raises(LabError) as refused:
        freeze_study(laid(written(tmp_path, text)), DAY)
    assert "[claims." in refused.value.fix


def test_a_day_that_has_not_come_is_refused(tmp_path: Path) -> None:
    text = CLAIM + f'frozen = 2026-12-01\nseal = "{"0" * 64}"'
    with pytest.raises(StudyError, match="has not come"):
        read_study(written(tmp_path, text), shipped(), DAY)
    assert study_of(tmp_path, text).claims["mine_1"].standing == "altered"
