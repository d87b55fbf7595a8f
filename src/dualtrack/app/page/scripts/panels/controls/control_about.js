// What stands behind a dial: what it means, from when it holds, where its number comes from, and when it was set in reality.
import { h } from "../../kit/dom.js";
import { number, unitName } from "../../kit/format.js";
import { regimeValue } from "../../state/scenario.js";
import { citation } from "../evidence/sources.js";
import { label, say } from "../../kit/words.js";

/**
 * @param {Context} context
 * @param {{name: string, now: number, anchors: object[], examples: object[]}} given
 * @param {{set: (value: number, from?: number) => void}} act
 */
export function aboutControl(context, given, act) {
  const quantity = context.pack.quantities[given.name];
  return [
    h("p", null, label(quantity.doc)),
    facts(context, quantity, given),
    given.anchors.length > 0 ? anchorList(quantity, given.anchors, act) : null,
    given.examples.length > 0 ? exampleList(context, quantity, given.examples, act) : null,
  ];
}

function facts({ pack, store }, quantity, { now }) {
  const unit = unitName(quantity.unit);
  const range = say("control.range", number(quantity.low, "1"), number(quantity.high, "1"), unit).trim();
  const isLever = quantity.role === "lever";
  const state = store.get();
  const rows = [
    [say("control.rangeHead"), range],
    [say(isLever ? "control.nowHead" : "control.declaredHead"), number(now, quantity.unit)],
  ];
  if (isLever)
    rows.push([
      label(pack.regimes[state.scenario.regime].label),
      number(regimeValue(pack, state.scenario.regime, quantity.name), quantity.unit),
    ]);
  rows.push([say("control.sourceHead"), sourceText(pack, quantity.source)]);
  return h(
    "dl",
    null,
    rows.map(([head, body]) => [h("dt", null, head), h("dd", null, body)]),
  );
}

/**
 * What a number rests on: the studies behind it, or that it is assumed, why, and what would measure it.
 * @param {any} pack
 * @param {any} source
 */
export function sourceText(pack, source) {
  const cited = source.keys.map((key) => h("li", null, citation(pack, key)));
  const list = cited.length > 0 ? h("ul", { class: "plain" }, cited) : null;
  if (source.kind === "assumed") return [say("control.assumed", label(source.why), label(source.measure)), list];
  if (source.kind === "definition") return say("control.definition", label(source.why));
  return list ?? label(source.text);
}

function anchorList(quantity, anchors, act) {
  return [
    h("h3", { class: "minor" }, say("control.anchors")),
    h(
      "ul",
      { class: "plain examples" },
      anchors.map(({ value, meaning }) => h("li", null, setButton(quantity, value, act), " ", label(meaning))),
    ),
  ];
}

function exampleList({ pack }, quantity, examples, act) {
  return [
    h("h3", { class: "minor" }, say("control.examples")),
    h(
      "ul",
      { class: "plain examples" },
      examples.map((example) =>
        h(
          "li",
          null,
          example.value === null ? null : [setButton(quantity, example.value, act), " "],
          h("strong", null, example.date),
          " ",
          label(example.title),
          say("control.after"),
          h("span", { class: "muted" }, label(example.why), " ", example.source === null ? null : citation(pack, example.source)),
        ),
      ),
    ),
  ];
}

function setButton(quantity, value, act) {
  const text = number(value, "1");
  const isInside = value >= quantity.low && value <= quantity.high;
  return h(
    "button",
    {
      type: "button",
      class: "quiet set",
      disabled: !isInside,
      "aria-label": say("control.setTo", label(quantity.label), text),
      onclick: () => act.set(value),
    },
    text,
  );
}
