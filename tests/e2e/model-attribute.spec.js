/** A trained network at an address, in a post: `model="model.keras"` beside `data="rows.csv"`. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { strToU8, unzipSync, zipSync } from "fflate";
import { fixed } from "../../www/src/format.js";
import { inLab, openScene, press, updatesOf } from "./scenes.js";

/** @import { Page } from "@playwright/test" */

/** A model of Keras 3, recorded with its predictions: three inputs, three classes. */
const RECORDED = "formats/tests/fixtures/keras/keras3_adam/";
const { x, y, predictions } = JSON.parse(readFileSync(`${RECORDED}expected.json`, "utf8"));
const ROWS = y.map((/** @type {number} */ kind, /** @type {number} */ i) =>
  [...x.slice(i * 3, i * 3 + 3), `kind ${kind}`].join(),
);
const CSV = ["a,b,c,kind", ...ROWS].join("\n");
const KEYS = { data: "rows.csv", model: "model.keras", row: "7" };

/** The same file with another class in the place of its first layer's. @param {string} name */
function withLayer(name) {
  const { "config.json": config, ...rest } = unzipSync(readFileSync(`${RECORDED}model.keras`));
  const changed = new TextDecoder().decode(config).replace('"class_name": "Dense"', `"class_name": "${name}"`);
  return Buffer.from(zipSync({ ...rest, "config.json": strToU8(changed) }));
}

/** What lies beside the page. @param {Page} page @param {Buffer} [model] */
async function beside(page, model) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.route("**/rows.csv", (route) => route.fulfill({ body: CSV, contentType: "text/csv" }));
  await page.route("**/model.keras", (route) =>
    model ? route.fulfill({ body: model, contentType: "application/zip" }) : route.fulfill({ status: 404 }),
  );
}

test("a row goes through a network of Keras to the recorded prediction", async ({ page }) => {
  await beside(page, readFileSync(`${RECORDED}model.keras`));
  const row = await openScene(page, "row", KEYS);
  await expect(row.locator(".weights p")).toHaveText("Weights of the file");
  await row.locator("gn-row-inspector svg").first().waitFor();
  const trace = await inLab(row, (lab) => lab.ask("trace", lab.row));
  const forward = trace.events.findLastIndex(({ phase }) => phase === "forward") + 1;
  await row.locator("gn-row-inspector").getByRole("slider").first().fill(String(forward));
  for (const [unit, value] of predictions.slice(21, 24).entries())
    await expect(row.locator(`svg.gn-network [data-layer="1"][data-unit="${unit}"]:not([data-input])`)).toContainText(
      fixed(value, 3),
    );
  // Playing goes through the row; it does not train a network that is trained.
  await row.evaluate((element) => /** @type {any} */ (element).play());
  expect(await updatesOf(row)).toBe(0);
});

test("training goes on from the weights of the file, and comes back to them", async ({ page }) => {
  await beside(page, readFileSync(`${RECORDED}model.keras`));
  const run = await openScene(page, "run", KEYS);
  const weights = () => inLab(run, async (lab) => Array.from(await lab.ask("weights")));
  await expect.poll(() => inLab(run, (lab) => Boolean(lab.config.weights))).toBe(true);
  const brought = await weights();
  await run.evaluate((element) => /** @type {any} */ (element).step());
  expect(await weights()).not.toEqual(brought);
  await press(run, "Reset");
  await expect.poll(weights).toEqual(brought);
  // Two epochs of three batches: the optimizer goes on from there.
  const { optimizer } = await inLab(run, (lab) => lab.ask("savedModel"));
  expect(optimizer).toMatchObject({ iterations: 6 });
});

test("a network with a layer that Glassnet has not is rejected by its name, and the scene stands", async ({ page }) => {
  await beside(page, withLayer("Conv2D"));
  const run = await openScene(page, "run", { ...KEYS, lang: "ko" });
  await expect(run.getByRole("alert")).toContainText("Conv2D");
  expect(await inLab(run, (lab) => lab.setup?.data.name)).toBe("rows.csv");
  await run.evaluate((element) => /** @type {any} */ (element).step());
  expect(await updatesOf(run)).toBe(1);
});

test("of an address without a file it is said, and the playground stands", async ({ page }) => {
  await beside(page);
  await page.goto(`embed.html?${new URLSearchParams({ scene: "playground", lang: "en", ...KEYS })}`);
  const bench = page.locator("glass-net-playground");
  await expect(bench.getByRole("alert").first()).toContainText("No file was found at that address");
  await expect(bench.locator("gn-bench-network canvas").first()).toBeVisible();
});
