"""The numbers on which each claim hangs as rows of the page, which cuts its worlds along them and draws the shares."""

from __future__ import annotations

from typing import Any

from dualtrack.app.page.pack.claim_rows import bits_read
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.story.hangs_on import HANGS, ClaimTruth, hangs_on

Data = dict[str, Any]

CELLS = 5
"""Parts along either of two numbers, where both are shown at once."""
DIGITS = 3


def believe_row(laboratory: Laboratory, found: Data) -> Data:
    """The rule, and by claim the one or two numbers on which its truth hangs."""
    accepted, truth = found["accepted"], found["truth"]
    truths = {
        name: ClaimTruth(bits_read(row, len(accepted)), bits_read(truth["computable"][name], len(accepted)))
        for name, row in truth["claims"].items()
    }
    claims = {
        name: [{"number": each.number, "explains": round(each.explains, DIGITS)} for each in numbers]
        for name, numbers in hangs_on(laboratory, accepted, found["seed"], truths).items()
    }
    return {"parts": HANGS.parts, "cells": CELLS, "least": HANGS.least, "claims": claims}
