"""Runs a page's blocks in order, as a reader would who follows it from top to bottom in a folder of a checkout.

A block says in its first line what it is; what stands there is grammar, and a word that is not in it fails.

```bash            commands, one a line; `dualtrack` runs in this process, `make TASK` is looked up and not carried out
```python          runs; the blocks of a page share their names
```toml file=NAME  written beside the page's commands, as NAME; so are csv and json
```text            shown; with `seen`, each of its lines, in which … stands for anything, is in what the block before printed
```mermaid         drawn

`verify`: takes long, and runs in `make verify` alone. `ends=1`: the last command ends so. `signature`: how a name is called.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.app.calling import Caller
from tests.documents.markdown_pages import Block, blocks
from tests.house import ROOT

MARKS: dict[str, frozenset[str]] = {
    "bash": frozenset({"verify", "ends"}),
    "python": frozenset({"verify", "signature"}),
    "toml": frozenset({"file"}),
    "csv": frozenset({"file"}),
    "json": frozenset({"file"}),
    "text": frozenset({"seen"}),
    "mermaid": frozenset(),
}
RUNS = ("bash", "python")
OPERATORS = set("|<>&;")
"""What makes a line one for a shell."""


def misread(block: Block) -> str:
    """What is wrong with a block's marks; empty if nothing."""
    if block.language not in MARKS:
        return f"{block.place}: a block must say what it is: one of {', '.join(MARKS)}; {block.language!r} is none"
    strange = [mark for mark in block.values if mark not in MARKS[block.language]]
    return f"{block.place}: {block.language} has no mark {', '.join(strange)}" if strange else ""


def checkout(folder: Path) -> None:
    """Make a folder look like a checkout to what a page runs in it: the documents and the examples stand there."""
    for name in ("docs", "examples"):
        if (ROOT / name).is_dir():
            (folder / name).symlink_to(ROOT / name)


def is_run(block: Block) -> bool:
    return block.language in RUNS and "signature" not in block.values


def is_long(block: Block) -> bool:
    return "verify" in block.values


@dataclass
class Reader:
    """Follows one page: calls commands, keeps the names of its Python, and holds what is shown beside what was printed."""

    call: Caller
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    printed: str | None = None
    """What the last block that ran printed; none where it was left out."""

    def follow(self, page: Path, *, long: bool) -> int:
        """Run a page's blocks in the current folder, the long ones only if `long`; how many ran."""
        ran = 0
        for block in blocks(page):
            if is_run(block):
                leave_out = is_long(block) and not long
                self.printed = None if leave_out else self._run(block)
                ran += not leave_out
            elif "file" in block.values:
                place = Path(block.values["file"])
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(block.text, encoding="utf-8")
            elif "seen" in block.values and self.printed is not None:
                assert (line := unseen(block.text, self.printed)) is None, f"{block.place}: not printed: {line}\n{self.printed}"
        return ran

    def _run(self, block: Block) -> str:
        if block.language == "python":
            self.call.captured.readouterr()
            exec(compile(block.text, block.place, "exec"), self.names)
            return self.call.captured.readouterr().out
        lines = block.text.replace("\\\n", " ").splitlines()
        asked = [line for line in lines if shlex.split(line, comments=True)]
        printed = []
        for line in asked:
            code, said = self._command(line)
            expected = int(block.values.get("ends", "0")) if line == asked[-1] else 0
            assert code == expected, f"{block.place}: `{line}` ended with {code}\n{said}"
            printed.append(said)
        return "\n".join(printed)

    def _command(self, line: str) -> tuple[int, str]:
        words = shlex.split(line, comments=True)
        name = words[0].removeprefix(".venv/bin/")
        if name == "dualtrack" and not OPERATORS & set("".join(words)):
            answer = self.call(*words[1:])
            return answer.code, answer.out + answer.err
        if name == "make":
            return _outside(["make", "--dry-run", *words[1:]], ROOT)
        return _outside(["bash", "-euo", "pipefail", "-c", line], Path.cwd())


def _outside(words: list[str], folder: Path) -> tuple[int, str]:
    """A command in a process of its own, with this environment's programs first."""
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    told = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": search})
    return told.returncode, told.stdout + told.stderr


def unseen(shown: str, printed: str) -> str | None:
    """The first line of what is shown that what was printed does not have, after the line before; none if all are there."""
    left = iter(printed.splitlines())
    for line in shown.splitlines():
        if line.strip(" …"):
            words = (r"\s+".join(map(re.escape, part.split())) for part in line.split("…"))
            pattern = re.compile(r"\s*" + r".*".join(words) + (r".*" if "…" in line else r"\s*"))
            if not any(pattern.fullmatch(each) for each in left):
                return line
    return None
