// Undo, redo and replay of the last change, by button and by keyboard, and each step told aloud.
import { h, replace, setText } from "./dom.js";
import { keepScenario } from "./kept.js";
import { MOST_KEPT, ownScenario } from "./store.js";
import { label, say, sayPair } from "./words.js";

const SHOWN_BEFORE = 1100;

/**
 * @param {Element} root
 * @param {object} context
 */
export function mountSteps(root, context) {
  const { store } = context;
  const undo = stepButton("undo", () => say("steps.undone", label(store.last().label)), () => store.undo());
  const redo = stepButton("redo", () => say("steps.redone", label(store.next().label)), () => store.redo());
  const replay = h("button", { type: "button", id: "replay" });
  const reset = h("button", { type: "button", id: "reset" });
  reset.addEventListener("click", () =>
    store.update(sayPair("step.reset"), (state) => ({ ...state, scenario: ownScenario(state.baseline) })));
  const keep = h("button", { type: "button", id: "keep-now", onclick: () => setText(said, keepScenario(context, "") ? say("steps.kept") : say("kept.full", MOST_KEPT)) });
  const said = h("p", { class: "steps-said muted", role: "status" });
  const act = (button) => () => {
    const text = button.told();
    button.act();
    setText(said, text);
  };
  undo.node.addEventListener("click", () => store.canUndo() && act(undo)());
  redo.node.addEventListener("click", () => store.canRedo() && act(redo)());
  replay.addEventListener("click", () => void replayLast(store, said, replay));
  document.addEventListener("keydown", (event) => onShortcut(event, () => store.canUndo() && act(undo)(), () => store.canRedo() && act(redo)()));
  replace(root, undo.node, redo.node, replay, keep, reset, said);
  const refresh = (_state, _before, { preview }) => {
    if (preview) return;
    setText(undo.node, say("steps.undo"));
    setText(redo.node, say("steps.redo"));
    setText(replay, say("steps.replay"));
    setText(reset, say("options.reset"));
    setText(keep, say("steps.keep"));
    disable(undo.node, !store.canUndo(), store.last());
    disable(redo.node, !store.canRedo(), store.next());
    disable(replay, store.last() === null, store.last());
  };
  store.subscribe(refresh);
  refresh(store.get(), null, { preview: false });
}

function stepButton(name, told, act) {
  return { node: h("button", { type: "button", id: name }), told, act };
}

function disable(button, isDisabled, step) {
  button.setAttribute("aria-disabled", String(isDisabled));
  button.title = step === null ? "" : label(step.label);
}

async function replayLast(store, said, button) {
  const step = store.last();
  if (step === null || button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const { language, theme } = store.get();
  store.preview(() => ({ ...step.before, language, theme }));
  setText(said, say("steps.before", label(step.label)));
  await new Promise((resolve) => setTimeout(resolve, SHOWN_BEFORE));
  store.endPreview();
  setText(said, say("steps.after", label(step.label)));
}

function onShortcut(event, undo, redo) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
}

function isText(node) {
  return node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && ["text", "search"].includes(node.type));
}
