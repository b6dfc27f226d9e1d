/** The bench is one screen: at each size its parts are in view, apart from each other, and whole. */
import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { boxesOf, cuts, giveScreen, overlaps } from "./bench-boxes.js";
import {
  inLab,
  onGround,
  openPlayground,
  openTab,
  outputOf,
  playgroundOf,
  seriousFindings,
  setUp,
  TABS,
} from "./playground.js";
import { overflow, smallControls } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { en, ko } from "./words.js";

/** @type {Record<string, typeof ko>} */
const WORDS = { ko, en };

const WHOLE = [
  [1280, 800],
  [1366, 650],
  [1024, 768],
];

/**
 * Some frames: what came last was drawn, in the size that it left to others.
 * @param {import("@playwright/test").Page} page
 */
const drawn = (page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
  });

for (const lang of ["ko", "en"]) {
  for (const [width, height] of sizesIn(lang, [...WHOLE, [768, 1024]])) {
    test(`at ${width} x ${height} all parts are whole and apart, in every preset, ${lang}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await openPlayground(page, { preset: "xor", lang });
      await giveScreen(page);
      for (const [name, config] of Object.entries(PRESETS)) {
        await setUp(page, config);
        await inLab(page, (lab) => lab.batch());
        await drawn(page);
        const boxes = await boxesOf(page);
        expect(Object.keys(boxes), name).toEqual(["bar", "data", "network", "output", "strip", "tabs"]);
        const { tabs, ...parts } = boxes;
        expect(overlaps(boxes), name).toEqual([]);
        for (const [part, box] of Object.entries(parts)) {
          expect([box.left >= 0, box.right <= width], `${name}: ${part}`).toEqual([true, true]);
          if (width > 768) expect([box.top >= 0, box.bottom <= height], `${name}: ${part}`).toEqual([true, true]);
        }
        expect(tabs.top, name).toBeGreaterThanOrEqual(parts.strip.bottom - 0.5);
        // A picture takes its size in the frame in which it is drawn.
        await expect.poll(() => overflow(page), name).toBeLessThanOrEqual(0);
        await expect.poll(() => cuts(page), name).toEqual([]);
      }
    });
  }

  test(`on a phone the output stays on top and the bar is a dock, whatever is chosen below, ${lang}`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await openPlayground(page, { preset: "xor", lang });
    /** @type {Record<string, string[]>} */
    const wrong = {};
    for (const name of ["network", "data", "settings", ...TABS]) {
      await playgroundOf(page).locator(`[role=tab][data-tab=${name}]`).click();
      await page.evaluate(() => scrollTo(0, 0));
      await drawn(page);
      const boxes = await boxesOf(page);
      expect(boxes.output.top, name).toBeLessThan(16);
      expect(boxes.tabs.top, name).toBeGreaterThanOrEqual(boxes.output.bottom - 0.5);
      expect(boxes.bar.bottom, name).toBeLessThanOrEqual(740);
      expect(boxes.bar.bottom - boxes.bar.top, name).toBeLessThanOrEqual(60);
      expect(boxes.bar.top, name).toBeGreaterThan(600);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
      const told = [...(await cuts(page)), ...(await smallControls(playgroundOf(page)))];
      if (told.length) wrong[name] = told;
    }
    expect(wrong).toEqual({});
  });
}

for (const lang of ["ko", "en"]) {
  test(`between the sizes the strip of data is whole, ${lang}`, async ({ page }) => {
    await openPlayground(page, { preset: "xor", lang });
    await giveScreen(page);
    for (const width of [680, 720, 750]) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      expect(await overflow(page), String(width)).toBeLessThanOrEqual(0);
      // A picture takes its size in the frame in which it is drawn.
      await expect.poll(() => cuts(page), String(width)).toEqual([]);
      const more = await playgroundOf(page).getByRole("button", { name: WORDS[lang].bench.data.more }).boundingBox();
      expect((more?.x ?? 0) + (more?.width ?? 0), String(width)).toBeLessThanOrEqual(width - 16);
    }
  });

  test(`on a phone each preset's network ends above the dock, and its losses are whole, ${lang}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await openPlayground(page, { preset: "xor", lang });
    await giveScreen(page);
    for (const [name, config] of Object.entries(PRESETS)) {
      await setUp(page, config);
      await inLab(page, (lab) => lab.trainTo(4));
      await drawn(page);
      const boxes = await boxesOf(page);
      expect(boxes.network.bottom, name).toBeLessThanOrEqual(boxes.bar.top + 0.5);
      expect(await cuts(page), name).toEqual([]);
      const keys = await outputOf(page)
        .locator("gn-line-chart :is(.at, .key)")
        .evaluateAll((all) =>
          all.map((key) => {
            const [{ height, right }, around] = [key, /** @type {any} */ (key.getRootNode()).host].map((node) =>
              node.getBoundingClientRect(),
            );
            return { text: key.textContent?.trim().replace(/\s+/g, " "), height, beyond: right - around.right };
          }),
        );
      expect(keys.length, name).toBeGreaterThan(1);
      for (const { text, height, beyond } of keys) {
        expect(height, `${name}: ${text} in one line`).toBeLessThan(24);
        expect(beyond, `${name}: ${text}`).toBeLessThanOrEqual(0.5);
      }
    }
  });
}

test("from the first control to the tabs the keyboard stops at most forty times", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openPlayground(page, { preset: "xor" });
  await giveScreen(page);
  const stops = [];
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press("Tab");
    const at = await playgroundOf(page).evaluate((node) => {
      const own = /** @type {ShadowRoot} */ (node.shadowRoot).activeElement;
      let focused = own;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const name = focused?.getAttribute("aria-label") ?? focused?.textContent?.trim().slice(0, 30) ?? "";
      return own && { isPanel: own.classList.contains("tab-panel"), name: `${own.localName} ${name}` };
    });
    if (at?.isPanel || (!at && stops.length)) break;
    if (at) stops.push(at.name);
  }
  expect(stops.length, stops.join("\n")).toBeGreaterThan(5);
  expect(stops.length, stops.join("\n")).toBeLessThanOrEqual(40);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious on the bench and in its tabs, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openPlayground(page, { preset: "softmax" });
    await onGround(page, theme);
    await inLab(page, (lab) => lab.trainTo(40));
    for (const name of TABS) {
      await openTab(page, name);
      expect(await seriousFindings(page), name).toEqual([]);
    }
  });
}
