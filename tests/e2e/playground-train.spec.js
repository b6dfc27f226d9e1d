/** Training: from the bar, and what it leaves behind in the tab of the record and the layers. */
import { expect, test } from "@playwright/test";
import { linkText, withFit } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import {
  barOf,
  bitsOf,
  inLab,
  networkOf,
  onGround,
  openPlayground,
  openTab,
  playgroundOf,
  press,
  said,
  seriousFindings,
  updatesOf,
} from "./playground.js";
import { overflow, smallControls } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { ko } from "./words.js";

/** @param {import("../../www/src/experiment/types.js").ExperimentConfig} config */
const linked = (config) => ({ config: linkText(config) ?? "" });

test("training goes to the end: Keras's line, the counts and the curve say so", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "tutorial-2" });
  const record = await openTab(page, "layers");
  await expect(record.locator("pre.keras")).toContainText(ko.train.kerasEmpty);
  await press(bar, ko.train.toEnd);
  await expect(said(page, ko.train.ends.finished)).toBeVisible();
  await expect(record.getByText(ko.train.updates(2800, 14_000))).toBeVisible();
  const losses = await inLab(page, (lab) => lab.history.history.loss);
  expect(losses).toHaveLength(100);
  await expect(record.locator("pre.keras")).toContainText("Epoch 100/100");
  await expect(record.locator("pre.keras")).toContainText(`loss: ${losses[99].toFixed(4)}`);
  expect(losses[99]).toBeLessThan(losses[0] / 100);
  await expect(record.locator("gn-line-chart").first().locator("canvas")).toBeVisible();
  await expect(bar.getByRole("button", { name: ko.train.batch, exact: true })).toBeDisabled();
  await press(bar, ko.train.again);
  await expect(bar.getByRole("button", { name: ko.train.pause, exact: true })).toBeVisible();
});

test("a tab that is opened shows this moment, and one that is closed asks for nothing", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "tutorial-2" });
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(28);
  const record = await openTab(page, "layers");
  await expect(record.locator("pre.keras")).toContainText("28/28");
  await expect(record.locator("table.health tbody tr")).toHaveCount(2);
  await openTab(page, "save");
  await expect.poll(() => record.evaluate((node) => /** @type {any} */ (node).inView)).toBe(false);
  await inLab(page, (lab) => Object.assign(lab, { before: lab.frame?.histograms }) && undefined);
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(56);
  expect(await inLab(page, (lab) => lab.frame?.histograms === /** @type {any} */ (lab).before)).toBe(true);
  await openTab(page, "layers");
  await expect(record.getByText(ko.train.updates(56, 280))).toBeVisible();
  await expect.poll(() => inLab(page, (lab) => lab.frame?.histograms === /** @type {any} */ (lab).before)).toBe(false);
});

test("pause answers during a long run at full speed, and it goes on from there", async ({ page }) => {
  const bar = await openPlayground(page, linked(withFit(PRESETS.spiral, { epochs: 100_000 })));
  await inLab(page, (lab) => {
    lab.pace = Infinity;
  });
  await press(bar, ko.train.run);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(100);
  await press(bar, ko.train.pause);
  await expect(bar.getByRole("button", { name: ko.train.goOn })).toBeEnabled();
  const [before, still] = [
    await updatesOf(page),
    await inLab(page, (lab) => lab.ask("state", undefined).then(({ updates }) => updates)),
  ];
  expect(still).toBe(before);
  await press(bar, ko.train.goOn);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(before);
  await press(bar, ko.train.pause);
});

test("one batch is one update; one epoch goes to its end", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "tutorial-2" });
  const record = await openTab(page, "layers");
  await press(bar, ko.train.batch);
  await expect(record.getByText(ko.train.updates(1, 5))).toBeVisible();
  await press(bar, ko.train.epoch);
  await expect(record.getByText(ko.train.updates(28, 140))).toBeVisible();
  await expect(record.locator("pre.keras")).toContainText("28/28");
});

test("the same start weights come back, or new ones", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  const start = await bitsOf(page);
  await press(bar, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  expect(await bitsOf(page)).not.toEqual(start);
  await press(bar, ko.train.reset);
  await expect.poll(() => updatesOf(page)).toBe(0);
  expect(await bitsOf(page)).toEqual(start);
  await press(bar, ko.train.reseed);
  await expect.poll(async () => JSON.stringify(await bitsOf(page)) === JSON.stringify(start)).toBe(false);
});

test("a setting that the engine rejects has its error beside it, and the former state stays", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "xor" });
  await press(bar, ko.train.batch);
  const model = await openTab(page, "code");
  const field = model.getByLabel(ko.train.epochs);
  for (const bad of ["0", "-3", "셋", "1e9"]) {
    await field.fill(bad);
    await field.press("Enter");
    await expect(model.locator(".field.rejected [role=alert]"), bad).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  }
  expect(await updatesOf(page)).toBe(1);
  await field.fill("3");
  await field.press("Enter");
  await expect(model.locator("[role=alert]")).toHaveCount(0);
  await press(bar, ko.train.toEnd);
  await expect.poll(() => inLab(page, (lab) => lab.history.epoch.length)).toBe(3);
});

/**
 * Waits until a run is over; reads how it ended.
 * @template T @param {import("@playwright/test").Page} page @param {(end: any) => T} read
 */
