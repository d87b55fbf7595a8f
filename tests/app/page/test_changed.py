"""What changed and why: interplay is told where it is no trifle, and sureness is asked of all moves and of the last one."""

from typing import Any

import pytest

from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.drawn_elements import built

MOUNTED = """(async () => {
  const root = document.createElement("div");
  const state = { scenario: { regime: "b" }, year: 2030, baseline: "a", charts: ["one"], bands: given.bands, language: "en" };
  const before = { scenario: { regime: "c" } };
  const step = given.isMoved ? { before, after: { scenario: state.scenario }, label: ["a move", "一步"] } : null;
  const store = { get: () => state, committed: () => state, last: () => step, subscribe: () => {} };
  const asked = [];
  const samples = async (scenario, name, year, signal, other) => {
    asked.push([scenario.regime, other.regime, name].join(" "));
    return Float64Array.from([1, 2, 3]);
  };
  const lab = { split: async () => given.split, samples };
  it.mountChanged(root, { pack: given.pack, store, lab, runs: { whenBanded: async () => {} } });
  await new Promise((done) => setTimeout(done, 20));
  root.setAttribute("asked", asked.join(", "));
  return root;
})()"""
LABELS = {"a": ["Base", "基"], "b": ["Other", "他"], "c": ["Third", "三"]}
PACK = {
    "quantities": {name: {"label": [name, name], "unit": "1", "base": name} for name in ("one", "push", "pull")},
    "regimes": {name: {"label": label, "partsAt": 2025} for name, label in LABELS.items()},
    "partsAt": 2025,
    "rules": rule_row(),
    "levers": [],
}


def mounted(pairs: list[dict[str, Any]] | None, *, is_moved: bool = False, bands: bool = False) -> dict[str, Any]:
    """The panel after two movers added 0.6 and 0.4 to what was 1."""
    split = {
        "movers": ["push", "pull"],
        "parts": {"push": {"one": 0.6}, "pull": {"one": 0.4}},
        "errors": None,
        "exact": True,
        "before": {"one": 1.0},
        "after": {"one": 2.0},
        "pairs": pairs,
    }
    return built("changed.js", MOUNTED, pack=PACK, split=split, isMoved=is_moved, bands=bands)[0]


@pytest.mark.parametrize(
    ("values", "said"),
    [([0.3], "together add"), ([-0.3], "overlap"), ([0.01, -0.3], "overlap"), ([0.01], ""), ([], ""), (None, "")],
)
def test_the_strongest_interplay_is_told_where_it_is_no_trifle(values: list[float] | None, said: str) -> None:
    pairs = None if values is None else [{"movers": ["push", "pull"], "values": {"one": each}} for each in values]
    found = mounted(pairs)["text"]
    assert "push" in found and "pull" in found
    assert ("Interaction" in found) == bool(said)
    assert said in found


@pytest.mark.parametrize(
    ("is_moved", "bands", "asked"),
    [(False, False, ""), (True, False, ""), (False, True, "b a one"), (True, True, "b a one, b c one")],
)
def test_sureness_is_asked_against_the_baseline_and_of_the_last_move_where_there_was_one(
    is_moved: bool, bands: bool, asked: str
) -> None:
    assert mounted(None, is_moved=is_moved, bands=bands)["asked"] == asked
