"""What happens under each regime in each world? Every regime meets the same worlds; a failed world becomes a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError, UnknownName, nearest
from dualtrack.lab.runs.cluster import Cluster
from dualtrack.lab.runs.engine import engine
from dualtrack.lab.runs.failure import Failure, Inquiry
from dualtrack.lab.runs.frame import Frame
from dualtrack.lab.runs.regime_run import run_in_parts
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.runs.result_words import FAILED, FINISHED, root_words
from dualtrack.lab.runs.side_by_side import SideBySide
from dualtrack.lab.statistics.band import Band, bands, spread
from dualtrack.lab.statistics.interpolate import at_year
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER, Scheme
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

if TYPE_CHECKING:
    import polars
    import xarray


@dataclass(frozen=True, slots=True, repr=False)
class Ensemble(Tidy):
    """Saved quantities of several regimes over the same worlds, in `years[year]`.

    `sound[world]` marks the worlds that finished under every regime.
    """

    model: Model
    regimes: Mapping[str, Regime]
    worlds: Worlds
    years: Array
    paths: Mapping[str, Paths]
    sound: NDArray[np.bool_]
    failures: tuple[Failure, ...]
    engine: str
    note: str

    def __post_init__(self) -> None:
        settle_fields(self)

    def __getitem__(self, regime: str) -> Paths:
        if regime not in self.paths:
            raise RegimeError(
                f"the ensemble has no regime `{regime}`", near=nearest(regime, self.paths), fix="one of " + ", ".join(self.paths)
            )
        return self.paths[regime]

    def curves(self, regime: str, name: str) -> Array:
        """A quantity under a regime, [world, year], of the sound worlds.

        Raises `RegimeError` for a regime that was not run and `UnknownName` for a quantity that was not saved.
        """
        values = self[regime].values
        if name not in values:
            raise UnknownName(
                f"the ensemble did not save `{name}`", near=nearest(name, values), fix="name it in `save` and run again"
            )
        return np.asarray(values[name][self.sound])

    def at(self, regime: str, name: str, year: float) -> Array:
        """A quantity in a year, [world], of the sound worlds, linear between saved rows; raises `RunError` outside the run."""
        return at_year(self.curves(regime, name), self.years, year)

    def band(self, regime: str, name: str) -> tuple[Band, ...]:
        """The band over sound worlds in each saved year."""
        return bands(self.curves(regime, name))

    @property
    def units(self) -> dict[str, str]:
        """The unit of each saved quantity."""
        return {name: str(self.model[name].unit) for name in next(iter(self.paths.values())).values}

    def frame(self, size: int | None = None) -> Frame:
        """What the ensemble holds along each axis, for a store in blocks of `size` worlds or all in one."""
        return Frame(
            model=self.model,
            regimes=tuple(self.regimes.values()),
            numbers=self.worlds.numbers,
            years=tuple(self.years.tolist()),
            save=tuple(self.units),
            parameters=tuple(self.worlds.values),
            size=size or self.worlds.count,
        )

    def to_xarray(self) -> xarray.Dataset:
        """Saved quantities by regime, world and year, drawn numbers by world and parameter, and which worlds finished.

        Names and words are those of a store on disk; a failed world holds no number.
        """
        status = np.array([np.where(paths.failed, FAILED, FINISHED) for paths in self.paths.values()])
        curves = {name: self._stack(name) for name in self.units}
        return self.frame().dataset(curves, self.worlds.values, status, root_words(self.model, self.worlds.seed, {}))

    def table(self, years: Iterable[float]) -> polars.DataFrame:
        """One row per regime, sound world and year, one column per quantity."""
        import polars

        numbers = self.worlds.numbers[self.sound]
        parts = [
            polars.DataFrame(
                {"regime": [regime] * len(numbers), "world": numbers, "year": np.full(len(numbers), year)}
                | {name: self.at(regime, name, year) for name in self.units}
            )
            for regime in self.paths
            for year in years
        ]
        return polars.concat(parts)

    def failure_table(self) -> polars.DataFrame:
        """One row per failed world and regime."""
        import polars

        kinds = {"regime": polars.String, "world": polars.Int64, "variable": polars.String, "year": polars.Float64}
        return polars.DataFrame([asdict(row) for row in self.failures], schema=kinds | {"reason": polars.String})

    def _stack(self, name: str) -> Array:
        return np.stack([np.where(p.failed[:, None], np.nan, p.values[name]) for p in self.paths.values()])

    def printed_title(self) -> str:
        return (
            f"Ensemble: {len(self.paths)} regimes, {int(self.sound.sum())} of {len(self.sound)} worlds finished under every one"
        )

    def to_dict(self) -> Row:
        """What was run, and the band of each quantity over sound worlds by regime and saved year."""
        worlds = {"drawn": self.worlds.count, "finished": int(self.sound.sum())}
        return plain_row(
            {
                "regimes": [*self.paths],
                "units": self.units,
                "worlds": worlds,
                "seed": self.worlds.seed,
                "model": self.model.fingerprint,
                "bands": [
                    {"regime": regime, "outcome": name, "year": year, **spread(found)}
                    for regime in self.paths
                    for name in self.units
                    for year, found in zip(self.years.tolist(), self.band(regime, name), strict=True)
                ],
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per regime and sound world in the last year: what was saved, and beside it what was drawn."""
        return self.to_polars().to_dicts()

    def to_polars(self, years: Iterable[float] = ()) -> polars.DataFrame:
        """One row per regime, sound world and year, the last one unless some are named: what was saved, and what was drawn."""
        import polars

        drawn = polars.DataFrame({"world": self.worlds.numbers} | dict(self.worlds.values))
        return self.table(tuple(years) or (float(self.years[-1]),)).join(drawn, on="world", how="left", maintain_order="left")


