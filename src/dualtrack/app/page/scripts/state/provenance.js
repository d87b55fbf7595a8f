// Where numbers come from that leave the page: the scenario in words, the model, and the link that opens the same page.
import { courseWords } from "../kit/course_words.js";
import { entryText, year } from "../kit/format.js";
import { encodeLink } from "./link.js";
import { scenarioLabel } from "./scenario.js";
import { label, listOf, say } from "../kit/words.js";

/**
 * Headings and texts that say what a file's numbers are of.
 * @param {Context} context
 * @param {string} [about] of which runs they are, where these are not the reader's scenario
 * @returns {Array<[string, string]>}
 */
export function whereFrom({ pack, store }, about) {
  const state = store.committed();
  return [
    [say("column.scenario"), about ?? scenarioText(pack, state)],
    [say("column.model"), `dualtrack ${pack.version} ${pack.fingerprint}`],
    [say("column.link"), `#${encodeLink(state)}`],
  ];
}

/**
 * The reader's scenario with all that was moved, and the baseline.
 * @param {Pack} pack
 * @param {import("./store.js").State} state
 */
export function scenarioText(pack, { scenario, baseline }) {
  const [named, base] = [scenarioLabel(pack, scenario), label(pack.regimes[baseline].label)];
  return say("column.setting", named, label(pack.regimes[scenario.regime].label), settingsText(pack, scenario), base);
}

/**
 * What a reader moved, in words.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 */
export function settingsText(pack, scenario) {
  const levers = Object.entries(scenario.levers).map(([name, setting]) => leverText(pack, name, setting));
  const assumptions = Object.entries(scenario.assumptions).map(([name, value]) =>
    say("kept.assumption", label(pack.quantities[name].label), entryText(value)),
  );
  const all = [...levers, ...assumptions];
  return all.length === 0 ? say("kept.asIs") : listOf(all);
}

function leverText(pack, name, setting) {
  const named = label(pack.quantities[name].label);
  if (setting.then !== undefined) return say("kept.course", named, courseWords(setting));
  return say("kept.lever", named, entryText(setting.value), year(setting.from));
}
