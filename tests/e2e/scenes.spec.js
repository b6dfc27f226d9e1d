/** Scenes of a post: parts of the playground by themselves, each with the engine's own numbers. */
import { expect, test } from "@playwright/test";
import { COLORS } from "../../www/src/theme.js";
import { seriousFindingsOf } from "./axe.js";
import { bitsOf, inLab, listen, openScene, press, toldOf, updatesOf } from "./scenes.js";
import { printed } from "./reader.js";
import { sizesIn } from "./screens.js";
import { en } from "./words.js";

test("a run trains by its controls, and shows the engine's numbers", async ({ page }) => {
  await listen(page);
  const scene = await openScene(page, "run", { preset: "xor", epochs: "3", validation: "0.2" });
  expect(await updatesOf(scene), "nothing is trained before a click").toBe(0);
  await expect(scene.locator("[data-figure=loss]")).toHaveText("–");
  await press(scene, en.train.batch);
  await expect.poll(() => updatesOf(scene)).toBe(1);
  await press(scene, en.train.epoch);
  // 140 rows, a fifth for validation: 112 rows in batches of 10.
  await expect.poll(() => updatesOf(scene)).toBe(12);
  const { loss, val_loss } = await inLab(scene, (lab) =>
    Object.fromEntries(Object.entries(lab.history.history).map(([name, [first]]) => [name, first])),
  );
  expect(printed(await scene.locator("[data-figure=loss]").innerText())).toBeCloseTo(loss, 3);
  expect(printed(await scene.locator("[data-figure=val_loss]").innerText())).toBeCloseTo(val_loss, 3);
  await scene.getByRole("combobox").selectOption("full");
  await press(scene, en.train.goOn);
  await expect(scene.getByText(en.scenes.done)).toBeVisible();
  await expect
    .poll(async () => (await toldOf(page, "end")).map(({ why, on }) => [why, on]))
    .toEqual([["finished", "glass-net"]]);
  const epochs = await toldOf(page, "epoch");
  expect(epochs.at(-1).epoch).toBe(3);
  expect(epochs.at(-1).loss).toBe(await inLab(scene, (lab) => lab.history.history.loss[2]));
  const curve = await scene
    .locator("gn-line-chart")
    .evaluate((chart) => /** @type {any} */ (chart).series.map((/** @type {any} */ { y }) => Array.from(y)));
  expect(curve).toEqual(await inLab(scene, ({ history: { history } }) => [history.loss, history.val_loss]));
});

test("back to the start brings the very same run", async ({ page }) => {
  const scene = await openScene(page, "run", { preset: "xor", seed: "7" });
  await press(scene, en.train.epoch);
  await expect.poll(() => updatesOf(scene)).toBe(14);
  const bits = await bitsOf(scene);
  await press(scene, en.scenes.reset);
  await expect.poll(() => updatesOf(scene)).toBe(0);
  await press(scene, en.train.epoch);
  await expect.poll(() => updatesOf(scene)).toBe(14);
  expect(await bitsOf(scene)).toEqual(bits);
  const other = await openScene(page, "run", { preset: "xor", seed: "8" });
  await press(other, en.train.epoch);
  await expect.poll(() => updatesOf(other)).toBe(14);
  expect(await bitsOf(other)).not.toEqual(bits);
});

test("a diverging run says so and what to do", async ({ page }) => {
  await listen(page);
  const scene = await openScene(page, "run", { preset: "trap-unscaled" });
  await scene.getByRole("combobox").selectOption("full");
  await press(scene, en.train.run);
  await expect(scene.getByRole("status").filter({ hasText: "smaller learning rate" })).toBeVisible();
  await expect.poll(async () => (await toldOf(page, "end")).map(({ why }) => why)).toEqual(["diverged"]);
});

test("one row goes through the trained network, operation by operation", async ({ page }) => {
  await listen(page);
  const scene = await openScene(page, "row", { row: "3", epochs: "20" });
  await press(scene, en.scenes.row.train(20));
  await expect(scene.getByText(en.scenes.row.trained(20))).toBeVisible();
  expect(await updatesOf(scene)).toBe(20 * 28);
  // Its prediction is the engine's for that row, and what one gets from its weights by hand: all activations are
  // linear.
  const { trace, activations } = await inLab(scene, async (lab) => ({
    trace: await lab.ask("trace", 3),
    activations: (await lab.ask("activations", 3)).map((layer) => Array.from(layer)),
  }));
  expect(trace.prediction[0]).toBeCloseTo(activations[2][0], 4);
  await scene.evaluate((element) => /** @type {any} */ (element).goTo({ phase: "backward" }));
  await expect(scene.locator("gn-row-inspector .card-title")).toContainText("Backward");
  const gradient = 2 * (trace.prediction[0] - trace.target[0]);
  expect(printed((await scene.locator("gn-row-inspector .gn-result").first().textContent()) ?? "")).toBeCloseTo(
    gradient,
    2,
  );
  const [phase] = (await toldOf(page, "phase")).slice(-1);
  expect(phase).toMatchObject({ phase: "backward", iteration: 1 });
  const steps = await toldOf(page, "step");
  expect(
    steps.every(({ phase: of }) => of),
    "its steps are operations, the updates of its training are not",
  ).toBe(true);
  expect(await toldOf(page, "end")).toEqual([]);
  await press(scene, en.train.next);
  expect(await inLab(scene, (lab) => lab.row)).toBe(4);
});

