"""How near the forecasts came that were frozen before their figures were known, and what has not come yet."""

from __future__ import annotations

from collections import Counter
from math import isnan
from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.options import Flag, Json, Registry, Seed
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import MINUS, number, share, span
from dualtrack.app.terminal.terminal import note, show_prose, show_table, show_text
from dualtrack.lab.forecasts.foretold_shape import WITHIN
from dualtrack.lab.forecasts.score_forecasts import FIRST, ForecasterScore, ScoreCard, ScoredForecast
from dualtrack.lab.forecasts.shipped_registry import score_of
from dualtrack.lab.laboratory import Laboratory

BATCHES = {"prospective": "prospective", "blind": "blind, not prospective"}
COUNTS = ("crps", "brier", "coverage", "skill", "value", "low", "high", "within_50", "within_80", "within_90")


def score(
    *,
    own: Brought = NOTHING,
    registry: Registry = None,
    open_: Annotated[Flag, Parameter(name="--open", help="List every forecast that is open, and why.")] = False,
    seed: Seed = 7,
    json: Json = False,
) -> int:
    """How good were the frozen forecasts? Those whose figures have come; ends with 1 where one was altered since.

    Each is resolved by its frozen rule, the first figure that its publisher gave, from the shipped record and, with --record,
    from rows of yours. Scores stand on logarithms, or on log odds of a share: lower is nearer, 0 is perfect.

    Example: dualtrack score --record my-rows
    """
    laboratory = bound(own)

    def ask(asked: Laboratory) -> ScoreCard:
        return score_of(asked, registry, seed)

    card, study = ask(laboratory), laboratory.study
    reads = study if study is not None and study.rows else None
    changed = shipped_beside(own, reads, card, ask, told, ("standing", "outcome", "value", *COUNTS))
    if json:
        data: dict[str, Any] = {**card.to_dict(), "units": dict.fromkeys(COUNTS, "1")}
        show_answer("score", laboratory, data, seed=seed, beside=changed)
    else:
        show_card(card, every=open_)
        show_beside(changed)
    altered = card.registry.altered
    if altered:
        note(f"altered after the freeze, and not scored: {', '.join(altered)}\n  fix   take the registry as it was frozen")
    return int(bool(altered))


def told(card: ScoreCard) -> dict[str, Any]:
    """What is held beside what is shipped: what came of every forecast, then how every forecaster did."""
    came: dict[str, tuple[str, float | None]] = {each.forecast.id: ("resolved", each.outcome) for each in card.scored}
    came |= {each.forecast.id: (each.standing, None) for each in card.open}
    rows = {name: {"standing": standing, "outcome": outcome} for name, (standing, outcome) in sorted(came.items())}
    return {"forecasts": rows, "forecasters": card.to_dict()["forecasters"]}


def show_card(card: ScoreCard, *, every: bool) -> None:
    """What came of each batch, then what is open."""
    registry = card.registry
    show_prose(
        f"{len(registry.forecasts)} forecasts, frozen on {registry.frozen} and as they were sealed ({registry.seal[:12]}), "
        "beside "
        f"figures told until {card.day}: {len(card.scored)} are resolved."
    )
    for batch in card.batches:
        _show_batch(card, batch)
    standing = Counter(each.standing for each in card.open)
    show_prose("Open: " + (", ".join(f"{name} {count}" for name, count in sorted(standing.items())) or "none") + ".")
    if every:
        lines = [[each.forecast.id, BATCHES[each.forecast.batch], each.standing, each.why] for each in card.open]
        show_table("What is open, and why", ["forecast", "batch", "", ""], lines, words=4)
    elif card.open:
        show_text("--open lists them with why.")


def _show_batch(card: ScoreCard, batch: str) -> None:
    found = card.of(batch)
    if not found:
        show_prose(f"{BATCHES[batch].capitalize()}: none is resolved.")
        return
    rows = [_outcome(each) for each in found]
    heads = ["forecast", "came", "model\nsaid", "model", "no\nchange", "trend", "logistic", "nearer than"]
    show_table(f"{BATCHES[batch].capitalize()}: what came, and how far off each was", heads, rows, words=1)
    scores = [_forecaster(each) for each in card.forecasters(batch)]
    heads = [
        "",
        "mean\nscore",
        "Brier",
        *(f"within\n{share(part)}" for part in WITHIN),
        "skill on\nno change",
        "on trend",
        "on logistic",
    ]
    show_table("Every forecaster", heads, scores, words=1)
    won = sum(len(each.won) == 3 for each in found)
    lost = sum(not each.won for each in found)
    show_prose(
        f"Of {len(found)} the model came nearer than every baseline in {won} and than none in {lost}. A skill is the part by "
        "which its "
        "score is lower; in brackets nine tenths of a bootstrap in which outcomes of one quantity are drawn together."
    )


def _outcome(each: ScoredForecast) -> list[str]:
    shape = each.forecast.shapes[FIRST]
    said = f"{number(shape.median)} ({span(*(number(end) for end in shape.ends(0.9)))})"
    off = [_score(each.crps.get(name)) for name in (FIRST, "no_change", "trend", "logistic")]
    return [each.forecast.id, number(each.outcome), said, *off, ", ".join(each.won).replace("_", " ") or "none"]


def _forecaster(each: ForecasterScore) -> list[str]:
    skills = [_skill(each.skill.get(name)) for name in ("no_change", "trend", "logistic")]
    return [
        each.name.replace("_", " "),
        _score(each.crps),
        _score(each.brier),
        *(share(each.coverage[part]) for part in WITHIN),
        *skills,
    ]


def _score(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _skill(found: tuple[float, float, float] | None) -> str:
    if found is None:
        return "–"
    value, low, high = (f"{each:.2f}".replace("-", MINUS) for each in found)
    return value if isnan(found[1]) else f"{value} ({low} to {high})"
