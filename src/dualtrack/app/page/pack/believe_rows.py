"""On which drawn numbers does each claim hang? Those that explain most of the variance of its truth over the accepted worlds.

A claim is read in the worlds in which its mechanism exists, as it is asked. The page cuts the same worlds into parts along these
numbers and draws the shares.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.story.dial import Places, explained, places_of
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.arrays import Mask

Data = dict[str, Any]

PARTS = 8
"""Parts along one number, beside that of exact zeros."""
CELLS = 5
"""Parts along either of two numbers."""
LEAST = 0.05
"""A smaller share of the variance of a truth decides nothing."""
TOLD = 2
DIGITS = 3


def believe_row(laboratory: Laboratory, found: Data) -> Data:
    """The rule, and by claim the one or two numbers on which its truth hangs; those that explain too little are not told."""
    truths = found["truth"]
    rule: Data = {"parts": PARTS, "cells": CELLS, "least": LEAST}
    if not truths["claims"]:
        return {**rule, "claims": {}}
    worlds = _accepted(laboratory, found)
    tests = {test.id: test for test in laboratory.theory.tests}
    places = {name: places_of(values, PARTS) for name, values in worlds.values.items() if np.ptp(values) > 0}
    claims = {
        name: _deciding(places, _bits(row, worlds.count), _asked(worlds, tests[name], truths["computable"][name]))
        for name, row in truths["claims"].items()
    }
    return {**rule, "claims": claims}


def _accepted(laboratory: Laboratory, found: Data) -> Worlds:
    """The worlds that the table accepts."""
    numbers = np.array(found["accepted"])
    drawn = draw(laboratory.model, int(numbers.max()) + 1, found["seed"])
    return drawn.only(np.isin(drawn.numbers, numbers))


def _asked(worlds: Worlds, test: object, computable: str) -> Mask:
    """The worlds in which a claim can be judged and its mechanism exists."""
    switches = test.mechanisms if isinstance(test, ClaimTest) else ()
    rows = [_bits(computable, worlds.count), *(worlds.values[name] > 0 for name in switches)]
    return np.asarray(np.logical_and.reduce(rows))


def _deciding(places: Mapping[str, Places], holds: Mask, asked: Mask) -> list[Data]:
    """The numbers that explain enough of a truth in the worlds asked, the most telling first; parts are those of all worlds."""
    if not asked.any():
        return []
    truth = holds[asked].astype(np.float64)
    shares = {name: explained(truth, row[asked]) for name, row in places.items()}
    best = sorted(shares, key=lambda name: -shares[name])[:TOLD]
    return [{"number": name, "explains": round(shares[name], DIGITS)} for name in best if shares[name] >= LEAST]


def _bits(row: str, count: int) -> Mask:
    """A row of yes and no from base64, the first in the lowest bit."""
    packed = np.frombuffer(base64.b64decode(row), dtype=np.uint8)
    return np.unpackbits(packed, bitorder="little")[:count].astype(bool)
