/**
 * What a reader does with the element, and what stands on the page.
 *
 * @import { Locator, Page } from "@playwright/test"
 * @import { WorkedExample } from "../../www/src/worked/worked-example.js"
 */
import { expect } from "@playwright/test";

/** @param {Page | import("@playwright/test").FrameLocator} page @param {number} [nth] */
export const elementOf = (page, nth = 0) => page.locator("glass-net:not([playground])").nth(nth);

/**
 * Opens a page, the demo page at rest where no address is given, and waits until its first element shows a network.
 * @param {Page} page
 * @param {string} [address]
 */
export async function open(page, address = "index.html?lang=ko&at=0") {
  await page.goto(address);
  const element = elementOf(page);
  await ready(element);
  return element;
}

/** @param {Locator} element */
export const ready = (element) => expect(element.locator("svg.gn-network")).toBeVisible();

/**
 * Something of the scene inside an element.
 * @template T
 * @template A
 * @param {Locator} element
 * @param {(scene: WorkedExample, argument: A) => T} look
 * @param {A} [argument]
 * @returns {Promise<Awaited<T>>}
 */
export const inScene = (element, look, argument) =>
  element.locator("glass-net-worked").evaluate(/** @type {any} */ (look), argument);

/**
 * The trace that the engine recorded for an iteration.
 * @param {Locator} element
 * @param {number} iteration
 * @returns {Promise<import("../../src/bindings/types.js").Trace>}
 */
export const traceOf = (element, iteration) =>
  inScene(element, (scene, n) => /** @type {any} */ (scene.session).trace(n), iteration);

/** @param {Locator} element @returns {Promise<number>} */
export const positionOf = (element) => element.evaluate((node) => /** @type {any} */ (node).state?.at ?? -1);

/** @param {Locator} element @param {number} at */
export async function goTo(element, at) {
  await element.evaluate((node, to) => /** @type {any} */ (node).goTo({ at: to }), at);
  await expect.poll(() => positionOf(element)).toBe(at);
}

/** The value that the picture prints in a unit. @param {Locator} element @param {number} layer @param {number} unit */
export const unitOf = (element, layer, unit) =>
  element.locator(`svg.gn-network [data-layer="${layer}"][data-unit="${unit}"]:not([data-input])`);

/** @param {Locator} element @param {number} layer @param {number} unit @param {number} input */
export const linkOf = (element, layer, unit, input) =>
  element.locator(`svg.gn-network [data-layer="${layer}"][data-unit="${unit}"][data-input="${input}"]`);

/** Shows all controls where it is narrow. @param {Locator} element */
export const unfold = (element) => element.locator(".unfold").click();

/**
 * Opens the table of all values and returns its rows by their first cell.
 * @param {Locator} element
 * @returns {Promise<Record<string, string[]>>}
 */
export async function tableOf(element) {
  const details = element.locator("details.more").nth(1);
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await details.locator("tbody tr").first().waitFor();
  const rows = await details
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? "")));
  // The output stands in two tables: as a unit, and beside its target.
  return Object.fromEntries(rows.reverse().map(([name, ...cells]) => [name, cells]));
}

/** The shortest decimal of an f32, with a real minus sign. @param {number} value */
export function f32Text(value) {
  for (let digits = 1; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === Math.fround(value)) return text;
  }
  return value;
}

/** A printed number as a number: "−1.31 × 10⁻⁵" too. @param {string} text */
export function printed(text) {
  const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const plain = text
    .replace(/\s*×\s*10/, "e")
    .replace(/⁻/g, "-")
    .replace(/−/g, "-")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)));
  return Number(plain);
}
