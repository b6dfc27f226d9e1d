/**
 * What a reader gets of a post in a blog: numbers, theme, contrast, layout shift, height, the way back, the feed.
 *
 * @typedef {{ folder: string, post: string, other: string, feed: string }} Built A folder, and the paths in it.
 * @typedef {object} Engine
 * @property {string} name
 * @property {{ toggle: string, dark: string }} theme The switch, and what there is while the blog is dark.
 * @property {true} [swaps] Whether it swaps pages without loading them.
 * @property {() => string} version
 * @property {(site: string, address: string) => Built} build
 * @typedef {"light" | "dark"} Theme
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { faintWords } from "../e2e/contrast.js";
import { MOVER, NUMBERS, OTHER, SENTENCE } from "./post.js";

const THEMES = /** @type {const} */ (["light", "dark"]);

/** How many operations are done when the forward pass is. */
const FORWARD = 20;

/** Notes what moved that no reader set in motion, and from where to where. */
function noteShifts() {
  const all = /** @type {any} */ (globalThis);
  const place = (/** @type {DOMRect} */ { x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  all.shifts = [];
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of /** @type {any[]} */ (list.getEntries())) {
      if (hadRecentInput) continue;
      // A node of the scene's own is not named.
      const isPosts = sources.some((/** @type {any} */ { node }) => node);
      const of = sources.map((/** @type {any} */ { node, previousRect, currentRect }) =>
        [node?.nodeName ?? "scene", place(previousRect), place(currentRect)].join("; "),
      );
      all.shifts.push({ value, isPosts, of });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** @param {import("@playwright/test").Page} page @param {Engine} engine @param {Theme} theme */
async function setTheme(page, { theme: { toggle, dark } }, theme) {
  const isDark = async () => (await page.locator(dark).count()) > 0;
  // A switch may have a third position, that of the system.
  for (let tries = 0; tries < 3 && (await isDark()) !== (theme === "dark"); tries++)
    await page.locator(toggle).first().click();
  assert.equal(await isDark(), theme === "dark", `expected the blog to be ${theme} after its switch`);
}

/** @param {import("@playwright/test").Page} page */
async function scene(page) {
  const element = page.locator("glass-net#net");
  await element.locator("svg.gn-network").waitFor();
  return element;
}

/** @param {import("@playwright/test").Locator} element */
async function readNumbers(element) {
  await element.evaluate((node, at) => /** @type {any} */ (node).goTo({ at }), FORWARD);
  for (const [layer, unit, expected] of NUMBERS) {
    const place = `svg.gn-network [data-layer="${layer}"][data-unit="${unit}"]:not([data-input]) .gn-inside`;
    const shown = element.locator(place).filter({ hasText: /\d/ });
    await shown.waitFor();
    const digits = expected.length - expected.indexOf(".") - 1;
    const text = (await shown.textContent()) ?? "";
    assert.equal(
      Number(text).toFixed(digits),
      Number(expected).toFixed(digits),
      `layer ${layer + 1}, unit ${unit + 1}`,
    );
  }
}

/** @param {import("@playwright/test").Page} page */
const shiftsOf = (page) =>
  page.evaluate(async () => {
    // What was moved in a frame is reported after it.
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return /** @type {{ value: number, isPosts: boolean, of: string[] }[]} */ (/** @type {any} */ (globalThis).shifts);
  });

/** @param {import("@playwright/test").Locator} element @param {Theme} theme */
async function readLook(element, theme) {
  const scheme = () => element.locator("glass-net-worked").evaluate((node) => getComputedStyle(node).colorScheme);
  assert.equal(await scheme(), theme, "the scene's colour scheme is the blog's");
  assert.deepEqual(await faintWords(element), [], `words of the scene stand out by 4.5:1 in the ${theme} blog`);
}

/**
 * @param {import("@playwright/test").Browser} browser @param {string} address @param {Built} built
 * @param {Engine} engine @param {Theme} theme @param {Theme} system
 * @param {string} shot Where a picture of the post goes.
 */
async function readTheme(browser, address, built, engine, theme, system, shot) {
  const context = await browser.newContext({
    colorScheme: system,
    reducedMotion: "reduce",
    locale: "ko-KR",
    viewport: { width: 1280, height: 900 },
  });
  /** @type {string[]} */
  const outside = [];
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(noteShifts);
  await page.goto(address + built.post);
  await setTheme(page, engine, theme);
  await readLook(await scene(page), theme);
  await page.reload();
  const element = await scene(page);
  const shifts = await shiftsOf(page);
  const moved = shifts.filter(({ isPosts }) => isPosts);
  assert.deepEqual(moved, [], "nothing of the post moves while the embed comes");
  await readNumbers(element);
  await readLook(element, theme);
  if (theme === system) await page.screenshot({ path: `${shot}-${theme}.jpg`, type: "jpeg", quality: 60 });
  const { width, height } = (await element.boundingBox()) ?? { width: 0, height: 0 };
  if (width >= 688) assert.ok(height <= 640, `at most 640 px tall at ${width} px, received ${height}`);
  const drawn = (await element.locator("glass-net-worked").boundingBox())?.height ?? 0;
  await page.getByText(MOVER).click();
  await page.waitForFunction((at) => /** @type {any} */ (document.querySelector("#net")).state?.at > at, FORWARD);
  await goAwayAndBack(page, engine);
  assert.deepEqual(errors, [], "no error of the page");
  assert.deepEqual(outside, [], "nothing is asked for but what is served here");
  await context.close();
  return { shifts, width, height, drawn };
}

/** @param {import("@playwright/test").Page} page @param {Engine} engine */
async function goAwayAndBack(page, { swaps }) {
  const post = page.url().split("#")[0];
  await page.evaluate(() => Object.assign(globalThis, { isKept: true }));
  await page.getByRole("link", { name: OTHER }).first().click();
  await page.getByRole("heading", { name: OTHER }).waitFor();
  assert.equal(await page.locator("glass-net").count(), 0, "the embed goes with its post");
  await page.getByRole("paragraph").getByRole("link", { name: "Post" }).click();
  await readNumbers(await scene(page));
  assert.equal(page.url().split("#")[0], post);
  const isKept = await page.evaluate(() => "isKept" in globalThis);
  assert.equal(isKept, Boolean(swaps), `pages are ${swaps ? "swapped" : "loaded"}`);
}

/** @param {Built} built */
function readFeed({ folder, feed }) {
  const text = readFileSync(join(folder, feed), "utf8").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  const named = (/** @type {RegExp} */ what, /** @type {string} */ name) =>
    assert.match(text, what, `${feed}: ${name}`);
  named(/<img [^>]*poster[^>]*>/, "the picture");
  named(new RegExp(SENTENCE), "the sentence");
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {Built} built
 * @param {Engine} engine
 * @param {string} shot Where pictures of the post go, without their ends.
 */
export async function readBlog(browser, address, built, engine, shot) {
  readFeed(built);
  const seen = [];
  for (const theme of THEMES)
    for (const system of THEMES)
      seen.push({ theme, system, ...(await readTheme(browser, address, built, engine, theme, system, shot)) });
  return seen;
}
