/** The data of the bench: sets by their pictures, numbers by typing and dragging, a file of the reader's own. */
import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { chooseData, dataField, dataOf, inLab, openPlayground, playgroundOf, press } from "./playground.js";
import { expectSetup, setupOf, type } from "./playground-setup.js";
import { ko } from "./words.js";

/** @param {import("@playwright/test").Page} page @param {string} name */
const sliderOf = (page, name) => dataOf(page).getByRole("slider", { name, exact: true });

/** @param {import("@playwright/test").Page} page @param {string} text @param {string} [name] */
const openFile = (page, text, name = "own.csv") =>
  dataOf(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a data set is chosen by the picture of its own points, and brings a model that learns it", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const data = dataOf(page);
  const moons = data.locator("[data-set=moons]");
  await expect(moons.locator("path")).toHaveCount(2);
  await expect(moons).toHaveAccessibleName(ko.data.sources.moons);
  await moons.click();
  await expectSetup(page, ({ data }) => data.name, "moons");
  await expect(moons).toHaveAttribute("aria-pressed", "true");
  await expect(data.getByRole("heading")).toContainText(ko.data.sources.moons);
  await chooseData(page, "blobs");
  await expectSetup(page, ({ data, layers }) => [data.name, layers.map(({ units }) => units)], ["blobs", [8, 3]]);
  expect(await inLab(page, (lab) => lab.config)).toEqual(PRESETS.softmax);
});

test("a gate is four points that train and test, and is learned", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await chooseData(page, "and_gate");
  await expectSetup(page, ({ data, trainRows, testRows }) => [data.rows, trainRows.length, testRows.length], [4, 4, 4]);
  await expect(dataOf(page).getByText(ko.bench.data.both(4))).toBeVisible();
  await expect(sliderOf(page, ko.data.noise)).toHaveCount(0);
  await expect(sliderOf(page, ko.bench.data.testSize)).toHaveCount(0);
  await inLab(page, (lab) => lab.toEnd());
  expect((await inLab(page, (lab) => lab.ask("evaluate"))).scores.accuracy).toBe(1);
  await chooseData(page, "moons");
  await expectSetup(page, ({ testRows }) => testRows.length, 60);
});

test("a model that the reader changed keeps its hidden layers, and the way back is there", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await playgroundOf(page).evaluate((node) =>
    /** @type {any} */ (node).lab.change((/** @type {any} */ config) => ({
      ...config,
      model: { ...config.model, layers: [{ units: 5, activation: "relu" }, ...config.model.layers.slice(1)] },
    })),
  );
  await chooseData(page, "circles");
  const layers = () => setupOf(page, ({ data, layers }) => [data.name, ...layers.map(({ units }) => units)]);
  await expect.poll(layers).toEqual(["circles", 5, 1]);
  await chooseData(page, "blobs");
  await expect.poll(layers).toEqual(["blobs", 5, 3]);
  await expect(dataOf(page).getByRole("status")).toContainText(
    ko.data.adapted(3, "softmax", "sparse_categorical_crossentropy"),
  );
  await press(dataOf(page), ko.data.undo);
  await expect.poll(layers).toEqual(["circles", 5, 1]);
});

test("sliders move by keys and reach the engine when they are let go", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const noise = sliderOf(page, ko.data.noise);
  await noise.focus();
  await page.keyboard.press("ArrowRight");
  await expect(noise).toHaveAttribute("aria-valuetext", "0.02");
  await expectSetup(page, ({ config }) => Number(/** @type {any} */ (config.data).noise.toPrecision(4)), 0.02);
  await sliderOf(page, ko.bench.data.rows).focus();
  await page.keyboard.press("Home");
  await expectSetup(page, ({ data }) => data.rows, 20);
  await sliderOf(page, ko.bench.data.testSize).focus();
  await page.keyboard.press("ArrowRight");
  await expectSetup(page, ({ testRows, trainRows }) => [testRows.length, trainRows.length], [8, 12]);
  await expect(dataOf(page).getByText(ko.bench.data.split(12, 8))).toBeVisible();
  await page.keyboard.press("Home");
  await expectSetup(page, ({ config }) => config.split, null);
  await sliderOf(page, ko.bench.data.batchSize).focus();
  await page.keyboard.press("Home");
  await expectSetup(page, ({ iterationsPerEpoch }) => iterationsPerEpoch, 20);
});

test("while a slider is dragged its number follows, and the experiment stays until it is let go", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const slider = sliderOf(page, ko.bench.data.rows);
  await slider.evaluate((node) => {
    /** @type {HTMLInputElement} */ (node).value = "0";
    node.dispatchEvent(new Event("input"));
  });
  await expect(dataField(page, "rows")).toHaveValue("20");
  expect(await setupOf(page, ({ data }) => data.rows)).toBe(200);
  await slider.dispatchEvent("change");
  await expectSetup(page, ({ data }) => data.rows, 20);
});

test("a number that is typed may lie between the stops, and one that is rejected stays in its field", async ({
  page,
}) => {
  await openPlayground(page, { preset: "xor" });
  await type(dataField(page, "rows"), "123");
  await expectSetup(page, ({ data }) => data.rows, 123);
  await expect(sliderOf(page, ko.bench.data.rows)).toHaveAttribute("aria-valuetext", "123");
  await type(dataField(page, "batchSize"), "0");
  await expect(dataOf(page).locator(".validation-error")).toHaveCount(1);
  await expect(dataField(page, "batchSize")).toHaveValue("0");
  expect(await setupOf(page, ({ config }) => config.fit.batchSize)).toBe(10);
  await type(dataField(page, "batchSize"), "7");
  await expectSetup(page, ({ config }) => config.fit.batchSize, 7);
  await expect(dataOf(page).locator(".validation-error")).toHaveCount(0);
});

test("a file stands here by its name, and one that is no table is rejected beside it", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await openFile(page, "a,b\n1,2\n3\n");
  await expect(dataOf(page).locator(".validation-error")).toHaveCount(1);
  expect(await setupOf(page, ({ data }) => data.name)).toBe("xor");
  await openFile(page, "a,b\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n", "doubles.csv");
  await expectSetup(page, ({ data }) => [data.name, data.rows], ["doubles.csv", 6]);
  await expect(dataOf(page).getByRole("heading")).toContainText("doubles.csv");
  await expect(dataOf(page).locator(".validation-error")).toHaveCount(0);
  await expect(page.locator("gn-data-panel")).toBeVisible();
});

test("the pictures are one tab stop, and arrows move in them", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await dataOf(page).locator("[data-set=xor]").focus();
  await page.keyboard.press("ArrowRight");
  await expect(dataOf(page).locator("[data-set=circles]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expectSetup(page, ({ data }) => data.name, "circles");
  await page.keyboard.press("Tab");
  await expect(dataOf(page).getByRole("textbox", { name: ko.data.noise })).toBeFocused();
});

test("where the pictures are a strip, the numbers float and close by Escape", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openPlayground(page, { preset: "xor" });
  await expect(dataField(page, "rows")).toBeHidden();
  await press(dataOf(page), ko.bench.data.more);
  await dataField(page, "rows").fill("50");
  await page.keyboard.press("Enter");
  await expectSetup(page, ({ data }) => data.rows, 50);
  await page.keyboard.press("Escape");
  await expect(dataField(page, "rows")).toBeHidden();
});
