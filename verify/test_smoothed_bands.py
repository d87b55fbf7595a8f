"""The preview of bands lies nearer to the worlds that are run than bands left where they were, wherever these move at all."""

from pathlib import Path
from typing import Any

import numpy as np

from dualtrack.app.page.pack.found import read_found
from dualtrack.language.distribution import bounds
from dualtrack.targets.numeric.arrays import Array
from tests.app.page.laboratory import asked_of_lab, bench, laboratory

WORLDS = 500
OUTCOMES = ["independent_capability", "us_ai_valuation", "dependence", "backlash"]
PARTS = (0.0, 0.25, 0.75, 1.0)
"""Of the range of the worlds' own values, where an assumption is put."""
MOVES = 0.05
"""Of the width of nine tenths: by less a band is taken to stay."""
NEARER = 0.85
"""Of the bands that move, how many the preview must come nearer to; where it does not, both are off by little."""
BODY = """
const base = { regime: "as_is", levers: {}, assumptions: {} };
const found = [];
for (const { name, values } of given.moves) {
  await lab.bands(base, given.names);
  const smoother = await lab.smoother(base, name, given.names);
  for (const value of values) {
    const run = await lab.bands({ ...base, assumptions: { [name]: value } }, given.names);
    for (const outcome of given.names) {
      const told = [smoother.bandOf(outcome, null), smoother.bandOf(outcome, value), run.values[outcome]];
      found.push({ name, value, outcome, bands: told.map((band) => Object.values(band)) });
    }
  }
}
return found;
"""


def away(one: Array, other: Array, width: Array) -> float:
    """How far two bands `[edge, row]` lie apart in the mean, in widths `[row]` of nine tenths."""
    told = width > width.max() / 1000
    return float((np.abs(one - other)[:, told] / width[told]).mean())


def test_the_preview_is_nearer_to_what_is_run_than_the_band_before_the_move(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = asked_of_lab(
        bench(tmp_path), BODY, accepted=read_found(laboratory())["accepted"][:WORLDS], workers=2, names=OUTCOMES, moves=moves()
    )
    errors = []
    for row in rows:
        before, preview, run = (np.array(band) for band in row["bands"])
        width = before[-1] - before[0]
        errors.append((away(before, run, width), away(preview, run, width)))
    stale, smoothed = np.array([each for each in errors if each[0] > MOVES]).T
    said = f"{len(stale)} bands move; as they stood {stale.mean():.3f} of nine tenths off, previewed {smoothed.mean():.3f}"
    assert len(stale) >= 20, said
    assert (smoothed < stale).mean() >= NEARER, said
    assert smoothed.mean() < stale.mean() * 2 / 3, said


def moves() -> list[dict[str, Any]]:
    """Every assumption that matters most for some outcome and moves along a range, put at parts of it."""
    model, found = laboratory().model, []
    for name in read_found(laboratory())["matter"]:
        prior = model[name].prior
        assert prior is not None
        if model[name].role == "switch":
            continue
        low, high = bounds(prior)
        found.append({"name": name, "values": [low + part * (high - low) for part in PARTS]})
    return found
