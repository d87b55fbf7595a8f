"""Verdicts in a terminal: one row a claim, what decides it, and the parts of the effects that rivals explain too."""

from __future__ import annotations

from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.app.verdicts.caveats import kept_words, tally_words, verdict_cell
from dualtrack.app.verdicts.verdict_data import Row, judged_data
from dualtrack.lab.judged import Judged
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED

SHOWN_CRUXES, SHOWN_DECIDERS = 2, 12


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
        *_second_heading(data),
        "for /\nagainst",
    ]
    show_table("Verdicts", columns, [_line(row, bool(_second_heading(data))) for row in data["verdicts"]], words=4)
    show_table(*beside_table(data), words=3)
    if data["deciders"]:
        show_table(*deciders_table(data, SHOWN_DECIDERS), words=3)
    for name, found in data["attribution"].items():
        show_table(*attribution_table(name, found))
    show_prose(*tail(data))


def beside_table(data: Row) -> tuple[str, list[str], list[list[str]]]:
    """The answer in one of six words, and the shares beside it: what the claim would give without, with and at most."""
    title = (
        "What each answer rests on (decision note 014): shares of worlds in which the claim is true; under several priors their\n"
        "range; existence: by what factor the record changes the odds that its mechanism is there"
    )
    columns = ["id", "answer", "where it\nexists", "in its\nnull", "planted", "best\ncase", "nothing\non", "existence"]
    return title, columns, [_beside(row) for row in data["verdicts"] if row["beside"]]


def _beside(row: Row) -> list[str]:
    beside = row["beside"]
    asked = [(last["given_mechanism"] or last) for each in row["answers"] for last in [each["after"] or each["before"]]]
    single = [beside[name] for name in ("planted", "best", "nothing")]
    factors = [
        f"{'no bound' if each['factor'] is None else format(each['factor'], '.2g')}: {each['says']}"
        for each in row["existence"].values()
    ]
    return [
        row["id"],
        word_text(row["word"]),
        _range(asked),
        _range(beside["null"]),
        *(_range([each] if each else []) for each in single),
        "\n".join(factors) or "–",
    ]


def word_text(word: Row) -> str:
    """One of six words, why it is open, and near which bound more worlds would tell."""
    why = f": {word['why']}" if word["why"] else ""
    number = f" ({word['number']})" if word["number"] else ""
    near = f"; near the bound of {word['near']}, more worlds would tell" if word["near"] else ""
    return f"{word['answer']}{why}{number}{near}"


def _range(rows: list[Row]) -> str:
    values = [each["probability"] for each in rows]
    if not values:
        return "–"
    low, high = share(min(values)), share(max(values))
    return low if low == high else f"{low.removesuffix(' %')}–{high}"


def head(data: Row) -> list[str]:
    """What was judged and by which rule."""
    first = data["priors"][0]
    left = "" if first["accepted"] is None else f", {first['accepted']:,} of them left by history"
    worth = ", ".join(f"{row['worth']:,.0f} under {row['prior']}" for row in data["priors"])
    return [
        f"{tally_words(data['verdicts'])}.",
        *([said] if (said := kept_words(data["kept"], data["worlds"])) else []),
        f"Seed {data['seed']}; {first['worlds']:,} worlds{left}, worth {worth} in equal ones.",
        f"Supported: true in at least {share(SUPPORTED)} of worlds under every prior; contradicted: in at most "
        f"{share(CONTRADICTED)} under every prior; a verdict that sampling error could flip is not decided.",
        "Each share: under the first prior, and below it the range over priors. Odds: by what factor the record changes them. "
        "If it exists: in worlds where no mechanism that carries the claim is off."
        + "".join(
            f" Left in {year:g}: the share after the record where regimes leave history in that year; another verdict is named."
            for year in _second_years(data)
        ),
    ]


def tail(data: Row) -> list[str]:
    """How sure verdicts are, and what they rest on."""
    said = [
        f"Over {row['worlds']} worlds a claim that is true in exactly {share(SUPPORTED)} is called supported in "
        f"{100 * row['wrong_support']:.1f} % of draws, one true in exactly {share(CONTRADICTED)} contradicted in "
        f"{100 * row['wrong_contradiction']:.1f} %{_clear(row)}."
        for row in data["errors"]
    ]
    return [
        *sizes(data),
        *said,
        "This is the chance of a wrong verdict by sampling; that the model itself is wrong is not in it.",
    ]


