"""The published schemas of answers in JSON, `docs/json/`: one for each command, found from real answers; a schema only grows.

python -m tests.json_schema               let all grow by what the calls below show: some minutes
python -m tests.json_schema judge list    those of some commands
python -m tests.json_schema --kept DIR    by the answers that a run of the tests kept: DUALTRACK_KEEP_ANSWERS=DIR make test
python -m tests.json_schema --check       say what a schema lacks, and which keys that every answer had are gone
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dualtrack.app.bind import bind
from dualtrack.app.cli import COMMANDS
from dualtrack.app.names.list_record import command_rows
from dualtrack.app.names.list_rows import KINDS
from dualtrack.app.names.resolve import things
from tests.app.json_schemas import FOLDER, body_of, grown, keep, place_of, published_body, read, schema_of
from tests.app.json_shapes import Shape, keys_of, lost_keys, merged
from tests.app.minimal import minimal, prepared
from tests.app.printing import printed


def calls(folder: Path, only: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Every call whose answer is read, by its command; what takes an option that changes the shape is called with it too."""
    for name, words in minimal(folder).items():
        if words[0] in only or (not only and name not in SLOW):
            own = folder / name
            own.mkdir()
            yield words[0], prepared(name, own)
    for noun in KINDS:
        if not only or only & {"list"}:
            yield "list", ["list", noun]
        first = next((thing for thing in things(bind()) if thing.noun == noun), None)
        if first is not None and (not only or only & {"explain", "cite"}):
            yield "explain", ["explain", first.name]
            yield "cite", ["cite", first.name]
    for words in MORE:
        yield words[0], [word.replace("@", f"{folder}/") for word in words]


SLOW = ("calibrate",)
"""Calls that take minutes, made only where the command is named or all is checked."""
MORE: tuple[list[str], ...] = (
    ["list", "names"],
    ["list", "kinds"],
    ["explain", "world 3"],
    ["explain", "sliding_scale"],
    ["explain", "readiness"],
    ["explain", "P1"],
    ["explain", "U1"],
    ["explain", "F8"],
    ["cite", "dualtrack"],
    ["cite", "sliding_scale"],
    ["cite", "idc_2026_04"],
    ["run", "as_is", "--world", "3"],
    ["compare", "as_is", "refusal", "--world", "3"],
    ["facts", "--world", "3"],
    ["check", "--world", "3", "--regimes", "as_is"],
    ["loops", "limited_opening", "--world", "3"],
    ["explain", "F1", "--world", "3"],
    ["explain", "progress_rate", "--world", "3"],
    ["explain-change", "as_is", "refusal", "--world", "3"],
    ["matter", "lag(independent_capability)", "--against", "near_embargo", "--worlds", "64"],
    ["matter", "independent_capability", "--by", "sector", "--worlds", "64"],
    ["matter", "independent_capability", "--by", "meaning", "--worlds", "64"],
    ["matter", "independent_capability", "--by", "meaning", "--worlds", "64", "--accepted"],
    ["loops", "limited_opening", "--worlds", "20"],
    ["findings", "urgency_strength", "--worlds", "300"],
    ["score", "--open"],
    ["verify", "@report/results"],
    ["verify", "@explore/futures", "--rerun"],
    ["export", "@model.xmile"],
    ["docs", "--check"],
    ["break", "as_is", "dependence > 0.9", "--worlds", "150"],
)
"""Calls beside the smallest ones, each for a shape that these do not show."""


def found_shapes(only: set[str]) -> dict[str, Shape]:
    """The shape of each command's answers, of a few commands or of all."""
    shapes: dict[str, Shape] = {}
    with TemporaryDirectory() as place:
        for command, words in calls(Path(place), only):
            if only and command not in only:
                continue
            done = printed(*words, "--json")
            if done.out:
                answer = json.loads(done.out)
                keep(answer, done.out.decode())
                shapes[command] = merged(shapes.get(command, {}), body_of(answer))
            else:
                sys.stderr.write(f"{' '.join(words)}: {done.err.decode()}\n")
    return shapes


def kept_shapes(folder: Path) -> dict[str, Shape]:
    """The shapes of answers that a run of the tests kept."""
    shapes: dict[str, Shape] = {}
    for file in sorted(folder.glob("*.json")):
        answer = json.loads(file.read_text(encoding="utf-8"))
        command = answer["schema"].removeprefix("dualtrack/")
        shapes[command] = merged(shapes.get(command, {}), body_of(answer))
    return shapes


def write(shapes: dict[str, Shape]) -> None:
    """Let the published schemas grow by what was found."""
    FOLDER.mkdir(exist_ok=True)
    about = {row["command"]: row["meaning"] for row in command_rows(bind())}
    for command, shape in shapes.items():
        schema = schema_of(command, about[command], grown(command, shape))
        place_of(command).write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def differences(shapes: dict[str, Shape]) -> list[str]:
    """What a schema lacks of what was found, and which keys that every answer had are gone; others, a test's answer may show."""
    said = []
    for command, shape in shapes.items():
        schema = read(command)
        body = published_body(schema) if schema else {}
        said += [f"{command}{key} is in no schema" for key in sorted(set(keys_of(shape)) - set(keys_of(body)))]
        said += [f"{command}{key} is in no answer any more" for key in sorted(lost_keys(body, shape))]
    return said


def main(words: list[str]) -> int:
    """Write or check; 1 where something differs."""
    if "--check" in words:
        said = differences(found_shapes(set(COMMANDS)))
        sys.stdout.write(("\n".join(said) or "every schema is current") + "\n")
        return int(bool(said))
    if "--kept" in words:
        write(kept_shapes(Path(words[1])))
        return 0
    unknown = set(words) - set(COMMANDS)
    if unknown:
        sys.stderr.write(f"no command is called {', '.join(sorted(unknown))}\n")
        return 2
    write(found_shapes(set(words)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
