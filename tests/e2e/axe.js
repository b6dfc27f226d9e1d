/** What axe finds on a page. */
import { expect } from "@playwright/test";
import axe from "axe-core";

/** @typedef {string | { fromShadowDom: string[] }} Selector */
/** @typedef {{ id: string, impact?: string | null, nodes: { html: string, target: string }[] }} Finding */

/**
 * Axe comes into the page once, and only what it finds comes back: most of its time would go into the rest.
 * @param {import("@playwright/test").Page} page
 * @param {{ include?: Selector[], exclude?: Selector[] }} [parts]
 * @returns {Promise<Finding[]>}
 */
export async function findingsOf(page, { include = ["html"], exclude = [] } = {}) {
  expect(page.frames(), "axe looks into no frame").toHaveLength(1);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (context) => {
      const { violations } = await /** @type {any} */ (window).axe.run(context, { resultTypes: ["violations"] });
      return violations.map((/** @type {any} */ { id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map((/** @type {any} */ { html, target }) => ({ html, target: target.join(" ") })),
      }));
    },
    { include, exclude },
  );
}

/** Of that, what is serious. @type {(...found: Parameters<typeof findingsOf>) => Promise<string[]>} */
export const seriousFindingsOf = async (...where) =>
  (await findingsOf(...where))
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
