"""What one must believe for a claim to hold: the numbers that decide it, and the values at which it turns."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.believe_words import again_words, sentence, tried_span, tried_words, with_unit
from dualtrack.app.command_groups import asked_data, question_of
from dualtrack.app.commands.discover import existence_words
from dualtrack.app.options.at_workers import at_workers
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Cluster, Each, Json, Lang, Seed, Text, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.speech import said, say, speak, tongue
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.app.terminal.unit_words import unit_beside
from dualtrack.lab.believe import FRESH, believe
from dualtrack.lab.believed import Belief, BeliefMap, Believed
from dualtrack.lab.claim_inquiry import LEAST
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.break_even import HALF, BreakEven
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.tongue import quoted_in_chinese
from dualtrack.targets.numeric.tidy import LANGUAGES
from dualtrack.targets.print.quantity_facts import source_text

Data = dict[str, Any]

BESIDE = ("share", "turns")
"""Figures that are held beside what is shipped."""


@helpful
def believe_claim(
    claim: Text,
    /,
    *,
    number_: Annotated[tuple[str, ...], Parameter(name="--number"), Each] = (),
    worlds: Worlds = 6000,
    tilt: Tilt = NEUTRAL,
    seed: Seed = 7,
    cluster: Cluster = "",
    own: Brought = NOTHING,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """What must one believe for a claim to hold? Which numbers decide it, and at which values it turns.

    Whether a claim is true, `judge` says; which numbers a spread comes from, `matter`; where a condition holds, `discover`.

    A number is held at one value after another in fresh worlds, the same at each value; history is asked about them each time.
    It is taken to ten times its range where no value inside is enough, and never beyond what it can mean.

    Example: dualtrack believe {claim}

    Parameters
    ----------
    claim
        A claim or a rival by its id; `dualtrack list claims` shows them.
    number_
        A number to look along, instead of the two that decide most; may be given again.
    worlds
        Worlds drawn to find what decides; a sixth as many, drawn afresh, are run at each value.
    """
    speak(lang)
    check_count(worlds, least=FRESH * LEAST)
    laboratory = bound(own)

    def ask(asked: Laboratory) -> Belief:
        with watched() as progress:
            return believe(asked, claim, worlds, seed, progress, numbers=number_, tilt=tilt)

    with at_workers(ask, cluster) as ask_there:
        found = ask_there(laboratory)
        changed = shipped_beside(own, laboratory.study, found, ask_there, told, BESIDE)
    if json:
        show_answer("believe", laboratory, {**belief_data(found), **asked_data("believe")}, beside=changed)
    else:
        show_belief(laboratory.model, found)
        show_prose(said(question_of("believe")))
        show_beside(changed)


def told(found: Belief) -> Data:
    """What is held beside what is shipped: in what share of worlds the claim is true, and where each number turns it."""
    turns = {each.carrier.name: {f"{turn.level:.0%}": turn.value for turn in each.turns} for each in found.numbers}
    return {"share": found.share.value, "turns": turns}


def belief_data(found: Belief) -> Data:
    """Everything that was found, and the sentence in both languages."""
    return {**found.to_dict(), "sentence": dict(zip(LANGUAGES, sentence(found.model, found), strict=True))}


def show_belief(model: Model, found: Belief) -> None:
    """The sentence, a table for each number, the map and what leads."""
    show_label(sentence(model, found))
    show_text("")
    for each in found.numbers:
        _show_number(model, each)
    if found.map is not None:
        _show_map(model, found.map)
    show_prose(*_basis(model, found))


def _basis(model: Model, found: Belief) -> tuple[str, str, str]:
    """In which worlds the claim is true, what goes with it, and how the values were run."""
    low, high = map(share, found.share.interval)
    telling = [each for each in found.leading if each.is_telling]
    leaders = ", ".join(f"{each.name} {share(each.carries)}" for each in telling)
    leaders_zh = "、".join(f"{quoted_in_chinese(label_of(model[each.name])[1])}{share(each.carries)}" for each in telling)
    of, of_zh = ("how far it is from turning", "距转折的远近") if found.by_margin else ("its truth", "是否成立")
    return (
        say(
            f"{found.test.id} is true in {share(found.share.value)} ({span(low, high)}) of the {found.share.count} worlds, of "
            f"{found.worlds} drawn under the prior `{found.tilt}`, that history leaves; seed {found.seed}.",
            f"按先验 `{found.tilt}` 抽取{found.worlds}个世界，其中{found.share.count}个未被记录排除；{found.test.id}在后者的"
            f"{share(found.share.value)}中成立（95%区间{low}至{high}）；种子{found.seed}。",
        ),
        say(
            f"By itself each carries of the variance of {of}: {leaders}." if telling else "No number goes with it beyond chance.",
            f"各数值单独所占的方差比例（以{of_zh}计）：{leaders_zh}。" if telling else "没有数值与之的关联超出偶然。",
        ),
        say(
            f"At each value {found.fresh} fresh worlds were run, the same at every value, and those counted that history leaves "
            "there; intervals are of sampling, 95 %, and have no end where no value tried is clearly beyond.",
            f"每个取值均另行运行{found.fresh}个世界，各取值所用的世界相同，只计该处未被记录排除者；区间为抽样的95%区间，"
            "若所试各值中没有一个明显越过界限，则该端不设限。",
        ),
    )


def _show_number(model: Model, each: Believed) -> None:
    quantity, stretch = model[each.carrier.name], each.stretch
    low, high, source = number(stretch.low), number(stretch.high), source_text(quantity.source, tongue())
    name = f"{said(label_of(quantity))}{unit_beside(quantity.unit)}"
    title = say(
        f"{name}, {quantity.name}: declared {number(quantity.number)} in {span(low, high)}; {quantity.source_text}",
        f"{name}，{quantity.name}：默认值{number(quantity.number)}，范围{low}至{high}；{source}",
    )
    columns: list[Label] = [
        ("true in", "成立的世界占比"),
        ("if it is", "所需取值"),
        ("interval", "区间"),
        ("place in its range\n(0 low end, 1 high end)", "在其范围中的位置\n（0为低端，1为高端）"),
    ]
    show_table(title, [said(head) for head in columns], [[*_turn_words(model, each, turn)] for turn in each.turns], words=2)
    if any(turn.value is None for turn in each.turns):
        (tried, tried_zh), (far, far_zh) = tried_span(model, each), tried_words(stretch)
        show_prose(say(f"Values tried: {tried}, {far}.", f"所试取值：{tried_zh}（{far_zh}）。"))
    if each.thin:
        listed = [number(value) for value in each.thin]
        show_prose(
            say(
                f"History leaves too few worlds to say at {', '.join(listed)}.",
                f"取{'、'.join(listed)}时，未被记录排除的世界过少，无从判断。",
            )
        )
    if any(turn.value is None for turn in each.turns) or each.thin:
        show_text("")


def _turn_words(model: Model, each: Believed, turn: BreakEven) -> tuple[str, str, str, str]:
    """A level, the value at which it is reached, its interval, and where that lies in the range."""
    is_more, level = turn.level >= HALF, share(turn.level)
    told = say(f"{level} or {'more' if is_more else 'less'}", f"{level}以{'上' if is_more else '下'}")
    reached = turn.above if is_more else not turn.above
    if turn.value is None:
        return told, say("any value tried", "所试各值均可") if reached else say("no value tried", "所试各值均不能"), "–", "–"
    ends = [number(end) if end is not None else say("open", "不设限") for end in turn.interval]
    interval = say(f"{ends[0]} to {ends[1]}", f"{ends[0]}至{ends[1]}")
    if model[each.carrier.name].is_existence:
        exists, exists_zh = existence_words(bool(turn.value))
        return told, say(f"it {exists}", exists_zh), interval, "–"
    (value, value_zh), (again, again_zh) = with_unit(model, each.carrier.name, [turn.value]), again_words(turn)
    at = say(f"at {'least' if reached else 'most'} {value}{again}", f"不{'低' if reached else '高'}于{value_zh}{again_zh}")
    return told, at, interval, number(each.stretch.place(turn.value))


def _show_map(model: Model, found: BeliefMap) -> None:
    first, second = (said(label_of(model[name])) for name in found.names)
    title = say(
        f"True in per cent of worlds: “{first}” across, “{second}” down; in brackets from one half on",
        f"成立的世界占比（%）：横向为{quoted_in_chinese(first)}，纵向为{quoted_in_chinese(second)}；达到一半者加方括号",
    )
    rows = [[number(value), *map(_cell, row)] for value, row in reversed(list(zip(found.values[1], found.shares, strict=True)))]
    show_table(
        title, [say(f"{found.names[1]} \\\n{found.names[0]}", f"{second} \\\n{first}"), *map(number, found.values[0])], rows
    )


def _cell(each: Share | None) -> str:
    if each is None:
        return "–"
    return f"[{100 * each.value:.0f}]" if each.value >= HALF else f"{100 * each.value:.0f}"
