/** The output of the bench: a point that is sent, surfaces and their colours, the score, units pointed at. */
/** @import { Page } from "@playwright/test" */
import { expect, test } from "@playwright/test";
import { format, fixed } from "../../www/src/format.js";
import { COLORS } from "../../www/src/theme.js";
import { inLab, openPlayground, outputOf, press } from "./playground.js";
import { ko } from "./words.js";

const own = ko.bench.output;

/**
 * Where the plot of the surface stands on the page, and from where to where it reaches.
 * @param {Page} page
 */
async function plotOf(page) {
  const surface = outputOf(page).locator("gn-surface");
  await isDrawn(surface);
  return surface.evaluate((element) => {
    const { frame, xRange, yRange, renderRoot } = /** @type {any} */ (element);
    const { left, top } = renderRoot.querySelector("canvas").getBoundingClientRect();
    return {
      left: left + frame.left,
      top: top + frame.top,
      width: frame.width,
      height: frame.height,
      xRange,
      yRange,
    };
  });
}

/** A plane has its frame once it was drawn. @param {import("@playwright/test").Locator} plane */
const isDrawn = (plane) =>
  expect.poll(() => plane.evaluate((element) => /** @type {any} */ (element).frame !== undefined)).toBe(true);

/**
 * A place of the plane on the page.
 * @param {Awaited<ReturnType<typeof plotOf>>} plot @param {readonly number[]} place
 */
function pixelOf({ left, top, width, height, xRange, yRange }, [x, y]) {
  const part = (/** @type {number} */ value, /** @type {number[]} */ [from, to]) => (value - from) / (to - from);
  return { x: left + part(x, xRange) * width, y: top + (1 - part(y, yRange)) * height };
}

/** Trains, and waits until all that is drawn is of the end. @param {Page} page */
async function trained(page) {
  await inLab(page, (lab) => lab.toEnd());
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why)).toBe("finished");
}

test("both axes of a surface have one scale, and the points are there before training", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const { width, height, xRange, yRange } = await plotOf(page);
  expect(width).toBe(height);
  expect(xRange[1] - xRange[0]).toBeCloseTo(yRange[1] - yRange[0], 9);
  const drawn = outputOf(page).locator("gn-surface");
  const count = () =>
    drawn.evaluate((element) =>
      /** @type {any} */ (element).groups.reduce(
        (/** @type {number} */ sum, /** @type {any} */ { x }) => sum + x.length,
        0,
      ),
    );
  await expect.poll(count).toBe(200);
  const hollow = await drawn.evaluate((element) =>
    /** @type {any} */ (element).groups
      .filter((/** @type {any} */ group) => group.hollow)
      .reduce((/** @type {number} */ sum, /** @type {any} */ { x }) => sum + x.length, 0),
  );
  expect(hollow).toBe(60);
});

test("a click on the surface sends that point through the network, and Escape takes it back", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await trained(page);
  const row = await inLab(page, (lab) => lab.row);
  const flow = outputOf(page).locator(".flow li");
  await expect(flow.first()).toContainText(own.row(row));
  const plot = await plotOf(page);
  const { x, y } = pixelOf(plot, [-0.5, 0.5]);
  await page.mouse.click(x, y);
  await expect(flow.first()).toContainText(own.point);
  const sent = /** @type {number[]} */ (await inLab(page, (lab) => lab.values));
  expect(Math.abs(sent[0] + 0.5)).toBeLessThan(0.02);
  expect(Math.abs(sent[1] - 0.5)).toBeLessThan(0.02);
  const answered = await inLab(page, async (lab) =>
    (await lab.ask("activations", /** @type {number[]} */ (lab.values))).map((layer) => Array.from(layer)),
  );
  await expect(flow.nth(0)).toContainText(format(answered[0][0], 2));
  await expect(flow.nth(1)).toContainText(answered[1].map((value) => fixed(value, 2)).join("  "));
  await expect(flow.nth(2)).toContainText(fixed(answered[2][0], 2));
  await expect(flow.nth(2)).toContainText(own.answer(answered[2][0] > 0.5 ? "1" : "0"));
  const marked = await outputOf(page)
    .locator("gn-surface")
    .evaluate((element) => /** @type {any} */ (element).mark);
  expect(marked).toEqual(sent);
  await page.keyboard.press("Escape");
  await expect(flow.first()).toContainText(own.row(row));
  expect(await inLab(page, (lab) => lab.values)).toBeUndefined();
});

