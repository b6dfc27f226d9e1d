/**
 * What a reader sees of a scene, and what its lab knows.
 *
 * @import { Locator, Page } from "@playwright/test"
 * @import { Lab } from "../../www/src/experiment/lab.js"
 */
import { expect } from "@playwright/test";

/** @typedef {"row" | "run" | "batches" | "descent" | "surface"} Name */

/**
 * Opens a scene by itself and waits until its experiment is there.
 * @param {Page} page
 * @param {Name} scene
 * @param {Record<string, string>} [keys]
 */
export async function openScene(page, scene, keys = {}) {
  await page.goto(`embed.html?${new URLSearchParams({ scene, lang: "en", ...keys })}`);
  const element = page.locator(`glass-net-${scene}`);
  await expect(element.locator(".scene")).toBeVisible({ timeout: 15_000 });
  return element;
}

/** @template T @param {Locator} scene @param {(lab: Lab) => T} look @returns {Promise<Awaited<T>>} */
export const inLab = (scene, look) =>
  scene.evaluate((element, code) => new Function(`return (${code})`)()(/** @type {any} */ (element).lab), String(look));

/** @param {Locator} scene */
export const updatesOf = (scene) => inLab(scene, (lab) => lab.state?.updates ?? -1);

/** @param {Locator} scene @param {string} name */
export const press = (scene, name) => scene.getByRole("button", { name, exact: true }).click();

/** The bits of all weights. @param {Locator} scene */
export const bitsOf = (scene) =>
  inLab(scene, async (lab) =>
    Array.from(new Uint32Array(/** @type {any} */ (await lab.ask("weights")).slice().buffer)),
  );

/** Keeps what a page's embeds tell. @param {Page} page */
export const listen = (page) =>
  page.addInitScript(() => {
    const told = /** @type {any[]} */ (/** @type {any} */ (window).told = []);
    for (const what of ["ready", "step", "phase", "epoch", "end", "error"]) {
      document.addEventListener(`glass-net-${what}`, (event) =>
        told.push({
          what,
          on: /** @type {Element} */ (event.target).localName,
          ...JSON.parse(JSON.stringify(/** @type {CustomEvent} */ (event).detail)),
        }),
      );
    }
  });

/** @param {Page} page @param {string} what @returns {Promise<any[]>} */
export const toldOf = (page, what) =>
  page.evaluate(
    (name) => /** @type {any} */ (window).told.filter((/** @type {any} */ event) => event.what === name),
    what,
  );
