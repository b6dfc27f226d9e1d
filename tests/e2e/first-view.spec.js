/** What moves by itself: the demo page plays to its loss, and nothing else does unasked. */
import { expect, test } from "@playwright/test";
import { elementOf, inScene, open, positionOf, ready } from "./reader.js";
import { ko } from "./words.js";

/** Lets a second pass in which something would begin. @param {import("@playwright/test").Page} page */
const wait = (page) => page.waitForTimeout(1000);

test("the demo page plays to the loss, stops there and asks to play on", async ({ page }) => {
  const element = await open(page, "index.html?lang=ko");
  await expect.poll(() => inScene(element, (scene) => scene.moment.playing)).toBe(true);
  await expect(element.locator(".invitation")).toHaveText(ko.worked.invitation);
  expect(await positionOf(element)).toBe(22);
  await wait(page);
  expect(await positionOf(element)).toBe(22);
  expect(new URL(page.url()).searchParams.has("at")).toBe(false);
  await expect(element.locator(".button.inviting")).toHaveAttribute("aria-label", ko.worked.play);
  await element.locator(".button.inviting").click();
  await expect(element.locator(".invitation")).toBeHidden();
  await expect.poll(() => positionOf(element)).toBeGreaterThan(22);
});

test("on a phone the first view holds the whole picture and the row of controls, ko and en", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const lang of ["ko", "en"]) {
    const element = await open(page, `index.html?lang=${lang}`);
    const [picture, controls] = await Promise.all(
      [".picture", ".controls"].map((part) => element.locator(part).first().boundingBox()),
    );
    if (!picture || !controls) throw new Error("a part is missing");
    expect(picture.y).toBeGreaterThan(56);
    expect(picture.y + picture.height).toBeLessThanOrEqual(controls.y + 1);
    expect(controls.y + controls.height).toBeLessThanOrEqual(740);
  }
});

test("a reader who steps ends what plays by itself", async ({ page }) => {
  const element = await open(page, "index.html?lang=ko");
  await expect.poll(() => inScene(element, (scene) => scene.moment.playing)).toBe(true);
  await element.getByRole("button", { name: ko.worked.stepBack }).click();
  const at = await positionOf(element);
  await wait(page);
  expect(await positionOf(element)).toBe(at);
  expect(await inScene(element, (scene) => scene.player.busy)).toBe(false);
});

test("with less motion the demo page stays where it begins", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const element = await open(page, "index.html?lang=ko");
  await wait(page);
  expect(await positionOf(element)).toBe(0);
});

test("a place or an example in the address stays as it was linked", async ({ page }) => {
  for (const [query, at] of /** @type {const} */ ([
    ["at=5", 5],
    ["learning-rate=0.3", 0],
  ])) {
    const element = await open(page, `index.html?lang=ko&${query}`);
    await wait(page);
    expect(await positionOf(element)).toBe(at);
  }
});

test("an embed moves by itself only where its author asks", async ({ page }) => {
  await open(page);
  await page.evaluate(() =>
    document.body.append(
      Object.assign(document.createElement("glass-net"), { inputs: "1", target: "1", kernels: "0.5" }),
    ),
  );
  const embed = elementOf(page, 1);
  await embed.scrollIntoViewIfNeeded();
  await ready(embed);
  await wait(page);
  expect(await positionOf(embed)).toBe(0);
  await embed.evaluate((node) => node.setAttribute("autoplay", ""));
  await expect.poll(() => positionOf(embed)).toBeGreaterThan(0);
});

test("while a step passes it says a caption, and its sentence once it is over", async ({ page }) => {
  const element = await open(page, "index.html?lang=ko&at=0");
  await element.getByRole("button", { name: ko.worked.stepForward }).click();
  await expect(element.locator(".prose.brief")).toBeVisible();
  expect((await element.locator(".prose.brief").innerText()).split(/\s+/).length).toBeLessThanOrEqual(8);
  await expect.poll(() => positionOf(element)).toBe(4);
  await expect(element.locator(".prose:not(.brief)")).toContainText("시그모이드");
});
