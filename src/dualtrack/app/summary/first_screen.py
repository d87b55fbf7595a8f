"""The first screen of the main job: question, answer, how sure, what it hangs on and what to do next, in at most forty lines."""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.app.summary.group_words import crux_label
from dualtrack.app.summary.main_answer import main_answer, named_rows
from dualtrack.app.terminal.few_worlds import Say, band_text, is_few, share_of
from dualtrack.app.terminal.numbers import months, number, rough, share, share_range
from dualtrack.app.terminal.terminal import show_entry, show_prose, show_table
from dualtrack.app.verdicts.kept_verdicts import STALE
from dualtrack.app.verdicts.verdict_words import IN_SHORT, MORE, SAID, SIDES_SAID, WHY, moved_label
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.language.quantity import Quantity
from dualtrack.targets.numeric.tidy import Row

KINDS = {"switch": "a switch", "assumed": "assumed", "sourced": "from a source"}
NAMED = 1
"""Numbers named of those that an answer hangs on; groups of numbers stand beside them."""
MOST_IDS = 24
"""Claims named of one word; the tables name the others."""
MOST_REFERENCES = 2
"""Columns that 80 cells hold."""


def show_first(job: MainJob) -> None:
    """The first screen."""
    data = main_answer(job)
    show_prose(f"Asked: {data['question']['en']}")
    show_prose(*_in_short(data["answer"], job.comparison.worlds))
    _show_answer(job, data)
    _show_verdicts(data)
    _show_named(job)
    show_prose("How sure:", *_how_sure(job, data["how_sure"]))
    show_prose(_hangs_on(job, data["hangs_on"]), *filter(None, crux_label(data["groups"])[:1]))
    show_prose(f"Next: {', '.join(f'`{each}`' for each in data['next'])}.")


def _in_short(answer: Row, worlds: int) -> list[str]:
    """The question answered in a sentence: how often the treated regime delays the main outcome, and raises the valued one."""
    shown, lags = answer["references"][:MOST_REFERENCES], answer["lags"]
    main = {row["outcome"] for row in lags}
    higher = [row for row in answer["differences"] if row["outcome"] not in main]
    said = list[str]()
    for rows, key, verb in (
        (lags, "share_later", f"comes {MONTHS:g} months or more later"),
        (higher, "share_above", "is higher"),
    ):
        of = [row for row in rows if row["reference"] in shown]
        often = [share_of(row[key], worlds) + ("" if said else f" of worlds against {row['reference']}") for row in of]
        said += [f"{of[0]['en']} {verb} in {(' and ' if said else ', in ').join(often)}"] if of else []
    return [f"In short: {'; '.join(said)}."] if said else []


def _show_answer(job: MainJob, data: Row) -> None:
    """What the treated regime changes against each reference, in the same worlds."""
    count, shown = job.comparison.worlds, data["answer"]["references"][:MOST_REFERENCES]
    lags, added = ([row for row in data["answer"][key] if row["reference"] in shown] for key in ("lags", "differences"))
    lines = []
    for outcome in dict.fromkeys(row["outcome"] for row in added):
        of = [row for row in added if row["outcome"] == outcome]
        lines.append(
            [_heading(job.laboratory.model[outcome]), *_cells(of, _signed, count, more="share_above", less="share_below")]
        )
    if lags:
        lines.insert(1, ["- its lag in months", *_cells(lags, months, count, later="share_later", sooner="share_earlier")])
    spread = f"least and greatest of {count}" if is_few(count) else "nine worlds in ten"
    bound = f" (lag: from {MONTHS:g} months)" if lags else ""
    title = (
        f"Found: what {data['answer']['regime']} changes by {added[0]['year']:g}, in {count:,} worlds of the priors alone (seed "
        f"{job.ensemble.worlds.seed}): median, {spread}, worlds on each side{bound}"
    )
    show_table(title, ["against", *(heading for name in shown for heading in (name, "worlds"))], lines)


def _heading(quantity: Quantity) -> str:
    return quantity.label[0] + ("" if str(quantity.unit) == "1" else f" ({quantity.unit})")


def _cells(rows: Sequence[Row], say: Say, worlds: int, **sides: str) -> list[str]:
    """For each reference the band, and the shares of worlds on either side."""
    return [cell for row in rows for cell in (band_text(row, say), _sides(row, worlds, **sides))]


def _sides(row: Row, worlds: int, **keys: str) -> str:
    """The shares of worlds on either side, of few their numbers, a line each."""
    counts = [str(round(row[key] * worlds)) if is_few(worlds) else share(row[key]) for key in keys.values()]
    return "\n".join(f"{count} {word}" for count, word in zip(counts, keys, strict=True))


