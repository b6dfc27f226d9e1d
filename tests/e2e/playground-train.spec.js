import { expect, test } from "@playwright/test";
import { format } from "../../www/src/format.js";
import { linkText, withFit, withModel } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import {
  bitsOf,
  inLab,
  onGround,
  openPlayground,
  panelOf,
  playgroundOf,
  press,
  seriousFindings,
  updatesOf,
} from "./playground.js";
import { ko } from "./words.js";

/** @param {import("../../www/src/experiment/types.js").ExperimentConfig} config */
const linked = (config) => ({ config: linkText(config) ?? "" });

/** A number as it is shown, as a pattern. @param {number} value */
const escaped = (value) => format(value, 3).replace(/[.×^]/g, "\\$&");

test("training goes to the end: Keras's line, the bar and the curve say so", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "tutorial-2" });
  await expect(panel.getByText(ko.train.notStarted)).toBeVisible();
  await press(panel, ko.train.toEnd);
  await expect(panel.getByText(ko.train.ends.finished)).toBeVisible();
  await expect(panel.locator("progress")).toHaveJSProperty("value", 2800);
  const losses = await inLab(page, (lab) => lab.history.history.loss);
  expect(losses).toHaveLength(100);
  await expect(panel.locator("pre.keras")).toContainText("Epoch 100/100");
  await expect(panel.locator("pre.keras")).toContainText(`loss: ${losses[99].toFixed(4)}`);
  expect(losses[99]).toBeLessThan(losses[0] / 100);
  await expect(panel.locator("gn-line-chart").first().locator("canvas")).toBeVisible();
  await expect(panel.getByRole("button", { name: ko.train.batch })).toBeDisabled();
  await press(panel, ko.train.again);
  await expect(panel.getByRole("button", { name: ko.train.pause })).toBeVisible();
});

test("pause answers during a long run at full speed, and it goes on from there", async ({ page }) => {
  const panel = await openPlayground(page, linked(withFit(PRESETS.spiral, { epochs: 100_000 })));
  await panel.getByLabel(ko.train.pace).selectOption("full");
  await press(panel, ko.train.run);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(100);
  await press(panel, ko.train.pause);
  await expect(panel.getByRole("button", { name: ko.train.goOn })).toBeEnabled();
  const [before, still] = [
    await updatesOf(page),
    await inLab(page, (lab) => lab.ask("state", undefined).then(({ updates }) => updates)),
  ];
  expect(still).toBe(before);
  await press(panel, ko.train.goOn);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(before);
  await press(panel, ko.train.pause);
});

test("one batch is one update; one epoch goes to its end", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "tutorial-2" });
  await press(panel, ko.train.batch);
  await expect(panel.getByText(ko.train.updates(1, 5))).toBeVisible();
  await press(panel, ko.train.epoch);
  await expect(panel.getByText(ko.train.updates(28, 140))).toBeVisible();
  await expect(panel.locator("pre.keras")).toContainText("28/28");
});

test("the same start weights come back, or new ones", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "xor" });
  const start = await bitsOf(page);
  await press(panel, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  expect(await bitsOf(page)).not.toEqual(start);
  await press(panel, ko.train.reset);
  await expect.poll(() => updatesOf(page)).toBe(0);
  expect(await bitsOf(page)).toEqual(start);
  await press(panel, ko.train.reseed);
  await expect.poll(async () => JSON.stringify(await bitsOf(page)) === JSON.stringify(start)).toBe(false);
});

test("a row is followed operation by operation, with the engine's own numbers", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "xor" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await press(panel, ko.train.epoch);
  await press(panel, ko.train.oneRow);
  const inspector = panel.locator("gn-row-inspector");
  await expect(inspector.locator("svg.gn-network")).toBeVisible();
  await panel.getByLabel(ko.train.row).fill("12");
  await panel.getByLabel(ko.train.row).press("Enter");
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
  await inspector.getByRole("button", { name: ko.worked.stepForward }).click();
  await expect(inspector.locator(".card-title")).toContainText(ko.worked.kinds.weight_gradient);
  await goTo(trace.events.length);
  await expect(inspector.locator(".card")).toContainText("adam");
  const prediction = await inLab(page, (lab) => lab.ask("activations", 12).then((all) => all[all.length - 1][0]));
  expect(trace.prediction[0]).toBe(prediction);
});

