/** What a promised browser lacks is found: in scripts, in style sheets, in styles within scripts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import css from "@eslint/css";
import { Linter } from "eslint";
import browsers from "../../xtask/js/browsers/index.js";
import { PROMISED, TARGET } from "../../xtask/js/browsers/support.js";
import config from "../../eslint.config.js";

const linter = new Linter();
/** @type {any} */
const plugins = { browsers, css };

/** @param {string} code @param {any} [options] */
const lint = (code, options = {}) =>
  linter.verify(
    code,
    [
      {
        files: ["**/*.js"],
        plugins,
        languageOptions: { ecmaVersion: 2023 },
        rules: { "browsers/styles": ["error", options], "browsers/scripts": ["error", options] },
      },
    ],
    "some.js",
  );
/** @param {string} code */
const script = (code) => lint(code).map(({ message }) => message.replace(/: .*/, ""));
/** @param {string} code */
const sheet = (code) =>
  linter
    .verify(
      code,
      [{ files: ["**/*.css"], plugins, language: "css/css", rules: { "browsers/styles": "error" } }],
      "some.css",
    )
    .map(({ message }) => message.replace(/: .*/, ""));

test("the browsers are those that the design promises, and the bundler lowers syntax to them", () => {
  assert.deepEqual(
    PROMISED.map(({ id, version }) => `${id} ${version}`),
    [
      "chrome 120",
      "edge 120",
      "samsunginternet_android 25",
      "safari 16.4",
      "safari_ios 16.4",
      "firefox 115",
      "chrome_android 120",
      "firefox_android 115",
    ],
  );
  assert.deepEqual(TARGET, ["chrome120", "safari16.4", "firefox115"]);
});

test("a selector that throws in Firefox 115 is found in a query, a constant and a template", () => {
  assert.deepEqual(script('document.querySelector(".a:has(~ .b)");'), ["css.selectors.has"]);
  assert.deepEqual(script('const PARTS = [".a:has(~ .b)"];'), ["css.selectors.has"]);
  assert.deepEqual(script("const f = (n, x) => n.closest(`${x}:has(.b)`);"), ["css.selectors.has"]);
  assert.deepEqual(script('document.querySelector(".a:not(.b), .c:is(.d)");'), []);
});

test("a value that Safari drops with its whole declaration is found, and its longhands are not", () => {
  assert.deepEqual(sheet("a { text-decoration: underline dotted; }"), ["css.properties.text-decoration.dotted"]);
  assert.deepEqual(sheet("a { text-decoration-line: underline; text-decoration-style: dotted; }"), []);
  assert.deepEqual(sheet("a { text-decoration: underline; }"), []);
});

test("a style sheet within a script is read, at its place", () => {
  const [found, ...others] = lint(
    "const other = css``;\nexport const look = css`\n  ${other}\n  .a {\n    width: ${1}px;\n    text-decoration: underline dotted;\n  }\n`;",
  );
  assert.deepEqual(others, []);
  assert.equal(found.message, "css.properties.text-decoration.dotted: not in Safari 16.4, Safari on iOS 16.4");
  assert.deepEqual([found.line, found.column], [6, 32]);
});

test("styles in a plain string are read too: a sheet, and an element's own", () => {
  assert.deepEqual(script("export const STYLE = `\n:host{display:block}\n.a:has(.b){color:red}`;"), [
    "css.selectors.has",
  ]);
  assert.deepEqual(script("node.style.cssText = 'position:fixed;field-sizing:content';"), [
    "css.properties.field-sizing",
    "css.properties.field-sizing.content",
  ]);
  assert.deepEqual(script("const look = (x) => `left:${x}px;color:light-dark(red,blue)`;"), [
    "css.types.color.light-dark",
  ]);
  assert.deepEqual(script("const words = { order: 'order: first things first', more: `${1}: 2` };"), []);
});

