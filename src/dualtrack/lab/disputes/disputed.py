"""What a dispute came to: the difference and who carries it, what concessions leave of it, and what would decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dualtrack.lab.disputes.concessions import Best, By, Concession
from dualtrack.lab.disputes.deciding_figure import DecidingFigure
from dualtrack.lab.disputes.points import PARTS, Part, StudyMove, StudyPoint
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.subject import Subject
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.statistics.resolved import Measured, beside
from dualtrack.language.declaration import Label
from dualtrack.language.distribution import Prior
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

COUNTED = ("left", "mixtures", "factor", "leaves")
"""Keys of counts and shares, whatever the unit of the answer."""


@dataclass(frozen=True, slots=True, eq=False)
class MoveShare:
    """What a single `move` carries of the difference, and the standard error of drawing orders, nought where none were."""

    move: StudyMove
    label: Label
    carries: Reckoned
    drawn_error: float


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Disputed(Tidy):
    """Two studies on a `ground`, by their laboratories, `ends`, and `titles`, with their `answers` to a `subject` in `unit`.

    These differ by what the `parts` carry.

    `parts` holds every part, one in which they agree exactly nought; `within` what single numbers and levers carry inside a part,
    and whether all mixtures were asked for that, `exact`. `concessions` hold every single one, `best` the best of each side.
    `idle` are the points in which the studies differ and that change nothing of what was asked. `left` is what the worlds of each
    study's answer are worth, of `worlds` drawn by a `seed`; `mixtures` counts those that were asked.
    """

    ground: Laboratory
    ends: tuple[Laboratory, Laboratory]
    titles: tuple[Label, Label]
    subject: Subject
    unit: str
    answers: tuple[Reckoned, Reckoned]
    points: tuple[StudyPoint, ...]
    parts: Mapping[Part, Reckoned]
    within: Mapping[Part, tuple[MoveShare, ...]]
    exact: Mapping[Part, bool]
    concessions: tuple[Concession, ...]
    best: Mapping[By, Best]
    figure: DecidingFigure | None
    idle: tuple[StudyPoint, ...]
    left: tuple[float, float]
    worlds: int
    seed: int
    mixtures: int
    priors: Mapping[str, tuple[Prior, Prior]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def difference(self) -> Reckoned:
        """The second study's answer less the first's."""
        return self.answers[1].minus(self.answers[0])

    @property
    def without_effect(self) -> tuple[StudyPoint, ...]:
        """Points that take part in what was asked, and change no answer of any mixture that was asked."""
        moved = {each.move.name for found in self.within.values() for each in found if each.carries.value}
        moved |= {
            each.point.name for each in self.concessions if each.by == "first" and each.remains.value != self.difference.value
        }
        return tuple(point for point in self.points if point.name not in moved)

    @property
    def agrees(self) -> bool:
        """Whether nothing in which the studies differ has a part in what was asked."""
        return not self.points

    @property
    def is_resolved(self) -> bool:
        """Whether the answers are told apart at 95 %."""
        found = self.difference.size
        return found.value > 0 and beside(found.measured, 0.0) == "clear"

    def printed_title(self) -> str:
        one, other = (title[0] for title in self.titles)
        return f"Dispute of “{one}” and “{other}” about {self.subject.text}"

    def printed_lines(self) -> Mapping[str, object]:
        shares: dict[str, object] = {part: f"{self.parts[part].value:.3g} {self.unit}" for part in PARTS}
        answers = ", ".join(f"{each.value:.3g}" for each in self.answers)
        best: dict[str, object] = {f"best concession of the {by}": each for by, each in self.best.items()}
        return {"answers": answers, "difference": f"{self.difference.value:.3g} {self.unit}", **shares, **best}

    def to_dict(self) -> Row:
        """Answers, the difference by part and by number, every concession, and the figure that would decide."""
        return plain_row(
            {
                "studies": [end.study.origin for end in self.ends if end.study is not None],
                "about": self.subject.text,
                "regimes": self.subject.regime,
                "against": self.subject.against,
                "unit": self.unit,
                "agrees": self.agrees,
                "answers": [
                    {"title": _words(title), **_told(each.measured), "left": left}
                    for title, each, left in zip(self.titles, self.answers, self.left, strict=True)
                ],
                "difference": _told(self.difference.measured),
                "parts": [{"part": part, **_told(self.parts[part].measured)} for part in PARTS],
                "shares": self.to_rows(),
                "concessions": [self._conceded(each) for each in self.concessions],
                "best": [_best(by, each) for by, each in self.best.items()],
                "decides": None if self.figure is None else _figure(self.figure),
                "idle": [{"part": each.part, "name": each.name} for each in self.idle],
                "units": dict.fromkeys((*COUNTED, *(key for end in self.ends if end.study for key in end.study.parts)), "1"),
                "worlds": self.worlds,
                "mixtures": self.mixtures,
                "seed": self.seed,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per number and lever that carries something, by part, the largest first."""
        return [
            {
                "part": part,
                "name": each.move.name,
                "lever": each.move.lever or None,
                "label": _words(each.label),
                "unit": self.unit,
                **_told(each.carries.measured),
                "drawn_error": each.drawn_error,
                "exact": self.exact[part],
            }
            for part, found in self.within.items()
            for each in found
        ]

    def _conceded(self, each: Concession) -> Row:
        return {
            "part": each.point.part,
            "name": each.point.name,
            "by": each.by,
            "remains": _told(each.remains.measured),
            "closes": {**_told(each.closes.measured), "unit": "1"},
        }


def _told(found: Measured) -> Row:
    return {"value": found.value, "interval": [found.low, found.high]}


def _best(by: By, each: Best) -> Row:
    return {"by": by, "name": each.leader.point.name, "resolved": each.is_resolved, "closes_half": each.half}


def _figure(found: DecidingFigure) -> Row:
    told = found.told
    return {
        "name": found.number,
        "label": _words(found.label),
        "unit": found.unit,
        "errors": [{"factor": factor, "error": error} for factor, error in found.errors.items()],
        "joins": [
            {"leaves": part, "unit": "1" if found.is_factor else found.unit, "value": by} for part, by in found.joins.items()
        ],
        "measured_by": _words(found.what) if any(found.what) else None,
        "publisher": None if told is None or told.publisher is None else _words(told.publisher),
        "attain": None if told is None else told.error,
        "due": None if told is None else told.due or None,
    }


def _words(label: Label) -> Row:
    return {"en": label[0] or None, "zh": label[1] or None}
