// The page that every bundler builds of the packed package, what is read off it in Chromium, and a server of its files.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { chromium } from "@playwright/test";

export const root = resolve(import.meta.dirname, "../../..");

export const PAGE = `<!doctype html>
<html lang="en">
  <link rel="icon" href="data:,">
  <script type="module" src="./main.js"></script>
  <pre></pre>
  <glass-net inputs="0.5,-1" kernels="1.2;0.4" target="1" at="4"></glass-net>
  <glass-net playground preset="xor"></glass-net>
</html>
`;

export const MAIN = `import "glassnet/element";
import init, { Sequential } from "glassnet";
import initCore, { Sequential as CoreSequential } from "glassnet/core";
import { exportFormats, importModel } from "glassnet/formats";

const isFormats = ({ name }) => name.includes("formats") && name.includes(".wasm");

/** A model that went through a file of Keras predicts what it did; the wasm of formats comes with the first export. */
async function goThroughKeras(model, input) {
  const early = performance.getEntriesByType("resource").some(isFormats);
  const formats = await exportFormats();
  const loaded = Sequential.load(await importModel(new Blob([await model.export("keras")])));
  const same = loaded.predict(input)[0] === model.predict(input)[0] && formats.includes("keras");
  return !early && same ? "exported" : "not exported";
}

async function run() {
  await Promise.all([init(), initCore()]);
  const config = { inputs: 2, layers: [{ activation: "sigmoid", useBias: false, kernel: [[1.2], [0.4]] }] };
  const input = new Float32Array([0.5, -1]);
  const [full, core] = [new Sequential(config), new CoreSequential(config)];
  const outputs = [full, core].map((model) => model.predict(input)[0].toFixed(5));
  full.trainSteps(input, new Float32Array([1]), 20);
  const example = document.querySelector("glass-net");
  // From the output to the loss: a step is of a unit, which has two operations there.
  await example.step();
  const trained = full.predict(input)[0] > 0.55 ? "trained" : "not trained";
  const exported = await goThroughKeras(full, input);
  document.querySelector("pre").textContent = [...outputs, trained, exported, example.state.at].join(" ");
}

run();
`;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/**
 * How a folder is served: to other origins too, below a path, with addresses that lead elsewhere and with files that
 * are sent by another address.
 * @typedef {{ cors?: boolean, base?: string, moved?: Record<string, string>, sent?: Record<string, string> }} Serving
 */

/** Serves a folder on the loopback interface. @param {string} folder @param {Serving} [serving] */
export async function serve(folder, { cors = false, base = "/", moved = {}, sent = {} } = {}) {
  /** @param {string} path */
  const fileOf = (path) => {
    const below = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    const file = sent[path] ?? below;
    return join(folder, file.endsWith("/") || file === "." ? join(file, "index.html") : file);
  };
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    if (cors) response.setHeader("Access-Control-Allow-Origin", "*");
    if (moved[path]) return response.writeHead(302, { Location: moved[path] }).end();
    const file = fileOf(path);
    try {
      const bytes = readFileSync(file);
      const type = /** @type {Record<string, string>} */ (TYPES)[extname(file)] ?? "application/octet-stream";
      return response.writeHead(200, { "Content-Type": type }).end(bytes);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/**
 * The engines predict and train, a model goes through a file of Keras, the worked example draws, the playground trains
 * in a worker.
 * @param {import("@playwright/test").Browser} browser @param {string} address
 * @param {((page: import("@playwright/test").Page) => Promise<void>) | null} [more] What else is read.
 */
export async function readPage(browser, address, more) {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  // A server for development may still be compiling.
  page.setDefaultTimeout(120_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(address);
    await page.locator("pre", { hasText: "0.54983 0.54983 trained exported 6" }).waitFor();
    await page.locator("glass-net svg.gn-network", { hasText: "0.550" }).waitFor();
    await page.locator("glass-net[playground]").scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Step epoch", exact: true }).click();
    const onPage = await page.waitForFunction(() => {
      /** @type {any} */
      const element = document.querySelector("glass-net[playground]");
      const { state, engine } = element.inner.lab;
      return state?.updates > 0 ? { value: engine.onPage } : undefined;
    });
    if ((await onPage.jsonValue())?.value)
      throw new Error("the playground: expected a worker, received the page's thread");
    await more?.(page);
    if (errors.length) throw new Error("an error on the page");
  } catch (failure) {
    throw new Error(`${address}: ${failure} ${errors.join("; ")}`, { cause: failure });
  } finally {
    await page.close();
  }
}

/** No file tells where it was built. @param {string} folder */
function withoutPaths(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && readFileSync(file).includes(root))
      throw new Error(`${file}: expected no path of this machine, received ${root}`);
  }
}

/**
 * A program in Python runs in its worker, with a module of Python's library that is a file of its own.
 * @param {import("@playwright/test").Page} page
 */
export async function runPython(page) {
  await page.evaluate(() => {
    const scene = document.createElement("glass-net");
    scene.setAttribute("scene", "code");
    scene.setAttribute(
      "code",
      "import statistics\nimport numpy as np\nprint(np.arange(6).sum() + statistics.mean([27, 27]))",
    );
    document.body.append(scene);
  });
  const scene = page.locator("glass-net[scene=code]");
  await scene.scrollIntoViewIfNeeded();
  // By the keyboard: a server for development may have laid its own mark over the button.
  await scene.getByRole("button", { name: "Run", exact: true }).press("Enter");
  await scene.locator(".output", { hasText: /^\s*42\s*$/ }).waitFor();
}

/**
 * Reads the page in a folder that a bundler wrote.
 * @param {import("@playwright/test").Browser} browser @param {string} folder
 * @param {((page: import("@playwright/test").Page) => Promise<void>) | null} [more] What else is read.
 */
export async function readBuilt(browser, folder, more) {
  withoutPaths(folder);
  const { address, close } = await serve(folder);
  try {
    await readPage(browser, address, more);
  } finally {
    close();
  }
}

/** @param {string} executablePath Of Chromium. */
export const launch = (executablePath) =>
  chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
