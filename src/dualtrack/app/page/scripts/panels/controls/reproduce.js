// The reader's scenario as Python that gives the same digits, and as one command where a command can say it.
import { h, replace, setText } from "../../kit/dom.js";
import { say } from "../../kit/words.js";

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountReproduce(root, context) {
  const about = h("p", { class: "muted" });
  const command = h("pre", { id: "reproduce-command", tabindex: "0" });
  const code = h("pre", { id: "reproduce-code", tabindex: "0" });
  const copies = [command, code].map((text) => copyButton(text));
  const titles = [h("h3", null), h("h3", null)];
  const commandPart = h("div", null, titles[1], command, copies[0].node);
  replace(root, about, titles[0], code, copies[1].node, commandPart);
  const refresh = (state, _, { preview }) => {
    if (preview) return;
    const theory = context.pack.theory;
    setText(about, theory ? `${say("reproduce.about")} ${say("reproduce.theory", theory)}` : say("reproduce.about"));
    setText(titles[0], say("reproduce.python"));
    setText(titles[1], say("reproduce.command"));
    setText(code, pythonCode(context.pack, state));
    setText(command, commandLine(context.pack, state.scenario));
    command.setAttribute("aria-label", say("reproduce.command"));
    code.setAttribute("aria-label", say("reproduce.python"));
    commandPart.hidden = !isCommandable(context.pack, state.scenario);
    copies.forEach((copy) => copy.refresh());
  };
  context.store.subscribe(refresh);
  refresh(context.store.get(), null, { preview: false });
}

/**
 * Python that runs a state's scenario in the nominal world and prints both charts' outcomes.
 * @param {Pack} pack
 * @param {import("../../state/store.js").State} state
 */
export function pythonCode(pack, state) {
  const { scenario, charts } = state;
  const { start, stop, step, save } = pack.clock;
  const names = [...new Set(charts)];
  const values = names.map((_, place) => `value_${place + 1}`).join(", ");
  const { theory } = pack;
  const bound = theory ? "bench" : "laboratory";
  const tables = pack.hasTables ? `, tables=File("${theory}/tables")` : "";
  const settings = Object.values(scenario.levers);
  const hasRamp = settings.some(({ ramp }) => ramp);
  const imports = [
    "Clock",
    "Oracle",
    ...(hasRamp ? ["Path"] : []),
    theory ? "laboratory" : "bind",
    ...(settings.some(({ ramp }) => !ramp) ? ["set_lever"] : []),
  ];
  return [
    `# dualtrack ${pack.version}, model ${pack.fingerprint}`,
    ...(hasRamp ? ["from dataclasses import replace"] : []),
    ...(theory && pack.hasTables ? ["from pathlib import Path as File"] : []),
    ...(theory ? [`from ${theory}.theory import THEORY`] : []),
    `from dualtrack import ${imports.join(", ")}`,
    "",
    `${bound} = ${theory ? `laboratory(THEORY${tables})` : "bind()"}`,
    `regime = ${bound}.regime("${scenario.regime}")`,
    ...Object.entries(scenario.levers).flatMap(([name, setting]) => pythonLever(pack, bound, name, setting)),
    `world = {${Object.entries(scenario.assumptions)
      .map(([name, value]) => `"${name}": ${pythonNumber(value)}`)
      .join(", ")}}`,
    `clock = Clock(${[start, stop, step, save].map(pythonNumber).join(", ")})`,
    `run = Oracle.of(${bound}.model).run(regime, clock, world)`,
    `for year, ${values} in zip(run.years, ${names.map((name) => `run["${name}"]`).join(", ")}):`,
    `    print(year, ${values})`,
    "",
  ].join("\n");
}

/**
 * A lever's course in Python: each step laid on what stands before it, or straight lines between dates.
 * @param {any} pack
 * @param {string} bound
 * @param {string} name
 * @param {import("../../compute/paths.js").Setting} setting
 */
function pythonLever(pack, bound, name, { value, from, then = [], ramp = false }) {
  const points = [[from, value], ...then];
  if (!ramp) return points.map(([year, at]) => `regime = set_lever(${bound}.model, regime, "${name}", ${pythonNumber(at)}, ${pythonNumber(year)})`);
  const before = `Path(((${pythonNumber(pack.rules.dates.ancient)}, ${bound}.model["${name}"].number),))`;
  const course = points.map((point) => `(${point.map(pythonNumber).join(", ")}),`).join(" ");
  return [
    `before = regime.paths.get("${name}", ${before})`,
    `course = before.then(${pythonNumber(from)}, Path((${course}), ramp=True))`,
    `regime = replace(regime, paths={**regime.paths, "${name}": course})`,
  ];
}

/**
 * The same as one command, whose levers hold from the year the regime parts.
 * @param {Pack} pack
 * @param {import("../../state/store.js").Scenario} scenario
 */
export function commandLine(pack, scenario) {
  const levers = Object.entries(scenario.levers).map(([name, { value }]) => `${name}=${value}`);
  const assumptions = Object.entries(scenario.assumptions).map(([name, value]) => `${name}=${value}`);
  const settings = [...levers, ...assumptions].map((text) => `--set ${text}`);
  return ["dualtrack run", scenario.regime, ...settings, ...(pack.theory ? [`--theory ${pack.theory}`] : [])].join(" ");
}

function isCommandable(pack, scenario) {
  const parts = pack.regimes[scenario.regime].partsAt ?? pack.partsAt;
  return Object.values(scenario.levers).every(({ from, then }) => from === parts && then === undefined);
}

function copyButton(text) {
  const button = h("button", { type: "button" });
  const said = h("span", { class: "muted", role: "status" });
  button.addEventListener(
    "click",
    () => void copyText(text).then((isDone) => setText(said, say(isDone ? "reproduce.copied" : "reproduce.selected"))),
  );
  const refresh = () => {
    setText(button, say("reproduce.copy"));
    setText(said, "");
  };
  return { node: h("p", { class: "copy" }, button, " ", said), refresh };
}

/**
 * The text of an element put on the clipboard; where a browser forbids it, selected so that the reader can copy it.
 * @param {Element} node
 */
export async function copyText(node) {
  try {
    await navigator.clipboard.writeText(node.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(node);
    return false;
  }
}

function pythonNumber(value) {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
}
