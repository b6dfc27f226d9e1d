/** A new language fits: with words a third longer nothing is wider than a phone, and no control cuts its text. */
import { expect, test } from "@playwright/test";
import { misfits, openAll } from "./misfits.js";
import { inLab, panelOf, ready } from "./playground.js";
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

test("the playground fits a new language, in every panel before and after training", async ({ page }) => {
  test.slow();
  await page.goto("embed.html?playground&preset=xor&lang=en");
  await ready(page);
  await expect(panelOf(page, "data").getByRole("heading", { level: 2 })).toContainText("⟦");
  await openAll(page);
  await expect.poll(() => misfits(page)).toEqual([]);
  await inLab(page, (lab) => lab.trainTo(20));
  for (const name of /** @type {const} */ (["data", "model", "train", "results", "compare", "save"])) {
    await panelOf(page, name).scrollIntoViewIfNeeded();
    await openAll(page);
    await expect.poll(() => misfits(page), name).toEqual([]);
  }
});

test("the author page fits a new language", async ({ page }) => {
  await page.goto("author.html?page=en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator(".layer").first()).toBeVisible();
  await openAll(page);
  await expect.poll(() => misfits(page)).toEqual([]);
});

test("the demo page fits a new language", async ({ page }) => {
  await page.goto("index.html?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator("glass-net .prose").first()).toContainText("⟦");
  await expect.poll(() => misfits(page)).toEqual([]);
});
