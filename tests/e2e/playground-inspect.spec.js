/** One row or one mini-batch, operation by operation, in the drawer over the bench. */
import { expect, test } from "@playwright/test";
import { linkText, withModel } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { format } from "../../www/src/format.js";
import { bitsOf, drawerOf, inLab, lookInside, onGround, openPlayground, press, seriousFindings } from "./playground.js";
import { overflow } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { en, ko } from "./words.js";

/** A number as it is shown, as a pattern. @param {number} value */
const escaped = (value) => format(value, 3).replace(/[.×^]/g, "\\$&");

/** A number as the page prints it with three digits after the point. @param {number} value */
const shown = (value) => {
  const size = Math.abs(value);
  return (value < 0 ? "−" : "") + (size >= 0.01 ? size.toFixed(3) : size.toPrecision(3));
};

test("a row is followed operation by operation, with the engine's own numbers", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await press(bar, ko.train.epoch);
  const drawer = await lookInside(page, "oneRow");
  const inspector = drawer.locator("gn-row-inspector");
  await expect(inspector.locator("svg.gn-network")).toBeVisible();
  await drawer.getByLabel(ko.train.row).fill("12");
  await drawer.getByLabel(ko.train.row).press("Enter");
  await expect.poll(() => inLab(page, (lab) => lab.row)).toBe(12);
  const trace = await inLab(page, (lab) => lab.ask("trace", 12));
  /** @param {number} at */
  const goTo = (at) =>
    inspector.getByRole("slider").evaluate((slider, value) => {
      /** @type {HTMLInputElement} */ (slider).value = String(value);
      slider.dispatchEvent(new Event("input"));
    }, at);
  const begins = trace.events.findIndex(({ kind }) => kind === "logit_gradient");
  await goTo(begins + 1);
  await expect(inspector.locator(".card")).toContainText(ko.worked.phases.backward);
  await expect(inspector.locator(".card .gn-result")).toHaveText(
    shown(/** @type {any} */ (trace.events[begins]).gradient),
  );
  // By units, as everywhere; by operations where the reader chooses so.
  const forward = inspector.getByRole("button", { name: ko.worked.stepForward });
  await forward.click();
  const { layer, unit } = trace.events[begins];
  const isOfUnit = (/** @type {{ phase: string, layer: number, unit: number }} */ event) =>
    event.phase === "backward" && event.layer === layer && event.unit === unit;
  const last = trace.events[trace.events.findLastIndex(isOfUnit)];
  await expect(inspector.locator(".card-title")).toContainText(/** @type {any} */ (ko.worked.kinds)[last.kind]);
  await goTo(begins + 1);
  await inspector.getByLabel(ko.worked.stepSize).selectOption("operation");
  await forward.click();
  await expect(inspector.locator(".card-title")).toContainText(ko.worked.kinds.weight_gradient);
  await goTo(trace.events.length);
  await expect(inspector.locator(".card")).toContainText("adam");
  const prediction = await inLab(page, (lab) => lab.ask("activations", 12).then((all) => all[all.length - 1][0]));
  expect(trace.prediction[0]).toBe(prediction);
});

test("the gradient of a mini-batch is the mean of its rows' gradients", async ({ page }) => {
  await openPlayground(page, { preset: "tutorial-2" });
  const drawer = await lookInside(page, "oneBatch");
  const { rows, gradients, mean, first } = await inLab(page, async (lab) => {
    const batch = await lab.ask("batchGradients");
    const order = await lab.ask("epochOrder", 0);
    return {
      rows: [...batch.rows],
      gradients: [...batch.gradients],
      mean: [...batch.mean],
      first: [...order.slice(0, 5)],
    };
  });
  expect(rows).toEqual(first);
  const largest = Math.max(...mean.map(Math.abs));
  for (const [i, value] of mean.entries()) {
    const sum = rows.reduce((total, _, row) => total + gradients[row * mean.length + i], 0);
    expect(Math.abs(sum / rows.length - value)).toBeLessThanOrEqual(1e-5 * largest);
  }
  for (const row of rows)
    await expect(drawer.getByRole("button", { name: ko.train.rowOf(row), exact: true })).toBeVisible();
  await drawer.getByRole("button", { name: ko.train.rowOf(rows[0]), exact: true }).click();
  await expect(drawer.locator("gn-row-inspector svg.gn-network")).toBeVisible();
  expect(await inLab(page, (lab) => lab.row)).toBe(rows[0]);
});

