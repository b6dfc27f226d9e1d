/** What a worked example needs once its first picture is there: what steps add to it, and the rest of the engine. */
import { expect, test } from "@playwright/test";
import { elementOf, inScene, positionOf, ready, unitOf } from "./reader.js";
import { en } from "./words.js";

const LATER = /\/assets\/(steps-[^/]*\.js|secondary-[^/]*\.wasm)$/;
const SECONDARY = /\/assets\/secondary-[^/]*\.wasm$/;
const ADDRESS = "embed.html?lang=en";

/** The addresses of it that were asked for. @param {import("@playwright/test").Page} page */
function asked(page) {
  /** @type {string[]} */
  const addresses = [];
  page.on("request", (request) => {
    if (LATER.test(request.url())) addresses.push(request.url());
  });
  return addresses;
}

/** Holds it back. @param {import("@playwright/test").Page} page */
async function held(page) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route(LATER, (route) => released.then(() => route.continue()));
  return release;
}

/** @param {import("@playwright/test").Page} page */
const isThere = (page) => expect.poll(() => inScene(elementOf(page), (scene) => Boolean(scene.steps))).toBe(true);

test("it is fetched once the first picture is there, and once a page", async ({ page }) => {
  const addresses = asked(page);
  /** @type {boolean[]} */
  const pictured = [];
  await page.route(LATER, async (route) => {
    pictured.push(await page.locator("svg.gn-network .gn-unit").first().isVisible());
    await route.continue();
  });
  await page.goto(ADDRESS);
  await ready(elementOf(page));
  await isThere(page);
  expect(addresses).toHaveLength(2);
  expect(pictured).toEqual([true, true]);
});

test("the first picture stays until it is there; then the step that was asked for goes, and nothing moved", async ({
  page,
}) => {
  const release = await held(page);
  await page.goto(ADDRESS);
  const element = elementOf(page);
  await ready(element);
  const height = () => element.evaluate((node) => node.getBoundingClientRect().height);
  await expect(element.locator(".card")).toBeVisible();
  await expect.poll(height).toBeGreaterThan(300);
  const before = await height();
  await page.getByRole("button", { name: en.worked.stepForward }).click();
  expect(await positionOf(element)).toBe(0);
  await expect(element.locator("svg.gn-network .gn-pill")).toHaveCount(0);
  release();
  await expect.poll(() => positionOf(element)).toBeGreaterThan(0);
  await expect(unitOf(element, 0, 0)).toContainText("0.731");
  expect(await height()).toBe(before);
});

test("an example that begins later comes with it", async ({ page }) => {
  const addresses = asked(page);
  await page.goto(`${ADDRESS}&at=1`);
  await ready(elementOf(page));
  await expect(page.locator("svg.gn-network .gn-pill").first()).toBeVisible();
  expect(addresses).toHaveLength(2);
});

test("a value that the engine rejects is said where the rest of the engine was not there yet", async ({ page }) => {
  const addresses = asked(page);
  await page.goto(`${ADDRESS}&learning-rate=-1`);
  await expect(elementOf(page).getByRole("alert")).toContainText("-1");
  expect(addresses.filter((address) => /secondary/.test(address))).toHaveLength(1);
});

test("where the rest of the engine does not come the first step says so, and the next one asks again", async ({
  page,
}) => {
  await page.route(SECONDARY, (route) => route.abort());
  await page.goto(ADDRESS);
  const element = elementOf(page);
  await ready(element);
  await page.getByRole("button", { name: en.worked.stepForward }).click();
  await expect(element.getByRole("alert")).toBeVisible();
  await expect(element.locator("svg.gn-network")).toBeVisible();
  await page.unroute(SECONDARY);
  await page.getByRole("button", { name: en.worked.stepForward }).click();
  await expect.poll(() => positionOf(element)).toBeGreaterThan(0);
  await expect(element.getByRole("alert")).toHaveCount(0);
});

test("where a file of it does not come the first step says so, and the picture stays", async ({ page }) => {
  await page.route(/\/assets\/steps-[^/]*\.js$/, (route) => route.abort());
  await page.goto(ADDRESS);
  const element = elementOf(page);
  await ready(element);
  await page.getByRole("button", { name: en.worked.stepForward }).click();
  await expect(element.getByRole("alert")).toBeVisible();
  await expect(unitOf(element, 0, 0)).toBeVisible();
  expect(await positionOf(element)).toBe(0);
});
