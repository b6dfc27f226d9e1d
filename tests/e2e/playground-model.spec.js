import { expect, test } from "@playwright/test";
import { onGround, openPlayground, openTab, seriousFindings } from "./playground.js";
import { expectSetup, overflow, setupOf, smallControls, type } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { ko } from "./words.js";

/** @param {import("@playwright/test").Page} page */
const panelOf = (page) => page.locator("gn-model-panel");

/**
 * Opens a playground at its model.
 * @param {import("@playwright/test").Page} page
 * @param {Record<string, string>} [keys]
 */
async function openCode(page, keys) {
  await openPlayground(page, keys);
  await openTab(page, "code");
}

/** @param {import("@playwright/test").Page} page @param {number} at */
const layerOf = (page, at) => panelOf(page).locator(`[data-layer="${at}"]`);

/** @param {import("../../www/src/experiment/types.js").Setup} setup */
const units = ({ layers }) => layers.map((layer) => (layer.kind === "Dense" ? layer.units : layer.kind));

test("the tutorial's second model is built, printed as Keras prints it, in both styles", async ({ page }) => {
  await openCode(page);
  const panel = panelOf(page);
  const summary = panel.locator("pre").first();
  await expect(summary).toContainText("Total params: 61 (244.00 B)");
  await panel.getByRole("button", { name: "Keras 2" }).click();
  await expect(summary).toContainText("_________________________________________________________________");
  await expect(summary).toContainText("dense_1 (Dense)");
});

test("layers are added, moved with the keyboard, changed and removed", async ({ page }) => {
  await openCode(page);
  const panel = panelOf(page);
  await panel.getByRole("button", { name: ko.model.addLayer("Dense") }).click();
  await expectSetup(page, units, [10, 10, 1]);
  await type(layerOf(page, 1).getByLabel(ko.model.units), "4");
  await expectSetup(page, units, [10, 4, 1]);
  await layerOf(page, 1).getByRole("button", { name: ko.model.up }).press("Enter");
  await expectSetup(page, units, [4, 10, 1]);
  // The keyboard stays with the layer: at the top it can only go down.
  await expect(layerOf(page, 0).getByRole("button", { name: ko.model.remove })).toBeFocused();
  await panel.getByRole("button", { name: ko.model.addLayer("Dropout") }).click();
  await expectSetup(page, units, [4, 10, "Dropout", 1]);
  await layerOf(page, 0).getByLabel(ko.model.activation).selectOption("relu");
  await expectSetup(page, ({ layers }) => layers[0].activation, "relu");
  await layerOf(page, 1).getByRole("button", { name: ko.model.remove }).click();
  await expectSetup(page, units, [4, "Dropout", 1]);
  await expect(panel.locator("pre").first()).toContainText("dropout (Dropout)");
});

test("loss, optimizer, its settings, metrics and seed reach the engine", async ({ page }) => {
  await openCode(page);
  const panel = panelOf(page);
  const model = (/** @type {import("../../www/src/experiment/types.js").Setup} */ { config }) => config.model;
  await panel.getByLabel(ko.model.loss).selectOption("mean_absolute_error");
  await panel.getByLabel(ko.model.optimizer).selectOption("sgd");
  await type(panel.getByLabel(ko.model.learningRate), "0.0001");
  await panel.getByText(ko.model.settings).click();
  await type(panel.getByLabel("momentum"), "0.9");
  await panel.getByLabel("nesterov").check();
  await panel.getByLabel(ko.model.clip).selectOption("clipnorm");
  await type(panel.getByLabel(ko.model.clipSize), "2");
  await panel.getByLabel("mae").check();
  await type(panel.getByLabel(ko.model.seed), "7");
  await expectSetup(
    page,
    model,
    expect.objectContaining({
      loss: "mean_absolute_error",
      seed: 7,
      metrics: ["mae"],
      optimizer: { name: "sgd", learningRate: 0.0001, momentum: 0.9, nesterov: true, clipnorm: 2 },
    }),
  );
  await panel.getByLabel(ko.model.optimizer).selectOption("rmsprop");
  await expectSetup(page, ({ config }) => config.model.optimizer, {
    name: "rmsprop",
    learningRate: 0.0001,
    momentum: 0.9,
    clipnorm: 2,
  });
  await type(panel.getByLabel(ko.model.learningRate), "");
  await expectSetup(page, ({ config }) => config.model.optimizer, { name: "rmsprop", momentum: 0.9, clipnorm: 2 });
});

