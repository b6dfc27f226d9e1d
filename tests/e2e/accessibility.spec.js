import { expect, test } from "@playwright/test";
import { seriousFindingsOf } from "./axe.js";
import { elementOf, goTo, inScene, linkOf, open, positionOf, ready, unitOf, unfold } from "./reader.js";
import { sizesIn } from "./screens.js";
import { en, ko } from "./words.js";

/** The playground further down has tests of its own, panel by panel. @param {import("@playwright/test").Page} page */
const seriousFindings = (page) => seriousFindingsOf(page, { exclude: ["#playground glass-net"] });

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in any state, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const element = await open(page);
    for (const at of [0, 3, 21, 33, 46]) {
      await goTo(element, at);
      expect(await seriousFindings(page), `at ${at}`).toEqual([]);
    }
    for (const summary of await element.locator("summary").all()) await summary.click();
    await linkOf(element, 0, 0, 0).press("Enter");
    expect(await seriousFindings(page), "link, table and fields open").toEqual([]);
    await page.keyboard.press("Escape");
    await element.getByRole("button", { name: ko.worked.helpTitle }).click();
    expect(await seriousFindings(page), "help open").toEqual([]);
  });

  test(`axe finds nothing serious on a phone with large letters, while it plays and where it invites, ${theme}`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: theme });
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "24px"));
    });
    const element = await open(page, "index.html?lang=ko");
    await expect.poll(() => inScene(element, (scene) => scene.moment.playing)).toBe(true);
    expect(await seriousFindings(page), "playing").toEqual([]);
    await expect(element.locator(".invitation")).toHaveCount(1, { timeout: 20_000 });
    expect(await seriousFindings(page), "inviting").toEqual([]);
    await expect(element.locator(".line")).toHaveText(ko.worked.invitation);
    await unfold(element);
    await goTo(element, 46);
    expect(await seriousFindings(page), "an update, all controls shown").toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
    test(`the worked example fits into ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const element = await open(page, `index.html?lang=${lang}&at=0`);
      for (const at of [0, 2, 4, 21, 22, 24, 33, 46]) {
        await goTo(element, at);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `at ${at}`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test("all controls are at least 44 px on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const element = await open(page);
  const controls = element.locator(".controls :is(button, select)").filter({ visible: true });
  await expect(controls).toHaveCount(4);
  const row = await element.locator(".controls .one").boundingBox();
  for (const control of await controls.all()) {
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    // One row with the scrubber.
    expect(Math.abs((box?.y ?? 0) - (row?.y ?? 0))).toBeLessThan(8);
  }
  await unfold(element);
  await expect(controls).toHaveCount(9);
  for (const control of await controls.all()) {
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

test("the page speaks the reader's language and the other by a switch", async ({ page, browser }) => {
  await open(page, "index.html");
  await expect(page.locator("#title")).toContainText(ko.demo.title);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("#title")).toContainText("neural network");
  await expect(elementOf(page).getByRole("button", { name: en.worked.play })).toBeVisible();
  const english = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await english.goto(new URL("index.html", page.url()).href);
  await expect(english.locator("#title")).toContainText("neural network");
});

test("each step of the page's loop drives the element to its phase", async ({ page }) => {
  const element = await open(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [name, end] of /** @type {[string, number][]} */ ([
    [ko.demo.steps[0].heading, 20],
    [ko.demo.steps[1].heading, 22],
    [ko.demo.steps[2].heading, 42],
    [ko.demo.steps[3].heading, 52],
  ])) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => positionOf(element)).toBe(end);
    await expect(page.locator("#steps li[data-current]")).toContainText(name);
  }
});

test("everything works by keyboard alone", async ({ page }) => {
  const element = await open(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await unitOf(element, 0, 0).focus();
  const press = async (/** @type {string} */ key, /** @type {number} */ at) => {
    await page.keyboard.press(key);
    await expect.poll(() => positionOf(element), key).toBe(at);
  };
  await press("ArrowRight", 4);
  await press("1", 4);
  await press("ArrowRight", 5);
  await press("2", 5);
  await press("ArrowRight", 8);
  await press("4", 8);
  await press("ArrowRight", 20);
  await press("ArrowLeft", 0);
  await press("5", 0);
  await press("ArrowRight", 52);
  await press("r", 0);
  await page.keyboard.press("End");
  await expect(unitOf(element, 2, 0)).toContainText("0.400");
  await press("Home", 0);
  await page.keyboard.press("t");
  await expect(element.locator(".ending")).toBeVisible();
  await page.keyboard.press("?");
  await expect(element.getByRole("dialog")).toContainText("Space");
  await page.keyboard.press("Escape");
  await expect(element.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("]");
  await expect(element.getByRole("combobox", { name: ko.worked.speed })).toHaveValue("2");
});

test("keys outside the element are the page's own", async ({ page }) => {
  const element = await open(page);
  await page.locator("#language").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("t");
  expect(await positionOf(element)).toBe(0);
});

test("with reduced motion a step appears at once, and play goes step by step", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const element = await open(page);
  await element.getByRole("button", { name: ko.worked.stepForward }).click();
  const progress = await inScene(element, (scene) => scene.player.moment.progress);
  expect([await positionOf(element), progress]).toEqual([4, 1]);
  await element.getByRole("button", { name: ko.worked.play, exact: true }).click();
  await expect.poll(() => positionOf(element), { timeout: 10_000 }).toBeGreaterThanOrEqual(8);
  expect(await inScene(element, (scene) => scene.player.moment.progress)).toBe(1);
});

test("each step is announced to a screen reader", async ({ page }) => {
  const element = await open(page, "index.html?lang=en&at=0");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await goTo(element, 4);
  const heard = element.locator(".heard");
  await expect(heard).toHaveAttribute("aria-live", "polite");
  await expect(heard).toContainText("0.731");
  await goTo(element, 21);
  await expect(heard).toContainText("0.436");
});

test("the element's place is reserved while the engine loads", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += /** @type {any} */ (entry).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, "embed.html?lang=ko");
  expect(await page.evaluate(() => /** @type {any} */ (window).shifts.total)).toBeLessThan(0.1);
});

test("an element that is moved in the page continues, one that is removed frees its engine handle", async ({
  page,
}) => {
  const element = await open(page);
  await goTo(element, 22);
  await page.evaluate(() =>
    document.querySelector("main")?.prepend(/** @type {Node} */ (document.querySelector("glass-net"))),
  );
  await ready(element);
  await expect(unitOf(element, 2, 0)).toContainText("0.436");
  await goTo(element, 23);
  const gone = await page.evaluate(async () => {
    const node = /** @type {any} */ (document.querySelector("glass-net"));
    node.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return node.inner.session === undefined;
  });
  expect(gone).toBe(true);
});
