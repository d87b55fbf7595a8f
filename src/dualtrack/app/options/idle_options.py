"""Options that would have no effect beside the others that were given: each is refused with what would give it one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path as File
from typing import Any

from dualtrack.app.bind import theory_of
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.errors import StudyError, UsageError
from dualtrack.files.user_file import read_toml
from dualtrack.lab.studies.study_file import CLAIMS

Given = Mapping[str, Any]
"""What was written, by the name of its parameter; an option left out is not there."""
NOMINAL = "nominal"
TABLES = (".csv", ".parquet")
REGIMES = ("regimes", "names", "kinds")
RECORDED = ("sources", "series", "events", "findings", "facts", "targets", *REGIMES[1:])
"""What can be listed of which rows of the record are, or to which they add."""


@dataclass(frozen=True)
class Idle:
    """Options of a command that do nothing while `when` holds; `why` says so, `fix` what to write instead."""

    options: tuple[str, ...]
    when: Callable[[Given], bool]
    why: str
    fix: str


def _without(option: str) -> Callable[[Given], bool]:
    return lambda given: not given.get(option)


def _with(option: str) -> Callable[[Given], bool]:
    return lambda given: bool(given.get(option))


def _in_no_drawn_world(given: Given) -> bool:
    return str(given.get("world", NOMINAL)).casefold() == NOMINAL


def _dated(given: Given) -> bool:
    outcome = str(given.get("outcome", ""))
    return "@" in outcome or outcome.strip().casefold().startswith("lag") or _asks_claims_alone(given)


def _asks_claims_alone(given: Given) -> bool:
    brought: Brought = given.get("own", NOTHING)
    claims = {test.id.casefold() for test in theory_of(brought.theory).tests} | _own_claims(brought.study)
    parts = str(given.get("outcome", given.get("condition", ""))).casefold().split(" and ")
    return all(part.strip().removeprefix("not ").strip() in claims for part in parts)


def _own_claims(study: File | None) -> set[str]:
    """The names of a study's claims; none where the file cannot be read, which the command itself refuses."""
    try:
        found = {} if study is None else read_toml(study, "study", StudyError)[0].get(CLAIMS, {})
    except StudyError:
        return set()
    return {name.casefold() for name in found} if isinstance(found, dict) else set()


def _holds_every_regime(given: Given) -> bool:
    return str(given.get("file", "")).lower().endswith(TABLES)


def _lists_no_regime(given: Given) -> bool:
    return str(given.get("noun", "kinds")).casefold() not in REGIMES


def _lists_no_row(given: Given) -> bool:
    return str(given.get("noun", "kinds")).casefold() not in RECORDED


def _shows_the_past(given: Given) -> bool:
    brought: Brought = given.get("own", NOTHING)
    past = theory_of(brought.theory).past
    return not given.get("second") and str(given.get("regime", "")).casefold() == past.casefold()


def _is_no_world(given: Given) -> bool:
    return not str(given.get("name", "")).casefold().startswith("world") and _in_no_drawn_world(given)


def _is_a_world(given: Given) -> bool:
    return str(given.get("name", "")).casefold().startswith("world ")


def _in_nominal_world(given: Given) -> bool:
    return str(given.get("world", "")).casefold() == NOMINAL


def _draws_from_no_tilt(given: Given) -> bool:
    return not given.get("accepted") and str(given.get("world", NOMINAL)).casefold() == NOMINAL


DRAWN = Idle(
    ("seed", "tilt"),
    _in_no_drawn_world,
    "the nominal world is not drawn",
    "name a drawn world with --world NUMBER, or leave it out",
)


def _alone(*drawn: str) -> tuple[Idle, ...]:
    """What does nothing where one world is asked for instead of many: their count, and what is `drawn` in the nominal one."""
    return (
        Idle(("worlds",), _with("world"), "--world asks for one world alone", "give one of the two"),
        Idle(drawn, _in_nominal_world, "the nominal world is not drawn", "name a drawn world, or leave it out"),
    )


