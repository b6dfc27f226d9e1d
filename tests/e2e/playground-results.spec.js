/**
 * What the model learned: predictions beside labels, surfaces that change while it trains, and a row of the reader's
 * own.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect, test } from "@playwright/test";
import { linkText, modelOf, withModel } from "../../www/src/experiment/config.js";
import { format } from "../../www/src/format.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { inLab, onGround, openPlayground, openTab, outputOf, press, seriousFindings } from "./playground.js";
import { sizesIn } from "./screens.js";
import { inOrder, ko } from "./words.js";

/** Opens a playground at its results. @param {Page} page @param {string} preset @param {string} [lang] */
async function openResults(page, preset, lang = "ko") {
  const train = await openPlayground(page, { preset, lang });
  const panel = await openTab(page, "evaluate");
  await expect(panel.locator(".pairs table").first()).toBeVisible();
  return { train, panel };
}

/**
 * Trains to the end, and waits until the results are those of the end.
 * @param {Page} page
 * @param {Locator} train
 * @param {Locator} panel
 */
async function learn(page, train, panel) {
  await press(train, ko.train.toEnd);
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why), { timeout: 60_000 }).toBe("finished");
  await panel.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => (await panel.locator(".score dd").first().getAttribute("title")) === (await exactLoss(page)))
    .toBe(true);
}

/** The loss on the test rows with all its digits. @param {Page} page */
async function exactLoss(page) {
  const loss = await inLab(page, (lab) => lab.ask("evaluate", "keras3").then(({ scores }) => scores.loss));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((digits) => Number(loss.toPrecision(digits)))
    .find((short) => Math.fround(short) === Math.fround(loss))
    ?.toString();
}

/** The cells of a table's body. @param {Locator} table */
const cellsOf = (table) =>
  table
    .locator("tbody tr:not(.gap)")
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? "")));

/** A number as the page prints it. @param {number} value */
const shown = (value) => Number(value.toFixed(3)).toString();
/** What the page printed, as a number. @param {string} text */
const read = (text) => Number(text.replace("−", "-"));

test("the tutorial's last step on the built-in data: evaluate, then five labels beside five predictions", async ({
  page,
}) => {
  const { train, panel } = await openResults(page, "tutorial-2");
  await expect(panel.getByText(ko.results.evaluate.fresh)).toBeVisible();
  await learn(page, train, panel);
  const { rows, targets, outputs, scores, text } = await inLab(page, async (lab) => {
    const { rows: of, targets: labels, outputs: said } = await lab.ask("predictions", "test");
    return { rows: [...of], targets: [...labels], outputs: [...said], ...(await lab.ask("evaluate", "keras3")) };
  });
  const five = await cellsOf(panel.locator(".pairs table.first"));
  expect(five.map(([row]) => Number(row))).toEqual([126, 104, 99, 92, 111]);
  for (const [i, [row, label, prediction, residual]] of five.entries()) {
    expect(Number(row)).toBe(rows[i]);
    expect(read(label)).toBeCloseTo(targets[i], 3);
    expect(shown(read(prediction))).toBe(shown(outputs[i]));
    expect(read(residual)).toBeCloseTo(targets[i] - outputs[i], 2);
  }
  const errors = targets.map((target, i) => (target - outputs[i]) ** 2);
  expect(scores.loss).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / errors.length, 3);
  expect(scores.loss).toBeLessThan(10);
  await expect(panel.locator(".score pre")).toContainText(`loss: ${scores.loss.toFixed(4)}`);
  expect(text).toContain("2/2");
  await press(panel, "Keras 2");
  await expect(panel.locator(".score pre")).toContainText("2/2 [=====");
  await expect(panel.getByText(ko.results.pairs.synthetic)).toBeVisible();
});

