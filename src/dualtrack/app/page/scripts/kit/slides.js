// A slider moved by pointer settles when it is let go; moved by keys it settles when the reader rests.

/**
 * Listen to a slider; `change` gives what its present place means, `finish` takes it over.
 * @param {Store} store
 * @param {HTMLInputElement} slider
 * @param {() => (state: object) => object} change
 * @param {() => void} finish
 */
export function listenToSlider(store, slider, change, finish) {
  let isKeyed = false;
  slider.addEventListener("keydown", () => (isKeyed = true));
  slider.addEventListener("pointerdown", () => (isKeyed = false));
  slider.addEventListener("blur", () => {
    isKeyed = false;
    store.finish();
  });
  slider.addEventListener("input", () => (isKeyed ? store.soon(slider.id, change(), finish) : store.preview(change())));
  slider.addEventListener("change", () => isKeyed || finish());
}
