"""One state for the page: every move can be taken back, a preview leaves no trace."""

from tests.app.page.asking import asked_of_node

MOVES = """
const store = it.createStore(it.startState({ baseline: "as_is", charts: ["one", "two"], year: 2040 }));
const start = JSON.stringify(store.get());
let seed = 7;
const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const states = [start];
"""


def test_two_hundred_random_moves_are_undone_to_the_start_and_redone_to_the_end() -> None:
    body = (
        MOVES
        + """
    for (let move = 0; move < 200; move += 1) {
      const value = Math.floor(chance() * 9);
      store.preview((state) => ({ ...state, baseline: `seen ${value}` }));
      const turn = chance();
      if (turn < 0.1) store.endPreview();
      else if (turn < 0.2) store.undo();
      else if (turn < 0.3) store.redo();
      else store.update("move", (state) => ({ ...state, baseline: `set ${value}`, bands: chance() < 0.5 }));
    }
    const end = JSON.stringify(store.get());
    while (store.canRedo()) store.redo();
    const last = JSON.stringify(store.get());
    while (store.canUndo()) store.undo();
    const first = JSON.stringify(store.get());
    while (store.canRedo()) store.redo();
    console.log(JSON.stringify([first === start, JSON.stringify(store.get()) === last, end.length > 0]));
    """
    )
    assert asked_of_node("store.js", body, None) == [True, True, True]


def test_a_move_to_the_same_place_is_no_step_and_a_setting_outlives_undo() -> None:
    body = (
        MOVES
        + """
    store.update("same", (state) => ({ ...state, baseline: "as_is" }));
    const none = store.depth();
    store.update("moved", (state) => ({ ...state, baseline: "other" }));
    store.setting((state) => ({ ...state, language: "zh", year: 2030, baseline: "third" }));
    store.undo();
    console.log(JSON.stringify([none, store.get().language, store.get().year, store.get().baseline, store.canUndo()]));
    """
    )
    assert asked_of_node("store.js", body, None) == [0, "zh", 2030, "as_is", False]


def test_a_run_of_keys_is_one_step_that_whatever_comes_next_finishes() -> None:
    body = (
        MOVES
        + """
    const press = (key, value) => {
      const change = (state) => ({ ...state, baseline: value });
      store.soon(key, change, () => store.update(value, change));
    };
    const seen = [];
    ["one", "two", "three"].forEach((value) => press("first", value));
    seen.push([store.depth(), store.get().baseline, store.committed().baseline]);
    press("second", "four");
    seen.push([store.depth(), store.last().label]);
    store.undo();
    seen.push([store.depth(), store.get().baseline]);
    press("first", "five");
    await new Promise((resolve) => setTimeout(resolve, 600));
    seen.push([store.depth(), store.last().label]);
    console.log(JSON.stringify(seen));
    """
    )
    assert asked_of_node("store.js", body, None) == [[0, "three", "as_is"], [1, "three"], [1, "three"], [2, "five"]]


def test_a_state_cannot_be_changed_behind_the_stores_back() -> None:
    body = MOVES + "try { store.get().scenario.levers.one = 1; } catch (error) { console.log(JSON.stringify(error.name)); }"
    assert asked_of_node("store.js", body, None) == "TypeError"


def test_listeners_are_told_what_is_only_a_preview() -> None:
    body = (
        MOVES
        + """
    const heard = [];
    store.subscribe((state, before, { preview }) => heard.push([state.baseline, before.baseline, preview]));
    store.preview((state) => ({ ...state, baseline: "one" }));
    store.update("moved", (state) => ({ ...state, baseline: "two" }));
    store.undo();
    console.log(JSON.stringify(heard));
    """
    )
    assert asked_of_node("store.js", body, None) == [["one", "as_is", True], ["two", "one", False], ["as_is", "two", False]]
