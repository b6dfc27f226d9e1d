// Packs dist/npm as npm would and uses the package in an empty project: in Node, by TypeScript, and in Chromium by Vite
// and webpack.
// usage: node try-package.js <Chromium>   (after package.js)

import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, createServer } from "vite";
import webpack from "webpack";
import { checkLicenses, checkLinks, checkSourceMaps, readReadme, runReadme } from "./try/contents.js";
import { copyRecorded, PROGRAM as FORMATS_PROGRAM } from "./try/formats.js";
import { PROGRAM } from "./try/node.js";
import { pack, root, run, unpack, writeProject } from "./try/pack.js";
import { launch, readBuilt, readPage, runPython } from "./try/page.js";
import { CONFIG, TYPED } from "./try/types.js";

// Inside the checkout, so that the package's dependencies are found where they are.
const project = join(root, "dist/try-npm");
const [executablePath] = process.argv.slice(2);

/** @param {string} out */
const bundleByWebpack = (out) =>
  new Promise((resolve, reject) => {
    /** @type {import("webpack").Configuration} */
    const config = {
      context: project,
      mode: "production",
      // What is tried is where files are found; a minifier would take most of the time.
      optimization: { minimize: false },
      performance: { hints: false },
      entry: { main: "./main.js", readme: "./readme.js" },
      output: { path: out },
    };
    webpack(config, (error, stats) => {
      if (!error && !stats?.compilation.errors.length && !stats?.compilation.warnings.length) return resolve(undefined);
      reject(error ?? new Error(`webpack: ${stats?.toString("errors-warnings")}`));
    });
  });

/** @param {import("@playwright/test").Browser} browser */
async function readInDevelopment(browser) {
  // A build says in this process that it is for production.
  delete process.env.NODE_ENV;
  const server = await createServer({
    root: project,
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, fs: { allow: [root] } },
  });
  try {
    await server.listen();
    await readPage(browser, server.resolvedUrls?.local[0] ?? "", runPython);
  } finally {
    await server.close();
  }
}

rmSync(project, { recursive: true, force: true });
writeProject(project);
const tarball = pack(project);
unpack(tarball, project);
rmSync(tarball);
const home = join(project, "node_modules/glassnet");
checkLinks(home);
checkLicenses(home);
checkSourceMaps(home);
const printed = runReadme(home, project);
writeFileSync(join(project, "try.js"), PROGRAM);
console.log(run(process.execPath, ["try.js"], project).trimEnd());
copyRecorded(project);
writeFileSync(join(project, "formats.js"), FORMATS_PROGRAM);
console.log(run(process.execPath, ["formats.js"], project).trimEnd());
for (const [name, text] of Object.entries(TYPED)) writeFileSync(join(project, name), text);
writeFileSync(join(project, "tsconfig.json"), JSON.stringify(CONFIG));
run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]);
const pages = ["index.html", "readme.html"].map((page) => join(project, page));
await build({ root: project, configFile: false, logLevel: "error", build: { rolldownOptions: { input: pages } } });
const byWebpack = join(project, "webpack");
await bundleByWebpack(byWebpack);
for (const page of pages) copyFileSync(page, join(byWebpack, basename(page)));

const browser = await launch(executablePath);
try {
  for (const built of [join(project, "dist"), byWebpack]) {
    await readBuilt(browser, built, runPython);
    await readReadme(browser, built, printed);
  }
  await readInDevelopment(browser);
  console.log(
    "Vite (built and in development), webpack: engines train, formats work, the element draws, its workers live, a program in Python runs",
  );
} finally {
  await browser.close();
}
