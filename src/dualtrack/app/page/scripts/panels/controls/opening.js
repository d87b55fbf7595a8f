// A box that opens pasted links and settings or adds them to the table of scenarios, and the page saved with one's settings.
import { h, replace, setText } from "../../kit/dom.js";
import { decodeLink, encodeLink } from "../../state/link.js";
import { pastedWords, takeWords } from "../../state/pasted.js";
import { fileWithWords } from "../../state/saved.js";
import { numberedLabel, scenarioPair } from "../../state/scenario.js";
import { isSame, MOST_KEPT } from "../../state/store.js";
import { looksLikeStudy } from "../../state/study_read.js";
import { saveFile } from "../figures/export.js";
import { openStudy, scenariosOfStudy, studyBox } from "./study_box.js";
import { say, sayPair, sentences } from "../../kit/words.js";

const ROWS = 3;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountOpening(root, context) {
  const parts = openingParts();
  const { box, field, said } = parts;
  parts.inside.append(studyBox(context));
  replace(root, box);
  parts.open.addEventListener("click", () => {
    const isStudy = looksLikeStudy(field.value);
    const told = isStudy ? openStudy(context, field.value, `${say("study.usual")}.toml`) : openOne(context, pastedWords(field.value), box);
    setText(said, told);
    if (told === "" || context.store.get().study?.text === field.value) field.value = "";
  });
  parts.keep.addEventListener("click", () => {
    const found = looksLikeStudy(field.value) ? scenariosOfStudy(context.pack, field.value) : scenariosOfLinks(context, pastedWords(field.value));
    setText(said, keepScenarios(context, found));
  });
  parts.save.addEventListener("click", () => {
    const state = context.store.committed();
    saveFile(`${say("own.file")}.html`, new Blob([fileWithWords(encodeLink(state), document, state.study)], { type: "text/html" }));
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
  return { ...parts, inside, box: h("details", { class: "opening-box" }, summary, inside) };
}

function writeOpening(parts) {
  for (const name of ["summary", "caption", "about", "open", "keep", "save", "saveAbout"]) setText(parts[name], say(`own.${name}`));
  setText(parts.said, "");
}

/** The state of one link or of bare settings; how the reader reads, by language and colours, stays. */
function openOne(context, words, box) {
  if (words.length === 0) return say("own.none");
  if (words.length > 1) return say("own.several", words.length);
  const { language, theme } = context.store.get();
  takeWords(context, words[0], sayPair("step.link"), context.tell, (state) => ({ ...state, language, theme }));
  box.open = false;
  return "";
}

function scenariosOfLinks({ pack, start }, words) {
  const found = words.map((each) => decodeLink(each, pack, start));
  return { scenarios: found.map(({ state }) => state.scenario), problems: found.flatMap(({ problems }) => problems) };
}

/** Scenarios kept beside one's own, as one step; what could not be said of them, and what is kept already, is told. */
function keepScenarios(context, { scenarios, problems }) {
  const { pack, store } = context;
  if (problems.length > 0) context.tell(problems);
  if (scenarios.length === 0) return say("own.none");
  const before = store.get().kept;
  const kept = [...before];
  let alike = 0;
  for (const scenario of scenarios) {
    const isKept = kept.some((each) => isSame({ ...each, name: "" }, { ...scenario, name: "" }));
    if (isKept) alike += 1;
    else kept.push(scenario);
  }
  const added = kept.slice(before.length, MOST_KEPT);
  const left = kept.length - before.length - added.length;
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
