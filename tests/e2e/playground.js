/**
 * What a reader does with a playground, and what its lab knows.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect } from "@playwright/test";

/** @param {Page} page */
export const playgroundOf = (page) => page.locator("glass-net-playground");

/** @param {Page} page @param {"data" | "model" | "train" | "results" | "compare" | "keep"} name */
export const panelOf = (page, name) => page.locator(`gn-${name}-panel`);

/** Opens a playground and waits until its experiment is there. @param {Page} page @param {Record<string, string>} [keys] */
export async function openPlayground(page, keys = {}) {
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", lang: "ko", ...keys })}`);
  await ready(page);
  return panelOf(page, "train");
}

/** @param {Page} page */
export async function ready(page) {
  await expect(panelOf(page, "keep").getByRole("heading", { level: 2 })).toBeVisible({ timeout: 15_000 });
}

/**
 * Something of the lab: the state that the panels draw.
 * @template T @param {Page} page @param {(lab: import("../../www/src/playground/lab.js").Lab) => T} look
 * @returns {Promise<Awaited<T>>}
 */
export const inLab = (page, look) =>
  playgroundOf(page).evaluate((element, code) => new Function(`return (${code})`)()(/** @type {any} */ (element).lab), String(look));

/** @param {Page} page */
export const updatesOf = (page) => inLab(page, (lab) => lab.state?.updates ?? -1);

/** The bits of all weights. @param {Page} page */
export const bitsOf = (page) => inLab(page, async (lab) => Array.from(new Uint32Array(/** @type {any} */ (await lab.ask("weights")).slice().buffer)));

/** @param {Locator} panel @param {string} name */
export const press = (panel, name) => panel.getByRole("button", { name, exact: true }).click();
