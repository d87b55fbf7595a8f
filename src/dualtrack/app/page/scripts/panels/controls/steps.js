// Undo, redo and replay of the last change, by button and by keyboard, and each step told aloud.
import { h, replace, setText } from "../../kit/dom.js";
import { keepScenario } from "./kept.js";
import { ownScenario } from "../../state/store.js";
import { label, say, sayPair } from "../../kit/words.js";

const SHOWN_BEFORE = 1100;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountSteps(root, context) {
  const { store } = context;
  const said = h("p", { class: "steps-said muted", role: "status" });
  const back = () => takeStep(store, "last", () => store.undo(), "steps.undone", said);
  const forth = () => takeStep(store, "next", () => store.redo(), "steps.redone", said);
  const buttons = {
    undo: stepButton("undo", back),
    redo: stepButton("redo", forth),
    replay: stepButton("replay", () => void replayLast(store, said, buttons.replay)),
    keep: stepButton("keep-now", () => setText(said, keepScenario(context, "") || say("steps.kept"))),
    reset: stepButton("reset", () => startOver(store)),
  };
  document.addEventListener("keydown", (event) => onShortcut(event, back, forth));
  replace(root, Object.values(buttons), said);
  const refresh = (_state, _before, { preview }) => preview || writeSteps(store, buttons);
  store.subscribe(refresh);
  writeSteps(store, buttons);
}

function stepButton(name, act) {
  return h("button", { type: "button", id: name, onclick: act });
}

function writeSteps(store, buttons) {
  for (const [name, button] of Object.entries(buttons)) setText(button, say(`steps.${name}`));
  disable(buttons.undo, !store.canUndo(), store.last());
  disable(buttons.redo, !store.canRedo(), store.next());
  disable(buttons.replay, store.last() === null, store.last());
}

function takeStep(store, which, take, key, said) {
  store.finish();
  const step = store[which]();
  if (step === null) return;
  take();
  setText(said, say(key, label(step.label)));
}

function startOver(store) {
  store.update(sayPair("step.reset"), (state) => ({ ...state, scenario: ownScenario(state.baseline) }));
}

function disable(button, isDisabled, step) {
  button.setAttribute("aria-disabled", String(isDisabled));
  button.title = step === null ? "" : label(step.label);
}

async function replayLast(store, said, button) {
  store.finish();
  const step = store.last();
  if (step === null || button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const { language, theme, panel, year } = store.get();
  store.preview(() => ({ ...step.before, language, theme, panel, year }));
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
