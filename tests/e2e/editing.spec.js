import { expect, test } from "@playwright/test";
import { goTo, inScene, linkOf, open, positionOf, traceOf, unitOf } from "./reader.js";
import { ko } from "./words.js";

test("an edited weight is computed with at once", async ({ page }) => {
  const element = await open(page);
  await goTo(element, 22);
  await linkOf(element, 2, 0, 1).press("Enter");
  const field = element.getByRole("dialog").getByRole("textbox");
  await field.fill("3");
  await field.press("Enter");
  await expect(unitOf(element, 2, 0)).not.toContainText("0.436");
  const trace = await traceOf(element, 0);
  expect(trace.layers[2].kernel[1][0]).toBe(3);
  // sigmoid(-0.557509 + 3 · 0.15045223)
  expect(trace.prediction[0]).toBeCloseTo(1 / (1 + Math.exp(0.5575090141 - 3 * 0.150452226)), 6);
  await expect(unitOf(element, 2, 0)).toContainText(trace.prediction[0].toFixed(3));
  expect(await positionOf(element)).toBe(22);
});

/**
 * What an error says to a reader.
 * @param {"shape" | "not_a_number" | "out_of_range"} code
 * @param {string} what @param {string} expected @param {string} received
 */
const rejected = (code, what, expected, received) => ko.worked.errors[code]({ what, expected, received });

test("an invalid value is rejected beside its field, and the former one kept", async ({ page }) => {
  const element = await open(page);
  await element.locator("summary", { hasText: ko.worked.settings }).click();
  const rate = element.getByRole("textbox", { name: ko.worked.learningRate });
  const before = await element.evaluate((node) => JSON.stringify(/** @type {any} */ (node).state.example));
  for (const [bad, reason] of [
    ["abc", rejected("not_a_number", "", "", "abc")],
    ["", rejected("not_a_number", "", "", "")],
    ["-1", rejected("out_of_range", "learning-rate", "a number above 0", "-1")],
    ["NaN", rejected("not_a_number", "", "", "NaN")],
  ]) {
    await rate.fill(bad);
    await rate.press("Tab");
    await expect(element.getByRole("alert")).toContainText(reason);
    await expect(rate).toHaveAttribute("aria-invalid", "true");
    expect(await element.evaluate((node) => JSON.stringify(/** @type {any} */ (node).state.example))).toBe(before);
  }
  await rate.fill("0.5");
  await rate.press("Tab");
  await expect(element.getByRole("alert")).toBeHidden();
  expect(await element.evaluate((node) => /** @type {any} */ (node).state.example.learningRate)).toBe(0.5);
});

test("inputs, target, learning rate and activation can be changed, and the original comes back", async ({ page }) => {
  const element = await open(page);
  await element.locator("summary", { hasText: ko.worked.settings }).click();
  for (const [name, value] of [
    [`${ko.worked.input} x₁`, "0,5"],
    [`${ko.worked.target} y`, "0.9"],
    [ko.worked.learningRate, "2"],
  ]) {
    const field = element.getByRole("textbox", { name });
    await field.fill(value);
    await field.press("Enter");
    await expect(field).toHaveValue(value.replace(",", "."));
  }
  await element
    .getByRole("combobox", { name: `${ko.worked.activation}, ${ko.worked.layers.hidden(1)}` })
    .selectOption("tanh");
  await expect
    .poll(() => element.evaluate((node) => /** @type {any} */ (node).state.example.layers[0].activation))
    .toBe("tanh");
  const trace = await traceOf(element, 0);
  expect(trace.inputs[0]).toBe(0.5);
  expect(trace.target[0]).toBeCloseTo(0.9, 6);
  await element.getByRole("button", { name: ko.worked.restore }).click();
  await goTo(element, 22);
  await expect(unitOf(element, 2, 0)).toContainText("0.436");
});

test("a diverging run reports where and what to do, and the page lives on", async ({ page }) => {
  const element = await open(page, "index.html?lang=ko&activations=linear&learning-rate=1000");
  await element.getByRole("slider", { name: ko.worked.scrubIteration, exact: true }).press("End");
  await expect(element.locator(".ending")).toContainText(ko.worked.diverged(ko.worked.layers.hidden(2), 3));
  await element.getByRole("button", { name: ko.worked.reset }).click();
  expect(await positionOf(element)).toBe(0);
});

test("a link shows what its author saw, weights and place included", async ({ page, context }) => {
  const element = await open(page);
  await linkOf(element, 0, 0, 1).press("Enter");
  const field = element.getByRole("dialog").getByRole("textbox");
  await field.fill("-0.3");
  await field.press("Enter");
  await expect.poll(async () => (await traceOf(element, 0)).layers[0].kernel[1][0]).toBeCloseTo(-0.3, 6);
  await goTo(element, 75);
  await expect.poll(() => page.url()).toContain("at=75");
  const state = await element.evaluate((node) => JSON.stringify(/** @type {any} */ (node).state));
  const card = await element.locator(".card").innerText();

  const other = await open(await context.newPage(), page.url());
  await expect.poll(() => positionOf(other)).toBe(75);
  expect(await other.evaluate((node) => JSON.stringify(/** @type {any} */ (node).state))).toBe(state);
  expect(await other.locator(".card").innerText()).toBe(card);
});

test("a claim that does not hold is shown as a warning beside the value", async ({ page }) => {
  const element = await open(page, "embed.html?lang=ko&claims=1.1=0.74,3.1=0.436");
  await goTo(element, 4);
  await expect(element.locator(".claim.fails")).toContainText("0.74");
  await expect(element.locator(".claim.fails")).toContainText("0.73");
  await goTo(element, 20);
  await expect(element.locator(".claim.holds")).toContainText("0.436");
});

test("a claim of nine digits is checked against double precision", async ({ page }) => {
  const numbers =
    "inputs=0.05,0.1&target=0.01,0.99&kernels=0.15,0.25;0.2,0.3|0.4,0.5;0.45,0.55&biases=0.35,0.35|0.6,0.6";
  const element = await open(
    page,
    `embed.html?lang=en&${numbers}&claims=1.1=0.593269992,1.2=0.596884379,loss=0.298371109`,
  );
  const claims = await inScene(element, ({ session }) =>
    session?.claims.map(({ holds, rounded }) => `${rounded} ${holds}`),
  );
  expect(claims).toEqual(["0.593269992 true", "0.596884378 false", "0.298371109 true"]);
});

test("an invalid example is rejected inside the element, in the reader's language", async ({ page }) => {
  for (const [query, words] of [
    ["kernels=1,2;3", rejected("shape", ko.worked.place("kernels", 1, 2, 0), "2 numbers, one a unit", "1")],
    ["activations=sigmoied", "sigmoied"],
    ["inputs=1,a", rejected("not_a_number", "", "", "a")],
    ["claims=9.9=1", rejected("out_of_range", "claims", "up to 3.1", "9.9")],
  ]) {
    await page.goto(`embed.html?lang=ko&${query}`);
    await expect(page.locator("glass-net").getByRole("alert")).toContainText(words);
  }
});
