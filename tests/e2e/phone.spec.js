/** On a phone, by touch alone: what stays in view, what a swipe does, and how long the page of the demo is. */
import { expect, test } from "@playwright/test";
import { columnsOf } from "../../www/src/bench/network-columns.js";
import { middleOf } from "../../www/src/bench/network-hit.js";
import { layoutOf } from "../../www/src/bench/network-layout.js";
import { activeLayers } from "../../www/src/experiment/layers.js";
import { inLab, networkOf, openPlayground, openTab, outputOf, playgroundOf, ready, TABS } from "./playground.js";
import { open } from "./reader.js";
import { swipe } from "./touch.js";

/** @import { Locator, Page } from "@playwright/test" */

test.use({ hasTouch: true, viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

/** @param {Page} page */
const chosen = (page) => playgroundOf(page).locator("[role=tab][aria-selected=true]");

/** @param {Locator} locator */
async function boxOf(locator) {
  const box = await locator.boundingBox();
  expect(box).not.toBeNull();
  return /** @type {NonNullable<typeof box>} */ (box);
}

for (const [width, height] of [
  [360, 740],
  [412, 915],
]) {
  test(`the output, the tabs and the dock stay in view while a tab is read, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openPlayground(page, { preset: "xor" });
    await openTab(page, "table");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
    const output = await boxOf(outputOf(page));
    const tabs = await boxOf(playgroundOf(page).locator("[role=tablist]"));
    const dock = await boxOf(playgroundOf(page).locator("gn-bench-bar"));
    expect([output.y, output.height]).toEqual([0, 208]);
    expect([tabs.y, dock.y + dock.height, dock.height]).toEqual([208, height, 56]);
  });
}

test("lying, a phone has room for what is read: nothing but the dock stays", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 360 });
  await openPlayground(page, { preset: "xor" });
  await openTab(page, "table");
  await page.evaluate(() => scrollTo(0, 600));
  expect((await boxOf(outputOf(page))).y).toBeLessThan(-208);
});

test("a swipe changes the tab, and what is chosen begins below them", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await expect(chosen(page)).toHaveAttribute("data-tab", "network");
  await swipe(page, [300, 560], [60, 570]);
  await expect(chosen(page)).toHaveAttribute("data-tab", "data");
  await swipe(page, [60, 660], [300, 660]);
  await expect(chosen(page)).toHaveAttribute("data-tab", "network");

  const panel = await openTab(page, "evaluate");
  await page.evaluate(() => scrollTo(0, 900));
  await page.keyboard.press("ArrowRight");
  await expect(chosen(page)).toHaveAttribute("data-tab", "compare");
  await expect(panel).toBeHidden();
  const tabs = await boxOf(playgroundOf(page).locator("[role=tablist]"));
  const compare = await boxOf(playgroundOf(page).locator("gn-compare-panel"));
  expect(compare.y).toBeGreaterThanOrEqual(tabs.y + tabs.height - 1);
});

test("a move down, a short one, and one over what moves sideways itself change no tab", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await swipe(page, [200, 640], [180, 400]);
  await swipe(page, [200, 560], [160, 560]);
  await swipe(page, [300, 100], [60, 100]);
  await expect(chosen(page)).toHaveAttribute("data-tab", "network");
  await page.evaluate(() => scrollTo(0, 0));
  await openTab(page, "code");
  const code = playgroundOf(page).locator("pre.code");
  await code.scrollIntoViewIfNeeded();
  expect(await code.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeGreaterThan(1);
  const { y, height } = await boxOf(code);
  const middle = (Math.max(y, 260) + Math.min(y + height, 680)) / 2;
  await swipe(page, [300, middle], [60, middle]);
  await expect(chosen(page)).toHaveAttribute("data-tab", "code");
});

test("what the keyboard comes to does not lie under what stays on top", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const panel = await openTab(page, "evaluate");
  // What comes with the first scores stands before what was there.
  await expect(panel.locator(".matrices")).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const first = panel.locator("button, input, select, summary, [tabindex='0']").first();
  await first.evaluate((node) => /** @type {HTMLElement} */ (node).focus({ preventScroll: true }));
  expect((await boxOf(first)).y).toBeGreaterThanOrEqual(251);
});

test("a tap on a unit shows it in the output: nothing needs a pointer that hovers", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const canvas = networkOf(page).locator("canvas");
  const { x, y, height } = await boxOf(canvas);
  const box = await networkOf(page).evaluate((node) => /** @type {any} */ (node).box);
  const setup = await inLab(page, (lab) => lab.setup && { ...lab.setup, trainRows: [], testRows: [] });
  const layout = layoutOf(columnsOf(activeLayers(/** @type {any} */ (setup))), { ...box, height, hasSurfaces: true });
  const unit = middleOf(layout, { column: 1, unit: 1 });
  await page.touchscreen.tap(x + unit.x, y + unit.y);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: 0, unit: 1 });
});

for (const lang of ["ko", "en"]) {
  test(`the page of the demo is at most six screens long, in both views and every tab, ${lang}`, async ({ page }) => {
    test.slow();
    const screens = () => page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
    await open(page, `index.html?lang=${lang}`);
    expect(await screens(), "example").toBeLessThanOrEqual(6);
    await page.goto(`index.html?view=playground&lang=${lang}`);
    await ready(page);
    for (const name of ["network", "data", "settings", ...TABS]) {
      await playgroundOf(page).locator(`[role=tab][data-tab=${name}]`).click();
      await page.waitForTimeout(300);
      expect(await screens(), name).toBeLessThanOrEqual(6);
    }
  });
}
