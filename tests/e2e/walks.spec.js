/**
 * A walk through all of it, by keyboard alone and by touch alone: the first view, play, a weight that is moved,
 * training to the target, a row looked into in the playground, the race of gradient descent.
 *
 * @import { Page } from "@playwright/test"
 */
import { expect, test } from "@playwright/test";
import { barOf, drawerOf, inLab, panelOf, playgroundOf, updatesOf } from "./playground.js";
import { inScene, linkOf, open, positionOf } from "./reader.js";
import { fingerRests, swipe } from "./touch.js";

/** Where the focus is, within all shadow roots: whether it matches. @param {Page} page @param {string} selector */
const isFocused = (page, selector) =>
  page.evaluate((wanted) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.matches(wanted) ?? false;
  }, selector);

/** With the tab key alone. @param {Page} page @param {string} selector @param {"Tab" | "Shift+Tab"} [key] */
async function tabTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isFocused(page, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the focus does not come to ${selector}`);
}

/** The weight from the first input to the first unit. @param {import("@playwright/test").Locator} element */
const firstWeight = (element) => inScene(element, (scene) => scene.session?.config.layers[0].kernel[0][0] ?? NaN);

/** @param {import("@playwright/test").Locator} element */
const isTrained = (element) => inScene(element, (scene) => scene.session?.isTrained ?? false);

test("by keyboard alone a reader comes from the first view to the end of the race", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 800 });
  const element = await open(page, "index.html?lang=ko");
  await expect(element.locator(".invitation")).toBeVisible();
  await tabTo(page, ".button.inviting");
  await page.keyboard.press("Enter");
  await expect.poll(() => positionOf(element)).toBeGreaterThan(22);
  await page.keyboard.press("Enter");
  await expect.poll(() => inScene(element, (scene) => scene.moment.playing)).toBe(false);

  await tabTo(page, '.gn-link[data-layer="0"][data-unit="0"][data-input="0"]', "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => firstWeight(element)).toBeGreaterThan(2);
  await expect.poll(() => isTrained(element)).toBe(true);
  await page.keyboard.press("t");
  await expect(element.locator(".ending")).toBeVisible({ timeout: 60_000 });

  await tabTo(page, '[data-view="playground"]', "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => updatesOf(page)).toBe(0);
  await tabTo(page, "button.primary");
  await page.keyboard.press("Enter");
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(20);
  await tabTo(page, "button.look");
  await page.keyboard.press("Enter");
  await expect(drawerOf(page).locator("svg.gn-network")).toBeVisible();
  expect(await inLab(page, (lab) => lab.running)).toBe(false);
  await page.keyboard.press("Escape");
  await tabTo(page, "[role=tab]");
  for (let presses = 0; presses < 12 && !(await isFocused(page, "[data-tab=compare]")); presses += 1)
    await page.keyboard.press("ArrowRight");
  await tabTo(page, "button.start");
  await page.keyboard.press("Enter");
  await expect(panelOf(page, "compare").locator(".outcome details.table")).toBeVisible({ timeout: 60_000 });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("by touch alone a reader comes from the first view to the end of the race", async ({ page }) => {
    test.slow();
    const element = await open(page, "index.html?lang=ko");
    await expect(element.locator(".invitation")).toHaveCount(1, { timeout: 20_000 });
    await element.locator(".button.inviting").tap();
    await expect.poll(() => positionOf(element)).toBeGreaterThan(22);
    await element.locator(".button.primary").tap();
    await expect.poll(() => inScene(element, (scene) => scene.moment.playing)).toBe(false);

    const link = linkOf(element, 0, 0, 0).locator(".gn-hit");
    await link.evaluate((node) => node.scrollIntoView({ block: "center" }));
    const box = await link.boundingBox();
    if (!box) throw new Error("the link is not drawn");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isFetched = () => expect.poll(() => inScene(element, (scene) => scene.opened !== undefined)).toBe(true);
    await swipe(page, [x, y], [x + 80, y], isFetched);
    await expect.poll(() => firstWeight(element)).toBeGreaterThan(2);
    await expect.poll(() => isTrained(element)).toBe(true);
    await fingerRests(page);
    await element.locator(".unfold").tap();
    await expect(element.locator(".errands")).toBeVisible();
    await element.locator(".errands .worded").first().tap();
    await expect(element.locator(".ending")).toHaveCount(1, { timeout: 60_000 });

    await page.locator('[data-view="playground"]').tap();
    await expect.poll(() => updatesOf(page)).toBe(0);
    await barOf(page).locator("button.primary").tap();
    await expect.poll(() => updatesOf(page)).toBeGreaterThan(20);
    await playgroundOf(page).locator("button.look").tap();
    await expect(drawerOf(page).locator("svg.gn-network")).toBeVisible();
    expect(await inLab(page, (lab) => lab.running)).toBe(false);
    await drawerOf(page).locator("button.close").tap();
    await playgroundOf(page).locator("[role=tab][data-tab=compare]").tap();
    await panelOf(page, "compare").locator("button.start").tap();
    await expect(panelOf(page, "compare").locator(".outcome details.table")).toBeVisible({ timeout: 60_000 });
  });
});
