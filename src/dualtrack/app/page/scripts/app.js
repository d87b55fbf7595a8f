// The page put together: pack opened, state taken from the link, engine started, every panel mounted in its place.
import { mountBelieve } from "./panels/believe/believe.js";
import { mountBrush } from "./panels/figures/brush.js";
import { mountChanged } from "./panels/figures/changed.js";
import { mountCharts } from "./panels/figures/charts.js";
import { mountControls } from "./panels/controls/controls.js";
import { mountDiagram } from "./panels/diagram/diagram.js";
import { partOfPage, setText } from "./kit/dom.js";
import { mountFourLines } from "./panels/figures/fourlines.js";
import { mountKept } from "./panels/controls/kept.js";
import { startLab } from "./compute/lab.js";
import { buildLayout } from "./frame/layout.js";
import { followPrinting } from "./frame/printing.js";
import { focusPlace, followPlace } from "./frame/tabs.js";
import { mountLimits } from "./panels/evidence/limits.js";
import { decodeLink } from "./state/link.js";
import { mountMap } from "./panels/argument/claim_map.js";
import { mountLoops } from "./panels/figures/loops.js";
import { mountFirstScreen } from "./panels/argument/first_screen.js";
import { mountOptions, mountReading } from "./panels/controls/options.js";
import { followPeak } from "./state/opened_view.js";
import { readCatalogues, readPack } from "./state/pack.js";
import { mountPresets } from "./panels/controls/presets.js";
import { mountFacts } from "./panels/evidence/record.js";
import { mountReproduce } from "./panels/controls/reproduce.js";
import { createRuns } from "./state/runs.js";
import { savedStudy, savedWords } from "./state/saved.js";
import { followAddress, followSettings, mountSettings, noticeBoard } from "./panels/controls/settings.js";
import { mountLink } from "./panels/controls/share.js";
import { mountSmall } from "./panels/figures/small.js";
import { mountSources } from "./panels/evidence/sources.js";
import { mountSteps } from "./panels/controls/steps.js";
import { createStore, startState } from "./state/store.js";
import { mountTimeline } from "./panels/figures/timeline.js";
import { mountTryIt } from "./panels/try/try_it.js";
import { mountVerdicts } from "./panels/evidence/verdicts.js";
import { label, language, listOf, say, setCatalogues } from "./kit/words.js";

/** @type {Array<[string, (root: any, context: any) => void]>} */
const AT_ONCE = [
  ["settings", mountSettings],
  ["try-it", mountTryIt],
  ["share", mountLink],
  ["opening", mountFirstScreen],
  ["presets", mountPresets],
  ["options", mountOptions],
  ["steps", mountSteps],
  ["charts", mountCharts],
  ["reading", mountReading],
  ["controls", mountControls],
  ["changed", mountChanged],
];
/** @type {Array<[string, (root: any, context: any) => void]>} */
const AFTER_PAINT = [
  ["map", mountMap],
  ["small", mountSmall],
  ["loop-shares", mountLoops],
  ["policy-timeline", mountTimeline],
  ["scenarios", mountKept],
  ["four-lines", mountFourLines],
  ["verdicts", mountVerdicts],
  ["believe-curves", mountBelieve],
  ["failures", mountBrush],
  ["facts", mountFacts],
  ["diagram", mountDiagram],
  ["reproduce", mountReproduce],
  ["limits", mountLimits],
  ["sources", mountSources],
];

/** Start the page in its document. */
export function startPage() {
  const pack = readPack();
  setCatalogues(readCatalogues());
  const start = readerStart(pack);
  const { state, problems } = decodeLink(location.hash.slice(1) || savedWords(), pack, start);
  const store = createStore({ ...state, study: savedStudy() });
  const lab = startLab(pack);
  /** @type {any} */
  const context = { pack, store, lab, start, words: { say, label, language, listOf } };
  context.runs = createRuns(context);
  followSettings(store);
  followPeak(context);
  const layout = buildLayout(partOfPage("page"), store, pack.story?.question);
  followPlace(layout, store);
  context.tell = noticeBoard(layout.slots.notices, store);
  followPrinting();
  store.subscribe((now, before) => now.language !== before.language && layout.refresh());
  layout.refresh();
  setText(layout.slots.origin, `dualtrack ${pack.version} · ${pack.fingerprint.slice(0, 12)}`);
  for (const [name, mount] of AT_ONCE) mount(layout.slots[name], context);
  context.tell(problems);
  followAddress(context, context.tell);
  mountLater(AFTER_PAINT, layout.slots, context);
}

function readerStart(pack) {
  const [first, , third] = pack.main;
  const start = startState({ baseline: pack.past, charts: [first, third], year: pack.clock.stop, edition: pack.edition });
  const isChinese = /^zh/i.test(navigator.language ?? "");
  return { ...start, language: isChinese ? "zh" : "en" };
}

/** A panel that fails is told by the browser and leaves the others standing. */
function mountLater(waiting, slots, context) {
  const [[name, mount], ...rest] = waiting;
  requestAnimationFrame(() =>
    setTimeout(() => {
      try {
        mount(slots[name], context);
      } finally {
        if (rest.length > 0) mountLater(rest, slots, context);
        else settle(context.store.get().place);
      }
    }),
  );
}

/** Everything stands: an address that names a part of a tab is shown there, and the page says that it is ready. */
function settle(place) {
  if (place.part !== "") focusPlace(place);
  document.documentElement.dataset.ready = "true";
}