/**
 * Waits until a run is over; reads how it ended.
 * @template T @param {import("@playwright/test").Page} page @param {(end: any) => T} read
 */
async function endOf(page, read) {
  await expect.poll(() => inLab(page, (lab) => lab.state?.end !== undefined)).toBe(true);
  return read(await inLab(page, (lab) => lab.state?.end));
}

/** A number as the page prints it with three digits after the point. @param {number} value */
const shown = (value) => {
  const size = Math.abs(value);
  return (value < 0 ? "−" : "") + (size >= 0.01 ? size.toFixed(3) : size.toPrecision(3));
};

test("the gradient of a mini-batch is the mean of its rows' gradients", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "tutorial-2" });
  await press(panel, ko.train.oneBatch);
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
    await expect(panel.getByRole("button", { name: ko.train.rowOf(row), exact: true })).toBeVisible();
  await panel.getByRole("button", { name: ko.train.rowOf(rows[0]), exact: true }).click();
  await expect(panel.locator("gn-row-inspector svg.gn-network")).toBeVisible();
  expect(await inLab(page, (lab) => lab.row)).toBe(rows[0]);
});

test("the mean of a mini-batch and its update are followed operation by operation", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "tutorial-2" });
  await press(panel, ko.train.oneBatch);
  const inspector = panel.locator("gn-row-inspector");
  await expect(inspector.getByRole("heading", { name: ko.train.meanTitle })).toBeVisible();
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
  await press(panel, ko.train.batch);
  expect(await bitsOf(page), "the reader's own step takes it").not.toEqual(weights);
});

test("a network too large to draw unit by unit is drawn as heat maps of its kernels", async ({ page }) => {
  const layers = [
    { units: 64, activation: /** @type {const} */ ("relu") },
    { units: 64, activation: /** @type {const} */ ("relu") },
    { units: 1 },
  ];
  const panel = await openPlayground(page, linked(withModel(PRESETS["tutorial-2"], { layers })));
  await expect(panel.locator("gn-live-network gn-heat-map")).toHaveCount(3);
  await expect(panel.locator("figure.live > figcaption"), "it is not said of circles and lines").toContainText(
    ko.train.heatNote,
  );
  await press(panel, ko.train.batch);
  await expect(panel.getByText(ko.train.updates(1, 5))).toBeVisible();
  await expect(panel.getByText(ko.train.tooLarge(4545, 3000))).toBeVisible();
});

test("a setting that the engine rejects has its error beside it, and the former state stays", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "xor" });
  await press(panel, ko.train.batch);
  await panel.getByText(ko.train.settings).click();
  const field = panel.getByLabel(ko.train.epochs);
  for (const bad of ["0", "-3", "셋", "1e9"]) {
    await field.fill(bad);
    await field.press("Enter");
    await expect(panel.locator(".field.rejected [role=alert]"), bad).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  }
  expect(await updatesOf(page)).toBe(1);
  await field.fill("3");
  await field.press("Enter");
  await expect(panel.locator("[role=alert]")).toHaveCount(0);
  await press(panel, ko.train.toEnd);
  await expect.poll(() => inLab(page, (lab) => lab.history.epoch.length)).toBe(3);
});

