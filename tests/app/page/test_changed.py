"""What changed and why: interplay is told where it is no trifle, and sureness is asked of all moves and of the last one."""

from typing import Any

import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from tests.app.page.asking import asked_of_node, script
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
  const curve = ({ regime }) => ({ years: [2028, 2030], values: { one: regime === "a" ? [1, 1] : [1 + given.early, 2] } });
  it.mountChanged(root, { pack: given.pack, store, lab, runs: { whenBanded: async () => {}, of: curve } });
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


def mounted(
    pairs: list[dict[str, Any]] | None, *, is_moved: bool = False, bands: bool = False, early: float = 0.0
) -> dict[str, Any]:
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
    return built("changed.js", MOUNTED, pack=PACK, split=split, isMoved=is_moved, bands=bands, early=early)[0]


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


def test_the_year_of_the_largest_difference_is_told_where_another_is_read() -> None:
    assert "largest in 2028: +3 in the nominal world" in mounted(None, early=3.0)["text"]
    assert "largest" not in mounted(None, early=0.5)["text"]


def test_a_lever_of_which_only_the_date_moved_is_told_by_its_dates() -> None:
    pack = {
        **PACK,
        "quantities": {"access": {"label": ["Access", "供给"], "unit": "1", "base": "access", "role": "lever", "value": 0.1}},
        "regimes": {"a": {"label": ["Base", "基"], "partsAt": 2026.9, "paths": {}}},
    }

    def held(value: float, since: float) -> dict[str, Any]:
        return {"regime": "a", "levers": {"access": {"value": value, "from": since}}, "assumptions": {}}

    body = """
    const words = await import(given.place); words.setCatalogues(given.words); words.setLanguage("en");
    console.log(JSON.stringify(it.moverText(given.pack, "access", given.move)));
    """

    def told(before: dict[str, Any], after: dict[str, Any]) -> str:
        move = {"before": before, "after": after}
        given = {"words": catalogues(), "place": script("words.js").as_uri(), "pack": pack, "move": move}
        return str(asked_of_node("changed.js", body, given))

    assert told(held(1, 2026.9), held(1, 2027)) == "Access now from 2027 instead of 2026.9"
    assert told(held(0.5, 2026.9), held(1, 2027)) == "Access from 0.5 to 1, from 2027 on instead of 2026.9"
    assert told(held(0.5, 2027), held(1, 2027)) == "Access from 0.5 to 1"
