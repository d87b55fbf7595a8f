// From which year a lever's setting holds: a small entry beside the lever itself, shown while the lever is moved.
import { courseWords } from "./course_words.js";
import { h, setText } from "./dom.js";
import { typedNumber, year } from "./format.js";
import { label, say } from "./words.js";

const MOST_QUOTED_DATE = 20;

/**
 * @param {{pack: any, store: any}} context
 * @param {string} name
 * @param {{id: string, take: (from: number) => void}} given the entry's id, and who takes a year over
 */
export function dateEntry({ pack }, name, { id, take }) {
  const entry = h("input", { type: "text", inputmode: "decimal", id, class: "entry", autocomplete: "off" });
  const caption = h("label", { for: id });
  const fault = h("span", { class: "control-fault", role: "alert" });
  const course = h("span", { class: "from-course" });
  const node = h("p", { class: "from-when" }, caption, entry, course, fault);
  entry.addEventListener("change", () => {
    const from = typedNumber(entry.value);
    const isInside = from >= pack.clock.start && from <= pack.clock.stop;
    entry.setAttribute("aria-invalid", String(!isInside));
    setText(fault, isInside ? "" : say("control.outside", entry.value.slice(0, MOST_QUOTED_DATE), pack.clock.start, pack.clock.stop));
    if (isInside) take(from);
  });
  const refresh = ({ scenario }) => {
    const held = scenario.levers[name];
    node.hidden = held === undefined;
    setText(course, held?.then === undefined ? "" : say("study.course", courseWords(held)));
    setText(caption, say("try.since"));
    entry.setAttribute("aria-label", say("try.sinceOf", label(pack.quantities[name].label)));
    if (held !== undefined && document.activeElement !== entry) {
      entry.value = year(held.from);
      setText(fault, "");
    }
  };
  return { node, refresh };
}
