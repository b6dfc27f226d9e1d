/**
 * What a reader does with a playground, and what its lab knows.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { COLORS } from "../../www/src/theme.js";

/** @typedef {"data" | "model" | "train" | "results" | "compare" | "save"} PanelName */

/** @param {Page} page */
export const playgroundOf = (page) => page.locator("glass-net-playground");

/** @param {Page} page @param {PanelName} name */
export const panelOf = (page, name) => page.locator(`gn-${name}-panel`);

/**
 * Opens a playground and waits until its experiment is there.
 * @param {Page} page
 * @param {Record<string, string>} [keys]
 */
export async function openPlayground(page, keys = {}) {
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", lang: "ko", ...keys })}`);
  await ready(page);
  return panelOf(page, "train");
}

/** @param {Page} page */
export async function ready(page) {
  await expect(panelOf(page, "save").getByRole("heading", { level: 2 })).toBeVisible({ timeout: 15_000 });
}

/**
 * Something of the lab: the state that the panels draw.
 * @template T @param {Page} page @param {(lab: import("../../www/src/experiment/lab.js").Lab) => T} look
 * @returns {Promise<Awaited<T>>}
 */
export const inLab = (page, look) =>
  playgroundOf(page).evaluate(
    (element, code) => new Function(`return (${code})`)()(/** @type {any} */ (element).lab),
    String(look),
  );

/** @param {Page} page */
export const updatesOf = (page) => inLab(page, (lab) => lab.state?.updates ?? -1);

/** The bits of all weights. @param {Page} page */
export const bitsOf = (page) =>
  inLab(page, async (lab) => Array.from(new Uint32Array(/** @type {any} */ (await lab.ask("weights")).slice().buffer)));

/** @param {Locator} panel @param {string} name */
export const press = (panel, name) => panel.getByRole("button", { name, exact: true }).click();

/** The element is see-through: a page brings its own ground. @param {Page} page @param {"light" | "dark"} theme */
export const onGround = (page, theme) =>
  page.addStyleTag({ content: `body { background: ${COLORS.surface[theme === "light" ? 0 : 1]}; }` });

/** What axe finds serious in a panel. @param {Page} page @param {PanelName} name */
export async function seriousFindings(page, name) {
  const { violations } = await new AxeBuilder({ page })
    .include({ fromShadowDom: ["glass-net", "glass-net-playground", `gn-${name}-panel`] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
