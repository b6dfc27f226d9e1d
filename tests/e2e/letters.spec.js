/** Letters twice as large as usual, as a reader sets them in the browser; and pages with letters of their own. */
import { expect, test } from "@playwright/test";
import config from "../../playwright.config.js";
import { misfits, openAll } from "./misfits.js";
import { goTo, open, traceOf } from "./reader.js";
import { sizesIn } from "./screens.js";

const { launchOptions } = config.use ?? {};
const LARGE = "--blink-settings=defaultFontSize=32";

test.use({
  contextOptions: { reducedMotion: "reduce" },
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), LARGE] },
});

/** @param {import("@playwright/test").Locator} element @param {string} part */
const sizeOf = (element, part) => element.locator(part).evaluate((node) => parseFloat(getComputedStyle(node).fontSize));

for (const lang of ["ko", "en"])
  for (const width of sizesIn(lang, [360, 700, 1280]))
    test(`with letters twice as large nothing is cut or sticks out in any step, ${width} px, ${lang}`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      const element = await open(page, `index.html?lang=${lang}&at=0`);
      const { events } = await traceOf(element, 0);
      for (let at = 0; at <= events.length; at += 1) {
        await goTo(element, at);
        expect(await misfits(page), `step ${at}`).toEqual([]);
      }
      expect(await sizeOf(element, ".card-title")).toBe(32);
      await element.locator("summary").first().click();
      await expect(element.locator(".fields")).toBeVisible();
      await openAll(page);
      expect(await misfits(page), "fields and table open").toEqual([]);
    });

test("on a phone with large letters the row of controls stays in view, and the picture has most of the screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const element = await open(page, "index.html?lang=ko&at=12");
  await element.evaluate((node) => node.scrollIntoView());
  const controls = await element.locator(".controls").boundingBox();
  expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeLessThanOrEqual(740);
  expect(controls?.height).toBeLessThanOrEqual(740 / 3);
});
