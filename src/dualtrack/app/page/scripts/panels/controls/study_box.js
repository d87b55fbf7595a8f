// A study file opened on the page and saved from it: its regimes as scenarios, the reader's scenario as one of its regimes.
import { h, setText } from "../../kit/dom.js";
import { label, say, sayPair, sentences } from "../../kit/words.js";
import { MOST_KEPT } from "../../state/store.js";
import { keyOf } from "../../state/runs.js";
import { readStudy } from "../../state/study_read.js";
import { studyText } from "../../state/study_write.js";
import { saveFile } from "../figures/export.js";

const LONGEST_STUDY = 400000;
const ENDING = ".toml";

/**
 * The part of the box that opens and saves studies.
 * @param {Context} context
 */
export function studyBox(context) {
  const parts = {
    title: h("h2", { class: "minor-title", id: "study-title" }),
    about: h("p", { class: "muted", id: "study-about" }),
    fileName: h("label", { for: "study-file" }),
    file: h("input", { type: "file", id: "study-file", accept: ".toml,text/plain", "aria-describedby": "study-about" }),
    said: h("p", { role: "status", id: "study-said" }),
    isOpen: h("p", { class: "muted", id: "study-open" }),
    nameName: h("label", { for: "study-name" }),
    name: h("input", { type: "text", id: "study-name", maxlength: 80, autocomplete: "off", spellcheck: "false" }),
    save: h("button", { type: "button", id: "save-study" }),
  };
  const { title, about, fileName, file, said, isOpen, nameName, name, save } = parts;
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    const text = chosen.size > LONGEST_STUDY ? "" : await chosen.text();
    file.value = "";
    if (text.trim() === "") setText(said, say("study.noText", LONGEST_STUDY));
    else setText(said, openStudy(context, text, chosen.name));
  });
  save.addEventListener("click", () => setText(said, saveStudy(context, name.value.trim())));
  const node = h("section", { class: "study-part", "aria-labelledby": "study-title" }, title, about, fileName, file, isOpen, nameName, h("p", null, name, " ", save), said);
  const refresh = (state, before) => {
    if (state.language !== before?.language) {
      for (const [key, part] of Object.entries({ title, about, file: fileName, name: nameName, save })) setText(part, say(`study.${key}`));
      setText(said, "");
    }
    if (state.language === before?.language && state.study === before?.study) return;
    setText(isOpen, state.study === null ? "" : say("study.isOpen", state.study.file));
    name.value = state.study?.regime || say("study.usual");
  };
  context.store.subscribe(refresh);
  refresh(context.store.get(), null);
  return node;
}

/**
 * Take up a study as one step that undo takes back; what is wrong with it, or is not taken up, is told by line.
 * @param {Context} context
 * @param {string} text
 * @param {string} file its name
 * @returns {string} what is said beside the box
 */
export function openStudy(context, text, file) {
  const { pack, store } = context;
  const read = readStudy(text, pack, stem(file));
  if (read.faults.length > 0) {
    tellOf(context, read.faults, "study.refused");
    return say("study.notOpened", read.faults.length);
  }
  const [own, ...others] = read.regimes;
  const { kept } = store.get();
  const fresh = others.filter(({ scenario }) => !kept.some((each) => keyOf(each) === keyOf(scenario)));
  const taken = fresh.slice(0, MOST_KEPT - kept.length);
  store.update(sayPair("study.step", read.name), (state) => ({
    ...state,
    scenario: own?.scenario ?? { ...state.scenario, assumptions: { ...read.held } },
    kept: [...state.kept, ...taken.map(({ scenario }) => scenario)],
    study: { text, file, regime: own?.name ?? "" },
  }));
  tellOf(context, [...read.left, ...noRoom(fresh.slice(taken.length))], "study.leftOut");
  if (own === undefined) return say("study.openedNumbers", read.name, Object.keys(read.held).length);
  return say("study.opened", read.name, label(own.label));
}

/**
 * The regimes of a pasted study as scenarios beside one's own, and what is told of it; none of one with mistakes.
 * @param {Pack} pack
 * @param {string} text
 * @returns {{scenarios: Scenario[], problems: Problem[]}}
 */
export function scenariosOfStudy(pack, text) {
  const read = readStudy(text, pack, say("study.usual"));
  if (read.faults.length > 0) return { scenarios: [], problems: read.faults.map((each) => ({ ...each, heading: "study.kept" })) };
  return { scenarios: read.regimes.map(({ scenario }) => scenario), problems: read.left.map((each) => ({ ...each, heading: "study.leftOut" })) };
}

/** Tell of a study in the notice of the page; on a narrow window the box closes, which would lie over it. */
function tellOf(context, told, heading) {
  context.tell(told.map((each) => ({ ...each, heading })));
  const box = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".opening-box"));
  if (told.length > 0 && box !== null && matchMedia("(max-width: 700px)").matches) box.open = false;
}

function noRoom(regimes) {
  return regimes.map(({ name }) => ({ key: "study.noRoom", values: [name] }));
}

/** The reader's scenario written into the study that is open, or into a new one, under a name. */
function saveStudy({ pack, store }, asked) {
  const regime = asked || say("study.usual");
  const { scenario, study } = store.committed();
  const { text, lines, faults } = studyText(pack, scenario, regime, study);
  if (faults.length > 0) return say("study.notSaved", sentences(faults.map(({ key, values }) => say(key, ...values))));
  const file = study === null ? `${regime}${ENDING}` : withEnding(study.file);
  saveFile(file, new Blob([text], { type: "application/toml" }));
  store.update(sayPair("study.stepSaved", file), (state) => ({ ...state, study: { text, file, regime } }));
  if (study === null) return say("study.savedNew", file, regime);
  return lines === 0 ? say("study.savedSame", file) : say("study.saved", file, lines);
}

function withEnding(file) {
  return file.endsWith(ENDING) ? file : `${file}${ENDING}`;
}

function stem(file) {
  return file.replace(/\.[^.]*$/, "");
}
