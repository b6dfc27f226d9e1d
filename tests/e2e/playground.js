/**
 * What a reader does with a playground, and what its lab knows.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect } from "@playwright/test";
import { COLORS } from "../../www/src/theme.js";
import { seriousFindingsOf } from "./axe.js";
import { ko } from "./words.js";

/** @typedef {typeof import("./words.js").en} EnglishWords */
/** @typedef {"data" | "model" | "record" | "results" | "compare" | "save"} PanelName */

/** The panel of each tab. */
const PANELS = /** @type {const} */ ({
  table: "data",
  code: "model",
  evaluate: "results",
  compare: "compare",
  layers: "record",
  save: "save",
});

/** @typedef {keyof typeof PANELS} TabName */

export const TABS = /** @type {TabName[]} */ (Object.keys(PANELS));

/** @param {Page} page */
export const playgroundOf = (page) => page.locator("glass-net-playground");

/** @param {Page} page */
export const barOf = (page) => page.locator("gn-bench-bar");

/** @param {Page} page */
export const dataOf = (page) => page.locator("gn-bench-data");

/** @param {Page} page */
export const networkOf = (page) => page.locator("gn-bench-network");

/** @param {Page} page */
export const outputOf = (page) => page.locator("gn-bench-output");

/** @param {Page} page */
export const drawerOf = (page) => page.locator("gn-bench-drawer");

/** @param {Page} page @param {PanelName} name */
export const panelOf = (page, name) => page.locator(`gn-${name}-panel`);

/** Chooses a tab; returns its panel. @param {Page} page @param {TabName} name */
export async function openTab(page, name) {
  const panel = panelOf(page, PANELS[name]);
  await playgroundOf(page).locator(`[role=tab][data-tab=${name}]`).click();
  await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
  return panel;
}

/**
 * Opens the drawer at a row or at the next mini-batch, and returns it.
 * @param {Page} page
 * @param {"oneRow" | "oneBatch"} what
 * @param {typeof ko | EnglishWords} [words]
 */
export async function lookInside(page, what, words = ko) {
  const drawer = drawerOf(page);
  if (!(await drawer.isVisible())) await press(page.locator("gn-bench-strip"), words.bench.strip.look);
  const choice = drawer.getByRole("button", { name: words.train[what], exact: true });
  if ((await choice.getAttribute("aria-pressed")) !== "true") await choice.click();
  return drawer;
}

/**
 * Opens a playground and waits until its experiment is there; returns its bar.
 * @param {Page} page
 * @param {Record<string, string>} [keys]
 */
export async function openPlayground(page, keys = {}) {
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", lang: "ko", ...keys })}`);
  await ready(page);
  return barOf(page);
}

/** @param {Page} page */
export async function ready(page) {
  await expect(barOf(page).locator("button.primary")).toBeEnabled({ timeout: 15_000 });
}

/**
 * Chooses a preset by its chip, or in the menu where there is no room for chips.
 * @param {Page} page @param {string} name
 */
export async function choosePreset(page, name) {
  const chip = barOf(page).locator(`[data-preset="${name}"]`);
  if (await chip.isVisible()) await chip.click();
  else await barOf(page).locator("#preset").selectOption(name);
}

/** Chooses a built-in data set by its picture. @param {Page} page @param {string} name */
export const chooseData = (page, name) => dataOf(page).locator(`[data-set="${name}"]`).click();

/**
 * The field of a number that can be dragged, too.
 * @param {Page} page @param {"rows" | "testSize" | "batchSize"} name
 */
export const dataField = (page, name) => dataOf(page).getByRole("textbox", { name: ko.bench.data[name], exact: true });

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

/** Another experiment, as a link or a preset brings it. @param {Page} page @param {unknown} config */
export const setUp = (page, config) =>
  playgroundOf(page).evaluate((element, given) => /** @type {any} */ (element).lab.change(() => given), config);

/** @typedef {{ name: string, bytes: number[] }} Dropped */

/** @param {string} name @param {Buffer | string} content @returns {Dropped} */
export const fileOf = (name, content) => ({ name, bytes: [...Buffer.from(content)] });

/** Drops files on the network. @param {Page} page @param {Dropped[]} files */
export const drop = (page, files) =>
  networkOf(page).evaluate((node, all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of all) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ["dragenter", "dragover", "drop"])
      node.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }, files);

/** What is said anywhere in the playground. @param {Page} page @param {string} text */
export const said = (page, text) => playgroundOf(page).getByText(text).filter({ visible: true }).first();

/** @param {Page} page */
export const updatesOf = (page) => inLab(page, (lab) => lab.state?.updates ?? -1);

/** The bits of all weights. @param {Page} page */
export const bitsOf = (page) =>
  inLab(page, async (lab) => Array.from(new Uint32Array(/** @type {any} */ (await lab.ask("weights")).slice().buffer)));

/** @param {Locator} part @param {string} name */
export const press = (part, name) => part.getByRole("button", { name, exact: true }).click();

/** The element is see-through: a page brings its own ground. @param {Page} page @param {"light" | "dark"} theme */
export const onGround = (page, theme) =>
  page.addStyleTag({ content: `body { background: ${COLORS.surface[theme === "light" ? 0 : 1]}; }` });

/** What axe finds serious in a panel, or in all of the playground. @param {Page} page @param {PanelName} [name] */
export const seriousFindings = (page, name) =>
  seriousFindingsOf(page, {
    include: [{ fromShadowDom: ["glass-net", "glass-net-playground", ...(name ? [`gn-${name}-panel`] : [])] }],
  });
