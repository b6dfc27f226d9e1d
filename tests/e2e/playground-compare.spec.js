/**
 * Gradient descent, three ways: what a reader compares, and what the engine recorded of it.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect, test } from "@playwright/test";
import { linkText } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { inLab, onGround, openPlayground, openTab, press, seriousFindings } from "./playground.js";
import { sizesIn } from "./screens.js";
import { inOrder, ko } from "./words.js";

/** Opens a playground at its comparison. @param {Page} page @param {Record<string, string>} [keys] */
async function openCompare(page, keys = { preset: "tutorial-2" }) {
  await openPlayground(page, keys);
  const panel = await openTab(page, "compare");
  await expect(panel.locator(".run").first()).toBeVisible();
  return panel;
}

/** @param {Locator} panel */
const scrubberOf = (panel) => panel.getByRole("slider", { name: ko.compare.replay.moment });

/** Begins to compare; all is computed, and the replay begins. @param {Locator} panel */
async function begin(panel) {
  await panel.locator("button.start").click();
  await expect(panel.locator("button.start")).toHaveText(ko.compare.again, { timeout: 30_000 });
}

/** Compares to the end of the replay. @param {Locator} panel */
async function compare(panel) {
  await begin(panel);
  await scrubberOf(panel).press("End");
  await expect(panel.locator(".outcome details.table")).toBeVisible();
  await expect(panel.locator("tbody").last()).toContainText(ko.compare.states.done);
}

/** What stands in the pictures: the points of each line, and the last place of each path. @param {Locator} panel */
const shownIn = (panel) =>
  panel.evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const { series } = /** @type {any} */ (root.querySelector("gn-line-chart"));
    const { paths, xRange, yRange } = /** @type {any} */ (root.querySelector("gn-contour:not(.unseen)"));
    return {
      points: series.map((/** @type {any} */ { x, end = x.length }) => end),
      markers: paths.map((/** @type {any} */ { x, y }) => [x.at(-1), y.at(-1)]),
      ranges: [[...xRange], [...yRange]],
    };
  });

/** @param {Locator} panel */
const heightOf = (panel) => panel.evaluate((element) => element.getBoundingClientRect().height);

/** What the engine recorded, from the panel that keeps it. @param {Locator} panel */
const recorded = (panel) =>
  panel.evaluate((element) => {
    const { curves, contour } = /** @type {any} */ (element).race;
    return {
      curves: curves.map((/** @type {any} */ { label, updates, rowsSeen, loss, diverged }) => ({
        label,
        diverged,
        updates: [...updates],
        rowsSeen: [...rowsSeen],
        loss: [...loss],
      })),
      contour: contour && {
        ...contour,
        values: [...contour.values],
        paths: contour.paths.map((/** @type {any} */ { label, x, y }) => ({ label, x: [...x], y: [...y] })),
      },
    };
  });

/** The table of results, without its heading. @param {Locator} panel */
const tableOf = (panel) =>
  panel
    .locator(".outcome tbody tr")
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? "")));

test("batch, stochastic and mini-batch go down from one start, each with its own count of updates", async ({
  page,
}) => {
  const panel = await openCompare(page);
  await compare(panel);
  const { curves, contour } = await recorded(panel);
  // 140 rows, 30 epochs: one update an epoch, 140, and 28.
  expect((await tableOf(panel)).map((row) => row.slice(0, 4))).toEqual([
    [ko.compare.wayNames.batch, "30", "4200", "30"],
    [ko.compare.wayNames.stochastic, "4200", "4200", "30"],
    [ko.compare.miniLabel("5"), "840", "4200", "30"],
  ]);
  for (const { loss } of curves) {
    expect(loss[0]).toBe(curves[0].loss[0]);
    expect(loss[loss.length - 1]).toBeLessThan(loss[0] / 10);
  }
  for (const { x, y } of contour.paths) expect([x[0], y[0]]).toEqual([contour.paths[0].x[0], contour.paths[0].y[0]]);
  const lowest = curves.reduce((/** @type {any} */ a, /** @type {any} */ b) =>
    b.loss[b.loss.length - 1] < a.loss[a.loss.length - 1] ? b : a,
  );
  await expect(panel.locator(".outcome [role=status]")).toContainText(`‘${lowest.label}’(`);
  await expect(panel.locator("gn-contour canvas")).toBeVisible();
  await expect(panel.locator("gn-contour canvas")).toHaveAttribute(
    "aria-label",
    inOrder(ko.compare.pc("1"), ko.compare.pc("2")),
  );
});

