"""What published findings say of each mechanism, with and without each of them, and what no study could see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.app.findings_words import band_words, counted, effect_told, plain, said
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Json, Seed, Some, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, rough, span
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.errors import UnknownName, nearest, same_name
from dualtrack.lab.confront import read_findings
from dualtrack.lab.experiments.findings_read import FindingBeside, MechanismRead, PublishedRead
from dualtrack.lab.experiments.weigh_populations import DOUBTED, WITH
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.verdicts.existence import ExistenceFactor

Data = dict[str, Any]
COUNTS = ("factor", "interval", "error", "attain", "effect", "q05", "q25", "q50", "q75", "q95")


@helpful
def findings(
    mechanisms: Some = (),
    /,
    *,
    worlds: Worlds = 20_000,
    seed: Seed = 7,
    own: Brought = NOTHING,
    json: Json = False,
) -> None:
    """What do published studies say of each mechanism? In worlds that history leaves; a card for those named.

    Each finding that weighs stands beside the runs of the model that correspond to it. The step from a study to the model has
    an error that all findings of an experiment share; factors stand at that error and at twice it.

    Example: dualtrack findings {switch}

    Parameters
    ----------
    mechanisms
        Switches, as `dualtrack list switches` names them; none shows one row for each.
    """
    check_count(worlds)
    laboratory = bound(own)
    wanted = [_known(name, laboratory.model.switches) for name in mechanisms]

    def ask(asked: Laboratory) -> PublishedRead:
        return read_findings(asked, worlds, seed)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, PublishedRead.to_dict, ("factor",))
    shown = [each for each in found.mechanisms if not wanted or each.switch in wanted]
    if json:
        data = {**found.to_dict(), "units": dict.fromkeys(COUNTS, "1")}
        data["mechanisms"] = [row for row in data["mechanisms"] if not wanted or row["name"] in wanted]
        show_answer("findings", laboratory, data, seed=seed, beside=changed)
        return
    if wanted:
        for each in shown:
            show_card(found, each)
    else:
        show_all(found)
    show_beside(changed)


def show_all(found: PublishedRead) -> None:
    """One row a mechanism."""
    rows = [_line(each) for each in found.mechanisms]
    columns = [
        "mechanism",
        "",
        "record\nalone",
        "with\nfindings",
        "at twice\ntheir error",
        "says",
        "weigh",
        "for / against\n/ mixed",
        "could a\nstudy tell?",
    ]
    show_table(
        f"Odds that a mechanism exists, over the prior's, in {found.worlds:,} worlds that history leaves (seed {found.seed})",
        columns,
        rows,
        words=2,
    )
    weighing, _, assumed = counted(found)
    decided = [each.label[0] for each in found.mechanisms if each.says not in ("silent", "unseen")]
    show_prose(
        f"Silent: the odds move by less than a factor of 3. Beyond that: {', '.join(decided) or 'none'}. Unseen: silent, and the "
        "best study that is known could not be as exact as it would have to be. The full record is not in these odds: "
        "`dualtrack judge --full-record` reads both.",
        f"{weighing} findings weigh, {assumed} of them with an error that is assumed.",
        "`dualtrack findings MECHANISM` shows the studies, the runs that correspond, and the factors without each.",
    )


def _line(each: MechanismRead) -> list[str]:
    counts = " / ".join(str(len(names)) for names in each.sides.values())
    after = [_factor(each.after[name]) for name in (WITH, DOUBTED)]
    return [
        each.switch,
        each.label[0],
        _factor(each.before),
        *after,
        each.says,
        str(len(each.weighing) or "–"),
        counts,
        each.sees or "–",
    ]


def show_card(found: PublishedRead, each: MechanismRead) -> None:
    """Everything about one mechanism."""
    show_text(f"{each.switch}: {each.label[0]} / {each.label[1]}")
    show_prose(
        f"By the record alone its odds move by a factor of {_factor(each.before)} ({_interval(each.before)}); with every finding "
        f"{_factor(each.after[WITH])} ({_interval(each.after[WITH])}), at twice their error {_factor(each.after[DOUBTED])}; with "
        f"its own findings alone {_factor(each.own[WITH])}, at twice their error {_factor(each.own[DOUBTED])}: {each.says}."
    )
    if each.weighing:
        show_table(
            "Findings that weigh, beside the runs that correspond", _HEADS, [_weighing(one) for one in each.weighing], words=1
        )
        told = dict.fromkeys((one.experiment.label[0], one.experiment.why[0]) for one in each.weighing)
        show_prose(*(f"{label}: {why}" for label, why in told))
    if each.studied is not None and each.studied.findings:
        rows = [[side, *_studied(found, name)] for side, names in each.sides.items() for name in names]
        show_table("Everything that was found", ["", "finding", "outcome", "effect, as told", "read"], rows, words=3)
    if each.studied is not None and each.studied.left_out[0]:
        show_prose(f"Why the others do not weigh: {each.studied.left_out[0]}")
    _show_sight(each)


_HEADS = [
    "finding",
    "effect,\nas compared",
    "error",
    "its error\nis",
    "worlds where the\nmechanism exists",
    "odds without\nthis finding",
    "at twice\ntheir error",
]


def _show_sight(each: MechanismRead) -> None:
    if each.sight is None or each.needed is None:
        return
    if each.needed.value is None:
        needed = "no study, however exact, would tell"
    else:
        needed = f"a study would need a standard error of {plain(each.needed.value)} or less"
    attain = "" if each.sight.attain is None else f" One could attain {rough(each.sight.attain)}, a guess: {each.sees}."
    shown = f"{each.sight.label[0].lower()}, {band_words(each.needed.size)} where it exists"
    show_prose(f"What would show it best: {shown}; {needed}.{attain} {each.sight.design[0]}")
    show_text("")


def _studied(found: PublishedRead, name: str) -> list[str]:
    row = found.record.finding(name)
    return [name, said(row), effect_told(row), row.read]


def _weighing(one: FindingBeside) -> list[str]:
    told = [plain(one.effect), plain(one.error), one.row.basis or "–", band_words(one.here)]
    return [one.row.id, *told, _factor(one.without[WITH]), _factor(one.without[DOUBTED])]


def _factor(factor: ExistenceFactor) -> str:
    return "over 100" if factor.value > 100 else number(factor.value, 2)


def _interval(factor: ExistenceFactor) -> str:
    return span(*(number(each, 2) if each < 1e3 else "no bound" for each in factor.interval))


def _known(name: str, switches: Sequence[str]) -> str:
    found = same_name(name, switches)
    if found is None:
        raise UnknownName(
            f"there is no mechanism `{name}`", near=nearest(name, switches), fix="`dualtrack list switches` shows them"
        )
    return found
