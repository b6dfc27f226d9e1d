/** An embed follows the width of its page without a word to the page's own watch for errors. */
import { expect, test } from "@playwright/test";
import { post, host } from "./servers.js";

for (const [name, attributes] of Object.entries({
  "the worked example": 'inputs="1,-1" target="0.4"',
  "a training run": 'scene="run" preset="xor"',
  "the playground": 'playground preset="xor"',
}))
  test(`${name} grows and shrinks with its page and causes no error there`, async ({ page }) => {
    test.slow();
    await page.addInitScript(() => {
      const errors = /** @type {string[]} */ (/** @type {any} */ (window).errors = []);
      addEventListener("error", ({ message }) => errors.push(message));
    });
    const site = await host({ cors: true });
    const script = `<script type="module" src="${site.address}glass-net.js"></script>`;
    const { address } = await post(`${script}<glass-net ${attributes}></glass-net>`);
    await page.goto(address);
    await page.locator("glass-net").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("glass-net")).state);
    for (const width of [360, 900, 500, 1280, 330]) {
      await page.setViewportSize({ width, height: 800 });
      // Two frames: one that the new width is seen in, one that what was drawn for it is laid out in.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    expect(await page.evaluate(() => /** @type {any} */ (window).errors)).toEqual([]);
  });
