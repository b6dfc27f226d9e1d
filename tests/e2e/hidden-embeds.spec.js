/** What a page asks of an embed is done, or at least answered, where nobody looks. */
import { expect, test } from "@playwright/test";
import { host } from "./servers.js";

/** @typedef {import("@playwright/test").Page} Page */

const SCENES = /** @type {const} */ (["worked", "row", "run", "batches", "descent", "surface", "playground"]);

/** Places where nobody looks. @type {Record<string, (embed: string) => string>} */
const PLACES = {
  "a closed details": (embed) => `<details><summary>More</summary>${embed}</details>`,
  "display: none": (embed) => `<div style="display:none">${embed}</div>`,
  "content-visibility: hidden": (embed) => `<div style="content-visibility:hidden">${embed}</div>`,
  "far below": (embed) => `<div style="height:9000px"></div>${embed}`,
};

/** @param {Page} page @param {string} body @param {string} [script] */
async function open(page, body, script = "glass-net.js") {
  const site = await host({
    pages: {
      "/post.html": `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><script ${script.endsWith("classic.js") ? "defer" : 'type="module"'} src="/${script}"></script><body>${body}`,
    },
  });
  await page.goto(`${site.address}post.html`);
  await page.waitForFunction(() => customElements.get("glass-net"));
}

/**
 * Asks everything of an embed, one thing after the other, and returns what was answered.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const askAll = (page) =>
  page.locator("glass-net").evaluate(async (node) => {
    const embed = /** @type {any} */ (node);
    const answered = [];
    for (const [name, ...args] of /** @type {[string, ...any[]][]} */ ([
      ["play"],
      ["pause"],
      ["step"],
      ["step", -1],
      ["goTo", { iteration: 2 }],
      ["goTo", { epoch: 1, row: 1 }],
      ["goTo", { phase: "loss", play: true }],
      ["pause"],
      ["poster"],
      ["reset"],
    ])) {
      await embed[name](...args);
      answered.push(name);
    }
    return answered;
  });

const ALL = ["play", "pause", "step", "step", "goTo", "goTo", "goTo", "pause", "poster", "reset"];

for (const scene of SCENES) {
  test(`every method of ${scene} settles while the embed is hidden`, async ({ page }) => {
    for (const [place, around] of Object.entries(PLACES)) {
      await open(page, around(`<glass-net scene="${scene}" preset="xor" epochs="2">Fallback</glass-net>`));
      expect(await askAll(page), place).toEqual(ALL);
    }
  });
}

test("every method of every scene settles in a hidden tab, where no frame is drawn", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  for (const scene of SCENES) {
    await open(page, `<glass-net scene="${scene}" preset="xor" epochs="2">Fallback</glass-net>`);
    expect(await askAll(page), scene).toEqual(ALL);
  }
});

test("a step of three ways in a closed details trains all of them to their end", async ({ page }) => {
  await open(page, PLACES["a closed details"](`<glass-net scene="descent" preset="xor" epochs="2"></glass-net>`));
  const told = await page.locator("glass-net").evaluate(async (node) => {
    const ends = /** @type {any[]} */ ([]);
    node.addEventListener("glass-net-end", (event) => ends.push(/** @type {CustomEvent} */ (event).detail));
    await /** @type {any} */ (node).step();
    return ends;
  });
  expect(told).toEqual([{ why: "finished" }]);
});

test("three ways that play in a closed details wait for the reader, and continue when it opens", async ({ page }) => {
  await open(page, PLACES["a closed details"](`<glass-net scene="descent" preset="xor" epochs="2"></glass-net>`));
  const embed = page.locator("glass-net");
  await embed.evaluate((node) => {
    node.addEventListener("glass-net-end", () => node.toggleAttribute("data-ended", true));
    return /** @type {any} */ (node).play();
  });
  await expect
    .poll(() => page.locator("glass-net-descent").evaluate((node) => /** @type {any} */ (node).race.isRunning))
    .toBe(true);
  await page.locator("summary").first().click();
  await expect(embed).toHaveAttribute("data-ended", "");
});

for (const scene of SCENES) {
  test(`a promise of ${scene} settles when the embed is removed, also before it is loaded`, async ({ page }) => {
    await open(page, `<glass-net scene="${scene}" preset="xor" epochs="2"></glass-net>`);
    const answers = await page.locator("glass-net").evaluate(async (node) => {
      const embed = /** @type {any} */ (node);
      const early = [embed.play(), embed.step(), embed.poster()];
      node.remove();
      await Promise.all(early);
      document.body.append(node);
      await embed.goTo({ iteration: 1 });
      const late = [embed.step(), embed.goTo({ epoch: 2 }), embed.play(), embed.poster()];
      node.remove();
      await Promise.all(late);
      return [early.length, late.length];
    });
    expect(answers).toEqual([3, 4]);
  });
}

test("a promise settles when files fail to load, and the next call tries again", async ({ page }) => {
  let fails = true;
  await page.route(/\/classic\/worked\.js/, (route) => (fails ? route.abort() : route.continue()));
  await open(page, `<div style="height:9000px"></div><glass-net><p>Fallback</p></glass-net>`, "glass-net.classic.js");
  const embed = page.locator("glass-net");
  await embed.evaluate((node) => /** @type {any} */ (node).step());
  await expect(embed.getByRole("alert")).toContainText("could not be loaded");
  fails = false;
  await embed.evaluate((node) => /** @type {any} */ (node).goTo({ at: 4 }));
  expect(await embed.evaluate((node) => /** @type {any} */ (node).state.at)).toBe(4);
  await expect(embed.getByRole("alert").filter({ hasText: "could not be loaded" })).toHaveCount(0);
});

test("without IntersectionObserver every scene is shown", async ({ page }) => {
  await page.addInitScript(() => {
    delete (/** @type {any} */ (window).IntersectionObserver);
  });
  const errors = /** @type {string[]} */ ([]);
  page.on("pageerror", (failure) => errors.push(failure.message));
  await open(
    page,
    SCENES.map(
      (scene) => `<glass-net scene="${scene}" preset="xor" epochs="2"><p>Fallback of ${scene}</p></glass-net>`,
    ).join(""),
  );
  for (const scene of SCENES) {
    await expect(page.locator(`glass-net-${scene} [part=frame], glass-net-${scene} .playground`).first()).toBeVisible();
    await expect(page.getByText(`Fallback of ${scene}`)).toBeHidden();
  }
  expect(errors).toEqual([]);
});

test("without IntersectionObserver the demo page shows the example and the playground", async ({ page }) => {
  await page.addInitScript(() => {
    delete (/** @type {any} */ (window).IntersectionObserver);
  });
  await page.goto("index.html?lang=en");
  await expect(page.locator("svg.gn-network").first()).toBeVisible();
  await page.locator("#views a[data-view=playground]").click();
  await expect(page.locator("glass-net-playground .playground")).toBeVisible();
});
