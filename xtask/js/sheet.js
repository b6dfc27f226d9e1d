/** Many pictures of a page in one, to be looked at together. */

/** @import { Browser } from "@playwright/test" */

/**
 * @typedef {object} Shot
 * @property {string} name
 * @property {string} picture A PNG in base64.
 * @property {number} width Of the page, in pixels.
 * @property {number} height
 */

/**
 * @param {Browser} browser @param {Shot[][]} lines @param {string} file
 * @param {number} scale Of a picture in the sheet.
 */
export async function tile(browser, lines, file, scale) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const figure = (/** @type {Shot} */ { name, picture, width, height }) =>
    `<figure><figcaption>${name}</figcaption>
        <img width="${width * scale}" height="${height * scale}" src="data:image/png;base64,${picture}"></figure>`;
  await page.setContent(
    `<style>
      body { display: inline-grid; gap: 12px; margin: 0; padding: 12px; background: #888; font: 12px sans-serif; }
      div { display: flex; gap: 12px; }
      figure { margin: 0; }
      img { display: block; }
    </style>${lines.map((line) => `<div>${line.map(figure).join("")}</div>`).join("")}`,
  );
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  await page.locator("body").screenshot({ path: file });
  await page.close();
}
