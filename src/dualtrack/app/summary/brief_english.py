"""The page for a memo in English."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.summary.group_words import crux_label
from dualtrack.app.summary.main_answer import named_rows
from dualtrack.app.terminal.few_worlds import is_few, share_of
from dualtrack.app.terminal.numbers import number, share, share_range, signed
from dualtrack.app.verdicts.kept_verdicts import STALE
from dualtrack.app.verdicts.verdict_words import IN_SHORT, SAID, SIDES_SAID, moved_label, verdict_label
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.runs.software import version_of
from dualtrack.targets.numeric.tidy import Row

KINDS = {"switch": "how strong a mechanism is, zero included", "assumed": "assumed", "sourced": "range from a source"}
SHORT = 12
"""Letters of a fingerprint that are quoted."""


def english_brief(job: MainJob, answer: Row, sources: list[Row]) -> Iterator[str]:
    """The page, paragraph by paragraph."""
    yield f"# {answer['question']['en']}"
    yield " ".join(_found(job, answer))
    yield " ".join(_verdicts(job, answer))
    yield " ".join(["**How sure.**", *_how_sure(job, answer["how_sure"])])
    yield " ".join(["**What it hangs on.**", _hangs_on(job, answer), crux_label(answer["groups"])[0]]).rstrip()
    if sources:
        cited = "; ".join(map(_cited, sources))
        yield f"**Sources** of the facts and the claim named (grade A: primary; B: secondary; C: weak relay). {cited}."
    yield f"**To quote.** {_quoted(job, answer)}"


def _found(job: MainJob, answer: Row) -> Iterator[str]:
    """What the treated regime changes against each reference."""
    count, regimes = job.comparison.worlds, job.laboratory.regimes
    part = "from the least to the greatest" if is_few(count) else "nine worlds in ten"
    yield (
        f"**Answer of the model.** “{regimes[answer['answer']['regime']].label[0]}” was run in {count:,} worlds drawn from the "
        f"priors, which the record has not weighed, and compared within each world. Medians; in brackets {part}."
    )
    for name in answer["answer"]["references"]:
        lags, levels = ([row for row in answer["answer"][key] if row["reference"] == name] for key in ("lags", "differences"))
        said = [_lag(row, count) for row in lags if row["q50"] is not None] + [_level(row, count) for row in levels]
        yield f"Against “{regimes[name].label[0]}”: {'; '.join(said)}."
    if answer["answer"]["lags"]:
        yield (
            "A lag is the mean over fixed thresholds of the outcome; one not reached by "
            f"{job.laboratory.theory.clock.stop:g} counts as reached then."
        )


def _lag(row: Row, worlds: int) -> str:
    low, high = (row[end] for end in (("least", "greatest") if is_few(worlds) else ("q05", "q95")))
    return (
        f"{_lower(row['en'])} comes {_later(row['q50'])} ({_later(low)} to {_later(high)}), by {row['bound']:g} months or more "
        f"later in {share_of(row['share_later'], worlds)} of worlds and earlier in {share_of(row['share_earlier'], worlds)}"
    )


def _level(row: Row, worlds: int) -> str:
    low, high = (row[end] for end in (("least", "greatest") if is_few(worlds) else ("q05", "q95")))
    unit = "" if row["unit"] == "1" else f" {row['unit']}"
    return (
        f"{_lower(row['en'])} in {row['year']:g} changes by {signed(row['q50'])}{unit} ({signed(low)} to "
        f"{signed(high)}), more in {share_of(row['share_above'], worlds)} of worlds and less in "
        f"{share_of(row['share_below'], worlds)}"
    )


def _verdicts(job: MainJob, answer: Row) -> Iterator[str]:
    """How many claims got each word, and the claims that the question is about."""
    origin, rows = answer["how_sure"]["verdicts"], answer["answer"]["verdicts"]
    if origin is None:
        yield f"**Verdicts.** {STALE}"
        return
    left = "" if origin["accepted"] is None else f", of which history leaves {origin['accepted']:,}"
    counts = "; ".join(f"{SAID[row['verdict']][0]} {row['tally']} ({IN_SHORT[row['verdict']][0]})" for row in rows)
    yield (
        f"**Verdicts.** {answer['answer']['tally']} claims and rivals were tested in {origin['worlds']:,} worlds{left}. "
        f"By word ({SIDES_SAID[0]}): {counts}. A verdict is on a claim's test, not on its sentence."
    )
    for row in named_rows(job.laboratory):
        word, _, why = verdict_label(row)[0].partition(": ")
        where = "worlds in which its mechanisms exist" if row["where"] != "all" else "those worlds"
        drawn, null = (share_range(each["share"] for each in row[case]) for case in ("drawn", "null"))
        if first := row["given_first"]:
            where += f" and {first['en']}" if row["where"] != "all" else f" in which {first['en']}"
        without = f", and in {null} without what it affirms" if any(each["share"] is not None for each in row["null"]) else ""
        among = "of all such" if row["given_first"] else "of all"
        otherwise = "".join(f"; {each['en']}, in {share(each['share'])} {among}" for each in row["variants"][:1])
        answer_of = f"{word} ({why})" if why else word
        said = row["en"].rstrip(".")
        yield f"{row['id']}, “{said}”, is {answer_of}: true in {drawn} of {where}{without}{otherwise}."


def _how_sure(job: MainJob, sure: Row) -> Iterator[str]:
    counted = [row for row in sure["facts"] if row["of"] and row["in_world"] == "nominal"]
    if counted:
        said = " and ".join(f"{row['tally']} of {row['of']} {row['group']}" for row in counted)
        missed = "; ".join(f"{row['id']}, {row['en'].rstrip('.')}" for row in sure["missed"])
        yield f"Of the dated facts, the model's nominal world reproduces {said}." + (f" It misses: {missed}." if missed else "")
    assumed, record = job.assumed_row(), sure["existence"]
    yield f"Of {assumed['numbers']} numbers {assumed['assumed']} ({share(assumed['share'])}) are assumed, each with a range."
    if record:
        low, high = (number(record[end]["odds"], 2) for end in ("least", "greatest"))
        yield (
            f"The evidence changes the odds that a mechanism exists {low}- to {high}-fold; below {record['silent_from']:g} it is "
            f"silent, as on {record['tally']} of the {record['numbers']} that claims rest on."
        )
    if sure["parting"]:
        yield f"Where regimes leave history in {sure['parting'][0]['year']:g}: {moved_label(sure['parting'])[0]}."
    yield "This is a model of an argument, not a forecast; it says nothing of what its equations leave out."


def _hangs_on(job: MainJob, answer: Row) -> str:
    rows, theory, outcome = answer["hangs_on"], job.laboratory.theory, job.laboratory.theory.outcomes[0]
    if not rows:
        return f"Not shown, as it was found for another model; `dualtrack matter {outcome}` finds it."
    said, told = [], set[str]()
    for of in dict.fromkeys(row["of"] for row in rows):
        named = [row for row in rows if row["of"] == of]
        reference = job.laboratory.regimes[answer["answer"]["references"][0]].label[0]
        what = f"the lag behind “{reference}”" if of == "lag" else f"the level in {theory.years[-1]:g}"
        parts = [
            f"“{row['en']}” {share(row['part'])}" + ("" if row["name"] in told else f" ({KINDS[row['kind']]})") for row in named
        ]
        told |= {row["name"] for row in named}
        said.append(f"{what}, {', '.join(parts)}")
    return f"Part of the variance in which a number takes part (parts overlap): {'; '.join(said)}."


def _quoted(job: MainJob, answer: Row) -> str:
    origin = answer["how_sure"]["verdicts"]
    kept = "" if origin is None else f"; verdicts: {origin['worlds']:,} worlds, seed {origin['seed']}"
    model = job.laboratory.model.fingerprint[:SHORT]
    return (
        f"dualtrack {version_of('dualtrack')}, model {model}, {job.comparison.drawn:,} worlds, "
        f"seed {job.ensemble.worlds.seed}{kept}. `dualtrack verify FOLDER` prints the fingerprint of the whole folder."
    )


def _cited(row: Row) -> str:
    return f"{', '.join(row['behind'])}: {row['title']}, {row['publisher']}, {row['date'] or 'undated'} ({row['grade']})"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _later(value: float) -> str:
    return f"{abs(value):.1f} months {'later' if value > 0 else 'earlier'}" if abs(value) >= 0.05 else "at the same time"
