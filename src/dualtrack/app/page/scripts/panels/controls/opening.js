// A box that opens pasted links and settings or adds them to the table of scenarios, and the page saved with one's settings.
import { h, replace, setText } from "../../kit/dom.js";
import { decodeLink, encodeLink } from "../../state/link.js";
import { pastedWords, takeWords } from "../../state/pasted.js";
import { fileWithWords } from "../../state/saved.js";
import { numberedLabel, scenarioPair } from "../../state/scenario.js";
import { isSame, MOST_KEPT } from "../../state/store.js";
import { saveFile } from "../figures/export.js";
import { say, sayPair, sentences } from "../../kit/words.js";

const ROWS = 3;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountOpening(root, context) {
  const parts = openingParts();
  const { box, field, said } = parts;
  replace(root, box);
  const act = (task) => () => {
    const words = pastedWords(field.value);
    const told = words.length === 0 ? say("own.none") : task(words);
    setText(said, told);
    if (told === "") field.value = "";
  };
  parts.open.addEventListener("click", act((words) => openOne(context, words, box)));
  parts.keep.addEventListener("click", () => setText(said, keepPasted(context, pastedWords(field.value))));
  parts.save.addEventListener("click", () => {
    saveFile(`${say("own.file")}.html`, new Blob([fileWithWords(encodeLink(context.store.committed()))], { type: "text/html" }));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    box.open = false;
    parts.summary.focus();
  });
  const refresh = (state, before) => before?.language === state.language || writeOpening(parts);
  context.store.subscribe(refresh);
  refresh(context.store.get(), null);
}

function openingParts() {
  const parts = {
    summary: h("summary", { class: "opening-name" }),
    caption: h("label", { for: "pasted" }),
    field: h("textarea", { id: "pasted", rows: ROWS, autocomplete: "off", spellcheck: "false", "aria-describedby": "pasted-about" }),
    about: h("p", { class: "muted", id: "pasted-about" }),
    open: h("button", { type: "button", id: "open-pasted" }),
    keep: h("button", { type: "button", id: "keep-pasted" }),
    said: h("p", { role: "status", id: "pasted-said" }),
    save: h("button", { type: "button", id: "save-page" }),
    saveAbout: h("p", { class: "muted" }),
  };
  const { summary, caption, field, about, open, keep, said, save, saveAbout } = parts;
  const inside = h("div", { class: "opening-panel" }, caption, field, about, h("p", null, open, " ", keep), said, save, saveAbout);
  return { ...parts, box: h("details", { class: "opening-box" }, summary, inside) };
}

function writeOpening(parts) {
  for (const name of ["summary", "caption", "about", "open", "keep", "save", "saveAbout"]) setText(parts[name], say(`own.${name}`));
  setText(parts.said, "");
}

/** The state of one link or of bare settings; how the reader reads, by language and colours, stays. */
function openOne(context, words, box) {
  if (words.length > 1) return say("own.several", words.length);
  const { language, theme } = context.store.get();
  takeWords(context, words[0], sayPair("step.link"), context.tell, (state) => ({ ...state, language, theme }));
  box.open = false;
  return "";
}

/** The scenarios of links kept beside one's own, as one step; what a link could not say, and what is kept already, is told. */
function keepPasted(context, words) {
  const { pack, store, start } = context;
  if (words.length === 0) return say("own.none");
  const found = words.map((each) => decodeLink(each, pack, start));
  const before = store.get().kept;
  const kept = [...before];
  let alike = 0;
  for (const { state } of found) {
    const isKept = kept.some((each) => isSame({ ...each, name: "" }, { ...state.scenario, name: "" }));
    if (isKept) alike += 1;
    else kept.push(state.scenario);
  }
  const added = kept.slice(before.length, MOST_KEPT);
  const left = kept.length - before.length - added.length;
  context.tell(found.flatMap(({ problems }) => problems));
  if (added.length > 0) {
    const step = sayPair("step.keep", added.length === 1 ? scenarioPair(pack, added[0]) : sayPair("own.many", added.length));
    store.update(step, (state) => ({ ...state, kept: [...state.kept, ...added] }));
  }
  const names = added.map((scenario, place) => numberedLabel(pack, scenario, before.length + place + 1));
  return sentences([
    ...names.map((name) => say("own.kept", name)),
    ...(alike > 0 ? [say("own.alike", alike)] : []),
    ...(left > 0 ? [say("own.full", MOST_KEPT, left)] : []),
  ]);
}
