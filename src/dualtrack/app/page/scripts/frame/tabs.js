// The five tabs: one is shown, its address stands in the bar, and its heading has the focus when a reader goes there.
import { partOfPage } from "../kit/dom.js";
import { isSame } from "../state/store.js";
import { ROOMS, TABS, placeText } from "../state/address.js";

/**
 * Go to a place of the page: a tab, or what stands in it under an address of its own.
 * @param {Store} store
 * @param {string} tab
 * @param {string} [part]
 */
export function goTo(store, tab, part = "") {
  store.setting((state) => ({ ...state, place: { tab, part } }));
}

/**
 * Where a link within the page leads without a change of state: works in a new window too.
 * @param {Store} store
 * @param {string} tab
 * @param {string} [part]
 * @returns {{href: string, onclick: (event: MouseEvent) => void}}
 */
export function linkTo(store, tab, part = "") {
  const onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isSame(store.get().place, { tab, part })) focusPlace({ tab, part });
    else goTo(store, tab, part);
  };
  return { href: `#${placeText({ tab, part })}`, onclick };
}

/**
 * Show the tab of the state, mark its link, and bring its heading into sight with the focus on it wherever the place changes.
 * @param {{tabs: Object<string, HTMLElement>, links: Object<string, HTMLElement>}} frame
 * @param {Store} store
 */
export function followPlace({ tabs, links }, store) {
  const show = (tab) => {
    for (const name of TABS) {
      tabs[name].hidden = name !== tab;
      if (name === tab) links[name].setAttribute("aria-current", "page");
      else links[name].removeAttribute("aria-current");
    }
  };
  store.subscribe((state, before) => {
    if (isSame(state.place, before.place)) return;
    show(state.place.tab);
    focusPlace(state.place);
  });
  const { place } = store.get();
  show(place.tab);
}

/**
 * Bring the heading of a tab or a room into sight, and the focus to it. What else has an address, such as a claim, is shown by the
 * panel in which it stands.
 * @param {import("../state/address.js").Place} place
 */
export function focusPlace({ tab, part }) {
  if (part !== "" && !ROOMS[tab].includes(part)) return;
  const heading = partOfPage(part === "" ? `tab-${tab}-title` : `${part}-title`);
  if (part === "") window.scrollTo({ top: 0 });
  else heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}
