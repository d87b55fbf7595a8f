"""The published schemas of answers, `docs/json/`, and what holds an answer beside the one of its command."""

from __future__ import annotations

import json
import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator

from dualtrack.app.bind import bind
from dualtrack.app.names.resolve import things
from dualtrack.app.output.json_answer import VERSION
from dualtrack.evidence.merge import TAKEN
from tests.app.json_shapes import BESIDE, Shape, merged, shape_of, strict, with_units
from tests.house import ROOT

FOLDER = ROOT / "docs" / "json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEEP = "DUALTRACK_KEEP_ANSWERS"
"""A variable of the environment that names a folder in which every answer that a test reads is kept, to find shapes from."""
COUNTED = ("regimes", "priors", "claims", *TAKEN)
FROZEN: Shape = {
    "type": ["object"],
    "properties": {"standing": {"type": ["string"]}, **{key: {"type": ["null", "string"]} for key in ("frozen", "seal")}},
    "required": ["frozen", "seal", "standing"],
}
STUDY: Shape = {
    "type": ["object"],
    "properties": {
        **{key: {"type": ["string"]} for key in ("name", "file", "seal")},
        **{key: {"type": ["number"], "x-unit": "1"} for key in COUNTED},
        "frozen": {"type": ["object"], "additionalProperties": FROZEN},
    },
    "required": ["file", "name", "seal"],
}
"""What an answer says of the study that it rests on: its entries by kind, and the standing of each of its claims."""
OWN_ROWS: Shape = {
    "type": ["null", "object"],
    "properties": {
        "rows": {"type": ["object"], "additionalProperties": {"type": ["number"], "x-unit": "1"}},
        "files": {"type": ["object"], "additionalProperties": {"type": ["string"]}},
        "fingerprint": {"type": ["string"]},
    },
    "required": ["files", "fingerprint", "rows"],
}
"""What an answer says of rows that were added to the record: how many by table, and the hash of each file and of all."""
ENVELOPE: Shape = {
    "schema": {"type": ["string"]},
    "version": {"type": ["number"]},
    "origin": {
        "type": ["object"],
        "properties": {
            "program": {"type": ["string"]},
            "model": {"type": ["string"]},
            "record": {
                "type": ["null", "object"],
                "properties": {"shipped": {"type": ["string"]}, "own": OWN_ROWS},
                "required": ["own", "shipped"],
            },
            "study": STUDY,
            "seed": {"type": ["null", "number"]},
            "worlds": {"type": ["null", "object"], "additionalProperties": {"type": ["boolean", "null", "number"]}},
        },
        "required": ["model", "program", "record", "seed", "worlds"],
    },
    "units": {"type": ["object"], "additionalProperties": {"type": ["string"]}},
}
"""What stands in front of every answer."""
FIGURE: Shape = {"type": ["boolean", "null", "number", "string"], "x-unit": BESIDE}
WITH_A_STUDY: Shape = {
    "beside": {
        "type": ["array"],
        "items": {
            "type": ["object"],
            "properties": {
                "place": {"type": ["string"]},
                **dict.fromkeys(("shipped", "mine", "difference"), FIGURE),
                "unit": {"type": ["null", "string"]},
            },
            "required": ["difference", "mine", "place", "shipped", "unit"],
        },
    },
}
"""What any answer may hold where a study was laid on: figures that it changes, as shipped and as it makes them."""
MAPS = frozenset({"ends", "held", "left_out", "told", "values", "written"})
"""Keys under which an object is keyed by names, or by headings, whatever these are."""


@cache
def names() -> frozenset[str]:
    """Every name of the laboratory that tells itself from a word: with an underscore, a number, or a point in it."""
    every = {thing.name for thing in things(bind()) if thing.noun not in ("terms", "commands", "sectors", "meanings", "groups")}
    return frozenset(every)


def is_name(key: str) -> bool:
    """Whether a key of an answer is a name of a thing, or a number, and no word of the answer's own."""
    return key in names() or key.isdigit()


def body_of(answer: dict[str, Any]) -> Shape:
    """The shape of what a command found, with its units, without what stands in front of every answer."""
    apart = ENVELOPE.keys() | WITH_A_STUDY.keys()
    found = shape_of({key: value for key, value in answer.items() if key not in apart}, is_name, MAPS)
    return with_units(found, answer["units"])


def schema_of(command: str, about: str, body: Shape) -> dict[str, Any]:
    """The schema that is published."""
    front = {**ENVELOPE, "schema": {"const": f"dualtrack/{command}"}, "version": {"const": VERSION}}
    return {
        "$schema": DIALECT,
        "$id": f"urn:dualtrack:json:{VERSION}:{command}",
        "title": f"dualtrack {command} --json",
        "description": about,
        "type": "object",
        "properties": {**front, **body["properties"], **WITH_A_STUDY},
        "required": [*ENVELOPE, *body["required"]],
    }


def place_of(command: str) -> Path:
    """Where the schema of a command stands."""
    return FOLDER / f"{command}.schema.json"


def read(command: str) -> dict[str, Any] | None:
    """The schema of a command as it is published; none where there is none."""
    place = place_of(command)
    return json.loads(place.read_text(encoding="utf-8")) if place.exists() else None


def published_body(schema: dict[str, Any]) -> Shape:
    """What a published schema says of what a command found."""
    apart = ENVELOPE.keys() | WITH_A_STUDY.keys()
    inner = {key: value for key, value in schema["properties"].items() if key not in apart}
    required = sorted(key for key in schema["required"] if key not in ENVELOPE)
    return {"type": ["object"], "properties": inner, "required": required}


def grown(command: str, body: Shape) -> Shape:
    """A body that allows what was found and all that is published in this version, so that no key is lost."""
    old = read(command)
    if old is None or old["properties"]["version"]["const"] != VERSION:
        return body
    return merged(published_body(old), body)


@cache
def _validator(command: str) -> Draft202012Validator | None:
    schema = read(command)
    return None if schema is None else Draft202012Validator(strict(schema))


def misfits(answer: dict[str, Any]) -> list[str]:
    """Where an answer does not fit the schema of its command; a key that the schema does not name is a misfit too."""
    command = str(answer.get("schema", "")).removeprefix("dualtrack/")
    validator = _validator(command)
    if validator is None:
        return [f"no schema is published for `{command}`: python -m tests.json_schema {command}"]
    return [f"{'.'.join(map(str, each.instance_path))}: {each.message[:200]}" for each in validator.iter_errors(answer)]


def keep(answer: dict[str, Any], text: str) -> bool:
    """Keep an answer where the environment asks for it, and say whether it does."""
    folder = os.environ.get(KEEP, "")
    if folder:
        command = str(answer["schema"]).removeprefix("dualtrack/")
        (Path(folder) / f"{command}-{sha256(text.encode()).hexdigest()[:16]}.json").write_text(text, encoding="utf-8")
    return bool(folder)
