/** The network of the bench: its pictures are the engine's answers, and what a reader changes is the model's. */
import { expect, test } from "@playwright/test";
import { signedCells } from "../../www/src/charts/surface-colors.js";
import { linkText, withModel } from "../../www/src/experiment/config.js";
import { activeLayers } from "../../www/src/experiment/layers.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { columnsOf } from "../../www/src/bench/network-columns.js";
import { middleOf } from "../../www/src/bench/network-hit.js";
import { layoutOf } from "../../www/src/bench/network-layout.js";
import { full } from "../../www/src/format.js";
import { COLORS } from "../../www/src/theme.js";
import { inLab, playgroundOf } from "./playground.js";
import { ko } from "./words.js";

/** @import { Page } from "@playwright/test" */
/** @import { Layout } from "../../www/src/bench/network-layout.js" */
/** @import { Place } from "../../www/src/bench/network-hit.js" */

const { network: words } = ko.bench;

/** @param {Page} page */
const networkOf = (page) => page.locator("gn-bench-network");

/** @param {Page} page @param {Record<string, string>} keys */
async function open(page, keys) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", lang: "ko", ...keys })}`);
  await expect(networkOf(page).locator("canvas")).toBeVisible();
  await expect.poll(() => inLab(page, (lab) => Boolean(lab.frame?.activations))).toBe(true);
  return networkOf(page);
}

/** Where everything stands, by the part's own box. @param {Page} page @returns {Promise<Layout>} */
async function layoutIn(page) {
  const box = await networkOf(page).evaluate((node) => /** @type {any} */ (node).box);
  const setup = await inLab(page, (lab) => lab.setup && { ...lab.setup, trainRows: [], testRows: [] });
  const layers = activeLayers(/** @type {any} */ (setup));
  const hasSurfaces = setup?.config.features.length === 2;
  const canvas = await networkOf(page).locator("canvas").boundingBox();
  return layoutOf(columnsOf(layers), { ...box, height: canvas?.height ?? 0, hasSurfaces });
}

/** A point of the picture on the page. @param {Page} page @param {{ x: number, y: number }} point */
async function onPage(page, { x, y }) {
  const box = await networkOf(page).locator("canvas").boundingBox();
  return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y };
}

/** Clicks what stands at a place. @param {Page} page @param {Place} place */
async function clickAt(page, place) {
  const { x, y } = await onPage(page, middleOf(await layoutIn(page), place));
  await page.mouse.click(x, y);
}

/** @param {Page} page */
const weightsOf = (page) => inLab(page, async (lab) => Array.from(await lab.ask("weights")));

/** What the picture has last seen, and what the engine says now. @param {Page} page */
const outputs = (page) =>
  inLab(page, async (lab) => ({
    shown: lab.frame?.activations?.at(-1)?.[0],
    engine: (await lab.ask("activations", lab.row)).at(-1)?.[0],
    loss: (await lab.ask("evaluate", "keras3")).scores.loss,
  }));

/** @param {Page} page @param {number} place */
const unitsAt = (page, place) =>
  inLab(page, (lab) => lab.setup?.layers.map(({ units }) => units)).then((all) => all?.[place]);

