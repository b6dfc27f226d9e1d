/** Who may import whom in the front end. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";

const SRC = "www/src";

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith(".js") ? [path] : [];
  });

/** What a file imports when it runs; types in comments do not count. @param {string} file */
function importsOf(file) {
  const code = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, "");
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|import\("([^"]+)"\)|new URL\("([^"]+\.js)"/g,
  );
  return Array.from(found, ([, a, b, c, d]) => a ?? b ?? c ?? d).map((name) =>
    name.startsWith(".") ? relative(SRC, normalize(join(dirname(file), name))) : name,
  );
}

const files = filesIn(SRC).map((file) => ({ name: relative(SRC, file), imports: importsOf(file) }));

/** The layers from the bottom up: a file imports only from its own and lower ones. @type {[string, RegExp][]} */
const LAYERS = [
  ["loader", /^(element\/(loader|loader-style|links|messages|names|place)|locales\/loader)\.js$/],
  [
    "words and numbers",
    /^(format|names|math|element\/attribute(s|-values)|worked\/(timeline|layout|edits|keys|picture.*)|locales\/.*)\.js$/,
  ],
  [
    "state and time",
    /^(element\/(color-scheme|element|surroundings|events|register)|worked\/(state|player|clock|step-events|seek))\.js$/,
  ],
  ["engine", /^engine\/.*\.js$/],
  ["session", /^worked\/(session|library)\.js$/],
  ["views", /^(theme|poster|worked\/(style|views)\/.*)\.js$/],
  ["configurations", /^experiment\/(config|presets)\.js$/],
  ["experiment", /^experiment\/.*\.js$/],
  ["charts", /^(charts\/.*|panels\/style\/.*|bench\/style)\.js$/],
  ["panels", /^(worked\/stage|panels\/.*)\.js$/],
  ["bench and scenes", /^(bench\/.*|scenes\/(?!index).*)\.js$/],
  ["worked example", /^worked\/(actions|worked-example|define)\.js$/],
  ["registration", /^(scenes\/index|element\/define|classic\/.*)\.js$/],
];
/** @param {string} name */
const layerOf = (name) => LAYERS.findIndex(([, pattern]) => pattern.test(name));

test("every file belongs to a layer, and imports only from its own and lower ones", () => {
  for (const { name, imports } of files) {
    assert.notEqual(layerOf(name), -1, `${name} belongs to no layer`);
    for (const other of imports.filter(
      (path) => path.endsWith(".js") && !path.startsWith("..") && files.some((f) => f.name === path),
    )) {
      assert.ok(layerOf(other) <= layerOf(name), `${name} imports ${other}`);
    }
  }
});

test("only the hosts import a compiled engine, each its own", () => {
  const importers = files.flatMap(({ name, imports }) =>
    imports.filter((path) => /pkg/.test(path)).map((path) => `${name} ${path}`),
  );
  assert.deepEqual(importers.sort(), [
    "engine/full-host.js ../pkg-full/glassnet.js",
    "engine/host.js ../pkg/glassnet.js",
  ]);
});

test("only the elements ask for the engine, and no view knows it", () => {
  const askers = (/** @type {string} */ client) =>
    files
      .filter(({ imports }) => imports.includes(client))
      .map(({ name }) => name)
      .sort();
  assert.deepEqual(askers("engine/client.js"), ["engine/full-client.js", "worked/worked-example.js"]);
  assert.deepEqual(askers("engine/full-client.js"), ["scenes/scene.js"]);
});

test("the worked example loads nothing of the playground", () => {
  const later = new Set(
    files
      .filter(({ name }) => /^(bench|panels|charts|experiment|scenes)\/(?!index)/.test(name))
      .map(({ name }) => name),
  );
  for (const { name, imports } of files.filter(
    ({ name: own }) => !later.has(own) && own !== "scenes/index.js" && own !== "classic/training-scenes.js",
  )) {
    assert.deepEqual(
      imports.filter((path) => later.has(path)),
      [],
      name,
    );
  }
});

test("what a page loads at first is the loader alone", () => {
  const first = new Set(["element/define.js"]);
  for (const name of first) {
    const code = readFileSync(join(SRC, name), "utf8").replace(/\/\*[^]*?\*\//g, "");
    for (const [, path] of code.matchAll(/^import\s[^;]*?"([^"]+)"/gm)) first.add(join(dirname(name), path));
  }
  assert.deepEqual([...first].sort(), [
    "element/define.js",
    "element/links.js",
    "element/loader-style.js",
    "element/loader.js",
    "element/names.js",
    "element/place.js",
    "locales/loader.js",
    "scenes/index.js",
  ]);
});

test("words and numbers need no library", () => {
  const lowest = files.filter(({ name }) => layerOf(name) <= 1 && name !== "math.js");
  for (const { name, imports } of lowest)
    assert.deepEqual(
      imports.filter((path) => !path.endsWith(".js")),
      [],
      name,
    );
});

test("no view holds a word of its own", () => {
  for (const { name } of files.filter(({ name }) => /^(.*\/)?(views|panels)\/|^worked|playground\.js$/.test(name))) {
    const code = readFileSync(join(SRC, name), "utf8")
      .replace(/\/\*[^]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "");
    assert.doesNotMatch(code, /[가-힣]/, name);
  }
});

test("no file is much longer than four hundred lines", () => {
  for (const file of [...filesIn(SRC), ...filesIn("www/demo"), ...filesIn("www/author")]) {
    const lines = readFileSync(file, "utf8").split("\n").length;
    assert.ok(lines <= 470, `${file}: ${lines} lines`);
  }
});
