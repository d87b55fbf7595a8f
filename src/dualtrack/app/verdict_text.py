"""Verdicts in a terminal: one row a claim, what decides it, and the parts of the effects that rivals explain too."""

from __future__ import annotations

from dualtrack.app.judging import Judged
from dualtrack.app.numbers import number, share, span
from dualtrack.app.terminal import show_prose, show_table, show_text
from dualtrack.app.verdict_rows import Row, judged_data
from dualtrack.lab.verdict import CONTRADICTED, SUPPORTED

SHOWN_CRUXES = 2


def show_judged(judged: Judged) -> None:
    """Everything that judging prints."""
    data = judged_data(judged)
    show_prose(*head(data))
    show_text("")
    columns = [
        "id",
        "claim",
        "verdict",
        "what decides it",
        "before the\nrecord",
        "after it",
        "odds",
        "if it\nexists",
        "for /\nagainst",
    ]
    show_table("Verdicts", columns, [_line(row) for row in data["verdicts"]], words=4)
    for name, found in data["attribution"].items():
        show_table(*attribution_table(name, found))
    show_prose(*tail(data))


def head(data: Row) -> list[str]:
    """What was judged and by which rule."""
    counts = data["tally"]
    first = data["priors"][0]
    left = "" if first["accepted"] is None else f", {first['accepted']:,} of them left by history"
    worth = ", ".join(f"{row['worth']:,.0f} under {row['prior']}" for row in data["priors"])
    return [
        f"{counts['supported']} supported, {counts['contradicted']} contradicted, {counts['not decided']} not decided, "
        f"{counts['waiting']} waiting, {counts['structure']} of structure only.",
        f"Seed {data['seed']}; {first['worlds']:,} worlds{left}, worth {worth} in equal ones.",
        f"Supported: true in at least {share(SUPPORTED)} of worlds under every prior; contradicted: in at most "
        f"{share(CONTRADICTED)} under every prior; a verdict that sampling error could flip is not decided.",
        "Each share: under the first prior, and below it the range over priors. Odds: by what factor the record changes them. "
        "If it exists: in worlds where no mechanism that carries the claim is off.",
    ]


def tail(data: Row) -> list[str]:
    """How sure verdicts are, and what they rest on."""
    said = [
        f"Over {row['worlds']} worlds a claim that is true in exactly {share(SUPPORTED)} is called supported in "
        f"{100 * row['wrong_support']:.1f} % of draws, one true in exactly {share(CONTRADICTED)} contradicted in "
        f"{100 * row['wrong_contradiction']:.1f} %{_clear(row)}."
        for row in data["errors"]
    ]
    return [*said, "This is the chance of a wrong verdict by sampling; that the model itself is wrong is not in it."]


def attribution_table(name: str, found: Row) -> tuple[str, list[str], list[list[str]]]:
    """The parts of an effect, largest first."""
    title = (
        f"{name}: {number(found['mean'])} months in the mean of {found['worlds']} worlds ({_between(found['interval'])}), "
        f"{number(found['without_any'])} with every mechanism off; the parts sum to the difference"
    )
    parts = sorted(found["parts"], key=lambda part: -abs(part["mean"]))
    return (
        title,
        ["mechanisms", "months", "95 % interval"],
        [[p["en"], number(p["mean"]), _between(p["interval"])] for p in parts],
    )


def shares(row: Row, when: str) -> str:
    """The share under the first prior, and the range over priors where there are several."""
    found = [answer[when]["probability"] for answer in row["answers"] if answer[when] is not None]
    if not found:
        return "–"
    return share(found[0]) if len(found) == 1 else f"{share(found[0])}\n{span(f'{100 * min(found):.0f}', share(max(found)))}"


def odds(row: Row) -> str:
    """By what factor the record changes the odds under the first prior."""
    return number(row["answers"][0]["odds"], 2) if row["answers"] else "–"


def given(row: Row) -> str:
    """The share where the mechanism that carries the claim exists, under the first prior."""
    if not row["answers"]:
        return "–"
    last = row["answers"][0]["after"] or row["answers"][0]["before"]
    return "–" if last["given_mechanism"] is None else share(last["given_mechanism"]["probability"])


def decides(row: Row) -> str:
    """The numbers that move the claim most, or why there is none."""
    found = row["answers"][0]["cruxes"][:SHOWN_CRUXES] if row["answers"] else []
    named = [f"{crux['en'].partition(':')[0]} ({_halves(crux)})" for crux in found]
    return "\n".join([row["reason"]["en"], *named, *_strength(row)])


def _strength(row: Row) -> list[str]:
    """For what is contradicted, whether any strength of its mechanism would make it true."""
    if row["verdict"] != "contradicted" or row["at_full_strength"] is None:
        return []
    return [f"its mechanism at full strength: {share(row['at_full_strength']['probability'])}"]


def _halves(crux: Row) -> str:
    return f"low {share(crux['low']['probability'])}, high {share(crux['high']['probability'])}"


def _line(row: Row) -> list[str]:
    evidence = row["evidence"]
    counts = f"{len(evidence['supports'])} / {len(evidence['opposes'])}"
    found = [shares(row, "before"), shares(row, "after"), odds(row), given(row)]
    return [row["id"], row["en"], row["verdict"], decides(row), *found, counts]


def _between(interval: list[float]) -> str:
    return span(number(interval[0], 2), number(interval[1], 2))


def _clear(row: Row) -> str:
    if row["clear_support"] is None or row["clear_contradiction"] is None:
        return "; they are too few to decide any claim surely"
    return (
        f"; nine times in ten one true in {100 * row['clear_support']:.1f} % is supported, in "
        f"{100 * row['clear_contradiction']:.1f} % contradicted"
    )