test("all rows are there in a list that draws only what is in view", async ({ page }) => {
  const { panel } = await openResults(page, "tutorial-2");
  await panel.getByText(ko.results.pairs.all("60")).click();
  const list = panel.locator(".list").first();
  const drawn = await cellsOf(list);
  expect(drawn.length).toBeLessThan(60);
  await expect(list.locator("table")).toHaveAttribute("aria-rowcount", "61");
  await list.evaluate((node) => {
    node.scrollTop = node.scrollHeight;
  });
  const last = await inLab(page, (lab) => lab.setup?.testRows[59]);
  await expect(list.locator("tbody tr").last()).toHaveAttribute("aria-rowindex", "61");
  await expect(list.locator("tbody tr").last()).toContainText(String(last));
});

test("predictions against labels and residuals, of test rows, training rows or both", async ({ page }) => {
  const { panel } = await openResults(page, "tutorial-2");
  const groups = () =>
    panel.locator("gn-scatter.residuals").evaluate((node) =>
      /** @type {any} */ (node).groups.map((/** @type {any} */ { label, x, y }) => ({
        label,
        points: x.length,
        y: [...y],
      })),
    );
  expect((await groups()).map((/** @type {any} */ { label, points }) => [label, points])).toEqual([
    [ko.results.side.test, 60],
  ]);
  await press(panel, ko.results.side.both);
  await expect
    .poll(async () => (await groups()).map((/** @type {any} */ { label, points }) => [label, points]))
    .toEqual([
      [ko.results.side.train, 140],
      [ko.results.side.test, 60],
    ]);
  const [{ y }] = await groups();
  const expected = await inLab(page, async (lab) => {
    const { targets, outputs } = await lab.ask("predictions", "train");
    return [...targets].map((target, i) => Math.fround(target - outputs[i]));
  });
  expect(y).toEqual(expected);
  await expect(panel.locator(".residual-histogram")).toHaveCount(2);
  const chart = panel.locator("gn-scatter.fit");
  await chart.locator("canvas").focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".legend b")).toHaveCount(2);
});

/** The picture of the output, and the very values under it. @param {Page} page */
const surfaceOf = (page) =>
  outputOf(page)
    .locator("gn-surface")
    .evaluate((node) => ({
      picture: node.shadowRoot?.querySelector("canvas")?.toDataURL(),
      values: [.../** @type {any} */ (node).values],
    }));

for (const { preset, least } of [
  { preset: "xor", least: 0.9 },
  { preset: "spiral", least: 0.95 },
]) {
  test(`${preset} is solved, and its surface is seen changing while it trains`, async ({ page }) => {
    const { panel } = await openResults(page, preset);
    await outputOf(page).scrollIntoViewIfNeeded();
    const start = await surfaceOf(page);
    // Slow enough that the run cannot end before it was seen.
    await inLab(page, (lab) => {
      lab.pace = 200;
      lab.run();
    });
    await expect.poll(async () => (await surfaceOf(page)).picture === start.picture).toBe(false);
    expect(await inLab(page, (lab) => lab.running)).toBe(true);
    const between = await surfaceOf(page);
    await inLab(page, (lab) => {
      lab.pause();
      lab.toEnd();
    });
    await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why), { timeout: 60_000 }).toBe("finished");
    // At rest the grid is finer, and its corners are what the model predicts there.
    await expect.poll(async () => (await surfaceOf(page)).values.length).toBe(49 * 49);
    // A picture is drawn in a frame after its values came.
    await expect.poll(async () => (await surfaceOf(page)).picture === between.picture).toBe(false);
    const end = await surfaceOf(page);
    const corner = await outputOf(page)
      .locator("gn-surface")
      .evaluate((node) => [/** @type {any} */ (node).xRange[0], /** @type {any} */ (node).yRange[1]]);
    const predicted = await predictionOf(page, corner);
    expect(end.values[0]).toBeCloseTo(predicted, 5);
    const { scores } = await inLab(page, (lab) => lab.ask("evaluate", undefined));
    expect(scores.accuracy).toBeGreaterThan(least);
    await expect(panel.locator(".score dd").nth(1)).toHaveText(format(scores.accuracy, 4));
  });
}

