import css from "@eslint/css";
import js from "@eslint/js";
// @ts-expect-error Its package names a file of types that it does not hold.
import stylistic from "@stylistic/eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import browsers from "./xtask/js/browsers/index.js";

/** What a browser may lack, and what a reader has instead. */
const WITHOUT = {
  "css.properties.contain-intrinsic-block-size": "used with content-visibility alone",
  "css.properties.content-visibility": "what is out of sight is painted all the same",
  "css.properties.cursor": "a finger has none",
  "css.properties.font-family.math": "the next of the named fonts, or MathML's own",
  "css.at-rules.media.scripting": "where it is missing, what is below an embed moves once, as without the rule",
  "css.properties.font-family.ui-monospace": "the next of the named fonts",
  "css.properties.forced-color-adjust": "where it is missing no colours are forced",
  "css.properties.overflow-clip-margin": "used with content-visibility alone",
  "css.properties.text-wrap": "lines break where they are full",
};

/** What reads like the platform's, or may be missing. */
const OURS = {
  ".config": "a field of a session or an experiment",
  ".escape": "the reader's key",
  ".role": "a field of a formula's parts",
  ".take": "the wish that an element passes on",
  "<input autocapitalize>": "a word for the keyboard on the screen, which a desktop has not",
};

export default defineConfig([
  globalIgnores(["**/dist/", "target/", "test-results/", "www/pkg*/"]),
  {
    files: ["**/*.js"],
    plugins: { js, "@stylistic": stylistic },
    extends: ["js/recommended"],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      // The formatter breaks lines of code; sentences, templates and patterns are whole where they are longer.
      "@stylistic/max-len": [
        "error",
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
    },
  },
  {
    files: ["www/**/*.js", "formats/js/*.js"],
    plugins: { browsers },
    // The newest that all browsers of package.json read: what is newer does not parse.
    languageOptions: { ecmaVersion: 2023 },
    rules: { "browsers/styles": ["error", WITHOUT], "browsers/scripts": ["error", OURS] },
  },
  {
    files: ["www/**/*.css"],
    plugins: { browsers, css },
    language: "css/css",
    rules: { "browsers/styles": ["error", WITHOUT] },
  },
]);