test("early stopping ends the run before its last epoch, and says which epoch was the best", async ({ page }) => {
  const earlyStopping = { monitor: "val_loss", patience: 0, minDelta: 1000 };
  const panel = await openPlayground(
    page,
    linked(withFit(PRESETS["tutorial-2"], { validationSplit: 0.2, earlyStopping })),
  );
  await press(panel, ko.train.toEnd);
  const best = await endOf(page, ({ bestEpoch }) => bestEpoch + 1);
  await expect(panel.getByText(ko.train.ends.stopped(best))).toBeVisible();
  expect(await inLab(page, (lab) => lab.history.epoch.length)).toBeLessThan(100);
  expect(await inLab(page, (lab) => Object.keys(lab.history.history).sort())).toEqual(["loss", "val_loss"]);
});

test("a run that diverges keeps the last finite weights and says what to do", async ({ page }) => {
  const panel = await openPlayground(page, { preset: "trap-unscaled" });
  await press(panel, ko.train.toEnd);
  const [epoch, step, layer] = await endOf(page, (end) => [end.epoch + 1, end.step + 1, end.layer + 1]);
  await expect(panel.getByText(ko.train.ends.diverged(epoch, step, layer)).first()).toBeVisible();
  expect(await inLab(page, async (lab) => (await lab.ask("weights")).every(Number.isFinite))).toBe(true);
});

test("without a worker the same is trained on the page's own thread", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = /** @type {any} */ (
      class {
        constructor() {
          throw new DOMException("no worker", "SecurityError");
        }
      }
    );
  });
  const panel = await openPlayground(page, { preset: "xor" });
  expect(await inLab(page, (lab) => lab.engine.onPage)).toBe(true);
  await press(panel, ko.train.toEnd);
  await expect(panel.getByText(ko.train.ends.finished)).toBeVisible();
});

test("a worker that does not start is replaced by the page's own thread", async ({ page }) => {
  await page.route("**/full-worker*", (route) => route.abort());
  const panel = await openPlayground(page, { preset: "xor" });
  expect(await inLab(page, (lab) => lab.engine.onPage)).toBe(true);
  await press(panel, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
});

test("while it trains, a picture out of view is not drawn; it is as soon as somebody sees it, and when training rests", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const drawn = new WeakMap();
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...area) {
      drawn.set(this.canvas, (drawn.get(this.canvas) ?? 0) + 1);
      clearRect.apply(this, area);
    };
    Object.assign(window, { drawn });
  });
  await page.setViewportSize({ width: 1280, height: 400 });
  const panel = await openPlayground(page, linked(withFit(PRESETS["tutorial-2"], { epochs: 100_000 })));
  const network = panel.locator("gn-live-network canvas");
  const draws = () => network.evaluate((canvas) => /** @type {any} */ (window).drawn.get(canvas) ?? 0);
  /** Goes there and waits for frames of the lab there. @param {import("@playwright/test").Locator} where */
  const watch = async (where) => {
    await where.evaluate((node) => node.scrollIntoView({ block: "center" }));
    await inLab(
      page,
      (lab) =>
        new Promise((resolve) => {
          let frames = 0;
          lab.addEventListener("frame", () => ++frames === 20 && resolve(undefined));
        }),
    );
  };
  const start = panel.getByRole("button", { name: ko.train.run, exact: true });
  await start.click();
  await watch(network);
  await expect.poll(draws).toBeGreaterThan(5);
  await watch(panel.locator("#title"));
  await expect(network).not.toBeInViewport();
  const before = await draws();
  await watch(panel.locator("#title"));
  expect(await draws()).toBe(before);
  await watch(network);
  await expect.poll(draws).toBeGreaterThan(before);
  await watch(panel.locator("#title"));
  const behind = await draws();
  await panel.getByRole("button", { name: ko.train.pause, exact: true }).click();
  await expect.poll(draws).toBeGreaterThan(behind);
});

