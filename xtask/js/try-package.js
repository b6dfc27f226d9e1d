// Packs dist/npm as npm would and uses the package in an empty project: in Node, by TypeScript, and in Chromium by Vite
// and webpack.
// usage: node try-package.js <Chromium>   (after package.js)

import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createServer } from "vite";
import webpack from "webpack";
import { PROGRAM, TYPED } from "./try/node.js";
import { pack, root, run, unpack, writeProject } from "./try/pack.js";
import { launch, readBuilt, readPage } from "./try/page.js";

// Inside the checkout, so that the package's dependencies are found where they are.
const project = join(root, "dist/try-npm");
const [executablePath] = process.argv.slice(2);

/** As Vite's own template has it, but that the package's types are checked too. */
const CONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2022", "DOM"],
    types: [],
    skipLibCheck: false,
  },
  files: ["typed.ts"],
};

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
      entry: "./main.js",
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
    await readPage(browser, server.resolvedUrls?.local[0] ?? "");
  } finally {
    await server.close();
  }
}

rmSync(project, { recursive: true, force: true });
writeProject(project);
const tarball = pack(project);
unpack(tarball, project);
rmSync(tarball);
writeFileSync(join(project, "try.js"), PROGRAM);
console.log(run(process.execPath, ["try.js"], project).trimEnd());
writeFileSync(join(project, "typed.ts"), TYPED);
writeFileSync(join(project, "tsconfig.json"), JSON.stringify(CONFIG));
run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]);
await build({ root: project, configFile: false, logLevel: "error" });
const byWebpack = join(project, "webpack");
await bundleByWebpack(byWebpack);
copyFileSync(join(project, "index.html"), join(byWebpack, "index.html"));

const browser = await launch(executablePath);
try {
  await readBuilt(browser, join(project, "dist"));
  await readBuilt(browser, byWebpack);
  await readInDevelopment(browser);
  console.log("Vite (built and in development), webpack: the engines train, the element draws, its worker lives");
} finally {
  await browser.close();
}
