"""What may follow an option of a command line: words that are read, and words that are refused with the end each comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FINE, MISTAKE, USAGE = 0, 1, 2
EXAMPLES = Path(__file__).parents[2] / "examples" / "dispute"
DISPUTED = (str(EXAMPLES / "optimist.toml"), str(EXAMPLES / "sceptic.toml"))
REGIMES = ("as_is", "near_embargo", "limited_opening", "free_trade", "refusal", "breakout")
QUANTITIES = ("dependence", "independent_capability", "us_ai_valuation", "memory_access", "lobbying")
NAMES = ("L5", "F1", "idc_2026_04", "sliding_scale", "readiness", "near_embargo", "R1", "M7", "B1", "essay", "judge", "world 3")
NOUNS = ("names", "kinds", "levers", "claims", "facts", "sources", "loops", "checks", "units", "events", "findings")


@dataclass(frozen=True)
class Kind:
    """What may follow an option: valid words, and words that are refused with the end that each comes to."""

    good: tuple[str, ...]
    bad: tuple[tuple[str, int], ...] = ()
    is_name: bool = False

    @property
    def ends(self) -> tuple[tuple[str, int], ...]:
        """Every word that must be refused."""
        return (("", USAGE), *self.bad)


NO_WHOLE = tuple((word, USAGE) for word in ("1.5", "1e3", "1_0", "0x2", "٣", "３", "nan", "inf", " 2", "many", "½"))
NO_NAME = ((" as_is", USAGE), ("as\x00is", USAGE), ("as\u202eis", USAGE), ("as_is\n", USAGE))
COUNT = Kind(("2", "3"), (*NO_WHOLE, ("0", MISTAKE), ("-3", MISTAKE), ("9" * 25, MISTAKE), ("9" * 40, USAGE)))
SEED = Kind(("0", "3", "11"), (*NO_WHOLE, ("-1", MISTAKE), ("9" * 25, MISTAKE)))
WORLD = Kind(("0", "3", "nominal"), tuple((word, MISTAKE) for word in ("-1", "1.5", "٣", "median", "9" * 25, "1e3")))
YEAR = Kind(
    ("2030", "2035.5"),
    (*((word, USAGE) for word in ("soon", "2_030", "٢٠٣٠", "nan", "1e999")), ("1990", MISTAKE), ("1e30", MISTAKE)),
)
YEARS = Kind(
    ("2030:2032", "2035:2035", "2018:2060"),
    tuple(
        (word, MISTAKE)
        for word in ("2040:2030", "1990:2030", "2030", "2030-2040", "٢٠٣٠:٢٠٤٠", "2030:2040:1", "2018:9999", "2030.5:2032")
    ),
)
REGIME = Kind(REGIMES, (*NO_NAME, ("as_iss", MISTAKE), ("政策", MISTAKE), ("x" * 5000, MISTAKE)), True)
QUANTITY = Kind(QUANTITIES, (*NO_NAME, ("dependance", MISTAKE), ("依赖", MISTAKE)), True)
TILT = Kind(("agnostic", "essay", "rivals"), (*NO_NAME, ("esay", MISTAKE)), True)
SCHEME = Kind(("euler", "rk4"), (*NO_NAME, ("rk5", MISTAKE)))
SETTING = Kind(
    ("memory_access=0.5", "lobbying=0", "progress_rate=1.5e-1"),
    tuple(
        (word, MISTAKE)
        for word in (
            "memory_access",
            "memory_access=",
            "=1",
            "memory_acess=1",
            "dependence=1",
            "memory_access=nan",
            "memory_access=1_0",
            "memory_access=٠",
            "memory_access=1e300",
            "memory_access=-1",
        )
    ),
)
NAMED = Kind(
    ("as_is", "as_is,refusal"), (("as_is,", USAGE), ("as_is,as_is", USAGE), ("as_is,AS_IS", USAGE), ("as_iss", MISTAKE)), True
)
CLAIM = Kind(("L5", "l5,u2"), ((",", USAGE), ("L5,l5", USAGE), ("L55", MISTAKE)), True)
NOUN = Kind(NOUNS, (("lever", USAGE), ("杠杆", USAGE)), True)
BY = Kind(("number", "sector", "meaning"), (("sectors", USAGE),), True)
LANG = Kind(("en", "zh"), (("fr", USAGE), ("中文", USAGE)), True)
HELD = Kind(
    ("lobbying=0", "progress_rate=1.5e-1"),
    tuple(
        (word, MISTAKE)
        for word in ("lobbying", "lobbying=", "=1", "lobying=1", "dependence=1", "memory_access=0.5", "lobbying=2")
    ),
)
PLACE = Kind((), ((" ", USAGE), ("a\x1bb", USAGE), ("x" * 300, USAGE)))
IDLE: tuple[tuple[str, ...], ...] = (
    ("run", "as_is", "--seed=3"),
    ("facts", "--tilt=essay"),
    ("facts", "--panel", "--worlds=3"),
    ("judge", "--planted=essay", "--prior=essay"),
    ("matter", "lag(dependence)", "--year=2030"),
    ("matter", "L5", "--year=2030"),
    ("matter", "l5", "--regime=as_is"),
    ("discover", "L5 and not H9", "--regime=as_is"),
    ("export", "@new.csv", "--regime=as_is"),
    ("page", "--check", "-o=@new"),
    ("list", "claims", "--from=@mine"),
    ("explain", "L5", "--seed=3"),
    ("explain", "L5", "--lang=zh", "--json"),
    ("judge", "--lang=zh", "--json"),
    ("report", "--lang=zh", "--brief=zh"),
    ("facts", "--accepted", "--removal"),
    ("facts", "--accepted", "--world=3"),
    ("facts", "--world=nominal", "--seed=3"),
    ("compare", "as_is", "refusal", "--world=3", "--worlds=2"),
    ("explain", "L5", "--world=3"),
    ("check", "--world=nominal", "--seed=3"),
    ("loops", "as_is", "--world=3", "--unmatched"),
)
TELLING: tuple[tuple[str, ...], ...] = (
    ("run", "as_is", "--from=@mine"),
    ("run", "refusal", "--years=2020:2024"),
    ("compare", "as_is", "refusal", "--worlds=2", "--from=@mine"),
    ("export", "@new.xmile", "--from=@mine"),
)