test("three ways are a race: it is computed first, then replayed, and the sentence and the table come at its end", async ({
  page,
}) => {
  const panel = await openCompare(page);
  const closing = panel.locator(".outcome [role=status]");
  await begin(panel);
  const height = await heightOf(panel);
  const scrubber = scrubberOf(panel);
  // It goes on by itself, and its end comes by itself.
  const early = await shownIn(panel);
  await expect(closing).toBeHidden();
  await expect(panel.locator(".outcome details.table")).toBeHidden();
  await expect.poll(async () => (await shownIn(panel)).points[1]).toBeGreaterThan(early.points[1]);
  const later = await shownIn(panel);
  expect(later.markers[1]).not.toEqual(early.markers[1]);
  await expect(closing).toBeVisible({ timeout: 30_000 });
  await expect(closing).toContainText(ko.compare.caution);
  await expect(panel.locator(".outcome details.table")).toBeVisible();
  await expect(scrubber).toHaveAttribute("aria-valuetext", ko.compare.replay.at("4200", "4200"));
  const end = await shownIn(panel);
  const { curves, contour } = await recorded(panel);
  expect(end.points).toEqual(curves.map((/** @type {any} */ { loss }) => loss.length));
  expect(end.markers).toEqual(contour.paths.map((/** @type {any} */ { x, y }) => [x.at(-1), y.at(-1)]));
  expect([early.ranges, later.ranges], "the plane stays as it is").toEqual([end.ranges, end.ranges]);
  expect(await heightOf(panel)).toBe(height);
});

