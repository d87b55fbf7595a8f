"""Verdicts in a terminal: one row a claim, what it hangs on, and the parts of the effects that rivals explain too."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.page.pack.claim_rows import reading_of
from dualtrack.app.terminal.numbers import number, share, share_range, span
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.beside_kept import kept_words
from dualtrack.app.verdicts.column_words import NAMED, TITLE, column_cells, column_heads, full_record_words
from dualtrack.app.verdicts.verdict_data import Row, judged_data
from dualtrack.app.verdicts.verdict_words import tally_words, turning_label, verdict_cell
from dualtrack.lab.judged import Judged
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.verdicts.turning import WITHIN
from dualtrack.lab.verdicts.verdict import HALF
from dualtrack.language.model import Model

SHOWN_CRUXES, SHOWN_DECIDERS = 2, 12


def show_judged(judged: Judged) -> None:
    """Everything that judging prints."""
    data, model = judged_data(judged), judged.laboratory.model
    show_prose(*head(data))
    show_text("")
    show_table("Verdicts", *verdict_table(model, data), words=4)
    show_prose(*asked_of(data))
    show_table(*beside_table(data), words=2)
    show_table(*columns_table(data["verdicts"]), words=1)
    show_prose(full_record_words(data["full_record"])[0])
    if data["deciders"]:
        show_table(*deciders_table(data, SHOWN_DECIDERS), words=3)
    for name, found in data["attribution"].items():
        show_table(*attribution_table(name, found))
    show_prose(*tail(data))


def verdict_table(model: Model, data: Row) -> tuple[list[str], list[list[str]]]:
    """One row a claim: its verdict, what that hangs on, and the shares by which the rule finds it."""
    columns = ["id", "claim", "verdict", "what it hangs on", "where it\nexists", "in its\nnull", "best\ncase", "for /\nagainst"]
    return columns, [_line(model, row) for row in data["verdicts"]]


def _line(model: Model, row: Row) -> list[str]:
    evidence, beside = row["evidence"], row["beside"]
    counts = f"{len(evidence['supports'])} / {len(evidence['opposes'])}"
    null, best = ("–", "–") if beside is None else (_range(beside["null"]), _range([beside["best"]]))
    return [row["id"], row["en"], verdict_cell(row), hangs_on(model, row), _range(asked(row)), null, best, counts]


def asked(row: Row) -> list[Row]:
    """The shares that the verdict reads, one for each prior: where the mechanism exists that the claim needs."""
    return [last["asked"] for each in row["answers"] for last in [each["after"] or each["before"]]]


def asked_of(data: Row) -> list[str]:
    """A sentence for each claim that is asked of some worlds alone, or has no number in some, under the first prior."""
    rows = [(row["id"], row["answers"][0]["after"] or row["answers"][0]["before"]) for row in data["verdicts"] if row["answers"]]
    said = [(name, "; ".join(en for en, _ in asked_labels(reading_of(reading)))) for name, reading in rows]
    return [f"{name}: {words}." for name, words in said if words]


def hangs_on(model: Model, row: Row) -> str:
    """What would turn a verdict; of an open claim the numbers that move it most, first prior first, others where they differ."""
    if row["verdict"] != "open":
        return turning_label(model, row)[0]
    first, *others = row["answers"]
    shown = first["cruxes"][:SHOWN_CRUXES]
    named = [f"{_name(crux)} ({_halves(crux)})" for crux in shown]
    known = {crux["name"] for crux in shown}
    for answer in others:
        for crux in answer["cruxes"][:1]:
            if crux["name"] not in known:
                known.add(crux["name"])
                named.append(f"{answer['prior']}: {_name(crux)} ({_halves(crux)})")
    return "\n".join(each for each in (turning_label(model, row)[0], *named) if each)


def beside_table(data: Row) -> tuple[str, list[str], list[list[str]]]:
    """What stands beside each answer: before and after the record, planted, with nothing on, at the other date, and existence."""
    title = (
        "Beside the verdicts: shares of worlds in which the claim is true, under several priors their range; existence: by what\n"
        "factor the record changes the odds that the mechanism is there"
    )
    years = list(dict.fromkeys(row["second_parting"]["year"] for row in data["verdicts"] if row["second_parting"]))
    columns = [
        "id",
        "existence",
        "before the\nrecord",
        "after it",
        "odds",
        "planted",
        "nothing\non",
        *(f"left in\n{y:g}" for y in years),
    ]
    return title, columns, [_beside(row, bool(years)) for row in data["verdicts"] if row["beside"]]


def columns_table(rows: Sequence[Row]) -> tuple[str, list[str], list[list[str]]]:
    """What each body of evidence gives every claim that is computed."""
    told = [row for row in rows if row["columns"]]
    heads = column_heads(told)
    named = [NAMED[name][0].replace(", ", ",\n") for name in heads]
    return TITLE[0], ["id", *named, "words, where\nthey differ"], [[row["id"], *column_cells(row, heads)] for row in told]


def _beside(row: Row, has_second: bool) -> list[str]:
    beside = row["beside"]
    single = [_range([beside[name]]) for name in ("planted", "nothing")]
    factors = [
        f"{'no bound' if each['factor'] is None else format(each['factor'], '.2g')}: {each['says']}"
        for each in row["existence"].values()
    ]
    found = [shares(row, "before"), shares(row, "after"), odds(row), *single, *([second(row)] if has_second else [])]
    return [row["id"], "\n".join(factors) or "–", *found]


def _range(rows: Sequence[Row | None]) -> str:
    return share_range(each["probability"] for each in rows if each is not None)


def head(data: Row) -> list[str]:
    """What was judged and by which rule."""
    first = data["priors"][0]
    left = "" if first["accepted"] is None else f", {first['accepted']:,} of them left by history"
    worth = ", ".join(f"{row['worth']:,.0f} under {row['prior']}" for row in data["priors"])
    return [
        f"{tally_words(data['verdicts'])}.",
        *([said] if (said := kept_words(data["kept"], data["worlds"])) else []),
        f"Seed {data['seed']}; {first['worlds']:,} worlds{left}, worth {worth} in equal ones.",
        "Worlds count where the mechanism exists that a claim needs. Supported: true in at least "
        f"{share(SUPPORTED)} of them under every prior, in less than {share(HALF)} without it (its null), and the record speaks "
        f"for its existence. Contradicted: in at most {share(CONTRADICTED)}, though its best case reaches {share(SUPPORTED)}; "
        "too small as sized: not even there. Built in: as true in its null. Else open; so is what sampling error could flip.",
        "Where it exists, null: the range over priors. Best case: every size at the end of its range that favours the claim. "
        f"Firm: no number flips the verdict within {WITHIN:g} standard deviations. A year in the column of verdicts: the verdict "
        "where regimes leave history then, on fewer worlds.",
    ]


def tail(data: Row) -> list[str]:
    """How sure verdicts are, and what they rest on."""
    said = [
        f"Over {row['worlds']} worlds a claim that is true in exactly {share(SUPPORTED)} comes out above that bound in "
        f"{100 * row['wrong_above']:.1f} % of draws, one true in exactly {share(CONTRADICTED)} below it in "
        f"{100 * row['wrong_below']:.1f} %{_clear(row)}."
        for row in data["errors"]
    ]
    return [
        *sizes(data),
        *said,
        "This is the chance of a wrong side by sampling; that the model itself is wrong is not in it.",
    ]


def sizes(data: Row) -> list[str]:
    """On how many worlds the verdicts rest, and how wide the 95 % intervals of their shares are at most."""
    groups: dict[int, list[tuple[str, float]]] = {}
    for row in data["verdicts"]:
        for answer in row["answers"]:
            last = answer["after"] or answer["before"]
            low, high = last["interval"]
            if low is not None:
                groups.setdefault(last["worlds"], []).append((row["id"], 50 * (high - low)))
    ordered = sorted(groups.items(), key=lambda each: -len(each[1]))
    return [_size(count, found, place > 0) for place, (count, found) in enumerate(ordered)]


def _size(count: int, found: list[tuple[str, float]], is_named: bool) -> str:
    names = list(dict.fromkeys(name for name, _ in found))
    who = ", ".join(names) if is_named else f"{len(names)} claims"
    verb = "rests" if is_named and len(names) == 1 else "rest"
    return f"{who} {verb} on {count:,} worlds: each share is known to {max(error for _, error in found):.1f} points or better."


def deciders_table(data: Row, most: int | None = None) -> tuple[str, list[str], list[list[str]]]:
    """The numbers on which open claims hang, and what would measure them."""
    rows = data["deciders"]
    left = "" if most is None or len(rows) <= most else f" (the first {most} of {len(rows)}; --json and -o show all)"
    loose = data["open_without"]
    also = f"\nno single number decides {', '.join(loose)}" if loose else ""
    lines = [[row["en"], ", ".join(row["claims"]), row["measured_by"] or "–"] for row in rows[:most]]
    return f"What would decide the open claims{left}{also}", ["number", "claims that hang on it", "what would measure it"], lines


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
    every = [answer[when]["probability"] for answer in row["answers"] if answer[when] is not None]
    found = [each for each in every if each is not None]
    if not found:
        return "–"
    return share(found[0]) if len(found) == 1 else f"{share(found[0])}\n{span(f'{100 * min(found):.0f}', share(max(found)))}"


def odds(row: Row) -> str:
    """By what factor the record changes the odds under the first prior."""
    return number(row["answers"][0]["odds"], 2) if row["answers"] else "–"


def second(row: Row) -> str:
    """The share where regimes leave history earlier, under the first prior."""
    found = row["second_parting"]
    return "–" if found is None else share(found["answers"][0]["probability"])


def _name(crux: Row) -> str:
    return str(crux["label"]["en"])


def _halves(crux: Row) -> str:
    return f"low {share(crux['low']['probability'])}, high {share(crux['high']['probability'])}"


def _between(interval: list[float]) -> str:
    return span(number(interval[0], 2), number(interval[1], 2))


def _clear(row: Row) -> str:
    if row["clear_above"] is None or row["clear_below"] is None:
        return "; they are too few to place any claim surely"
    above, below = f"{100 * row['clear_above']:.1f}", f"{100 * row['clear_below']:.1f}"
    return f"; nine times in ten one true in {above} % comes out above, in {below} % below"
