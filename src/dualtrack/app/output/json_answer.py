"""The one shape of every command's JSON: what it is, where it comes from, its units, then what was found.

    {"schema": "dualtrack/compare", "version": 2,
     "origin": {"program": "0.1.0", "model": "12a5...", "record": {"shipped": "9c1f...", "own": null},
                "seed": 7, "worlds": {"drawn": 200, "finished": 200}},
     "units": {"year": "year", "share_above": "1"},
     "levels": [{"regime": "open_sea", "outcome": "fish_stock", "unit": "1", "year": 2030.0, "q50": 0.31}]}

A number has its unit in `units`, by its key, or in a `unit` that stands in its object or around it. Text in two languages is
`{"en": ..., "zh": ...}`. A key is one word; what is not a number is null.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dualtrack.app.terminal.terminal import show_json
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.software import version_of
from dualtrack.lab.studies.beside import AnswersBeside
from dualtrack.language.model import Model
from dualtrack.targets.numeric.tidy import LANGUAGES, plain

VERSION = 2
"""Raised by one when a key goes or changes its meaning; a new key changes nothing."""
BESIDE = ("model", "seed", "worlds", "units")
"""What stands beside the findings, however a command hands it over."""
UNITS = {
    **dict.fromkeys(("year", "years", "from", "to", "parts_at", "shifts", "since", "until", "moves_until"), "year"),
    **dict.fromkeys(("step_years", "shortest_times_years"), "year"),
    **dict.fromkeys(("months", "joint_months"), "month"),
    **dict.fromkeys(("seconds",), "second"),
    **dict.fromkeys(("bytes", "peak_memory_bytes", "disk_bytes"), "byte"),
    **dict.fromkeys(("nominal_misses", "median_misses", "miss", "miss_without", "cutoff", "median"), "tolerance"),
    **dict.fromkeys(("distance", "distance_then", "nearest_drawn", "deviations"), "standard_deviation"),
    "worlds_per_second": "world/second",
    "grade": "rank",
    **dict.fromkeys(
        (
            *(
                "accepted",
                "assumed",
                "blocks",
                "blocks_reused",
                "broken",
                "check",
                "clear_contradiction",
                "clear_support",
                "failed",
                "found",
            ),
            *(
                "events",
                "first",
                "numbers",
                "pages",
                "pairs",
                "runs",
                "spared",
                "tally",
                "worlds",
                "worlds_run",
                "worth",
                "world",
                "whole",
            ),
            *(
                "active",
                "beyond",
                "both",
                "bounds_kept",
                "by_lag",
                "by_value",
                "change",
                "coverage",
                "decides",
                "density",
                "either",
            ),
            *("density_wanted", "common", "inside", "leads_in", "left_out", "mass", "mended", "named_share", "odds", "passed"),
            *(
                "quasi_p",
                "reference",
                "returns",
                "ruled_out",
                "share",
                "share_above",
                "share_below",
                "share_earlier",
                "share_later",
                "scored",
            ),
            *("share_of_worlds", "share_supporting", "share_without", "threshold", "tolerance", "treated", "unreached"),
            *("unreached_reference", "upward", "weight", "wrong_contradiction", "wrong_support", "unscored_moments"),
            *("move", "own_move", "at_stake", "belief", "among_first", "part", "least_effect", "part_of_effect", "stocks_passed"),
            *(
                "stocks_in_feedback",
                "log_value",
                "joint_value",
                "joint_log_hazard",
                "factors_screened",
                "leading",
                "worlds_that_move_it",
                "files",
                "of",
                "worlds_that_carry_it",
                "most_pairs",
                "width",
                "shares",
                "level",
                "place",
                "carries",
            ),
            *("spelled_share", "family_share", "one_family_share", "families_passed", "cancelled_share", "strange"),
            *("in_no_family", "told", "reached"),
            *("failing", "keeping", "failing_interval", "at_most", "half_space", "nearer_tried", "all_mended", "of_failing"),
            *("of_keeping", "spoilt", "share_of_range"),
            *("tried", "tries", "drawn", "most_worlds", "worlds_looked_at", "share_left"),
        ),
        "1",
    ),
}
"""The unit of each key that means the same wherever it stands, its own list and object included; `1` is a share or a count."""


def show_answer(
    command: str,
    asked: Laboratory | Model,
    data: Mapping[str, Any],
    *,
    seed: int | None = None,
    beside: AnswersBeside | None = None,
) -> None:
    """Print what a command found, in the shape that all commands share, and what a study changed in it."""
    rows = {} if beside is None else {"beside": beside.to_rows()}
    show_json(answer(command, asked, {**data, **rows}, seed=seed))


def answer(command: str, asked: Laboratory | Model, data: Mapping[str, Any], *, seed: int | None = None) -> dict[str, Any]:
    """What a command found behind its schema, origin and units.

    Of a model that is asked by itself, without a laboratory, no record has a part in the answer.

    A `seed`, `worlds` or `units` inside `data` go there; `units` names quantities that are keys.
    """
    worlds = data.get("worlds")
    found = shaped({key: value for key, value in data.items() if key not in BESIDE})
    return {
        "schema": f"dualtrack/{command}",
        "version": VERSION,
        "origin": {
            "program": version_of("dualtrack"),
            "model": (asked.model if isinstance(asked, Laboratory) else asked).fingerprint,
            "record": asked.recorded if isinstance(asked, Laboratory) else None,
            **({"study": asked.study.origin} if isinstance(asked, Laboratory) and asked.study is not None else {}),
            "seed": data.get("seed", seed),
            "worlds": {"drawn": worlds} if isinstance(worlds, int) else worlds,
        },
        "units": {**{key: UNITS[key] for key in sorted(set(number_keys(found)) & set(UNITS))}, **data.get("units", {})},
        **found,
    }


def shaped(value: Any) -> Any:
    """The same data with two languages under one key and keys of one word."""
    match value:
        case dict():
            return dict(_entries({str(key).replace(" ", "_"): shaped(inner) for key, inner in value.items()}))
        case list() | tuple():
            return [shaped(inner) for inner in value]
        case _:
            return plain(value)


def number_keys(value: Any, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The keys under which numbers stand, those of the objects and lists around them included."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from number_keys(inner, (*above, name))
        case list():
            for inner in value:
                yield from number_keys(inner, above)
        case bool():
            return
        case int() | float():
            yield from above


def _entries(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The entries of a row, the two languages of a text joined: under `text` where the row itself is told in both."""
    if set(row) == set(LANGUAGES):
        yield from row.items()
        return
    for key, value in row.items():
        stem, _, language = key.rpartition("_") if key.endswith(("_en", "_zh")) else ("text", "", key)
        if language not in LANGUAGES:
            yield key, value
        elif language == LANGUAGES[0]:
            chinese = key.removesuffix(language) + LANGUAGES[1]
            yield stem, {LANGUAGES[0]: value, LANGUAGES[1]: row[chinese]}
