// Makes the npm package in dist/npm, ready to be published: the engine for programmers, the element as modules that any
// bundler reads, and the built site's files for who links them from a host of packages.
// usage: node package.js   (after the engines and the site are built)

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { LICENSES } from "./licenses.js";
import { packEngine, packEntry, rejectMissing } from "./package-engine.js";
import { packMaps } from "./package-maps.js";
import { FORMATS_BUDGET, weightOfEngine } from "./weigh.js";

const root = resolve(import.meta.dirname, "../..");
const out = join(root, "dist/npm");

/** What goes into the package, and where. */
const CONTENTS = {
  "www/src": "src",
  "www/pkg-python/library.js": "pkg-python/library.js",
  "www/pkg-python/library.d.ts": "pkg-python/library.d.ts",
  "www/element.d.ts": "element.d.ts",
  "www/react.d.ts": "react.d.ts",
  "dist/site/glass-net.js": "cdn/glass-net.js",
  "dist/site/glass-net.classic.js": "cdn/glass-net.classic.js",
  "dist/site/host.js": "cdn/host.js",
  "dist/site/embed.html": "cdn/embed.html",
  "dist/site/embed.classic.js": "cdn/embed.classic.js",
  "dist/site/assets": "cdn/assets",
  "dist/site/playground": "cdn/playground",
  "dist/site/code": "cdn/code",
  "dist/site/classic": "cdn/classic",
  "LICENSE-MIT": "LICENSE-MIT",
  "LICENSE-APACHE": "LICENSE-APACHE",
  [`dist/site/${LICENSES}`]: LICENSES,
};

/** Documents: where they are, and where they go. A link to what is not packed is its text alone. */
const DOCUMENTS = {
  "docs/npm.md": "README.md",
  "CHANGELOG.md": "CHANGELOG.md",
  "docs/bundlers.md": "docs/bundlers.md",
  "docs/catalogue.md": "docs/catalogue.md",
  "docs/embedding.md": "docs/embedding.md",
  "docs/errors.md": "docs/errors.md",
};

/** The engines that were built, where they go, what their wasm is called, and their JavaScript. */
const ENGINES = /** @type {const} */ ({
  "www/pkg": ["pkg", "worked", "glassnet"],
  "www/pkg-core": ["pkg-core", "core", "glassnet"],
  "www/pkg-full": ["pkg-full", "glassnet", "glassnet"],
  "www/pkg-formats": ["pkg-formats", "formats", "formats"],
});

/** Modules that put engines together, which lie beside package.json with their types. */
const COMPOSED = [
  "formats/js/glassnet.js",
  "formats/js/glassnet.d.ts",
  "formats/js/formats.js",
  "formats/js/formats.d.ts",
];

/**
 * What is imported, by the name after `glassnet`. Vite 5 to 7 would move the modules of their optimizer away from the
 * files that they name (wasm, the worker); they leave alone what does not end in .js.
 */
const ENTRIES = {
  ".": { types: "./glassnet.d.ts", module: "./glassnet.js", unmoved: "./unmoved/glassnet.jsx" },
  "./core": { types: "./core.d.ts", module: "./pkg-core/glassnet.js", unmoved: "./unmoved/core.jsx" },
  "./formats": { types: "./formats.d.ts", module: "./formats.js", unmoved: "./unmoved/formats.jsx" },
  "./element": { types: "./element.d.ts", module: "./src/element/define.js", unmoved: "./unmoved/element.jsx" },
  "./react": { types: "./react.d.ts", module: "./src/element/define.js", unmoved: "./unmoved/element.jsx" },
};

/**
 * Types beside package.json, by the names of what is imported: TypeScript's older way to find them knows no `exports`.
 */
const TYPES = {
  "core.d.ts": `export * from "./pkg-core/glassnet.js";\nexport { default } from "./pkg-core/glassnet.js";\n`,
  "worker.d.ts": "export {};\n",
};

/**
 * What a host of packages sends for the package's name alone. It may send it from that very address, where what the
 * element loads does not lie beside it.
 */
const INDEX = `const [address] = import.meta.url.split(/[?#]/);
const folder = address.endsWith("/cdn/index.js") ? new URL(".", address).href : address.replace(/\\/?$/, "/cdn/");
export const { GlassNet } = await import(folder + "glass-net.js");
`;

/** Of `glassnet/core`, wasm and JavaScript, in bytes of brotli. */
const CORE_BUDGET = 65_000;

/** What of it nobody outside has a use for: the pages' own words, and what stands in for modules in classic scripts. */
const INNER = /\/src\/(locales\/(demo|author)|classic|hosted)(\/|$)|\/assets\/(index|author)-/;

