/** A new language fits: with words a third longer nothing is wider than a phone, and no control cuts its text. */
import { expect, test } from "@playwright/test";
import { misfits, openAll } from "./misfits.js";
import { inLab, openTab, ready, TABS } from "./playground.js";
import { speakPseudo } from "./pseudo-language.js";

const WIDTH = 360;

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await speakPseudo(page);
});

test("the worked example fits a new language, from its first step to its last table", async ({ page }) => {
  await page.goto("embed.html?lang=en&at=0");
  await expect(page.locator("glass-net .prose").first()).toContainText("⟦");
  await openAll(page);
  expect(await misfits(page)).toEqual([]);
  for (const phase of ["forward", "loss", "backward", "update"]) {
    await page.evaluate(
      (name) => /** @type {any} */ (document.querySelector("glass-net")).goTo({ phase: name }),
      phase,
    );
    await page.evaluate(() => /** @type {any} */ (document.querySelector("glass-net")).step());
    await expect.poll(() => misfits(page), phase).toEqual([]);
  }
});

test("the playground fits a new language, in every part and tab before and after training", async ({ page }) => {
  test.slow();
  await page.goto("embed.html?playground&preset=xor&lang=en");
  await ready(page);
  const all = async (/** @type {string} */ when) => {
    await expect.poll(() => misfits(page), when).toEqual([]);
    for (const name of TABS) {
      await expect((await openTab(page, name)).getByRole("heading", { level: 2 })).toContainText("⟦");
      await openAll(page);
      await expect.poll(() => misfits(page), `${name} ${when}`).toEqual([]);
    }
  };
  await all("before training");
  await inLab(page, (lab) => lab.trainTo(20));
  await all("after training");
});

test("the author page fits a new language", async ({ page }) => {
  await page.goto("author.html?page=en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator(".layer").first()).toBeVisible();
  await openAll(page);
  await expect.poll(() => misfits(page)).toEqual([]);
});

test("the demo page fits a new language", async ({ page }) => {
  await page.goto("index.html?lang=en&at=0");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator("glass-net .prose").first()).toContainText("⟦");
  await expect.poll(() => misfits(page)).toEqual([]);
});
