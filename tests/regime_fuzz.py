"""Regime files bent in one known way each: what should become of a file is written down before anyone reads it.

A mutation takes a sound file and a random generator, and gives the bytes with their end: refused, told (read, and a sentence
says what does not act), the same answer as the sound file, or another answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.regime_sound import KEYS, LEVERS, WRONG, Sound, sound

End = Literal["refused", "told", "same", "other"]
Bent = tuple[bytes, End]
Mutation = Callable[[Sound, random.Random], Bent]
MUTATIONS: list[Mutation] = []
HIDDEN = "\x00\x01\x07\x0b\x0c\x1b\x7f\x85\xad\u200b\u200e\u202a\u202e\u2028\u2029\u2066\u2069\ufeff\U000e0041"


def mutation(bend: Mutation) -> Mutation:
    """Note a way to bend a file."""
    MUTATIONS.append(bend)
    return bend


@mutation
def _encoded(base: Sound, chance: random.Random) -> Bent:
    text = base.text()
    code = chance.choice(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"])
    return text.encode(code), "same" if code == "utf-8-sig" else "refused"


@mutation
def _line_ends(base: Sound, chance: random.Random) -> Bent:
    return base.text().replace("\n", chance.choice(["\r\n", "\n\n", "\n# 注\n", "  \n", "\t\n"])).encode(), "same"


@mutation
def _hidden_written(base: Sound, chance: random.Random) -> Bent:
    place = chance.choice(["Bent", "What it", "弯"])
    return base.text().replace(place, place + chance.choice(HIDDEN)).encode(), "refused"


@mutation
def _hidden_escaped(base: Sound, chance: random.Random) -> Bent:
    letter = chance.choice(HIDDEN)
    escaped = f"\\U{ord(letter):08X}"
    return base.text().replace(chance.choice(["Bent", "What it", "弯"]), f"A{escaped}B").encode(), "refused"


@mutation
def _damaged(base: Sound, chance: random.Random) -> Bent:
    data = bytearray(base.text().encode())
    data.insert(chance.randrange(len(data)), chance.choice([0x80, 0xBF, 0xC0, 0xFE, 0xFF]))
    return bytes(data), "refused"


@mutation
def _cut_short(base: Sound, chance: random.Random) -> Bent:
    text = base.text(lever="", other=f"{base.other} = [[{base.steps[0]!r}, {base.values[0]!r}], [2031.0, 0.4")
    return text.rstrip("\n").encode(), "refused"


@mutation
def _key_misspelt(base: Sound, chance: random.Random) -> Bent:
    key = chance.choice([*KEYS, "lever"])
    spelt = base.lever if key == "lever" else key
    place = chance.randrange(1, len(spelt))
    wrong = chance.choice([spelt[:place] + spelt[place + 1 :], spelt.upper(), spelt + "_", spelt[:place] + "x" + spelt[place:]])
    line = base.text().split("\n")[[*KEYS, "lever"].index(key)]
    return base.text(**{key: line.replace(spelt, wrong, 1)}).encode(), "refused"


@mutation
def _key_missing(base: Sound, chance: random.Random) -> Bent:
    key = chance.choice(["name", "label", "base", "parts_at", "levers"])
    return base.text(**{key: ""}).encode(), "refused"


@mutation
def _doc_missing(base: Sound, chance: random.Random) -> Bent:
    return base.text(
        doc=chance.choice(["", 'doc = { en = "It.", zh = "它。" }', 'doc.en = "It."\ndoc.zh = "它。"'])
    ).encode(), "same"


@mutation
def _one_language(base: Sound, chance: random.Random) -> Bent:
    return base.text(label=chance.choice(['label = "Bent"', 'label = { en = "Bent" }', 'label.zh = "弯"'])).encode(), "same"


@mutation
def _key_twice(base: Sound, chance: random.Random) -> Bent:
    key = chance.choice(["name", "base", "parts_at", "lever"])
    line = base.text().split("\n")[[*KEYS, "lever"].index(key)]
    return base.text(**{key: f"{line}\n{line}"}).encode(), "refused"


@mutation
def _key_strange(base: Sound, chance: random.Random) -> Bent:
    wrong = chance.choice(["extra = 1", '"" = 1', '"ba\\nse" = 1', "2027 = 1", "a.b.c = 2", f"{'k' * 5000} = 1", "cut_of = 2030"])
    return base.text(doc=wrong).encode(), "refused"


@mutation
def _key_otherwise(base: Sound, chance: random.Random) -> Bent:
    value = f"{base.values[0]!r}"
    forms = ('"{0}" = {1}', "'{0}' = {1}", "{0}={1} # on", "  {0}  =  {1}")
    return base.text(lever=chance.choice(forms).format(base.lever, value)).encode(), "same"


@mutation
def _tables_otherwise(base: Sound, chance: random.Random) -> Bent:
    whole = base.text(levers="", lever="", other="")
    first, second = base.text().split("\n")[-3:-1]
    forms = ("levers.{0}\nlevers.{1}\n", "levers = {{ {0}, {1} }}\n", "[ levers ]\n{1}\n{0}\n", '["levers"]\n{0}\n{1}\n')
    return (whole + chance.choice(forms).format(first, second)).encode(), "same"


@mutation
def _typed_wrong(base: Sound, chance: random.Random) -> Bent:
    key = chance.choice(["name", "label", "doc", "base", "parts_at", "levers", "lever"])
    value = chance.choice(WRONG[key])
    name = base.lever if key == "lever" else key
    text = base.text(**{key: value if key == "levers" else f"{name} = {value}"})
    if key == "levers" and value != "[[levers]]":
        text = base.text(levers=value, lever="", other="")
    return text.encode(), "refused"


@mutation
def _number_strange(base: Sound, chance: random.Random) -> Bent:
    wrong = ["1" * 400, "-" + "9" * 400, "9" * 5000, "0x" + "f" * 400, "0x" + "f" * 5000]
    wrong += ["1e309", "-1e309", "1.5", "-0.1", "1e3", "1_000", "00.5", ".5", "5.", "0,5", "50%", "1e-1e", "0x"]
    return base.text(lever=f"{base.lever} = {chance.choice(wrong)}").encode(), "refused"


@mutation
def _number_otherwise(base: Sound, chance: random.Random) -> Bent:
    value = base.values[0]
    line = chance.choice([f"{value:.4f}", f"{value:e}", f"+{value!r}", f"{value!r}000", f"{100 * value:.0f}e-2"])
    return base.text(lever=f"{base.lever} = {line}").encode(), "same"


@mutation
def _number_other(base: Sound, chance: random.Random) -> Bent:
    return base.text(lever=f"{base.lever} = {chance.choice(['0.71', '0.29', '0.52', '7.7e-1'])}").encode(), "other"


@mutation
def _date_beyond(base: Sound, chance: random.Random) -> Bent:
    year = chance.choice(["1990", "2017.9", "2060", "2100", "20300", "0", "-2027", "1e-320", "1e300", "202.7", "2060.5"])
    a = base.values[0]
    if chance.random() < 0.4:
        return base.text(parts_at=f"parts_at = {year}").encode(), "refused"
    line = chance.choice(
        [f"[[{year}, {a!r}]]", f"[[2027.0, {a!r}], [{year}, 0.9]]", f"{{ ramp = [[2027.0, 0.1], [{year}, 0.9]] }}"]
    )
    return base.text(lever=f"{base.lever} = {line}").encode(), "refused"


@mutation
def _date_before_parting(base: Sound, chance: random.Random) -> Bent:
    return base.text(lever=f"{base.lever} = [[{chance.uniform(2018, 2026.9)!r}, 0.4]]").encode(), "refused"


@mutation
def _date_within_step(base: Sound, chance: random.Random) -> Bent:
    """A date moved within the step that ends where it was: the run reads its levers at the same moment as before."""
    moved = base.steps[0] - chance.uniform(0.001, 0.06)
    a, b = base.values
    return base.text(other=f"{base.other} = [[{moved!r}, {a!r}], [{base.steps[1]!r}, {b!r}]]").encode(), "same"


@mutation
def _date_other(base: Sound, chance: random.Random) -> Bent:
    moved = base.steps[0] + chance.uniform(0.001, 0.4)
    a, b = base.values
    return base.text(other=f"{base.other} = [[{moved!r}, {a!r}], [{base.steps[1]!r}, {b!r}]]").encode(), "other"


@mutation
def _late_in_this_run(base: Sound, chance: random.Random) -> Bent:
    """Dates that a longer run reaches and this one does not."""
    return base.text(parts_at=f"parts_at = {chance.uniform(2040, 2059)!r}", other="").encode(), "told"


@mutation
def _pulse_without_trace(base: Sound, chance: random.Random) -> Bent:
    begins = base.steps[0] + chance.uniform(0.005, 0.02)
    line = f"{base.lever} = [[{base.start!r}, 0.4], [{begins!r}, 0.9], [{begins + chance.uniform(0.005, 0.03)!r}, 0.4]]"
    return base.text(lever=line).encode(), "told"


@mutation
def _pulse_of_a_step(base: Sound, chance: random.Random) -> Bent:
    begins = base.steps[0] - chance.uniform(0.001, 0.02)
    line = f"{base.lever} = [[{base.start!r}, 0.4], [{begins!r}, 0.9], [{base.steps[0] + chance.uniform(0.001, 0.02)!r}, 0.4]]"
    return base.text(lever=line).encode(), "told"


@mutation
def _step_repeated(base: Sound, chance: random.Random) -> Bent:
    return base.text(lever=f"{base.lever} = [[{base.start!r}, 0.4], [{base.steps[0]!r}, 0.4]]").encode(), "told"


@mutation
def _nothing_set(base: Sound, chance: random.Random) -> Bent:
    return base.text(lever="", other="", levers=chance.choice(["", "[levers]"])).encode(), "told"


@mutation
def _set_to_what_it_is(base: Sound, chance: random.Random) -> Bent:
    return base.text(lever=f"{base.lever} = {LEVERS[base.lever]}").encode(), "told"


@mutation
def _lever_unknown(base: Sound, chance: random.Random) -> Bent:
    wrong = 'control_alarm independent_capability policy_time layer_focus.equipment "layer_focus" nothing "存储" "a\\tb" time'
    return base.text(lever=f"{chance.choice(wrong.split())} = 0.5").encode(), "refused"


@mutation
def _nested(base: Sound, chance: random.Random) -> Bent:
    depth = chance.choice([3, 50, 900, 30_000])
    key = chance.choice(["doc", "lever"])
    name = base.lever if key == "lever" else "doc"
    return base.text(**{key: f"{name} = {'[' * depth}{']' * depth}"}).encode(), "refused"


@mutation
def _huge(base: Sound, chance: random.Random) -> Bent:
    filler = chance.choice(["# " + "x" * 998 + "\n", "\n" * 1000])
    much = chance.random() < 0.5
    return (base.text() + filler * (1200 if much else 50)).encode(), "refused" if much else "same"


@mutation
def _comments_and_strings(base: Sound, chance: random.Random) -> Bent:
    forms = (
        'doc = """\n[levers]\nparts_at = 3\n"""',
        "doc = '''\nbase = 4 # no\n'''",
        'doc = "a # b [levers]"',
        '# parts_at = 1\ndoc = "x"',
    )
    return base.text(doc=chance.choice(forms)).encode(), "same"


@mutation
def _cut_off(base: Sound, chance: random.Random) -> Bent:
    when = chance.choice(["2030.0", "2020.0", "2060.0", '"2030"', "true"])
    return base.text(doc=f"cut_off = {when}").encode(), "other" if when == "2030.0" else "refused"


@mutation
def _not_toml(base: Sound, chance: random.Random) -> Bent:
    wrong = (
        'name = | = 3 | [levers | name: bent | <xml/> | { | a = \'x | a = "\\q" | a = 1 2 | a == 1 | \\ | a = 1979-13-40 | [a]b'
    )
    return base.text(doc=chance.choice(wrong.split(" | "))).encode(), "refused"


@dataclass(frozen=True)
class Case:
    """One bent file beside the sound one, how it was bent and what should become of it."""

    number: int
    kind: str
    sound: bytes
    bent: bytes
    end: End


def case(seed: int, number: int) -> Case:
    """The case of a number: the same for a seed, whatever was made before it."""
    chance = random.Random(f"{seed}:{number}")
    mutate = MUTATIONS[number % len(MUTATIONS)]
    base = sound(chance)
    bent, end = mutate(base, chance)
    return Case(number, mutate.__name__, base.text().encode(), bent, end)
