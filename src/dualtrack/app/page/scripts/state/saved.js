// The page as a file that opens with the reader's settings: the same file, with a link's words as data beside its own.

const SAVED = "saved";
const IN_HEAD = ["meta", "title", "style", "link"];
const IN_BODY = ["noscript", "script"];
const WITHOUT_END = ["meta", "link"];
/** Elements whose text a browser reads as it stands, without marks for `<` and `&`. */
const AS_IT_STANDS = ["style", "script", "noscript"];

/**
 * The words that a saved page was saved with, as a link says them; empty in a page as it was made.
 * @param {Document} [home]
 */
export function savedWords(home = document) {
  const said = savedData(home);
  const words = typeof said === "string" ? said : said?.words;
  return typeof words === "string" ? words : "";
}

/**
 * The study file that a saved page was saved with; null where none was open.
 * @param {Document} [home]
 * @returns {import("./store.js").OpenedStudy | null}
 */
export function savedStudy(home = document) {
  const study = savedData(home)?.study;
  const isSound = ["text", "file", "regime"].every((key) => typeof study?.[key] === "string");
  return isSound ? { text: study.text, file: study.file, regime: study.regime } : null;
}

function savedData(home) {
  const text = home.getElementById(SAVED)?.textContent ?? "";
  return text === "" ? null : JSON.parse(text);
}

/**
 * The text of the file with these words in it: what the document was before any script drew on it, so that its policy still allows
 * the one script, which stands last.
 * @param {string} words what a link says after its `#`
 * @param {Document} [home]
 * @param {import("./store.js").OpenedStudy | null} [study] the study file that is open
 */
export function fileWithWords(words, home = document, study = null) {
  const written = (place, tags) =>
    [...place.children].filter((each) => tags.includes(each.localName) && each.id !== SAVED).map(elementText);
  const data = `<script type="application/json" id="${SAVED}">${JSON.stringify(study === null ? words : { words, study }).replace(/</g, "\\u003c")}${"</"}script>`;
  const body = written(home.body, IN_BODY);
  const lines = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    ...written(home.head, IN_HEAD),
    "</head>",
    "<body>",
    '<div id="page"></div>',
    ...body.slice(0, -1),
    data,
    ...body.slice(-1),
    "</body>",
    "</html>",
    "",
  ];
  return lines.join("\n");
}

function elementText(element) {
  const { localName: tag, textContent } = element;
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join("");
  if (WITHOUT_END.includes(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${AS_IT_STANDS.includes(tag) ? textContent : escaped(textContent)}${"</"}${tag}>`;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
