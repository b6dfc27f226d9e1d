/** The demo page's programs: what stands there before they run, and all of them one after the other. */
import { expect, test } from "@playwright/test";
import { RECORDED } from "../../www/demo/recorded.js";
import { findingsOf } from "./axe.js";
import { outputOf } from "./code.js";
import { en } from "./words.js";

/** @param {import("@playwright/test").Page} page */
async function openDemo(page) {
  await page.goto("index.html?view=code&lang=en");
  const scenes = page.locator("[data-program] glass-net");
  await expect(scenes).toHaveCount(5);
  // Each comes once the reader is near.
  for (const scene of await scenes.all()) {
    await scene.scrollIntoViewIfNeeded();
    await expect(scene.locator(".output")).toBeVisible();
  }
  return scenes.all();
}

for (const [width, colorScheme] of /** @type {const} */ ([
  [360, "light"],
  [1280, "dark"],
])) {
  test(`before Run each shows what was recorded, within ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const scenes = await openDemo(page);
    const shown = await Promise.all(scenes.map((scene) => scene.locator(".output").textContent()));
    expect(shown).toEqual(Object.values(RECORDED));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await findingsOf(page)).toEqual([]);
  });
}

test("the last one runs those above it first, and prints what was recorded", async ({ page }) => {
  const last = /** @type {import("@playwright/test").Locator} */ ((await openDemo(page)).at(-1));
  await last.getByRole("button", { name: en.code.run, exact: true }).click();
  await last.getByRole("button", { name: en.code.runAbove }).click({ timeout: 30_000 });
  await expect(last.locator(".status.done")).toBeVisible({ timeout: 30_000 });
  expect(await outputOf(last)).toBe(RECORDED.evaluation);
});