test("arrow keys and Enter send a point, too", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await plotOf(page);
  const picture = outputOf(page).getByRole("application", { name: ko.results.surface.output });
  await picture.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "Enter"]) await page.keyboard.press(key);
  await expect(outputOf(page).locator(".flow li").first()).toContainText(own.point);
  const { xRange } = await plotOf(page);
  const [x] = /** @type {number[]} */ (await inLab(page, (lab) => lab.values));
  expect(x).toBeGreaterThan((xRange[0] + xRange[1]) / 2);
});

test("an arrow key moves the way that it points before there are values, too", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const at = await page.evaluate(() => {
    const surface = /** @type {any} */ (document.createElement("gn-surface"));
    Object.assign(surface, { xRange: [0, 4], yRange: [0, 4] });
    for (const key of ["ArrowRight", "ArrowUp"]) surface.onKey(new KeyboardEvent("keydown", { key }));
    return surface.at;
  });
  expect(at).toEqual([2.1, 2.1]);
});

/** The colour that the canvas has at a place. @param {Page} page @param {readonly number[]} place */
const colorAt = (page, place) =>
  outputOf(page)
    .locator("gn-surface")
    .evaluate((element, [x, y]) => {
      const { frame, renderRoot } = /** @type {any} */ (element);
      const canvas = renderRoot.querySelector("canvas");
      const sharp = canvas.width / canvas.getBoundingClientRect().width;
      return [
        ...canvas.getContext("2d").getImageData(Math.round(frame.x(x) * sharp), Math.round(frame.y(y) * sharp), 1, 1)
          .data,
      ];
    }, place);

/** A colour of the theme. @param {string} hex */
const channels = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));

test("the colours of the surface are the engine's answers", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await trained(page);
  const { xRange, yRange } = await plotOf(page);
  const shares = [0.04, 0.28, 0.72, 0.96];
  const at = (/** @type {number[]} */ [from, to], /** @type {number} */ share) => from + share * (to - from);
  const places = shares.flatMap((x) => shares.map((y) => [at(xRange, x), at(yRange, y)]));
  const groups = await outputOf(page)
    .locator("gn-surface")
    .evaluate((element) =>
      /** @type {any} */ (element).groups.flatMap((/** @type {any} */ { x, y }) =>
        Array.from(x, (value, i) => [value, y[i]]),
      ),
    );
  // A point is drawn over the surface.
  const free = places.filter((place) =>
    groups.every((/** @type {number[]} */ point) => Math.hypot(point[0] - place[0], point[1] - place[1]) > 0.06),
  );
  expect(free.length).toBeGreaterThan(6);
  const ground = channels(COLORS.surface[0]);
  for (const place of free) {
    const answer = await answerAt(page, place);
    const end = channels(answer > 0.5 ? COLORS.positive[0] : COLORS.negative[0]);
    const share = 0.62 * Math.min(Math.abs(answer - 0.5) / 0.5, 1);
    const expected = ground.map((value, i) => value + (end[i] - value) * share);
    const furthest = async () => {
      const seen = await colorAt(page, place);
      return Math.max(...expected.map((value, i) => Math.abs(seen[i] - value)));
    };
    await expect.poll(furthest, { message: `${place}: ${answer}` }).toBeLessThan(14);
  }
});

/** @param {Page} page @param {readonly number[]} place */
const answerAt = (page, place) =>
  page
    .locator("glass-net-playground")
    .evaluate(async (element, values) => (await /** @type {any} */ (element).lab.ask("predict", values))[0], place);

