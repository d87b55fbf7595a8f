"""How fast does the page answer a move? From an input to the paint after it, and until months over all worlds stand.

python -m bench.page_speed PAGE.html
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

INPUTS = """async (name) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
  const waits = [];
  const slider = document.querySelector(name);
  document.querySelector("#chart-1-figure").scrollIntoView();
  await painted();
  for (let move = 0; move < 120; move += 1) {
    const from = performance.now();
    slider.value = String(Number(slider.min) + ((Number(slider.max) - Number(slider.min)) * (move % 60)) / 60);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
    waits.push(performance.now() - from);
  }
  const isPreviewed = document.querySelector("#chart-1-figure svg.smoothed") !== null;
  slider.dispatchEvent(new Event("change", { bubbles: true }));
  return { waits: waits.sort((one, other) => one - other), isPreviewed };
}"""
SLIDERS = {"an assumption, whose bands are previewed": "#slider-progress_rate", "a lever": "#dials-policy input[type=range]"}
"""The assumption first: only levels are previewed, and a lever opens the difference."""
MONTHS = """async (place) => {
  const choices = [...document.querySelectorAll(".worded-lever")[1].querySelectorAll("input:not(:checked)")];
  const from = performance.now();
  choices[place % choices.length].click();
  const figure = document.querySelector("#try-figure");
  while (figure.getAttribute("aria-busy") !== "false") await new Promise((done) => setTimeout(done, 10));
  return performance.now() - from;
}"""


def main() -> None:
    """Time a page and print milliseconds."""
    with sync_playwright() as driver:
        path = shutil.which(os.environ.get("CHROMIUM_PATH", "chromium"))
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(Path(sys.argv[1]).resolve().as_uri() + "#try")
        page.wait_for_selector("html[data-ready='true']", state="attached", timeout=60_000)
        page.wait_for_timeout(3000)
        measure(page)
        browser.close()


def measure(page: Page) -> None:
    """Inputs first, then months for several moves; the first needs the baseline's worlds too."""
    for what, slider in SLIDERS.items():
        found = page.evaluate(INPUTS, slider)
        waits, drawn = found["waits"], "with a preview" if found["isPreviewed"] else "without a preview"
        print(f"input to paint, {what} ({drawn}): median {waits[60]:.0f} ms, 95 % within {waits[114]:.0f} ms")
        page.wait_for_timeout(6000)
    for place in range(3):
        print(f"months over all worlds, move {place + 1}: {page.evaluate(MONTHS, place):.0f} ms after the click")
        page.wait_for_timeout(6000)


if __name__ == "__main__":
    main()
