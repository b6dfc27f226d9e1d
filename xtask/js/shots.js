// Contact sheets of the playground in target/shots: every preset before, during and after training, at five sizes,
// light and dark, a sheet for each preset and language. It shows the site as it is built.
// usage: node shots.js <chrome> [preset ...]

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { LANGUAGES } from "../../www/src/locales/languages.js";
import { COLORS } from "../../www/src/theme.js";

/** @import { Browser, Page } from "@playwright/test" */

const root = resolve(import.meta.dirname, "../..");
const folder = resolve(root, "target/shots");

const SIZES = [
  [1280, 800],
  [1366, 650],
  [1024, 768],
  [768, 1024],
  [360, 740],
];
const THEMES = /** @type {const} */ (["light", "dark"]);
/** How far training is, as a share of all updates. @type {Record<string, number>} */
const MOMENTS = { before: 0, during: 0.1, after: 1 };
/** The header of the page that stands over the bench. */
const HEADER = 56;
/** Of a picture in a sheet. */
const SCALE = 0.4;

/** @typedef {{ size: number[], theme: string, moment: string, picture: string }} Shot */

/** All that is asked for was drawn. @param {Page} page */
const rest = (page) =>
  page.evaluate(async () => {
    const { lab } = /** @type {any} */ (document.querySelector("glass-net")).inner;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    do for (let i = 0; i < 12; i++) await frame();
    while (lab.busy || lab.running);
  });

/**
 * The playground as a reader of one screen sees it.
 * @param {Browser} browser @param {string} site @param {Record<string, string>} keys @param {number[]} size
 * @param {typeof THEMES[number]} theme
 */
async function open(browser, site, keys, [width, height], theme) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    baseURL: site,
  });
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", ...keys })}`);
  await page.addStyleTag({
    content: `body { margin: 0; padding: ${HEADER}px 16px 0; background: ${COLORS.surface[THEMES.indexOf(theme)]}; }
      glass-net { --glass-net-bench-height: calc(100vh - ${HEADER}px); }`,
  });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("glass-net"))?.inner?.lab?.setup);
  return page;
}

/**
 * @param {Browser} browser @param {string} site @param {Record<string, string>} keys
 * @returns {Promise<Shot[]>}
 */
async function shotsOf(browser, site, keys) {
  const shots = [];
  for (const size of SIZES) {
    for (const theme of THEMES) {
      const page = await open(browser, site, keys, size, theme);
      for (const [moment, share] of Object.entries(MOMENTS)) {
        await page.evaluate(async (part) => {
          const { lab } = /** @type {any} */ (document.querySelector("glass-net")).inner;
          const { iterationsPerEpoch, epochs } = lab.setup;
          await lab.trainTo(Math.round(part * iterationsPerEpoch * epochs));
        }, share);
        await rest(page);
        const picture = (await page.screenshot()).toString("base64");
        shots.push({ size, theme, moment, picture });
      }
      await page.close();
    }
  }
  return shots;
}

/**
 * All pictures of a preset in one: a line for each size.
 * @param {Browser} browser @param {Shot[]} shots @param {string} file
 */
async function tile(browser, shots, file) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const figure = (/** @type {Shot} */ { size: [width, height], theme, moment, picture }) =>
    `<figure><figcaption>${width} × ${height}, ${theme}, ${moment}</figcaption>
        <img width="${width * SCALE}" height="${height * SCALE}" src="data:image/png;base64,${picture}"></figure>`;
  const lines = SIZES.map(
    (size) =>
      `<div>${shots
        .filter((shot) => shot.size === size)
        .map(figure)
        .join("")}</div>`,
  );
  await page.setContent(
    `<style>
      body { display: inline-grid; gap: 12px; margin: 0; padding: 12px; background: #888; font: 12px sans-serif; }
      div { display: flex; gap: 12px; }
      figure { margin: 0; }
      img { display: block; }
    </style>${lines.join("")}`,
  );
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  await page.locator("body").screenshot({ path: file });
  await page.close();
}

const [chrome, ...asked] = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PRESETS));
if (!chrome || unknown) {
  console.error(
    `shots: expected a browser and presets (${Object.keys(PRESETS).join(", ")}), received "${unknown ?? ""}"`,
  );
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = await preview({
  root,
  configFile: resolve(root, "vite.config.js"),
  logLevel: "warn",
  preview: { host: "127.0.0.1", port: Number(process.env.GLASSNET_PORT ?? 4173) },
});
const browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--disable-gpu"] });
for (const preset of asked.length ? asked : Object.keys(PRESETS)) {
  for (const lang of Object.keys(LANGUAGES)) {
    const file = resolve(folder, `${preset}-${lang}.png`);
    await tile(browser, await shotsOf(browser, server.resolvedUrls?.local[0] ?? "", { preset, lang }), file);
    console.log(file);
  }
}
await browser.close();
await server.close();
