/**
 * The tutorial's whole second half in one go, from the table to predictions beside labels: on the built-in data, and on
 * a file of the same rows, dropped on the page.
 *
 * @import { Page } from "@playwright/test"
 */
import { expect, test } from "@playwright/test";
import { barOf, inLab, openTab, panelOf, press } from "./playground.js";
import { expectSetup, openWithTable } from "./playground-setup.js";
import { ko } from "./words.js";

/**
 * From split to predictions, as the text goes; returns the labels and predictions that the page shows.
 * @param {Page} page
 */
async function secondHalf(page) {
  const [bar, data] = [barOf(page), panelOf(page, "data")];
  await expectSetup(page, ({ shapes }) => [shapes.xTrain, shapes.yTrain, shapes.xTest], [[140, 4], [140], [60, 4]]);
  await expect(data.getByText("126, 104, 99, 92, 111")).toBeVisible();
  await expect(data.locator("pre.taken")).toContainText("shape=(5, 4), dtype=float32");
  const model = await openTab(page, "code");
  await expect(model.locator("pre").first()).toContainText("Total params: 61 (244.00 B)");
  await press(bar, ko.train.batch);
  await expect.poll(() => inLab(page, (lab) => lab.state?.updates)).toBe(1);
  await press(bar, ko.train.epoch);
  await expect.poll(() => inLab(page, (lab) => lab.state?.updates)).toBe(28);
  await press(bar, ko.train.toEnd);
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why), { timeout: 60_000 }).toBe("finished");
  await expect((await openTab(page, "layers")).locator("pre.keras")).toContainText("28/28");
  const results = await openTab(page, "evaluate");
  const { loss, outputs } = await inLab(page, async (lab) => ({
    loss: (await lab.ask("evaluate", "keras3")).scores.loss,
    outputs: Array.from((await lab.ask("predictions", "test")).outputs),
  }));
  // The bounds of the tutorial's program over its seeds.
  expect(loss).toBeGreaterThan(1.8);
  expect(loss).toBeLessThan(7);
  await expect(results.locator(".score pre")).toContainText(`loss: ${loss.toFixed(4)}`);
  const five = await results
    .locator(".pairs table.first tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => Number((cell.textContent ?? "").trim().replace("−", "-")))),
    );
  expect(five.map(([row]) => row)).toEqual([126, 104, 99, 92, 111]);
  for (const [at, [, , prediction]] of five.entries()) expect(prediction).toBeCloseTo(outputs[at], 2);
  return five.map(([, label]) => label);
}

test("on the built-in data, which is said to be synthetic", async ({ page }) => {
  await openWithTable(page, { preset: "tutorial-2" });
  await expect(panelOf(page, "data").locator("[data-part=synthetic]")).toBeVisible();
  const labels = await secondHalf(page);
  const made = await inLab(page, async (lab) => (await lab.ask("cells", 126, 1))[0].at(-1));
  expect(labels[0]).toBe(Number(made));
});

test("on a file that is dropped on the page: the labels are those of its rows", async ({ page }) => {
  await openWithTable(page, { preset: "tutorial-2" });
  const cells = await inLab(page, (lab) => lab.ask("cells", 0, 200));
  const text = [",TV,Radio,Newspaper,Sales", ...cells.map((row) => row.join())].join("\n");
  await page.locator("gn-data-panel").evaluate((node, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "Advertising.csv", { type: "text/csv" }));
    for (const name of ["dragenter", "dragover", "drop"]) {
      node.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, text);
  await expectSetup(page, ({ data }) => [data.name, data.synthetic], ["Advertising.csv", false]);
  expect(await secondHalf(page)).toEqual([126, 104, 99, 92, 111].map((row) => Number(cells[row].at(-1))));
});
