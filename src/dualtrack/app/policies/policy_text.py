"""What a policy sets, for a person: a sentence of how many, a table group by group, what stayed, and what set today's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dualtrack.app.policies import policy_words as words
from dualtrack.app.policies.policy_cells import PolicySpeaker, set_to
from dualtrack.app.terminal.numbers import number
from dualtrack.app.terminal.terminal import show_prose, show_text
from dualtrack.app.terminal.wide_rows import WideRow, set_out
from dualtrack.evidence.dates import day_of
from dualtrack.lab.policies.policy_shown import DatedStep, JointShown, PolicyShown, ShownLever
from dualtrack.language.declaration import Label
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.display import LeverGroup

USUAL = (0.0, 1.0)
"""The range of which nothing is said."""


def show_policy_text(found: PolicyShown, tongue: str, *, whole: bool = False) -> None:
    """Print it; `whole` shows the levers that stay as well, as it always does of today's rules themselves."""
    speaker = PolicySpeaker(found, tongue)
    is_past = all(each.name == found.regimes[0].name for each in found.regimes)
    _show_head(speaker, is_past)
    shown = [each for each in found.levers if each.differs or whole or is_past]
    blocks = [block for group in _groups(found) for block in _block(speaker, group, shown, is_past)]
    if blocks:
        show_text("")
        set_out(("", *(speaker.heads()[:1] if is_past else speaker.heads())), blocks)
    _show_tail(speaker, shown, is_past)


def _show_head(speaker: PolicySpeaker, is_past: bool) -> None:
    found, say = speaker.found, speaker.say
    for regime in dict.fromkeys(found.regimes[1:]):
        label, doc = speaker.label(regime.label) or regime.name, speaker.label(regime.doc)
        show_prose(say(words.NAMED, value=label, meaning=regime.name) if label != regime.name else label)
        _show_sentences(speaker, doc, _rests(speaker, regime))
        show_text("")
    if is_past:
        show_prose(say(words.IS_TODAY, year=_year(found.since)))
        return
    show_prose(_count(speaker))
    today = found.regimes[0]
    show_prose(say(words.TODAY_IS, label=speaker.label(today.label) or today.name, past=today.name, year=_year(found.since)))


def _rests(speaker: PolicySpeaker, regime: Regime) -> str:
    """On what a regime rests, and when it leaves that."""
    if not regime.base or regime.parts_at is None:
        return speaker.say(words.STANDS, base=regime.base) if regime.base else ""
    return speaker.say(words.PARTS, base=regime.base, year=_year(regime.parts_at), day=day_of(regime.parts_at).isoformat())


def _count(speaker: PolicySpeaker) -> str:
    """How many levers differ, and which way."""
    found, say = speaker.found, speaker.say
    if not found.differing:
        return say(words.NONE_MOVED)
    ways = Counter(speaker.ways(_courses(each)) for each in found.differing)
    moved = len(found.differing)
    slots = {"moved": moved, "all": len(found.levers), "differ": "differs" if moved == 1 else "differ"}
    said = speaker.listed([say(words.HOW_MANY, count=count, way=way) for way, count in ways.most_common()])
    if not speaker.is_pair:
        return say(words.COUNT, ways=said, **slots)
    first, second = (speaker.label(each.label) or each.name for each in found.regimes[1:])
    return say(words.COUNT_TWO, ways=said, first=first, second=second, **slots)


def _courses(lever: ShownLever) -> tuple[str, ...]:
    """Every way in which a lever goes, in order."""
    return tuple(dict.fromkeys(course for stage in lever.stages for course in lever.courses(stage)))


def _groups(found: PolicyShown) -> list[LeverGroup]:
    return list({each.group.id: each.group for each in found.levers}.values())


def _block(speaker: PolicySpeaker, group: LeverGroup, shown: Sequence[ShownLever], is_past: bool) -> Iterator[WideRow]:
    """A group: its name, its levers that are shown, what some of them come to, and those left as they are."""
    inside = [each for each in shown if each.group == group]
    if not inside:
        return
    yield WideRow(speaker.label(group.label), head=True)
    for lever in inside:
        lines = [line[:1] for line in speaker.lever_lines(lever)] if is_past else speaker.lever_lines(lever)
        yield WideRow(_named(speaker, lever.label, lever), lines, _note(speaker, lever))
    for joint in speaker.found.joint:
        if {each.quantity.base for each in inside} & set(joint.levers):
            yield _joint_row(speaker, joint)
    left = [each for each in speaker.found.levers if each.group == group and each not in inside and not each.is_idle]
    if left and not speaker.is_pair:
        yield WideRow("", (), speaker.say(words.STAY, levers=_values(speaker, left)))


