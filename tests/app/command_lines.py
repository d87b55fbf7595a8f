"""Command lines made up from a grammar of commands and options, each with the end that it must come to, decided before it is run.

A line is a valid one with at most one thing done to it, so that what was done decides the end.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.app.command_words import (
    BY,
    CLAIM,
    COUNT,
    DISPUTED,
    FINE,
    HELD,
    IDLE,
    LANG,
    MISTAKE,
    NAMED,
    NAMES,
    NO_WHOLE,
    NOUNS,
    PLACE,
    QUANTITY,
    REGIME,
    REGIMES,
    SCHEME,
    SEED,
    SETTING,
    TELLING,
    TILT,
    USAGE,
    WORLD,
    YEAR,
    YEARS,
    Kind,
)

TOLD = "told"
Chance = random.Random


@dataclass(frozen=True)
class Command:
    """What a command takes; `needs` are options without which others have no effect, `runs` whether a valid line is cheap."""

    words: Callable[[Chance], list[str]]
    options: dict[str, Kind]
    flags: tuple[str, ...] = ("--json",)
    needs: dict[str, tuple[str, str]] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    runs: bool = True
    takes_more: bool = False


def _one(words: tuple[str, ...]) -> Callable[[Chance], list[str]]:
    return lambda chance: [chance.choice(words)]


def _two(chance: Chance) -> list[str]:
    return chance.sample(REGIMES, 2)


def _none(_: Chance) -> list[str]:
    return []


IN_WORLD = {"--seed": ("--world", "3"), "--tilt": ("--world", "3")}
COMMANDS: dict[str, Command] = {
    "run": Command(
        _one(REGIMES),
        {
            "--set": SETTING,
            "--show": QUANTITY,
            "--scheme": SCHEME,
            "--years": YEARS,
            "--world": WORLD,
            "--seed": SEED,
            "--tilt": TILT,
        },
        needs=IN_WORLD,
    ),
    "compare": Command(_two, {"--worlds": COUNT, "--seed": SEED, "--tilt": TILT}, always=("--worlds=2",), takes_more=True),
    "facts": Command(_none, {"--worlds": COUNT, "--seed": SEED}, always=("--worlds=2",)),
    "cite": Command(_one(NAMES), {}, ("--json",)),
    "show": Command(_two, {"--lang": LANG}, ()),
    "explain": Command(_one(NAMES), {"--lang": LANG}, ()),
    "list": Command(_one(NOUNS), {}),
    "explore": Command(
        _none,
        {"--worlds": COUNT, "--seed": SEED, "--regimes": NAMED, "--jobs": Kind(("1", "2"), (*NO_WHOLE, ("0", MISTAKE)))},
        ("--json", "--fail-fast"),
        always=("--worlds=2", "--regimes=as_is", "-o=@new"),
    ),
    "export": Command(
        lambda _: ["@new.xmile"], {"--regime": REGIME, "--world": WORLD, "--seed": SEED, "--tilt": TILT}, needs=IN_WORLD
    ),
    "check": Command(_none, {"--worlds": COUNT, "--seed": SEED, "--regimes": NAMED}, runs=False),
    "matter": Command(
        _one(("dependence", "independent_capability @ 2035")),
        {"--regime": REGIME, "--by": BY, "--worlds": Kind(("64",), COUNT.bad), "--seed": SEED, "--against": REGIME}
        | {"--held": HELD},
        ("--json", "--accepted"),
        runs=False,
    ),
    "discover": Command(_one(("dependence > 0.1",)), {"--regime": REGIME, "--worlds": COUNT, "--seed": SEED}, runs=False),
    "break": Command(
        lambda chance: [chance.choice(REGIMES), "dependence > 0.1"],
        {"--worlds": COUNT, "--tilt": TILT, "--seed": SEED},
        runs=False,
    ),
    "explain-change": Command(
        _two,
        {"--year": YEAR, "--show": QUANTITY, "--world": WORLD, "--seed": SEED, "--tilt": TILT},
        needs=IN_WORLD,
        runs=False,
        takes_more=True,
    ),
    "dispute": Command(lambda _: [*DISPUTED], {"--seed": SEED, "--lang": LANG}, (), runs=False),
    "loops": Command(
        _one(REGIMES), {"--worlds": COUNT, "--seed": SEED, "--outcome": QUANTITY}, ("--json", "--unmatched"), runs=False
    ),
    "judge": Command(_none, {"--worlds": COUNT, "--claims": CLAIM, "--prior": TILT, "--seed": SEED, "-o": PLACE}, runs=False),
    "calibrate": Command(_none, {"--worlds": Kind(("1500",), COUNT.bad), "--tilt": TILT, "--seed": SEED}, runs=False),
    "freeze": Command(lambda _: ["@new.toml"], {}, runs=False),
    "score": Command(_none, {"--seed": SEED}, ("--json", "--open")),
    "learn": Command(_one(("L5", "H9")), {"--worlds": COUNT, "--tilt": TILT, "--seed": SEED}, runs=False),
    "findings": Command(_one(("urgency_strength", "denial_strength")), {"--worlds": COUNT, "--seed": SEED}, runs=False),
    "witness": Command(_none, {"--worlds": COUNT, "--tilt": TILT, "--seed": SEED}, runs=False),
    "believe": Command(_one(("L5", "H9")), {"--worlds": Kind(("600",), COUNT.bad), "--tilt": TILT, "--seed": SEED}, runs=False),
    "report": Command(_none, {"--worlds": COUNT, "--seed": SEED, "-o": PLACE}, runs=False),
    "page": Command(_none, {"-o": PLACE}, runs=False),
    "docs": Command(_none, {"-o": PLACE}, runs=False),
    "verify": Command(lambda _: ["@new"], {}, ("--json", "--rerun"), runs=False),
}
FOREIGN = ("--worlds", "--claims", "--scheme", "--renew", "--panel", "--jobs", "--outcome", "--years", "--by", "--planted")


@dataclass(frozen=True)
class Line:
    """Words, the end they must come to, and what was done to a valid line; `@new` and `@mine` stand for places."""

    words: tuple[str, ...]
    end: int | str
    done: str

    def at(self, folder: Path) -> list[str]:
        """The words with a new place in the folder, and a regime file in it, for those that stand for them."""
        return [word.replace("@new", str(folder / "new")).replace("@mine", str(folder / "mine.toml")) for word in self.words]


def lines(count: int, seed: int) -> Iterator[Line]:
    """So many lines; the same seed gives the same ones."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _line(chance)