test("the mean of a mini-batch and its update are followed operation by operation", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "tutorial-2" });
  const drawer = await lookInside(page, "oneBatch");
  const inspector = drawer.locator("gn-row-inspector");
  await expect(inspector.getByRole("heading", { name: ko.train.meanTitle })).toBeVisible();
  await inspector.getByLabel(ko.worked.stepSize).selectOption("operation");
  const events = await inLab(page, async (lab) => (await lab.ask("traceBatch")).events);
  const [loss, first] = events;
  const update = events.find(({ kind }) => kind === "weight_update");
  if (loss.kind !== "loss_mean" || first.kind !== "weight_mean" || update?.kind !== "weight_update")
    throw new Error("another order");
  await inspector.getByRole("button", { name: ko.worked.stepForward }).click();
  await expect(inspector.locator(".gn-formula-numbers [role=math]")).toHaveAttribute(
    "aria-label",
    new RegExp(`^ ?= 1/5 × \\(.*\\) = ${escaped(loss.loss)}$`),
  );
  await inspector.getByRole("button", { name: ko.worked.stepForward }).click();
  await expect(inspector.locator(".gn-formula-numbers [role=math]")).toHaveAttribute(
    "aria-label",
    new RegExp(`= ${escaped(first.gradient)}$`),
  );
  await inspector
    .getByRole("slider")
    .first()
    .fill(String(events.indexOf(update) + 1));
  await expect(inspector.locator(".gn-formula-numbers [role=math]")).toHaveAttribute("aria-label", /−|\+/);
  const weights = await bitsOf(page);
  await press(bar, ko.train.batch);
  expect(await bitsOf(page), "the reader's own step takes it").not.toEqual(weights);
});

test("a network too large to follow operation by operation is said to be so", async ({ page }) => {
  const layers = [
    { units: 64, activation: /** @type {const} */ ("relu") },
    { units: 64, activation: /** @type {const} */ ("relu") },
    { units: 1 },
  ];
  await openPlayground(page, { config: linkText(withModel(PRESETS["tutorial-2"], { layers })) ?? "" });
  await press(page.locator("gn-bench-strip"), ko.bench.strip.look);
  await expect(drawerOf(page).getByText(ko.train.tooLarge(4545, 3000))).toBeVisible();
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the drawer, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const bar = await openPlayground(page, { preset: "xor" });
    await onGround(page, theme);
    await press(bar, ko.train.epoch);
    for (const what of /** @type {const} */ (["oneRow", "oneBatch"])) {
      const drawer = await lookInside(page, what);
      await expect(
        drawer.locator(what === "oneRow" ? "gn-row-inspector svg.gn-network" : ".gradients table"),
      ).toBeVisible();
      expect(await seriousFindings(page), what).toEqual([]);
    }
    const drawer = await lookInside(page, "oneRow");
    const scrubber = drawer.getByRole("slider").first();
    for (const share of [0.2, 0.6, 1]) {
      const at = await scrubber.evaluate((node, part) => {
        const slider = /** @type {HTMLInputElement} */ (node);
        return Math.round(Number(slider.max) * part);
      }, share);
      await scrubber.fill(String(at));
      expect(await seriousFindings(page), `operation ${at}`).toEqual([]);
    }
  });
}

for (const [lang, words] of /** @type {const} */ ([
  ["ko", ko],
  ["en", en],
])) {
  for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
    test(`nothing of the drawer is wider than ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openPlayground(page, { preset: "tutorial-2", lang });
      await inLab(page, (lab) => lab.epoch());
      for (const what of /** @type {const} */ (["oneRow", "oneBatch"])) {
        const drawer = await lookInside(page, what, words);
        await expect(
          drawer.locator(what === "oneRow" ? "gn-row-inspector svg.gn-network" : ".gradients table"),
        ).toBeVisible();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    });
  }
}