test("a worked example loads nothing of the playground; the demo page loads it when it comes near", async ({
  page,
}) => {
  /** @type {string[]} */
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const ofPlayground = () => loaded.filter((path) => path.includes("/playground/"));
  await page.goto("embed.html?lang=ko");
  await expect(page.locator("glass-net svg.gn-network")).toBeVisible();
  expect(ofPlayground()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 400 });
  await page.goto("index.html?lang=ko");
  await expect(page.locator("#example svg.gn-network")).toBeVisible();
  expect(ofPlayground()).toEqual([]);
  await page.locator("#playground-lead").scrollIntoViewIfNeeded();
  await expect(panelOf(page, "data").getByRole("heading", { level: 2 })).toBeVisible({ timeout: 15_000 });
  expect(ofPlayground().length).toBeGreaterThan(2);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the training panel, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const panel = await openPlayground(page, { preset: "xor" });
    await onGround(page, theme);
    await press(panel, ko.train.epoch);
    for (const summary of await panel.locator("summary").all()) await summary.click();
    for (const what of [ko.train.oneRow, ko.train.oneBatch]) {
      await press(panel, what);
      await expect(
        panel.locator(what === ko.train.oneRow ? "gn-row-inspector svg.gn-network" : ".gradients table"),
      ).toBeVisible();
      expect(await seriousFindings(page, "train"), what).toEqual([]);
    }
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of [320, 360, 720, 1280]) {
    test(`nothing of the training panel is wider than ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const panel = await openPlayground(page, { preset: "tutorial-2", lang });
      await panel.locator(".controls .button").nth(2).click();
      for (const summary of await panel.locator("summary").all()) await summary.click();
      for (const nth of [0, 1]) {
        await panel.locator("section[aria-labelledby=inspector] .segments button").nth(nth).click();
        await expect(panel.locator(nth ? ".gradients table" : "gn-row-inspector svg.gn-network")).toBeVisible();
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
      }
    });
  }
}

test("all controls of the training panel are at least 44 px on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const panel = await openPlayground(page, { preset: "xor" });
  for (const control of await panel.locator("button, select, summary, input:not([type=checkbox])").all()) {
    if (!(await control.isVisible())) continue;
    const box = await control.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      await control.evaluate((node) => node.outerHTML.slice(0, 120)),
    ).toBeGreaterThanOrEqual(42);
  }
  await expect(panelOf(page, "train").locator("canvas").first()).toBeVisible();
});

test("every word of a curve and of a plane up to 10,000 lies within its picture", async ({ page }) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    const drawn = /** @type {any[]} */ (/** @type {any} */ (window).drawn = []);
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const { width } = this.measureText(text);
      const left =
        x - (this.textAlign === "center" ? width / 2 : ["right", "end"].includes(this.textAlign) ? width : 0);
      const { a, b, e } = this.getTransform();
      // What is turned stands upright beside the axis.
      if (b === 0) drawn.push({ text, left: left * a + e, right: (left + width) * a + e, wide: this.canvas.width });
      fillText.call(this, text, x, y, ...rest);
    };
  });
  await openPlayground(page, { preset: "xor" });
  await playgroundOf(page).evaluate((node) => {
    const { words } = /** @type {any} */ (node);
    const line = { label: "loss", color: "loss", x: [1, 10_000], y: [0.7, 0.1] };
    const chart = Object.assign(document.createElement("gn-line-chart"), {
      words: words.charts,
      heading: "loss",
      xLabel: "epoch",
      yLabel: "loss",
      series: [line],
    });
    const plane = Object.assign(document.createElement("gn-scatter"), {
      words: words.charts,
      heading: "plane",
      xLabel: "x",
      yLabel: "y",
      xRange: [0, 10_000],
      yRange: [0, 10_000],
      groups: [],
    });
    /** @type {ShadowRoot} */ (node.shadowRoot).prepend(chart, plane);
  });
  await page.evaluate(() => scrollTo(0, 0));
  const texts = () => page.evaluate(() => /** @type {any} */ (window).drawn);
  await expect
    .poll(async () => (await texts()).filter((/** @type {any} */ { text }) => text === "10000").length)
    .toBeGreaterThan(2);
  expect((await texts()).filter((/** @type {any} */ { left, right, wide }) => left < 0 || right > wide)).toEqual([]);
});
