"""The runs that a user's claim compares: a regime by its name, or a table with what is changed of it.

regime = "open_sea"
against = { name = "open_sea", held = { crowding_strength = 0.0 }, levers = { fleet = 0.1 } }

[claims.K2.against]                # the same in more lines
name = "open_sea"
towards = "quota"                  # levers moved a share of the way to those of another regime; all, or some dials
share = 0.5
dials = ["fleet"]
levers = { fleet = [[2028.0, 0.3], [2030.0, 0.5]] }   # steps; a single value acts from the year in which the regime parts
held = { crowding_strength = 0.0 } # numbers of every world
cut = ["fish_price"]               # follows the path that it takes along another run, so that its causes no longer move it
cut_links = [["fish_price", "demand"]]                # the same for one reader alone
along = "quota"                    # that run; the other one of the comparison unless said
at = 0.0                           # with since: from that year on it stays there
since = 2026.9
cuts = [{ cut = ["fish_price"], along = "quota" }]    # several, each along a run of its own
step = 0.03125                     # years, where this run needs shorter steps than the theory's
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dualtrack.errors import brief, nearest, shorten
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.entry import Entry
from dualtrack.language.scenario import check_world
from dualtrack.language.statements.claim_measure import Arm, Frozen, Set

CUT = ("cut", "cut_links", "along", "at", "since")
CHANGES = ("towards", "share", "dials", "levers", "held", "step")
KEYS = ("name", *CHANGES, *CUT, "cuts")
NAME_A_RUN = 'name a regime, or write a table: { name = "REGIME", held = { SWITCH = 0.0 } }'
PAIR = 2


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads runs of a `laboratory`, whose claims may run the `regimes` of these names; what was read is noted in `named`."""

    laboratory: Laboratory
    regimes: tuple[str, ...]
    named: set[str] = field(default_factory=set)

    def pair(self, regime: tuple[Entry, str], against: tuple[Entry, str]) -> tuple[Arm, Arm]:
        """Two runs, each under its key of a table; what is cut in one follows the other unless it says along which."""
        (one, one_cuts), (other, other_cuts) = self._uncut(*regime), self._uncut(*against)
        return self._cut(one, one_cuts, other, other_cuts), self._cut(other, other_cuts, one, one_cuts)

    def one(self, regime: tuple[Entry, str]) -> Arm:
        """One run; what is cut in it says along which."""
        arm, cuts = self._uncut(*regime)
        return self._cut(arm, cuts, None, ())

    def _uncut(self, holder: Entry, key: str) -> tuple[Arm, tuple[Entry, ...]]:
        """A run before anything is cut in it, and what is to be cut."""
        value = holder.need(key, NAME_A_RUN)
        if isinstance(value, str):
            return Arm(self._regime(holder, key)), ()
        if not isinstance(value, dict):
            raise holder.refuse(f"`{key}` holds {brief(value)}, which names no run", key, fix=NAME_A_RUN)
        entry = holder.inner(key, NAME_A_RUN)
        entry.check_keys(KEYS, "a run")
        single = (entry,) if any(each in entry for each in CUT) else ()
        cuts = entry.each("cuts", 'write cuts = [{ cut = ["NAME"], along = "REGIME" }, ...]') if "cuts" in entry else ()
        for each in cuts:
            each.check_keys(CUT, "a cut")
        return self._changed(entry), (*single, *cuts)

    def _changed(self, entry: Entry) -> Arm:
        """A regime with what its table changes of it."""
        towards = self._regime(entry, "towards") if "towards" in entry else ""
        for key in ("share", "dials"):
            if key in entry and not towards:
                raise entry.refuse(f"`{key}` has no effect without `towards`", key, fix="say to which regime levers are moved")
        model = self.laboratory.model
        with entry.placed():
            return Arm(
                self._regime(entry, "name"),
                towards=towards,
                share=self._share(entry),
                dials=entry.names("dials", model.of_role(["lever"]), "lever"),
                levers=self._levers(entry),
                held=held_in(self.laboratory, entry),
                step=entry.number("step") if "step" in entry else None,
            )

    def _share(self, entry: Entry) -> float:
        share = entry.number("share") if "share" in entry else 1.0
        if not 0 <= share <= 1:
            raise entry.refuse(f"`share` is {share:g}", "share", fix="give a share, 0 to 1")
        return share

    def _levers(self, entry: Entry) -> tuple[Set, ...]:
        if "levers" not in entry:
            return ()
        table, found = entry.inner("levers", "write levers = { LEVER = NUMBER }"), list[Set]()
        for lever, value in table.table.items():
            known = self.laboratory.model.of_role(["lever"])
            if lever not in known:
                raise table.refuse(
                    f"`{shorten(lever)}` is no lever", lever, near=nearest(lever, known), fix="set a lever of the model"
                )
            if isinstance(value, list):
                found += [Set(lever, *_step(table, lever, each)) for each in value]
            else:
                found.append(Set(lever, table.number(lever)))
        return tuple(found)

    def _cut(self, arm: Arm, cuts: Sequence[Entry], other: Arm | None, other_cuts: Sequence[Entry]) -> Arm:
        if not cuts:
            return arm
        frozen = tuple(self._frozen(each, other, is_free=not other_cuts) for each in cuts)
        with cuts[0].placed():
            return Arm(arm.regime, arm.towards, arm.share, arm.dials, arm.levers, arm.held, frozen, arm.step)

    def _frozen(self, entry: Entry, other: Arm | None, *, is_free: bool) -> Frozen:
        """What one cut freezes, and along which run."""
        model = self.laboratory.model
        bases = {*model.quantities, *(each.base for each in model.quantities.values())}
        if not entry.table.keys() & {"cut", "cut_links"}:
            raise entry.refuse("nothing is cut", fix='write cut = ["NAME"], or cut_links = [["CAUSE", "READER"]]')
        for one, two in (("at", "since"), ("since", "at")):
            if one in entry and two not in entry:
                raise entry.refuse(f"`{one}` stands without `{two}`", one, fix="give both, or neither")
        if "along" in entry:
            like, cuts = self._uncut(entry, "along")
            if cuts:
                raise entry.refuse("the run along which is cut is cut itself", "along", fix="name one in which nothing is cut")
        elif other is None or not is_free:
            raise entry.refuse("it is not said along which run is cut", fix='write along = "REGIME"')
        else:
            like = other
        clock = self.laboratory.theory.clock
        at = entry.number("at") if "at" in entry else None
        since = entry.year("since", clock.start, clock.stop) if "since" in entry else None
        with entry.placed():
            return Frozen(entry.names("cut", bases, "quantity"), like, at, since, _links(entry, bases))

    def _regime(self, entry: Entry, key: str) -> str:
        name = entry.text(key, "name a regime")
        if name not in self.regimes:
            fix = "name a regime of the theory or of this file"
            if name in self.laboratory.regimes:
                fix = "write it into this file under [regimes.NAME]: a claim's seal covers the regimes that it runs"
            raise entry.refuse(f"there is no regime `{shorten(name)}` here", key, near=nearest(name, self.regimes), fix=fix)
        self.named.add(name)
        return name


