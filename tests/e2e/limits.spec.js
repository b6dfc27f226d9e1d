/** What is larger than the page takes: its sentence names the limit, and leads to the export for Keras. */
import { expect, test } from "@playwright/test";
import { barOf, drop, fileOf, openPlayground, openTab, panelOf, playgroundOf, press } from "./playground.js";
import { openWithTable, type } from "./playground-setup.js";
import { ko } from "./words.js";

/** @import { Locator, Page } from "@playwright/test" */

/**
 * From a sentence that names a limit to the tab with the exports.
 * @param {Page} page @param {Locator} note @param {string} told
 */
async function goOnFrom(page, note, told) {
  await expect(note).toContainText(told);
  await expect(note).toContainText(ko.errors.larger);
  await press(note, ko.errors.toTools);
  await expect(playgroundOf(page).locator("[role=tab][data-tab=save]")).toHaveAttribute("aria-selected", "true");
  const save = panelOf(page, "save");
  const bar = await barOf(page).boundingBox();
  const under = (bar?.y ?? 0) + (bar?.height ?? 0);
  // The list of tabs and the heading stand below the bar, which stays on top.
  for (const seen of [playgroundOf(page).locator("[role=tablist]"), save.getByRole("heading", { level: 2 })])
    await expect.poll(async () => (await seen.boundingBox())?.y ?? 0).toBeGreaterThanOrEqual(under - 1);
  await expect(save.getByRole("button", { name: ko.save.zip, exact: true })).toBeInViewport();
  for (const name of [ko.save.toolNames.keras, ko.save.toolNames.workers]) {
    const [download] = await Promise.all([page.waitForEvent("download"), press(save, name)]);
    expect(download.suggestedFilename()).toMatch(/\.(keras|zip)$/);
  }
}

test("a table with more columns than the page takes leads to the export", async ({ page }) => {
  await openWithTable(page);
  const table = `${Array.from({ length: 1001 }, (_, i) => `c${i}`).join()}\n${"1,".repeat(1000)}1\n`;
  await drop(page, [fileOf("wide.csv", table)]);
  const note = panelOf(page, "data").locator(".validation-error");
  await goOnFrom(page, note, ko.validationErrors.tooManyColumns("", "1000", "1001"));
});

// Four columns go into 300 units, those into 4096, and these into one.
for (const [name, units, told] of /** @type {const} */ ([
  [
    "more weights than the page takes",
    "4096",
    ko.validationErrors.tooManyParameters(ko.errors.places.layers, "1000000", "1238493"),
  ],
  [
    "a layer wider than the page takes",
    "5000",
    ko.validationErrors.between(`${ko.errors.layer(2)} · ${ko.errors.places.units}`, "1", "4096", "5000"),
  ],
])) {
  test(`a network with ${name} leads to the export`, async ({ page }) => {
    await openPlayground(page);
    await openTab(page, "code");
    await playgroundOf(page).evaluate((node) =>
      /** @type {any} */ (node).lab.change((/** @type {any} */ config) => ({
        ...config,
        model: { ...config.model, layers: [{ units: 300 }, { units: 10 }, ...config.model.layers.slice(-1)] },
      })),
    );
    const panel = panelOf(page, "model");
    await type(panel.locator('[data-layer="1"]').getByLabel(ko.model.units), units);
    await goOnFrom(page, panel.locator(".validation-error"), told);
  });
}