const source = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const description = {
  name: source.name,
  version: source.version,
  description: source.description,
  keywords: ["neural network", "education", "visualization", "custom element", "webassembly", "keras"],
  license: source.license,
  type: "module",
  engines: source.engines,
  main: ENTRIES["."].module,
  types: ENTRIES["."].types,
  exports: {
    ...Object.fromEntries(
      Object.entries(ENTRIES).map(([name, { types, module, unmoved }]) => [
        name,
        { types, node: module, development: unmoved, default: module },
      ]),
    ),
    // For a bundler that leaves workers behind.
    "./worker": { types: "./worker.d.ts", default: "./src/engine/full-worker.js" },
    "./glassnet_bg.wasm": "./pkg-full/glassnet.wasm",
    "./core/glassnet_bg.wasm": "./pkg-core/core.wasm",
    "./formats/formats_bg.wasm": "./pkg-formats/formats.wasm",
    "./cdn/*": "./cdn/*",
    "./package.json": "./package.json",
  },
  // For who links the package from a host of packages without a path.
  unpkg: "cdn/index.js",
  jsdelivr: "cdn/index.js",
  // These register elements, give a class another method, or begin to answer in a worker.
  sideEffects: [
    "./glassnet.js",
    "./unmoved/glassnet.jsx",
    "./src/element/define.js",
    "./unmoved/element.jsx",
    "./src/worked/define.js",
    "./src/scenes/*.js",
    "./src/bench/define.js",
    "./src/charts/*.js",
    "./src/panels/**/*.js",
    "./src/engine/full-*.js",
    "./src/code/worker.js",
    "./cdn/**",
  ],
  dependencies: source.dependencies,
};

/** @param {string} path @param {string} from What it is of. */
function writeUnmoved(path, from) {
  const address = JSON.stringify(`.${from}`);
  const start = from.startsWith("./src/") ? "" : `export { default } from ${address};\n`;
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), `export * from ${address};\n${start}`);
}

/** A document with its links as they are where it goes. @param {string} from @param {string} to */
function documentAt(from, to) {
  const places = new Map(Object.entries({ ...CONTENTS, ...DOCUMENTS }));
  return readFileSync(found(from), "utf8").replace(
    /\[([^\]]*)\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g,
    (_, text, path, hash = "") => {
      const place = places.get(join(dirname(from), path));
      return place ? `[${text}](${relative(dirname(to), place)}${hash})` : text;
    },
  );
}

/** @param {string} from What was built or written. */
function found(from) {
  const path = join(root, from);
  if (!existsSync(path)) throw new Error(`package: expected ${from}, received none: \`cargo xtask dist\` builds it`);
  return path;
}

/** Where the built site has what Python needs: the modules name the same files, so that they are there once. */
const PYTHON = "cdn/code";

function sharePython() {
  const files = readdirSync(join(out, PYTHON), { recursive: true }).map((file) => String(file).replaceAll("\\", "/"));
  const list = join(out, "pkg-python/library.js");
  const text = readFileSync(list, "utf8").replace(/"\.\/([^"]+)"/g, (_, name) => {
    const file = files.find((one) => one.replace(/-[\w-]{8}(?=\.\w+$)/, "") === name);
    if (!file) throw new Error(`package: expected ${name} in ${PYTHON}, received none`);
    return `"../${PYTHON}/${file}"`;
  });
  writeFileSync(list, text);
}

/** Parcel 2 loses a module that two workers share: that of Python has an engine's JavaScript of its own. */
function separateWorkers() {
  const [worker, engine] = [join(out, "src/code/worker.js"), "../../pkg-full/glassnet.js"];
  const text = readFileSync(worker, "utf8");
  cpSync(join(dirname(worker), engine), join(out, "pkg-full/python.js"));
  writeFileSync(worker, text.replace(`from "${engine}"`, 'from "../../pkg-full/python.js"'));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [from, to] of Object.entries(CONTENTS)) {
  cpSync(found(from), join(out, to), { recursive: true, filter: (file) => !INNER.test(file.replaceAll("\\", "/")) });
}
sharePython();
for (const [from, to] of Object.entries(DOCUMENTS)) {
  mkdirSync(dirname(join(out, to)), { recursive: true });
  writeFileSync(join(out, to), documentAt(from, to));
}
for (const [from, [to, wasm, name]] of Object.entries(ENGINES)) packEngine(found(from), join(out, to), wasm, name);
separateWorkers();
for (const from of COMPOSED) packEntry(found(from), out);
packMaps(found("dist/maps"), out);
for (const { module, unmoved } of Object.values(ENTRIES)) writeUnmoved(unmoved, module);
for (const [name, text] of Object.entries({ ...TYPES, "cdn/index.js": INDEX })) writeFileSync(join(out, name), text);
writeFileSync(join(out, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
await rejectMissing(out);

/** @param {string} entry @param {number} budget @param {string[]} modules @param {string} wasm */
function checkWeight(entry, budget, modules, wasm) {
  const weight = weightOfEngine(
    modules.map((name) => join(out, name)),
    join(out, wasm),
  );
  console.log(`${entry}: ${weight} bytes of brotli, budget ${budget}`);
  if (weight <= budget) return;
  console.error(`package: ${entry}: expected at most ${budget} bytes of brotli, received ${weight}`);
  process.exitCode = 1;
}

checkWeight("glassnet/core", CORE_BUDGET, ["pkg-core/glassnet.js"], "pkg-core/core.wasm");
checkWeight("glassnet/formats", FORMATS_BUDGET, ["formats.js", "pkg-formats/formats.js"], "pkg-formats/formats.wasm");