/** What the model predicts for a row. @param {Page} page @param {number[]} values */
const predictionOf = (page, values) =>
  page
    .locator("glass-net-playground")
    .evaluate(
      (node, row) => /** @type {any} */ (node).lab.ask("predict", row).then((/** @type {any} */ all) => all[0]),
      values,
    );

test("classes: the confusion matrix has every row once, and probabilities of a row add up", async ({ page }) => {
  const { train, panel } = await openResults(page, "softmax");
  await learn(page, train, panel);
  const tables = panel.locator("table.confusion");
  const counts = await inLab(page, async (lab) => [
    [...(await lab.ask("confusion", "test"))],
    [...(await lab.ask("confusion", "train"))],
  ]);
  for (const [side, rows] of [60, 140].entries()) {
    const cells = (await cellsOf(tables.nth(side))).flatMap((row) => row.slice(1).map(Number));
    expect(cells).toEqual(counts[side]);
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(rows);
    const right = String(cells[0] + cells[4] + cells[8]);
    const name = [ko.results.side.test, ko.results.side.train][side];
    await expect(panel.getByText(ko.results.confusion.right(name, right, String(rows)))).toBeVisible();
  }
  const bars = panel.locator("gn-predict-form .bar b");
  await expect(bars).toHaveCount(3);
  const shares = await bars.evaluateAll((all) =>
    all.map((bar) => Number(bar.getAttribute("title")?.replace(/ × 10.*/, "e-9"))),
  );
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
});

test("a row that the reader types is predicted, and out of range it is called extrapolation", async ({ page }) => {
  const { train, panel } = await openResults(page, "tutorial-2");
  await learn(page, train, panel);
  const form = panel.locator("gn-predict-form");
  const field = (/** @type {string} */ name) =>
    form.locator(".value", { hasText: name }).locator("input[inputmode=decimal]");
  const output = form.locator(".answer output");
  const outside = inOrder(...ko.results.predictForm.outside("|", "|").split("|"));
  await field("TV").fill("150");
  await field("Radio").fill("20");
  await field("Newspaper").fill("30");
  const index = Number(await field("Unnamed").inputValue());
  await expect
    .poll(async () => read(await output.innerText()))
    .toBeCloseTo(await predictionOf(page, [index, 150, 20, 30]), 2);
  await expect(form.locator(".said", { hasText: outside })).toHaveCount(0);
  await field("TV").fill("900");
  await expect(form.locator(".said", { hasText: outside })).toHaveCount(1);
  await expect
    .poll(async () => read(await output.innerText()))
    .toBeCloseTo(await predictionOf(page, [index, 900, 20, 30]), 2);
  const before = await output.innerText();
  await field("TV").fill("많이");
  await expect(field("TV")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByText(ko.results.predictForm.notNumber, { exact: false })).toBeVisible();
  expect(await output.innerText()).toBe(before);
});

test("a row of the table walks through the layers, and its last value is the prediction", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { train, panel } = await openResults(page, "tutorial-2");
  await learn(page, train, panel);
  await panel
    .locator(".pairs table.first")
    .getByRole("button", { name: `${ko.results.pairs.row} 99` })
    .click();
  const form = panel.locator("gn-predict-form");
  await expect(form.getByText(ko.results.predictForm.ofRow("99"))).toBeVisible();
  await form.locator("summary", { hasText: ko.results.flow.table }).click();
  const cells = await cellsOf(form.locator(".list table"));
  expect(cells).toHaveLength(4 + 10 + 1);
  const said = read(await form.locator(".answer output").innerText());
  expect(read(cells[cells.length - 1][2])).toBeCloseTo(said, 2);
  await form.getByLabel(ko.results.predictForm.row).fill("5000");
  await press(form, ko.results.predictForm.take);
  await expect(form.getByRole("alert")).toContainText("199");
  await expect(form.getByText(ko.results.predictForm.ofRow("99"))).toBeVisible();
});

