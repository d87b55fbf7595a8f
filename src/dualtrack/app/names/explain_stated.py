"""What a theory states beside its equations, and the words of the house, explained line by line under headings."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.app.forecast_page import NAMES
from dualtrack.app.names.counterpart_words import counterpart_facts
from dualtrack.app.names.explain_fact import addressed
from dualtrack.app.names.list_theory import GUESS, UNKNOWN
from dualtrack.app.names.resolve import Thing
from dualtrack.app.names.row_words import cell_said
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.speech import both_lines, said, say, tell
from dualtrack.app.terminal.unit_words import amount, amount_in_chinese, unit_words
from dualtrack.errors import RecordError
from dualtrack.evidence.rows import Finding
from dualtrack.lab.forecasts.shipped_registry import registry_of
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label
from dualtrack.language.statements.experiment import Experiment
from dualtrack.language.statements.forecast_question import Batch
from dualtrack.language.statements.panel import Kind

Facts = dict[str, tuple[str, ...]]
MIDDLE = 0.9
"""The part of a frozen forecast that is told."""
DIGITS = 4
SIDES: Mapping[str, Label] = {
    "for_it": ("for {}", "支持 {}"),
    "against": ("against {}", "反对 {}"),
    "mixed": ("both ways on {}", "对 {} 兼有两面"),
}
"""Which way a finding speaks of a mechanism."""
BATCHES: Mapping[Batch, Label] = {
    "prospective": ("prospective: the figure lay ahead", "前瞻：发问时数值尚未产生"),
    "blind": ("blind: the figure was public, and nobody had looked it up", "盲测：数值已公布而无人查看"),
}
NEWS: Mapping[Kind, Label] = {
    "cash": ("revenue", "收入"),
    "belief": ("the story itself", "叙事本身"),
    "control": ("nothing: a day without such news", "无：当日没有此类消息"),
}
"""What the news of a day was about."""


def term_facts(thing: Thing) -> Facts:
    """What a word means, and where it is shown."""
    row = thing.row
    return {
        "means": tuple(each for each in both_lines((row["meaning_en"], row["meaning_zh"])) if each),
        "see": (f"`{row['see']}`",) if row["see"] else (),
    }


def theory_facts(laboratory: Laboratory) -> Facts:
    """What a theory asks, over which years, and under which regimes it is shown."""
    theory = laboratory.theory
    first, last, step = (f"{each:g}" for each in (theory.clock.start, theory.clock.stop, theory.clock.step))
    claims, rivals = len(theory.claims), sum(each.kind == "rival" for each in theory.claims)
    facts, series = len(theory.facts), len(theory.counterparts)
    quantities, sectors = len(laboratory.model.quantities), len(laboratory.model.sectors)
    against = ", ".join(theory.references)
    return {
        "asks": tuple(each for each in both_lines(theory.question) if each),
        "years": (say(f"{first} to {last}, in steps of {step} year", f"{first}至{last}年，步长{step}年"),),
        "shown by": (", ".join(theory.outcomes),),
        "is about": (say(f"{theory.treated}, against {against}", f"{theory.treated}，对照 {against}"),) if theory.treated else (),
        "claims": (say(f"{claims}, {rivals} of them of rivals", f"{claims}项，其中反方{rivals}项"),),
        "held beside": (
            say(f"{facts} facts, {series} series that measure something of it", f"{facts}项事实，{series}个与之相应的序列"),
        ),
        "equations": (say(f"{quantities} quantities in {sectors} sectors", f"{sectors}个部门，{quantities}个变量"),),
    }


def event_facts(laboratory: Laboratory, name: str) -> Facts:
    """Who did what by which instrument, how alarming it was, what it set and what markets made of the day."""
    event = laboratory.record.event(name)
    steps = tuple(
        say(
            f"{row.dial}: {row.value:g} from {row.start}; {row.why}",
            f"{row.dial}：自{row.start}起为{row.value:g}；{tell(row.why)}",
        )
        for row in laboratory.record.settings
        if row.event == name
    )
    shown = [lever for lever, events in laboratory.theory.display.at_work.items() if name in events]
    alarm = say(
        f"{event.alarm:g}, from 0 to 1: how loudly it announced a denial of supply",
        f"{event.alarm:g}（0至1，指其在多大程度上预示断供）",
    )
    return {
        "date": (str(event.date),),
        "actor": (cell_said("actor", event.actor),),
        "by": (say(", ", "，").join((cell_said("instrument", event.instrument), cell_said("direction", event.direction))),),
        "summary": (tell(event.summary),),
        "alarm": (alarm,) if event.alarm else (),
        "sets": steps,
        "shows at work": (", ".join(shown),) if shown else (),
        "source": (addressed(laboratory, event.source),),
        "grade": (event.grade,),
    }


def finding_facts(laboratory: Laboratory, name: str) -> Facts:
    """What was done to whom, what came of it and how exactly, which mechanism it speaks of and whether it weighs worlds."""
    found, published = laboratory.record.finding(name), laboratory.theory.published
    weighs = [each for each in published.experiments if name in each.findings]
    spoken = [(words, each) for each in published.studied for side, words in SIDES.items() if name in getattr(each, side)]
    stake, chance = ("" if each is None else share(each) for each in (found.stake, found.chance))
    return {
        "design": (cell_said("design", found.design),),
        "done": (tell(found.done),),
        "population": (tell(found.population),),
        "outcome": (tell(found.outcome),),
        "effect": (_effect(found),),
        "at stake": (say(f"{stake} of revenue", f"收入的{stake}"),) if stake else (),
        "by chance": (say(f"a try hits with {chance}", f"每次命中的机会为{chance}"),) if chance else (),
        "speaks": tuple(said(words).format(each.switch) for words, each in spoken),
        "weighs in": tuple(say(f"{each.name}, of {each.switch}", f"{each.name}（{each.switch}）") for each in weighs)
        or (say("nothing: it is told only", "不计入，仅列出"),),
        "read": (cell_said("read", found.read),),
        "note": (tell(found.note),) if found.note else (),
        "source": (addressed(laboratory, found.source),),
    }


def _effect(found: Finding) -> str:
    """The effect of a finding with its scale, and how exactly it is known."""
    scale = cell_said("scale", found.scale)
    if found.effect is None:
        return say(f"{scale}: no number is given", f"{scale}：未给出数值")
    unit = unit_words(found.unit)
    tries = "" if found.out_of is None else say(f", of {found.out_of:g} tries", f"，共{found.out_of:g}次")
    error = "" if found.error is None else say(f", one standard error {found.error:g}", f"，标准误{found.error:g}")
    return say(f"{found.effect:g} {unit}, {scale}{tries}{error}", f"{found.effect:g}{unit}，{scale}{tries}{error}")


def experiment_facts(laboratory: Laboratory, name: str) -> Facts:
    """Which findings correspond to which runs, how exact that step is, and why."""
    named = next(each for each in laboratory.theory.published.experiments if each.name == name)
    if isinstance(named, Experiment):
        exact = say(
            f"studies differ by {named.spread:g} beyond their errors; the step to the model is {named.mapping:g} off",
            f"各研究之间除自身误差外相差{named.spread:g}；推及模型的误差为{named.mapping:g}",
        )
    else:
        days = share(named.slack)
        exact = say(f"chance hits as often as the record says, and {days} of days more", f"偶然命中的机会按记录所载，另加{days}")
    found = [laboratory.record.finding(each) for each in named.findings]
    return {
        "mechanism": (named.switch,),
        "exactness": (exact,),
        "why": both_lines(named.why),
        "findings": tuple(say(f"{each.id}: ", f"{each.id}：") + tell(each.outcome) for each in found),
        "sources": tuple(addressed(laboratory, key) for key in dict.fromkeys(each.source for each in found)),
        "see": (f"`dualtrack findings {named.switch}`",),
    }


def measurable_facts(laboratory: Laboratory, name: str) -> Facts:
    """What would measure a number, who has it, what it takes and who says so."""
    named = next(each for each in laboratory.theory.measurables if each.number == name)
    unit, unknown = unit_words(laboratory.model[name].unit), said(UNKNOWN)
    guess = said(GUESS) if named.said.is_guess else named.said.source
    return {
        "would be measured by": both_lines(named.what),
        "held by": both_lines(named.publisher) if named.publisher else (unknown,),
        "days of work": (unknown if named.days is None else f"{named.days:g}",),
        "attainable error": (unknown if named.error is None else f"{named.error:g} {unit}",),
        "next told": (named.due or unknown,),
        "said by": (say(f"{guess}, {named.said.dated}", f"{guess}，{named.said.dated}"),),
        "see": ("`dualtrack learn`",),
    }


def forecast_facts(laboratory: Laboratory, name: str) -> Facts:
    """What will tell, when and where; what was frozen; and what the series measures of the model."""
    asked = next(each for each in laboratory.theory.foretold.questions if each.id == name)
    unit = unit_words(laboratory.record.series_of(asked.series).unit)
    beside = next(each for each in laboratory.theory.counterparts if each.series == asked.series)
    teller, above = asked.teller, "" if asked.above is None else f"{asked.above:g} {unit}"
    return {
        "asked": (
            say(
                f"the first figure that is told of {asked.series} for {asked.start} to {asked.end}, in {unit}",
                f"{asked.series} 在{asked.start}至{asked.end}间首次公布的数值，单位{unit or '1'}",
            ),
        ),
        "above": (say(f"and whether it is more than {above}", f"并问其是否高于{above}"),) if above else (),
        "batch": (said(BATCHES[asked.batch]),),
        "told by": (
            say(
                f"{teller.publisher}, usually {teller.days} days later: {teller.page}",
                f"{teller.publisher}，通常在{teller.days}天后：{teller.page}",
            ),
        ),
        **_frozen(laboratory, name, laboratory.record.series_of(asked.series).unit),
        "measures": counterpart_facts(laboratory, beside)["measures"],
        "see": ("`dualtrack score`",),
    }


def _frozen(laboratory: Laboratory, name: str, unit: str) -> Facts:
    """What each forecaster said, where that was frozen; questions without a frozen answer say so."""
    try:
        registry = registry_of(laboratory.theory)
    except RecordError as error:
        return {"frozen": (error.what,)}
    kept = next((each for each in registry.forecasts if each.id == name), None)
    if kept is None:
        return {"frozen": (say("nothing: it was never answered, or was altered since", "无：从未作答，或此后有改动"),)}
    lines = []
    for forecaster, shape in kept.shapes.items():
        middle = amount([shape.median], unit, DIGITS)
        ends = span(*(number(end, DIGITS) for end in shape.ends(MIDDLE)))
        ends_zh = amount_in_chinese(shape.ends(MIDDLE), unit, DIGITS)
        who = said((forecaster.replace("_", " "), NAMES[forecaster].partition(" / ")[2]))
        lines.append(say(f"{who}: {middle}, {share(MIDDLE)} in {ends}", f"{who}：{middle}，{share(MIDDLE)}区间{ends_zh}"))
    return {"frozen": (say(f"on {registry.frozen}", f"{registry.frozen}"), *lines)}


def reaction_facts(laboratory: Laboratory, name: str) -> Facts:
    """What the news was, what it put at stake, and which event study reads the day."""
    panel = laboratory.theory.reactions
    named = next(each for each in (() if panel is None else panel.reactions) if each.id == name)
    gained = "" if named.kind == "control" else say(", gained", "（增）") if named.gain else say(", lost", "（减）")
    return {
        "day": (named.day,),
        "news of": (said(NEWS[named.kind]) + gained,),
        "at stake": tuple(
            say(f"{part.series} of {whole.series}", f"{whole.series} 中的 {part.series}") for part, whole in named.stakes
        ),
        "event study": (named.finding,) if named.finding else (),
        "share": () if panel is None else (panel.share,),
        "see": ("`dualtrack facts --panel`",),
    }
