// Builds the site into dist/site: the pages and modules by vite.config.js, then the classic scripts, each whole in
// itself,
// the gallery and the script for pages that were opened as files as they are; sizes.json says what an embed of each
// scene loads.
// usage: node site.js

import { cpSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "vite";
import { TARGET } from "./browsers/support.js";
import { inlineWasm, instead, noPreload, tight } from "./plugins.js";
import { weightsOf } from "./weigh.js";

const root = resolve(import.meta.dirname, "../..");
const www = resolve(root, "www");
const site = resolve(root, "dist/site");

/** Every classic script, and the module that it is made of. */
const CLASSIC = {
  "glass-net.classic.js": "src/classic/loader.js",
  "embed.classic.js": "demo/embed.js",
  "classic/worked.js": "src/classic/worked.js",
  "classic/training-scenes.js": "src/classic/training-scenes.js",
};

/** The module of each scene, as `scenes/index.js` fetches it. */
const SCENES = {
  worked: "worked/define.js",
  row: "scenes/row.js",
  run: "scenes/run.js",
  batches: "scenes/batches.js",
  descent: "scenes/descent.js",
  surface: "scenes/surface.js",
  playground: "bench/define.js",
};

/** @param {string} file @param {string} entry */
const classic = (file, entry) =>
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
      tight,
      inlineWasm,
      instead(/\/start-worker\.js$/, resolve(www, "src/classic/no-worker.js")),
      instead(/\/element\/define\.js$/, resolve(www, "src/classic/loader.js")),
    ],
    build: {
      outDir: site,
      emptyOutDir: false,
      target: TARGET,
      reportCompressedSize: false,
      lib: { entry: resolve(www, entry), formats: ["iife"], name: "glassnet", fileName: () => file },
      rolldownOptions: { output: { codeSplitting: false, extend: true } },
    },
  });

const { output } = /** @type {import("vite").Rolldown.RolldownOutput} */ (
  await build({ configFile: resolve(root, "vite.config.js"), logLevel: "warn" })
);
const fileOf = (/** @type {string} */ path) => {
  const chunk = output.find((one) => one.type === "chunk" && one.moduleIds.includes(resolve(www, "src", path)));
  if (!chunk) throw new Error(`site: expected ${path} in the built site, received none`);
  return chunk.fileName;
};
for (const [file, entry] of Object.entries(CLASSIC)) await classic(file, entry);
cpSync(resolve(www, "from-file.js"), resolve(site, "from-file.js"));
cpSync(resolve(www, "gallery"), resolve(site, "gallery"), { recursive: true });
cpSync(resolve(root, "docs/worked-example.png"), resolve(site, "gallery/poster.png"));
const weights = weightsOf(
  site,
  Object.fromEntries(Object.entries(SCENES).map(([scene, path]) => [scene, fileOf(path)])),
);
writeFileSync(resolve(site, "sizes.json"), `${JSON.stringify(weights)}\n`);
