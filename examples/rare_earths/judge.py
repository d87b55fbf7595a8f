"""Judge the seven claims and write the verdicts into README.md.

python -m examples.rare_earths.judge            writes the table
python -m examples.rare_earths.judge --check    ends with 1 where the table is stale
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from .rare_lab import laboratory

WORLDS, SEED = 6000, 7
FOLDER = Path(__file__).parent
README = FOLDER / "README.md"
BEGINS, ENDS = "<!-- verdicts: judge.py writes this table -->", "<!-- end of the verdicts -->"
HEAD = "| claim | verdict | neutral, story, rivals | its null | its best case |\n|---|---|---|---|---|"


def table():
    """The verdicts as a table: each claim's word, its shares under the three priors, and the cases between which it lies."""
    judged = laboratory().judge(worlds=WORLDS, seed=SEED).to_dict()
    left = judged["priors"][0]["accepted"]
    rows = [_row(each) for each in judged["verdicts"]]
    count = f"{WORLDS:,} worlds, seed {SEED}; {left:,} are left by the facts. Found from files `{found_from()}`."
    return "\n".join((count, "", HEAD, *rows))


def found_from():
    """A hash of every file that says what is judged: the theory and its tables."""
    files = sorted([*FOLDER.glob("*.py"), *FOLDER.glob("tables/*.csv")])
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _row(verdict):
    shares = ", ".join(_percent(each) for each in verdict["columns"][0]["asked"])
    beside = verdict["beside"]
    word = f"{verdict['verdict']}, near {verdict['near']}" if verdict["near"] else verdict["verdict"]
    return f"| {verdict['id']} {verdict['en']} | {word} | {shares} | {_percent(beside['null'][0])} | {_percent(beside['best'])} |"


def _percent(share):
    return f"{share['probability']:.0%}"


def renewed(text, found):
    """The page's text with the table that was found in the place of the old one."""
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise SystemExit(f"{README} has no place for the verdicts: `{BEGINS}` and `{ENDS}`")
    return f"{before}{begins}\n{found}\n{ends}{after}"


def main():
    """Write the table, or say whether it is current."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing, and end with 1 where the table is stale")
    text = README.read_text(encoding="utf-8")
    now = renewed(text, table())
    if options.parse_args().check:
        sys.stdout.write("the verdicts are current\n" if now == text else "the verdicts are stale: run judge.py\n")
        return int(now != text)
    README.write_text(now, encoding="utf-8")
    sys.stdout.write(f"written to {README}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
