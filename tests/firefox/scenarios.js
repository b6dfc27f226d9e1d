/**
 * What a reader does, told by the bits that came out: the same functions run in every browser.
 *
 * @import { Browser, Page } from "puppeteer-core"
 */
import { readdirSync, readFileSync } from "node:fs";
import { open, SITE } from "./browsers.js";

/** Files as people have them. */
const FOLDER = "tests/fixtures/reports";
export const REPORTS = readdirSync(FOLDER).sort();

/** The scene in an embed, once there is something to see. @param {Page} page @param {string} scene */
async function ready(page, scene) {
  await page.waitForFunction(
    (name) =>
      Boolean(
        /** @type {any} */ (document.querySelector("glass-net"))?.shadowRoot.querySelector(`.ready glass-net-${name}`),
      ),
    {},
    scene,
  );
}

/** What a browser says of a module that is not there. @param {Browser} browser @returns {Promise<string>} */
export async function missingModule(browser) {
  const { page } = await open(browser, "embed.html?lang=en");
  const told = await page.evaluate((address) => import(address).catch(String), `${SITE}nothing.js`);
  await page.close();
  return told;
}

/** The tutorial's example trained to its target: what was recorded natively too. @param {Browser} browser */
export async function workedExample(browser) {
  const { page, thrown } = await open(browser, "embed.html?lang=en");
  await ready(page, "worked");
  await page.locator(">>> [aria-label='Train until it hits the target']").click();
  const atEnd = () => {
    const { moment, session } = /** @type {any} */ (document.querySelector("glass-net")).inner;
    return moment.at === session.last && !moment.running;
  };
  await page.waitForFunction(atEnd);
  const told = await page.evaluate(async () => {
    const bits = (/** @type {Float32Array} */ numbers) =>
      Array.from(new Uint32Array(numbers.slice().buffer), (one) => one.toString(16).padStart(8, "0")).join(" ");
    const element = /** @type {any} */ (document.querySelector("glass-net"));
    const { session } = element.inner;
    const picture = new DOMParser().parseFromString(await element.poster(), "image/svg+xml");
    return {
      losses: bits(session.losses),
      last: session.last,
      claims: session.claims,
      // Letters lie elsewhere in another browser; what the poster shows is the same.
      poster: {
        title: picture.querySelector("title")?.textContent,
        nets: picture.querySelectorAll("svg svg").length,
        words: picture.querySelectorAll("text").length > 10,
      },
    };
  });
  await page.close();
  return { ...told, thrown };
}

/** The preset xor in the playground, trained to its end. @param {Browser} browser */
export async function xor(browser) {
  const { page, thrown } = await open(browser, "embed.html?playground&preset=xor&lang=en");
  await ready(page, "playground");
  const told = await page.evaluate(async () => {
    const { lab } = /** @type {any} */ (document.querySelector("glass-net")).inner;
    const bits = (/** @type {Float32Array} */ numbers) =>
      Array.from(new Uint32Array(numbers.slice().buffer), (one) => one.toString(16).padStart(8, "0")).join(" ");
    const start = bits(await lab.ask("weights"));
    await lab.toEnd();
    const { updates, epochs, end } = lab.state;
    return { start, weights: bits(await lab.ask("weights")), updates, epochs, end, history: await lab.ask("history") };
  });
  await page.close();
  return { ...told, thrown };
}

/**
 * What the page makes of a file that somebody chose: its columns as they were read, or why not.
 * @param {Browser} browser @param {string} name @param {Buffer} bytes
 */
export async function table(browser, name, bytes) {
  const { page, thrown } = await open(browser, "embed.html?playground&lang=en");
  await ready(page, "playground");
  const told = await page.evaluate(
    async (fileName, contents) => {
      const { lab, renderRoot } = /** @type {any} */ (document.querySelector("glass-net")).inner;
      renderRoot.querySelector("[data-tab=table]").click();
      const drawn = () => renderRoot.querySelector("gn-data-panel").renderRoot?.querySelector("input[type=file]");
      while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
      const panel = renderRoot.querySelector("gn-data-panel").renderRoot;
      const before = lab.setup;
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(contents)], fileName));
      const input = drawn();
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const validationError = () => panel.querySelector(".validation-error")?.textContent.trim();
      while (lab.setup === before && !validationError()) await new Promise((resolve) => requestAnimationFrame(resolve));
      if (lab.setup === before) return { rejected: validationError() };
      const {
        data,
        task,
        config: { features, target },
      } = lab.setup;
      return {
        columns: data.columns,
        rows: data.rows,
        features,
        target,
        task,
        cells: await lab.ask("cells", 0, data.rows),
      };
    },
    name,
    [...bytes],
  );
  await page.close();
  return { ...told, thrown };
}

/** @param {string} name */
export const bytesOf = (name) => readFileSync(`${FOLDER}/${name}`);
