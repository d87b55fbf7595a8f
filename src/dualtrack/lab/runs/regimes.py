"""Which policies are compared? Regimes from files, each on top of another or of history, and changes to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as File

from dualtrack.errors import RegimeError, nearest
from dualtrack.files.user_file import reason, remedy
from dualtrack.lab.runs.parting import moved, parted
from dualtrack.lab.runs.regime_file import Span, Written, read_regime
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.scenario import LONG_AGO, SMALL, Path, Regime, check_regime

HISTORY = "history"
CORRECT = "correct the name, or read the file that defines it as well"


@checked
def read_regimes(
    places: File | Sequence[File],
    model: Model,
    history: Mapping[str, Path],
    parting: Mapping[str, float] | None = None,
    *,
    span: Span | None = None,
    known: Mapping[str, Regime] | None = None,
) -> dict[str, Regime]:
    """Regimes by name from TOML files, or folders of them, in the order of `places` and by file name within a folder.

    `model` says which levers there are. `history` holds the paths that every regime follows until it parts, `parting` other years
    in which some do, by name. A date outside `span`, the first and the last year that a run may cover, is refused. `known` are
    regimes on which those of the files may rest, and whose names they may not take. Raises `RegimeError` with file, line and key.
    """
    bases, written = known or {}, dict[str, Written]()
    dated = [name for name in model.of_role(["lever"]) if model[name].dated]
    for file in _files([places] if isinstance(places, File) else places):
        _add(written, read_regime(file, span, dated), bases)
    for name, year in (parting or {}).items():
        if name not in written:
            raise RegimeError(f"`{name}` is given a year to part in and is no regime", near=nearest(name, written), fix=CORRECT)
        written[name] = parted(written[name], year)
    return resolved(written, model, history, bases)


def resolved(
    written: Mapping[str, Written], model: Model, history: Mapping[str, Path], known: Mapping[str, Regime]
) -> dict[str, Regime]:
    """Regimes as `written`, each laid on its base, which is another of them, one of the `known` or history.

    Raises `RegimeError` for a base that is not there, and for a lever that does not fit the model.
    """
    past = Regime(HISTORY, dict(history))
    check_regime(model, past)
    shelf = _Shelf(model, written, {HISTORY: past, **known})
    return {name: shelf.resolve(name, ()) for name in written}


def _add(written: dict[str, Written], regime: Written, bases: Mapping[str, Regime]) -> None:
    """Put a regime beside the others; raises `RegimeError` for a name that is taken."""
    if regime.name in written or regime.name in bases or regime.name == HISTORY:
        other = written[regime.name].file if regime.name in written else "one that was there before"
        raise RegimeError(f"there are two regimes `{regime.name}`: also {other}", where=regime.where("name"), fix="rename one")
    written[regime.name] = regime


def layered(
    regimes: Sequence[Regime], model: Model, history: Mapping[str, Path], parting: Mapping[str, float] | None = None
) -> dict[str, Regime]:
    """Regimes that are values, each laid on history until its own paths begin; raises `RegimeError` for what does not fit."""
    found: dict[str, Regime] = {}
    for given in regimes:
        regime = moved(given, parting[given.name]) if parting and given.name in parting else given
        if regime.name in found or regime.name == HISTORY:
            raise RegimeError(f"there are two regimes `{regime.name}`", fix="rename one")
        base = Regime(HISTORY, dict(history))
        own = {name: _then(model, base, name, path.points[0][0], path) for name, path in regime.paths.items() if name in history}
        found[regime.name] = replace(regime, paths={**history, **regime.paths, **own})
        check_regime(model, found[regime.name])
    return found


def files_at(places: Sequence[File]) -> tuple[File, ...]:
    """The files that `read_regimes` reads of these places, in its order; raises `RegimeError` where there is none to read."""
    return tuple(_files(places))


@checked
def with_lever_on(model: Model, regime: Regime, name: str, year: float) -> Regime:
    """The `regime` until a `year`, and from then on with the lever `name` of the `model` at its high end, under a name of its
    own.

    Raises `RegimeError` for no lever, or a year before the regime parts from its base.
    """
    if regime.parts_at is not None and year < regime.parts_at - SMALL:
        raise RegimeError(
            f"`{name}` would be on in {year:.10g}, before regime `{regime.name}` parts in {regime.parts_at:.10g}",
            fix="let it come at or after that year",
        )
    levers = model.of_role(["lever"])
    if name not in levers:
        raise RegimeError(f"`{name}` is no lever", near=nearest(name, levers), fix="name a lever of the model")
    english, chinese = model[name].label
    label = (f"{regime.label[0]}; {english} from {year:g} on", f"{regime.label[1]}；{year:g} 年起{chinese}")
    later = set_lever(model, regime, name, model[name].high, year)
    return replace(later, name=f"{regime.name}_{name}_{year:g}", label=label)


@checked
def set_lever(model: Model, regime: Regime, name: str, value: float, from_year: float) -> Regime:
    """The `regime` with the lever `name` of the `model` held at a `value`, in its own unit, from the year `from_year` on.

    A run that begins later has it from its start. Raises `RegimeError` for no lever, or a value out of range.
    """
    path = Path(((from_year, value),))
    _check_lever(model, regime.name, name, path)
    return replace(regime, paths={**regime.paths, name: _then(model, regime, name, from_year, path)})


def set_levers(
    model: Model, regime: Regime, levers: Mapping[str, float], start: float, *, since: float | None = None, name: str = ""
) -> Regime:
    """The `regime` with several `levers` held at values, `since` a year, when it parts, or from the `start` of a run, renamed.

    Raises `RegimeError` for no lever, or a value out of range.
    """
    changed, parts = regime, start if regime.parts_at is None else regime.parts_at
    for lever, value in levers.items():
        changed = set_lever(model, changed, lever, value, parts if since is None else since)
    called = name or f"{changed.name}_" + "_".join(f"{lever}_{value:g}" for lever, value in levers.items())
    return Regime(called, changed.paths, changed.label, changed.doc, changed.parts_at, changed.base)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Files as read, and the regimes made of them so far."""

    model: Model
    written: Mapping[str, Written]
    made: dict[str, Regime]

    def resolve(self, name: str, above: tuple[str, ...]) -> Regime:
        """The regime of a name after its base, and that one's base before it."""
        if name in self.made:
            return self.made[name]
        file = self.written[name]
        if name in above:
            circle = " -> ".join((*above[above.index(name) :], name))
            raise RegimeError(f"these regimes rest on each other: {circle}", where=file.where("base"), fix="rest one on history")
        if file.base not in self.written and file.base not in self.made:
            raise RegimeError(
                f"regime `{name}` rests on `{file.base}`, which no file defines",
                where=file.where("base"),
                near=nearest(file.base, [*self.written, *self.made]),
                fix=CORRECT,
            )
        self.made[name] = self._on(self.resolve(file.base, (*above, name)), file)
        return self.made[name]

    def _on(self, base: Regime, file: Written) -> Regime:
        paths = dict(base.paths)
        for lever, path in file.levers.items():
            _check_lever(self.model, file.name, lever, path, file.where("levers", lever))
            paths[lever] = _then(self.model, base, lever, path.points[0][0], path)
        parts_at = base.parts_at if file.parts_at is None else file.parts_at
        for name, year in file.dated.items():
            if parts_at is not None and year < parts_at - SMALL:
                raise RegimeError(
                    f"`{name}` is {year:g}, before the base parts in {parts_at:g}",
                    where=file.where(name),
                    fix="let it come at or after that year, or give this regime a `parts_at` of its own",
                )
            paths[name] = _then(self.model, base, name, year, Path(((year, self.model[name].high),)))
        parted = min(file.dated.values(), default=None) if parts_at is None else parts_at
        return Regime(file.name, paths, file.label, file.doc, parted, file.base, file.edition, file.changed)


