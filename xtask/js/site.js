// Builds the site into dist/site: the pages and modules by vite.config.js, then the classic scripts, the gallery and
// the script for pages that were opened as files as they are; api.html is the API by its types, sizes.json says
// what an embed of each scene loads, THIRD-PARTY-LICENSES.txt whose code all of it holds.
// usage: node site.js

import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "vite";
import { apiPage } from "./api/page.js";
import { TARGET } from "./browsers/support.js";
import { LANGUAGES } from "../../www/src/locales/languages.js";
import { SCENES } from "../../www/src/scenes/index.js";
import { crates, LICENSES, licensesText, npmPackages, packagesOf } from "./licenses.js";
import {
  importing,
  inlineWasm,
  instead,
  nameLicenses,
  noPreload,
  separateScripts,
  stepsAtOnce,
  tight,
} from "./plugins.js";
import { weightsOf } from "./weigh.js";

const root = resolve(import.meta.dirname, "../..");
const www = resolve(root, "www");
const site = resolve(root, "dist/site");

/** @typedef {import("../../www/src/scenes/index.js").SceneName} SceneName */

const names = /** @type {SceneName[]} */ (Object.keys(SCENES));

/**
 * Every classic script, the module that it is made of, the scenes that it brings, and the global that holds its
 * exports.
 * @type {Record<string, { entry: string, scenes: SceneName[], name?: string }>}
 */
const CLASSIC = {
  ...Object.fromEntries(
    Object.keys(LANGUAGES).map((language) => [
      `classic/words-${language}.js`,
      { entry: `src/locales/${language}/worked.js`, scenes: [], name: `glassnet.${language}` },
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(LANGUAGES).map((language) => [
      `classic/opened-${language}.js`,
      { entry: `src/locales/${language}/opened.js`, scenes: [], name: `glassnet.opened_${language}` },
    ]),
  ),
  "classic/opened.js": { entry: "src/worked/views/opened.js", scenes: [], name: "glassnet.opened" },
  "classic/text.js": { entry: "src/element/text.js", scenes: [], name: "glassnet.text" },
  "classic/poster.js": { entry: "src/poster.js", scenes: [], name: "glassnet.poster" },
  "glass-net.classic.js": { entry: "src/classic/loader.js", scenes: [] },
  "embed.classic.js": { entry: "demo/embed.js", scenes: [] },
  "classic/worked.js": { entry: "src/classic/scenes.js", scenes: ["worked"] },
  "classic/training-scenes.js": {
    entry: "src/classic/scenes.js",
    scenes: names.filter((name) => name !== "worked" && name !== "code"),
  },
  "classic/code.js": { entry: "src/classic/scenes.js", scenes: ["code"] },
};

/** The module of a scene, as the list of scenes imports it. @param {SceneName} name */
const moduleOf = (name) =>
  join("scenes", [...String(SCENES[name].load).matchAll(/import\("(.+?)"\)/g)].map(([, path]) => path).at(-1) ?? "");

/** @param {string} file @param {{ entry: string, scenes: SceneName[], name?: string }} content */
const classic = (file, { entry, scenes, name = "glassnet" }) =>
  build({
    configFile: false,
    root: www,
    base: "./",
    publicDir: false,
    // A classic script knows where it came from only while it runs: what asks later has no use for it here.
    define: { "import.meta.url": "document.currentScript?.src" },
    logLevel: "warn",
    plugins: [
      noPreload,
      nameLicenses,
      tight,
      inlineWasm,
      separateScripts,
      stepsAtOnce,
      importing(scenes.map((name) => resolve(www, "src", moduleOf(name)))),
      instead(/\/address\.js$/, resolve(www, "src/hosted/address.js")),
      instead(/\/formats\.js$/, resolve(www, "src/classic/no-formats.js")),
      instead(/\/cell\.js$/, resolve(www, "src/classic/no-cell.js")),
      instead(/\/(start|open)-worker\.js$/, resolve(www, "src/classic/no-worker.js")),
      instead(/\/element\/define\.js$/, resolve(www, "src/classic/loader.js")),
    ],
    build: {
      outDir: site,
      emptyOutDir: false,
      target: TARGET,
      reportCompressedSize: false,
      sourcemap: "hidden",
      lib: { entry: resolve(www, entry), formats: ["iife"], name, fileName: () => file },
      rolldownOptions: { output: { codeSplitting: false, extend: true } },
    },
  });

/** @typedef {import("vite").Rolldown.RolldownOutput} Output */

/** Source maps lie apart: a site has no use for them, and the package brings them. */
function moveMaps() {
  const maps = resolve(root, "dist/maps");
  rmSync(maps, { recursive: true, force: true });
  for (const name of readdirSync(site, { recursive: true }).map(String)) {
    if (!name.endsWith(".map")) continue;
    mkdirSync(dirname(resolve(maps, name)), { recursive: true });
    renameSync(resolve(site, name), resolve(maps, name));
  }
}

const { output } = /** @type {Output} */ (
  await build({ configFile: resolve(root, "vite.config.js"), logLevel: "warn" })
);
const fileOf = (/** @type {string} */ path) => {
  const chunk = output.find((one) => one.type === "chunk" && one.moduleIds.includes(resolve(www, "src", path)));
  if (!chunk) throw new Error(`site: expected ${path} in the built site, received none`);
  return chunk.fileName;
};
const chunks = [...output];
for (const [file, content] of Object.entries(CLASSIC))
  for (const script of /** @type {Output[]} */ (await classic(file, content))) chunks.push(...script.output);
cpSync(resolve(www, "from-file.js"), resolve(site, "from-file.js"));
cpSync(resolve(www, "gallery"), resolve(site, "gallery"), { recursive: true });
cpSync(resolve(root, "docs/worked-example.png"), resolve(site, "gallery/poster.png"));
const entries = Object.fromEntries(names.map((name) => [name, fileOf(moduleOf(name))]));
const weights = weightsOf(site, entries, fileOf("locales/index.js"));
writeFileSync(resolve(site, "sizes.json"), `${JSON.stringify(weights)}\n`);

moveMaps();
writeFileSync(resolve(site, "api.html"), apiPage());
const packages = npmPackages();
const bundled = packagesOf(chunks.flatMap((one) => (one.type === "chunk" ? one.moduleIds : [])));
const unnamed = bundled.filter((name) => !packages.some((one) => one.name === name));
if (unnamed.length) throw new Error(`site: expected licences of all packages, received none of ${unnamed.join(", ")}`);
writeFileSync(resolve(site, LICENSES), licensesText([...packages, ...crates()]));
