"""The page of words, `docs/reference/glossary.md`: what `dualtrack explain WORD` says of each, in both languages.

python -m tests.documents.glossary_page            write it
python -m tests.documents.glossary_page --check    say whether it is current
"""

import sys

from dualtrack.app.names.glossary import terms
from tests.documents.command_page import keep
from tests.house import ROOT

PAGE = ROOT / "docs" / "reference" / "glossary.md"
HEAD = """<!-- Generated from the words that the program explains; change those. -->

# Glossary

Each word means one thing here. `dualtrack explain WORD` says the same, and of any name of the theory what it is.

| word | 中文 | means | 含义 | shown by |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole text, by the alphabet of the English words."""
    rows = sorted(terms(), key=lambda term: term.word.casefold())
    cells = [(term.word, term.zh, *term.meaning, f"`{term.see}`" if term.see else "") for term in rows]
    return HEAD + "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in cells)


if __name__ == "__main__":
    sys.exit(keep(PAGE, page(), sys.argv[1:]))