def _check_lever(model: Model, regime: str, lever: str, path: Path, where: str = "") -> None:
    levers = model.of_role(["lever"])
    if lever not in levers:
        raise RegimeError(
            f"regime `{regime}` sets `{lever}`, which is no lever",
            where=where,
            near=nearest(lever, levers),
            fix="set a lever of the model",
        )
    try:
        check_regime(model, Regime(regime, {lever: path}))
    except RegimeError as error:
        raise RegimeError(error.what, where=where, near=error.near, fix=error.fix) from None


def _then(model: Model, base: Regime, lever: str, year: float, path: Path) -> Path:
    """The base's path until a year, its default where the base says nothing, and the new one from that year on."""
    if lever in base.paths:
        return base.paths[lever].then(year, path)
    return Path(((LONG_AGO, model[lever].number),)).then(year, path)


def _files(places: Iterable[File]) -> list[File]:
    """The files named, and of each folder named those whose name ends in .toml and is not hidden, by name."""
    found: list[File] = []
    for place in places:
        if place == File():
            raise RegimeError(
                "the current folder is read only by its full name", where=f"`{place}`", fix="name a folder or a file"
            )
        try:
            inside = _within(place) if place.is_dir() else [place]
        except OSError as error:
            raise RegimeError(f"the folder cannot be read: {reason(error)}", where=str(place), fix=remedy(error)) from None
        if not inside:
            raise RegimeError("the folder holds no regime", where=str(place), fix="put a .toml file there, or name one")
        found += inside
    if not found:
        raise RegimeError("no regime file was named", fix="name a folder or a .toml file")
    return found


def _within(folder: File) -> list[File]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == ".toml" and not file.name.startswith("."))