for (const [width, height] of [
  [1280, 800],
  [768, 1024],
  [360, 740],
])
  test(`the race is brought into view as it begins, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const panel = await openCompare(page);
    await begin(panel);
    const isSeen = (/** @type {string} */ selector) =>
      panel.locator(selector).evaluate((element) => {
        const { left, top, width: wide, height: high } = element.getBoundingClientRect();
        const root = /** @type {ShadowRoot} */ (element.getRootNode());
        const at = [top + 1, top + high - 1].map((y) => root.elementFromPoint(left + wide / 2, y));
        return at.every((found) => found && (element === found || element.contains(found)));
      });
    await expect.poll(() => isSeen("input[type=range]")).toBe(true);
    await expect.poll(() => isSeen("gn-contour:not(.unseen) .heading")).toBe(true);
  });

test("the race is scrubbed by keys, paused and played again, and nothing below it moves", async ({ page }) => {
  const panel = await openCompare(page);
  await compare(panel);
  const height = await heightOf(panel);
  const scrubber = scrubberOf(panel);
  const closing = panel.locator(".outcome [role=status]");
  await scrubber.press("Home");
  await expect(scrubber).toHaveAttribute("aria-valuetext", ko.compare.replay.at("0", "4200"));
  const start = await shownIn(panel);
  expect(start.points).toEqual([1, 1, 1]);
  expect(new Set(start.markers.map(String)).size, "all stand at the start").toBe(1);
  await expect(closing).toBeHidden();
  expect(await heightOf(panel)).toBe(height);
  // The middle of the race is so many rows for each: 15 of 30 epochs.
  await scrubber.fill("60");
  const { curves } = await recorded(panel);
  expect((await shownIn(panel)).points).toEqual(
    curves.map(
      (/** @type {any} */ { rowsSeen }) => rowsSeen.filter((/** @type {number} */ rows) => rows <= 2100).length,
    ),
  );
  await scrubber.press("ArrowRight");
  expect(Number(await scrubber.inputValue())).toBe(61);
  await press(panel, ko.compare.replay.play);
  await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(61);
  await press(panel, ko.compare.replay.pause);
  const still = await scrubber.inputValue();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await scrubber.inputValue()).toBe(still);
  await scrubber.press("End");
  await expect(closing).toBeVisible();
  await press(panel, ko.compare.replay.again);
  await expect(closing).toBeHidden();
  expect(await heightOf(panel)).toBe(height);
});

test("where less motion is preferred the race is over at once, and is scrubbed all the same", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const panel = await openCompare(page);
  await begin(panel);
  await expect(panel.locator(".outcome [role=status]")).toBeVisible();
  await expect(panel.getByRole("button", { name: ko.compare.replay.again })).toHaveCount(0);
  await scrubberOf(panel).press("Home");
  expect((await shownIn(panel)).points).toEqual([1, 1, 1]);
});

test("a race that is left takes no frames, and goes on when it is seen again", async ({ page }) => {
  const panel = await openCompare(page);
  await begin(panel);
  const moment = () => panel.evaluate((element) => /** @type {any} */ (element).race.replay.moment);
  await expect.poll(moment).toBeGreaterThan(0);
  await openTab(page, "evaluate");
  await expect(panel).toBeHidden();
  const isStill = () =>
    panel.evaluate(async (element) => {
      const { replay } = /** @type {any} */ (element).race;
      const before = replay.moment;
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
      return replay.isPlaying && replay.moment === before;
    });
  await expect.poll(isStill).toBe(true);
  await openTab(page, "compare");
  await expect(panel.locator(".outcome [role=status]")).toBeVisible({ timeout: 30_000 });
});

test("the horizontal axis is updates, rows seen or epochs", async ({ page }) => {
  const panel = await openCompare(page);
  await compare(panel);
  const chart = panel.locator("gn-line-chart");
  for (const [name, most] of [
    [ko.compare.axes.updates, 4200],
    [ko.compare.axes.rowsSeen, 4200],
    [ko.compare.axes.epochs, 30],
  ]) {
    await press(panel, String(name));
    await expect(chart.locator(".at")).toHaveText(`${name} ${most}`);
  }
  await press(panel, ko.compare.axes.updates);
  await expect(panel.locator(".outcome [role=status]")).toContainText(ko.compare.best.updates("30"));
});

test("the paths over two chosen weights are those weights themselves", async ({ page }) => {
  const panel = await openCompare(page);
  await compare(panel);
  await panel.locator("select.directions").selectOption("chosen");
  await panel.getByLabel(ko.compare.xWeight).selectOption({ label: "dense.kernel[1, 0]" });
  await expect.poll(async () => (await recorded(panel)).contour.xLabel).toBe("dense.kernel[1, 0]");
  const { contour } = await recorded(panel);
  expect(contour.yLabel).toBe("dense_1.bias[0]");
  // Four features, ten units: row 1, column 0 of the kernel is the eleventh weight; the last is the output's bias.
  const start = await inLab(page, (lab) => lab.ask("startWeights").then((all) => [all[10], all[all.length - 1]]));
  for (const { x, y } of contour.paths) {
    expect(x[0]).toBeCloseTo(start[0], 5);
    expect(y[0]).toBeCloseTo(start[1], 5);
  }
});

test("four optimizers, and up to six runs, which the reader adds and removes", async ({ page }) => {
  const panel = await openCompare(page);
  await press(panel, ko.compare.four);
  await expect(panel.locator(".run")).toHaveCount(4);
  await press(panel, ko.compare.add);
  await press(panel, ko.compare.add);
  await expect(panel.getByRole("button", { name: ko.compare.add })).toBeDisabled();
  await panel.locator(".run").nth(5).locator(".remove").click();
  await panel.locator(".run").nth(4).getByLabel(ko.compare.name).fill("내 실험");
  await panel.locator(".run").nth(4).getByLabel(ko.compare.rate, { exact: true }).fill("0.02");
  await compare(panel);
  const names = (await tableOf(panel)).map(([name]) => name);
  expect(names).toHaveLength(5);
  expect(names[4]).toBe("내 실험");
  expect(names.slice(0, 4).join(" ")).toContain("RMSprop");
  expect((await recorded(panel)).contour.paths).toHaveLength(5);
});

test("a run that diverges is named, and the others go on", async ({ page }) => {
  const panel = await openCompare(page);
  await panel.locator(".run").nth(1).getByLabel(ko.compare.rate, { exact: true }).fill("1");
  await compare(panel);
  await expect(panel.locator(".diverged")).toHaveCount(1);
  await expect(panel.locator(".diverged")).toContainText(ko.compare.wayNames.stochastic);
  await expect(panel.getByText(ko.compare.othersWentOn)).toBeVisible();
  const table = await tableOf(panel);
  expect(table.map((row) => row[7])).toEqual([
    ko.compare.states.done,
    ko.compare.states.diverged,
    ko.compare.states.done,
  ]);
  expect(table[2].slice(1, 3)).toEqual(["840", "4200"]);
});

test("without scaling plain SGD diverges, as the page says", async ({ page }) => {
  const panel = await openCompare(page);
  await panel.getByLabel(ko.compare.standard).uncheck();
  await panel.locator("button.start").click();
  await expect(panel.locator(".diverged")).toHaveCount(3, { timeout: 30_000 });
  await expect(panel.getByText(ko.compare.othersWentOn)).toHaveCount(0);
  await expect(panel.getByText(ko.compare.noCurve)).toBeVisible();
  await expect(panel.getByText(ko.compare.noPlane)).toBeVisible();
  await expect(panel.locator("gn-contour")).toHaveCount(0);
});

test("a comparison is stopped, and what was seen stays", async ({ page }) => {
  const panel = await openCompare(page, { preset: "spiral" });
  await panel.getByLabel(ko.compare.epochs).fill("1000");
  // As much work as there can be: 210,000 updates.
  await panel.locator(".run").nth(2).getByLabel(ko.compare.size, { exact: true }).fill("1");
  await panel.locator("button.start").click();
  // Looked for in each frame: a comparison is soon over.
  const runs = (/** @type {any} */ { race }) => race.progress > 0.002;
  await page.waitForFunction(runs, await panel.elementHandle(), { polling: "raf" });
  // By the keyboard: the page may still be on its way to the replay.
  await panel.locator("button.stop").press("Enter");
  await expect(panel.getByText(ko.compare.stopped)).toBeVisible();
  const before = (await recorded(panel)).curves;
  expect((await tableOf(panel)).map((row) => row[7])).toEqual([
    ko.compare.states.stopped,
    ko.compare.states.stopped,
    ko.compare.states.stopped,
  ]);
  expect(before[1].updates.at(-1)).toBeGreaterThan(0);
  expect((await recorded(panel)).curves).toEqual(before);
});

test("invalid fields are rejected beside themselves, and the former comparison stays", async ({ page }) => {
  const panel = await openCompare(page);
  await compare(panel);
  const before = await tableOf(panel);
  const run = panel.locator(".run").nth(2);
  for (const [label, bad] of [
    [ko.compare.size, "0"],
    [ko.compare.size, "많이"],
    [ko.compare.rate, "-1"],
    [ko.compare.rate, "빠르게"],
  ]) {
    const field = run.getByLabel(label, { exact: true });
    const good = await field.inputValue();
    await field.fill(bad);
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(run.getByRole("alert")).toBeVisible();
    await expect(panel.locator("button.start")).toBeDisabled();
    await field.fill(good);
    await field.press("Enter");
    await expect(run.getByRole("alert")).toHaveCount(0);
  }
  const epochs = panel.getByLabel(ko.compare.epochs);
  await epochs.fill("0");
  await epochs.press("Enter");
  await expect(epochs).toHaveAttribute("aria-invalid", "true");
  expect(await tableOf(panel)).toEqual(before);
});

test("another experiment has another loss surface: the former comparison is dropped", async ({ page }) => {
  const panel = await openCompare(page);
  await compare(panel);
  await inLab(page, (lab) => lab.change({ scaling: "standard" }));
  await expect(panel.getByText(ko.compare.empty, { exact: false })).toBeVisible();
  await expect(panel.getByLabel(ko.compare.standard)).toHaveCount(0);
});

test("the comparison leaves the experiment as it is", async ({ page }) => {
  const panel = await openCompare(page, { config: linkText(PRESETS.xor) ?? "" });
  const before = await inLab(page, async (lab) => [...(await lab.ask("weights"))]);
  await expect(panel.getByRole("checkbox")).toHaveCount(0);
  await compare(panel);
  expect(await inLab(page, async (lab) => [...(await lab.ask("weights"))])).toEqual(before);
  expect(await inLab(page, (lab) => lab.state?.updates)).toBe(0);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the comparison, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    test.slow();
    const panel = await openCompare(page);
    await onGround(page, theme);
    await compare(panel);
    await panel.locator("summary").first().click();
    await panel.locator("select.directions").selectOption("chosen");
    await expect(panel.getByLabel(ko.compare.xWeight)).toBeVisible();
    expect(await seriousFindings(page, "compare")).toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
    test(`nothing of the comparison is wider than ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const panel = await openCompare(page, { preset: "tutorial-2", lang });
      await panel.locator("button.start").click();
      await expect(panel.locator(".outcome tbody tr")).toHaveCount(3);
      await expect(panel.locator("button.start")).toBeEnabled({ timeout: 30_000 });
      await panel.getByRole("slider").press("End");
      await expect(panel.locator(".outcome details.table")).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      for (const control of await panel.locator("button, select, summary, input:not([type=checkbox])").all()) {
        const box = await control.boundingBox();
        expect(
          Math.min(box?.width ?? 0, box?.height ?? 0),
          await control.evaluate((node) => node.outerHTML.slice(0, 120)),
        ).toBeGreaterThanOrEqual(42);
      }
    });
  }
}
