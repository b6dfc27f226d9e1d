/** The engine in two parts: a playground has its first picture and trains without the second one. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/src/experiment/presets.js";
import start, { Experiment } from "../../www/pkg-full/glassnet.js";
import { barOf, bitsOf, inLab, openPlayground, openTab, playgroundOf, press, ready, updatesOf } from "./playground.js";
import { openScene } from "./scenes.js";
import { ko } from "./words.js";

const SECONDARY = /\/secondary-[^/]*\.wasm$/;

/** The addresses of the second part that were asked for. @param {import("@playwright/test").Page} page */
function asked(page) {
  /** @type {string[]} */
  const addresses = [];
  page.on("request", (request) => {
    if (SECONDARY.test(request.url())) addresses.push(request.url());
  });
  return addresses;
}

for (const preset of Object.keys(PRESETS)) {
  test(`the playground of ${preset} is drawn, trains and begins again without the second part`, async ({ page }) => {
    const addresses = asked(page);
    const bar = await openPlayground(page, { preset });
    await press(bar, ko.train.batch);
    await expect.poll(() => updatesOf(page)).toBe(1);
    await inLab(page, (lab) => lab.epoch());
    await inLab(page, (lab) => lab.trainTo(200));
    await press(bar, ko.train.reset);
    await expect.poll(() => updatesOf(page)).toBe(0);
    expect(addresses).toEqual([]);
  });
}

test("the demo page's playground is drawn and kept in the address without the second part", async ({ page }) => {
  const addresses = asked(page);
  await page.goto("index.html?view=playground&lang=ko");
  await ready(page);
  await press(barOf(page), ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  expect(addresses).toEqual([]);
});

for (const scene of /** @type {const} */ (["run", "batches", "row", "surface"])) {
  test(`the scene ${scene} is drawn without the second part`, async ({ page }) => {
    const addresses = asked(page);
    const element = await openScene(page, scene, { preset: "xor" });
    await expect(element.locator("svg, canvas, gn-batch-grid, gn-surfaces").first()).toBeVisible();
    await element.evaluate((one) => /** @type {any} */ (one).step());
    expect(addresses).toEqual([]);
  });
}

test("the first tab that asks for more has it fetched, once, and is answered", async ({ page }) => {
  const addresses = asked(page);
  await openPlayground(page);
  await expect((await openTab(page, "code")).getByText("Total params")).toBeVisible();
  await openTab(page, "evaluate");
  await openTab(page, "save");
  expect(addresses).toHaveLength(1);
});

test("both parts together train to the bits of the engine in one", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await openTab(page, "code");
  await inLab(page, (lab) => lab.trainTo(50));
  await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });
  const experiment = new Experiment(/** @type {any} */ (PRESETS.xor));
  experiment.fitFor(50, null);
  expect(await bitsOf(page)).toEqual(Array.from(new Uint32Array(experiment.weights().slice().buffer)));
});

test("where the second part cannot be fetched it is said, and the playground goes on", async ({ page }) => {
  await page.route(SECONDARY, (route) => route.abort());
  await openPlayground(page);
  const code = await openTab(page, "code");
  await expect(code.locator("pre").first()).toHaveText(/** @type {any} */ (ko.errors).engine_start());
  await page.unroute(SECONDARY);
  // The engine was restarted: the first press brings the experiment back.
  await press(barOf(page), ko.train.batch);
  await expect(playgroundOf(page).getByRole("alert").filter({ visible: true }).first()).toBeVisible();
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
});