@checked
def run_ensemble(
    model: Model,
    regimes: Iterable[Regime],
    worlds: Worlds,
    clock: Clock,
    save: Sequence[str],
    *,
    progress: Progress | None = None,
    scheme: Scheme = EULER,
    cluster: Cluster | None = None,
) -> Ensemble:
    """Run every one of `regimes` in every one of `worlds` over the years of `clock`, and keep the quantities named in `save`.

    `scheme` is the rule by which a step of the `model` is taken; `progress` counts runs; a `cluster` runs parts of the worlds.
    Raises `UnknownName` or `RegimeError` for what the model has not or a regime that does not fit it, and `RunError` for a step
    longer than a stock takes to drain; never for a failed world, which becomes a row of `failures`.
    """
    chosen = by_name(regimes)
    for regime in chosen.values():
        check_acting(regime, clock)
    check_saved(model, save)
    compiled, paths = engine(model), dict[str, Paths]()
    asked = SideBySide.of(model, compiled, tuple(chosen.values()), clock, save, scheme)
    for done, found in enumerate(asked.run(worlds) if cluster is None else run_in_parts(asked, worlds, cluster), 1):
        paths[found.regime] = found
        if progress is not None:
            progress(done * worlds.count, len(chosen) * worlds.count)
    inquiry = Inquiry(model, clock, scheme)
    return Ensemble(
        model=model,
        regimes=chosen,
        worlds=worlds,
        years=np.asarray(clock.saved),
        paths=paths,
        sound=~np.logical_or.reduce([each.failed for each in paths.values()]),
        failures=tuple(row for name, each in paths.items() for row in inquiry.rows(chosen[name], worlds, each.failed)),
        engine=compiled.name,
        note=compiled.note,
    )


def by_name(regimes: Iterable[Regime]) -> dict[str, Regime]:
    """Regimes by name; raises `RegimeError` for two of one name, for one without, and for none."""
    found: dict[str, Regime] = {}
    for regime in regimes:
        if not regime.name.strip():
            raise RegimeError("a regime of the ensemble has no name", fix="give each a name of its own")
        if regime.name in found:
            raise RegimeError(f"the ensemble has regime `{regime.name}` twice", fix="rename one, or leave it out")
        found[regime.name] = regime
    if not found:
        raise RegimeError("the ensemble has no regime", fix="name at least one")
    return found


def check_saved(model: Model, save: Sequence[str]) -> None:
    """Raise `UnknownName` for what the model has not, a number that does not move in a run, and nothing at all."""
    for name in save:
        if model[name].role in ("constant", "uncertainty", "switch"):
            raise UnknownName(f"`{name}` does not move in a run", fix="read it from the worlds instead")
    if not save:
        raise UnknownName("the ensemble saves nothing", fix="name at least one quantity")
