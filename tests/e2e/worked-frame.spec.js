/** On a phone picture, two lines of words and one row of controls are in view together; what is below stays there. */
import { expect, test } from "@playwright/test";
import { goTo, open, traceOf } from "./reader.js";
import { sizesIn } from "./screens.js";

test.use({ hasTouch: true });

for (const [width, height] of [
  [360, 740],
  [412, 915],
])
  for (const lang of ["ko", "en"])
    test(`in every step all of it is in view, ${width} x ${height}, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const element = await open(page, `index.html?lang=${lang}&at=0`);
      await element.locator(".picture").evaluate((picture) => picture.scrollIntoView({ block: "start" }));
      const boxes = () =>
        element.locator("glass-net-worked").evaluate((scene) => {
          const box = (/** @type {string} */ part) => scene.shadowRoot?.querySelector(part)?.getBoundingClientRect();
          const [picture, line, row] = [".picture", ".line", ".one"].map(box);
          if (!picture || !line || !row) throw new Error("a part is missing");
          return { top: picture.top, line: line.top - picture.bottom, end: row.bottom };
        });
      const { length } = (await traceOf(element, 0)).events;
      for (let at = 0; at <= length; at++) {
        await goTo(element, at);
        const now = await boxes();
        expect(now.top, `${at}`).toBeGreaterThanOrEqual(-1);
        expect(now.line, `${at}`).toBeGreaterThanOrEqual(0);
        expect(now.end, `${at}`).toBeLessThanOrEqual(height);
      }
    });

const WIDER = "inputs=1,2,3,4&kernels=1,2,3;1,2,3;1,2,3;1,2,3|1;1;1&target=1&claims=1.1=0.73";

for (const [what, path, widths] of /** @type {[string, string, number[]][]} */ ([
  ["", "index.html?", [360, 700, 1280]],
  [" of another example", `embed.html?${WIDER}&`, [360]],
]))
  for (const lang of ["ko", "en"])
    for (const width of sizesIn(lang, widths))
      test(`what is below the words${what} keeps its place through all steps, ${width} px, ${lang}`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ reducedMotion: "reduce" });
        const element = await open(page, `${path}lang=${lang}&at=0`);
        const below = () =>
          element.locator(".outcome").evaluate((outcome) => Math.round(outcome.getBoundingClientRect().top + scrollY));
        const { length } = (await traceOf(element, 0)).events;
        await expect(element.locator(".frame")).toHaveAttribute("style", /--card-height/);
        const before = await below();
        for (let at = 1; at <= length; at++) {
          await goTo(element, at);
          expect(await below(), `${at}`).toBe(before);
        }
      });
