"""The page of the command line, `docs/reference/command_line.md`: every command with its options, as the parser knows them.

python -m tests.documents.command_page            write it
python -m tests.documents.command_page --check    say whether it is current
"""

import re
import sys
from functools import cache
from pathlib import Path

from dualtrack.app.cli import build
from tests.house import ROOT

PAGE = ROOT / "docs" / "reference" / "command_line.md"
HEAD = """<!-- Generated from the parser; change the commands and their docstrings. -->

# Command line

`dualtrack COMMAND --help` prints the same for one command. [How to choose](../choose.md) says which command answers which
question. Every command ends with 0 where it did what was asked, with 1 after a mistake or a check that failed, and with 2 where
it cannot be read. Results go to standard output and notes to standard error; `--json` prints results for programs.
"""
USAGE = re.compile(r"```console\n(.*?)\n```", re.DOTALL)
EXAMPLE = re.compile(r"^Example: (dualtrack .*)$", re.MULTILINE)
COMMAND = re.compile(r"^## dualtrack (?=\S+$)", re.MULTILINE)


@cache
def page() -> str:
    """The whole text."""
    written = build().generate_docs(output_format="markdown")
    text = "## " + "## ".join(COMMAND.split(written)[1:])
    text = EXAMPLE.sub(r"Example: `\1`", USAGE.sub(r"```text\n\1\n```", text))
    return f"{HEAD}\n{text.replace('* `', '- `').strip()}\n"


def keep(place: Path, text: str, words: list[str]) -> int:
    """Write a page, or with `--check` end with 1 where it is not as it would be written."""
    is_current = place.is_file() and place.read_text(encoding="utf-8") == text
    if "--check" in words:
        name = place.relative_to(ROOT) if place.is_relative_to(ROOT) else place
        sys.stdout.write(f"{name} is current\n" if is_current else f"{name} is stale: run `make docs`\n")
        return int(not is_current)
    place.write_text(text, encoding="utf-8")
    return 0


def main(words: list[str]) -> int:
    """Write or check the page of the command line."""
    return keep(PAGE, page(), words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
