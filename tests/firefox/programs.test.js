/** Python programs in Firefox print what the real libraries print, as in Chromium. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runInPage } from "../python/in-page.js";
import { differenceOf, PROGRAMS, sourceOf } from "../python/recorded.js";
import { blocks, byApi, measured, printedPairs, skip } from "../python/tutorial.js";
import { launch, open, serveSite } from "./browsers.js";

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {() => void} */
let stop;

before(async () => {
  stop = await serveSite();
  browser = await launch("firefox");
});
after(async () => {
  await browser?.close();
  stop?.();
});

const openScene = () => open(browser, "embed.html?scene=code&lang=en#code=1");

test("every program of our own prints in the page what the real libraries print", async () => {
  const { page, thrown } = await openScene();
  const differences = [];
  for (const name of PROGRAMS)
    differences.push(differenceOf(name, await page.evaluate(runInPage, { source: sourceOf(name) })) ?? "");
  assert.equal(differences.filter(Boolean).join("\n"), "");
  assert.deepEqual(thrown, []);
  await page.close();
});

test("every block of the tutorial runs unedited, with the predictions of the JavaScript API", { skip }, async () => {
  const { page, thrown } = await openScene();
  const all = await blocks();
  assert.ok(all.length >= 5, `${all.length} blocks`);
  for (const csv of ["", measured]) {
    const ran = [];
    /** @type {Record<string, string>} */
    const files = csv ? { "data_Advertising.csv": csv } : {};
    for (const source of all) ran.push(await page.evaluate(runInPage, { source, files }));
    for (const { fault } of ran) assert.equal(fault ?? undefined, undefined);
    assert.deepEqual(printedPairs(ran.at(-1)?.printed ?? ""), await byApi(csv));
  }
  assert.deepEqual(thrown, []);
  await page.close();
});
