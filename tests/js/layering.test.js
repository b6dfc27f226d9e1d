/** Who may import whom in the front end. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { circleIn, filesIn, modulesIn, specifiersIn } from "./imports.js";

const SRC = "www/src";
const files = modulesIn(SRC);

/** The layers from the bottom up: a file imports only from its own and lower ones. @type {[string, RegExp][]} */
const LAYERS = [
  ["loader", /^(element\/(loader|loader-style|links|messages|names|place)|locales\/languages|scenes\/index)\.js$/],
  [
    "words and numbers",
    /^((address|format|names|math)|charts\/line-layout|element\/(attribute(s|-values)|value-names)|worked\/(timeline|layout|claims|fields|edits|keys|value-at|picture.*)|locales\/.*)\.js$/,
  ],
  ["styles and posters", /^(theme|button-style|fields-style|poster)\.js$/],
  ["element", /^element\/(?!define).*\.js$/],
  ["engine", /^engine\/.*\.js$/],
  ["worked example: state", /^worked\/(state|player|clock|step-events|seek|session|library)\.js$/],
  ["worked example: views", /^worked\/(stage|changes|drag|read|style\/.*|views\/.*)\.js$/],
  ["worked example", /^worked\/.*\.js$/],
  ["experiment", /^experiment\/.*\.js$/],
  ["charts", /^charts\/.*\.js$/],
  ["parts of panels", /^panels\/.*\/.*\.js$/],
  ["panels", /^panels\/.*\.js$/],
  ["programs", /^code\/.*\.js$/],
  ["scenes", /^scenes\/(?!index).*\.js$/],
  ["bench", /^bench\/.*\.js$/],
  ["registration", /^(element\/define|classic\/.*|hosted\/.*)\.js$/],
];
/** @param {string} name */
const layerOf = (name) => LAYERS.findIndex(([, pattern]) => pattern.test(name));

test("every file belongs to a layer, and imports only from its own and lower ones", () => {
  for (const { name, imports: all, atOnce } of files) {
    // The lists of scenes and languages name what is fetched when somebody asks for it.
    const imports = /^(scenes\/index|locales\/languages)\.js$/.test(name) ? atOnce : all;
    assert.notEqual(layerOf(name), -1, `${name} belongs to no layer`);
    for (const other of imports.filter(
      (path) => path.endsWith(".js") && !path.startsWith("..") && files.some((f) => f.name === path),
    )) {
      assert.ok(layerOf(other) <= layerOf(name), `${name} imports ${other}`);
    }
  }
});

test("a scene uses parts of panels, charts and the experiment, and no whole panel", () => {
  for (const { name, imports } of files.filter(({ name }) => /^scenes\/(?!index)/.test(name)))
    assert.deepEqual(
      imports.filter((path) => /^(bench\/|panels\/[^/]*-panel\.js)/.test(path)),
      [],
      name,
    );
});

test("no import leads back to where it came from", () => {
  assert.equal(circleIn(new Map(files.map(({ name, atOnce }) => [name, atOnce]))), undefined);
});

test("a circle of imports is found, with the way around it", () => {
  const graph = { a: ["b", "c"], b: [], c: ["d"], d: ["c"] };
  assert.deepEqual(circleIn(new Map(Object.entries(graph))), ["c", "d", "c"]);
});

test("every form of import is seen, and no comment is", () => {
  const code = `
    import "./alone.js";
    import first, {
      second,
    } from "./grouped.js";
    export { third } from "./re-exported.js";
    export * from "./all.js";
    // import "./comment.js";
    const later = () => import("./dynamic.js");
    new Worker(new URL("./worker.js", import.meta.url));`;
  assert.deepEqual(specifiersIn(code), {
    now: ["./alone.js", "./grouped.js", "./re-exported.js", "./all.js"],
    later: ["./dynamic.js", "./worker.js"],
  });
});

test("only hosts, the worker of programs and the files of other tools import what was compiled", () => {
  const importers = files.flatMap(({ name, imports }) =>
    imports.filter((path) => /pkg/.test(path)).map((path) => `${name} ${path}`),
  );
  assert.deepEqual(importers.sort(), [
    "code/interpreter/library.js ../pkg-python/library.js",
    "code/worker.js ../pkg-full/glassnet.js",
    "code/worker.js ../pkg-python/library.js",
    "engine/formats.js ../pkg-formats/formats.js",
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
  assert.deepEqual(askers("engine/client.js"), ["engine/full-client.js", "worked/example-loader.js"]);
  assert.deepEqual(askers("engine/full-client.js"), ["scenes/scene.js"]);
});

test("the worked example loads nothing of the playground", () => {
  const later = new Set(
    files
      .filter(({ name }) => /^(bench|code|panels|charts|experiment|scenes)\/(?!index|line-layout)/.test(name))
      .map(({ name }) => name),
  );
  // Lists, and a worker with its address.
  const lists = ["scenes/index.js", "hosted/code-worker.js", "hosted/open-worker.js"];
  for (const { name, imports } of files.filter(({ name: own }) => !later.has(own) && !lists.includes(own))) {
    assert.deepEqual(
      imports.filter((path) => later.has(path)),
      [],
      name,
    );
  }
});

test("what a page loads at first is the loader alone", () => {
  const first = new Set(["element/define.js"]);
  for (const name of first) for (const path of files.find((file) => file.name === name)?.atOnce ?? []) first.add(path);
  assert.deepEqual([...first].sort(), [
    "element/define.js",
    "element/links.js",
    "element/loader-style.js",
    "element/loader.js",
    "element/names.js",
    "locales/languages.js",
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

test("no file is longer than four hundred lines", () => {
  for (const file of [...filesIn(SRC), ...filesIn("www/demo"), ...filesIn("www/author")]) {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
    assert.ok(lines <= 400, `${file}: ${lines} lines`);
  }
});
