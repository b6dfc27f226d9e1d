/**
 * What an embed costs its page, beside the limits of the project: how soon it shows and obeys, what ten take, how a
 * page with ten scrolls. Needs the built site. usage: node embed.js <chrome> [--quick]
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { chromium } from "@playwright/test";
import { ARGUMENTS, HEAD, median, print, serve } from "./site.js";

const [executablePath = "chromium", ...flags] = process.argv.slice(2);
const ROUNDS = flags.includes("--quick") ? 3 : 9;

/** Milliseconds, and megabytes of 1000 kilobytes. */
const LIMITS = { picture: 300, interactive: 600, memory: 60, frame: 1000 / 60, task: 50 };

const EXAMPLE = `<glass-net lang="en" style="display:block;min-height:1100px"></glass-net>`;

/** Posts that hold some embeds each: `/post-10`. @param {string} path */
const post = (path) => {
  const count = /^\/post-(\d+)$/.exec(path)?.[1];
  return count && `${HEAD}<body>${`<p>Words</p>${EXAMPLE}`.repeat(Number(count))}<p>The end</p>`;
};

/** @param {number[]} values @param {number} part */
const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(Math.floor(values.length * part), values.length - 1)];

/**
 * Marks, since the page was asked for, when the first picture is painted and when the first step is done.
 * @param {import("@playwright/test").Page} page
 */
const watch = (page) =>
  page.addInitScript(() => {
    const times = /** @type {any} */ (window.times = {});
    const painted = (/** @type {string} */ name) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          times[name] ??= performance.now();
        }),
      );
    document.addEventListener("glass-net-ready", (event) => {
      const element = /** @type {any} */ (event.target);
      const look = () => {
        if (!element.inner.renderRoot.querySelector("svg.gn-network [data-unit]")) return requestAnimationFrame(look);
        painted("picture");
        // A step by the reader's own button, painted: it obeys.
        const button = element.inner.renderRoot.querySelectorAll(".transport button")[2];
        element.addEventListener("glass-net-change", () => painted("interactive"), { once: true });
        return setTimeout(() => button.click());
      };
      look();
    });
  });

/** @param {import("@playwright/test").Browser} browser @param {string} origin */
async function start(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  await watch(page);
  await page.goto(`${origin}/post-1`);
  const times = await page
    .waitForFunction(() => /** @type {any} */ (window).times.interactive && /** @type {any} */ (window).times)
    .then((handle) => handle.jsonValue());
  await context.close();
  return times;
}

/**
 * What a page with some embeds, all of them seen, takes: the private memory of the processes that render it, garbage
 * collected.
 * @param {string} origin
 * @param {number} count
 */
async function memory(origin, count) {
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGUMENTS, "--enable-precise-memory-info"],
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.goto(`${origin}/post-${count}`);
  const embeds = page.locator("glass-net");
  for (let nth = 0; nth < count; nth++) {
    await embeds.nth(nth).scrollIntoViewIfNeeded();
    await embeds.nth(nth).locator("svg.gn-network").waitFor();
  }
  const devtools = await browser.newBrowserCDPSession();
  const tab = await page.context().newCDPSession(page);
  await tab.send("HeapProfiler.collectGarbage");
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const bytes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => resident(id));
  const heap = await page.evaluate(() => /** @type {any} */ (performance).memory.usedJSHeapSize);
  await browser.close();
  return { renderer: bytes.reduce((sum, one) => sum + one) / 1e6, heap: heap / 1e6 };
}

/** What a process holds for itself, in bytes. @param {number} id */
function resident(id) {
  const lines = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
  const kilobytes = ["Private_Clean", "Private_Dirty"].map((name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(lines)?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, one) => sum + one) * 1024;
}

/**
 * Frames and long tasks while a page with ten embeds is scrolled from end to end, 20 px a frame.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 */
async function scroll(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.goto(`${origin}/post-10`);
  await page.locator("svg.gn-network").first().waitFor();
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        /** @type {number[]} */ const frames = [];
        /** @type {number[]} */ const tasks = [];
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: "longtask",
        });
        let before = performance.now();
        const step = (/** @type {number} */ now) => {
          frames.push(now - before);
          before = now;
          const y = scrollY;
          scrollBy(0, 20);
          if (scrollY === y && y > 0) resolve({ frames: frames.slice(1), tasks });
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

const { server, origin } = await serve(post);
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
await start(browser, origin);
const starts = [];
for (let round = 0; round < ROUNDS; round++) starts.push(await start(browser, origin));
const of = (/** @type {string} */ name) => starts.map((times) => times[name]);
const worst = (/** @type {string} */ name) => `worst of ${ROUNDS}: ${Math.max(...of(name)).toFixed(0)}`;
print("first meaningful picture, from the click", median(of("picture")), LIMITS.picture, "ms", worst("picture"));
print(
  "interactive: the first step is painted",
  median(of("interactive")),
  LIMITS.interactive,
  "ms",
  worst("interactive"),
);
const { frames, tasks } = /** @type {any} */ (await scroll(browser, origin));
print(
  "a frame while ten scroll by, median",
  median(frames),
  LIMITS.frame + 0.5,
  "ms",
  `95 of 100: ${quantile(frames, 0.95).toFixed(1)}, of ${frames.length}`,
);
print("the longest task meanwhile", Math.max(0, ...tasks), LIMITS.task, "ms", `${tasks.length} over 50 ms`);
await browser.close();
const [one, ten] = [await memory(origin, 1), await memory(origin, 10)];
print(
  "memory of ten embeds beyond one",
  ten.renderer - one.renderer,
  LIMITS.memory,
  "MB",
  `one: ${one.renderer.toFixed(0)}, ten: ${ten.renderer.toFixed(0)}; of it JavaScript's heap ${(ten.heap - one.heap).toFixed(1)}`,
);
server.close();
