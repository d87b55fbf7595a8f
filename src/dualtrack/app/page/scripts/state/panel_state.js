// What a reader has open in a panel: part of the link, and no step of undo.

/**
 * Some words of a panel as the state holds them; what a link says in another type is left out.
 * @param {any} state
 * @param {string} panel
 * @param {string[]} names
 * @returns {Object<string, string>}
 */
export function panelWords(state, panel, names) {
  const held = state.panel[panel] ?? {};
  return Object.fromEntries(names.map((name) => [name, typeof held[name] === "string" ? held[name] : ""]));
}

/**
 * Change what a panel holds; null takes a part away.
 * @param {Store} store
 * @param {string} panel
 * @param {Object<string, string | number | boolean | null>} change
 */
export function changePanel(store, panel, change) {
  store.setting((state) => {
    const told = Object.entries({ ...state.panel[panel], ...change }).filter(([, value]) => value !== null && value !== "");
    return { ...state, panel: { ...state.panel, [panel]: Object.fromEntries(told) } };
  });
}
