// Uses the package of dist/npm with what is too much for every test: former majors of Vite, further bundlers, vitest.
// Each has a project of its own in target/bundlers, in which npm installs it.
// usage: node try-bundlers.js <Chromium> [tool...]   (after package.js)

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { tryCdn } from "./try/cdn.js";
import { launch, readBuilt, readPage, runPython } from "./try/page.js";
import { pack, root, run, unpack, writeProject } from "./try/pack.js";
import { FRAMEWORKS } from "./try/frameworks.js";
import { RUNTIMES } from "./try/runtimes.js";
import { ESBUILD, LINTS, PARCEL, ROLLUP, VITE, VITEST, VITEST_FILES, WEBPACK } from "./try/tools.js";

/**
 * What is installed, the module that uses it, fields of the project's package.json, further files, and what else its
 * page is read for: a program in Python runs, but for where its worker is left behind.
 * @typedef {object} Tool
 * @property {Record<string, string>} packages
 * @property {string} tool
 * @property {object} [description]
 * @property {Record<string, string>} [files]
 * @property {((page: import("@playwright/test").Page) => Promise<void>) | null} [more]
 */

/** @type {Record<string, Tool>} */
const TOOLS = {
  "vite-5": { packages: { vite: "5.4.21" }, tool: VITE },
  "vite-6": { packages: { vite: "6.4.6" }, tool: VITE },
  "vite-7": { packages: { vite: "7.3.8" }, tool: VITE },
  "webpack-dev": { packages: { webpack: "5.113.0", "webpack-dev-server": "6.1.0" }, tool: WEBPACK },
  rollup: { packages: { rollup: "4.68.8", "@rollup/plugin-node-resolve": "16.0.3" }, tool: ROLLUP, more: null },
  esbuild: { packages: { esbuild: "0.28.2" }, tool: ESBUILD, more: null },
  parcel: {
    packages: { parcel: "2.16.4" },
    tool: PARCEL,
    description: { "@parcel/resolver-default": { packageExports: true } },
  },
  vitest: {
    packages: { vitest: "4.1.12", jsdom: "26.1.0", "happy-dom": "21.0.4" },
    tool: VITEST,
    files: VITEST_FILES,
  },
  publint: { packages: { publint: "0.3.25", "@arethetypeswrong/cli": "0.18.5" }, tool: LINTS },
  ...FRAMEWORKS,
  ...RUNTIMES,
};

/** What a tool's module may export: a build into `dist`, a server for development, tests that throw. */
/** @typedef {{ address: string, close: () => Promise<void> }} Served */
/** @typedef {{ bundle?: () => Promise<void>, develop?: () => Promise<Served>, check?: () => void }} Use */

const { dependencies } = JSON.parse(readFileSync(join(root, "dist/npm/package.json"), "utf8"));

/** @param {string} project @param {string} tarball @param {Tool} tool @returns {Promise<Use>} */
async function install(project, tarball, { packages, tool, description, files = {} }) {
  writeProject(project, { ...description, dependencies: { ...dependencies, ...packages } });
  rmSync(join(project, "dist"), { recursive: true, force: true });
  for (const [name, text] of Object.entries({ ...files, "tool.js": tool })) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], project);
  unpack(tarball, project);
  copyFileSync(tarball, join(project, "glassnet.tgz"));
  return import(pathToFileURL(join(project, "tool.js")).href);
}

/** @param {string} project @param {Use} use @param {Tool["more"]} [more] */
async function tryTool(project, { bundle, develop, check }, more = runPython) {
  check?.();
  // Tools leave it behind in this process.
  delete process.env.NODE_ENV;
  if (bundle) {
    await bundle();
    await readBuilt(browser, join(project, "dist"), more);
  }
  if (!develop) return;
  delete process.env.NODE_ENV;
  const { address, close } = await develop();
  try {
    await readPage(browser, address, more);
  } finally {
    await close();
  }
}

const [executablePath, ...wanted] = process.argv.slice(2);
/** @param {string} name */
const wants = (name) => !wanted.length || wanted.includes(name);
const tarball = pack(join(root, "target/bundlers"));
const browser = await launch(executablePath);
try {
  if (wants("cdn")) {
    await tryCdn(browser, join(root, "target/bundlers/cdn"), tarball);
    console.log("a host of packages, with and without the file's name: ok");
  }
  for (const [name, tool] of Object.entries(TOOLS)) {
    if (!wants(name)) continue;
    const project = join(root, "target/bundlers", name);
    await tryTool(project, await install(project, tarball, tool), tool.more);
    const versions = Object.entries(tool.packages).map((one) => one.join(" "));
    console.log(`${versions.join(", ")}: ok`);
  }
} finally {
  await browser.close();
  rmSync(tarball);
}
