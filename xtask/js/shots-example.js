/**
 * Contact sheets of the worked example on the demo page: its first ten seconds, and an iteration unit by unit, each of
 * them under way and done.
 */

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Shot } from "./sheet.js" */

/** How the pictures of a width stand in a sheet. */
export const EXAMPLE_SIZES = [
  { width: 1280, height: 900, scale: 0.75, columns: 4 },
  { width: 700, height: 900, scale: 1, columns: 4 },
  { width: 360, height: 740, scale: 1, columns: 8 },
];
const SECONDS = 10;
/** Of a step that is under way, in milliseconds. */
const UNDER_WAY = 700;

/** @typedef {{ site: string, lang: string, theme: "light" | "dark", size: typeof EXAMPLE_SIZES[number] }} Asked */

/** The demo page, whose time stands still once its example is there. @param {Browser} browser @param {Asked} asked */
async function open(browser, { site, lang, theme, size: { width, height } }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, baseURL: site });
  await page.clock.install();
  await page.goto(`index.html?lang=${lang}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner?.player.playing);
  // By the time that the browser has heard of it, this must not be over.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500);
  return page;
}

/**
 * A picture of the page, or of the example alone where it has more to show than one screen.
 * @param {Page} page @param {string} name @param {Asked["size"]} size @param {boolean} [alone] @returns {Promise<Shot>}
 */
async function shot(page, name, { width, height }, alone) {
  const box = alone ? ((await page.locator("#example").boundingBox()) ?? undefined) : undefined;
  const clip = box && { ...box, height: Math.min(box.height, height - box.y) };
  return { name, picture: (await page.screenshot({ clip })).toString("base64"), width, height, ...clip };
}

/** @template T @param {T[]} all @param {number} length @returns {T[][]} */
const inLines = (all, length) => (all.length ? [all.slice(0, length), ...inLines(all.slice(length), length)] : []);

/** @param {Browser} browser @param {Asked} asked */
export async function firstSeconds(browser, asked) {
  const page = await open(browser, asked);
  const shots = [await shot(page, "first", asked.size)];
  for (let seconds = 0.5; seconds <= SECONDS; seconds += 0.5) {
    await page.clock.runFor(500);
    // After the loss it stands.
    if (seconds <= 5 || seconds === SECONDS) shots.push(await shot(page, `${seconds} s`, asked.size));
  }
  await page.close();
  return inLines(shots, asked.size.columns);
}

/** @param {Browser} browser @param {Asked} asked */
export async function iteration(browser, asked) {
  const page = await open(browser, asked);
  const element = page.locator("#example");
  await element.evaluate((node) => {
    /** @type {any} */ (node).goTo({ at: 0 });
    node.scrollIntoView({ block: "start" });
  });
  const steps = await element.evaluate((node) => /** @type {any} */ (node).inner.session.marks.unit.length);
  const shots = [];
  for (let step = 1; step <= steps; step += 1) {
    await element.evaluate((node) => /** @type {any} */ (node).step());
    await page.clock.runFor(UNDER_WAY);
    shots.push(await shot(page, `step ${step}, under way`, asked.size, true));
    await page.clock.runFor(3000);
    shots.push(await shot(page, `step ${step}, done`, asked.size, true));
  }
  await page.close();
  return inLines(shots, asked.size.columns);
}
