/** The author page as its tests use it. */
import { expect } from "@playwright/test";
import { elementOf } from "./reader.js";
import { en } from "./words.js";

/** An example of an author's own, in the page's address. */
export const OWN = "target=0.9&inputs=2,-1&claims=1.1=0.953,loss=0.3&lang=en&digits=4";

/** @param {import("@playwright/test").Page} page @param {string} [query] */
export async function open(page, query = OWN) {
  await page.goto(`author.html?page=en&${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.author.title);
  await expect.poll(() => elementOf(page).evaluate((node) => Boolean(/** @type {any} */ (node).state))).toBe(true);
}

/** @param {import("@playwright/test").Page} page @param {string} name */
export const textOf = (page, name) => page.locator(`#text-${name}`).evaluate((node) => node.textContent ?? "");

/** With the other ways of the place unfolded. @param {import("@playwright/test").Page} page @param {string} name */
export async function writeIn(page, name) {
  await page.locator("#place").selectOption(name);
  await page.locator(".others").evaluate((node) => node.setAttribute("open", ""));
}
