/** The worked example on a phone: its row of controls, lying, and with a keyboard over it. */
import { expect, test } from "@playwright/test";
import { overflow } from "./playground-setup.js";
import { goTo, open, traceOf } from "./reader.js";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

/** @param {import("@playwright/test").Locator} element @param {string} part */
const boxOf = (element, part) =>
  element.locator("glass-net-worked").evaluate((scene, selector) => {
    const box = scene.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
    if (!box) throw new Error(`${selector} is missing`);
    return { top: box.top, bottom: box.bottom, height: box.height, width: box.width };
  }, part);

test("the row of controls is one row of 56 px, the picture as wide as its place", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const element = await open(page, "index.html?lang=ko&at=0");
  const { length } = (await traceOf(element, 0)).events;
  for (let at = 0; at <= length; at += 1) {
    await goTo(element, at);
    const [line, controls] = [await boxOf(element, ".line"), await boxOf(element, ".controls")];
    // A border above and below.
    expect(controls.bottom - line.bottom, `${at}`).toBeLessThanOrEqual(57);
    expect(line.height, `${at}`).toBe(46);
    expect(await overflow(page), `${at}`).toBeLessThanOrEqual(0);
  }
});

test("lying, picture and controls are no wider than the screen, and nothing stays over the picture", async ({
  page,
}) => {
  for (const [width, height] of [
    [640, 360],
    [915, 412],
  ]) {
    await page.setViewportSize({ width, height });
    const element = await open(page, "index.html?lang=ko&at=0");
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect((await boxOf(element, ".network svg")).height).toBeLessThanOrEqual(height);
    await page.evaluate(() => scrollTo(0, 0));
    const [picture, controls] = [await boxOf(element, ".picture"), await boxOf(element, ".controls")];
    expect(controls.top).toBeGreaterThanOrEqual(picture.bottom - 1);
  }
});

test("a field that has the focus is in sight over the keyboard", async ({ page }) => {
  const element = await open(page, "index.html?lang=ko&at=0");
  await element.locator("summary").first().click();
  const field = element.locator(".fields input").first();
  await field.focus();
  // What the keyboard leaves.
  await page.setViewportSize({ width: 360, height: 400 });
  await field.evaluate((node) => node.scrollIntoView({ block: "nearest" }));
  const seen = await field.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const root = /** @type {ShadowRoot} */ (node.getRootNode());
    return [0.1, 0.5, 0.9].map((share) => root.elementFromPoint(left + width / 2, top + height * share) === node);
  });
  expect(seen).toEqual([true, true, true]);
  await field.fill("2");
  await field.press("Enter");
  await expect(element.locator('.gn-unit[data-layer="-1"][data-unit="0"]').first()).toContainText("2");
});