OF_CLAIM = Idle(
    ("regime", "against"), _asks_claims_alone, "a claim's own test names its runs", "leave it out, or ask for a quantity too"
)
SPOKEN = Idle(("lang",), _with("json"), "JSON holds both languages", "give one of the two")
"""What holds of every command that prints in a language of one's choice."""
RULES: Mapping[str, tuple[Idle, ...]] = {
    "report": (
        Idle(
            ("full", "brief_"), _with("json"), "JSON holds every table, and what the page for a memo says", "give one of the two"
        ),
        Idle(("full",), _with("brief_"), "the page for a memo has one length", "give one of the two"),
        Idle(("lang",), _with("brief_"), "--brief names the language of the page for a memo", "give one of the two"),
    ),
    "explore": (
        Idle(("jobs",), _with("cluster"), "the workers of a cluster say how many threads they have", "give one of the two"),
        Idle(("resume",), _with("blocks"), "--blocks always goes on with what the folder holds", "leave it out"),
    ),
    "run": (DRAWN,),
    "compare": _alone("seed", "tilt"),
    "check": _alone("seed"),
    "loops": (
        *_alone("seed"),
        Idle(("unmatched",), _with("world"), "--world asks for one world, whatever history says of it", "give one of the two"),
    ),
    "show": (
        Idle(("all_", "lang"), _with("json"), "JSON holds every lever, in both languages", "give one of the two"),
        Idle(("all_",), _shows_the_past, "today's rules are always shown whole", "leave it out"),
    ),
    "explain-change": (DRAWN,),
    "dispute": (Idle(("replace",), _without("output"), "nothing is written without --output", "add --output, or leave it out"),),
    "facts": (
        *_alone("seed"),
        Idle(
            ("tilt",),
            _draws_from_no_tilt,
            "only --accepted and a drawn --world draw from a leaning prior",
            "add one of them, or leave it out",
        ),
        Idle(("worlds", "seed"), _with("panel"), "--panel reads dated days and draws no world", "leave it out"),
    ),
    "judge": (Idle(("prior",), _with("planted"), "planted worlds are drawn from no prior", "give one of the two"),),
    "matter": (
        Idle(("year",), _dated, "the question itself says when", "leave --year out, or the year in the question"),
        OF_CLAIM,
    ),
    "discover": (OF_CLAIM,),
    "export": (
        Idle(("regime",), _holds_every_regime, "a table holds every regime", "leave it out, or write an .xmile file"),
        DRAWN,
    ),
    "page": (
        Idle(
            ("output", "from_", "record", "renew"),
            _with("check"),
            "--check writes nothing and reads what is kept",
            "give one of the two",
        ),
    ),
    "verify": (
        Idle(("theory",), _without("rerun_"), "nothing is computed again without --rerun", "add --rerun, or leave it out"),
    ),
    "list": (
        Idle(("record",), _lists_no_row, "rows add to the record and to nothing else", "list sources, or leave it out"),
        Idle(("from_",), _lists_no_regime, "a regime file adds regimes and nothing else", "list regimes, or leave it out"),
    ),
    "explain": (
        Idle(
            ("seed", "tilt"),
            _is_no_world,
            "only a world is drawn",
            'explain a world, such as "world 3", name one with --world NUMBER, or leave it out',
        ),
        Idle(("world",), _is_a_world, "the name says which world", "leave it out"),
    ),
}


def check_effects(command: str, given: Given) -> None:
    """Raise `UsageError` for an option that would do nothing, or an output that would replace an input."""
    written = _spread(given)
    for rule in (*RULES.get(command, ()), SPOKEN):
        for option in rule.options:
            if option in written and rule.when(written):
                word = _word(option)
                raise UsageError(f"{word} has no effect here: {rule.why}", where=f"dualtrack {command}", fix=rule.fix)
    _check_output(written)


def _spread(given: Given) -> Given:
    """What was written, options that several commands share by their own names."""
    brought = given.get("own")
    if not isinstance(brought, Brought):
        return given
    shared = {each.name: getattr(brought, each.name) for each in fields(brought)}
    return {**given, **{name: value for name, value in shared.items() if value}}


def _check_output(given: Given) -> None:
    output = given.get("output") or given.get("file")
    if not isinstance(output, File):
        return
    place = File(os.path.realpath(output))
    for file in (*_inputs(given.get("from_", ())), *_rows(given.get("record"))):
        if place == file or place in file.parents:
            raise UsageError(f"the output would replace the input {file}", where=str(output), fix="write to another place")


def _inputs(places: tuple[File, ...]) -> Iterator[File]:
    for place in places:
        full = File(os.path.realpath(place))
        yield from sorted(full.glob("*.toml")) if full.is_dir() else [full]


def _rows(folder: File | None) -> Iterator[File]:
    """The tables of a user's rows."""
    if folder is not None:
        yield from sorted(File(os.path.realpath(folder)).glob("*.csv"))


def _word(option: str) -> str:
    return "--" + option.rstrip("_").replace("_", "-")