def _named(speaker: PolicySpeaker, label: Label, of: ShownLever | JointShown) -> str:
    unit = speaker.label(words.unit_words(of.quantity))
    return speaker.say(words.NAMED, value=speaker.label(label), meaning=unit) if unit else speaker.label(label)


def _note(speaker: PolicySpeaker, lever: ShownLever) -> str:
    """The lever's name and range, whose setting it is where the regime inherits it, and what its values mean."""
    say, regime = speaker.say, speaker.found.regimes[-1].name
    span = lever.quantity.low, lever.quantity.high
    ends = [] if span == USUAL else [say(words.RANGE, low=set_to(span[0]), high=set_to(span[1]))]
    origin = [say(words.AS_IN, regime=lever.written[-1])] if lever.written[-1] not in ("", regime) and not speaker.is_pair else []
    values = [each for stage in lever.stages for each in (*stage.values, *stage.ends)]
    parts = [say(words.COMMA).join([lever.name, *ends, *origin]), speaker.meanings(values, lever.landmarks, set_to)]
    return say(words.STOP).join(part for part in parts if part)


def _joint_row(speaker: PolicySpeaker, joint: JointShown) -> WideRow:
    marked = any(not each.alone for each in speaker.found.levers if each.quantity.base in joint.levers)
    how, levers = speaker.label(joint.label), speaker.listed(joint.levers)
    head = speaker.say(words.JOINT if marked else words.JOINT_PLAIN, how=how, levers=levers)
    values = [value for each in joint.years for value in each.values]
    meant = speaker.meanings(values, joint.landmarks, number)
    return WideRow(
        _named(speaker, joint.quantity.label, joint),
        speaker.joint_lines(joint),
        speaker.say(words.BLANK).join(part for part in (head, meant) if part),
    )


def _values(speaker: PolicySpeaker, levers: Sequence[ShownLever]) -> str:
    """Levers with the value at the beginning, those of one dial together where they are alike."""
    said: dict[tuple[str, float], list[ShownLever]] = {}
    for each in levers:
        said.setdefault((each.quantity.base, each.stages[0].values[-1]), []).append(each)
    return speaker.listed([_one_value(speaker, alike, value) for (_, value), alike in said.items()])


def _one_value(speaker: PolicySpeaker, alike: Sequence[ShownLever], value: float) -> str:
    first = alike[0]
    meant = first.landmarks.get(value)
    said = set_to(value) if meant is None else speaker.say(words.NAMED, value=set_to(value), meaning=speaker.landmark(meant))
    if len(alike) == 1:
        return speaker.say(words.ONE_LEFT, label=speaker.label(first.label), value=said)
    return speaker.say(words.SEVERAL, label=speaker.label(first.quantity.label), count=len(alike), value=said)


def _show_tail(speaker: PolicySpeaker, shown: Sequence[ShownLever], is_past: bool) -> None:
    found, say = speaker.found, speaker.say
    if not is_past:
        rest, text = len(found.levers) - len(shown), words.REST_TWO if speaker.is_pair else words.REST
        said = [say(text, count=rest)] if rest else []
        if found.idle and not speaker.is_pair:
            said.append(say(words.IDLE, levers=_values(speaker, found.idle)))
        _show_sentences(speaker, *said)
    _show_sentences(speaker, say(words.USUAL_RANGE), "" if is_past else say(words.READ_WAY))
    _show_events(speaker, shown)
    for past in found.pasts:
        if past.last is not None:
            slots = {"label": speaker.label(past.quantity.label), "events": past.events, "day": past.last.day.isoformat()}
            show_prose(say(words.PAST, year=_year(past.moves_until), **slots))


def _show_events(speaker: PolicySpeaker, shown: Sequence[ShownLever]) -> None:
    """What set today's values of the levers that are shown, the latest first."""
    behind: dict[tuple[DatedStep, Label], list[str]] = {}
    for lever in shown:
        if lever.behind is not None and lever.behind.event:
            behind.setdefault((lever.behind, words.EVENT), []).append(lever.name)
        for step in lever.seen if lever.behind is None else ():
            behind.setdefault((step, words.SEEN), []).append(lever.name)
    if not behind:
        return
    show_text("")
    show_prose(speaker.say(words.EVENTS))
    for (step, text), levers in sorted(behind.items(), key=lambda each: each[0][0].day, reverse=True):
        show_prose(speaker.say(text, day=step.day.isoformat(), title=speaker.title(step), levers=speaker.listed(levers)))


def _show_sentences(speaker: PolicySpeaker, *sentences: str) -> None:
    """Sentences that are there in one paragraph, with the blank between them that the language has."""
    if any(sentences):
        show_prose(speaker.say(words.BLANK).join(each for each in sentences if each))


def _year(year: float) -> str:
    return f"{year:.6g}"
