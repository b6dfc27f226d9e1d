/** The bar of the bench: training from it, and what it changes of the experiment. */
import { expect, test } from "@playwright/test";
import { barOf, bitsOf, choosePreset, inLab, openPlayground, press, said, updatesOf } from "./playground.js";
import { expectSetup, overflow, setupOf, type } from "./playground-setup.js";
import { en, ko } from "./words.js";

/** @param {import("@playwright/test").Page} page */
const rateOf = (page) => barOf(page).getByLabel(ko.bench.bar.rate, { exact: true });

/** The learning rate and the optimizer that the engine trains with. @param {import("@playwright/test").Page} page */
const optimizerOf = (page) =>
  setupOf(page, ({ config: { model } }) => {
    const { name, learningRate } = /** @type {any} */ (model.optimizer);
    return [name, Number(learningRate.toPrecision(5))];
  });

test("one click solves xor, and the counter and the button say that it is over", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const before = await bar.locator("button.primary").boundingBox();
  await press(bar, ko.train.run);
  await expect(bar.getByRole("button", { name: ko.train.pause })).toBeVisible();
  await expect.poll(() => inLab(page, (lab) => lab.state?.end), { timeout: 40_000 }).toEqual({ why: "finished" });
  const scores = await inLab(page, (lab) => lab.ask("evaluate"));
  expect(scores.scores.accuracy).toBe(1);
  await expect(bar.locator("[data-part=epoch]")).toHaveText("80/80");
  await expect(bar.getByRole("button", { name: ko.train.again })).toBeVisible();
  expect(await bar.locator("button.primary").boundingBox(), "nothing jumps").toEqual(before);
});

