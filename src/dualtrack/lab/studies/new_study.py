"""The study that a user begins with: today's values of a regime, the priors, forms for rows and a claim, all as comments.

Every line that could say something stands behind a `#`, so that the file says nothing until its owner does, and what is taken
out of its comment is what holds already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.claim_form import claim_form
from dualtrack.lab.studies.own_priors import DECIMALS
from dualtrack.language.distribution import Category, LogUniform, PointMass, Triangular, Uniform, bounds
from dualtrack.language.quantity import Quantity
from dualtrack.language.scenario import Regime

MINE = "mine"
SAYS = re.compile(r'# (\[{1,2}[\w."]+\]{1,2}$|"?\w[\w.]*"? = )')
"""A line that would say something: a table's header, or a key and its value."""
HEAD = """# A study: what you bring, in one file. Take the `# ` off a line to say it, then add --study {file} to any command.
# Whatever stands here and changes nothing is told; a mistake is refused with its line.

name = "{name}"
title = "{name}"                   # or {{ en = "...", zh = "..." }}; one language is enough
# about = "What it is for, and for whom."
"""
REGIME = """
# --- Regimes: policies over time ----------------------------------------------------------------------------------------------
# One regime of your own, laid on `{base}`; it leaves that regime in `parts_at`. The values are those of `{base}` in {year:g}.
# A value is held from `parts_at` on; steps are [[2027, 0.3], [2030, 0.5]], a ramp is {{ ramp = [[2027, 0.3], [2032, 0.5]] }}.
# `dualtrack show {mine} --study {file}` says what it tightens and loosens.

# [regimes.{mine}]
# label = "{mine}"
# base = "{base}"
# parts_at = {year:g}
# [regimes.{mine}.levers]
"""
PRIORS = """
# --- Priors: what is believed of uncertain numbers ----------------------------------------------------------------------------
# Of a number: low, high and mode; distribution = "uniform" or "loguniform" in place of a mode; or held = VALUE.
# Of a mechanism: exists = how likely it is there, 0 to 1; or held = 0 or 1. Each says on what it rests: source = "KEY" of the
# record, or why = "...". Shown are the mechanisms, and numbers that matter most; `dualtrack list uncertainties` shows all.
"""
ROWS = """
# --- Rows of the record: figures that you have ---------------------------------------------------------------------------------
# `dualtrack list series` shows the series; a new one stands under [[series]], an event under [[events]], a finding under
# [[findings]], with the columns of the record's tables. A source is dated no earlier than its figures.

# [[sources]]
# key = "my_count"
# title = "A count of mine"
# publisher = "Me"
# date = "{today}"
# url = "https://example.org/count"
# grade = "B"                      # A primary, B credible secondary, C weak
# licence_note = "own count"

# [[observations]]
# series = "{series}"
# start = {start}
# end = {end}
# value = {value!r}
# low = {low!r}                    # the range that the source gives, where it gives one
# high = {high!r}
# kind = "estimate"                # reported, survey, estimate, forecast or target
# source = "my_count"
# published = {today}
"""


def new_study(laboratory: Laboratory, name: str, base: str, numbers: Iterable[str], file: str, today: date) -> str:
    """The text of a study called `name` that says nothing yet, for a `file`, as of `today`.

    Its regime rests on the one called `base`; `numbers` are those whose priors stand in it, beside the mechanisms. Raises
    `RegimeError` for a regime that is not there, and `UnknownName` for no quantity.
    """
    regime, model = laboratory.regime(base), laboratory.model
    year = laboratory.theory.clock.start if regime.parts_at is None else regime.parts_at
    shown = dict.fromkeys((*model.switches, *(laboratory.quantity(each, "numbers") for each in numbers)))
    parts = [
        HEAD.format(file=file, name=name),
        REGIME.format(base=regime.name, year=year, mine=MINE, file=file),
        *_levers(laboratory, regime, year),
        PRIORS,
        *(_prior(model[each]) for each in shown if each in model.drawn),
    ]
    if laboratory.record.observations:
        used = {each.series for each in laboratory.theory.counterparts}
        last = max(laboratory.record.observations, key=lambda row: (row.series in used, row.kind == "reported", row.end))
        low, high = (last.value if end is None else end for end in (last.low, last.high))
        rows = {"series": last.series, "value": last.value, "low": low, "high": high, "start": last.start, "end": last.end}
        parts.append(ROWS.format(**rows, today=today.isoformat()))
    parts.append(claim_form(laboratory, f"{MINE}_1", file))
    return "".join(parts)


def said(text: str) -> str:
    """The same study with every line taken out of its comment that says something; explanations stay."""
    return "".join(f"{line[2:] if SAYS.match(line) else line}\n" for line in text.splitlines())


def _levers(laboratory: Laboratory, regime: Regime, year: float) -> Iterator[str]:
    """Every lever with its value in a year, under the names of the theory's groups; what is set by a date alone is left out."""
    model, groups = laboratory.model, laboratory.theory.display.groups
    levers = [each for each in model.of_role(["lever"]) if not model[each].dated]
    for label, names in ((group.label[0], group.levers) for group in groups) if groups else (("", tuple(levers)),):
        yield f"# --- {label}\n" if label else ""
        for name in (each for each in levers if each in names or model[each].base in names):
            value = regime.paths[name].at(year) if name in regime.paths else model[name].number
            yield _lever(model[name], value)


def _lever(quantity: Quantity, value: float) -> str:
    unit = "" if str(quantity.unit) == "1" else f" {quantity.unit}"
    setting = f"# {_key(quantity.name)} = {value:g}"
    return f"{setting:<50} # {quantity.label[0]}, {quantity.low:g} to {quantity.high:g}{unit}\n"


def _key(name: str) -> str:
    return f'"{name}"' if "." in name else name


def _prior(quantity: Quantity) -> str:
    unit = "" if str(quantity.unit) == "1" else f", {quantity.unit}"
    lines = [f"[priors.{_key(quantity.name)}]", *_spread(quantity), 'why = "as shipped"']
    return f"\n# {quantity.label[0]}{unit}\n" + "".join(f"# {line}\n" for line in lines)


def _spread(quantity: Quantity) -> Iterator[str]:
    """The keys that say a prior."""
    prior = quantity.prior
    match prior:
        case Category((0.0, _), (_, likely)):
            yield f"exists = {likely!r}"
            return
        case Category(values, _):
            yield f"held = {quantity.number!r}               # one of {', '.join(f'{each:g}' for each in values)}"
            return
        case PointMass(_, mass, rest):
            yield f"exists = {round(1 - mass, DECIMALS)!r}"
            prior = rest
        case _:
            pass
    low, high = (quantity.low, quantity.high) if prior is None else bounds(prior)
    yield f"low = {low!r}"
    yield f"high = {high!r}"
    match prior:
        case Triangular(_, mode, _):
            yield f"mode = {mode!r}"
        case Uniform():
            yield 'distribution = "uniform"'
        case LogUniform():
            yield 'distribution = "loguniform"'
        case _:
            yield f"mode = {quantity.number!r}"
