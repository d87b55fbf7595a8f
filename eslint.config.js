// Style of the page's scripts: what the linter recommends, for modules that run in a browser and in its workers.
import js from "@eslint/js";
import globals from "globals";

const UNUSED = { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true };

export default [
  { ignores: ["src/dualtrack/app/page/scripts/vendor/**"] },
  { ...js.configs.recommended, files: ["src/dualtrack/app/page/scripts/**/*.js"] },
  {
    files: ["src/dualtrack/app/page/scripts/**/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser } },
    rules: { "no-unused-vars": ["error", UNUSED], eqeqeq: "error", "prefer-const": "error", "no-var": "error" },
  },
];
