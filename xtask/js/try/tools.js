// How each tool builds the page of a project: the text of a module in that project, which finds the tool there. The
// steps that docs/bundlers.md tells are these.

export const VITE = `import { build, createServer } from "vite";

const common = { root: import.meta.dirname, configFile: false, logLevel: "error" };

export const bundle = () => build(common);

export async function develop() {
  const server = await createServer({ ...common, server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  return { address: "http://127.0.0.1:" + server.httpServer.address().port + "/", close: () => server.close() };
}
`;

/** For bundlers that leave behind what a module names by its address: the files go beside the bundle. */
const BESIDE = `import { copyFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;

function copyFiles() {
  for (const file of ["pkg/worked.wasm", "pkg-core/core.wasm", "pkg-full/glassnet.wasm", "pkg-formats/formats.wasm"])
    copyFileSync(join(here, "node_modules/glassnet", file), join(here, "dist", file.replace(/.*\\//, "")));
  copyFileSync(join(here, "index.html"), join(here, "dist/index.html"));
}
`;

export const ESBUILD = `import { build } from "esbuild";
${BESIDE}
export async function bundle() {
  await build({
    absWorkingDir: here,
    entryPoints: { main: "./main.js", "full-worker": "glassnet/worker" },
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "dist",
    logLevel: "error",
  });
  copyFiles();
}
`;

export const ROLLUP = `import { rollup } from "rollup";
import { nodeResolve } from "@rollup/plugin-node-resolve";
${BESIDE}
export async function bundle() {
  const build = await rollup({
    input: { main: join(here, "main.js"), "full-worker": "glassnet/worker" },
    plugins: [nodeResolve({ browser: true, rootDir: here })],
  });
  await build.write({ dir: join(here, "dist"), format: "es" });
  await build.close();
  copyFiles();
}
`;

export const PARCEL = `import { execFileSync } from "node:child_process";
import { join } from "node:path";

const here = import.meta.dirname;

export async function bundle() {
  const program = join(here, "node_modules/parcel/lib/bin.js");
  const options = ["--no-optimize", "--no-source-maps", "--no-cache", "--public-url", "./", "--log-level", "error"];
  execFileSync(process.execPath, [program, "build", "index.html", ...options], { cwd: here, stdio: "inherit" });
}
`;

export const VITEST = `import { execFileSync } from "node:child_process";
import { join } from "node:path";

const here = import.meta.dirname;

export function check() {
  execFileSync(process.execPath, [join(here, "node_modules/vitest/vitest.mjs"), "run"], { cwd: here, stdio: "inherit" });
}
`;

/** @param {string} environment */
const vitest = (environment) => `// @vitest-environment ${environment}
import { expect, test } from "vitest";
import init, { Sequential } from "glassnet";
import { GlassNet } from "glassnet/element";

test("the engine predicts and the element is registered where there are elements", async () => {
  await init();
  const model = new Sequential({ inputs: 2, layers: [{ activation: "sigmoid", useBias: false, kernel: [[1.2], [0.4]] }] });
  expect(model.predict(new Float32Array([0.5, -1]))[0].toFixed(5)).toBe("0.54983");
  if (globalThis.document) expect(customElements.get("glass-net")).toBe(GlassNet);
  else expect(typeof GlassNet).toBe("function");
});
`;

export const VITEST_FILES = {
  // Or it would take that of the checkout.
  "vitest.config.js": "export default {};\n",
  "node.test.js": vitest("node"),
  "jsdom.test.js": vitest("jsdom"),
  "happy-dom.test.js": vitest("happy-dom"),
};

export const WEBPACK = `import { join } from "node:path";
import webpack from "webpack";
import Server from "webpack-dev-server";

const here = import.meta.dirname;

export async function develop() {
  const compiler = webpack({
    context: here,
    mode: "development",
    entry: "./main.js",
    output: { path: join(here, "dist") },
    infrastructureLogging: { level: "error" },
    stats: "errors-only",
  });
  const options = { host: "127.0.0.1", port: "auto", static: here, open: false };
  const server = new Server(options, compiler);
  await server.start();
  return { address: "http://127.0.0.1:" + server.server.address().port + "/", close: () => server.stop() };
}
`;

/** What npm and TypeScript would find wrong with the package; that CommonJS cannot require it is meant. */
export const LINTS = `import { execFileSync } from "node:child_process";
import { join } from "node:path";

const here = import.meta.dirname;

export function check() {
  const lint = (file, ...args) =>
    execFileSync(process.execPath, [join(here, "node_modules", file), "glassnet.tgz", ...args], { cwd: here, encoding: "utf8" });
  lint("publint/src/cli.js", "--strict");
  const wasm = ["glassnet_bg.wasm", "core/glassnet_bg.wasm", "formats/formats_bg.wasm"];
  lint("@arethetypeswrong/cli/dist/index.js", "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", ...wasm);
}
`;