def sizes(data: Row) -> list[str]:
    """On how many worlds the verdicts rest, and how wide the 95 % intervals of their shares are at most."""
    groups: dict[int, list[tuple[str, float]]] = {}
    for row in data["verdicts"]:
        for answer in row["answers"]:
            last = answer["after"] or answer["before"]
            low, high = last["interval"]
            groups.setdefault(last["worlds"], []).append((row["id"], 50 * (high - low)))
    ordered = sorted(groups.items(), key=lambda each: -len(each[1]))
    return [_size(count, found, place > 0) for place, (count, found) in enumerate(ordered)]


def _size(count: int, found: list[tuple[str, float]], is_named: bool) -> str:
    names = list(dict.fromkeys(name for name, _ in found))
    who = ", ".join(names) if is_named else f"{len(names)} claims"
    verb = "rests" if is_named and len(names) == 1 else "rest"
    return f"{who} {verb} on {count:,} worlds: each share is known to {max(error for _, error in found):.1f} points or better."


def deciders_table(data: Row, most: int | None = None) -> tuple[str, list[str], list[list[str]]]:
    """The numbers on which undecided claims hang, and what would measure them."""
    rows = data["deciders"]
    left = "" if most is None or len(rows) <= most else f" (the first {most} of {len(rows)}; --json and -o show all)"
    loose = data["undecided_by_one_number"]
    also = f"\nno single number decides {', '.join(loose)}" if loose else ""
    lines = [[row["en"], ", ".join(row["claims"]), row["measured_by"] or "–"] for row in rows[:most]]
    return f"What would decide the undecided{left}{also}", ["number", "claims that hang on it", "what would measure it"], lines


def attribution_table(name: str, found: Row) -> tuple[str, list[str], list[list[str]]]:
    """The parts of an effect under each prior, largest first."""
    priors, first = list(found), next(iter(found.values()))
    title = (
        f"{name}: months by mechanism, means and 95 % intervals over {first['worlds']} worlds; the parts sum to the difference"
    )
    order = sorted(range(len(first["parts"])), key=lambda place: -abs(first["parts"][place]["mean"]))
    lines = [["every mechanism", *(_months(found[prior]) for prior in priors)]]
    lines += [[first["parts"][at]["en"], *(_months(found[prior]["parts"][at]) for prior in priors)] for at in order]
    lines += [["none", *(number(found[prior]["without_any"]) for prior in priors)]]
    return title, ["mechanisms", *priors], lines


def _months(row: Row) -> str:
    return f"{number(row['mean'])}\n{_between(row['interval'])}"


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
    """Why the verdict is what it is, and the numbers that move the claim most, under the first prior and where others differ."""
    if not row["answers"]:
        return str(row["reason"]["en"])
    first, *others = row["answers"]
    shown = first["cruxes"][:SHOWN_CRUXES]
    named = [f"{_name(crux)} ({_halves(crux)})" for crux in shown]
    known = {crux["name"] for crux in shown}
    for answer in others:
        for crux in answer["cruxes"][:1]:
            if crux["name"] not in known:
                known.add(crux["name"])
                named.append(f"{answer['prior']}: {_name(crux)} ({_halves(crux)})")
    return "\n".join([row["reason"]["en"], *named])


def second(row: Row) -> str:
    """The share where regimes leave history earlier, under the first prior."""
    found = row["second_parting"]
    return "–" if found is None else share(found["answers"][0]["probability"])


def _second_years(data: Row) -> list[float]:
    return list(dict.fromkeys(row["second_parting"]["year"] for row in data["verdicts"] if row["second_parting"]))


def _second_heading(data: Row) -> list[str]:
    return [f"left in\n{year:g}" for year in _second_years(data)]


def _name(crux: Row) -> str:
    return str(crux["label"]["en"])


def _halves(crux: Row) -> str:
    return f"low {share(crux['low']['probability'])}, high {share(crux['high']['probability'])}"


def _line(row: Row, has_second: bool) -> list[str]:
    evidence = row["evidence"]
    counts = f"{len(evidence['supports'])} / {len(evidence['opposes'])}"
    found = [shares(row, "before"), shares(row, "after"), odds(row), given(row), *([second(row)] if has_second else [])]
    return [row["id"], row["en"], verdict_cell(row), decides(row), *found, counts]


def _between(interval: list[float]) -> str:
    return span(number(interval[0], 2), number(interval[1], 2))


def _clear(row: Row) -> str:
    if row["clear_support"] is None or row["clear_contradiction"] is None:
        return "; they are too few to decide any claim surely"
    return (
        f"; nine times in ten one true in {100 * row['clear_support']:.1f} % is supported, in "
        f"{100 * row['clear_contradiction']:.1f} % contradicted"
    )