for (const [code, feature] of [
  ["a { color: light-dark(red, blue); }", "css.types.color.light-dark"],
  ["a { color: rgb(from red r g b); }", "css.types.color.rgb.relative_syntax"],
  ["a { text-wrap: nowrap; }", "css.properties.text-wrap"],
  ["a { field-sizing: content; }", "css.properties.field-sizing"],
  ["a { scrollbar-gutter: stable; }", "css.properties.scrollbar-gutter"],
  ["a { height: 1rlh; }", "css.types.length.rlh"],
  ["a { user-select: none; }", "css.properties.user-select"],
  ["a { width: round(1.5px, 1px); }", "css.types.round"],
  ["a:user-invalid { color: red; }", "css.selectors.user-invalid"],
  [".a { .b { color: red; } }", "css.selectors.nesting"],
  ["@starting-style { a { color: red; } }", "css.at-rules.starting-style"],
  ['@property --a { syntax: "*"; inherits: false; }', "css.at-rules.property"],
])
  test(`in a style sheet: ${code}`, () => assert.ok(sheet(code).includes(feature), sheet(code).join(", ")));

test("what a style sheet asks for first, or writes with a prefix beside it, has its fallback", () => {
  assert.deepEqual(sheet("@supports (text-wrap: pretty) { a { text-wrap: pretty; } }"), []);
  assert.deepEqual(sheet("a { -webkit-user-select: none; user-select: none; }"), []);
  assert.deepEqual(
    sheet(
      "a { color: color-mix(in srgb, red, blue); inset: 0; height: 100dvh; } @container (min-width: 3px) { a { color: red; } }",
    ),
    [],
  );
});

for (const [code, feature] of [
  ["Promise.withResolvers();", "Promise.withResolvers"],
  ["AbortSignal.any([]);", "AbortSignal.any"],
  ["new Set().union(new Set());", ".union"],
  ["Object.groupBy([], String);", "Object.groupBy"],
  ["Iterator.from([]);", "Iterator.from"],
  ["[].values().toArray();", ".toArray"],
  ["requestIdleCallback(() => {});", "requestIdleCallback"],
  ["document.startViewTransition();", "document.startViewTransition"],
  ["const f = (node) => node.checkVisibility();", ".checkVisibility"],
  ["const f = (node) => { node.popover = 'auto'; };", ".popover"],
  ["new URLPattern('/a');", "URLPattern"],
  ['const view = html`<button popovertarget="a">b</button>`;', "<button popovertarget>"],
])
  test(`in a script: ${code}`, () =>
    assert.deepEqual(
      [...new Set(script(code))].filter((name) => name === feature),
      [feature],
      script(code).join(", "),
    ));

test("a set notation of regular expressions is newer than what is parsed", () => {
  assert.match(lint("/[a--b]/v;")[0].message, /Parsing error/);
});

test("what all promised browsers have, and what is asked for first, passes", () => {
  for (const code of [
    "[1].toSorted().with(0, 2).findLast(Boolean); structuredClone({}); Object.hasOwn({}, 'a'); 'a'.at(-1); AbortSignal.timeout(3);",
    "const view = html`<dialog inert open><details open><summary>a</summary></details></dialog>`;",
    "if (typeof requestIdleCallback === 'function') document.startViewTransition?.();",
    "const Iterator = { from: String }; Iterator.from(1);",
  ])
    assert.deepEqual(script(code), [], code);
});

test("a feature that is named with a reason passes, with its values, and no other", () => {
  const code = "const look = css`a { text-wrap: pretty; field-sizing: content; }`;";
  const left = lint(code, { "css.properties.text-wrap": "lines break where they are full" }).map(({ message }) =>
    message.replace(/: .*/, ""),
  );
  assert.deepEqual(left, ["css.properties.field-sizing", "css.properties.field-sizing.content"]);
});

test("every feature that is let through has a reason", () => {
  const reasons = config.flatMap(({ rules = {} }) =>
    Object.entries(/** @type {Record<string, any>} */ (rules)).flatMap(([rule, options]) =>
      rule.startsWith("browsers/") ? Object.entries(options[1]) : [],
    ),
  );
  assert.ok(reasons.length > 0);
  for (const [feature, reason] of reasons) assert.ok(reason.length > 10, feature);
});

test("package.json has no other list of browsers than the one that is checked", () => {
  const { browserslist } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.equal(browserslist.length, PROMISED.length);
});