test("the line of words is the confusion matrix's, and the mean of the residuals", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await trained(page);
  const counts = await inLab(page, async (lab) => Array.from(await lab.ask("confusion", "test")));
  await expect(outputOf(page).locator(".score")).toHaveText(
    own.right("test", "60", format(counts[0] + counts[3]), false),
  );
  await openPlayground(page, { preset: "tutorial-2" });
  await trained(page);
  const residuals = await inLab(page, async (lab) =>
    Array.from((await lab.ask("predictions", "test")).residuals ?? []),
  );
  const mean = residuals.reduce((sum, value) => sum + Math.abs(value), 0) / residuals.length;
  await expect(outputOf(page).locator(".score")).toHaveText(
    own.off("test", "60", "Sales", format(Number(mean.toPrecision(3)))),
  );
});

test("a unit that is pointed at is shown large, and then the output again", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await trained(page);
  const heading = outputOf(page).locator(".head h3").first();
  await expect(heading).toHaveText(ko.results.surface.output);
  await inLab(page, (lab) => lab.point({ layer: 0, unit: 3 }));
  await expect(heading).toContainText(ko.results.surface.unit(ko.results.surface.hidden(1), 4));
  const [shown, engine] = [
    await outputOf(page)
      .locator("gn-surface")
      .evaluate((element) => Array.from(/** @type {any} */ (element).values)),
    await inLab(page, (lab) => {
      const layer = lab.frame?.surfaces?.layers[0] ?? new Float32Array();
      return Array.from(layer.subarray((3 * layer.length) / 8, (4 * layer.length) / 8));
    }),
  ];
  expect(shown.length).toBeGreaterThan(80);
  expect(shown).toEqual(engine);
  await inLab(page, (lab) => lab.point(undefined));
  await expect(heading).toHaveText(ko.results.surface.output);
});

test("predictions stand over targets, and a click on a point picks its row", async ({ page }) => {
  await openPlayground(page, { preset: "tutorial-2" });
  await trained(page);
  const scatter = outputOf(page).locator("gn-scatter");
  await expect.poll(() => scatter.evaluate((element) => /** @type {any} */ (element).groups.length)).toBe(2);
  await isDrawn(scatter);
  const pointed = () =>
    scatter.evaluate((element) => {
      const { frame, groups, renderRoot } = /** @type {any} */ (element);
      const { left, top } = renderRoot.querySelector("canvas").getBoundingClientRect();
      const [group] = groups.slice(-1);
      const i = group.x.indexOf(Math.max(...group.x));
      return { row: group.rows[i], x: left + frame.x(group.x[i]), y: top + frame.y(group.y[i]) };
    });
  // Points move as long as the last predictions are not drawn.
  const isPicked = async () => {
    const { row, x, y } = await pointed();
    await page.mouse.click(x, y);
    return (await inLab(page, (lab) => lab.row)) === row;
  };
  await expect.poll(isPicked).toBe(true);
  const row = await inLab(page, (lab) => lab.row);
  await expect(outputOf(page).locator(".flow li").first()).toContainText(own.row(row));
});

test("the loss is drawn by update where training diverges in its first epoch", async ({ page }) => {
  await openPlayground(page, { preset: "trap-unscaled" });
  await inLab(page, (lab) => lab.toEnd());
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why)).toBe("diverged");
  const chart = outputOf(page).locator("gn-line-chart");
  await expect(chart).toHaveJSProperty("xLabel", ko.train.byUpdate);
  await expect(chart).toHaveJSProperty("log", true);
  const losses = await inLab(page, (lab) => Array.from(lab.frame?.losses?.loss ?? []));
  expect(await chart.evaluate((element) => Array.from(/** @type {any} */ (element).series[0].y))).toEqual(losses);
  expect(losses.filter(Number.isFinite).length).toBeGreaterThan(1);
  await expect(outputOf(page).locator(".score")).toHaveText(own.infinite);
});

test("the values of the surface are read as a table, which Escape closes", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await press(outputOf(page), ko.results.surface.table);
  const table = outputOf(page).getByRole("dialog");
  const corner = await inLab(page, (lab) => Array.from(lab.frame?.surfaces?.layers.at(-1) ?? [])[0]);
  await expect(table.locator("tbody td").first()).toHaveText(format(corner));
  await expect(table.getByRole("button", { name: own.closeTable })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(table).toHaveCount(0);
  await expect(outputOf(page).getByRole("button", { name: ko.results.surface.table })).toBeFocused();
});
