/** How much room an embed takes in a post: what is kept before it is there, and what it needs then. */
import { expect, test } from "@playwright/test";
import { heightsOf } from "../../www/src/element/names.js";
import { ready } from "./reader.js";
import { host, post } from "./servers.js";
import { inTurn } from "./screens.js";

/**
 * What is kept for it, and what a post's own style keeps before the script runs.
 * @param {number} width @param {string} attributes
 */
function reservedFor(width, attributes) {
  const read = (/** @type {string} */ name) => new RegExp(`${name}="(.*?)"`).exec(attributes)?.[1] ?? null;
  const scene = /** @type {import("../../www/src/scenes/index.js").SceneName} */ (read("scene") ?? "worked");
  return heightsOf(scene, read)[[520, 600, 688, 960].filter((least) => width >= least).length];
}

/**
 * A post with an embed and text below it; what moves on the page is counted from the beginning.
 * @param {import("@playwright/test").Page} page @param {number} width @param {string} attributes
 */
async function openPost(page, width, attributes) {
  const site = await host({ cors: true });
  const { address } = await post(
    `<script>
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    </script>
    <style>glass-net:not(:defined) { display: block; min-height: ${reservedFor(width, attributes)}px; }</style>
    <script type="module" src="${site.address}glass-net.js"></script>
    <div style="width:${width}px"><glass-net ${attributes}></glass-net></div><p>After</p>`,
  );
  await page.goto(address);
  const element = page.locator("glass-net");
  if (/scene=/.test(attributes)) await expect(element.locator(".scene")).toBeVisible();
  else await ready(element);
  return element;
}

/** How high the embed is, and how high its scene. @param {import("@playwright/test").Locator} element */
const heightOf = (element) => element.evaluate((node) => node.getBoundingClientRect().height);

for (const lang of ["ko", "en"]) {
  test(`at 700 px the worked example is at most 640 px tall, in every step, ${lang}`, async ({ page }) => {
    const element = await openPost(page, 700, `lang="${lang}" height="1"`);
    const last = await element.evaluate((node) => /** @type {any} */ (node).inner.session.marks.length);
    for (let at = 0; at <= last; at += 1) {
      await element.evaluate((node, to) => /** @type {any} */ (node).goTo({ at: to }), at);
      await element.evaluate((node) => /** @type {any} */ (node).inner.updateComplete);
      expect(await heightOf(element), `step ${at}`).toBeLessThanOrEqual(640);
    }
  });
}

for (const [i, scene] of ["row", "run", "batches", "descent", "surface"].entries()) {
  for (const lang of inTurn(i, ["ko", "en"])) {
    test(`at 700 px the scene ${scene} is at most 640 px tall, before it trained and after, ${lang}`, async ({
      page,
    }) => {
      // Without travel the end is there at once.
      await page.emulateMedia({ reducedMotion: "reduce" });
      const element = await openPost(page, 700, `lang="${lang}" scene="${scene}" epochs="2"`);
      expect(await heightOf(element)).toBeLessThanOrEqual(640);
      await element.evaluate((node) => /** @type {any} */ (node).play());
      const isTrained = () =>
        element.evaluate((node) => {
          const { race, inspector, lab } = /** @type {any} */ (node).inner;
          return race ? race.isOver : lab.state?.updates > 0 && inspector !== null;
        });
      await expect.poll(isTrained).toBe(true);
      expect(await heightOf(element)).toBeLessThanOrEqual(640);
    });
  }
}

for (const [i, width] of [360, 640, 700, 1000].entries()) {
  for (const attributes of inTurn(i, ["", 'density="compact"', 'controls="none"', 'controls="play step"'])) {
    test(`nothing moves on the page when the scene comes, ${width} px, ${attributes || "as usual"}`, async ({
      page,
    }) => {
      // All of it is in view: whatever moved would be counted.
      await page.setViewportSize({ width: 1100, height: 1700 });
      const element = await openPost(page, width, `lang="ko" ${attributes}`);
      await page.waitForLoadState("networkidle");
      await element.evaluate((node) => /** @type {any} */ (node).inner.updateComplete);
      expect(await page.evaluate(() => /** @type {any} */ (window).shift)).toBe(0);
    });
  }
}

test("where the end of the scene is out of sight, no room is kept that it does not need", async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 740 });
  const element = await openPost(page, 360, 'lang="ko" without="loss-chart number-line"');
  await expect
    .poll(() =>
      element.evaluate((node) => {
        const { inner } = /** @type {any} */ (node);
        return (
          node.getBoundingClientRect().bottom - inner.shadowRoot.querySelector(".frame").getBoundingClientRect().bottom
        );
      }),
    )
    .toBeLessThanOrEqual(1);
});

test("parts that an author leaves out are not there", async ({ page }) => {
  const element = await openPost(
    page,
    700,
    'lang="ko" at="12" without="title formula prose number-line loss-chart table"',
  );
  for (const part of [".card-title", ".gn-formula", ".prose", ".scale", ".curve-box", "[part=table]"])
    await expect(element.locator(part)).toBeHidden();
  await expect(element.locator("[part=settings]")).toBeVisible();
});

for (const size of ["62.5%", "125%"]) {
  test(`the letters of a page's root, ${size}, make an embed no other size`, async ({ page }) => {
    const element = await openPost(page, 688, 'lang="ko"');
    const before = await heightOf(element);
    await page.addStyleTag({ content: `html { font-size: ${size}; }` });
    await expect(page.locator("html")).toHaveCSS("font-size", size === "125%" ? "20px" : "10px");
    expect(await heightOf(element)).toBe(before);
    expect(await element.locator(".card-title").evaluate((node) => getComputedStyle(node).fontSize)).toBe("16px");
  });
}
