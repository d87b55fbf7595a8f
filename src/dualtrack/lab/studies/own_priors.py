"""A prior as a user writes it: a range, a distribution or a held value, and on what it rests.

[priors.learning]
low = 0.05
high = 0.2
mode = 0.1                       # most likely; the declared value where it lies inside, unless said
distribution = "triangular"      # or uniform, or loguniform, where every ratio is as likely
source = "audit_2025"            # a source of the record; or why = "..."

[priors.crowding_strength]
exists = 0.5                     # of a mechanism that exists or not, or whose strength may be zero: how likely it is there

[priors.fish_price]
held = 3.2
why = "..."
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dualtrack.errors import brief, nearest
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.entry import Entry
from dualtrack.language.declaration import Assumed, Source
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, bounds, fault
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.restated import Restated, held_at, restated

SHAPES = ("triangular", "uniform", "loguniform")
SPREAD = ("low", "high", "mode", "distribution")
DECIMALS = 12
"""Of a probability: what is left of 1 reads as it is written."""
KEYS = (*SPREAD, "exists", "held", "why", "source")


def prior_written(laboratory: Laboratory, name: str, entry: Entry) -> Restated:
    """What an entry says of the number of this `name`; raises `StudyError` with the place for what it cannot say."""
    entry.check_keys(KEYS, "a prior")
    model = laboratory.model
    if name not in model.drawn:
        raise entry.refuse(
            f"`{name}` is no uncertain number: its role is {model[name].role}",
            near=nearest(name, model.drawn),
            fix="a lever is set in a regime; uncertainties and switches have priors",
        )
    prior = _prior(model[name], entry)
    if wrong := fault(prior):
        raise entry.refuse(f"the prior of `{name}` is {prior}", fix=wrong)
    found = Restated(_value(model[name], prior, entry), prior, _source(laboratory, entry))
    with entry.placed():
        restated(model, {name: found}, laboratory.theory.clock.step)
    return found


def unchanged(model: Model, priors: Mapping[str, Restated]) -> Iterator[tuple[str, str]]:
    """The numbers that are restated as they were, and what to say of each."""
    for name, new in priors.items():
        old = model[name]
        if (new.prior, new.value) == (old.prior, old.value):
            yield name, f"`{name}` is restated as it is shipped, which changes nothing"


def _prior(quantity: Quantity, entry: Entry) -> Prior:
    given = [key for key in ("held", "exists", *SPREAD) if key in entry]
    if not given:
        raise entry.refuse(f"nothing is said of `{quantity.name}`", fix="give low and high, or held, or exists")
    if "held" in given:
        if given != ["held"]:
            raise entry.refuse(f"`held` stands beside `{given[1]}`", given[1], fix="a held number has no range")
        with entry.placed("held"):
            return held_at(quantity, entry.number("held"))
    if "exists" in given:
        return _existing(quantity, entry)
    if quantity.few_values or isinstance(quantity.prior, PointMass):
        fix = (
            "say how likely it is there: exists = 0.5, or hold it" if quantity.is_existence else "say exists as well, or hold it"
        )
        raise entry.refuse(f"`{quantity.name}` may be nothing at all, and a range does not say how likely", fix=fix)
    return _spread(quantity, entry)


def _existing(quantity: Quantity, entry: Entry) -> Prior:
    """The mass at zero of what may be absent, and beside it the spread of its strength where that has one."""
    likely, old = entry.number("exists"), quantity.prior
    if not 0 <= likely <= 1:
        raise entry.refuse(f"`exists` is {likely:g}", "exists", fix="give a probability, 0 to 1")
    if isinstance(old, Category) and len(old.values) == 2 and old.values[0] == 0:
        for key in SPREAD:
            if key in entry:
                raise entry.refuse(f"`{quantity.name}` exists or does not, and has no range", key, fix=f"leave out {key}")
        return Category(old.values, (round(1 - likely, DECIMALS), likely))
    if isinstance(old, PointMass) and old.at == 0:
        rest = _spread(quantity, entry, old.rest) if any(key in entry for key in SPREAD) else old.rest
        if isinstance(rest, (Uniform, LogUniform, Triangular)):
            return PointMass(0.0, round(1 - likely, DECIMALS), rest)
    raise entry.refuse(f"`{quantity.name}` is there in every world", "exists", fix="give its range by low and high instead")


def _spread(quantity: Quantity, entry: Entry, old: Prior | None = None) -> Prior:
    """Low, high, mode and shape, what is left out as declared."""
    shape = entry.table.get("distribution", "triangular")
    if shape not in SHAPES:
        near = nearest(shape, SHAPES) if isinstance(shape, str) else ""
        raise entry.refuse(f"{brief(shape)} is no distribution", "distribution", near=near, fix="one of " + ", ".join(SHAPES))
    ends = bounds(old) if old is not None else (quantity.low, quantity.high)
    low, high = (entry.number(key) if key in entry else end for key, end in zip(("low", "high"), ends, strict=True))
    if not low < high:
        raise entry.refuse(
            f"the range is {low:g} to {high:g}",
            "low" if "low" in entry else "high",
            fix="let low be below high, or hold it",
        )
    if shape == "triangular":
        usual = quantity.number if low <= quantity.number <= high else (low + high) / 2
        mode = entry.number("mode") if "mode" in entry else usual
        if not low <= mode <= high:
            raise entry.refuse(f"the mode {mode:g} lies outside {low:g} to {high:g}", "mode", fix="keep it inside")
        return Triangular(low, mode, high)
    if "mode" in entry:
        raise entry.refuse(f"a {shape} prior has no mode", "mode", fix="leave it out, or take triangular")
    if shape == "loguniform" and low <= 0:
        raise entry.refuse(f"a loguniform prior begins at {low:g}", fix="let low be above 0")
    return LogUniform(low, high) if shape == "loguniform" else Uniform(low, high)


def _value(quantity: Quantity, prior: Prior, entry: Entry) -> float:
    """The value of a nominal run: the held one, the declared one where a world may have it, else the mode or the middle."""
    if "held" in entry:
        return entry.number("held")
    if isinstance(prior, Category):
        return quantity.number
    low, high = bounds(prior)
    if low <= quantity.number <= high and "mode" not in entry:
        return quantity.number
    return prior.mode if isinstance(prior, Triangular) else (low + high) / 2


def _source(laboratory: Laboratory, entry: Entry) -> Source:
    """A source of the record, or why it is assumed; one of them must be said."""
    for key in ("why", "source"):
        value = entry.table.get(key, "")
        if not isinstance(value, str) or (key in entry and not value.strip()):
            raise entry.refuse(f"`{key}` holds {brief(value)}", key, fix=f'write {key} = "..."')
    why, source = entry.table.get("why", ""), entry.table.get("source", "")
    if source:
        return str(source)
    if not why:
        raise entry.refuse("the prior does not say on what it rests", fix='add source = "KEY" or why = "..."')
    return Assumed(str(why), "as the study says")