test("each unit's picture is what the engine answers over the plane", async ({ page }) => {
  await open(page, { preset: "xor" });
  await inLab(page, (lab) => lab.trainTo(28));
  await page.mouse.move(1, 1);
  const layout = await layoutIn(page);
  const tokens = Object.fromEntries(Object.entries(COLORS).map(([name, [light]]) => [name, light]));
  const parts = [0.2, 0.5, 0.8];
  let different = 0;
  for (const [column, { x, width, height, slots }] of layout.columns.entries()) {
    if (column === 0) continue;
    for (const { unit, y } of slots) {
      const size = 49;
      const values = await inLab(
        page,
        /** @type {any} */ (
          `(lab) => lab.ask("surface", { x: 0, y: 1, size: ${size}, layer: ${column - 1}, unit: ${unit} }).then((surface) => Array.from(surface.values))`
        ),
      );
      const isOutput = column === layout.columns.length - 1;
      const color = signedCells(tokens, values, isOutput ? { middle: 0.5, reach: 0.5 } : {});
      const points = parts.flatMap((down) => parts.map((right) => ({ down, right })));
      const expected = points.map(({ down, right }) => {
        const cell = color(Math.round(down * (size - 1)) * size + Math.round(right * (size - 1)));
        return [cell & 255, (cell >> 8) & 255, (cell >> 16) & 255];
      });
      const read = () =>
        networkOf(page)
          .locator("canvas")
          .evaluate(
            (canvas, at) => {
              const context = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
              const sharp = /** @type {HTMLCanvasElement} */ (canvas).width / canvas.clientWidth;
              return at.map(([left, top]) =>
                Array.from(context?.getImageData(left * sharp, top * sharp, 1, 1).data ?? []),
              );
            },
            points.map(({ down, right }) => [x + (right - 0.5) * width, y + (down - 0.5) * height]),
          );
      const apart = async () =>
        Math.max(...(await read()).flatMap((pixel, i) => expected[i].map((part, c) => Math.abs(part - pixel[c]))));
      await expect.poll(apart, `unit ${unit} of column ${column}`).toBeLessThan(24);
      different += new Set(expected.map(String)).size;
    }
  }
  expect(different, "the colours of a unit differ from place to place").toBeGreaterThan(40);
});

test("a weight is opened by a click and dragged; prediction and loss follow", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const before = { weights: await weightsOf(page), ...(await outputs(page)) };
  await clickAt(page, { column: 2, unit: 0, weight: 5 });
  const field = network.locator("gn-weight-field");
  // Two inputs by eight units, eight biases; then one weight for each unit.
  const index = 2 * 8 + 8 + 5;
  await expect(field.getByLabel("w(h₆→ŷ)", { exact: true })).toHaveValue(full(before.weights[index]));
  const track = await field.getByRole("slider").boundingBox();
  const middle = { x: (track?.x ?? 0) + (track?.width ?? 0) / 2, y: (track?.y ?? 0) + (track?.height ?? 0) / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 40, middle.y, { steps: 4 });
  await page.mouse.move(middle.x + 80, middle.y, { steps: 4 });
  const half = await weightsOf(page);
  await page.mouse.up();
  await expect.poll(async () => (await weightsOf(page))[index]).toBeGreaterThan(0.9);
  const after = { weights: await weightsOf(page), ...(await outputs(page)) };
  expect(half[index]).not.toBe(before.weights[index]);
  expect(after.weights.filter((weight, i) => weight !== before.weights[i])).toHaveLength(1);
  expect(after.loss).not.toBe(before.loss);
  expect(after.engine).not.toBe(before.engine);
  await expect.poll(async () => (await outputs(page)).shown).toBe(after.engine);
  await expect(field.getByLabel("w(h₆→ŷ)", { exact: true })).toHaveValue(full(after.weights[index]));
});

test("a weight is typed; what is no number is rejected beside it and the former stays", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  await clickAt(page, { column: 1, unit: 7, weight: 0 });
  const field = network.locator("gn-weight-field");
  const input = field.getByRole("textbox");
  await input.fill("−1.5");
  await input.press("Enter");
  await expect.poll(async () => (await weightsOf(page))[7]).toBe(-1.5);
  await input.fill("many");
  await input.press("Enter");
  await expect(field.getByRole("alert")).toContainText("many");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  expect((await weightsOf(page))[7]).toBe(-1.5);
  await input.fill("1e39");
  await input.press("Enter");
  await expect(field.getByRole("alert")).not.toContainText("many");
  expect((await weightsOf(page))[7]).toBe(-1.5);
  await input.press("ArrowUp");
  await expect.poll(async () => (await weightsOf(page))[7]).toBeGreaterThan(-1.5);
  await input.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(network.locator("canvas")).toBeFocused();
});

