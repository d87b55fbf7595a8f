"""How verdicts found here and those kept with the program differ, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.terminal.speech import say
from dualtrack.app.verdicts.verdict_words import SAID
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label

Row = Mapping[str, Any]


def beside_kept(
    laboratory: Laboratory, verdicts: Sequence[Row], worlds: int, seed: int, priors: int, *, full: bool
) -> dict[str, Any] | None:
    """The verdicts kept with the program where they are others than these; None where none fits this model."""
    found = found_if_current(laboratory)
    if found is None:
        return None
    here, there = (
        (worlds, seed, priors, full),
        (found["worlds"], found["seed"], len(laboratory.theory.tilts), bool(found["fullRecord"])),
    )
    if here == there:
        return None
    kept = {name: row["verdict"] for name, row in found["verdicts"].items()}
    differ = [
        {"id": row["id"], "here": row["verdict"], "kept": kept[row["id"]]}
        for row in verdicts
        if row["verdict"] != kept.get(row["id"], row["verdict"])
    ]
    asked = {"full_record": there[-1], "full_record_here": full}
    return {"worlds": found["worlds"], "seed": found["seed"], **asked, "tally": dict(Counter(kept.values())), "differ": differ}


def kept_words(kept: Row | None, worlds: int) -> str:
    """Why these verdicts and the kept ones are not the same; empty where there is nothing to say."""
    if kept is None:
        return ""
    tally = [(kept["tally"][answer], words) for answer, words in SAID.items() if kept["tally"].get(answer)]
    counts, counts_zh = (
        ", ".join(f"{count} {en}" for count, (en, _) in tally),
        "、".join(f"{zh}{count}项" for count, (_, zh) in tally),
    )
    start = say(
        f"The verdicts kept with the program, which the main job shows, rest on {kept['worlds']:,} worlds: {counts}.",
        f"随程序保存、由主任务显示的判定依据{kept['worlds']}个世界：{counts_zh}。",
    )
    if not kept["differ"]:
        return start + say(" The words found here are the same.", "此处所得的判定与之相同。")
    others = ", ".join(f"{row['id']} ({row['here']} here, {row['kept']} there)" for row in kept["differ"])
    others_zh = "、".join(
        f"{row['id']}（此处为“{SAID[row['here']][1]}”，保存的为“{SAID[row['kept']][1]}”）" for row in kept["differ"]
    )
    again = f"dualtrack judge --worlds {kept['worlds']} --seed {kept['seed']}" + " --full-record" * bool(kept["full_record"])
    why, why_zh = _why(kept, worlds)
    return start + say(
        f" They differ on {others}.{why} `{again}` finds them again.",
        f"两者不同之处：{others_zh}。{why_zh}运行 `{again}` 可重新得到这些判定。",
    )


def _why(kept: Row, worlds: int) -> Label:
    """Why verdicts differ from the kept ones: fewer worlds, or less of the record."""
    found = list[Label]()
    if worlds < kept["worlds"]:
        found.append(
            (
                " Fewer worlds give wider intervals, and what sampling error could flip is open.",
                "世界越少，区间越宽；凡抽样误差可能翻转的，即为未定。",
            )
        )
    if kept["full_record"] and not kept["full_record_here"]:
        found.append((" The full record, which those rest on too, was not asked here.", "那些判定还依据全部记录，此处未加对照。"))
    return "".join(en for en, _ in found), "".join(zh for _, zh in found)