def held_in(laboratory: Laboratory, entry: Entry) -> tuple[tuple[str, float], ...]:
    """Numbers of every world that a table holds; raises `StudyError` for what no world has."""
    if "held" not in entry:
        return ()
    table, model = entry.inner("held", "write held = { NUMBER = VALUE }"), laboratory.model
    held: Mapping[str, float] = {name: table.number(name) for name in table.table}
    for name, value in held.items():
        with table.placed(name):
            check_world(model, {name: value})
    return tuple(held.items())


def _step(table: Entry, lever: str, point: object) -> tuple[float, float]:
    """The value of a lever and the year from which it holds."""
    fix = "write [year, value]; a ramp goes into a regime of the file"
    match point:
        case [int() | float() as year, int() | float() as value] if not isinstance(year, bool) and not isinstance(value, bool):
            return float(value), float(year)
        case _:
            raise table.refuse(f"`{lever}` holds {brief(point)}, which is no date and value", lever, fix=fix)


def _links(entry: Entry, bases: set[str]) -> tuple[tuple[str, str], ...]:
    value, fix = entry.table.get("cut_links", []), 'write cut_links = [["CAUSE", "READER"], ...]'
    if not isinstance(value, list):
        raise entry.refuse(f"`cut_links` holds {brief(value)}", "cut_links", fix=fix)
    found = list[tuple[str, str]]()
    for each in value:
        if not isinstance(each, list) or len(each) != PAIR or not all(isinstance(name, str) for name in each):
            raise entry.refuse(f"`cut_links` holds {brief(each)}", "cut_links", fix=fix)
        for name in each:
            if name not in bases:
                raise entry.refuse(
                    f"`{shorten(name)}` is no quantity", "cut_links", near=nearest(name, bases), fix="name one of the model"
                )
        found.append((each[0], each[1]))
    return tuple(found)
