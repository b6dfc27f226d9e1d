/**
 * The demo page: its two views, and the playground's experiment in its address, with what was trained in its tab.
 *
 * @import { ExperimentConfig } from "../../www/src/experiment/types.js"
 */
import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/src/experiment/presets.js";
import {
  barOf,
  bitsOf,
  inLab,
  openPlayground,
  openTab,
  panelOf,
  playgroundOf,
  press,
  ready,
  updatesOf,
} from "./playground.js";
import { ko } from "./words.js";

/** Opens the playground's view and waits for it. @param {import("@playwright/test").Page} page */
async function reach(page) {
  const link = page.locator("#views a[data-view=playground]");
  if ((await link.getAttribute("aria-current")) !== "page") await link.click();
  await ready(page);
}

/** @param {import("@playwright/test").Page} page @param {string} [query] */
async function openDemo(page, query = "") {
  await page.goto(`index.html?lang=ko${query}`);
  await expect(page.locator("#views a").last()).toHaveText(ko.demo.views.playground);
  await reach(page);
}

/** @param {import("@playwright/test").Page} page */
const keysOf = (page) => Object.fromEntries(new URL(page.url()).searchParams);
/** The configuration in the address, as text. @param {import("@playwright/test").Page} page */
const configOf = (page) => atob((keysOf(page).config ?? "").replace(/-/g, "+").replace(/_/g, "/"));

/** Begins with another experiment. @param {import("@playwright/test").Page} page @param {ExperimentConfig} config */
const begin = (page, config) =>
  playgroundOf(page).evaluate((node, made) => /** @type {any} */ (node).lab.change(() => made), config);

/** The data of the experiment at hand. @param {import("@playwright/test").Page} page */
const sourceOf = (page) => inLab(page, (lab) => lab.setup?.config.data.source);

/** Trains one epoch and a batch. @param {import("@playwright/test").Page} page @param {number} updates Of an epoch. */
async function train(page, updates) {
  await press(barOf(page), ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(updates);
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(updates + 1);
  return bitsOf(page);
}

test("a preset stays in the address, and what was trained is there after a reload, bits equal", async ({ page }) => {
  await openDemo(page, "&preset=spiral");
  // 280 rows in batches of 5.
  const bits = await train(page, 56);
  await expect.poll(() => keysOf(page)).toEqual({ preset: "spiral", lang: "ko" });
  await page.reload();
  await reach(page);
  await expect.poll(() => updatesOf(page)).toBe(57);
  expect(await bitsOf(page)).toEqual(bits);
  expect(await sourceOf(page)).toBe("spirals");
  expect(keysOf(page)).toEqual({ preset: "spiral", lang: "ko" });
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(58);
});

test("from the page as it opens, two clicks lead to a solved xor", async ({ page }) => {
  await page.goto("index.html?lang=ko");
  await page.locator("#views").getByText(ko.demo.views.playground).click();
  await barOf(page).getByRole("button", { name: ko.train.run, exact: true }).click();
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why), { timeout: 40_000 }).toBe("finished");
  const [right, all] = await inLab(page, async (lab) => {
    const [a, b, c, d] = await lab.ask("confusion", "test");
    return [a + d, a + b + c + d];
  });
  expect(right / all).toBeGreaterThanOrEqual(0.95);
});

test("the example is there while the address keeps the experiment, and the language leaves both", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 400 });
  await page.goto("index.html?view=example&preset=spiral&lang=ko");
  await expect(page.locator("#example svg.gn-network")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect.poll(() => keysOf(page)).toEqual({ view: "example", preset: "spiral", lang: "en" });
});

test("the browser's way back leads through views and experiments", async ({ page }) => {
  await page.goto("index.html?lang=ko");
  await reach(page);
  expect(await sourceOf(page)).toBe("xor");
  await begin(page, PRESETS.softmax);
  await expect.poll(() => keysOf(page)).toEqual({ preset: "softmax", lang: "ko" });
  await page.goBack();
  await expect.poll(() => sourceOf(page)).toBe("xor");
  expect(keysOf(page)).toEqual({ view: "playground", lang: "ko" });
  await page.goBack();
  await expect(page.locator("#example svg.gn-network")).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect.poll(() => sourceOf(page)).toBe("blobs");
  await expect(page.locator("#example")).toBeHidden();
});