for (const lang of ["ko", "en"]) {
  test(`what a reader changed of a preset is called so in one line within the bar, ${lang}`, async ({ page }) => {
    const bar = await openPlayground(page, { preset: "xor", lang });
    await inLab(page, (lab) => lab.change((config) => ({ ...config, scaling: "standard" })));
    for (const width of [1232, 1280, 1366]) {
      await page.setViewportSize({ width, height: 800 });
      const mark = bar.locator(".own-mark");
      await expect(mark).toBeVisible();
      const [own, whole] = await Promise.all([mark, bar.locator(".bar").first()].map((part) => part.boundingBox()));
      expect(own?.height, `${width} px`).toBeLessThan(20);
      expect((own?.x ?? NaN) + (own?.width ?? NaN), `${width} px`).toBeLessThanOrEqual(
        (whole?.x ?? NaN) + (whole?.width ?? NaN) + 0.5,
      );
      expect(await overflow(page), `${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test("a batch and an epoch are counted in as many digits throughout", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const [epoch, batch] = [bar.locator("[data-part=epoch]"), bar.locator("[data-part=batch]")];
  await expect(epoch).toHaveText("00/80");
  await expect(batch).toHaveText(`${ko.bench.bar.batch} 00/14`);
  await press(bar, ko.train.batch);
  await expect(batch).toHaveText(`${ko.bench.bar.batch} 01/14`);
  await expect(epoch).toHaveText("01/80");
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  await expect(epoch).toHaveText("02/80");
  await press(bar, ko.train.toEnd);
  await expect(epoch).toHaveText("80/80");
  for (const name of [ko.train.batch, ko.train.epoch, ko.train.toEnd])
    await expect(bar.getByRole("button", { name, exact: true })).toBeDisabled();
});

test("a reset brings the same bits, new weights others, and the preset stays", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const start = await bitsOf(page);
  await press(bar, ko.train.epoch);
  await expect.poll(() => bitsOf(page)).not.toEqual(start);
  await press(bar, ko.train.reset);
  await expect.poll(() => bitsOf(page)).toEqual(start);
  await press(bar, ko.train.reseed);
  await expect.poll(() => bitsOf(page)).not.toEqual(start);
  expect(await updatesOf(page)).toBe(0);
  await expect(bar.locator("[data-preset=xor]")).toHaveAttribute("aria-pressed", "true");
});

test("learning rate and optimizer reach the engine, and a bad rate keeps the former", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  await expect.poll(() => optimizerOf(page)).toEqual(["adam", 0.03]);
  const height = (await bar.boundingBox())?.height;
  await type(rateOf(page), "0.1");
  await expect.poll(() => optimizerOf(page)).toEqual(["adam", 0.1]);
  await expect(bar.locator("[data-preset][aria-pressed=true]")).toHaveCount(0);
  await expect(bar.getByText(ko.bench.bar.changed)).toBeVisible();
  await bar.getByLabel(ko.bench.bar.optimizer).selectOption("rmsprop");
  await expect.poll(() => optimizerOf(page)).toEqual(["rmsprop", 0.1]);
  await type(rateOf(page), "-1");
  await expect(bar.locator(".validation-error")).toContainText(
    ko.validationErrors.aboveZero(ko.errors.places.learningRate, "-1"),
  );
  await expect(rateOf(page)).toHaveValue("-1");
  expect(await optimizerOf(page)).toEqual(["rmsprop", 0.1]);
  expect((await bar.boundingBox())?.height, "the bar does not move").toBe(height);
  await type(rateOf(page), "0.02");
  await expect.poll(() => optimizerOf(page)).toEqual(["rmsprop", 0.02]);
  await expect(bar.locator(".validation-error")).toHaveCount(0);
});

test("a schedule is shown by its name, and leads to where it is set", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  await page.locator("glass-net-playground").evaluate((node) =>
    /** @type {any} */ (node).lab.change((/** @type {any} */ config) => ({
      ...config,
      model: {
        ...config.model,
        optimizer: {
          name: "sgd",
          learningRate: { name: "ExponentialDecay", initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.9 },
        },
      },
    })),
  );
  await bar.getByRole("button", { name: ko.bench.bar.toSchedule("ExponentialDecay") }).click();
  await expect(page.locator("gn-model-panel")).toBeVisible();
});

test("a speed is how many batches are done in a second, whatever the experiment", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const pace = () => inLab(page, (lab) => lab.pace);
  expect(await pace()).toBe(140);
  await bar.getByLabel(ko.train.pace, { exact: true }).selectOption("epoch");
  expect(await pace()).toBe(14);
  await choosePreset(page, "spiral");
  await expect.poll(pace).toBe(56);
});

test("presets are a toolbar of pictures: one tab stop, and arrows move in it", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const chips = bar.locator("[data-preset]");
  await expect(chips.locator("svg path").first()).toBeAttached();
  expect(await chips.evaluateAll((all) => all.filter((chip) => /** @type {any} */ (chip).tabIndex === 0).length)).toBe(
    1,
  );
  await bar.locator("[data-preset=xor]").focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar.locator("[data-preset=spiral]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expectSetup(page, ({ data }) => data.name, "spirals");
  await expect(bar.locator("[data-preset=spiral]")).toHaveAttribute("aria-pressed", "true");
});

for (const [width, height, words] of /** @type {const} */ ([
  [1280, 800, ko],
  [1280, 800, en],
  [1366, 650, en],
  [1024, 768, en],
  [768, 1024, en],
  [360, 740, ko],
  [360, 740, en],
])) {
  test(`at ${width} x ${height}, ${words.lang}, nothing in the bar is cut off or lies on another`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openPlayground(page, { preset: "tutorial-2", lang: words.lang });
    const found = await barOf(page).evaluate((bar) => {
      const frame = bar.getBoundingClientRect();
      const parts = [.../** @type {ShadowRoot} */ (bar.shadowRoot).querySelectorAll("button, input, select, .place")];
      const boxes = parts
        .filter((part) => part.checkVisibility())
        .map((part) => ({ name: part.outerHTML.slice(0, 60), box: part.getBoundingClientRect() }));
      const outside = boxes.filter(
        ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1,
      );
      const lying = boxes.flatMap(({ name, box: a }, i) =>
        boxes
          .slice(i + 1)
          .filter(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((other) => `${name} on ${other.name}`),
      );
      return [...outside.map(({ name }) => name), ...lying];
    });
    expect(found).toEqual([]);
  });
}

test("on a phone the bar is a dock, and the rest of it stands in the tab of the settings", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const bar = await openPlayground(page, { preset: "xor" });
  const box = await bar.boundingBox();
  expect([Math.round((box?.y ?? 0) + (box?.height ?? 0)), box?.height]).toEqual([740, 56]);
  await expect(rateOf(page)).toBeHidden();
  await page.locator("[role=tab][data-tab=settings]").click();
  const settings = page.locator("gn-bench-settings");
  await type(settings.getByLabel(ko.bench.bar.rate, { exact: true }), "0.2");
  await expect.poll(() => optimizerOf(page)).toEqual(["adam", 0.2]);
  await settings.getByLabel(ko.train.pace, { exact: true }).selectOption("full");
  expect(await inLab(page, (lab) => lab.pace)).toBe(Infinity);
  await press(settings, ko.train.toEnd);
  await expect(said(page, ko.train.ends.finished)).toBeVisible();
});
