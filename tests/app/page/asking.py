"""A question put to one of the page's scripts, which Node answers."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import dualtrack.app.page as page

SCRIPTS = Path(page.__file__).parent / "scripts"
UNBROKEN = "\N{NO-BREAK SPACE}"
READING = 'async function text() { let all = ""; for await (const part of process.stdin) all += part; return all; }\n'


def script(name: str) -> Path:
    """Where the script of a name stands; every script of the page has a name of its own."""
    (found,) = SCRIPTS.rglob(name)
    return found


def asked_of_node(module: str | Path, body: str, given: object) -> Any:
    """What `body` prints as JSON, with the module, a script of the page by its name or any by its place, as `it`.

    A space at which no line may break reads as any other.
    """
    place = module if isinstance(module, Path) else script(module)
    node = shutil.which("node")
    assert node, "the page's scripts are tested by Node, which this machine has not"
    program = f"import * as it from {json.dumps(place.as_uri())};\nconst given = JSON.parse(await text());\n{body}"
    done = subprocess.run(
        [node, "--input-type=module", "--eval", READING + program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.replace(UNBROKEN, " "))