test("the chosen tab is in the address and survives a reload", async ({ page }) => {
  await openDemo(page);
  await openTab(page, "compare");
  await expect.poll(() => keysOf(page)).toEqual({ view: "playground", tab: "compare", lang: "ko" });
  await page.reload();
  await reach(page);
  await expect(panelOf(page, "compare")).toBeVisible();
  await expect(panelOf(page, "data")).toBeHidden();
});

test("what the reader changes goes into the address, and whoever opens it has the same experiment", async ({
  page,
  context,
}) => {
  await openDemo(page);
  await begin(page, { ...PRESETS.xor, data: { source: "moons" } });
  await expect.poll(() => keysOf(page).config).toBeTruthy();
  expect(keysOf(page).preset).toBeUndefined();
  await expect.poll(() => sourceOf(page)).toBe("moons");
  const bits = await train(page, 14);
  const other = await context.newPage();
  await other.goto(page.url());
  await reach(other);
  expect(await updatesOf(other), "another tab begins at the start").toBe(0);
  expect(await train(other, 14)).toEqual(bits);
  await begin(page, PRESETS["tutorial-2"]);
  await expect.poll(() => keysOf(page)).toEqual({ preset: "tutorial-2", lang: "ko" });
});

const TABLE = `a,b,y\n${Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 5},${i}`).join("\n")}\n`;

/** @param {import("@playwright/test").Page} page */
async function openFile(page) {
  await openTab(page, "table");
  await panelOf(page, "data")
    .locator("input[type=file]")
    .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });
  await expect.poll(() => inLab(page, (lab) => lab.setup?.data.name)).toBe("mine.csv");
}

test("an address of a file's experiment asks for the file by its name, and keeps the settings", async ({
  page,
  context,
}) => {
  await openDemo(page);
  await openFile(page);
  await inLab(page, (lab) => lab.change((config) => ({ ...config, scaling: "standard", split: { testSize: 0.25 } })));
  await expect.poll(() => configOf(page)).toContain("0.25");
  const other = await context.newPage();
  await other.goto(page.url());
  await reach(other);
  await expect(playgroundOf(other).getByText("mine.csv")).toBeVisible();
  await openFile(other);
  expect(await inLab(other, (lab) => [lab.setup?.config.scaling, lab.setup?.config.split])).toEqual([
    "standard",
    { testSize: 0.25, seed: 100 },
  ]);
});

test("a reader's own rows are in no address; they are there again on the way back from the author page", async ({
  page,
}) => {
  await openDemo(page, "&preset=xor");
  await openFile(page);
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  const bits = await bitsOf(page);
  await expect.poll(() => configOf(page)).toContain("mine.csv");
  expect(page.url().length, "without its rows").toBeLessThan(1000);
  await page.locator("#author").click();
  await expect(page.locator("a.brand")).toBeVisible();
  for (const back of [() => page.goBack(), () => page.locator("a.brand").click()]) {
    await back();
    await reach(page);
    await expect.poll(() => inLab(page, (lab) => lab.setup?.data.name)).toBe("mine.csv");
    await expect.poll(() => updatesOf(page)).toBe(1);
    expect(await bitsOf(page)).toEqual(bits);
    await page.locator("#author").click();
    await expect(page.locator("a.brand")).toBeVisible();
  }
});

test("a tab that is reloaded while it trains is where it was, and an address of another experiment wins", async ({
  page,
}) => {
  await openDemo(page, "&preset=xor");
  await press(barOf(page), ko.train.run);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(30);
  await page.reload();
  await reach(page);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(30);
  await openDemo(page, "&preset=softmax");
  expect(await sourceOf(page)).toBe("blobs");
  expect(await updatesOf(page)).toBe(0);
});

test("the address is not written while it trains", async ({ page }) => {
  await page.addInitScript(() => {
    const write = history.replaceState.bind(history);
    Object.assign(window, { written: 0 });
    history.replaceState = (...state) => {
      /** @type {any} */ (window).written++;
      write(...state);
    };
  });
  await openDemo(page, "&preset=xor");
  await press(barOf(page), ko.train.toEnd);
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why)).toBe("finished");
  // The example is there, the playground is there, training is over.
  expect(await page.evaluate(() => /** @type {any} */ (window).written)).toBeLessThanOrEqual(3);
});

test("the element by itself touches neither address nor storage", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const address = page.url();
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  await begin(page, PRESETS.softmax);
  await expect.poll(() => sourceOf(page)).toBe("blobs");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});