def _line(chance: Chance) -> Line:
    if chance.random() < 0.08:
        place = chance.randrange(len(IDLE) + len(TELLING))
        if place < len(IDLE):
            return Line(IDLE[place], USAGE, "an option without effect")
        return Line(TELLING[place - len(IDLE)], TOLD, "something without effect that is told")
    name = chance.choice(list(COMMANDS))
    command = COMMANDS[name]
    valid = _valid(name, command, chance)
    if command.runs and chance.random() < 0.3:
        return Line(tuple(_in_capitals(command, valid, chance)), FINE, "nothing")
    return chance.choice(CHANGES)(name, command, valid, chance)


def _valid(name: str, command: Command, chance: Chance) -> list[str]:
    """A valid line: each option at most once, with what it needs."""
    chosen = {option.partition("=")[0]: option for option in command.always}
    for option, kind in command.options.items():
        if kind.good and option not in chosen and option != "--against" and chance.random() < 0.4:
            chosen[option] = f"{option}={chance.choice(kind.good)}"
    for option, (needed, value) in command.needs.items():
        if option in chosen and not chosen.get(needed, "=nominal").endswith(tuple("0123456789")):
            chosen[needed] = f"{needed}={value}"
    flags = [flag for flag in command.flags if chance.random() < 0.3]
    return [name, *command.words(chance), *chosen.values(), *flags]


def _in_capitals(command: Command, words: list[str], chance: Chance) -> list[str]:
    """Sometimes a name is written in capitals, which changes nothing."""
    found = []
    for word in words:
        option, equals, value = word.partition("=")
        kind = command.options.get(option)
        found.append(
            f"{option}={value.upper()}" if equals and kind is not None and kind.is_name and chance.random() < 0.3 else word
        )
    return found


def _without(words: list[str], option: str) -> list[str]:
    return [word for word in words if word.partition("=")[0] != option]


def _bad_value(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    if not command.options:
        return _misspelt_option(name, command, words, chance)
    option = chance.choice(list(command.options))
    value, end = chance.choice(command.options[option].ends)
    others = _without(words, option)
    if option in command.needs and command.needs[option][0] not in {word.partition("=")[0] for word in others}:
        others.append("=".join(command.needs[option]))
    if option == "--world":
        others = [word for word in others if word.partition("=")[0] not in ("--seed", "--tilt")]
    return Line((*others, f"{option}={value}"), end, f"{value[:20]!r} after {option}")


def _dropped_value(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    if not command.options:
        return _misspelt_option(name, command, words, chance)
    option = chance.choice(list(command.options))
    return Line((*_without(words, option), option), USAGE, f"no value after {option}")


def _doubled(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    options = [word for word in words[1:] if word.startswith("-")] or ["--json"]
    word = chance.choice(options)
    return Line((*_without(words, word.partition("=")[0]), word, word), USAGE, f"{word} twice")


def _misspelt_option(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    option = chance.choice([*command.options, *command.flags])
    place = chance.randrange(2, len(option)) if len(option) > 2 else 1
    slip = option[:place] + chance.choice("qzxj") + option[place:]
    return Line((*words, f"{slip}=1"), USAGE, f"{slip} for {option}")


def _foreign_option(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    known = (*command.options, "--outcomes", "--against", "--planted", "--panel", "--resume", "--renew", "--design", "--jobs")
    option = chance.choice([each for each in FOREIGN if each not in known] or ["--nothing"])
    return Line((*words, f"{option}=1"), USAGE, f"{option}, which {name} has not")


def _extra_word(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    extra = chance.choice(("extra", "政策", "-"))
    at = 1 + len(command.words(chance))
    return Line((*words[:at], extra, *words[at:]), MISTAKE if command.takes_more and extra != "-" else USAGE, f"{extra} too many")


def _bad_word(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    count = len(command.words(chance))
    if not count:
        return _extra_word(name, command, words, chance)
    empty = chance.random() < 0.5
    word = "" if empty else "no such thing (" if name == "matter" else "nosuch.thing"
    ends = {"list": USAGE}
    return Line((name, word, *words[2:]), USAGE if empty else ends.get(name, MISTAKE), f"{word!r} for the first word")


def _misspelt_command(name: str, command: Command, words: list[str], chance: Chance) -> Line:
    slip = name[:-1] + chance.choice("qzxj")
    return Line((slip, *words[1:]), USAGE, f"{slip} for {name}")


Change = Callable[[str, Command, list[str], Chance], Line]
CHANGES: tuple[Change, ...] = (
    _bad_value,
    _bad_value,
    _bad_value,
    _bad_value,
    _dropped_value,
    _doubled,
    _misspelt_option,
    _foreign_option,
    _extra_word,
    _bad_word,
    _misspelt_command,
)
