"""On which drawn numbers does the truth of each claim hang? Those that explain most of its variance over some worlds.

A claim is read in the worlds in which it can be judged and its mechanism exists, as it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.story.dial import Places, explained, places_of
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.arrays import Mask


@dataclass(frozen=True, slots=True)
class HangRule:
    """Into how many `parts` a number is cut, the `least` share that it must explain, and how many numbers are told."""

    parts: int = 8
    least: float = 0.05
    told: int = 2


HANGS = HangRule()


@dataclass(frozen=True, slots=True)
class HangsOn:
    """A drawn number and the share of a truth's variance that lies between its parts."""

    number: str
    explains: float


@dataclass(frozen=True, slots=True)
class ClaimTruth:
    """In which worlds a claim `holds[world]`, and in which it is `computable[world]`: where its test has a number."""

    holds: Mask
    computable: Mask


def hangs_on(
    laboratory: Laboratory, worlds: list[int], seed: int, truths: Mapping[str, ClaimTruth], rule: HangRule = HANGS
) -> dict[str, tuple[HangsOn, ...]]:
    """By claim the numbers that explain enough of its truth, the most telling first; `worlds` are the numbers of its worlds."""
    if not truths:
        return {}
    drawn = draw(laboratory.model, max(worlds) + 1, seed)
    values = drawn.only(np.isin(drawn.numbers, worlds)).values
    places = {name: places_of(row, rule.parts) for name, row in values.items() if np.ptp(row) > 0}
    tests = {test.id: test for test in laboratory.theory.tests}
    return {name: _deciding(places, truth, _asked(truth, tests[name], values), rule) for name, truth in truths.items()}


def _asked(truth: ClaimTruth, test: object, values: Mapping[str, Any]) -> Mask:
    """The worlds in which a claim can be judged and its mechanism exists."""
    switches = test.mechanisms if isinstance(test, ClaimTest) else ()
    return np.asarray(np.logical_and.reduce([truth.computable, *(values[name] > 0 for name in switches)]))


def _deciding(places: Mapping[str, Places], truth: ClaimTruth, asked: Mask, rule: HangRule) -> tuple[HangsOn, ...]:
    """The numbers that explain enough of a truth in the worlds asked; parts are those of all worlds."""
    if not asked.any():
        return ()
    holds = truth.holds[asked].astype(np.float64)
    shares = {name: explained(holds, row[asked]) for name, row in places.items()}
    best = sorted(shares, key=lambda name: -shares[name])[: rule.told]
    return tuple(HangsOn(name, shares[name]) for name in best if shares[name] >= rule.least)
