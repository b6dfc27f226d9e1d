import { expect, test } from "@playwright/test";
import {
  elementOf,
  f32Text,
  goTo,
  inScene,
  linkOf,
  open,
  positionOf,
  printed,
  tableOf,
  traceOf,
  unfold,
  unitOf,
} from "./reader.js";
import { en, ko } from "./words.js";

test("the forward pass shows 0.73, 0.5 and 0.436, as the text claims", async ({ page }) => {
  const element = await open(page);
  await goTo(element, 22);
  await expect(unitOf(element, 0, 0)).toContainText("0.731");
  await expect(unitOf(element, 0, 1)).toContainText("0.5");
  await expect(unitOf(element, 2, 0)).toContainText("0.436");
  for (const claim of ["0.73", "0.5", "0.436"])
    await expect(element.locator(".gn-network")).toContainText(ko.worked.claim.mark(claim, true));
  await expect(element.locator(".card")).toContainText("0.00131");
});

test("the first view names unit, layer and weight, and each opens its meaning", async ({ page }) => {
  const element = await open(page);
  for (const [term, meaning] of [
    [ko.worked.terms.weight.label, "weight"],
    [ko.worked.terms.unit.label, "unit"],
    [ko.worked.terms.layer.label, "layer"],
  ]) {
    await element.locator(".callout", { hasText: term }).click();
    await expect(element.locator(".meaning")).toContainText(meaning);
  }
  await expect(element.locator(".card")).toContainText(ko.worked.reconstructed);
});

test("every operation of an iteration, stepped by key, prints the result that the engine recorded", async ({
  page,
}) => {
  const element = await open(page, "index.html?lang=en&at=0");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await element.getByRole("combobox", { name: en.worked.stepSize }).selectOption("operation");
  await element.locator(".button.primary").focus();
  const trace = await traceOf(element, 0);
  for (const [index, event] of trace.events.entries()) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => positionOf(element)).toBe(index + 1);
    const line = await element.locator(".gn-formula-numbers .gn-math").first().getAttribute("aria-label");
    const result = printed((line ?? "").split("=").at(-1)?.trim() ?? "");
    const value =
      "after" in event
        ? event.after
        : "gradient" in event
          ? event.gradient
          : "output" in event
            ? event.output
            : "loss" in event
              ? event.loss
              : "term" in event
                ? event.term
                : "product" in event
                  ? event.product
                  : "preActivation" in event
                    ? event.preActivation
                    : event.sum;
    expect(Math.abs(result - value), `${event.kind}: ${line}`).toBeLessThanOrEqual(
      Math.max(0.0005, Math.abs(value) * 0.005),
    );
    await expect(element.locator(".card .prose")).not.toBeEmpty();
  }
});

test("the table holds every value of the iteration in full precision", async ({ page }) => {
  const element = await open(page);
  const trace = await traceOf(element, 0);
  await goTo(element, trace.events.length);
  const rows = await tableOf(element);
  const names = [["h₁", "h₂"], ["h₃", "h₄"], ["ŷ"]];
  for (const event of trace.events) {
    const row = rows[names[event.layer][event.unit]];
    if (event.kind === "activation")
      expect([printed(row[1]), printed(row[2])]).toEqual([f32Text(event.preActivation), f32Text(event.output)]);
    if (event.kind === "pre_activation_gradient") expect(printed(row[4])).toBe(f32Text(event.gradient));
    if (event.kind === "weight_update") {
      const from = event.layer ? names[event.layer - 1][event.input] : ["x₁", "x₂"][event.input];
      const [before, gradient, after] = rows[`w(${from}→${names[event.layer][event.unit]})`].map(printed);
      expect([before, gradient, after]).toEqual([event.before, event.gradient, event.after].map(f32Text));
    }
  }
});

test("trained to the target, the prediction is 0.400 and the loss curve is drawn", async ({ page }) => {
  const element = await open(page);
  await element.getByRole("button", { name: ko.worked.runToTarget }).click();
  await expect(element.locator(".ending")).toBeVisible({ timeout: 15_000 });
  await expect(unitOf(element, 2, 0)).toContainText("0.400");
  await expect(element.locator(".gn-curve-line")).toHaveAttribute("d", /^M.*L/);
});

test("play goes on by itself and pause stops it where it is", async ({ page }) => {
  const element = await open(page);
  await element.getByRole("combobox", { name: ko.worked.speed }).selectOption("4");
  await element.getByRole("button", { name: ko.worked.play, exact: true }).click();
  await expect.poll(() => positionOf(element), { timeout: 10_000 }).toBeGreaterThan(2);
  await element.getByRole("button", { name: ko.worked.pause }).click();
  const at = await positionOf(element);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await positionOf(element)).toBe(at);
});

