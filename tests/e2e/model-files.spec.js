/** Models of other tools: the network of the page as their files, and their files as the network of the page. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { fixed } from "../../www/src/format.js";
import { drawerOf, inLab, openPlayground, openTab, panelOf, playgroundOf, press } from "./playground.js";
import { drop, fileOf, updatesOf } from "./playground.js";
import { expectSetup, openWithTable } from "./playground-setup.js";
import { ko } from "./words.js";

/** A model of Keras 3, recorded with its predictions: three inputs, three classes. */
const RECORDED = "formats/tests/fixtures/keras/keras3_adam/";
const RECORDED_NUMBERS = JSON.parse(readFileSync(`${RECORDED}expected.json`, "utf8"));
const ROWS = RECORDED_NUMBERS.y.map((/** @type {number} */ kind, /** @type {number} */ i) =>
  [...RECORDED_NUMBERS.x.slice(i * 3, i * 3 + 3), `kind ${kind}`].join(),
);
const CSV = ["a,b,c,kind", ...ROWS].join("\n");

/**
 * Presses a button of the tab and reads what is saved.
 * @param {import("@playwright/test").Page} page @param {string} button
 */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(panelOf(page, "save"), button)]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** @param {import("@playwright/test").Page} page */
const weightsOf = (page) => inLab(page, async (lab) => Array.from(await lab.ask("weights")));

/** What the optimizer remembers. @param {import("@playwright/test").Page} page */
const optimizerOf = (page) => inLab(page, async (lab) => (await lab.ask("savedModel")).optimizer);

test("a model of real Keras is dropped with its rows, and a row goes through it to the recorded prediction", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { predictions } = RECORDED_NUMBERS;
  await openWithTable(page);
  await drop(page, [fileOf("model.keras", readFileSync(`${RECORDED}model.keras`)), fileOf("rows.csv", CSV)]);
  await expectSetup(page, ({ data, layers }) => [data.name, layers[0].units], ["rows.csv", 4]);
  for (const row of [0, 7]) {
    await playgroundOf(page).evaluate((node, at) => /** @type {any} */ (node).lab.pick(at), row);
    const shown = await inLab(page, async (lab) => Array.from((await lab.ask("trace", lab.row)).prediction));
    const recorded = predictions.slice(row * 3, row * 3 + 3);
    shown.forEach((/** @type {number} */ value, /** @type {number} */ i) =>
      expect(Math.abs(value - recorded[i])).toBeLessThan(1e-6),
    );
  }
  await press(page.locator("gn-bench-strip"), ko.bench.strip.look);
  const drawer = drawerOf(page);
  await expect(drawer.locator("svg.gn-network")).toBeVisible();
  const trace = await inLab(page, (lab) => lab.ask("trace", lab.row));
  const forward = trace.events.findLastIndex(({ phase }) => phase === "forward") + 1;
  await drawer.getByRole("slider").first().fill(String(forward));
  for (const [unit, value] of predictions.slice(21, 24).entries())
    await expect(
      drawer.locator(`svg.gn-network [data-layer="1"][data-unit="${unit}"]:not([data-input])`),
    ).toContainText(fixed(value, 3));
});

test("training goes on from a file of real Keras to the weights that Keras recorded, also after a reset", async ({
  page,
}) => {
  const { after, batch } = RECORDED_NUMBERS;
  await openWithTable(page);
  await drop(page, [fileOf("model.keras", readFileSync(`${RECORDED}model.keras`)), fileOf("rows.csv", CSV)]);
  await expectSetup(page, ({ data, layers }) => [data.name, layers[0].units], ["rows.csv", 4]);
  // The page alone has the file.
  await playgroundOf(page).evaluate((node, change) => /** @type {any} */ (node).lab.change(change), {
    split: null,
    fit: { batchSize: batch, epochs: 3, shuffle: false },
  });
  const came = await weightsOf(page);
  for (let run = 0; run < 2; run++) {
    expect(await updatesOf(page)).toBe(0);
    expect(await weightsOf(page)).toEqual(came);
    await inLab(page, (lab) => lab.epoch());
    const weights = await weightsOf(page);
    for (const recorded of after.weights) {
      const numbers = recorded.flat();
      const most = Math.max(...numbers.map(Math.abs));
      weights
        .splice(0, numbers.length)
        .forEach((value, i) => expect(Math.abs(value - numbers[i]) / most).toBeLessThan(1e-4));
    }
    expect(weights).toHaveLength(0);
    await inLab(page, (lab) => lab.reset());
  }
});

test("a network goes out as a file of Keras and comes back with the same bits", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await inLab(page, (lab) => lab.epoch());
  const weights = await weightsOf(page);
  await openTab(page, "save");
  const file = await saved(page, ko.save.toolNames.keras);
  const remembered = await optimizerOf(page);
  expect(file.name).toMatch(/\.keras$/);
  await inLab(page, (lab) => lab.reset(9));
  expect(await weightsOf(page)).not.toEqual(weights);
  await drop(page, [fileOf(file.name, file.content)]);
  await expect.poll(() => weightsOf(page)).toEqual(weights);
  expect(await optimizerOf(page)).toEqual(remembered);
  // Training and back to the start: that is where it came in.
  await inLab(page, (lab) => lab.epoch());
  await inLab(page, (lab) => lab.reset());
  expect(await weightsOf(page)).toEqual(weights);
  expect(await optimizerOf(page)).toEqual(remembered);
});

test("each other tool gets its files", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await openTab(page, "save");
  const { toolNames } = ko.save;
  expect((await saved(page, toolNames.keras_weights)).name).toMatch(/\.weights\.h5$/);
  expect((await saved(page, toolNames.onnx)).name).toMatch(/\.onnx$/);
  const names = async (/** @type {string} */ tool) => Object.keys(unzipSync((await saved(page, tool)).content));
  expect(await names(toolNames.pytorch)).toHaveLength(2);
  expect(await names(toolNames.tfjs)).toHaveLength(2);
  expect(await names(toolNames.workers)).toEqual(expect.arrayContaining(["README.md", "train.py", "model.keras"]));
});

test("a file that is no model is rejected in words, and the network stays", async ({ page }) => {
  await openWithTable(page);
  const weights = await weightsOf(page);
  await drop(page, [fileOf("model.keras", "no zip")]);
  await expect(panelOf(page, "data").locator(".validation-error")).toBeVisible();
  expect(await weightsOf(page)).toEqual(weights);
});