test("the bias of a unit opens from the unit, and training pauses for it", async ({ page }) => {
  const network = await open(page, { preset: "spiral" });
  await inLab(page, (lab) => void lab.run());
  await expect.poll(() => inLab(page, (lab) => lab.running)).toBe(true);
  await clickAt(page, { column: 3, unit: 0 });
  await expect(network.locator("gn-weight-field").getByLabel("b(ŷ)", { exact: true })).toBeVisible();
  expect(await inLab(page, (lab) => lab.running)).toBe(false);
  await page.mouse.click(2, 2);
  await expect(network.locator("gn-weight-field")).toHaveCount(0);
});

test("layers and units are added and taken away, and one unit stays", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const press = (/** @type {string} */ name) => network.getByRole("button", { name, exact: true }).click();
  await press(words.moreUnits("은닉층 1"));
  await expect.poll(() => unitsAt(page, 0)).toBe(9);
  await press(words.addHidden);
  await expect.poll(() => inLab(page, (lab) => lab.setup?.layers.map(({ units }) => units))).toEqual([9, 9, 1]);
  const fewer = network.getByRole("button", { name: words.fewerUnits("은닉층 2"), exact: true });
  // Faster than the engine answers: each press counts.
  for (let i = 0; i < 8; i++) await fewer.evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await expect.poll(() => unitsAt(page, 1)).toBe(1);
  await expect(fewer).toHaveAttribute("aria-disabled", "true");
  await fewer.evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await press(words.dropHidden);
  await press(words.dropHidden);
  await expect.poll(() => inLab(page, (lab) => lab.setup?.layers.map(({ units }) => units))).toEqual([1]);
  await expect(network.getByRole("button", { name: words.dropHidden, exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("an activation is chosen; what the engine rejects is said beside it and the former stays", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const choice = network.getByLabel(`은닉층 1: ${ko.model.activation}`);
  await choice.selectOption("relu");
  await expect.poll(() => inLab(page, (lab) => lab.setup?.layers[0].activation)).toBe("relu");
  const output = network.getByLabel(`출력층: ${ko.model.activation}`);
  await output.selectOption("softmax");
  await expect(network.getByRole("alert")).toHaveText(ko.validationErrors.softmaxOfOne(""));
  await expect(output).toHaveValue("sigmoid");
  expect(await inLab(page, (lab) => lab.setup?.layers[1].activation)).toBe("sigmoid");
  await network.getByRole("button", { name: words.dismiss }).click();
  await expect(network.getByRole("alert")).toHaveCount(0);
});

test("the menu of a layer adds what comes after it, leads to the code, and closes with Escape", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const kinds = () => inLab(page, (lab) => lab.setup?.layers.map(({ kind }) => kind));
  const button = network.getByRole("button", { name: words.menuOf("은닉층 1"), exact: true });
  await button.click();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await network.getByRole("button", { name: words.addNormalization }).click();
  await expect.poll(kinds).toEqual(["Dense", "BatchNormalization", "Dense"]);
  await button.click();
  await network.getByRole("button", { name: words.addDropout }).click();
  await expect.poll(kinds).toEqual(["Dense", "Dropout", "BatchNormalization", "Dense"]);
  await network.getByRole("button", { name: words.menuOf(words.withDropout("은닉층 1", 0.2)) }).click();
  await network.getByRole("button", { name: words.everything }).click();
  await expect(page.locator("gn-model-panel")).toBeVisible();
  await expect.poll(() => playgroundOf(page).evaluate((node) => /** @type {any} */ (node).state?.tab)).toBe("code");
});

test("pointing at a unit tells all parts which, and reads its exact value", async ({ page }) => {
  const network = await open(page, { preset: "tutorial-2" });
  const { x, y } = await onPage(page, middleOf(await layoutIn(page), { column: 1, unit: 3 }));
  await page.mouse.move(x, y);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: 0, unit: 3 });
  const value = await inLab(page, (lab) => lab.ask("activations", lab.row).then((all) => all[1][3]));
  await expect(network.locator(".reading")).toHaveText(new RegExp(`h₄ = ${full(value).replace(".", "\\.")}$`));
  await page.mouse.move(1, 1);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toBe(undefined);
});

