// What everything rests on: every source with its publisher, date and address, and the short form in which other parts cite it.
import { h, replace } from "../../kit/dom.js";
import { label, language, say } from "../../kit/words.js";
import { dataTable } from "../../kit/table.js";

const WEB_ADDRESS = /^https?:\/\//i;
const SOURCES_AT_FIRST = 40;

/**
 * A source in brief, as a link where it has an address on the web.
 * @param {Pack} pack
 * @param {string} key
 */
export function citation(pack, key) {
  const source = pack.sources[key];
  if (!source) return h("span", { class: "citation" }, key);
  const brief = [source.publisher, source.date].filter(Boolean).join(", ") || label(source.title);
  if (!WEB_ADDRESS.test(source.url ?? "")) return h("span", { class: "citation", title: label(source.title) }, brief);
  return h("a", { class: "citation", href: source.url, title: label(source.title), rel: "noreferrer noopener", target: "_blank" }, brief);
}

/**
 * A source in words, for where no link can stand: its title and who published it.
 * @param {Pack} pack
 * @param {string} key
 */
export function sourceWords(pack, key) {
  const source = pack.sources[key];
  if (!source) return key;
  return [label(source.title), source.publisher].filter(Boolean).join(language() === "zh" ? "，" : ", ");
}

/**
 * The list of all sources, searched by words.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountSources(root, { pack, store }) {
  const scene = { wanted: "", all: false, sorted: { key: "publisher" } };
  const lead = h("p", { class: "lead" });
  const field = h("input", { type: "search", id: `${root.id}-search`, oninput: () => search() });
  const name = h("label", { for: field.id });
  const count = h("p", { class: "quiet", role: "status" });
  const list = h("div", null);
  const search = () => {
    scene.wanted = field.value.trim().toLowerCase();
    drawSourceList({ list, count }, pack, scene);
  };
  replace(root, lead, h("div", { class: "search" }, name, field), count, list);
  const draw = () => {
    lead.textContent = say("sources.lead");
    name.textContent = say("sources.search");
    drawSourceList({ list, count }, pack, scene);
  };
  draw();
  store.subscribe((state, before) => state.language !== before.language && draw());
}

function drawSourceList({ list, count }, pack, scene) {
  const rows = Object.entries(pack.sources).map(([key, source]) => ({ key, ...source }));
  const found = rows.filter((row) => [row.key, row.title, row.publisher, row.date].flat().join(" ").toLowerCase().includes(scene.wanted));
  const shown = scene.all || scene.wanted ? found : found.slice(0, SOURCES_AT_FIRST);
  count.textContent = say("sources.count", shown.length, rows.length);
  const whole =
    shown.length < found.length ? h("button", { type: "button", onclick: () => showAll() }, say("sources.showAll", found.length)) : null;
  const showAll = () => {
    scene.all = true;
    drawSourceList({ list, count }, pack, scene);
  };
  replace(
    list,
    dataTable({ caption: say("sources.caption"), hideCaption: true, columns: sourceColumns(pack), rows: shown, sorted: scene.sorted }),
    whole,
  );
}

/** A title that no one has translated stands in English and says so. */
function titleCell(title) {
  return h("span", { lang: language() === "zh" && !title[1] ? "en" : null }, label(title));
}

function sourceColumns(pack) {
  return [
    {
      key: "publisher",
      label: say("sources.publisher"),
      cell: (row) => citation(pack, row.key),
      sort: (row) => row.publisher ?? "",
      isHead: true,
    },
    { key: "title", label: say("sources.name"), cell: (row) => titleCell(row.title), sort: (row) => label(row.title) },
    { key: "date", label: say("sources.date"), cell: (row) => row.date, sort: (row) => row.date },
    { key: "grade", label: say("sources.grade"), cell: (row) => row.grade, sort: (row) => row.grade },
  ];
}