/** The units of a layer, as a message calls them. @param {number} layer from 1 */
const unitsOf = (layer) => `${ko.errors.layer(layer)} · ${ko.errors.places.units}`;

/**
 * @type
 *   {[name: string, field: (page: import("@playwright/test").Page) => import("@playwright/test").Locator,
 *     typed: string, told: string][]}
 */
const BAD = [
  [
    "no units",
    (page) => layerOf(page, 0).getByLabel(ko.model.units),
    "0",
    ko.validationErrors.between(unitsOf(1), "1", "4096", "0"),
  ],
  [
    "too many units",
    (page) => layerOf(page, 0).getByLabel(ko.model.units),
    "100000",
    ko.validationErrors.between(unitsOf(1), "1", "4096", "100000"),
  ],
  [
    "an output that fits no target",
    (page) => layerOf(page, 1).getByLabel(ko.model.units),
    "3",
    ko.validationErrors.oneOutput(""),
  ],
  [
    "a learning rate that is none",
    (page) => panelOf(page).getByLabel(ko.model.learningRate),
    "빠르게",
    ko.validationErrors.notTyped(ko.errors.places.learningRate, "빠르게"),
  ],
  [
    "a negative learning rate",
    (page) => panelOf(page).getByLabel(ko.model.learningRate),
    "-1",
    ko.validationErrors.aboveZero(ko.errors.places.learningRate, "-1"),
  ],
  [
    "a seed with a fraction",
    (page) => panelOf(page).getByLabel(ko.model.seed),
    "1.5",
    ko.validationErrors.integer(ko.errors.places.seed, "1.5"),
  ],
];

for (const [name, fieldOf, typed, told] of BAD) {
  test(`${name}: rejected beside its field, and the model stays`, async ({ page }) => {
    await openCode(page);
    const field = fieldOf(page);
    const before = await setupOf(page, ({ config }) => config.model);
    await type(field, typed);
    await expect(panelOf(page).locator(".validation-error")).toContainText(told);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue(typed);
    expect(await setupOf(page, ({ config }) => config.model)).toEqual(before);
  });
}

test("a loss for classes is rejected for numbers, and the choice shows the current one", async ({ page }) => {
  await openCode(page);
  const loss = panelOf(page).getByLabel(ko.model.loss);
  await loss.selectOption("sparse_categorical_crossentropy");
  await expect(panelOf(page).locator(".validation-error")).toContainText(ko.validationErrors.lossForNumbers(""));
  await expect(loss).toHaveValue("mean_squared_error");
});

test("the code follows the model, says that its numbers differ, and is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCode(page);
  const panel = panelOf(page);
  const code = panel.locator("pre.code");
  await expect(code).toContainText("keras");
  await expect(panel).toContainText(ko.model.codeHint);
  await type(layerOf(page, 0).getByLabel(ko.model.units), "7");
  await expect(code).toContainText("Dense(7");
  await panel.getByRole("button", { name: ko.model.copy }).click();
  await expect(panel.getByText(ko.model.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
});

test("without a clipboard the code is copied the old way", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.addEventListener("copy", () => {
      document.documentElement.dataset.copied = String(getSelection());
    });
  });
  await openCode(page);
  await expect(panelOf(page).locator("pre.code")).not.toBeEmpty();
  await panelOf(page).getByRole("button", { name: ko.model.copy }).click();
  await expect(panelOf(page).getByText(ko.model.copied)).toBeVisible();
  await expect(page.locator("html[data-copied]")).toHaveCount(1);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the model panel, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openCode(page);
    await onGround(page, theme);
    for (const summary of await panelOf(page).locator("summary").all()) await summary.click();
    await type(layerOf(page, 0).getByLabel(ko.model.units), "0");
    await expect(panelOf(page).locator(".validation-error")).toHaveCount(1);
    expect(await seriousFindings(page, "model")).toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [360, 720, 1280])) {
    test(`the model panel fits into ${width} px, ${lang}, with room for fingers`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openCode(page, { lang });
      for (const summary of await panelOf(page).locator("summary").all()) await summary.click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await smallControls(panelOf(page))).toEqual([]);
    });
  }
}
