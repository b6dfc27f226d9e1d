// Contact sheets in target/shots, of the site as it is built. Of the playground every preset before, during and after
// training, at five sizes, light and dark, a sheet for each preset and language; of the worked example its first ten
// seconds and an iteration, a sheet for each size, theme and language.
// usage: node shots.js <chrome> ["example" | preset ...]

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { LANGUAGES } from "../../www/src/locales/languages.js";
import { COLORS } from "../../www/src/theme.js";
import { tile } from "./sheet.js";
import { EXAMPLE_SIZES, firstSeconds, iteration } from "./shots-example.js";

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Shot } from "./sheet.js" */

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
/** Of a picture in a sheet: its words can be read. */
const SCALE = 0.75;

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
 * @returns {Promise<Shot[][]>} A line for each size.
 */
async function shotsOf(browser, site, keys) {
  const lines = [];
  for (const size of SIZES) {
    const shots = [];
    const [width, height] = size;
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
        shots.push({ name: `${width} × ${height}, ${theme}, ${moment}`, picture, width, height });
      }
      await page.close();
    }
    lines.push(shots);
  }
  return lines;
}

const [chrome, ...asked] = process.argv.slice(2);
const EXAMPLE = "example";
const all = [EXAMPLE, ...Object.keys(PRESETS)];
const unknown = asked.find((name) => !all.includes(name));
if (!chrome || unknown) {
  console.error(`shots: expected a browser and any of ${all.join(", ")}, received "${unknown ?? ""}"`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = await preview({
  root,
  configFile: resolve(root, "vite.config.js"),
  logLevel: "warn",
  preview: { host: "127.0.0.1", port: Number(process.env.GLASSNET_PORT ?? 4173) },
});
const site = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--disable-gpu"] });

/** @param {Shot[][]} lines @param {string} name @param {number} scale */
async function write(lines, name, scale) {
  const file = resolve(folder, `${name}.png`);
  await tile(browser, lines, file, scale);
  console.log(file);
}

/** @param {string} lang */
async function exampleSheets(lang) {
  for (const size of EXAMPLE_SIZES) {
    for (const theme of THEMES) {
      const name = `${size.width}-${theme}-${lang}`;
      await write(await firstSeconds(browser, { site, lang, theme, size }), `first-${name}`, size.scale);
      await write(await iteration(browser, { site, lang, theme, size }), `iteration-${name}`, size.scale);
    }
  }
}

for (const name of asked.length ? asked : all) {
  for (const lang of Object.keys(LANGUAGES)) {
    if (name === EXAMPLE) await exampleSheets(lang);
    else await write(await shotsOf(browser, site, { preset: name, lang }), `${name}-${lang}`, SCALE);
  }
}
await browser.close();
await server.close();