test("a step back shows the former numbers, within an iteration and into the one before", async ({ page }) => {
  const element = await open(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await element.getByRole("combobox", { name: ko.worked.stepSize }).selectOption("operation");
  await goTo(element, 30);
  const [formula, rows] = [await element.locator(".card .gn-formula").innerText(), await tableOf(element)];
  await element.getByRole("button", { name: ko.worked.stepForward }).click();
  await expect.poll(() => positionOf(element)).toBe(31);
  expect(await element.locator(".card .gn-formula").innerText()).not.toBe(formula);
  await element.getByRole("button", { name: ko.worked.stepBack }).click();
  await expect.poll(() => positionOf(element)).toBe(30);
  expect(await element.locator(".card .gn-formula").innerText()).toBe(formula);
  expect(await tableOf(element)).toEqual(rows);

  await goTo(element, 52);
  const last = await tableOf(element);
  await goTo(element, 53);
  await element.getByRole("button", { name: ko.worked.stepBack }).click();
  await expect.poll(() => positionOf(element)).toBe(52);
  expect(await tableOf(element)).toEqual(last);
});

test("steps can be as large as a unit, a layer, a phase and an iteration, forward and back", async ({ page }) => {
  const element = await open(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const ends = { unit: 4, layer: 8, phase: 20, iteration: 52 };
  for (const [size, end] of Object.entries(ends)) {
    await element.getByRole("combobox", { name: ko.worked.stepSize }).selectOption(size);
    await element.getByRole("button", { name: ko.worked.stepForward }).click();
    await expect.poll(() => positionOf(element)).toBe(end);
    await element.getByRole("button", { name: ko.worked.stepBack }).click();
    await expect.poll(() => positionOf(element)).toBe(0);
  }
});

test("the scrubber reaches every iteration in both directions", async ({ page }) => {
  const element = await open(page);
  const scrubber = element.getByRole("slider", { name: ko.worked.scrubIteration, exact: true });
  await scrubber.focus();
  await page.keyboard.press("End");
  await expect(unitOf(element, 2, 0)).toContainText("0.400");
  await page.keyboard.press("Home");
  await expect.poll(() => positionOf(element)).toBe(0);
  const box = await scrubber.boundingBox();
  if (!box) throw new Error("no scrubber");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const half = await positionOf(element);
  const last = await inScene(element, (scene) => scene.session?.last ?? 0);
  expect(Math.abs(half - last / 2)).toBeLessThan(last * 0.05);
});

test("the update of an iteration is the start of the next", async ({ page }) => {
  const element = await open(page);
  await goTo(element, 60);
  const next = await traceOf(element, 1);
  const label = await linkOf(element, 0, 0, 0).getAttribute("aria-label");
  expect(label).toContain(next.layers[0].kernel[0][0].toFixed(3));
});

test("a gradient is checked against the slope of the loss", async ({ page }) => {
  const element = await open(page);
  await goTo(element, 42);
  await linkOf(element, 0, 0, 0).press("Enter");
  const card = element.getByRole("dialog");
  await card.getByRole("button", { name: ko.worked.check.button }).click();
  await expect(card).toContainText(ko.worked.check.agrees);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(linkOf(element, 0, 0, 0)).toBeFocused();
});

test("two elements on one page share no state", async ({ page }) => {
  await open(page);
  await page.evaluate(() =>
    document.body.append(
      Object.assign(document.createElement("glass-net"), { inputs: "1", target: "1", kernels: "0.5" }),
    ),
  );
  const [first, second] = [elementOf(page, 0), elementOf(page, 1)];
  await second.scrollIntoViewIfNeeded();
  await expect(second.locator("svg.gn-network")).toBeVisible();
  await goTo(second, 3);
  expect(await positionOf(first)).toBe(0);
  await goTo(first, 22);
  expect(await positionOf(second)).toBe(3);
  await expect(unitOf(first, 2, 0)).toContainText("0.436");
  await second.evaluate((node) => node.remove());
  await goTo(first, 30);
  await expect(unitOf(first, 2, 0)).toContainText("0.436");
});

for (const width of [360, 1280]) {
  test(`the numbers below a curve of 10,000 iterations are whole, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const element = await open(page, "index.html?lang=ko&learning-rate=0.00001");
    if (width === 360) await unfold(element);
    await element.getByRole("button", { name: ko.worked.runToTarget }).click();
    const curve = element.locator("svg.gn-loss-curve");
    await expect(curve.getByText("10000", { exact: true })).toBeVisible();
    const outside = await curve.evaluate((svg) => {
      const frame = svg.getBoundingClientRect();
      return Array.from(svg.querySelectorAll("text"), (text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }))
        .filter(({ box }) => box.left < frame.left || box.right > frame.right)
        .map(({ text }) => text);
    });
    expect(outside).toEqual([]);
  });
}
