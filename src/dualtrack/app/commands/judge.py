"""Every claim and every rival judged, with what decides it and the evidence on each side."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.command_groups import asked_data, question_of
from dualtrack.app.options.at_workers import at_workers
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Cluster, Flag, Hidden, Json, Lang, Output, Replace, Seed, Some, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.speech import WRITTEN, said, say, speak, speaking
from dualtrack.app.terminal.terminal import note, show_prose
from dualtrack.app.verdicts.verdict_data import Row, judged_answer
from dualtrack.app.verdicts.verdict_report import report_text
from dualtrack.app.verdicts.verdict_text import asked, show_judged
from dualtrack.errors import UsageError
from dualtrack.lab.calibrate.temper import CALIBRATED
from dualtrack.lab.confront import draw_under_each_prior
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.laboratory import Laboratory

LEAST = 6
"""Worlds, so that each prior has two of its own."""
MOST = 200_000
"""Worlds that take some four thousand bytes each, drawn and read."""
BESIDE = ("verdict", "where_it_exists")
"""What is held beside what is shipped."""


@helpful
def judge(
    *,
    worlds: Worlds = 6000,
    claims: Some = (),
    prior: Hidden = "",
    planted: Hidden = "",
    full_record: Flag = False,
    seed: Seed = 7,
    output: Annotated[Output | None, Parameter(show_default=False)] = None,
    replace: Replace = False,
    cluster: Cluster = "",
    own: Brought = NOTHING,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Is a claim true? One of six words for each claim and rival, over worlds that history leaves.

    Which numbers an answer hangs on, `matter` says; where it holds, `discover`; at which values it turns, `believe`.

    One ensemble serves every prior: each weighs the same worlds, and its answer is worth about as many as were drawn from it.

    Example: dualtrack judge --worlds 6000 -o verdicts.md

    Parameters
    ----------
    claims
        A few claims instead of all, by id, such as {claims}.
    prior
        One prior instead of all: {tilts}.
    planted
        Made-up worlds whose truth is known, with the mechanisms that one prior leans to and no others: {sides}; or nothing.
    full_record
        Draw worlds by every figure of the record too, under each prior, which takes minutes; a settled word must hold in them.
    output
        A Markdown file for the report, with statements in both languages and citations.
    """
    speak(lang)
    check_count(worlds, least=LEAST, most=MOST)
    laboratory, target = bound(own), None if output is None else output_file(output, replace)
    if full_record and (prior or planted):
        raise UsageError("the full record is asked under every prior", fix="leave out --prior and --planted, or --full-record")

    def ask(asked: Laboratory) -> Judged:
        whole = Docket.of(asked.theory)
        docket = whole.only(claims) if claims else whole
        with watched() as progress:
            drawn = draw_under_each_prior(asked, CALIBRATED, seed, progress) if full_record else ()
            return judge_all(asked, worlds, seed, progress, prior=prior, planted=planted, docket=docket, calibrations=drawn)

    with at_workers(ask, cluster) as ask_there:
        found = ask_there(laboratory)
        changed = shipped_beside(own, laboratory.study, found, ask_there, told, BESIDE)
    if target is not None:
        with speaking(WRITTEN):
            target.write(report_text(found))
    if json:
        show_answer("judge", laboratory, {**judged_answer(found), **asked_data("judge")}, beside=changed)
    else:
        show_judged(found)
        show_prose(said(question_of("judge")))
        show_beside(changed)
    if output is not None:
        note(say(f"written to {output}", f"已写入 {output}"))


def told(found: Judged) -> Row:
    """What is held beside what is shipped: each claim's verdict, and under each prior its share of worlds where it exists."""
    claims = []
    for row in judged_answer(found)["verdicts"]:
        where = zip(row["answers"], asked(row), strict=True)
        shares = {each["prior"]: {"where_it_exists": reading["probability"]} for each, reading in where}
        claims.append({"id": row["id"], "verdict": row["verdict"], **shares})
    return {"claims": claims}
