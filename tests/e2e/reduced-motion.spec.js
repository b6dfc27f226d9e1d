/** With less motion asked for, a reader comes to the same states: nothing is told by travel alone. */
import { expect, test } from "@playwright/test";
import { inScene, open } from "./reader.js";
import { en } from "./words.js";

/** @import { Browser, Locator } from "@playwright/test" */

/** Where it is, whether it moves, and what is seen, without what only a renderer knows. @param {Locator} element */
const stateOf = (element) =>
  inScene(element, (scene) => ({
    at: scene.moment.at,
    busy: scene.player.busy,
    seen: [".network svg", ".card", ".scale svg", ".line"].map((part) =>
      /** @type {Element} */ (scene.renderRoot.querySelector(part)).outerHTML.replace(/<!--.*?-->|\s+/g, " "),
    ),
  }));

/**
 * The demo page, with time in the hand of the test.
 * @param {Browser} browser @param {string} site @param {"reduce" | "no-preference"} reducedMotion
 */
async function reader(browser, site, reducedMotion) {
  const page = await browser.newPage({ reducedMotion, baseURL: site });
  await page.clock.install();
  const element = await open(page, "index.html?lang=en&at=0");
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  return { page, element };
}

for (const size of /** @type {const} */ (["operation", "unit", "layer", "phase", "iteration"]))
  test(`step by step of a ${size}, both come to the same pictures and words`, async ({ browser, baseURL }) => {
    test.slow();
    const site = baseURL ?? "";
    const [moving, still] = [await reader(browser, site, "no-preference"), await reader(browser, site, "reduce")];
    for (const { page, element } of [moving, still]) {
      await element.getByLabel(en.worked.stepSize, { exact: true }).selectOption(size);
      await element.getByLabel(en.worked.speed, { exact: true }).selectOption("4");
      await page.clock.runFor(100);
    }
    const { length } = await inScene(still.element, (scene) => scene.session?.first.events ?? []);
    let reached = 0;
    for (let steps = 0; steps < 60 && reached < length; steps += 1) {
      for (const { page, element } of [moving, still]) {
        await element.evaluate((node) => /** @type {any} */ (node).step());
        // Longer than any step takes.
        await page.clock.runFor(750);
      }
      const state = await stateOf(moving.element);
      expect(state.busy, "it rests").toBe(false);
      expect(state, `at ${reached}`).toEqual(await stateOf(still.element));
      expect(state.at, "it went on").toBeGreaterThan(reached);
      reached = state.at;
    }
    expect(reached).toBe(length);
    await moving.page.close();
    await still.page.close();
  });

test("played, both go through the same steps of a unit", async ({ browser, baseURL }) => {
  test.slow();
  const passed = [];
  for (const motion of /** @type {const} */ (["no-preference", "reduce"])) {
    const { page, element } = await reader(browser, baseURL ?? "", motion);
    const { unit } = await inScene(element, (scene) => scene.session?.marks ?? { unit: [] });
    await element.evaluate((node) => {
      const rests = /** @type {number[]} */ ([]);
      Object.assign(window, { rests });
      const { inner } = /** @type {any} */ (node);
      node.addEventListener("glass-net-change", () => rests.push(inner.moment.at));
      /** @type {any} */ (node).play();
    });
    for (let seconds = 0; seconds < 60; seconds += 3) await page.clock.runFor(3000);
    const rests = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window)["rests"]));
    passed.push(unit.filter((/** @type {number} */ at) => rests.includes(at)));
    expect(passed[passed.length - 1]).toEqual(unit);
    await page.close();
  }
  expect(passed[0]).toEqual(passed[1]);
});