test("a link into a row of an untrained network trains it first", async ({ page }) => {
  const scene = await openScene(page, "row", { preset: "xor", epochs: "2" });
  await scene.evaluate((element) => /** @type {any} */ (element).goTo({ unit: "1.2" }));
  expect(await updatesOf(scene)).toBe(28);
  const unit = await inLab(scene, async (lab) => (await lab.ask("activations", lab.row))[1][1]);
  expect(printed((await scene.locator("gn-row-inspector .gn-result").first().textContent()) ?? "")).toBeCloseTo(
    unit,
    2,
  );
});

test("the grid of batches counts as the arithmetic says", async ({ page }) => {
  const scene = await openScene(page, "batches", { epochs: "4" });
  await expect(scene.locator(".arithmetic")).toContainText("28");
  const field = scene.getByLabel(en.train.batchSize, { exact: false });
  await field.fill("50");
  await field.press("Enter");
  await expect.poll(() => inLab(scene, (lab) => lab.setup?.iterationsPerEpoch)).toBe(Math.ceil(140 / 50));
  await expect(scene.locator(".arithmetic")).toContainText("40");
  for (const batch of [2, 3]) {
    await press(scene, en.scenes.nextBatch);
    await expect(scene.locator("gn-batch-grid .place")).toContainText(`${batch}/3`);
  }
  await press(scene, en.scenes.nextBatch);
  await expect(scene.locator("gn-batch-grid .place")).toContainText("2/4");
  expect(await updatesOf(scene)).toBe(3);
  await field.fill("0");
  await field.press("Enter");
  await expect(scene.getByRole("alert").first()).toBeVisible();
  expect(await inLab(scene, (lab) => lab.setup?.batchSize), "what is rejected changes nothing").toBe(50);
});

test("three ways of gradient descent begin at one place and take as many updates as their batches say", async ({
  page,
}) => {
  await listen(page);
  const scene = await openScene(page, "descent", { epochs: "3" });
  await press(scene, en.compare.start);
  await expect.poll(async () => (await toldOf(page, "end")).length, { timeout: 20_000 }).toBe(1);
  const { updates, first, starts } = await scene.evaluate((element) => {
    const { race } = /** @type {any} */ (element);
    return {
      updates: race.curves.map((/** @type {any} */ curve) => curve.updates.at(-1)),
      first: race.curves.map((/** @type {any} */ curve) => curve.loss[0]),
      starts: race.contour.paths.map((/** @type {any} */ path) => [path.x[0], path.y[0]]),
    };
  });
  expect(updates).toEqual([3, 3 * 140, 3 * 28]);
  expect(new Set(first).size).toBe(1);
  for (const start of starts) expect(start).toEqual(starts[0]);
  await scene.getByText("as a table").click();
  await expect(scene.locator("tbody tr").nth(1)).toContainText("420");
});

test("before any run no result is shown", async ({ page }) => {
  const scene = await openScene(page, "descent", { epochs: "3" });
  await expect(scene.locator(".empty")).toHaveText(en.charts.empty);
  await expect(scene.getByText(/diverged/)).toHaveCount(0);
});

test("the decision surface changes while it trains, and is the engine's", async ({ page }) => {
  const scene = await openScene(page, "surface", { epochs: "60" });
  const corner = () => scene.locator("gn-surface").evaluate((surface) => /** @type {any} */ (surface).values[0]);
  await expect.poll(corner).toBeGreaterThan(0);
  const before = await corner();
  await scene.getByRole("combobox").selectOption("full");
  await press(scene, en.train.run);
  await expect(scene.getByText(en.scenes.done)).toBeVisible();
  const [left, top] = await scene
    .locator("gn-surface")
    .evaluate((node) => [/** @type {any} */ (node).xRange[0], /** @type {any} */ (node).yRange[1]]);
  const predicted = await scene.evaluate(
    async (node, values) => (await /** @type {any} */ (node).lab.ask("predict", values))[0],
    [left, top],
  );
  await expect.poll(async () => Math.abs((await corner()) - predicted)).toBeLessThan(1e-5);
  expect(await corner()).not.toBe(before);
  const accuracy = await inLab(scene, (lab) => lab.history.history.accuracy.at(-1) ?? 0);
  expect(accuracy).toBeGreaterThan(0.9);
  expect(printed(await scene.locator("[data-figure=accuracy]").innerText())).toBeCloseTo(accuracy, 3);
});

