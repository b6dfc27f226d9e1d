/** Layers that are not dense, as a reader adds, sets, follows and keeps them. */
import { expect, test } from "@playwright/test";
import { linkText } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { format } from "../../www/src/format.js";
import { misfits, openAll } from "./misfits.js";
import {
  bitsOf,
  inLab,
  lookInside,
  onGround,
  openPlayground,
  openTab,
  panelOf,
  press,
  ready,
  seriousFindings,
  TABS,
  updatesOf,
} from "./playground.js";
import { expectSetup, type } from "./playground-setup.js";
import { openScene } from "./scenes.js";
import { ko } from "./words.js";

/**
 * @import { Page } from "@playwright/test"
 * @import { Setup } from "../../www/src/experiment/types.js"
 */

/** @param {Setup} setup */
const kinds = ({ layers }) => layers.map(({ kind }) => kind);

/** @param {Page} page @param {number} at */
const layerOf = (page, at) => panelOf(page, "model").locator(`[data-layer="${at}"]`);

/** Every kind of layer, as a link brings it. */
const EVERY = linkText({
  ...PRESETS.xor,
  model: {
    .../** @type {any} */ (PRESETS.xor.model),
    layers: [
      { units: 4 },
      { type: "BatchNormalization" },
      { type: "Activation", activation: "relu" },
      { type: "Flatten" },
      { units: 3 },
      { type: "LayerNormalization" },
      { type: "Dropout", rate: 0.1 },
      { units: 1, activation: "sigmoid" },
    ],
  },
});

test("a batch normalization is added, set, trained, followed with its numbers, kept and opened again", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const bar = await openPlayground(page, { preset: "xor" });
  const model = await openTab(page, "code");
  await press(model, ko.model.addLayer("BatchNormalization"));
  await expectSetup(page, kinds, ["Dense", "BatchNormalization", "Dense"]);
  await type(layerOf(page, 1).getByLabel("momentum"), "0.5");
  await expectSetup(page, ({ config }) => config.model.layers[1], { type: "BatchNormalization", momentum: 0.5 });
  await expect(model.locator("pre").first()).toContainText("batch_normalization");
  await expect(model.locator("pre").last()).toContainText("tf.keras.layers.BatchNormalization(momentum=0.5)");

  const drawer = await lookInside(page, "oneRow");
  const inspector = drawer.locator("gn-row-inspector");
  await expect(inspector.locator("svg.gn-network")).toContainText(ko.train.marks.BatchNormalization);
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  const trace = await inLab(page, (lab) => lab.ask("trace", lab.row));
  const at = trace.events.findIndex(({ kind }) => kind === "normalization");
  const event = /** @type {any} */ (trace.events[at]);
  await inspector.getByRole("slider").evaluate((slider, value) => {
    /** @type {HTMLInputElement} */ (slider).value = String(value);
    slider.dispatchEvent(new Event("input"));
  }, at + 1);
  const card = inspector.locator(".card");
  await expect(card.locator(".kind")).toHaveText(ko.train.kinds.normalization);
  await expect(card.locator(".place")).toContainText(ko.model.kinds.BatchNormalization);
  await expect(card.locator(".gn-result").first()).toHaveText(format(event.output));
  for (const value of [event.mean, event.variance]) await expect(card.locator(".prose")).toContainText(format(value));
  await expect(inspector.locator(".under .ground")).toHaveCount(1);

  await press(drawer, ko.bench.drawer.close);
  const record = await openTab(page, "layers");
  const table = record.locator("table.weights");
  await expect(table).toContainText("moving_variance");
  const moving = await table.locator("td").allTextContents();
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(28);
  await expect.poll(() => table.locator("td").allTextContents()).not.toEqual(moving);
  await record.getByText(ko.train.histograms, { exact: true }).click();
  await expect(record.locator(".distributions")).toContainText("moving_mean");

  const before = { bits: await bitsOf(page), updates: await updatesOf(page) };
  const save = await openTab(page, "save");
  const [file] = await Promise.all([page.waitForEvent("download"), press(save, ko.save.save)]);
  const path = await file.path();
  await page.reload();
  await ready(page);
  await (await openTab(page, "save")).getByLabel(ko.save.open).setInputFiles(path);
  await expectSetup(page, kinds, ["Dense", "BatchNormalization", "Dense"]);
  expect({ bits: await bitsOf(page), updates: await updatesOf(page) }).toEqual(before);
  const config = await inLab(page, (lab) => lab.config);
  await openPlayground(page, { config: linkText(config) ?? "" });
  await expectSetup(page, kinds, ["Dense", "BatchNormalization", "Dense"]);
  await expect(page.locator(".validation-error")).toHaveCount(0);
});

