/** How much of a frame the page's own thread works while a playground trains, and while the worked example plays. */
import { linkText, withFit } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";

const SECONDS = 5;

/**
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number }} TraceEvent
 *   `dur` of the clock, `tdur` of the thread.
 */

/**
 * The tasks of the page's own thread, and when its frames began: each with the task in which its callbacks run, however
 * many they are.
 * @param {TraceEvent[]} events
 */
export function onMainThread(events) {
  const callbacks = events.filter(({ name }) => name === "FireAnimationFrame");
  const threads = new Map();
  for (const { pid, tid } of callbacks) threads.set(`${pid} ${tid}`, (threads.get(`${pid} ${tid}`) ?? 0) + 1);
  const [main] = [...threads].sort(([, a], [, b]) => b - a)[0] ?? [""];
  const here = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}` === main;
  const tasks = events.filter((event) => here(event) && event.ph === "X" && event.name === "RunTask");
  const called = callbacks.filter(here).map(({ ts }) => ts);
  const isFrame = (/** @type {TraceEvent} */ { ts, dur = 0 }) => called.some((at) => at >= ts && at <= ts + dur);
  const starts = tasks.filter(isFrame).map(({ ts }) => ts);
  return { starts: starts.sort((a, b) => a - b), tasks };
}

/**
 * @param {import("playwright-core").Browser} browser @param {string} address
 * @param {string} start The button that starts what moves.
 */
async function measured(browser, address, start) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const button = page.locator(start);
  await button.waitFor({ timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await button.click();
  await page.waitForTimeout(1000);
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"],
  });
  await page.waitForTimeout(SECONDS * 1000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await context.close();
  const { starts, tasks } = onMainThread(traceEvents);
  const work = new Float64Array(starts.length);
  for (const { ts, dur = 0 } of tasks) {
    // A task belongs to the frame in which it ends.
    const frame = starts.findLastIndex((at) => at <= ts + dur);
    if (frame >= 0) work[frame] += dur / 1000;
  }
  const sorted = work.slice(0, -1).sort();
  return {
    seconds: SECONDS,
    frames: sorted.length,
    median: sorted[sorted.length >> 1] ?? NaN,
    most: sorted.at(-1) ?? NaN,
    longest: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}

/** While the largest preset trains. @param {import("playwright-core").Browser} browser @param {string} embed */
export function smoothness(browser, embed) {
  const config = linkText(withFit(PRESETS.spiral, { epochs: 100_000 })) ?? "";
  const keys = new URLSearchParams({ playground: "", lang: "en", config });
  return measured(browser, `${embed}?${keys}`, "gn-bench-bar button.primary");
}

/** While the worked example plays, by steps of a unit. @type {typeof smoothness} */
export const exampleSmoothness = (browser, embed) => measured(browser, `${embed}?lang=en`, ".controls .primary");