test("data that a scene cannot draw or load is reported in the scene", async ({ page }) => {
  const flat = await openScene(page, "surface", { preset: "tutorial-2" });
  await expect(flat.getByRole("alert")).toContainText("4");
  await listen(page);
  const other = await openScene(page, "run", { data: "https://example.com/rows.csv" });
  await expect(other.getByRole("alert")).toContainText("example.com");
  expect((await toldOf(page, "error"))[0].code).toBe("other_origin");
  expect(await inLab(other, (lab) => lab.setup?.config.data.source)).toBe("advertising");
});

test("it plays by itself where its author says so, but not for a reader who wants less motion", async ({ page }) => {
  const scene = await openScene(page, "run", { preset: "xor", autoplay: "" });
  await expect.poll(() => updatesOf(scene)).toBeGreaterThan(0);
  await listen(page);
  await openScene(page, "descent", { epochs: "1", autoplay: "" });
  await expect.poll(async () => (await toldOf(page, "end")).length, { timeout: 20_000 }).toBe(1);
  await openScene(page, "row", { preset: "xor", epochs: "1", autoplay: "" });
  await expect.poll(async () => (await toldOf(page, "step")).some(({ phase }) => phase === "forward")).toBe(true);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const still = await openScene(page, "run", { preset: "xor", autoplay: "" });
  await still.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  expect(await updatesOf(still)).toBe(0);
  expect(await inLab(still, (lab) => lab.running)).toBe(false);
});

test("out of view it pauses, and continues when it is back", async ({ page }) => {
  const scene = await openScene(page, "run", { preset: "xor", epochs: "10000" });
  await page.evaluate(() => {
    document.body.style.paddingBottom = "3000px";
  });
  await press(scene, en.train.run);
  await expect.poll(() => updatesOf(scene)).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 2500));
  await expect.poll(() => inLab(scene, (lab) => lab.isResting)).toBe(true);
  expect(await inLab(scene, (lab) => lab.running), "it was not paused").toBe(true);
  const before = await updatesOf(scene);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => updatesOf(scene)).toBeGreaterThan(before);
});

test("controls that the author does not name are not there", async ({ page }) => {
  const scene = await openScene(page, "run", { controls: "step" });
  await expect(scene.getByRole("button", { name: en.train.batch })).toBeVisible();
  await expect(scene.getByRole("button", { name: en.train.run })).toBeHidden();
  await expect(scene.getByRole("combobox")).toBeHidden();
  await openScene(page, "run", { controls: "none" });
  await expect(scene.getByRole("button", { name: en.train.batch })).toBeHidden();
});

test("the state of a scene can be read and brought back, bits equal", async ({ page }) => {
  const scene = await openScene(page, "run", { preset: "xor" });
  await scene.evaluate((element) => /** @type {any} */ (element).goTo({ epoch: 2, iteration: 4 }));
  expect(await updatesOf(scene)).toBe(2 * 14 + 3);
  const [state, bits] = [
    await page.locator("glass-net").evaluate((element) => JSON.stringify(/** @type {any} */ (element).state)),
    await bitsOf(scene),
  ];
  const other = await openScene(page, "run");
  await page.locator("glass-net").evaluate((element, text) => {
    /** @type {any} */ (element).state = JSON.parse(text);
  }, state);
  await expect.poll(() => updatesOf(other)).toBe(31);
  expect(await bitsOf(other)).toEqual(bits);
});

const SCENES = /** @type {const} */ (["row", "run", "batches", "descent", "surface"]);

for (const name of SCENES) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing serious in ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openScene(page, name, { epochs: "2", lang: "ko" });
      await page.addStyleTag({ content: `body { background: ${COLORS.surface[theme === "light" ? 0 : 1]}; }` });
      expect(await seriousFindingsOf(page)).toEqual([]);
    });
  }
  for (const lang of ["ko", "en"]) {
    test(`${name} is no wider than the page, ${lang}`, async ({ page }) => {
      for (const width of sizesIn(lang, [320, 360, 550, 760, 1280])) {
        await page.setViewportSize({ width, height: 900 });
        await openScene(page, name, { lang });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBe(width);
      }
    });
  }
}
