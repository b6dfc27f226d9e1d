/** Letters twice as large as usual, a page that is zoomed in by two fingers, and a phone that lies. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { misfits, openAll } from "./misfits.js";
import { goTo, inScene, open, traceOf } from "./reader.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** A reader's own size of letters. @param {import("@playwright/test").Page} page @param {number} size In pixels. */
const letters = (page, size) =>
  page.addInitScript((px) => {
    addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = `${px}px`));
  }, size);

/** @param {import("@playwright/test").Locator} element @param {string} part */
const sizeOf = (element, part) => element.locator(part).evaluate((node) => parseFloat(getComputedStyle(node).fontSize));

for (const width of [360, 700, 1280])
  for (const lang of ["ko", "en"])
    test(`with letters twice as large nothing is cut or sticks out in any step, ${width} px, ${lang}`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await letters(page, 32);
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
  await letters(page, 32);
  const element = await open(page, "index.html?lang=ko&at=12");
  await element.evaluate((node) => node.scrollIntoView());
  const controls = await element.locator(".controls").boundingBox();
  expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeLessThanOrEqual(740);
  expect(controls?.height).toBeLessThanOrEqual(740 / 3);
});

test("in a page whose letters are small, those of an embed are as large as ever", async ({ page }) => {
  await letters(page, 10);
  const element = await open(page, "embed.html?lang=en&at=12");
  expect(await sizeOf(element, ".card-title")).toBe(16);
});

test("no page forbids to zoom in", () => {
  const folder = new URL("../../www/", import.meta.url);
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(5);
  for (const name of pages)
    expect(readFileSync(new URL(name, folder), "utf8"), name).not.toMatch(/user-scalable|(maximum|minimum)-scale/);
});

test.describe("by two fingers", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("the picture is zoomed in, nothing in it is dragged, and what stays below it covers none of it", async ({
    page,
  }) => {
    const element = await open(page, "index.html?lang=ko&at=12");
    const before = await inScene(element, (scene) => JSON.stringify(scene.session?.config));
    await element.evaluate((node) => node.scrollIntoView());
    const box = await element.locator(".network svg").boundingBox();
    if (!box) throw new Error("the picture is missing");
    const fingers = await page.context().newCDPSession(page);
    await fingers.send("Input.synthesizePinchGesture", {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      scaleFactor: 2,
    });
    await expect.poll(() => page.evaluate(() => visualViewport?.scale ?? 1)).toBeGreaterThan(1.8);
    expect(await inScene(element, (scene) => JSON.stringify(scene.session?.config))).toBe(before);
    const [picture, controls] = await Promise.all(
      [".picture", ".controls"].map((part) => element.locator(part).boundingBox()),
    );
    expect(controls?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0) - 1);
  });
});

test("on a phone that lies, the picture and the row that plays it are in view together", async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  for (const lang of ["ko", "en"]) {
    const element = await open(page, `index.html?lang=${lang}&at=12`);
    await element.evaluate((node) => node.scrollIntoView());
    for (const part of [".network svg", ".transport .primary", ".one input"]) {
      const box = await element.locator(part).boundingBox();
      if (!box) throw new Error(`${part} is missing`);
      expect(box.y, part).toBeGreaterThanOrEqual(-1);
      expect(box.y + box.height, part).toBeLessThanOrEqual(361);
    }
  }
});
