/**
 * What a reader does with the settings of a playground, and what the engine made of them.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect } from "@playwright/test";
import { openPlayground, openTab, playgroundOf } from "./playground.js";

/** @typedef {import("../../www/src/experiment/types.js").Setup} Setup */

/** Opens a playground and waits until its table is there. @param {Page} page @param {Record<string, string>} [keys] */
export async function openWithTable(page, keys) {
  await openPlayground(page, keys);
  await openTab(page, "table");
  await expect(page.locator("gn-data-table [role=row]").nth(1)).toBeVisible();
}

/**
 * A part of the setup, as the engine gave it.
 * @template T
 * @param {Page} page
 * @param {(setup: Setup) => T} read
 * @returns {Promise<T>}
 */
export const setupOf = (page, read) =>
  playgroundOf(page).evaluate(
    (node, code) => new Function(`return (${code})`)()(/** @type {any} */ (node).lab.setup),
    String(read),
  );

/**
 * Waits until a part of the setup is so.
 * @template T
 * @param {Page} page
 * @param {(setup: Setup) => T} read
 * @param {unknown} expected
 */
export const expectSetup = (page, read, expected) => expect.poll(() => setupOf(page, read)).toEqual(expected);

/** Types into a field and leaves it. @param {Locator} field @param {string} text */
export async function type(field, text) {
  await field.fill(text);
  await field.press("Enter");
  await field.blur();
}

/** How much wider than the view the page is. @param {Page} page */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls in a panel that are smaller than a finger. @param {Locator} panel @returns {Promise<string[]>} */
export const smallControls = (panel) =>
  panel.evaluate((node) => {
    /** @param {ParentNode} root @returns {Element[]} */
    const inside = (root) =>
      [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
    return inside(/** @type {ShadowRoot} */ (node.shadowRoot))
      .filter(
        (one) =>
          one.matches("button, select, summary, label.check, label.button, input:not([type=checkbox], [type=file])") &&
          one.checkVisibility(),
      )
      .flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        // Segments stand in a frame of one pixel that belongs to them.
        const least = one.closest(".segments") ? 42 : 43.9;
        return height < least || width < 43.9 ? [`${one.outerHTML.slice(0, 80)} ${width} x ${height}`] : [];
      });
  });