test("each kind of layer is added, moved and removed with the keyboard alone", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const model = await openTab(page, "code");
  for (const kind of ["LayerNormalization", "Activation", "Flatten"])
    await model.getByRole("button", { name: ko.model.addLayer(kind), exact: true }).press("Enter");
  await expectSetup(page, kinds, ["Dense", "LayerNormalization", "Activation", "Flatten", "Dense"]);
  await layerOf(page, 2).getByLabel(ko.model.activation).selectOption("tanh");
  await expectSetup(page, ({ layers }) => layers[2].activation, "tanh");
  await layerOf(page, 1).getByLabel("center").press("Space");
  await expectSetup(page, ({ layers }) => layers[1].weights.map(({ name }) => name), ["gamma"]);
  await layerOf(page, 1).getByRole("button", { name: ko.model.down }).press("Enter");
  await expectSetup(page, kinds, ["Dense", "Activation", "LayerNormalization", "Flatten", "Dense"]);
  await expect(layerOf(page, 2).getByRole("button", { name: ko.model.down })).toBeFocused();
  await layerOf(page, 3).getByRole("button", { name: ko.model.remove }).press("Enter");
  await expectSetup(page, kinds, ["Dense", "Activation", "LayerNormalization", "Dense"]);
});

test("a setting out of its range is told beside its field, and the model stays", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await press(await openTab(page, "code"), ko.model.addLayer("BatchNormalization"));
  await expectSetup(page, kinds, ["Dense", "BatchNormalization", "Dense"]);
  const place = (/** @type {string} */ name) => `${ko.errors.layer(2)} · ${name}`;
  const { momentum, epsilon } = ko.errors.places;
  for (const [label, told] of [
    ["momentum", ko.validationErrors.between(place(momentum), "0", "1", "-1")],
    ["epsilon", ko.validationErrors.orMore(place(epsilon), "0", "-1")],
  ]) {
    const field = layerOf(page, 1).getByLabel(label);
    await type(field, "-1");
    await expect(layerOf(page, 1).locator(".validation-error")).toContainText(told);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await type(field, "");
    await expectSetup(page, ({ config }) => config.model.layers[1], { type: "BatchNormalization" });
  }
});

test("in a scene the weights of a unit of a layer that is not dense are read with the keyboard, by Keras's names", async ({
  page,
}) => {
  const scene = await openScene(page, "run", { config: EVERY ?? "" });
  const canvas = scene.locator("gn-live-network canvas");
  const reading = scene.locator("gn-live-network .legend");
  await canvas.press("ArrowRight");
  await canvas.press("ArrowRight");
  await expect(reading).toContainText("h₅");
  for (const [name, value] of [
    ["gamma(h₅)", "1"],
    ["beta(h₅)", "0"],
    ["moving_mean(h₅)", "0"],
    ["moving_variance(h₅)", "1"],
  ]) {
    await canvas.press("Enter");
    await expect(reading).toHaveText(`${name} ${value}`);
  }
});

test("in a scene, of a network too large to draw unit by unit the weights of a normalization are a heat map with their names", async ({
  page,
}) => {
  const model = { .../** @type {any} */ (PRESETS.xor.model), layers: [{ units: 40 }, { type: "BatchNormalization" }] };
  model.layers.push({ units: 1, activation: "sigmoid" });
  const scene = await openScene(page, "run", { config: linkText({ ...PRESETS.xor, model }) ?? "" });
  const map = scene.locator("gn-live-network gn-heat-map").nth(1);
  await expect(map).toContainText("gamma, beta, moving_mean, moving_variance");
  const values = await map.evaluate((node) => Array.from(/** @type {any} */ (node).values));
  expect(values).toEqual([1, 0, 0, 1].flatMap((value) => new Array(40).fill(value)));
});

test("every part and panel shows a model with every kind of layer, without an error", async ({ page }) => {
  const bar = await openPlayground(page, { config: EVERY ?? "" });
  /** @type {string[]} */
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  const drawer = await lookInside(page, "oneBatch");
  await expect(drawer.locator(".gradients")).toContainText("gamma(h₅)");
  await expect(drawer.locator(".gradients")).not.toContainText("moving");
  await press(drawer, ko.bench.drawer.close);
  for (const name of TABS) await openTab(page, name);
  const results = await openTab(page, "evaluate");
  for (const name of ["BatchNormalization", "LayerNormalization"])
    await expect(results).toContainText(ko.model.kinds[/** @type {"BatchNormalization"} */ (name)]);
  await expect(results).toContainText(`${ko.model.kinds.Activation} (relu)`);
  await expect(page.locator(".validation-error")).toHaveCount(0);
  expect(failures).toEqual([]);
});

for (const lang of ["ko", "en"]) {
  test(`nothing overflows at 360 px with every kind of layer, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await openPlayground(page, { config: EVERY ?? "", lang });
    await inLab(page, (lab) => lab.epoch());
    for (const name of TABS) {
      await openTab(page, name);
      await openAll(page);
      await expect.poll(() => misfits(page), name).toEqual([]);
    }
  });
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in a model with every kind of layer, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPlayground(page, { config: EVERY ?? "", theme });
    await onGround(page, theme);
    for (const name of /** @type {const} */ (["code", "layers"])) {
      await openTab(page, name);
      expect(await seriousFindings(page), name).toEqual([]);
    }
  });
}
