"""Study files bent in known ways, each with the end that it must come to, written down before it is read.

`refused`: an error with the file, the line and a way out. `told`: read, and said to be without effect. `same`: nothing of what a
run, a draw or the record reads is another. `other`: something is.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from tests.study_sound import NUMBERS, Entry, Sound, lines, sound

End = Literal["refused", "told", "same", "other"]


@dataclass(frozen=True)
class Case:
    """A bent file, the sound one that it was made from, how it was bent, and the end that it must come to."""

    kind: str
    bent: bytes
    sound: str
    end: End


Bent = tuple[bytes | str, End]
Mutation = Callable[[Sound, random.Random], Bent]
MUTATIONS: list[Mutation] = []


def case(seed: int, number: int) -> Case:
    """The bent file of a number, the same for the same seed."""
    chance = random.Random(f"{seed} {number}")
    bend, base = MUTATIONS[number % len(MUTATIONS)], sound(chance)
    bent, end = bend(base, chance)
    return Case(bend.__name__, bent.encode() if isinstance(bent, str) else bent, base.text(), end)


def mutation(bend: Mutation) -> Mutation:
    """Note a way to bend a study."""
    MUTATIONS.append(bend)
    return bend


def _put(base: Sound, part: str, entry: Entry) -> Sound:
    changes: dict[str, Any] = {part: entry}
    return replace(base, **changes)


def _with(base_: Sound, part: str, /, **changed: str) -> Sound:
    return _put(base_, part, {**getattr(base_, part), **changed})


def _without(base: Sound, part: str, key: str) -> Sound:
    return _put(base, part, {name: value for name, value in getattr(base, part).items() if name != key})


def _misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    return chance.choice([word[:place] + word[place + 1 :], word[:place] + "q" + word[place:], word + "s"])


@mutation
def _unknown_part(base: Sound, chance: random.Random) -> Bent:
    part = chance.choice(["regime", "priori", "claim", "observation", "tables", "record", "Regimes"])
    return f"{base.text()}\n[{part}.x]\na = 1\n", "refused"


@mutation
def _unknown_key(base: Sound, chance: random.Random) -> Bent:
    part = chance.choice(["head", "regime", "prior", "existence", "source", "figure"])
    entry = dict(getattr(base, part))
    key = chance.choice([each for each in entry if len(each) > 2])
    misspelt = _misspelt(key, chance)
    return _put(base, part, {misspelt if each == key else each: value for each, value in entry.items()}).text(), "refused"


@mutation
def _unknown_number(base: Sound, chance: random.Random) -> Bent:
    return replace(base, number=_misspelt(base.number, chance)).text(), "refused"


@mutation
def _no_uncertain_number(base: Sound, chance: random.Random) -> Bent:
    return replace(base, number=chance.choice(["tool_access", "independent_capability", "alarm", "readiness"])).text(), "refused"


@mutation
def _unknown_lever(base: Sound, chance: random.Random) -> Bent:
    return _with(base, "regime", levers=f"{{ {_misspelt(base.lever, chance)} = 0.4 }}").text(), "refused"


@mutation
def _lever_out_of_range(base: Sound, chance: random.Random) -> Bent:
    return _with(
        base, "regime", levers=f"{{ {base.lever} = {chance.choice(['1.5', '-0.1', 'nan', 'inf', 'true', '[]'])} }}"
    ).text(), "refused"


@mutation
def _base_wrong(base: Sound, chance: random.Random) -> Bent:
    return _with(base, "regime", base=chance.choice(['"as_iz"', '"mine"', "3", '""'])).text(), "refused"


@mutation
def _date_wrong(base: Sound, chance: random.Random) -> Bent:
    return _with(
        base, "regime", parts_at=chance.choice(["1990.0", "2099.0", "2027-01-01", '"2027"', "nan", "true"])
    ).text(), "refused"


@mutation
def _name_taken(base: Sound, chance: random.Random) -> Bent:
    return base.text().replace("[regimes.mine]", f"[regimes.{chance.choice(['as_is', 'near_embargo', 'history'])}]"), "refused"


@mutation
def _range_wrong(base: Sound, chance: random.Random) -> Bent:
    low, high = NUMBERS[base.number]
    wrong = [("high", f"{low / 2}"), ("low", f"{high * 2}"), ("low", "nan"), ("high", "inf"), ("low", '"0.1"'), ("high", "true")]
    wrong += [("low", f"-{low}"), ("mode", f"{high * 2}"), ("mode", "nan"), ("distribution", '"normal"'), ("held", f"{low}")]
    key, value = chance.choice(wrong)
    return _with(base, "prior", **{key: value}).text(), "refused"


@mutation
def _existence_wrong(base: Sound, chance: random.Random) -> Bent:
    return _with(base, "existence", exists=chance.choice(["1.2", "-0.1", "nan", "true", '"half"', "[0.5]"])).text(), "refused"


@mutation
def _range_of_what_exists_or_not(base: Sound, chance: random.Random) -> Bent:
    return _with(base, "existence", **{chance.choice(["low", "high", "mode"]): "0.5"}).text(), "refused"


@mutation
def _no_ground(base: Sound, chance: random.Random) -> Bent:
    part = chance.choice(["prior", "existence"])
    return (_without(base, part, "why") if chance.random() < 0.5 else _with(base, part, why='""')).text(), "refused"


@mutation
def _unknown_source_of_a_prior(base: Sound, chance: random.Random) -> Bent:
    return _with(_without(base, "prior", "why"), "prior", source='"nobody_2026"').text(), "refused"


@mutation
def _cell_wrong(base: Sound, chance: random.Random) -> Bent:
    wrong = [("series", '"smugled_accelerators"'), ("start", '"2025"'), ("end", "2024-12-31"), ("value", '"many"')]
    wrong += [
        ("value", "nan"),
        ("kind", '"guess"'),
        ("source", '"my_cont"'),
        ("published", "2024-06-01"),
        ("value", "true"),
        ("low", "300000"),
    ]
    key, value = chance.choice(wrong)
    return _with(base, "figure", **{key: value}).text(), "refused"


@mutation
def _cell_left_out(base: Sound, chance: random.Random) -> Bent:
    part = chance.choice(["figure", "source"])
    entry = getattr(base, part)
    key = chance.choice([each for each in entry if each != "date"])
    return _without(base, part, key).text(), "refused"


@mutation
def _key_twice(base: Sound, chance: random.Random) -> Bent:
    part = chance.choice([base.prior, base.regime, base.figure])
    line = lines(dict([chance.choice(list(part.items()))]))
    return base.text().replace(line, line + line, 1), "refused"


@mutation
def _table_twice(base: Sound, chance: random.Random) -> Bent:
    header = chance.choice(["[regimes.mine]", f"[priors.{base.number}]"])
    return f"{base.text()}\n{header}\n", "refused"


@mutation
def _no_toml(base: Sound, chance: random.Random) -> Bent:
    text = base.text()
    return chance.choice(
        [text[: text.index("why") + 8], text + "\n[regimes.", text + "\na =\n", text.replace("[[", "[", 1)]
    ), "refused"


@mutation
def _bytes_wrong(base: Sound, chance: random.Random) -> Bent:
    text = base.text().replace('"a guess"', '"é"')
    hidden = base.text().replace("a guess", chance.choice(["a\u200bguess", "a\u202eguess", "a\x00guess"]))
    return chance.choice([text.encode("latin-1"), text.encode("utf-16"), hidden.encode()]), "refused"


@mutation
def _of_another_kind(base: Sound, chance: random.Random) -> Bent:
    part, value = chance.choice(
        [("regimes", "3"), ("priors", "[]"), ("observations", '"x"'), ("sources", "{}"), ("title", "3"), ("name", "[]")]
    )
    return f"{part} = {value}\n", "refused"


@mutation
def _as_shipped(base: Sound, chance: random.Random) -> Bent:
    text = base.text()
    return text.replace(lines(base.existence), 'exists = 0.8\nwhy = "as shipped"\n'), "told"


@mutation
def _as_today(base: Sound, chance: random.Random) -> Bent:
    today = {"tool_access": 0.25, "memory_access": 0.1, "eda_access": 0.8, "cloud_access": 0.7, "deal_review": 0.8}
    return _with(base, "regime", levers=f"{{ {base.lever} = {today[base.lever]} }}").text(), "told"


@mutation
def _nothing_said(base: Sound, chance: random.Random) -> Bent:
    return chance.choice(["", lines(base.head), "# nothing\n", "[priors]\n"]), "told"


@mutation
def _row_of_no_use(base: Sound, chance: random.Random) -> Bent:
    return _with(base, "figure", series='"h200_inventory_charge"', value=chance.choice(["0.4", "0.35", "0.5"])).text(), "told"


@mutation
def _written_otherwise(base: Sound, chance: random.Random) -> Bent:
    text = base.text()
    forms = (
        text.replace("\n", "\r\n"),
        text.replace(" = ", "="),
        f"# mine\n{text}\n# end\n",
        text.replace("250000", "250000.0"),
        text.replace('"Mine"', '{ en = "Mine", zh = "我的" }'),
        text.replace("start = 2025-01-01", 'start = "2025-01-01"'),
        text.replace('why = "a guess"', "why = 'a guess'"),
    )
    return chance.choice(forms), "same"


@mutation
def _parts_in_another_order(base: Sound, chance: random.Random) -> Bent:
    head, *tables = base.text().split("\n[")
    chance.shuffle(tables)
    return "\n[".join([head, *tables]), "same"


@mutation
def _said_otherwise(base: Sound, chance: random.Random) -> Bent:
    bent = (
        _with(base, "existence", exists="0.61"),
        _with(base, "regime", levers=f"{{ {base.lever} = 0.55 }}"),
        _with(base, "figure", value="260000"),
        _with(base, "prior", mode=f"{NUMBERS[base.number][1]}"),
        replace(base, prior={"held": f"{NUMBERS[base.number][0]}", "why": '"a guess"'}),
    )
    return chance.choice(bent).text(), "other"
