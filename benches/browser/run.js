/**
 * Runs every engine on the same work, each in a page of its own and in turn, and prints and writes the table.
 * usage: node run.js <chrome> <folder of the C control, or -> [--quick]
 */
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { ENGINES, bundle } from "./engines.js";
import { largeTable } from "./large-table.js";
import { report } from "./report.js";
import { exampleSmoothness, smoothness } from "./smooth.js";

const here = import.meta.dirname;
const [chrome = "chromium", control = "-", ...flags] = process.argv.slice(2);
const quick = flags.includes("--quick");
const ROUNDS = quick ? 1 : 5;
/** Fresh pages in which ours and the control train for the first time, beside those of the rounds. */
const FIRSTS = quick ? 3 : 20;

const TYPES = /** @type {Record<string, string>} */ ({
  html: "text/html",
  js: "text/javascript",
  wasm: "application/wasm",
});

/** @param {string} built @param {boolean} zipped */
async function serve(built, zipped) {
  const folders = {
    "/": built,
    "/site/": join(here, "../../dist/site"),
    "/files/tfjs/": join(here, "node_modules/@tensorflow/tfjs-backend-wasm/dist"),
    "/files/": built,
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const prefix = Object.keys(folders)
      .filter((start) => path.startsWith(start))
      .sort((a, b) => b.length - a.length)[0];
    const file = join(/** @type {any} */ (folders)[prefix], path.slice(prefix.length));
    if (file.includes("..") || !existsSync(file)) return response.writeHead(404).end();
    const encoding = zipped ? { "content-encoding": "gzip" } : {};
    response.writeHead(200, {
      "content-type": TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream",
      ...encoding,
    });
    response.end(zipped ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}` };
}

/** 10 Mbit/s. */
const SLOW = { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 };

/** @param {import("playwright-core").Browser} browser @param {string} url @param {boolean} [slowly] */
async function open(browser, url, slowly) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (slowly) await (await context.newCDPSession(page)).send("Network.emulateNetworkConditions", SLOW);
  const errors = /** @type {string[]} */ ([]);
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  await page.waitForFunction("window.bench", undefined, { timeout: 60_000 }).catch((error) => {
    throw new Error(`${url}: ${errors.join("; ") || error}`);
  });
  return { page, close: () => context.close() };
}

/** @param {import("playwright-core").Page} page @param {string} task @param {unknown[]} args */
const ask = (page, task, ...args) =>
  page.evaluate(
    ([name, list]) => /** @type {any} */ (window).bench[/** @type {string} */ (name)](.../** @type {any[]} */ (list)),
    [task, args],
  );

/** One engine's round: a page on a slow line, then a fresh one, its first training, and each work. */
async function round(browser, url, slowUrl, engine) {
  const results = /** @type {Record<string, any[]>} */ ({});
  const note = (/** @type {string} */ key, /** @type {any} */ value) => (results[key] ??= []).push(value);
  const slow = await open(browser, slowUrl, true);
  note("W5 slow", await slow.page.evaluate("window.bench.first"));
  await slow.close();
  const { page, close } = await open(browser, url);
  note("W5", await page.evaluate("window.bench.first"));
  note("first", (await ask(page, "train", "W1", 1)).ms);
  for (const id of ["W1", "W2", "W3"]) {
    if (engine.cannot?.[id]) continue;
    const slow = engine.slow?.includes(id);
    for (let i = 0; i < (slow ? 1 : 5); i++) note(id, await ask(page, "train", id, slow || id === "W3" ? 1 : 10));
  }
  for (let i = 0; i < 5; i++) note("W4a", await ask(page, "predict"));
  for (let i = 0; i < 5; i++) note("W4b", await ask(page, "one"));
  await close();
  return results;
}

/**
 * Ticks of all processors since the machine began, and those that its host gave to others; of Linux alone.
 * @returns {{ all: number, stolen: number } | undefined}
 */
function ticks() {
  if (!existsSync("/proc/stat")) return undefined;
  const [first] = readFileSync("/proc/stat", "utf8").split("\n");
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are within the first two.
  const counts = first.trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: counts.reduce((sum, count) => sum + count, 0), stolen: counts[7] };
}

/** @param {import("playwright-core").Browser} browser @param {string} url */
async function growth(browser, url) {
  const { page, close } = await open(browser, url);
  const rows = [];
  for (const units of [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
    rows.push({ what: "units", size: units, ...(await ask(page, "scale", units, 32, 2)) });
  for (const count of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
    rows.push({ what: "rows", size: count, ...(await ask(page, "scale", 32, count, 2)) });
  for (const depth of [1, 2, 4, 8, 16, 32, 64])
    rows.push({ what: "layers", size: depth, ...(await ask(page, "scale", 32, 32, depth)) });
  await close();
  return rows;
}

/** Wasm and JavaScript memory after a thousand steps and after a million. */
async function million(browser, url) {
  const { page, close } = await open(browser, url);
  const heap = async () => {
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return usedSize;
  };
  const before = await ask(page, "memory", 1);
  const heapBefore = await heap();
  const after = await ask(page, "memory", 993);
  const heapAfter = await heap();
  await close();
  return { wasm: [before, after], heap: [heapBefore, heapAfter] };
}

/**
 * The share of the time that the machine's host gave to others.
 * @param {ReturnType<typeof ticks>} before
 * @param {ReturnType<typeof ticks>} after
 */
const stolenShare = (before, after) =>
  before && after && after.all > before.all ? (after.stolen - before.stolen) / (after.all - before.all) : undefined;

const built = join(here, "dist");
mkdirSync(built, { recursive: true });
const engines = ENGINES.filter(({ id }) => id !== "control" || control !== "-");
const sizes = await bundle(engines, built, control);
const { server, origin } = await serve(built, false);
const zipped = await serve(built, true);
const busy = loadavg()[0];
const ticksBefore = ticks();
const browser = await chromium.launch({
  executablePath: chrome,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const all = /** @type {Record<string, any>} */ ({});
/** Of each engine, its rounds beside the round of the control that came right after. */
const pairs = /** @type {Record<string, { own: any, control: any }[]>} */ ({});
const theControl = engines.find(({ id }) => id === "control");

/** @param {(typeof ENGINES)[number]} engine */
async function measured(engine) {
  const results = (all[engine.id] ??= {});
  try {
    const own = await round(browser, `${origin}/${engine.id}.html`, `${zipped.origin}/${engine.id}.html`, engine);
    for (const [key, values] of Object.entries(own)) (results[key] ??= []).push(...values);
    return own;
  } catch (error) {
    results.error = String(error);
    console.log(`  ${error}`);
    return undefined;
  }
}

for (let at = 0; at < ROUNDS; at++) {
  for (const engine of engines) {
    if (engine === theControl || (at >= 2 && engine.slow)) continue;
    console.log(`round ${at + 1}: ${engine.title}`);
    const own = await measured(engine);
    const control = theControl && (await measured(theControl));
    if (own && control) (pairs[engine.id] ??= []).push({ own, control });
  }
}
/** @param {(typeof ENGINES)[number]} engine */
async function firstRun({ id }) {
  const { page, close } = await open(browser, `${origin}/${id}.html`);
  const { ms } = await ask(page, "train", "W1", 1);
  await close();
  (all[id].first ??= []).push(ms);
  return { first: [ms] };
}

const ours = /** @type {(typeof ENGINES)[number]} */ (engines.find(({ id }) => id === "glassnet"));
for (let at = 0; at < FIRSTS; at++) {
  const own = await firstRun(ours);
  if (theControl) (pairs[ours.id] ??= []).push({ own, control: await firstRun(theControl) });
}
const scale = await growth(browser, `${origin}/glassnet.html`);
const memory = await million(browser, `${origin}/glassnet.html`);
const smooth = {
  playground: await smoothness(browser, `${origin}/site/embed.html`),
  example: await exampleSmoothness(browser, `${origin}/site/embed.html`),
};
const large = await largeTable(browser, `${origin}/site/embed.html`, built);
const facts = {
  busy,
  busyAfter: loadavg()[0],
  stolen: stolenShare(ticksBefore, ticks()),
  date: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0].model,
  cores: cpus().length,
  browser: browser.version(),
};
await browser.close();
server.close();
zipped.server.close();
const text = report({ engines, all, pairs, sizes, scale, memory, smooth, large, facts });
console.log(text);
writeFileSync(join(here, "..", "results.md"), text);