test("behind a dropout layer the units show their own outputs", async ({ page }) => {
  const layers = [
    { units: 6, activation: /** @type {const} */ ("tanh") },
    { type: /** @type {const} */ ("Dropout"), rate: 0.2 },
    ...modelOf(PRESETS.xor).layers,
  ];
  await openPlayground(page, { config: linkText(withModel(PRESETS.xor, { layers })) ?? "" });
  const panel = await openTab(page, "evaluate");
  const network = panel.locator("gn-live-network");
  await network.locator("canvas").focus();
  for (let column = 0; column < 3; column++) await page.keyboard.press("ArrowRight");
  const values = await panel.locator("gn-predict-form").evaluate((node) => /** @type {any} */ (node).seen.values);
  await expect
    .poll(async () => read(await network.locator(".legend b").innerText()))
    .toBeCloseTo(await predictionOf(page, values), 6);
});

test("after a run that diverged the scores are labelled as those of the last finite weights", async ({ page }) => {
  const { train, panel } = await openResults(page, "trap-unscaled");
  await press(train, ko.train.toEnd);
  await panel.scrollIntoViewIfNeeded();
  await expect(panel.locator(".score .diverged")).toBeVisible();
  // The last finite weights are so large that infinities meet in the sums.
  await expect(panel.locator(".score pre")).toContainText("loss: nan");
});

test("without a split all rows are those of training", async ({ page }) => {
  await openPlayground(page, { config: linkText({ ...PRESETS.xor, split: null }) ?? "" });
  const panel = await openTab(page, "evaluate");
  await expect(panel.getByText(ko.results.evaluate.unsplit("200"), { exact: false })).toBeVisible();
  await expect(panel.locator("table.confusion")).toHaveCount(1);
  await expect(outputOf(page).locator("gn-surface .key")).toHaveCount(2);
});

test("the response to one feature holds the others", async ({ page }) => {
  const { panel } = await openResults(page, "tutorial-2");
  const form = panel.locator("gn-predict-form");
  await form.getByLabel(ko.results.response.feature).selectOption({ label: "Radio" });
  const chart = form.locator("gn-line-chart");
  await expect(chart).toHaveAttribute("xlabel", "Radio");
  const { x, y, values } = await form.evaluate((node) => {
    const { response, values: held } = /** @type {any} */ (node).seen;
    return { x: [...response.x], y: [...response.y], values: held };
  });
  for (const at of [0, x.length - 1]) expect(y[at]).toBeCloseTo(await predictionOf(page, values.with(2, x[at])), 3);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  for (const preset of ["tutorial-2", "softmax"]) {
    test(`axe finds nothing serious in the results, ${preset}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      test.slow();
      const { train, panel } = await openResults(page, preset);
      await onGround(page, theme);
      await learn(page, train, panel);
      for (const summary of await panel.locator("summary").all()) await summary.click();
      expect(await seriousFindings(page, "results")).toEqual([]);
    });
  }
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
    test(`nothing of the results is wider than ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const { panel } = await openResults(page, width === 360 ? "softmax" : "tutorial-2", lang);
      await expect(panel.locator("gn-predict-form .value").first()).toBeVisible();
      for (const summary of await panel.locator("summary").all()) await summary.click();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      for (const control of await panel.locator("button, select, summary, input").all()) {
        const box = await control.boundingBox();
        expect(
          Math.min(box?.width ?? 0, box?.height ?? 0),
          await control.evaluate((node) => node.outerHTML.slice(0, 120)),
        ).toBeGreaterThanOrEqual(42);
      }
    });
  }
}

test("what evaluate prints is read to its last digit, however wide its time is", async ({ page }) => {
  for (const width of [360, 720, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { panel } = await openResults(page, "xor");
    const printed = panel.locator("pre.printed");
    await expect(printed).toContainText("loss");
    const { inside, room } = await printed.evaluate((node) => {
      // The longest that Keras prints: a step takes tens of milliseconds.
      node.textContent = "2/2 ━━━━━━━━━━━━━━━━━━━━ 0s 112ms/step - accuracy: 0.9833 - loss: 0.0712";
      return { inside: node.scrollWidth, room: node.clientWidth };
    });
    expect(inside, String(width)).toBeLessThanOrEqual(room);
  }
});