test("the keyboard reaches units, weights and every control in few tab stops", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const canvas = network.locator("canvas");
  await network.getByRole("button", { name: words.dropHidden, exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(canvas).toBeFocused();
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: -1, unit: 0 });
  for (const key of ["ArrowRight", "Home", "ArrowDown"]) await page.keyboard.press(key);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: 0, unit: 1 });
  for (const key of ["Enter", "ArrowDown"]) await page.keyboard.press(key);
  const weights = await weightsOf(page);
  await expect(network.locator(".reading")).toHaveText(`w(x₂→h₂) = ${full(weights[9])}`);
  await page.keyboard.press("Enter");
  await page.keyboard.type("0.25");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await weightsOf(page))[9]).toBe(0.25);
  await page.keyboard.press("Escape");
  await expect(canvas).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F2");
  await expect(network.locator("gn-weight-field").getByLabel("b(h₂)", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(network.getByRole("button", { name: words.fewerUnits("은닉층 1"), exact: true })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(network.getByLabel(`은닉층 1: ${ko.model.activation}`)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(network.getByRole("button", { name: words.fewerUnits("출력층"), exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await network.evaluate((node) => node.shadowRoot?.activeElement === null)).toBe(true);
});

test("the overlay asks for gradients and health only while it is chosen", async ({ page }) => {
  const network = await open(page, { preset: "xor" });
  const seen = () => inLab(page, (lab) => [Boolean(lab.frame?.gradients), Boolean(lab.frame?.health)]);
  await page.getByRole("tab", { name: ko.bench.tabs.table }).click();
  await network.getByRole("button", { name: words.overlays.gradients }).click();
  await expect.poll(seen).toEqual([true, true]);
  const gradient = await inLab(page, (lab) => lab.ask("gradients").then((all) => all[0]));
  const { x, y } = await onPage(page, middleOf(await layoutIn(page), { column: 1, unit: 0, weight: 0 }));
  await page.mouse.move(x, y);
  await expect(network.locator(".reading")).toContainText(`∂L/∂w(x₁→h₁) = ${full(gradient)}`);
});

test("a layer too wide for its box shows its first and last units, and can still be shrunk", async ({ page }) => {
  const config = withModel(PRESETS.xor, {
    layers: [
      { units: 100, activation: "tanh" },
      { units: 1, activation: "sigmoid" },
    ],
  });
  const network = await open(page, { config: linkText(config) ?? "" });
  const [, wide] = (await layoutIn(page)).columns;
  expect(wide.more?.count).toBe(100 - wide.slots.length);
  const { x, y } = await onPage(page, { x: wide.x, y: wide.slots[wide.slots.length - 1].y });
  await page.mouse.move(x, y);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: 0, unit: 99 });
  await network.getByRole("button", { name: words.fewerUnits("은닉층 1"), exact: true }).click();
  await expect.poll(() => unitsAt(page, 0)).toBe(99);
});

test("a finger first points at a unit, then opens its bias; all units of the spiral are there on a phone", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`embed.html?${new URLSearchParams({ playground: "", lang: "ko", preset: "spiral" })}`);
  await expect.poll(() => inLab(page, (lab) => Boolean(lab.frame))).toBe(true);
  await expect.poll(() => networkOf(page).evaluate((node) => Boolean(/** @type {any} */ (node).box))).toBe(true);
  const layout = await layoutIn(page);
  expect(layout.columns.map(({ slots }) => slots.length)).toEqual([2, 16, 16, 1]);
  const at = await onPage(page, middleOf(layout, { column: 3, unit: 0 }));
  await page.touchscreen.tap(at.x, at.y);
  await expect.poll(() => inLab(page, (lab) => lab.unit)).toEqual({ layer: 2, unit: 0 });
  await expect(networkOf(page).locator("gn-weight-field")).toHaveCount(0);
  await page.touchscreen.tap(at.x, at.y);
  await expect(networkOf(page).locator("gn-weight-field").getByLabel("b(ŷ)", { exact: true })).toBeVisible();
  await context.close();
});