def _show_named(job: MainJob) -> None:
    """How often the claim that the question is about holds, and the first way in which it is asked otherwise."""
    for row in named_rows(job.laboratory):
        often = share_range(each["share"] for each in row["drawn"])
        asked = ["its mechanism exists"] if row["where"] != "all" else []
        asked += [row["given_first"]["en"]] if row["given_first"] else []
        where = f" where {' and '.join(asked)}" if asked else ""
        among = "of all such" if row["given_first"] else "of all"
        other = [f"; {each['en']}: in {share(each['share'])} {among}" for each in row["variants"][:1]]
        show_prose(f"{row['id']}, “{row['en'].rstrip('.')}”: true in {often} of worlds{where}{''.join(other)}.")


def _show_verdicts(data: Row) -> None:
    """The claims by word, each word with what it means; or why there are none."""
    origin, rows = data["how_sure"]["verdicts"], data["answer"]["verdicts"]
    if origin is None:
        show_prose(STALE)
        return
    left = "" if origin["accepted"] is None else f", of which history leaves {origin['accepted']:,}"
    show_prose(f"Tests of {data['answer']['tally']} claims and rivals in {origin['worlds']:,} worlds{left} ({SIDES_SAID[0]}):")
    across = max(len(SAID[row["verdict"]][0]) for row in rows)
    for row in rows:
        meaning = "" if row["whys"] else f"{IN_SHORT[row['verdict']][0]}: "
        said = "; ".join(_whys(row["whys"])) if row["whys"] else _ids(row["claims"])
        show_entry(f"  {SAID[row['verdict']][0]:<{across}} {row['tally']:>3} ", f"{meaning}{said}")


IN_A_WORD = {
    "the record is silent": "record silent",
    "the record moves it": "record moves it",
    "hangs on one number": "one number",
}
"""Why claims are open, for a screen of forty lines."""


def _whys(rows: Sequence[Row]) -> list[str]:
    """Why claims are open, those that hang on any one number together."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(IN_A_WORD.get(row["why"]) or WHY.get(row["why"], MORE)[0], []).extend(row["claims"])
    return [f"{why}: {_ids(names)}" for why, names in found.items()]


def _ids(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_IDS} more" if len(names) > MOST_IDS else ""
    return " ".join(names[:MOST_IDS]) + more


def _how_sure(job: MainJob, sure: Row) -> list[str]:
    """The facts, the numbers assumed, what the record moves, and what another date of parting changes."""
    counted = [row for row in sure["facts"] if row["of"] and row["in_world"] == "nominal"]
    facts = [f"{row['tally']} of {row['of']}{' facts' * (not place)} {row['group']}" for place, row in enumerate(counted)]
    assumed, record = job.assumed_row(), sure["existence"]
    said = [f"the nominal world has {', '.join(facts)}."] if facts else []
    said.append(f"{assumed['assumed']} of {assumed['numbers']} numbers ({share(assumed['share'])}) are assumed.")
    if record:
        low, high = (number(record[end]["odds"], 2) for end in ("least", "greatest"))
        said.append(
            f"Some evidence is silent on {record['tally']} of {record['numbers']} mechanisms (odds change at least "
            f"{low}- to {high}-fold, silent below {record['silent_from']:g})."
        )
    if sure["parting"]:
        said.append(f"Parting in {sure['parting'][0]['year']:g}: {moved_label(sure['parting'])[0]}.")
    return said


def _hangs_on(job: MainJob, rows: Sequence[Row]) -> str:
    """The numbers that take part in most of the variance, of the lag and of the main outcome."""
    outcome = job.laboratory.theory.outcomes[0]
    if not rows:
        return f"It hangs on: not shown, as it was found for another model; `dualtrack matter {outcome}` finds it."
    year, said, told = job.laboratory.theory.years[-1], [], set[str]()
    for of in dict.fromkeys(row["of"] for row in rows):
        what = f"the lag behind {job.laboratory.references[0].name}" if of == "lag" else f"the level in {year:g}"
        named = [row for row in rows if row["of"] == of][:NAMED]
        parts = [f"{row['name']} {share(row['part'])}" + _called(row, row["name"] in told) for row in named]
        told |= {row["name"] for row in named}
        said.append(f"{what}: {', '.join(parts)}")
    return f"It hangs on, of the variance: {'; '.join(said)}; parts overlap."


def _called(row: Row, is_told: bool) -> str:
    return "" if is_told else f" ({KINDS[row['kind']]})"


def _signed(value: float | None) -> str:
    """Two figures with a sign: a change."""
    said = rough(value)
    return f"+{said}" if value is not None and value > 0 and said != "0" else said
