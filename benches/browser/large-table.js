/**
 * What the largest table asks of a page: a file of 20 MB with 200,000 rows is opened, trained with, evaluated and
 * scrolled.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onMainThread } from "./smooth.js";

const ROWS = 200_000;
const FEW = 200;
const FEATURES = 9;
/** Milliseconds. */
const MOMENT = 3000;
const OFTEN = 5;

/** A table, the same at each call; with all rows it is of almost the largest size that is read. */
function madeTable(rows = ROWS) {
  let state = 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const lines = [Array.from({ length: FEATURES + 1 }, (_, i) => (i < FEATURES ? `x${i}` : "y")).join(",")];
  for (let row = 0; row < rows; row++) {
    const features = Array.from({ length: FEATURES }, next);
    const target = features.reduce((sum, value, i) => sum + value * (i + 1), next()) / 50;
    lines.push([...features.map((value) => value.toFixed(7)), target.toFixed(6)].join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** What a process holds itself, without the files that it runs, as Linux counts it, in bytes. @param {number} pid */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [own, shared] = ["RssAnon", "RssShmem"].map((field) => new RegExp(`${field}:\\s*(\\d+)`).exec(status)?.[1]);
  return (Number(own) + Number(shared)) * 1024;
}

/**
 * The memory of the largest page of a browser, where it can be told.
 * @param {import("playwright-core").Browser} browser
 */
async function memoryOfPage(browser) {
  if (!existsSync("/proc/self/status")) return { now: () => NaN, most: () => NaN };
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const [pid] = pages.sort((a, b) => memoryOf(b) - memoryOf(a));
  let most = 0;
  const look = () => (most = Math.max(most, memoryOf(pid)));
  const looking = setInterval(look, OFTEN);
  return {
    now: () => memoryOf(pid),
    /** Since it was asked for. */
    most() {
      clearInterval(looking);
      return look();
    },
  };
}

/**
 * A playground at the tab of its table, and what a reader does there.
 * @param {import("playwright-core").Browser} browser @param {string} embed
 * @param {Record<"small" | "large", string>} files
 */
async function playground(browser, embed, files) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${embed}?playground&lang=en`);
  const start = page.locator("gn-bench-bar button.primary");
  const isReady = () => page.locator("gn-bench-bar button.primary:enabled").waitFor({ timeout: 120_000 });
  const choose = (/** @type {string} */ tab) => page.locator(`[role=tab][data-tab=${tab}]`).click();
  await isReady();
  await choose("table");
  await page.locator("gn-data-table [role=row]").nth(5).waitFor();
  return {
    page,
    /** @param {keyof typeof files} size */
    async open(size) {
      await page.locator("gn-data-panel input[type=file]").setInputFiles(files[size]);
      const rows = size === "small" ? FEW : ROWS;
      await page.locator(`gn-data-table [aria-rowcount="${rows + 1}"]`).waitFor({ timeout: 120_000 });
      await isReady();
    },
    async train() {
      await start.click();
      await page.waitForTimeout(MOMENT);
      await start.click();
    },
    async evaluate() {
      await choose("evaluate");
      await page.locator("gn-results-panel canvas").first().waitFor();
      await page.waitForTimeout(MOMENT);
      await choose("table");
    },
    scroll: () =>
      page.locator("gn-data-table .scroller").evaluate(async (node) => {
        const { scrollHeight } = node;
        for (let step = 1; step <= 120; step++) {
          node.scrollTop = (step / 120) * scrollHeight;
          await new Promise(requestAnimationFrame);
        }
      }),
    async collect() {
      await (await context.newCDPSession(page)).send("HeapProfiler.collectGarbage");
    },
    close: () => context.close(),
  };
}

/** What opening the file adds to the memory of the page's process, where a small one is open before, in bytes. */
async function memoryOfOpening(/** @type {Parameters<typeof playground>} */ ...where) {
  const { page, open, collect, close } = await playground(...where);
  await open("small");
  await page.waitForTimeout(MOMENT);
  await collect();
  const memory = await memoryOfPage(where[0]);
  const before = memory.now();
  await open("large");
  const peak = memory.most() - before;
  await collect();
  const held = memory.now() - before;
  await close();
  return { peak, held };
}

/** The longest task of the page's own thread while a reader does something, in milliseconds. */
async function longestTasks(/** @type {Parameters<typeof playground>} */ ...where) {
  const { page, open, train, evaluate, scroll, close } = await playground(...where);
  const longest = /** @type {Record<string, number>} */ ({});
  const acts = { opened: () => open("large"), trained: train, evaluated: evaluate, scrolled: scroll };
  for (const [name, act] of Object.entries(acts)) {
    await where[0].startTracing(page, {
      categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"],
    });
    await act();
    const { traceEvents } = JSON.parse((await where[0].stopTracing()).toString());
    // The thread's own time, where it is told: what other processes take is not the page's.
    longest[name] = Math.max(...onMainThread(traceEvents).tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000));
  }
  await close();
  return longest;
}

/** @param {import("playwright-core").Browser} browser @param {string} embed @param {string} folder For the file. */
export async function largeTable(browser, embed, folder) {
  const files = { small: join(folder, "small-table.csv"), large: join(folder, "large-table.csv") };
  const text = madeTable();
  writeFileSync(files.large, text);
  writeFileSync(files.small, madeTable(FEW));
  const { peak, held } = await memoryOfOpening(browser, embed, files);
  return { peak: peak / text.length, held: held / text.length, tasks: await longestTasks(browser, embed, files) };
}
