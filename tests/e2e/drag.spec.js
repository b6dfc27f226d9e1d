/** A weight, an input, a bias or a target is held and dragged: what the network makes of it follows. */
import { expect, test } from "@playwright/test";

const ONE_WEIGHT = "inputs=1.5&target=0.5&kernels=0.8";

/** @param {import("@playwright/test").Page} page @param {string} query */
async function openExample(page, query) {
  await page.goto(`/index.html?lang=en&${query}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner?.session);
}

/** What is shown now, and whether it is the example itself, trained. @param {import("@playwright/test").Page} page */
const shown = (page) =>
  page.evaluate(() => {
    const { inner } = /** @type {any} */ (document.querySelector("#example"));
    const { trace, k, session } = inner.shown;
    return {
      weight: trace.layers[0].kernel[0][0],
      input: trace.inputs[0],
      bias: trace.layers[0].bias[0],
      target: trace.target[0],
      prediction: trace.prediction[0],
      loss: trace.loss,
      isLossKnown: trace.events[k - 1]?.phase === "loss",
      isTrained: session.isTrained,
    };
  });

/** @param {import("@playwright/test").Page} page @param {string} part */
const middleOf = async (page, part) => {
  const box = await page.locator(`#example ${part}`).first().boundingBox();
  if (!box) throw new Error(`${part} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/**
 * The mouse goes to a part and holds it; what follows it is fetched then.
 * @param {import("@playwright/test").Page} page @param {string} part
 */
async function grab(page, part) {
  const { x, y } = await middleOf(page, part);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner.opened);
  return { x, y };
}

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const LINK = '.gn-link[data-layer="0"][data-unit="0"][data-input="0"] .gn-hit';

test("a weight that is dragged takes prediction, loss and number line with it, and is the example's when let go", async ({
  page,
}) => {
  await openExample(page, ONE_WEIGHT);
  const { x, y } = await grab(page, LINK);
  let former = 0.8;
  for (const right of [20, 40, 80]) {
    await page.mouse.move(x + right, y, { steps: 4 });
    await expect.poll(async () => (await shown(page)).weight).toBeCloseTo(0.8 + right / 100, 5);
    const now = await shown(page);
    expect(now.weight).toBeGreaterThan(former);
    expect(now.prediction).toBeCloseTo(sigmoid(1.5 * now.weight), 5);
    expect(now.loss).toBeCloseTo((now.prediction - 0.5) ** 2, 5);
    expect([now.isLossKnown, now.isTrained]).toEqual([true, false]);
    await expect(page.locator("#example .gn-scale")).toContainText(now.prediction.toFixed(3));
    former = now.weight;
  }
  await page.mouse.up();
  await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
  expect((await shown(page)).weight).toBeCloseTo(1.6, 5);
  await expect(page.locator("#example .inspector")).toHaveCount(0);
});

test("an input and a target are dragged up and down, too", async ({ page }) => {
  await openExample(page, ONE_WEIGHT);
  for (const [part, name, start] of /** @type {const} */ ([
    ['.gn-unit[data-layer="-1"]', "input", 1.5],
    ['[data-target="0"]', "target", 0.5],
  ])) {
    const { x, y } = await grab(page, part);
    await page.mouse.move(x, y + 30, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
    await expect.poll(async () => (await shown(page))[name]).toBeCloseTo(start - 0.3, 5);
  }
  const { input, weight, target, prediction, loss } = await shown(page);
  expect(prediction).toBeCloseTo(sigmoid(input * weight), 5);
  expect(loss).toBeCloseTo((prediction - target) ** 2, 5);
});

test("arrow keys move the weight that has the focus, and a bias in its field", async ({ page }) => {
  await openExample(page, `${ONE_WEIGHT}&biases=0.2`);
  await page.locator('#example .gn-link[data-input="0"]').focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await shown(page)).weight).toBeCloseTo(0.9, 5);
  await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
  await page.locator('#example .gn-unit[data-layer="0"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#example .inspector input")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await shown(page)).bias).toBeCloseTo(0.1, 5);
  await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
  await expect(page.locator("#example .inspector input")).toHaveValue("0.1");
  const { prediction, weight } = await shown(page);
  expect(prediction).toBeCloseTo(sigmoid(1.5 * weight + 0.1), 5);
});

test("what the text claims is held against the value that is dragged", async ({ page }) => {
  await openExample(page, "at=0");
  const { x, y } = await grab(page, LINK);
  await page.mouse.move(x - 30, y, { steps: 5 });
  await expect(page.locator("#example .gn-claim.gn-fails").first()).toBeVisible();
  await page.mouse.up();
  await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a finger drags sideways, and up and down it scrolls the page", async ({ page }) => {
    await openExample(page, ONE_WEIGHT);
    const { x, y } = await middleOf(page, LINK);
    const client = await page.context().newCDPSession(page);
    /** @param {"touchStart" | "touchMove" | "touchEnd"} type @param {number} dx @param {number} dy */
    const touch = (type, dx, dy) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + dx, y: y + dy }],
      });
    await touch("touchStart", 0, 0);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner.opened);
    for (const dx of [6, 12, 24, 40]) await touch("touchMove", dx, 0);
    await expect.poll(async () => (await shown(page)).weight).toBeCloseTo(1.2, 5);
    await touch("touchEnd", 0, 0);
    await expect.poll(async () => (await shown(page)).isTrained).toBe(true);
    await touch("touchStart", 0, 0);
    for (const dy of [-20, -60, -120, -200]) await touch("touchMove", 0, dy);
    await touch("touchEnd", 0, 0);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect((await shown(page)).weight).toBeCloseTo(1.2, 5);
  });
});
