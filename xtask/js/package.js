// Makes the npm package in dist/npm, ready to be published: the engine for programmers, the element as modules that any
// bundler reads, and the built site's files for who links them from a host of packages.
// usage: node package.js   (after the engines and the site are built)

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const out = join(root, "dist/npm");

/** What goes into the package, and where. */
const CONTENTS = {
  "www/pkg": "pkg",
  "www/pkg-full": "pkg-full",
  "www/src": "src",
  "www/element.d.ts": "element.d.ts",
  "dist/site/glass-net.js": "cdn/glass-net.js",
  "dist/site/glass-net.classic.js": "cdn/glass-net.classic.js",
  "dist/site/assets": "cdn/assets",
  "dist/site/playground": "cdn/playground",
  "dist/site/classic": "cdn/classic",
  "README.md": "README.md",
  "CHANGELOG.md": "CHANGELOG.md",
  "LICENSE-MIT": "LICENSE-MIT",
  "LICENSE-APACHE": "LICENSE-APACHE",
  "docs/worked-example.png": "docs/worked-example.png",
};

/** What of it nobody outside has a use for: the pages' own words, and what stands in for modules in classic scripts. */
const INNER = /\/src\/(locales\/(demo|author)|classic)(\/|$)|\/assets\/(index|embed|author)-/;

const source = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const description = {
  name: source.name,
  version: source.version,
  description: source.description,
  keywords: ["neural network", "education", "visualization", "custom element", "webassembly", "keras"],
  license: source.license,
  type: "module",
  exports: {
    ".": { types: "./pkg-full/glassnet.d.ts", default: "./pkg-full/glassnet.js" },
    "./element": { types: "./element.d.ts", default: "./src/element/define.js" },
    "./cdn/*": "./cdn/*",
    "./package.json": "./package.json",
  },
  // For who links the package from a host of packages without a path.
  unpkg: "cdn/glass-net.js",
  jsdelivr: "cdn/glass-net.js",
  // These register elements, or begin to answer in a worker.
  sideEffects: [
    "./src/element/define.js",
    "./src/worked/define.js",
    "./src/scenes/*.js",
    "./src/bench/define.js",
    "./src/charts/*.js",
    "./src/panels/**/*.js",
    "./src/engine/full-*.js",
    "./cdn/**",
  ],
  dependencies: source.dependencies,
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [from, to] of Object.entries(CONTENTS)) {
  const path = join(root, from);
  if (!existsSync(path)) throw new Error(`package: expected ${from}, received none: \`cargo xtask dist\` builds it`);
  cpSync(path, join(out, to), { recursive: true, filter: (file) => !INNER.test(file.replaceAll("\\", "/")) });
}
writeFileSync(join(out, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
