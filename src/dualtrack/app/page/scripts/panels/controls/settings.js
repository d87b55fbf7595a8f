// Language and theme, a link opened while the page stands, and what a link said that was left out.
import { h, replace, setText } from "../../kit/dom.js";
import { CHANGED, encodeLink } from "../../state/link.js";
import { takeWords } from "../../state/pasted.js";
import { LANGUAGES, label, say, sayPair, sentences, setLanguage } from "../../kit/words.js";

const THEME_NAMES = ["auto", "light", "dark"];

/**
 * Make the document follow the state's language and theme; call before any panel, which then finds the language set.
 * @param {Store} store
 */
export function followSettings(store) {
  let followed = "";
  const follow = ({ language, theme }) => {
    if (followed === language + theme) return;
    followed = language + theme;
    setLanguage(language);
    const root = document.documentElement;
    root.lang = language === "zh" ? "zh-Hans" : "en";
    root.dataset.theme = theme;
    document.title = say("layout.title");
  };
  store.subscribe(follow);
  follow(store.get());
}

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountSettings(root, { store }) {
  const languages = LANGUAGES.map((language) => {
    const set = () => store.setting((state) => ({ ...state, language }));
    return {
      language,
      node: h(
        "button",
        { type: "button", lang: language === "zh" ? "zh-Hans" : "en", id: `language-${language}`, onclick: set },
        say(`settings.${language}`),
      ),
    };
  });
  const theme = h("select", { id: "theme" });
  const caption = h("label", { for: "theme", class: "visually-hidden" });
  theme.addEventListener("change", () => store.setting((state) => ({ ...state, theme: theme.value })));
  const group = h(
    "div",
    { class: "joined", role: "group" },
    languages.map(({ node }) => node),
  );
  replace(root, group, caption, theme);
  let spoken = "";
  const refresh = (state) => {
    group.setAttribute("aria-label", say("settings.language"));
    setText(caption, say("settings.theme"));
    for (const { language, node } of languages) node.setAttribute("aria-pressed", String(state.language === language));
    if (spoken !== state.language)
      replace(
        theme,
        THEME_NAMES.map((name) => h("option", { value: name }, say(`settings.${name}`))),
      );
    spoken = state.language;
    theme.value = state.theme;
  };
  store.subscribe(refresh);
  refresh(store.get());
}

/**
 * Take the state of a link that is opened while the page stands, as one step that undo takes back.
 * @param {Context} context
 * @param {(problems: object[]) => void} tell
 */
export function followAddress(context, tell) {
  window.addEventListener("hashchange", () => {
    const text = location.hash.slice(1);
    if (text !== encodeLink(context.store.committed())) takeWords(context, text, sayPair("step.link"), tell);
  });
}

/** Under what a problem is told: what a link said, or as its own part of the page has it. */
function headingOf({ heading = "link.leftOut" }) {
  return heading;
}

function problemText({ key, values, near = "" }) {
  const said = say(key, ...values);
  return near === "" ? said : sentences([said, say("study.near", near)]);
}

/**
 * What a link said that was left out, and what it names that changed since it was made, until the reader closes it.
 * @param {Element} root
 * @param {Store} store
 * @returns {(problems: object[]) => void}
 */
export function noticeBoard(root, store) {
  let problems = [];
  const write = () => {
    if (problems.length === 0) return replace(root);
    const changed = problems.filter(({ key }) => key === CHANGED);
    const leftOut = problems.filter(({ key }) => key !== CHANGED);
    const headings = [...new Set(leftOut.map(headingOf))];
    const close = () => {
      problems = [];
      write();
    };
    return replace(
      root,
      h(
        "div",
        { class: "notice", role: "alert" },
        changed.map(({ key, values }) => h("p", null, say(key, ...values.map(label)))),
        headings.map((heading) => [
          h("p", null, say(heading)),
          h(
            "ul",
            null,
            leftOut.filter((each) => headingOf(each) === heading).map((each) => h("li", null, problemText(each))),
          ),
        ]),
        h("button", { type: "button", onclick: close }, say("link.close")),
      ),
    );
  };
  store.subscribe((state, before) => state.language !== before.language && write());
  return (found) => {
    problems = found;
    write();
  };
}
