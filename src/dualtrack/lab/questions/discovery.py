"""What was found of where a condition holds: how it was searched for, the regions with their limits, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dualtrack.errors import RunError
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.statistics.box import BoxCount, End
from dualtrack.lab.statistics.peel import Peel
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row


@dataclass(frozen=True, slots=True)
class Search:
    """How boxes are found: the peeling, how many boxes at the most, and how often all is done again on resampled worlds.

    Raises `RunError` for no box.
    """

    peel: Peel = field(default_factory=Peel)
    boxes: int = 3
    resamples: int = 20

    def __post_init__(self) -> None:
        if self.boxes < 1 or self.resamples < 0:
            raise RunError(f"nothing can be searched by {self}", fix="ask for one box or more")


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound of a box on one number, the quasi-p value of that number's limits, and how often the bound's end returns.

    `returns` is the share of refits on resampled worlds whose first box bounds the same end; None for later boxes.
    """

    name: str
    end: End
    bound: float
    chance: float
    returns: float | None


@dataclass(frozen=True, slots=True, repr=False)
class Region(Printed):
    """A box by its limits, and what it holds of worlds that had no part in finding it."""

    limits: tuple[Limit, ...]
    held: BoxCount
    is_dense: bool

    def printed_title(self) -> str:
        return f"Region: holds in {self.held.density:.0%} of it"

    def printed_lines(self) -> Mapping[str, object]:
        return {f"{each.name}, {each.end}": each.bound for each in self.limits} | {"held": self.held, "dense": self.is_dense}


@dataclass(frozen=True, slots=True, repr=False)
class Discovery(Tidy):
    """Where the condition holds: the regions in the order found, what they hold together, and ends that often return.

    `tried` inputs were tested one by one, and limits sought on the `telling` ones, which go with the condition beyond chance.

    `share` is that of all measured worlds in which it holds; `often` lists ends that return in half of the refits or more and
    are not limits of the first region. `worlds` were drawn for each of three parts, of which `failed` in all did not finish.
    """

    condition: Condition
    share: float
    regions: tuple[Region, ...]
    together: BoxCount
    often: tuple[tuple[str, End, float], ...]
    tried: int
    telling: tuple[str, ...]
    worlds: int
    failed: int
    seed: int
    search: Search
    setting: Setting

    @property
    def wanted(self) -> float:
        """The density that was asked of a region."""
        return self.search.peel.wanted(self.share)

    def printed_title(self) -> str:
        return f"Where {self.condition} holds: {len(self.regions)} regions"

    def to_dict(self) -> Row:
        """Every region with its limits, and how they were had."""
        return plain_row(
            {
                "condition": str(self.condition),
                "share": self.share,
                "regions": [self._region(each) for each in self.regions],
                "density_wanted": self.wanted,
                "together": {"coverage": self.together.coverage, "density": self.together.density},
                "tried": self.tried,
                "telling": self.telling,
                "often": [{"name": name, "end": end, "returns": returns} for name, end, returns in self.often],
                "worlds": {"finding": self.worlds, "choosing": self.worlds, "measuring": self.worlds, "failed": self.failed},
                "seed": self.seed,
                "model": self.setting.model.fingerprint,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per region and limit."""
        model = self.setting.model
        return [
            {"region": place, **limit, "label": dict(zip(LANGUAGES, model[limit["name"]].label, strict=True))}
            | {key: row[key] for key in ("density", "coverage", "mass", "dense")}
            for place, row in enumerate(map(self._region, self.regions), 1)
            for limit in row["limits"]
        ]

    def _region(self, region: Region) -> Row:
        model, counted = self.setting.model, region.held
        limits = [
            {"name": each.name, "unit": str(model[each.name].unit), "end": each.end, "bound": each.bound}
            | {"quasi_p": each.chance, "returns": each.returns}
            for each in region.limits
        ]
        found = {"density": counted.density, "coverage": counted.coverage, "mass": counted.mass}
        return {"limits": limits, **found, "dense": region.is_dense}
