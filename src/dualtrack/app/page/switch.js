"use strict";
(() => {
  const root = document.documentElement;
  const press = (buttons, chosen) => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === chosen)));
  const languages = [...document.querySelectorAll("button[data-language]")];
  const regimes = [...document.querySelectorAll("button[data-regime]")];
  const speak = (language) => {
    root.lang = language;
    document.title = root.dataset[language];
    document.querySelectorAll("svg[data-en]").forEach((drawing) => drawing.setAttribute("aria-label", drawing.dataset[language]));
    press(languages, languages.find((button) => button.dataset.language === language));
  };
  languages.forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  regimes.forEach((button) => button.addEventListener("click", () => {
    root.dataset.regime = button.dataset.regime;
    press(regimes, button);
  }));
  const asked = location.hash.slice(1);
  const known = ["en", "zh"].includes(asked);
  speak(known ? asked : navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
})();
