"""Every command once at its smallest size, for what must hold of all commands."""

from pathlib import Path

from dualtrack.app.cli import main
from tests.app.command_words import DISPUTED
from tests.lab.studies.claiming import CLAIM


def minimal(folder: Path) -> dict[str, list[str]]:
    """A call of every command, by a name; what is written goes below `folder`."""
    return {
        "report": ["report", "--worlds", "2", "-o", str(folder / "results")],
        "run": ["run", "limited_opening"],
        "show": ["show", "limited_opening"],
        "show-two": ["show", "limited_opening", "broad_opening"],
        "compare": ["compare", "near_embargo", "free_trade", "--worlds", "3"],
        "explore": ["explore", "--worlds", "3", "--regimes", "as_is", "-o", str(folder / "futures")],
        "verify": ["verify", str(folder / "futures")],
        "facts": ["facts", "--worlds", "2"],
        "facts-accepted": ["facts", "--accepted", "--worlds", "150"],
        "facts-removal": ["facts", "--removal", "--worlds", "2"],
        "facts-panel": ["facts", "--panel"],
        "calibrate": ["calibrate", "--worlds", "1500"],
        "score": ["score"],
        "learn": ["learn", "H9", "--worlds", "600"],
        "findings": ["findings", "--worlds", "300"],
        "new": ["new", str(folder / "mine.toml")],
        "freeze": ["freeze", str(folder / "study.toml")],
        "judge": ["judge", "--worlds", "60", "--claims", "L5"],
        "witness": ["witness", "--worlds", "150"],
        "believe": ["believe", "H9", "--worlds", "600"],
        "check": ["check", "--worlds", "2", "--regimes", "as_is"],
        "matter": ["matter", "independent_capability", "--worlds", "64", "--year", "2030"],
        "discover": ["discover", "independent_capability > 0.5", "--worlds", "200"],
        "discover-claim": ["discover", "not H9", "--worlds", "200"],
        "break": ["break", "limited_opening", "independent_capability < 0.7", "--worlds", "150"],
        "matter-claim": ["matter", "H9", "--worlds", "64"],
        "explain-change": ["explain-change", "as_is", "refusal"],
        "dispute": ["dispute", *DISPUTED, "--worlds", "600"],
        "loops": ["loops", "limited_opening", "--worlds", "20", "--unmatched"],
        "explain": ["explain", "independent_capability"],
        "explain-claim": ["explain", "L5"],
        **{f"list-{noun}": ["list", noun] for noun in NOUNS},
        "cite": ["cite", "L5"],
        "export": ["export", str(folder / "runs.csv")],
        "page": ["page", "-o", str(folder / "page.html")],
        "page-check": ["page", "--check"],
        "docs": ["docs", "-o", str(folder / "theory")],
    }


def prepared(name: str, folder: Path) -> list[str]:
    """The call of a name, once what it reads has been written; it may be made again."""
    calls = minimal(folder)
    if name == "verify":
        assert main(calls["explore"]) == 0
    if name == "freeze":
        (folder / "study.toml").write_text(CLAIM, encoding="utf-8")
    more = {"explore": ["--resume"], "export": ["--replace"], "page": ["--replace"], "new": ["--replace"]}
    return [*calls[name], *more.get(name, [])]


NOUNS = ("levers", "uncertainties", "switches", "outcomes", "regimes", "claims", "facts", "sources")
