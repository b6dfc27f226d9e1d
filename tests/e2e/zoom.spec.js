/** A page that is zoomed in by two fingers, and a phone that lies. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { inScene, open } from "./reader.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

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