async function endOf(page, read) {
  await expect.poll(() => inLab(page, (lab) => lab.state?.end !== undefined)).toBe(true);
  return read(await inLab(page, (lab) => lab.state?.end));
}

test("early stopping ends the run before its last epoch, and says which epoch was the best", async ({ page }) => {
  const earlyStopping = { monitor: "val_loss", patience: 0, minDelta: 1000 };
  const bar = await openPlayground(
    page,
    linked(withFit(PRESETS["tutorial-2"], { validationSplit: 0.2, earlyStopping })),
  );
  await press(bar, ko.train.toEnd);
  const best = await endOf(page, ({ bestEpoch }) => bestEpoch + 1);
  await expect(said(page, ko.train.ends.stopped(best))).toBeVisible();
  expect(await inLab(page, (lab) => lab.history.epoch.length)).toBeLessThan(100);
  expect(await inLab(page, (lab) => Object.keys(lab.history.history).sort())).toEqual(["loss", "val_loss"]);
});

test("a run that diverges keeps the last finite weights and says what to do", async ({ page }) => {
  const bar = await openPlayground(page, { preset: "trap-unscaled" });
  await press(bar, ko.train.toEnd);
  const [epoch, step, layer] = await endOf(page, (end) => [end.epoch + 1, end.step + 1, end.layer + 1]);
  await expect(said(page, ko.train.ends.diverged(epoch, step, layer))).toBeVisible();
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
  const bar = await openPlayground(page, { preset: "xor" });
  expect(await inLab(page, (lab) => lab.engine.onPage)).toBe(true);
  await press(bar, ko.train.toEnd);
  await expect(said(page, ko.train.ends.finished)).toBeVisible();
});

test("a worker that does not start is replaced by the page's own thread", async ({ page }) => {
  await page.route("**/full-worker*", (route) => route.abort());
  const bar = await openPlayground(page, { preset: "xor" });
  expect(await inLab(page, (lab) => lab.engine.onPage)).toBe(true);
  await press(bar, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
});

test("while it trains, a picture out of view is not drawn; it is as soon as somebody sees it", async ({ page }) => {
  await page.addInitScript(() => {
    const drawn = new WeakMap();
    const context = CanvasRenderingContext2D.prototype;
    for (const name of /** @type {const} */ (["clearRect", "drawImage", "putImageData", "stroke"])) {
      const draw = /** @type {any} */ (context[name]);
      /** @type {any} */ (context)[name] = function (/** @type {any[]} */ ...all) {
        drawn.set(this.canvas, (drawn.get(this.canvas) ?? 0) + 1);
        return draw.apply(this, all);
      };
    }
    Object.assign(window, { drawn });
  });
  test.slow();
  await page.setViewportSize({ width: 1280, height: 400 });
  const bar = await openPlayground(page, linked(withFit(PRESETS["tutorial-2"], { epochs: 100_000 })));
  const table = await openTab(page, "table");
  const network = networkOf(page).locator("canvas").first();
  const draws = () => network.evaluate((canvas) => /** @type {any} */ (window).drawn.get(canvas) ?? 0);
  const far = table.locator("table.shapes");
  /** Goes there and waits for frames of the lab there. @param {import("@playwright/test").Locator} where */
  const watch = async (where) => {
    await where.evaluate((node) => node.scrollIntoView({ block: "center" }));
    await inLab(
      page,
      (lab) =>
        new Promise((resolve) => {
          let frames = 0;
          lab.addEventListener("frame", () => ++frames === 5 && resolve(undefined));
        }),
    );
  };
  await press(bar, ko.train.run);
  await watch(network);
  await expect.poll(draws).toBeGreaterThan(5);
  await watch(far);
  await expect(network).not.toBeInViewport();
  const before = await draws();
  await watch(far);
  expect(await draws()).toBe(before);
  await watch(network);
  await expect.poll(draws).toBeGreaterThan(before);
  await watch(far);
  const behind = await draws();
  await inLab(page, (lab) => lab.pause());
  await network.evaluate((node) => node.scrollIntoView({ block: "center" }));
  await expect.poll(draws, "also where training rests by then").toBeGreaterThan(behind);
});

test("a worked example loads nothing of the playground; the demo page loads it when it is opened", async ({ page }) => {
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
  await page.locator("#views a[data-view=playground]").click();
  await expect(barOf(page).locator("button.primary")).toBeVisible({ timeout: 15_000 });
  expect(ofPlayground().length).toBeGreaterThan(2);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the record, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const bar = await openPlayground(page, { preset: "xor" });
    await onGround(page, theme);
    const record = await openTab(page, "layers");
    await press(bar, ko.train.epoch);
    await record.getByText(ko.train.histograms, { exact: true }).click();
    await expect(record.locator(".distributions")).toBeVisible();
    expect(await seriousFindings(page, "record")).toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
    test(`the record fits into ${width} px, ${lang}, with room for fingers`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openPlayground(page, { preset: "softmax", lang });
      await inLab(page, (lab) => lab.epoch());
      const record = await openTab(page, "layers");
      for (const summary of await record.locator("summary").all()) await summary.click();
      await expect(record.locator(".distributions")).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await smallControls(record)).toEqual([]);
      await expect(record.locator("canvas").first()).toBeVisible();
    });
  }
}

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
