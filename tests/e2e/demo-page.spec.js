/** The demo page keeps the playground's experiment: in its address, and what was trained in its tab. */
import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { bitsOf, inLab, openPlayground, panelOf, playgroundOf, press, ready, updatesOf } from "./playground.js";
import { ko } from "./words.js";

/** @param {import("@playwright/test").Page} page */
async function reach(page) {
  await page.locator("#playground-lead").scrollIntoViewIfNeeded();
  await ready(page);
}

/** @param {import("@playwright/test").Page} page @param {string} [query] */
async function openDemo(page, query = "") {
  await page.goto(`index.html?lang=ko${query}`);
  await reach(page);
}

/** @param {import("@playwright/test").Page} page */
const keysOf = (page) => Object.fromEntries(new URL(page.url()).searchParams);
/** @param {import("@playwright/test").Page} page */
const presetOf = (page) => page.getByLabel(ko.shell.preset);

/** Trains one epoch and a batch. @param {import("@playwright/test").Page} page @param {number} updates Of an epoch. */
async function train(page, updates) {
  await press(panelOf(page, "train"), ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(updates);
  await press(panelOf(page, "train"), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(updates + 1);
  return bitsOf(page);
}

test("a preset stays in the address, and what was trained is there after a reload, bits equal", async ({ page }) => {
  await openDemo(page, "&preset=spiral");
  // 210 rows in batches of 10.
  const bits = await train(page, 21);
  await expect.poll(() => keysOf(page)).toEqual({ preset: "spiral", lang: "ko" });
  await page.reload();
  await reach(page);
  await expect.poll(() => updatesOf(page)).toBe(22);
  expect(await bitsOf(page)).toEqual(bits);
  await expect(presetOf(page)).toHaveValue("spiral");
  expect(keysOf(page)).toEqual({ preset: "spiral", lang: "ko" });
  await press(panelOf(page, "train"), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(23);
});

test("the address is right before the playground was reached, and the language leaves it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 400 });
  await page.goto("index.html?preset=spiral&lang=ko");
  await expect(page.locator("#example svg.gn-network")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect.poll(() => keysOf(page)).toEqual({ preset: "spiral", lang: "en" });
});

test("what the reader changes goes into the address, and whoever opens it has the same experiment", async ({
  page,
  context,
}) => {
  await openDemo(page);
  await presetOf(page).selectOption("xor");
  await expect.poll(() => keysOf(page)).toEqual({ preset: "xor", lang: "ko" });
  await panelOf(page, "data").getByLabel(ko.data.source, { exact: true }).selectOption("moons");
  await expect.poll(() => keysOf(page).config).toBeTruthy();
  expect(keysOf(page).preset).toBeUndefined();
  await expect.poll(() => inLab(page, (lab) => lab.setup?.config.data.source)).toBe("moons");
  const bits = await train(page, 14);
  const other = await context.newPage();
  await other.goto(page.url());
  await reach(other);
  expect(await updatesOf(other), "another tab begins at the start").toBe(0);
  expect(await train(other, 14)).toEqual(bits);
  await presetOf(page).selectOption("tutorial-2");
  await expect.poll(() => keysOf(page)).toEqual({ lang: "ko" });
});

test("a preset's description stands there as long as it is true", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const about = playgroundOf(page).locator(".about");
  await expect(about).toContainText(ko.shell.presets.xor.about);
  await panelOf(page, "train").getByText(ko.train.settings).click();
  const epochs = panelOf(page, "train").getByLabel(ko.train.epochs);
  await epochs.fill("7");
  await epochs.press("Enter");
  await expect.poll(() => inLab(page, (lab) => lab.setup?.epochs)).toBe(7);
  await press(panelOf(page, "train"), ko.train.reseed);
  await expect.poll(() => inLab(page, (lab) => lab.config.model?.seed)).not.toBe(PRESETS.xor.model?.seed);
  await expect(about, "however long it is trained, from whichever weights").toContainText(ko.shell.presets.xor.about);
  await panelOf(page, "data").getByLabel(ko.data.source, { exact: true }).selectOption("moons");
  await expect(about).toHaveCount(0);
  await expect(presetOf(page)).toHaveValue("");
  await expect(presetOf(page).locator("option:checked")).toHaveText(ko.shell.own);
  await presetOf(page).selectOption("xor");
  await expect(about).toContainText(ko.shell.presets.xor.about);
  await openPlayground(page, { preset: "xor", data: "moons" });
  await expect(about, "other data than the preset's").toHaveCount(0);
});

const TABLE = `a,b,y\n${Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 5},${i}`).join("\n")}\n`;

test("a reader's own rows are in no address; they are there again on the way back from the author page", async ({
  page,
}) => {
  await openDemo(page, "&preset=xor");
  await panelOf(page, "data")
    .locator("input[type=file]")
    .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });
  await expect.poll(() => inLab(page, (lab) => lab.setup?.data.name)).toBe("mine.csv");
  await press(panelOf(page, "train"), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  const bits = await bitsOf(page);
  await expect.poll(() => keysOf(page)).toEqual({ lang: "ko" });
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
  await press(panelOf(page, "train"), ko.train.run);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(30);
  await page.reload();
  await reach(page);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(30);
  await openDemo(page, "&preset=softmax");
  await expect(presetOf(page)).toHaveValue("softmax");
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
  await press(panelOf(page, "train"), ko.train.toEnd);
  await expect(panelOf(page, "train").getByText(ko.train.ends.finished)).toBeVisible();
  // The example is there, the playground is there, training is over.
  expect(await page.evaluate(() => /** @type {any} */ (window).written)).toBeLessThanOrEqual(3);
});

test("the element by itself touches neither address nor storage", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "xor" });
  const address = page.url();
  await press(panel, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  await presetOf(page).selectOption("softmax");
  await expect.poll(() => inLab(page, (lab) => lab.setup?.config.data.source)).toBe("blobs");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});
